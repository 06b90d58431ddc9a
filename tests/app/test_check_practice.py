"""Good practice, as it is read from ``manager.conf``."""

import pytest

from traydial.app.check_practice import practices, read_section

GENERAL = {
    "bindaddr": ["127.0.0.1"],
    "port": ["5040"],
    "tlsenable": ["yes"],
    "tlsbindaddr": ["0.0.0.0:5041"],
}
ACCOUNT = {
    "read": ["system,call"],
    "write": ["call,originate"],
    "deny": ["0.0.0.0/0.0.0.0"],
    "permit": ["10.0.0.0/255.0.0.0"],
    "allowmultiplelogin": ["no"],
    "eventfilter(header(channel),method(starts_with))": ["PJSIP/7001-"],
}


def broken(general=(), account=()):
    """Return what is not as it should be with these lines changed; None takes one away."""
    sections = []
    for lines, changes in ((GENERAL, general), (ACCOUNT, account)):
        changed = {**lines, **dict(changes)}
        sections.append({name: [*value] for name, value in changed.items() if value is not None})
    return [name for name, good in practices(*sections).items() if not good]


def test_an_account_as_it_should_be_is_held_to_nothing():
    assert broken() == []


@pytest.mark.parametrize(
    ("general", "account", "names"),
    [
        ({"tlsenable": ["no"]}, {}, ["tls"]),
        ({"tlsenable": None}, {}, ["tls"]),
        ({"bindaddr": ["0.0.0.0"]}, {}, ["plain"]),
        ({"bindaddr": None, "port": None}, {}, ["plain", "port"]),
        ({"bindaddr": ["::1"]}, {}, []),
        ({"bindaddr": ["127.0.0.1:5038"], "port": None}, {}, []),  # nobody else comes there
        ({"tlsbindaddr": ["0.0.0.0:5039"]}, {}, ["port"]),
        ({"tlsbindaddr": ["0.0.0.0"]}, {}, ["port"]),
        ({}, {"permit": None}, ["permit"]),
        ({}, {"deny": None}, ["permit"]),  # a permit alone keeps nobody out
        ({}, {"permit": ["0.0.0.0/0"]}, ["permit"]),
        ({}, {"permit": None, "deny": None, "acl": ["office"]}, []),
        ({}, {"allowmultiplelogin": None}, ["multiple"]),
        ({"allowmultiplelogin": ["no"]}, {"allowmultiplelogin": None}, []),
        ({"allowmultiplelogin": ["no"]}, {"allowmultiplelogin": ["yes"]}, ["multiple"]),
        ({"displayconnects": ["no"]}, {}, ["displayconnects"]),
        ({}, {"write": ["all"]}, ["classes"]),
        ({}, {"eventfilter(header(channel),method(starts_with))": None}, ["eventfilter"]),
    ],
)
def test_each_piece_of_advice_is_given_where_it_is_not_followed(general, account, names):
    assert broken(general, account) == names


def test_secrets_are_not_even_kept():
    read = read_section(
        [
            ("Response", "Success"),
            ("Category-000000", "desk"),
            ("Line-000000-000000", "secret=hush"),
            ("Line-000000-000001", "Secret = hush"),
            ("Line-000000-000002", "eventfilter(header(Channel),method(starts_with))=PJSIP/7-"),
            ("Line-000000-000003", "read=system,call"),
        ]
    )
    assert read == {
        "eventfilter(header(channel),method(starts_with))": ["PJSIP/7-"],
        "read": ["system,call"],
    }
