"""The calls that concern this user, as plain values. Pure: no clock, no I/O, no Qt.

Times are seconds since the epoch and are passed in.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum

from traydial.domain.language import mark
from traydial.domain.onward import Onward


class Direction(StrEnum):
    """Who called whom, seen from the user."""

    IN = mark("in", "direction")
    OUT = mark("out", "direction")


class Phase(StrEnum):
    """Where a call is in its life."""

    OWN_RINGING = "own-ringing"  # click-to-dial: the user's own phone rings
    CALLING = "calling"  # the other party is being reached
    RINGING = "ringing"  # out: their phone rings; in: ours does
    TALKING = "talking"
    HELD = "held"
    ENDED = "ended"


class Recording(Enum):
    """Our own recording of a call; the PBX may make others."""

    OFF = "off"
    STARTING = "starting"
    ON = "on"
    PAUSED = "paused"


class Cause(StrEnum):
    """Why a call ended, or why it is not getting anywhere; the words are English for JSON."""

    HUNG_UP = mark("hung up")
    TRANSFERRED = mark("transferred")
    PARKED = mark("parked")
    ANSWERED_ELSEWHERE = mark("answered elsewhere")
    DECLINED = mark("declined")
    MISSED = mark("missed")
    BLOCKED = mark("blocked")
    CANCELLED = mark("cancelled")
    BUSY = mark("busy")
    NO_ANSWER = mark("no answer")
    NOT_REACHABLE = mark("not reachable")
    REFUSED = mark("refused")
    OWN_NO_ANSWER = mark("own phone not answered")
    OWN_DECLINED = mark("own phone declined")
    OWN_UNREACHABLE = mark("own phone not reachable")
    LINK_LOST = mark("connection lost")  # ended while nobody could watch


@dataclass(frozen=True, slots=True)
class Call:
    """One call, however many channels carry it.

    ``key`` is the unique id of the own leg that was there first; ``legs`` are the own
    legs, the answered one first. ``since`` is when the phase began, ``talking_since``
    when the parties first spoke. ``number`` is the other party's, ``dialled`` what the PBX
    was told where that differs, ``after`` what is to be keyed once they answer. ``monitors``
    counts all recordings that Asterisk reports on this call, ours included. ``via`` is the
    queue or the dialled number it came through, empty when direct; ``parked_at`` where the
    other party was parked, ``consults`` the key of the call that this one asks about,
    ``third`` who was brought into this one, so that three talk.
    ``linked`` is what the PBX calls all that belongs to one caller,
    ``waits_since`` when they joined a queue. ``taker`` and ``taker_name`` are who answered
    an incoming call in the user's place. ``onward`` tells where the other party is after a
    transfer that is watched, ``came_from`` who did not take a caller that comes back here,
    ``note`` what the colleague wrote who hands this caller over,
    ``company`` what the user's contacts know beside the name, ``origin`` the city or country
    of a number that nobody knows,
    ``from_space`` the space of the parking lot where one waited too long who rings again,
    empty where it is not known, ``recorded_as`` the name of our recording's file.
    """

    key: str
    direction: Direction
    phase: Phase
    since: float
    number: str = ""
    name: str = ""
    via: str = ""
    legs: tuple[str, ...] = ()
    began: float = 0.0
    talking_since: float | None = None
    recording: Recording = Recording.OFF
    monitors: int = 0
    cause: Cause | None = None
    dialled: str = ""
    after: str = ""
    parked_at: str = ""
    linked: str = ""
    waits_since: float | None = None
    taker: str = ""
    taker_name: str = ""
    consults: str = ""
    third: str = ""
    onward: Onward | None = None
    came_from: str = ""
    from_space: str | None = None
    note: str = ""
    company: str = ""
    origin: str = ""
    recorded_as: str = ""

    @property
    def alive(self) -> bool:
        """Tell whether the call has not ended."""
        return self.phase is not Phase.ENDED

    @property
    def talking(self) -> bool:
        """Tell whether the parties are connected, on hold or not."""
        return self.phase in (Phase.TALKING, Phase.HELD)

    @property
    def recorded_by_pbx(self) -> bool:
        """Tell whether somebody other than this user records the call."""
        return self.monitors > (self.recording is not Recording.OFF)


Calls = Mapping[str, Call]


def find(calls: Calls, leg: str) -> Call | None:
    """Return the call with this key or this own leg, living ones first."""
    if (call := calls.get(leg)) is not None:
        return call
    return next((c for c in calls.values() if leg in c.legs), None)


def in_front(calls: Calls) -> Call | None:
    """Return the call that the user is on, the newest of several; one on hold only waits."""
    mine = [c for c in calls.values() if c.talking or c.direction is Direction.OUT]
    front = [call for call in mine if call.alive and call.phase is not Phase.HELD]
    return front[-1] if front else None


def partner_of(call: Call, calls: Calls) -> Call | None:
    """Return the call with which this one could be brought together, if there is one.

    That is the call it asks about, the one that asks about it, or else the only other
    one that talks.
    """
    others = [other for other in calls.values() if other.alive and other.key != call.key]
    for other in others:
        if call.consults == other.key or other.consults == call.key:
            return other
    talking = [other for other in others if other.talking]
    return talking[0] if len(talking) == 1 else None
