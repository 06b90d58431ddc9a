"""The calls as people know them: with the names of the contacts."""

from traydial.domain.calls import Calls
from traydial.domain.contacts import Match
from traydial.domain.naming import name_and_company, named
from traydial.domain.settings import Settings
from traydial.domain.store import Store
from traydial.services.contacts.directory import People


class NamedCalls:
    """Keeps ``named`` up to date with calls, contacts and settings."""

    def __init__(
        self, calls: Store[Calls], people: Store[People], settings: Store[Settings]
    ) -> None:
        self._calls, self._people, self._settings = calls, people, settings
        self.named: Store[Calls] = Store(self._now())
        calls.subscribe(self._changed)
        people.subscribe(self._changed)
        settings.subscribe(self._changed)

    def name_of(self, number: str) -> str:
        """Return what the contacts call a number that was looked up; empty where they do not."""
        return name_and_company(self._people.value.get(number, Match()))[0]

    def _changed(self, _: object) -> None:
        self.named.set(self._now())

    def _now(self) -> Calls:
        return named(self._calls.value, self._people.value, self._settings.value.dialling)
