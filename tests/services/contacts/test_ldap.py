"""Tests of contacts of a directory, against a real OpenLDAP."""

import asyncio

import pytest

from tests.pbx.certificates import make
from tests.services.contacts.servers import free_port, slapd
from traydial.app.make_sources import sources_of
from traydial.domain.errors import LookupFailed
from traydial.domain.settings import read
from traydial.services.contacts.ldap import LdapContacts, LdapPlace

# ldap3 2.9 with a newer pyasn1, and with Python 3.11
pytestmark = [
    pytest.mark.filterwarnings("ignore:(tagMap|typeMap) is deprecated:DeprecationWarning"),
    pytest.mark.filterwarnings(r"ignore:ssl\.match_hostname\(\) is dep:DeprecationWarning"),
]
PASSWORD = "correct horse"
BASE, READER = "dc=nordwind,dc=example", "cn=reader,dc=nordwind,dc=example"
PEOPLE = [
    ("Anna Berg", [("telephoneNumber", "+49 (30) 123-45 67"), ("mobile", "0170/1234567")]),
    ("Bob Ek (Lager)*", [("homePhone", "030 7654321")]),
    ("Nobody Here", []),
]


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    return make(tmp_path_factory.mktemp("tls"))


@pytest.fixture(scope="module")
def tls_port():
    return free_port()


@pytest.fixture(scope="module")
def port(certificate, tls_port):
    with slapd(PEOPLE, PASSWORD, certificate.pem, tls_port=tls_port) as port:
        yield port


async def right():
    return PASSWORD


def ask(port, what, *, secret=right, url=None, **place):
    given = {"bind_dn": READER, **place}

    async def scenario():
        where = LdapPlace(url or f"ldap://127.0.0.1:{port}", BASE, **given)
        source = LdapContacts(where, secret)
        try:
            return [*await what(source)]
        finally:
            await source.aclose()

    return asyncio.run(asyncio.wait_for(scenario(), 30))


@pytest.mark.parametrize("number", ["0301234567", "+49301234567", "1234567", "+491701234567"])
def test_numbers_are_found_however_they_are_written(port, number):
    (anna,) = ask(port, lambda source: source.candidates(number))
    assert (anna.name, anna.company) == ("Anna Berg", "Nordwind")
    assert anna.numbers == ("+49 (30) 123-45 67", "0170/1234567")
    assert anna.ref.startswith("uid=p0")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("berg", ["Anna Berg"]),
        ("ber ann nordw", ["Anna Berg"]),
        ("(lager)*", ["Bob Ek (Lager)*"]),
        ("*", ["Bob Ek (Lager)*"]),
        (")(uid=*", []),
        ("", []),
    ],
)
def test_names_are_found_and_filters_stay_filters(port, text, names):
    found = ask(port, lambda source: source.search(text, 5))
    assert [contact.name for contact in found] == names


@pytest.mark.parametrize("number", ["", "anonymous", "*", ")(cn=*", "0309999999"])
def test_who_is_not_there_is_nobody(port, number):
    assert ask(port, lambda source: source.candidates(number)) == []


def number(source):
    return source.candidates("0301234567")


def test_start_tls_is_verified_before_anybody_logs_in(port, certificate):
    url = f"ldap://localhost:{port}"
    found = ask(port, number, url=url, start_tls=True, ca_file=str(certificate.ca))
    assert [contact.name for contact in found] == ["Anna Berg"]
    with pytest.raises(LookupFailed, match="certificate is not trusted: unable to get local"):
        ask(port, number, url=url, start_tls=True)


def test_tls_from_the_start_is_verified_too(port, tls_port, certificate):
    url = f"ldaps://localhost:{tls_port}"
    found = ask(port, number, url=url, ca_file=str(certificate.ca))
    assert [contact.name for contact in found] == ["Anna Berg"]
    with pytest.raises(LookupFailed, match="certificate is not trusted: unable to get local"):
        ask(port, number, url=url)
    with pytest.raises(LookupFailed, match="certificate is not trusted"):
        ask(port, number, url=f"ldaps://127.0.0.1:{tls_port}", ca_file=str(certificate.ca))


