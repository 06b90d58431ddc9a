"""What is wrong with the phone system where it matters to the user, and when to say so."""

from dataclasses import dataclass
from enum import Enum


class Part(Enum):
    """What may be out of order."""

    PHONE = "phone"  # none of the user's own phones is signed in
    TRUNK = "trunk"  # a line to the outside
    RESTART = "restart"  # the phone system itself, which comes back
    SHUTDOWN = "shutdown"  # the phone system itself


@dataclass(frozen=True, slots=True)
class Ailment:
    """One thing that is out of order; ``name`` tells lines apart."""

    part: Part
    name: str = ""

    @property
    def of_pbx(self) -> bool:
        """Tell whether it is the phone system itself, which is known without a link."""
        return self.part in (Part.RESTART, Part.SHUTDOWN)


@dataclass(frozen=True, slots=True)
class Health:
    """What is out of order; while nobody tells (``is_known``), of all but the PBX itself."""

    ailments: frozenset[Ailment] = frozenset()
    is_known: bool = False


@dataclass(frozen=True, slots=True)
class News:
    """Something is out of order now, or in order again."""

    ailment: Ailment
    is_over: bool


SETTLE_S = 8.0  # a phone that restarts its registration is no news
QUIET_S = 300.0  # what comes and goes is told this often at most


class Announcer:
    """Decides what is said: each trouble once with its end, and never a storm.

    Times are seconds of any one clock.
    """

    def __init__(self) -> None:
        self._told: set[Ailment] = set()
        self._since: dict[Ailment, float] = {}  # since when it is other than was told
        self._last: dict[Ailment, float] = {}

    def look(self, health: Health, now: float) -> tuple[list[News], float | None]:
        """Return what is to be said now, and when to look again if nothing else happens."""
        news: list[News] = []
        again: list[float] = []
        concerned = {*health.ailments, *self._told, *self._since}
        for ailment in sorted(concerned, key=lambda a: (a.part.value, a.name)):
            is_there = ailment in health.ailments
            if is_there == (ailment in self._told) or not (health.is_known or ailment.of_pbx):
                self._since.pop(ailment, None)
                continue
            due = self._due(ailment, self._since.setdefault(ailment, now), is_there=is_there)
            if now < due:
                again.append(due)
                continue
            del self._since[ailment]
            news.append(News(ailment, is_over=not is_there))
            if is_there:
                self._told.add(ailment)
                self._last[ailment] = now
            else:
                self._told.discard(ailment)
        return news, min(again, default=None)

    def _due(self, ailment: Ailment, since: float, *, is_there: bool) -> float:
        if ailment.of_pbx:
            return since
        due = since + SETTLE_S
        if is_there and ailment in self._last:
            due = max(due, self._last[ailment] + QUIET_S)
        return due
