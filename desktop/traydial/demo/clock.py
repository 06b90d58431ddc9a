"""Time for the simulation: the only way anything in the demo waits."""

import asyncio
import time
from collections.abc import Callable
from typing import Protocol


class Timer(Protocol):
    """Something that will happen, unless it is cancelled."""

    def cancel(self) -> None:
        """Make it not happen."""


class Clock(Protocol):
    """What the simulation needs of time; tests pass one that they move by hand."""

    def time(self) -> float:
        """Return seconds since the epoch."""

    def later(self, seconds: float, call: Callable[[], object]) -> Timer:
        """Call ``call`` once, that many seconds from now."""


class LoopClock:
    """The time of the running event loop; ``speed`` 10 makes everything ten times as fast."""

    def __init__(self, speed: float = 1.0) -> None:
        self._speed = speed

    def time(self) -> float:
        """Return seconds since the epoch."""
        return time.time()

    def later(self, seconds: float, call: Callable[[], object]) -> Timer:
        """Call ``call`` once, that many (simulated) seconds from now."""
        return asyncio.get_running_loop().call_later(seconds / self._speed, call)
