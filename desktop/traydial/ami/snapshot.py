"""From the rows of action Status to the user's calls, when nothing was watched before."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Protocol

from traydial.ami.legs import NO_NUMBER, PARK_DIAL, Leg, caller_id
from traydial.ami.protocol import Message
from traydial.domain.calls import Call, Direction, Phase

# ChannelState numbers (Asterisk: enum ast_channel_state)
RING, RINGING, UP = "4", "5", "6"
# an own leg that another channel called runs one of these; AppDial2 was originated
_CALLED = frozenset({"AppDial", "AppQueue"})
_CALLING = frozenset({"Dial", "Queue"})


class OwnRows(Protocol):
    """Tells which channels are the user's."""

    extension: str

    def is_own(self, channel: str) -> bool: ...
    def is_through(self, channel: str, uid: str) -> bool: ...
    def key_of(self, uid: str, linkedid: str) -> str: ...


@dataclass(slots=True)
class Snapshot:
    """What there is now. ``dialled`` maps channels to the extension they are at."""

    legs: list[Leg] = field(default_factory=list)
    calls: list[Call] = field(default_factory=list)
    dialled: dict[str, str] = field(default_factory=dict)


def read_status(rows: Iterable[Message], own: OwnRows, at: float) -> Snapshot:
    """Find the own legs among all channels and make calls of them."""
    snapshot = Snapshot()
    # the first channel of each call before those it led to
    rows = [row for row in rows if row.event == "Status"]
    rows.sort(key=lambda row: row.get("Uniqueid") != row.get("Linkedid"))
    by_linkedid: dict[str, list[Message]] = {}
    for row in rows:
        by_linkedid.setdefault(row.get("Linkedid"), []).append(row)
        snapshot.dialled[row.get("Uniqueid")] = row.get("Exten")
    for row in rows:
        name, uid = row.get("Channel"), row.get("Uniqueid")
        if own.is_own(name) or own.is_through(name, uid):
            others = [r for r in by_linkedid[row.get("Linkedid")] if r is not row]
            _add(snapshot, row, others, own, at)
    return snapshot


def _add(snapshot: Snapshot, row: Message, others: list[Message], own: OwnRows, at: float) -> None:
    leg = _leg(row, others, own)
    joins = leg.direction is Direction.IN and not leg.up
    for index, other in enumerate(snapshot.calls):
        mate = next(m for m in snapshot.legs if m.key == other.key)
        rings_too = joins and mate.linkedid == leg.linkedid and other.phase is Phase.RINGING
        if rings_too or (leg.behind and other.key == leg.key):
            leg.key = other.key
            snapshot.legs.append(leg)
            snapshot.calls[index] = replace(other, legs=(*other.legs, leg.uid))
            return
    snapshot.legs.append(leg)
    snapshot.calls.append(_call(row, others, leg, own.extension, at))


def _leg(row: Message, others: list[Message], own: OwnRows) -> Leg:
    uid, linkedid = row.get("Uniqueid"), row.get("Linkedid")
    leg = Leg(uid, row.get("Channel"), linkedid, key=own.key_of(uid, linkedid))
    leg.up = row.get("ChannelState") == UP
    leg.through = own.is_through(leg.name, uid)
    leg.behind = leg.key != uid
    called = row.get("Application") in _CALLED and not leg.is_ours
    leg.direction = Direction.IN if called else Direction.OUT
    if called:
        calling = [r for r in others if r.get("Application") in _CALLING]
        # the first channel of the call is the caller; a Local half is the next best
        calling.sort(key=lambda r: r.get("Uniqueid") != r.get("Linkedid"))
        leg.caller = calling[0].get("Channel") if calling else ""
    elif not leg.behind:
        rung = (r for r in others if r.get("Application") in _CALLED)
        leg.dialling = {r.get("Uniqueid") for r in rung if not own.is_own(r.get("Channel"))}
    return leg


def _call(row: Message, others: list[Message], leg: Leg, extension: str, at: float) -> Call:
    number, name = caller_id(row, "ConnectedLine")
    via, from_space = "", None
    if leg.direction is Direction.OUT:
        dialled = "" if leg.behind else row.get("Exten")  # its own number stands there
        number = dialled if dialled not in NO_NUMBER else number
    else:
        root = next((r for r in others if r.get("Uniqueid") == leg.linkedid), None)
        if root is not None and root.get("Context") == PARK_DIAL:
            from_space = ""
        elif root is not None and root.get("Exten") not in (extension, *NO_NUMBER):
            via = root.get("Exten")
    leg.number = number
    phase = _phase(row, others, leg)
    leg.spoke = phase is Phase.TALKING
    seconds = row.get("Seconds")
    began = at - (int(seconds) if seconds.isdigit() else 0)
    return Call(
        leg.key,
        leg.direction or Direction.OUT,
        phase,
        began,
        number,
        name,
        via,
        (leg.uid,),
        began,
        talking_since=began if leg.spoke else None,
        linked=leg.linkedid if leg.direction is Direction.IN else "",
        from_space=from_space,
    )


def _phase(row: Message, others: list[Message], leg: Leg) -> Phase:
    if leg.direction is Direction.IN:
        return Phase.TALKING if leg.up else Phase.RINGING
    if row.get("BridgeID"):
        return Phase.TALKING
    if not leg.up and (leg.is_ours or row.get("ChannelState") != RING):
        return Phase.OWN_RINGING
    if any(r.get("ChannelState") == RINGING for r in others):
        return Phase.RINGING
    if row.get("Application") in _CALLING or not leg.up:
        return Phase.CALLING
    return Phase.TALKING  # an application has answered
