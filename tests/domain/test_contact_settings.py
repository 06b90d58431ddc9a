"""Tests of what the settings may say of where contacts lie."""

import pytest

from traydial.domain.contact_settings import host_of
from traydial.domain.settings import Settings, dump, need_no_new_link, read

GOOD = {
    "ldap": {"url": "ldaps://[::1]:636", "base": "dc=x", "username": "cn=r,dc=x"},
    "carddav": {"url": "https://cloud.example/dav/", "username": "anna"},
    "crm": {
        "url": "https://crm.example:8443/x?p={e164}",
        "search": "https://crm.example:8443/x?n={text}",
        "header": "X-Api-Key",
    },
    "database": {
        "url": "postgresql+psycopg://reader@db.example/crm?sslmode=require",
        "query": "\n  SELECT name, x::text FROM p\n  WHERE phone = :e164 OR t = :tail",
        "search": "with a as (select 1) select name from p where n like :text",
    },
}
# section, key, what was written, what helps
WRONG = [
    ("ldap", "url", "https://x", "ldaps://"),
    ("ldap", "url", "ldap://cn=r:s3cret@x", "keyring"),
    ("ldap", "url", "ldap://x/dc=x", "base"),
    ("ldap", "url", "ldap://x:port", "not an address"),
    ("carddav", "url", "http://cloud.example/", "https://"),
    ("carddav", "url", "https://anna:s3cret@cloud.example/", "secret set carddav"),
    ("crm", "url", "https://crm.example/{phone}", "there is only"),
    ("crm", "url", "https://crm.example/x", "place for the number"),
    ("crm", "url", "https://{tail}.example/", "name of the host"),
    ("crm", "url", "javascript:alert({e164})", "https://"),
    ("crm", "url", "https://u:s3cret@crm.example/{e164}", "secret set crm"),
    ("crm", "search", "https://crm.example/{e164}", "there is only {text}"),
    ("crm", "search", "https://crm.example/", "place for the name"),
    ("crm", "header", "X-Key: s3cret", "name of a header"),
    ("database", "url", "postgresql://u:s3cret@h/d", "secret set database"),
    ("database", "url", "postgresql://u@h/d?password=s3cret", "secret set database"),
    ("database", "url", "crm.db", "postgresql://"),
    ("database", "query", "DELETE FROM p WHERE n = :e164", "SELECT"),
    ("database", "query", "SELECT 1", "must ask for"),
    ("database", "query", "SELECT 1 WHERE n = :phone", "has :phone"),
    ("database", "search", "SELECT 1 WHERE n = :e164", "has :e164; there is only :text"),
    ("contacts", "pbx", "yes", "true or false"),
]


def test_what_is_well_written_is_taken_and_kept():
    settings, problems = read(GOOD)
    assert problems == []
    assert settings.database.query.endswith("OR t = :tail")
    assert read(dump(settings)) == (settings, [])


@pytest.mark.parametrize(("section", "key", "value", "helps"), WRONG)
def test_what_is_wrong_is_left_out_and_said_without_secrets(section, key, value, helps):
    settings, (problem,) = read({section: {key: value}})
    assert settings == Settings()
    assert problem.place == f"{section}.{key}"
    assert helps in problem.why
    assert "s3cret" not in problem.why


@pytest.mark.parametrize(
    ("url", "used"),
    [("http://crm.example/{e164}", False), ("http://127.0.0.1:80/{e164}", True)],
)
def test_a_key_does_not_travel_in_the_clear(url, used):
    settings, problems = read({"crm": {"url": url, "header": "X-Key"}})
    assert bool(settings.crm.url) is used
    assert [p.place for p in problems] == ([] if used else ["crm.header"])


def test_a_key_goes_to_one_host_alone():
    urls = {"url": "https://crm.example/{e164}", "search": "https://other.example/{text}"}
    settings, (problem,) = read({"crm": urls})
    assert (problem.place, settings.crm.search) == ("crm.search", "")
    assert settings.crm.url == urls["url"]


@pytest.mark.parametrize(
    ("url", "host"),
    [("ldaps://a.example:636", "a.example:636"), ("sqlite:////x/y.db", ""), ("http://[x", "")],
)
def test_the_host_of_an_address_is_told(url, host):
    assert host_of(url) == host


@pytest.mark.parametrize(
    ("section", "key", "value", "stays"),
    [
        ("crm", "url", "https://crm.example/{e164}", True),
        ("contacts", "files", ["a.vcf"], True),
        ("hotkeys", "dial_box", "Ctrl+F1", True),
        ("dialling", "country", "DE", False),
        ("pbx", "username", "desk", False),
        ("recording", "policy", "never", False),
    ],
)
def test_new_contacts_are_used_without_connecting_anew(section, key, value, stays):
    changed, _ = read({section: {key: value}})
    assert changed != Settings()
    assert need_no_new_link(Settings(), changed) is stays
