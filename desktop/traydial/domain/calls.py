"""The calls that concern this user, as plain values. Pure: no clock, no I/O, no Qt.

Times are seconds since the epoch and are passed in.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum, StrEnum

from traydial.domain.language import mark
from traydial.domain.onward import Onward

KEPT_ENDED = 20  # ended calls stay in view this long: cards, "recent", late questions


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
Calls = Mapping[str, Call]

_NOT_ANSWERED_HERE = (Cause.MISSED, Cause.ANSWERED_ELSEWHERE)

_RANK = {
    Phase.OWN_RINGING: 0,
    Phase.CALLING: 1,
    Phase.RINGING: 2,
    Phase.TALKING: 3,
    Phase.HELD: 3,
    Phase.ENDED: 4,
}


def reduce(calls: Calls, event: CallEvent) -> Calls:
    """Return the calls after an event; the very same object when nothing changed."""
    if isinstance(event, Resynced):
        return _resync(calls, event)
    if isinstance(event, Appeared):
        new = event.call
        if (known := calls.get(new.key)) is not None:
            if known.cause is Cause.LINK_LOST and new.alive:  # it was asked for, and came late
                return {**calls, new.key: _merged(known, new)}
            return calls  # late or repeated: AMI promises neither order nor once
        others = {
            key: call
            for key, call in calls.items()
            if not _rings_again(call, new) and not _comes_back(call, new)
        }
        return _pruned({**others, new.key: new})
    call = calls.get(event.key)
    if isinstance(event, ParkedAt) and call is not None:
        return {**calls, call.key: replace(call, parked_at=event.space)}
    if isinstance(event, Moved) and call is not None:
        return {**calls, call.key: replace(call, onward=event.onward)}
    if isinstance(event, Taken) and call is not None and call.cause in _NOT_ANSWERED_HERE:
        return {**calls, call.key: _taken(call, event)}
    if call is None or not call.alive or isinstance(event, ParkedAt | Moved | Taken):
        return calls
    after = _after(call, event)
    return calls if after == call else _pruned({**calls, call.key: after})


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


def _after(
    call: Call,
    event: Progressed
    | Identified
    | LegsChanged
    | Hindered
    | Recorded
    | Monitored
    | Joined
    | Noted
    | Ended,
) -> Call:
    match event:
        case Progressed(_, phase, at):
            return _progress(call, phase, at)
        case Identified(_, number, name, via, waits_since):
            return replace(
                call,
                number=number or call.number,
                name=name or call.name,
                via=via or call.via,
                waits_since=call.waits_since if waits_since is None else waits_since,
            )
        case LegsChanged(_, legs):
            return replace(call, legs=legs)
        case Hindered(_, cause):
            return call if call.talking else replace(call, cause=cause)
        case Recorded(_, recording, file):
            return replace(call, recording=recording, recorded_as=file or call.recorded_as)
        case Monitored(_, monitors):
            return replace(call, monitors=monitors)
        case Noted(_, note):
            return replace(call, note=note)
        case Joined(_, third):
            return replace(call, third=third)
        case Ended(_, cause, at):
            return replace(
                call,
                phase=Phase.ENDED,
                since=at,
                cause=cause,
                recording=Recording.OFF,
                monitors=0,
            )


def _rings_again(old: Call, new: Call) -> bool:
    """Tell whether a queue rings here once more for the same caller: one call, not two."""
    return bool(new.linked) and old.linked == new.linked and old.cause is Cause.MISSED


def _comes_back(old: Call, new: Call) -> bool:
    """Tell whether one who was parked rings here: nobody waits in that space any more."""
    if old.cause is not Cause.PARKED or new.from_space is None:
        return False
    same = bool(new.linked) and old.linked == new.linked
    return same or (bool(new.from_space) and old.parked_at == new.from_space)


def _taken(call: Call, event: Taken) -> Call:
    return replace(
        call,
        cause=Cause.ANSWERED_ELSEWHERE,
        since=event.at,
        taker=event.number or call.taker,
        taker_name=event.name or call.taker_name,
    )


def _progress(call: Call, phase: Phase, at: float) -> Call:
    if phase is call.phase or _RANK[phase] < _RANK[call.phase] or phase is Phase.ENDED:
        return call
    spoke = call.talking_since
    if phase in (Phase.TALKING, Phase.HELD) and spoke is None:
        spoke = at
    # a hindrance is over once somebody rings or answers after all
    return replace(call, phase=phase, since=at, talking_since=spoke, cause=None)


def _resync(calls: Calls, event: Resynced) -> Calls:
    seen = {call.key: call for call in event.calls}
    after: dict[str, Call] = {}
    for key, old in calls.items():
        new = seen.pop(key, None)
        lost = old.cause is Cause.LINK_LOST  # nobody could know
        if not old.alive and not (lost and new is not None):
            after[key] = old
        elif new is None:
            after[key] = _after(old, Ended(key, Cause.LINK_LOST, event.at))
        else:
            after[key] = _merged(old, new)
    return _pruned({**after, **seen})


def _merged(old: Call, new: Call) -> Call:
    """Take the snapshot's word for the state and ours for what a snapshot cannot know."""
    same = old.phase is new.phase or (old.talking and new.talking)
    return replace(
        new,
        direction=old.direction,
        phase=old.phase if same else new.phase,
        since=old.since if same else new.since,
        number=old.number or new.number,
        name=old.name or new.name,
        via=old.via or new.via,
        dialled=old.dialled or new.dialled,
        linked=old.linked or new.linked,
        waits_since=old.waits_since,
        after=old.after,
        consults=old.consults,
        third=old.third,
        onward=old.onward,
        came_from=old.came_from,
        from_space=old.from_space or new.from_space,
        note=old.note,
        recorded_as=old.recorded_as,
        began=old.began,
        talking_since=old.talking_since or new.talking_since,
    )


def _pruned(calls: dict[str, Call]) -> Calls:
    ended = [key for key, call in calls.items() if not call.alive]
    for key in ended[: max(0, len(ended) - KEPT_ENDED)]:
        del calls[key]
    return calls
