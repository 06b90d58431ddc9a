"""What is keyed after certain numbers have answered, kept in a small file of the user's own."""

import json
import logging
from pathlib import Path

from traydial.domain.remembered import Remembered, is_keyable
from traydial.services.settings_file import write_private

log = logging.getLogger(__name__)

KEPT = 200
FILE_NAME = "digits.json"


class DigitMemory:
    """By number, the oldest first. A damaged file means that nothing is remembered."""

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self._known = _read(file) if file else {}

    @property
    def numbers(self) -> list[str]:
        """The numbers for which something is remembered."""
        return [*self._known]

    def of(self, number: str) -> Remembered | None:
        """Return what is keyed for a number."""
        return self._known.get(number)

    def keep(self, number: str, remembered: Remembered | None) -> None:
        """Remember something else for a number, or forget it."""
        before = self._known.pop(number, None)
        if remembered is not None and number and is_keyable(remembered.digits):
            self._known[number] = remembered
            for oldest in [*self._known][:-KEPT]:
                del self._known[oldest]
        if self._file is None or self._known.get(number) == before:
            return
        rows = {n: {"digits": r.digits, "by_itself": r.by_itself} for n, r in self._known.items()}
        try:
            write_private(self._file, json.dumps(rows))  # there may be codes among them
        except OSError as error:
            log.info("digits are not kept: %s", error)


def _read(file: Path) -> dict[str, Remembered]:
    try:
        data = json.loads(file.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        log.info("remembered digits are unreadable: %s", error)
        return {}
    known: dict[str, Remembered] = {}
    for number, row in data.items() if isinstance(data, dict) else ():
        digits = row.get("digits") if isinstance(row, dict) else None
        if number and isinstance(digits, str) and is_keyable(digits):
            known[number] = Remembered(digits, row.get("by_itself") is True)
    return dict([*known.items()][-KEPT:])
