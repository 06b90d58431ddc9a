"""Runs what blocks in one thread of its own, one piece of work at a time.

A database that hangs then holds up neither the interface nor names, files and secrets, and
the next caller is not queued behind the last: they are told at once that it is busy.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from traydial.domain.errors import LookupFailed
from traydial.domain.language import tr

Result = TypeVar("Result")


class OneThread:
    """``run`` may be called again once the last work has ended, however long that takes."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._pool = ThreadPoolExecutor(1, thread_name_prefix=f"traydial-{name}")
        self._queue = asyncio.Semaphore(1)
        self._busy: asyncio.Future[Any] | None = None
        self._closed = False

    async def run(self, work: Callable[[], Result]) -> Result:
        """Do the work. Raises LookupFailed where work that was given up still hangs."""
        async with self._queue:
            if self._busy is not None and not self._busy.done():
                raise LookupFailed(tr("it still works on an earlier call"))
            if self._closed:
                raise LookupFailed(tr("it is not asked any more"))
            future = asyncio.get_running_loop().run_in_executor(self._pool, work)
            self._busy = future
            # a thread cannot be stopped: giving up leaves it to its own time-out
            return await asyncio.shield(future)

    def close(self) -> None:
        """Let the thread end when its work has."""
        self._closed = True
        hangs = self._busy is not None and not self._busy.done()
        if self._busy is not None and hangs:
            self._busy.add_done_callback(_retrieved)
        self._pool.shutdown(wait=not hangs, cancel_futures=True)


def _retrieved(future: "asyncio.Future[Any]") -> None:
    if not future.cancelled():
        future.exception()  # nobody is left to be told
