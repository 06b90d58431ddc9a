"""What can become of a call, as plain values. Times are seconds since the epoch."""

from dataclasses import dataclass

from traydial.domain.calls import Call, Cause, Phase, Recording
from traydial.domain.onward import Onward


@dataclass(frozen=True, slots=True)
class Appeared:
    """A call was seen for the first time, in whatever phase it is."""

    call: Call


@dataclass(frozen=True, slots=True)
class Progressed:
    """A call went on to another phase."""

    key: str
    phase: Phase
    at: float


@dataclass(frozen=True, slots=True)
class Identified:
    """More became known of the other party; an empty field tells nothing new."""

    key: str
    number: str = ""
    name: str = ""
    via: str = ""
    waits_since: float | None = None


@dataclass(frozen=True, slots=True)
class LegsChanged:
    """Other own legs carry the call now."""

    key: str
    legs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hindered:
    """The call lives but is not getting through, e.g. the dialled phone is busy."""

    key: str
    cause: Cause


@dataclass(frozen=True, slots=True)
class Recorded:
    """Our own recording was started, paused, stopped; ``file`` is its name where that is known."""

    key: str
    recording: Recording
    file: str = ""


@dataclass(frozen=True, slots=True)
class Monitored:
    """Asterisk reports that so many recordings run on this call, ours included."""

    key: str
    monitors: int


@dataclass(frozen=True, slots=True)
class Joined:
    """Somebody else was brought into the call."""

    key: str
    third: str


@dataclass(frozen=True, slots=True)
class ParkedAt:
    """The other party waits at this space of the parking lot; the call may be over by now."""

    key: str
    space: str


@dataclass(frozen=True, slots=True)
class Moved:
    """The other party was given to somebody; None: that came to nothing."""

    key: str
    onward: Onward | None


@dataclass(frozen=True, slots=True)
class Noted:
    """Who hands this caller over wrote a line."""

    key: str
    note: str


@dataclass(frozen=True, slots=True)
class Ended:
    """The call is over."""

    key: str
    cause: Cause
    at: float


@dataclass(frozen=True, slots=True)
class Taken:
    """Somebody else has answered a call that rang here; it may be over by now."""

    key: str
    at: float
    number: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Resynced:
    """What a fresh snapshot shows; calls that it lacks ended while we could not watch."""

    calls: tuple[Call, ...]
    at: float


CallEvent = (
    Appeared
    | Progressed
    | Identified
    | LegsChanged
    | Hindered
    | Recorded
    | Monitored
    | Joined
    | ParkedAt
    | Moved
    | Noted
    | Ended
    | Taken
    | Resynced
)
