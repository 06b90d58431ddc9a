"""Where a caller is who was given to somebody else, as plain values."""

from dataclasses import dataclass
from enum import StrEnum


class Stage(StrEnum):
    """How far the caller got; the words are English for JSON."""

    ON_THE_WAY = "on the way"
    TAKEN = "taken"
    TAKEN_ELSEWHERE = "taken by somebody else"
    LEFT = "hung up"
    UNKNOWN = "not known"  # it came to an end while nobody could watch
    BUSY = "busy"
    DECLINED = "declined"
    NO_ANSWER = "no answer"
    NOT_REACHED = "not reached"
    FETCHED = "fetched"

    @property
    def comes_back(self) -> bool:
        """Tell whether the caller comes back to who gave them away."""
        return self in _BACK


_BACK = frozenset({Stage.BUSY, Stage.DECLINED, Stage.NO_ANSWER, Stage.NOT_REACHED, Stage.FETCHED})


@dataclass(frozen=True, slots=True)
class Onward:
    """Who is to take the caller, by number and name, since when it is tried, how it stands."""

    target: str
    name: str
    since: float
    stage: Stage = Stage.ON_THE_WAY
