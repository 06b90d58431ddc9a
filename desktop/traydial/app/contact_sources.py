"""The contacts that the settings name, asked about whoever calls or is called."""

from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

from traydial.domain.calls import Calls
from traydial.domain.contacts import Contact
from traydial.domain.settings import Settings
from traydial.domain.store import Store
from traydial.services.contacts import ContactSource
from traydial.services.contacts.directory import Directory, People
from traydial.services.contacts.files import FileContacts

MOST = 20  # lines that somebody looks at


class ContactSources:
    """Follows settings and calls and fills ``people``; ``start`` runs work in the background."""

    def __init__(
        self,
        settings: Store[Settings],
        calls: Store[Calls],
        people: Store[People],
        start: Callable[[Coroutine[Any, Any, None]], None],
    ) -> None:
        self._settings, self._calls, self._people = settings, calls, people
        self._start = start
        self._built_for: object = None
        self._files: FileContacts | None = None
        self._directory: Directory | None = None
        self._asked: dict[str, str] = {}  # by call: the number that was looked up
        self._ends = [
            settings.subscribe(self._settings_changed),
            calls.subscribe(self._calls_changed),
        ]

    def open(self) -> None:
        """Begin to read."""
        self._settings_changed(self._settings.value)

    def search(self, text: str) -> list[Contact]:
        """Return who is called so, at once: of what is read by now."""
        return self._files.known(text, MOST) if self._files is not None else []

    async def answered(self, number: str) -> None:
        """Wait until all that is known of a number has come in."""
        if self._directory is not None:
            await self._directory.answered(number)

    async def aclose(self) -> None:
        """Stop watching the files and asking."""
        for end in self._ends:
            end()
        if self._directory is not None:
            await self._directory.aclose()

    def _calls_changed(self, calls: Calls) -> None:
        self._asked = {key: number for key, number in self._asked.items() if key in calls}
        if self._directory is None:
            return
        for call in calls.values():
            if call.number and call.alive and self._asked.get(call.key) != call.number:
                self._asked[call.key] = call.number
                self._directory.look_up(call.number)

    def _settings_changed(self, settings: Settings) -> None:
        if self._built_for == (wanted := (settings.contacts, settings.dialling)):
            return
        self._built_for = wanted
        old, sources = self._directory, self._sources(settings)
        self._directory = Directory(sources, settings.dialling, self._people) if sources else None
        self._asked.clear()
        self._start(self._exchanged(old, self._directory))

    def _sources(self, settings: Settings) -> list[ContactSource]:
        paths = [Path(name).expanduser() for name in settings.contacts.files]
        self._files = FileContacts(paths) if paths else None
        return [self._files] if self._files is not None else []

    async def _exchanged(self, old: Directory | None, new: Directory | None) -> None:
        if old is not None:
            await old.aclose()
        if new is not self._directory:
            return  # the settings have changed again
        self._people.set({})  # whom no source knows any more is nobody's contact
        if new is not None:
            await new.start()
            self._calls_changed(self._calls.value)
