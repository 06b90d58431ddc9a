"""The AMI secret: in the system's keyring, or in memory for this run, never in a file."""

import asyncio
import logging
from collections.abc import Mapping
from typing import Protocol, cast

from traydial.domain.errors import NoSecret, SecretStoreError
from traydial.domain.settings import PbxSettings

log = logging.getLogger(__name__)

VARIABLE = "TRAYDIAL_SECRET"  # stands in for the keyring: scripts, tests
SERVICE = "traydial"


def account_name(pbx: PbxSettings) -> str:
    """Return the name under which the keyring keeps the secret of this account."""
    host = pbx.addresses()[0][0] if pbx.hosts else ""
    return f"{pbx.username}@{host}"


class Keyring(Protocol):
    """What is used of the library keyring."""

    def get_password(self, service: str, username: str) -> str | None: ...
    def set_password(self, service: str, username: str, password: str) -> None: ...


class Secrets:
    """Finds and keeps secrets. A keyring may ask the user, so it is met in a thread."""

    def __init__(self, environ: Mapping[str, str], keyring: Keyring | None = None) -> None:
        """Take the secret of this environment, if any; no ``keyring`` means the system's."""
        self._from_environment = environ.get(VARIABLE)
        self._keyring = keyring
        self._this_run: dict[str, str] = {}

    async def get(self, account: str) -> str:
        """Return the secret. Raises NoSecret, or SecretStoreError when it cannot be read."""
        if self._from_environment is not None:
            return self._from_environment
        if account in self._this_run:
            return self._this_run[account]
        secret = await asyncio.to_thread(self._read, account)
        if not secret:
            raise NoSecret("no secret is stored for this account")
        self._this_run[account] = secret  # a reconnect must not ask the keyring again
        return secret

    async def set(self, account: str, secret: str) -> None:
        """Keep the secret. Raises SecretStoreError: then it is kept for this run only."""
        self._this_run[account] = secret
        await asyncio.to_thread(self._write, account, secret)

    def _read(self, account: str) -> str | None:
        try:
            return self._backend().get_password(SERVICE, account)
        except Exception as error:
            raise _store_error(error) from error

    def _write(self, account: str, secret: str) -> None:
        try:
            backend = self._backend()
            backend.set_password(SERVICE, account, secret)
            kept = backend.get_password(SERVICE, account) == secret
        except Exception as error:
            raise _store_error(error) from error
        if not kept:
            raise SecretStoreError("the keyring did not keep it")

    def _backend(self) -> Keyring:
        if self._keyring is not None:
            return self._keyring
        import keyring  # 75 ms, and not needed with TRAYDIAL_SECRET

        backend = keyring.get_keyring()
        if "plaintext" in type(backend).__name__.lower():  # keyrings.alt writes a readable file
            raise SecretStoreError("the only keyring here keeps secrets in a plain file")
        return cast("Keyring", backend)


def _store_error(error: Exception) -> SecretStoreError:
    if isinstance(error, SecretStoreError):
        return error
    # backends raise whatever their system does (D-Bus errors, KeyringLocked, NoKeyringError)
    return SecretStoreError(f"{type(error).__name__}: {error}")
