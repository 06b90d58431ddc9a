"""The contacts that the settings name, asked about whoever calls or is called."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from traydial.app.forgetting import without
from traydial.app.make_sources import pbx_source, sources_of
from traydial.domain.calls import Calls
from traydial.domain.contacts import Contact
from traydial.domain.settings import Settings
from traydial.domain.store import Store
from traydial.services.contacts.carddav import CardDavContacts
from traydial.services.contacts.directory import Directory, People
from traydial.services.contacts.files import FileContacts
from traydial.services.contacts.pbx import PbxContacts
from traydial.services.contacts.pictures import PictureFinder, Pictures
from traydial.services.secrets import Secrets

MOST = 20  # lines that somebody looks at


class ContactSources:
    """Follows settings and calls and fills ``people``; ``start`` runs work in the background.

    ``pbx`` makes what asks the phone system.
    """

    def __init__(
        self,
        settings: Store[Settings],
        calls: Store[Calls],
        people: Store[People],
        start: Callable[[Coroutine[Any, Any, None]], None],
        secrets: Secrets,
        pbx: Callable[[Settings], PbxContacts | None] = lambda _: None,
    ) -> None:
        self._settings, self._calls, self._people = settings, calls, people
        self._start, self._secrets, self._pbx = start, secrets, pbx
        self._built_for: object = None
        self._directory: Directory | None = None
        self._leaving: set[Directory] = set()
        self._asked: dict[str, str] = {}  # by call: the number that was looked up
        self.pictures: Store[Pictures] = Store({})
        self._pictures = PictureFinder(self._source_of, self.pictures)
        self._ends = [
            settings.subscribe(self._settings_changed),
            calls.subscribe(self._calls_changed),
            people.subscribe(self._people_changed),
        ]

    def open(self) -> None:
        """Begin to read; again, where a password has changed."""
        self._built_for = None
        self._settings_changed(self._settings.value)

    def search(self, text: str) -> list[Contact]:
        """Return who is called so, at once: of what is read by now."""
        sources = self._directory.sources if self._directory is not None else ()
        here = (s for s in sources if isinstance(s, FileContacts | CardDavContacts))
        return [contact for source in here for contact in source.known(text, MOST)][:MOST]

    async def ask(self, text: str) -> list[Contact]:
        """Return who is called so, of all sources; those that are late are left out."""
        return await self._directory.search(text, MOST) if self._directory is not None else []

    async def answered(self, number: str) -> None:
        """Ask about a number where nobody has, and wait until all have answered."""
        if self._directory is not None:
            if number not in self._people.value:
                self._directory.look_up(number)
            await self._directory.answered(number)

    def forget(self, is_theirs: Callable[[str], bool]) -> None:
        """Keep nothing that was told of these numbers; the sources keep what is theirs."""
        if self._directory is not None:
            self._directory.forget(is_theirs)
        self._people.set(without(self._people.value, is_theirs))
        self.pictures.set(without(self.pictures.value, is_theirs))

    async def aclose(self) -> None:
        """Stop watching the files and asking."""
        for end in self._ends:
            end()
        await self._pictures.aclose()
        if self._directory is not None:
            self._leaving.add(self._directory)
        await asyncio.gather(*(self._left(old) for old in [*self._leaving]))

    def _calls_changed(self, calls: Calls) -> None:
        self._asked = {key: number for key, number in self._asked.items() if key in calls}
        if self._directory is None:
            return
        for call in calls.values():
            if call.number and call.alive and self._asked.get(call.key) != call.number:
                self._asked[call.key] = call.number
                self._directory.look_up(call.number)

    def _people_changed(self, people: People) -> None:
        for number, match in people.items():
            if match.exact and match.certain is not None:
                self._pictures.look_up(number, match.certain)

    def _source_of(self, contact: Contact) -> object:
        sources = self._directory.sources if self._directory is not None else ()
        return next((source for source in sources if source.name == contact.source), None)

    def _settings_changed(self, settings: Settings) -> None:
        wanted = (
            settings.contacts,
            settings.carddav,
            settings.ldap,
            settings.crm,
            settings.database,
            settings.dialling,
        )
        if self._built_for == wanted:
            return
        self._built_for = wanted
        old, self._directory = self._directory, self._made(settings)
        if old is not None:
            old.stop()
            self._leaving.add(old)
        self._pictures.forget()
        self._people.set({})  # whom no source knows any more is nobody's contact
        self._asked.clear()
        self._start(self._exchanged(old, self._directory))

    def _made(self, settings: Settings) -> Directory | None:
        own = sources_of(settings, lambda section: self._secrets.of_source(section, settings))
        pbx = pbx_source(settings, self._pbx(settings))
        if not own and not pbx:
            return None
        return Directory(own, settings.dialling, self._people, otherwise=pbx)

    async def _exchanged(self, old: Directory | None, new: Directory | None) -> None:
        if new is not None and new is self._directory:  # else the settings have changed again
            await new.start()
            self._calls_changed(self._calls.value)
        if old is not None:
            await self._left(old)

    async def _left(self, old: Directory) -> None:
        await old.aclose()
        self._leaving.discard(old)
