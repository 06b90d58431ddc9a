"""Keys what is remembered for a number as soon as it has answered, where the user wants that."""

from collections.abc import Callable, Coroutine
from typing import Any

from traydial.domain.calls import Calls, Direction
from traydial.domain.remembered import Remembered
from traydial.domain.store import Store


class AfterAnswer:
    """Only for calls that were seen on their way: a reconnect sends nothing twice."""

    def __init__(
        self,
        calls: Store[Calls],
        remembered: Callable[[str], Remembered | None],
        send: Callable[[str, str], Coroutine[Any, Any, None]],
        start: Callable[[Coroutine[Any, Any, None]], None],
    ) -> None:
        self._remembered, self._send, self._start = remembered, send, start
        self._on_their_way: frozenset[str] = frozenset()
        calls.subscribe(self._calls_changed)

    def _calls_changed(self, calls: Calls) -> None:
        out = [c for c in calls.values() if c.alive and c.direction is Direction.OUT]
        answered = [c for c in out if c.talking and c.key in self._on_their_way]
        self._on_their_way = frozenset(c.key for c in out if not c.talking)
        for call in answered:
            known = self._remembered(call.number)
            if known is not None and known.by_itself:
                self._start(self._send(call.key, known.digits))
