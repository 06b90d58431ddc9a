"""Waits for busy colleagues and offers, once each, to call them when they are free."""

from collections.abc import Callable, Coroutine
from typing import Any

from traydial.app.core import Core
from traydial.domain.numbers import Number
from traydial.domain.presence import Colleague
from traydial.domain.privileges import Ability
from traydial.domain.wishes import Question, Source
from traydial.services.presence import PresenceWatch

Ask = Callable[[Question, Callable[[Number | None], None]], None]


class WhenFree:
    """``ask`` shows the offer; ``dial`` takes it."""

    def __init__(
        self,
        core: Callable[[], Core],
        ask: Ask,
        dial: Callable[[str], Coroutine[Any, Any, str]],
        start: Callable[[Coroutine[Any, Any, None]], None],
    ) -> None:
        self._core, self._ask, self._dial, self._start = core, ask, dial, start
        self._waiting: set[str] = set()

    def can_wait_for(self, number: str) -> bool:
        """Tell whether the PBX says that somebody is busy now, and will say when not."""
        core = self._core()
        colleague = core.presence.colleagues.value.get(number)
        may = core.connection.value.may(Ability.PRESENCE)
        return may and colleague is not None and colleague.state.engaged

    def wait_for(self, number: str) -> None:
        """Offer to call a colleague once they are free; asked twice, it offers once."""
        watch = self._core().presence
        if number not in self._waiting:
            self._waiting.add(number)
            self._start(self._wait(watch, number))

    async def _wait(self, watch: PresenceWatch, number: str) -> None:
        try:
            await watch.free(number)
        finally:
            self._waiting.discard(number)
        colleague = watch.colleagues.value.get(number) or Colleague(number)
        shown = f"{colleague.name}, {number}" if colleague.name else number

        def answered(chosen: Number | None) -> None:
            if chosen is not None:
                self._start(self._call(chosen.dial))

        self._ask(Question((Number(number, number, shown),), Source.PRESENCE, "free"), answered)

    async def _call(self, number: str) -> None:
        await self._dial(number)
