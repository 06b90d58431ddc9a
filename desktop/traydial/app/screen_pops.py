"""Opens the customer's page and starts the user's own command when somebody calls."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

from traydial.domain.calls import Call, Calls, in_front
from traydial.domain.contacts import Match
from traydial.domain.errors import DesktopError, NoPage
from traydial.domain.screen_pop import (
    NOBODY,
    Event,
    Events,
    Opened,
    command_of,
    has_own_page,
    may_have_page,
    page_of,
    wants_command,
    wants_page,
)
from traydial.domain.settings import Settings
from traydial.domain.store import Store
from traydial.platforms import Launcher
from traydial.services.contacts.directory import People

log = logging.getLogger(__name__)

TWICE_S = 1.0
WAIT_S = 2.0  # for the contacts, before the page of whoever is unknown is opened


class ScreenPops:
    """Follows the calls. ``answered`` waits until all sources have told of a number."""

    def __init__(
        self,
        settings: Store[Settings],
        calls: Store[Calls],
        people: Store[People],
        answered: Callable[[str], Awaitable[None]],
        start: Callable[[Coroutine[Any, Any, None]], None],
        launcher: Launcher,
        say: Callable[[DesktopError], None],
        clock: Callable[[], float],
        wait_s: float = WAIT_S,
    ) -> None:
        self._settings, self._calls, self._people = settings, calls, people
        self._answered, self._start, self._launcher = answered, start, launcher
        self._say, self._clock, self._wait_s = say, clock, wait_s
        self._events, self._opened = Events(), Opened()
        self._clicked = ("", 0.0)
        self._told: set[str] = set()  # what went wrong and was said: not once for each call
        settings.subscribe(lambda _: self._told.clear())
        calls.subscribe(self._calls_changed)

    def can_open(self, number: str) -> bool:
        """Tell whether a page belongs to a number, or may: of a call of long ago."""
        if self._page(number):
            return True
        settings, calls = self._settings.value, self._calls.value.values()
        is_asked = number in self._people.value or any(call.number == number for call in calls)
        return not is_asked and may_have_page(settings, number)

    async def open_contact(self, number: str) -> None:
        """Open the page of whoever has this number. Raises NoPage, NotOpened."""
        page = self._page(number)
        if number not in self._people.value:  # a call of long ago
            await self._who(number)
            page = self._page(number)
        if not page:
            raise NoPage(number)
        last, self._clicked = self._clicked, (page, self._clock())
        if last[0] == page and 0 <= self._clicked[1] - last[1] < TWICE_S:
            return  # a double click
        await self._launcher.open_page(page)

    async def open_current(self) -> None:
        """Open the page of whom one talks to, or who rings, or has just hung up."""
        calls = [call for call in self._calls.value.values() if call.number]
        alive = [call for call in calls if call.alive]
        front = in_front(self._calls.value)
        call = front or next(iter([*alive[-1:], *calls[-1:]]), None)
        await self.open_contact(call.number if call is not None else "")

    async def try_page(self, settings: Settings, number: str) -> None:
        """Open what these settings would open for a number. Raises NoPage, NotOpened."""
        page = page_of(settings, number, await self._who(number))
        if not page:
            raise NoPage(number)
        await self._launcher.open_page(page)

    async def try_command(self, settings: Settings, number: str) -> None:
        """Start what these settings would start for a number. Raises NotOpened."""
        if settings.pop.command:
            command = command_of(settings, Event.RING, number, await self._who(number))
            await self._launcher.start(command)

    # -- within

    def _page(self, number: str) -> str:
        found = [call for call in self._calls.value.values() if call.number == number]
        call = found[-1] if found else None
        return page_of(self._settings.value, number, self._match(number), call)

    def _match(self, number: str) -> Match:
        return self._people.value.get(number, NOBODY)

    def _calls_changed(self, calls: Calls) -> None:
        settings = self._settings.value
        for event, call in self._events.of(calls):
            if wants_page(settings, event, call, calls):
                self._start(self._said(self._pop(call)))
            if wants_command(settings, event, call):
                self._start(self._said(self._run(event, call)))

    async def _pop(self, call: Call) -> None:
        match = await self._who(call.number)
        now = self._calls.value.get(call.key)
        if now is None or not now.alive or now.number != call.number:
            return  # over by now, or somebody else's
        page = page_of(self._settings.value, call.number, match, now, by_itself=True)
        if not page:
            return
        if not self._opened.may_open(now, page, self._clock()):
            log.info("not opened by itself: once for each caller, and only a few a minute")
            return
        await self._launcher.open_page(page)

    async def _run(self, event: Event, call: Call) -> None:
        match = self._match(call.number) if event is Event.END else await self._who(call.number)
        now = self._calls.value.get(call.key, call)
        await self._launcher.start(command_of(self._settings.value, event, call.number, match, now))

    async def _who(self, number: str) -> Match:
        """Return whose number it is, as far as the contacts tell within a moment."""
        clear = asyncio.Event()

        def look(people: People) -> None:
            if has_own_page(self._settings.value, people.get(number, NOBODY)):
                clear.set()

        end = self._people.subscribe(look)
        look(self._people.value)
        waiting = [
            asyncio.ensure_future(self._answered(number)),
            asyncio.ensure_future(clear.wait()),
        ]
        try:
            await asyncio.wait(waiting, timeout=self._wait_s, return_when=asyncio.FIRST_COMPLETED)
        finally:
            end()
            for task in waiting:
                task.cancel()
        return self._match(number)

    async def _said(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except DesktopError as error:
            if str(error) not in self._told:
                self._told.add(str(error))
                self._say(error)
