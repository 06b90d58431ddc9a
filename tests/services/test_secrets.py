import asyncio
from dataclasses import replace

import keyring.backends.fail
import pytest

from traydial.domain.contact_settings import LdapSettings
from traydial.domain.errors import NoSecret, SecretStoreError
from traydial.domain.settings import PbxSettings, Settings, read
from traydial.services.secrets import SERVICE, Secrets, account_name, source_account, taken_from


class Memory:
    def __init__(self, **kept):
        self.kept = kept

    def get_password(self, service, username):
        assert service == SERVICE
        return self.kept.get(username)

    def set_password(self, service, username, password):
        self.kept[username] = password


class Forgetful(Memory):
    def set_password(self, service, username, password):
        pass


def test_the_environment_stands_in_for_the_keyring():
    secrets = Secrets({"TRAYDIAL_SECRET": "from-env"}, Memory(desk="kept"))
    assert asyncio.run(secrets.get("desk")) == "from-env"


def test_what_is_set_is_found_again_in_the_keyring():
    memory = Memory()
    asyncio.run(Secrets({}, memory).set("desk", "s3cret"))
    assert asyncio.run(Secrets({}, memory).get("desk")) == "s3cret"


def test_nothing_stored_is_said():
    with pytest.raises(NoSecret):
        asyncio.run(Secrets({}, Memory()).get("desk"))


@pytest.mark.parametrize("backend", [keyring.backends.fail.Keyring(), Forgetful()])
def test_without_a_usable_keyring_it_is_kept_for_this_run(backend):
    async def scenario():
        secrets = Secrets({}, backend)
        with pytest.raises(SecretStoreError):
            await secrets.set("desk", "s3cret")
        assert await secrets.get("desk") == "s3cret"

    asyncio.run(scenario())


def test_a_broken_keyring_is_told_apart_from_an_empty_one():
    with pytest.raises(SecretStoreError):
        asyncio.run(Secrets({}, keyring.backends.fail.Keyring()).get("desk"))


def test_a_keyring_that_writes_plain_files_is_not_used(monkeypatch):
    class PlaintextKeyring(Memory):
        pass

    monkeypatch.setattr("keyring.get_keyring", lambda: PlaintextKeyring(desk="readable"))
    with pytest.raises(SecretStoreError, match="plain file"):
        asyncio.run(Secrets({}).get("desk"))


def test_accounts_are_told_apart_by_user_and_host():
    assert account_name(PbxSettings(("pbx.example:5039",), username="desk")) == "desk@pbx.example"
    assert account_name(PbxSettings()) == "@"


LDAP = Settings(ldap=LdapSettings("ldaps://directory.example", "dc=x", "cn=reader"))


def test_the_secret_of_a_source_stays_with_who_and_where_it_was_given_for():
    memory = Memory()
    secrets = Secrets({"TRAYDIAL_SECRET": "of the phone system"}, memory)
    asyncio.run(secrets.set(source_account("ldap", LDAP), "s3cret"))
    assert memory.kept == {"ldap cn=reader@directory.example": "s3cret"}
    assert asyncio.run(secrets.of_source("ldap", LDAP)) == "s3cret"
    elsewhere = replace(LDAP, ldap=replace(LDAP.ldap, url="ldaps://attacker.example"))
    with pytest.raises(NoSecret):
        asyncio.run(secrets.of_source("ldap", elsewhere))


def test_a_source_that_needs_no_secret_asks_for_none():
    nobody = replace(LDAP, ldap=replace(LDAP.ldap, username=""))
    assert asyncio.run(Secrets({}, keyring.backends.fail.Keyring()).of_source("ldap", nobody)) == ""


def test_what_is_taken_from_the_environment_is_not_inherited_by_programs():
    environ = {"TRAYDIAL_SECRET": "one", "TRAYDIAL_CRM_SECRET": "two", "HOME": "/home/anna"}
    secrets = taken_from(environ)
    assert environ == {"HOME": "/home/anna"}
    assert asyncio.run(secrets.get("7001@pbx")) == "one"


def test_the_environment_stands_in_for_the_keyring_for_each_source():
    secrets = Secrets({"TRAYDIAL_LDAP_SECRET": "from-env"}, Memory())
    assert asyncio.run(secrets.of_source("ldap", LDAP)) == "from-env"


@pytest.mark.parametrize(
    ("section", "settings", "account"),
    [
        ("database", {"url": "postgresql://a@db.example:5433/crm"}, "database a@db.example:5433"),
        ("database", {"url": "sqlite:////x.db"}, ""),
        ("crm", {"url": "https://c.example/{e164}", "header": "X-Key"}, "crm X-Key@c.example"),
        ("crm", {"url": "https://c.example/{e164}"}, ""),
        ("carddav", {"url": "https://d.example/", "username": "anna"}, "carddav anna@d.example"),
        ("ldap", {"username": "anna"}, ""),
    ],
)
def test_secrets_of_sources_are_told_apart(section, settings, account):
    assert source_account(section, read({section: settings})[0]) == account
