"""Where unknown callers call from, found out by a process that ends again."""

import asyncio
import logging
import subprocess  # nosec B404 - our own program, no shell
import sys
from collections.abc import Mapping, Sequence

from traydial.domain.store import Store

log = logging.getLogger(__name__)

WITHIN_S = 10.0
REMEMBERED = 200
MOST_WAITING = 5  # a flood of calls is not answered by a flood of processes
MOST_LETTERS = 100

Origins = Mapping[str, str]


class OriginFinder:
    """Fills ``origins``: where a number is from, by the number as the PBX tells it."""

    def __init__(self, command: Sequence[str], origins: Store[Origins]) -> None:
        self._command, self.origins = [*command], origins
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._one_at_a_time = asyncio.Lock()

    def look_up(self, number: str, e164: str, country: str) -> None:
        """Find out in the background; a number that is known is not asked about again."""
        known = number in self.origins.value or number in self._tasks
        if not e164 or known or len(self._tasks) >= MOST_WAITING:
            return
        task = asyncio.get_running_loop().create_task(self._find(number, e164, country))
        self._tasks[number] = task
        task.add_done_callback(lambda _: self._tasks.pop(number, None))

    async def aclose(self) -> None:
        """Ask no more."""
        for task in [*self._tasks.values()]:
            task.cancel()
        await asyncio.gather(*self._tasks.values(), return_exceptions=True)

    async def _find(self, number: str, e164: str, country: str) -> None:
        async with self._one_at_a_time:
            origin = await asyncio.to_thread(_asked, self._command, f"{e164} {country}\n")
        newest = [*self.origins.value.items()][-REMEMBERED + 1 :]
        self.origins.set({**dict(newest), number: origin})


def _asked(command: list[str], line: str) -> str:
    """Return what the process says. The number goes there unseen by other users."""
    flags = 0x08000000 if sys.platform == "win32" else 0  # no console window
    try:
        done = subprocess.run(  # noqa: S603 # nosec B603
            command,
            input=line,
            capture_output=True,
            check=True,
            encoding="utf-8",
            errors="replace",
            timeout=WITHIN_S,
            creationflags=flags,
        )
    except (OSError, subprocess.SubprocessError) as error:
        log.info("where a caller is from was not found out: %s", type(error).__name__)
        return ""
    return done.stdout.strip()[:MOST_LETTERS]
