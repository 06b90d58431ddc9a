"""The queues a person has been in, kept in a small file: who has logged out will log in again."""

import json
import logging
from collections.abc import Iterable
from pathlib import Path

from traydial.services.settings_file import write_private

log = logging.getLogger(__name__)

KEPT = 30
FILE_NAME = "queues.json"


class KnownQueues:
    """The first known first. A damaged file means that there are none."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        self.names: tuple[str, ...] = _read(file) if file else ()

    def add(self, names: Iterable[str]) -> None:
        """Remember these, too."""
        names = tuple(dict.fromkeys((*self.names, *names)))[-KEPT:]
        if names == self.names:
            return
        self.names = names
        if self._file is not None:
            try:
                write_private(self._file, json.dumps(names))
            except OSError as error:
                log.info("queues are not remembered: %s", error)


def _read(file: Path) -> tuple[str, ...]:
    try:
        data = json.loads(file.read_text("utf-8"))
    except FileNotFoundError:
        return ()
    except (OSError, ValueError) as error:
        log.info("queues are unreadable: %s", error)
        return ()
    if not isinstance(data, list):
        return ()
    return tuple(dict.fromkeys(n for n in data if isinstance(n, str) and n))[:KEPT]
