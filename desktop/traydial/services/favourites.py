"""The numbers a person has marked with a star, kept in a small file of the user's own."""

import json
import logging
from pathlib import Path

from traydial.services.settings_file import write_private

log = logging.getLogger(__name__)

KEPT = 200
FILE_NAME = "favourites.json"


class Favourites:
    """The oldest first. A damaged file means that there are none."""

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self.numbers: tuple[str, ...] = _read(file) if file else ()

    def mark(self, number: str, on: bool) -> None:
        """Give a number a star or take it away."""
        if not number or (number in self.numbers) is on:
            return
        others = tuple(kept for kept in self.numbers if kept != number)
        self.numbers = (*others, number)[-KEPT:] if on else others
        if self._file is not None:
            try:
                write_private(self._file, json.dumps(self.numbers))
            except OSError as error:
                log.info("favourites are not kept: %s", error)


def _read(file: Path) -> tuple[str, ...]:
    try:
        data = json.loads(file.read_text("utf-8"))
    except FileNotFoundError:
        return ()
    except (OSError, ValueError) as error:
        log.info("favourites are unreadable: %s", error)
        return ()
    if not isinstance(data, list):
        return ()
    return tuple(dict.fromkeys(n for n in data if isinstance(n, str) and n))[:KEPT]
