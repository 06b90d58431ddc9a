"""The calls as people know them: with the names of the contacts."""

from traydial.domain.calls import Calls
from traydial.domain.contacts import Match, digits_of, e164_of
from traydial.domain.naming import name_and_company, named
from traydial.domain.settings import Settings
from traydial.domain.store import Store
from traydial.services.contacts.directory import People
from traydial.services.origins import OriginFinder


class NamedCalls:
    """Keeps ``named`` up to date with calls, contacts, settings, and where callers are from."""

    def __init__(
        self,
        calls: Store[Calls],
        people: Store[People],
        settings: Store[Settings],
        origins: OriginFinder,
    ) -> None:
        self._calls, self._people, self._settings = calls, people, settings
        self._origins = origins
        self.named: Store[Calls] = Store(self._now())
        calls.subscribe(self._changed)
        people.subscribe(self._changed)
        settings.subscribe(self._changed)
        origins.origins.subscribe(self._changed)

    def name_of(self, number: str) -> str:
        """Return what the contacts call a number that was looked up; empty where they do not."""
        return name_and_company(self._people.value.get(number, Match()))[0]

    def _changed(self, _: object) -> None:
        self.named.set(self._now())
        dialling = self._settings.value.dialling
        for call in self.named.value.values():
            if call.alive and call.number and not call.name and not call.talking:
                e164 = e164_of(digits_of(call.number), dialling)
                self._origins.look_up(call.number, e164, dialling.country)

    def _now(self) -> Calls:
        dialling = self._settings.value.dialling
        return named(self._calls.value, self._people.value, self._origins.origins.value, dialling)
