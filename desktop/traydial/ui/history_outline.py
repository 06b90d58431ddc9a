"""Which line of the history is what, before the calls themselves are read. No Qt.

Days are headings with their calls below. As the number of calls of each day is known, a list of
a hundred thousand has its full length at once, and only what is in sight is read.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from traydial.domain.history import Day, Gap


@dataclass(frozen=True, slots=True)
class Heading:
    """The first line of a day; ``noon`` is a time of that day."""

    noon: float
    calls: int


Line = Heading | Gap | int  # an int is the place of a call among all that were found


@dataclass(frozen=True, slots=True)
class Outline:
    """All lines, newest first."""

    length: int = 0
    calls: int = 0
    _starts: list[int] = field(default_factory=list)
    _days: list[tuple[Heading, tuple[Gap, ...], int]] = field(default_factory=list)

    def line(self, row: int) -> Line:
        """Return what is in a line."""
        place = bisect_right(self._starts, row) - 1
        heading, gaps, first = self._days[place]
        below = row - self._starts[place]
        if below == 0:
            return heading
        if below <= len(gaps):
            return gaps[below - 1]
        return first + below - 1 - len(gaps)

    def row(self, call: int) -> int:
        """Return the line of a call."""
        place = bisect_right(self._days, call, key=lambda day: day[2]) - 1
        while self._days[place][0].calls == 0:  # a day that has a gap only begins there too
            place -= 1
        _, gaps, first = self._days[place]
        return self._starts[place] + 1 + len(gaps) + call - first


def outlined(days: Sequence[Day], gaps: Sequence[Gap]) -> Outline:
    """Return the lines of these days; each gap is told on the day on which it began."""
    of_day: dict[str, list[Gap]] = {}
    for gap in gaps:
        of_day.setdefault(datetime.fromtimestamp(gap.since).date().isoformat(), []).append(gap)
    calls = {day.date: day.calls for day in days}
    row = first = 0
    starts, made = [], []
    for day in sorted({*calls, *of_day}, reverse=True):
        count, told = calls.get(day, 0), tuple(of_day.get(day, ()))
        starts.append(row)
        made.append((Heading(_noon(day), count), told, first))
        row += 1 + len(told) + count
        first += count
    return Outline(row, first, starts, made)


def _noon(day: str) -> float:
    try:
        found = date.fromisoformat(day)
    except ValueError:  # of a clock that was far off
        return 0.0
    return datetime(found.year, found.month, found.day, 12).timestamp()
