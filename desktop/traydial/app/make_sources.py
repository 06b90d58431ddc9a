"""Makes the sources of contacts that the settings name, each imported only where it is used."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

from traydial.domain.contacts import Contact
from traydial.domain.errors import LookupFailed
from traydial.domain.language import tr
from traydial.domain.settings import Settings
from traydial.services.contacts import ContactSource
from traydial.services.contacts.files import FileContacts
from traydial.services.contacts.pbx import PbxContacts

Secret = Callable[[str], Awaitable[str]]  # of a section; empty where it needs none


def sources_of(settings: Settings, secret: Secret) -> list[ContactSource]:
    """Return the user's own sources, those nearest to them first."""
    found: list[ContactSource] = []
    if settings.contacts.files:
        found.append(FileContacts([Path(name).expanduser() for name in settings.contacts.files]))
    for is_used, make in (
        (settings.carddav.url, _carddav),
        (settings.ldap.url, _ldap),
        (settings.crm.url, _crm),
        (settings.database.url and settings.database.query, _database),
    ):
        if is_used:
            found.append(make(settings, secret))
    return found


def pbx_source(settings: Settings, ask: PbxContacts | None) -> list[ContactSource]:
    """Return the phone system, where the settings let it tell names."""
    return [ask] if ask is not None and settings.contacts.pbx else []


class Unusable:
    """Stands for a source that something is missing for."""

    def __init__(self, name: str, why: str) -> None:
        self.name, self.problem = name, why

    by_name = True

    async def start(self) -> None:
        """Do nothing."""

    async def candidates(self, number: str) -> Sequence[Contact]:
        """Say what is missing."""
        raise LookupFailed(self.problem)

    async def search(self, text: str, most: int) -> Sequence[Contact]:
        """Say what is missing."""
        raise LookupFailed(self.problem)

    async def aclose(self) -> None:
        """Do nothing."""


def _carddav(settings: Settings, secret: Secret) -> ContactSource:
    from traydial.services.contacts.carddav import CardDavContacts

    book = settings.carddav
    return CardDavContacts(
        book.url, book.username, lambda: secret("carddav"), ca_file=_file(book.ca_file)
    )


def _ldap(settings: Settings, secret: Secret) -> ContactSource:
    from traydial.services.contacts.ldap import LdapContacts, LdapPlace

    if lacks := _lacking("ldap", "ldap3"):
        return Unusable(LdapContacts.name, lacks)
    of = settings.ldap
    start_tls = of.start_tls and of.url.lower().startswith("ldap://")
    place = LdapPlace(of.url, of.base, of.username, start_tls, _file(of.ca_file))
    return LdapContacts(place, lambda: secret("ldap"))


def _database(settings: Settings, secret: Secret) -> ContactSource:
    from traydial.services.contacts.sql import SqlContacts

    if lacks := _lacking("database", "sqlalchemy"):
        return Unusable(SqlContacts.name, lacks)
    of = settings.database
    dialling = settings.dialling
    return SqlContacts(of.url, of.query, dialling, lambda: secret("database"), of.search)


def _crm(settings: Settings, secret: Secret) -> ContactSource:
    from traydial.services.contacts.crm import CrmContacts, CrmPlaces

    of = settings.crm

    async def headers() -> Mapping[str, str]:
        return {of.header: await secret("crm")} if of.header else {}

    places = CrmPlaces(of.contacts, of.name, of.company, of.number, of.link, of.picture)
    return CrmContacts(
        of.url,
        places,
        settings.dialling,
        headers,
        ca_file=_file(of.ca_file),
        search=of.search,
    )


def _lacking(extra: str, module: str) -> str:
    if find_spec(module) is not None:
        return ""
    return tr("a part of Traydial is not installed: pip install 'traydial[{extra}]'", extra=extra)


def _file(name: str) -> str:
    return str(Path(name).expanduser()) if name else ""
