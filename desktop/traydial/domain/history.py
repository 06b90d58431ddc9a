"""Calls that are over, as plain values, and how they are searched. Pure."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from traydial.domain import setting_checks as checks
from traydial.domain.calls import Cause, Direction
from traydial.domain.setting_checks import Check

MISSED_BY_DAY = (Cause.MISSED, Cause.LINK_LOST)  # the latter: it rang when nobody could watch


@dataclass(frozen=True, slots=True)
class HistorySettings:
    """``on``: calls are kept in a file, for ``keep_days``; 0: for ever."""

    on: bool = True
    keep_days: int = 365


CHECKS: Mapping[str, Check] = {"on": checks.as_flag, "keep_days": checks.as_days}


@dataclass(frozen=True, slots=True)
class PastCall:
    """One call that is over. Times are seconds since the epoch.

    ``id`` is the history's own, 0 until it is kept; ``key`` the PBX's, the same for the same
    call however often it is told. ``number`` is the other party as the PBX tells it, ``name``
    and ``company`` as they were known then. ``recording`` is a file name on the PBX; of a call
    that is ``recorded`` it is empty where the phone system chose the name. ``seen``: a missed
    one that the user knows of. ``source`` is empty for what was watched, ``cdr`` for what the
    PBX told later. ``linked`` is what the PBX calls all that belongs to one caller.
    """

    key: str
    direction: Direction
    number: str
    began: float
    ended: float
    cause: Cause
    id: int = 0
    name: str = ""
    company: str = ""
    talking_since: float | None = None
    via: str = ""
    taker: str = ""
    recording: str = ""
    note: str = ""
    seen: bool = False
    source: str = ""
    linked: str = ""
    recorded: bool = False

    @property
    def missed(self) -> bool:
        """Tell whether somebody called in vain."""
        rang = self.direction is Direction.IN and self.talking_since is None
        return rang and self.cause in MISSED_BY_DAY

    @property
    def talked_s(self) -> float:
        """How long the parties spoke."""
        return 0.0 if self.talking_since is None else max(0.0, self.ended - self.talking_since)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which calls are looked for; all that is given must be so.

    ``text`` is words of a name, a note and so on, or digits of a number in any spelling.
    ``since`` and ``until`` bound when they began, ``until`` not included.
    """

    text: str = ""
    direction: Direction | None = None
    missed_only: bool = False
    since: float | None = None
    until: float | None = None
    recorded: bool = False
    with_note: bool = False

    @property
    def everything(self) -> bool:
        """Tell whether nothing is left out."""
        return self == Wanted()


@dataclass(frozen=True, slots=True)
class Gap:
    """Time in which nobody could watch."""

    since: float
    until: float


@dataclass(frozen=True, slots=True)
class GapOfDay:
    """A gap, the day on which it began, and how many calls of that day are newer."""

    gap: Gap
    date: str
    newer: int


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the user's own calendar (``2026-03-01``) and how many calls it has."""

    date: str
    calls: int


def folded(text: str) -> str:
    """Return a text as it is searched: without capitals, accents and double spaces."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())
