"""Secrets: in the system's keyring, or in memory for this run, never in a file.

The PBX's, and those of sources such as a directory or a database, each bound to who asks where:
settings that lead elsewhere do not take the old password there.
"""

import asyncio
import logging
from collections.abc import Mapping, MutableMapping
from typing import Protocol, cast

from traydial.domain.contact_settings import host_of
from traydial.domain.errors import NoSecret, SecretStoreError
from traydial.domain.settings import PbxSettings, Settings

log = logging.getLogger(__name__)

VARIABLE = "TRAYDIAL_SECRET"  # stands in for the keyring: scripts, tests
SERVICE = "traydial"


def account_name(pbx: PbxSettings) -> str:
    """Return the name under which the keyring keeps the secret of this account."""
    host = pbx.addresses()[0][0] if pbx.hosts else ""
    return f"{pbx.username}@{host}"


def variable_of(section: str) -> str:
    """Return the variable that stands in for the keyring for the secret of one source."""
    return f"TRAYDIAL_{section.upper()}_SECRET"


def taken_from(environ: MutableMapping[str, str]) -> "Secrets":
    """Return the secrets of this environment, which has them no more: programs inherit it."""
    secrets = Secrets(environ)
    for name in [name for name in environ if _is_secret(name)]:
        del environ[name]
    return secrets


def _is_secret(name: str) -> bool:
    return name.startswith("TRAYDIAL_") and name.endswith("SECRET")


def source_account(section: str, settings: Settings) -> str:
    """Return the name under which the keyring keeps the secret of a section of the settings.

    It is empty where that section needs none.
    """
    of = getattr(settings, section)
    who = of.header if section == "crm" else getattr(of, "username", "") or user_of(of.url)
    return f"{section} {who}@{host_of(of.url)}" if who and of.url else ""


def user_of(url: str) -> str:
    """Return the user in an address, as databases have it."""
    before, mark, _ = url.partition("://")[2].partition("/")[0].rpartition("@")
    return before if mark else ""


class Keyring(Protocol):
    """What is used of the library keyring."""

    def get_password(self, service: str, username: str) -> str | None: ...
    def set_password(self, service: str, username: str, password: str) -> None: ...


class Secrets:
    """Finds and keeps secrets. A keyring may ask the user, so it is met in a thread."""

    def __init__(self, environ: Mapping[str, str], keyring: Keyring | None = None) -> None:
        """Take the secret of this environment, if any; no ``keyring`` means the system's."""
        self._from_environment = {n: value for n, value in environ.items() if _is_secret(n)}
        self._keyring = keyring
        self._this_run: dict[str, str] = {}

    @property
    def given(self) -> bool:
        """Whether the environment has brought the PBX's secret, so that none is looked for."""
        return VARIABLE in self._from_environment

    async def get(self, account: str, variable: str = VARIABLE) -> str:
        """Return the secret. Raises NoSecret, or SecretStoreError when it cannot be read."""
        if variable in self._from_environment:
            return self._from_environment[variable]
        if account in self._this_run:
            return self._this_run[account]
        secret = await asyncio.to_thread(self._read, account)
        if not secret:
            raise NoSecret("no secret is stored for this account")
        self._this_run[account] = secret  # a reconnect must not ask the keyring again
        return secret

    async def of_source(self, section: str, settings: Settings) -> str:
        """Return the secret of a source, empty where it needs none. Raises as ``get``."""
        account = source_account(section, settings)
        return await self.get(account, variable_of(section)) if account else ""

    async def set(self, account: str, secret: str) -> None:
        """Keep the secret. Raises SecretStoreError: then it is kept for this run only."""
        self._this_run[account] = secret
        await asyncio.to_thread(self._write, account, secret)

    async def keyring_name(self) -> str:
        """Read from the keyring and return what it is. Raises SecretStoreError."""
        return await asyncio.to_thread(self._look)

    def _look(self) -> str:
        try:
            backend = self._backend()
            backend.get_password(SERVICE, "doctor")
        except Exception as error:
            raise _store_error(error) from error
        return str(getattr(backend, "name", type(backend).__name__))

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
