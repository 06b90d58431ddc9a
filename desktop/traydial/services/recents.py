"""Numbers of the last calls, kept over restarts in a small file of the user's own."""

import json
import logging
from dataclasses import asdict, dataclass
from pathlib import Path

from traydial.domain.calls import Call, Calls, Cause, Direction
from traydial.services.settings_file import write_private

log = logging.getLogger(__name__)

KEPT = 15
FILE_NAME = "recent.json"


@dataclass(frozen=True, slots=True)
class Entry:
    """One number, with its latest call. ``at`` is in seconds since the epoch."""

    number: str
    name: str
    direction: str
    at: float
    missed: bool


class Recents:
    """Newest first, one entry a number. Files may be damaged; then it starts empty."""

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self._noted: dict[str, bool] = {}  # by key: whether it was missed
        self.entries: list[Entry] = _read(file) if file else []

    def calls_changed(self, calls: Calls) -> None:
        """Note the calls that have ended."""
        ended = [call for call in calls.values() if not call.alive and call.number]
        new = [call for call in ended if self._noted.get(call.key) is not _is_missed(call)]
        for call in new:
            corrects = call.key in self._noted
            self._noted[call.key] = _is_missed(call)
            entry = _entry(call)
            if corrects:  # a colleague took it after all; it is no newer for that
                found = [e for e in self.entries if (e.number, e.at) == (entry.number, entry.at)]
                for old in found:
                    self.entries[self.entries.index(old)] = entry
                continue
            others = [e for e in self.entries if e.number != entry.number]
            self.entries = [entry, *others][:KEPT]
        if new and self._file is not None:
            try:
                write_private(self._file, json.dumps([asdict(e) for e in self.entries]))
            except OSError as error:
                log.info("recent numbers are not kept: %s", error)


def _entry(call: Call) -> Entry:
    return Entry(call.number, call.name, call.direction.value, call.began, _is_missed(call))


def _is_missed(call: Call) -> bool:
    return call.direction is Direction.IN and call.cause is Cause.MISSED


def _read(file: Path) -> list[Entry]:
    try:
        data = json.loads(file.read_text("utf-8"))
        return [
            Entry(
                str(d["number"]),
                str(d["name"]),
                str(d["direction"]),
                float(d["at"]),
                bool(d["missed"]),
            )
            for d in data
        ][:KEPT]
    except FileNotFoundError:
        return []
    except (OSError, ValueError, TypeError, KeyError) as error:
        log.info("recent numbers are unreadable: %s", error)
        return []
