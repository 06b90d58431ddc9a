"""Calls that come in now and then, so that there is something to see."""

import itertools
from collections.abc import Callable

from traydial.demo.clock import Clock, Timer

# (number, name, the queue or number it comes through)
VISITORS = (
    ("7003", "Anna Berger", ""),
    ("+4930901820", "Müller & Söhne GmbH", ""),
    ("+442079460018", "Harriet Shaw", "support"),
    ("+4989123456", "", "group"),
    ("7002", "Bob", ""),
    ("+4940228870", "Praxis Dr. Öztürk", "support"),
)


class Visitors:
    """Lets the next of ``VISITORS`` call every so often; never without ``every``."""

    def __init__(
        self, clock: Clock, call_in: Callable[[str, str, str], None], every: float | None
    ) -> None:
        self._clock, self._call_in, self._every = clock, call_in, every
        self._next = itertools.cycle(VISITORS)
        self._timer: Timer | None = None

    def begin(self) -> None:
        """Start waiting for the first."""
        if self._every is not None:
            self._timer = self._clock.later(self._every, self._call)

    def end(self) -> None:
        """Let nobody call any more."""
        if self._timer is not None:
            self._timer.cancel()

    def _call(self) -> None:
        self._call_in(*next(self._next))
        self.begin()
