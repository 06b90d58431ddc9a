"""Knows when nobody watched the phone system: the link was down, or the program not there."""

import asyncio
import logging
from collections.abc import Callable
from pathlib import Path

from traydial.domain.connection import Connection, Link
from traydial.domain.history import Gap
from traydial.domain.store import Store
from traydial.services.settings_file import write_private

log = logging.getLogger(__name__)

FILE_NAME = "watched"  # until when, in seconds since the epoch
EVERY_S = 60.0
SHORTEST_S = 60.0  # what is shorter is a hiccup: calls that rang are found again after it


class Watching:
    """Follows the link; ``on_gap`` is told of each gap when it is over."""

    def __init__(
        self,
        file: Path,
        connection: Store[Connection],
        on_gap: Callable[[Gap], None],
        clock: Callable[[], float],
    ) -> None:
        self._file, self._on_gap, self._clock = file, on_gap, clock
        self._online = False
        self._until = _read(file)
        connection.subscribe(self._changed)

    async def run(self) -> None:
        """Keep a note of until when somebody watched, should the program be killed."""
        while True:
            self._note()
            await asyncio.sleep(EVERY_S)

    def close(self) -> None:
        """Note the last moment."""
        self._note()

    def _changed(self, connection: Connection) -> None:
        before, self._online = self._online, connection.link is Link.ONLINE
        if before and not self._online:
            self._until = self._clock()
        elif self._online and not before:
            now = self._clock()
            if self._until is not None and now - self._until >= SHORTEST_S:
                self._on_gap(Gap(self._until, now))
            self._note()

    def _note(self) -> None:
        if not self._online:
            return
        self._until = self._clock()
        try:
            write_private(self._file, f"{self._until:.0f}\n")
        except OSError as error:
            log.info("until when calls were watched is not kept: %s", error)


def _read(file: Path) -> float | None:
    try:
        return float(file.read_text("ascii"))
    except (OSError, ValueError):
        return None
