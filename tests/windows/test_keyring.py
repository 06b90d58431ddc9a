"""The password in Windows' own Credential Manager."""

import asyncio
import uuid

import keyring
import pytest

from traydial.domain.errors import NoSecret
from traydial.services.secrets import SERVICE, Secrets


@pytest.fixture
def account():
    name = f"test-{uuid.uuid4()}@pbx.example.net"
    yield name
    if keyring.get_password(SERVICE, name) is not None:
        keyring.delete_password(SERVICE, name)


def test_it_is_kept_and_found_by_the_next_start(account):
    assert type(keyring.get_keyring()).__name__ == "WinVaultKeyring"
    with pytest.raises(NoSecret):
        asyncio.run(Secrets({}).get(account))
    asyncio.run(Secrets({}).set(account, "pä55 wörd ☎"))
    assert asyncio.run(Secrets({}).get(account)) == "pä55 wörd ☎"
    asyncio.run(Secrets({}).set(account, "another"))
    assert asyncio.run(Secrets({}).get(account)) == "another"


def test_accounts_do_not_mix(account):
    other = account.replace("pbx", "pbx2")
    asyncio.run(Secrets({}).set(account, "one"))
    asyncio.run(Secrets({}).set(other, "two"))
    assert asyncio.run(Secrets({}).get(account)) == "one"
    assert asyncio.run(Secrets({}).get(other)) == "two"
    keyring.delete_password(SERVICE, other)