def test_a_certificate_of_somebody_else_is_refused(port, certificate):
    with pytest.raises(LookupFailed, match="certificate is not trusted"):
        ask(port, number, start_tls=True, ca_file=str(certificate.ca))
    with pytest.raises(LookupFailed, match="no file with certificates"):
        ask(port, number, start_tls=True, ca_file=str(certificate.pem) + "x")


def test_a_wrong_password_is_said_and_not_told(port):
    async def wrong():
        return "wrong secret"

    with pytest.raises(LookupFailed, match="invalidCredentials") as failed:
        ask(port, number, secret=wrong)
    assert "wrong secret" not in str(failed.value)


def test_a_password_that_was_refused_is_not_tried_again_until_it_is_another(port):
    passwords, tried = ["wrong", "wrong", PASSWORD], []

    async def next_password():
        return passwords.pop(0)

    async def what(source):
        connect = source._connect
        source._connect = lambda password: tried.append(password) or connect(password)
        for _ in range(2):  # directories lock accounts
            with pytest.raises(LookupFailed, match="invalidCredentials"):
                await number(source)
        return await number(source)

    assert len(ask(port, what, secret=next_password)) == 1
    assert tried == ["wrong", PASSWORD]


def test_a_directory_that_tells_strangers_nothing_says_nobody(port):
    async def what(source):
        found = await source.candidates("0301234567")
        assert "does not show it" in source.problem  # for whoever tries it in the settings
        return found

    assert ask(port, what, bind_dn="") == []


def test_a_directory_that_is_not_there_is_said():
    with pytest.raises(LookupFailed, match="the directory"):
        ask(free_port(), number)


def test_a_directory_that_hangs_is_given_up():
    async def scenario():
        async def hang(reader, writer):
            await reader.read()
            writer.close()

        server = await asyncio.start_server(hang, "127.0.0.1", 0)
        async with server:
            where = LdapPlace(
                f"ldap://127.0.0.1:{server.sockets[0].getsockname()[1]}", BASE, READER
            )
            source = LdapContacts(where, right, within_s=1)
            with pytest.raises(LookupFailed, match="the directory"):
                await source.candidates("0301234567")
            await source.aclose()

    asyncio.run(asyncio.wait_for(scenario(), 30))


def test_a_directory_that_comes_back_is_found_again(certificate):
    port = free_port()

    async def scenario():
        source = LdapContacts(LdapPlace(f"ldap://127.0.0.1:{port}", BASE, READER), right)
        with slapd(PEOPLE, PASSWORD, port=port):
            assert len(await source.candidates("0301234567")) == 1
        with slapd(PEOPLE, PASSWORD, port=port):  # what was idle was closed: nobody is to notice
            assert len(await source.candidates("0301234567")) == 1
        with pytest.raises(LookupFailed, match="nobody answers there"):
            await source.candidates("0301234567")
        with slapd(PEOPLE, PASSWORD, port=port):
            assert len(await source.candidates("0301234567")) == 1
        await source.aclose()

    asyncio.run(asyncio.wait_for(scenario(), 60))


def test_the_settings_lead_to_it(port, certificate):
    tables = {
        "url": f"ldap://localhost:{port}",
        "base": BASE,
        "username": READER,
        "ca_file": str(certificate.ca),
    }
    settings, problems = read({"ldap": tables})
    asked = []

    async def secret(section):
        asked.append(section)
        return PASSWORD

    async def scenario():
        (source,) = sources_of(settings, secret)
        assert [c.name for c in await number(source)] == ["Anna Berg"]
        await source.aclose()

    asyncio.run(asyncio.wait_for(scenario(), 30))
    assert (problems, asked) == ([], ["ldap"])
