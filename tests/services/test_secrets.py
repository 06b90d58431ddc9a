import asyncio

import keyring.backends.fail
import pytest

from traydial.domain.errors import NoSecret, SecretStoreError
from traydial.domain.settings import PbxSettings
from traydial.services.secrets import SERVICE, Secrets, account_name


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
