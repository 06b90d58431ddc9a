"""Says what is out of order with the phone system, and when it is over."""

import asyncio
from collections.abc import Callable

from traydial.domain.health import Announcer, Health, News
from traydial.domain.store import Store


class Announcing:
    """``say`` is given each piece of news once."""

    def __init__(self, health: Store[Health], say: Callable[[News], None]) -> None:
        self._health, self._say = health, say
        self._announcer = Announcer()
        self._later: asyncio.TimerHandle | None = None
        self._end = health.subscribe(lambda _: self._look())

    def close(self) -> None:
        """Say nothing any more."""
        self._end()
        if self._later is not None:
            self._later.cancel()
            self._later = None

    def _look(self) -> None:
        if self._later is not None:
            self._later.cancel()
            self._later = None
        loop = asyncio.get_running_loop()
        news, again = self._announcer.look(self._health.value, loop.time())
        if again is not None:
            self._later = loop.call_at(again, self._look)
        for piece in news:
            self._say(piece)
