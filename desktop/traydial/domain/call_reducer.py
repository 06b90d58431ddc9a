"""What the calls are after an event. Pure: no clock, no I/O, no Qt."""

from dataclasses import replace

from traydial.domain.call_events import (
    Appeared,
    CallEvent,
    Ended,
    Hindered,
    Identified,
    Joined,
    LegsChanged,
    Monitored,
    Moved,
    Noted,
    ParkedAt,
    Progressed,
    Recorded,
    Resynced,
    Taken,
)
from traydial.domain.calls import Call, Calls, Cause, Phase, Recording

KEPT_ENDED = 20  # ended calls stay in view this long: cards, "recent", late questions
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
