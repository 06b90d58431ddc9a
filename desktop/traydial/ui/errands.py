"""Runs what a person asked for and brings the outcome back to where it was asked."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from traydial.domain.errors import DesktopError

T = TypeVar("T")
Start = Callable[[Coroutine[Any, Any, None]], None]
Fail = Callable[[DesktopError], None]


class Errands:
    """The errands of one window.

    Once the window is gone nothing is brought back to it; an error that comes later is
    handed to ``otherwise``, so that none is lost.
    """

    def __init__(self, start: Start, otherwise: Fail) -> None:
        self._start, self._otherwise = start, otherwise
        self._over = False

    def run(
        self,
        work: Coroutine[Any, Any, T],
        failed: Fail,
        done: Callable[[T], None] | None = None,
    ) -> "Errand":
        """Start ``work``; call ``done`` with what it returns or ``failed`` with its error."""
        errand = Errand()

        async def go() -> None:
            errand.began()
            try:
                result = await work
            except DesktopError as error:
                errand.ended()
                (self._otherwise if self._over else failed)(error)
            except Exception as error:  # a mistake of ours: it may not leave buttons waiting
                errand.ended()
                told = DesktopError(f"{type(error).__name__}: {error}")
                (self._otherwise if self._over else failed)(told)
                raise
            else:
                errand.ended()
                if done is not None and not self._over:
                    done(result)
            finally:
                errand.ended()

        self._start(go())
        return errand

    def end(self) -> None:
        """Bring nothing back any more."""
        self._over = True


class Errand:
    """One errand under way, which can be called off."""

    def __init__(self) -> None:
        self._task: asyncio.Task[Any] | None = None
        self._called_off = False

    def began(self) -> None:
        """Note that it runs now, in this task."""
        self._task = asyncio.current_task()
        if self._called_off and self._task is not None:
            self._task.cancel()

    def ended(self) -> None:
        """Note that there is nothing to call off any more."""
        self._task = None

    def call_off(self) -> None:
        """Stop it; neither ``done`` nor ``failed`` is called then."""
        self._called_off = True
        if self._task is not None:
            self._task.cancel()
