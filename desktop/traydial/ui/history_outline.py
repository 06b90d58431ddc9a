"""Which line of the history is what, before the calls themselves are read. No Qt.

Days are headings with their calls below. As the number of calls of each day is known, a list of
a hundred thousand has its full length at once, and only what is in sight is read.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from traydial.domain.history import Day, Gap, GapOfDay


@dataclass(frozen=True, slots=True)
class Heading:
    """The first line of a day; ``noon`` is a time of that day."""

    noon: float
    calls: int


Line = Heading | Gap | int  # an int is the place of a call among all that were found


@dataclass(frozen=True, slots=True)
class _Day:
    heading: Heading
    gaps: tuple[GapOfDay, ...]  # newest first
    first: int  # of its calls, among all


@dataclass(frozen=True, slots=True)
class Outline:
    """All lines, newest first."""

    length: int = 0
    calls: int = 0
    _starts: list[int] = field(default_factory=list)
    _days: list[_Day] = field(default_factory=list)

    def line(self, row: int) -> Line:
        """Return what is in a line."""
        place = bisect_right(self._starts, row) - 1
        day, below = self._days[place], row - self._starts[place]
        if below == 0:
            return day.heading
        for passed, gap in enumerate(day.gaps):
            if below - 1 == gap.newer + passed:
                return gap.gap
            if below - 1 < gap.newer + passed:
                return day.first + below - 1 - passed
        return day.first + below - 1 - len(day.gaps)

    def row(self, call: int) -> int:
        """Return the line of a call."""
        place = bisect_right(self._days, call, key=lambda day: day.first) - 1
        while self._days[place].heading.calls == 0:  # of a day that has a gap only
            place -= 1
        day, within = self._days[place], call - self._days[place].first
        passed = sum(gap.newer <= within for gap in day.gaps)
        return self._starts[place] + 1 + within + passed


def outlined(days: Sequence[Day], gaps: Sequence[GapOfDay]) -> Outline:
    """Return the lines of these days; each gap is told on the day on which it began."""
    of_day: dict[str, list[GapOfDay]] = {}
    for gap in gaps:
        of_day.setdefault(gap.date, []).append(gap)
    calls = {day.date: day.calls for day in days}
    row = first = 0
    starts, made = [], []
    for date_ in sorted({*calls, *of_day}, reverse=True):
        count = calls.get(date_, 0)
        # a call may have come in between the two questions
        told = tuple(
            replace(gap, newer=min(gap.newer, count))
            for gap in sorted(of_day.get(date_, ()), key=lambda gap: gap.newer)
        )
        starts.append(row)
        made.append(_Day(Heading(_noon(date_), count), told, first))
        row += 1 + len(told) + count
        first += count
    return Outline(row, first, starts, made)


def _noon(day: str) -> float:
    try:
        found = date.fromisoformat(day)
    except ValueError:  # of a clock that was far off
        return 0.0
    return datetime(found.year, found.month, found.day, 12).timestamp()
