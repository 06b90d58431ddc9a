"""From the rows of action QueueStatus, and the events that follow, to the user's queues."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from traydial.ami.legs import caller_id
from traydial.ami.protocol import Message
from traydial.domain.queues import Caller, Member, OwnInterfaces, Queue, Queues

EVENTS = frozenset(
    {
        "QueueMemberAdded",
        "QueueMemberPause",
        "QueueMemberRemoved",
        "QueueCallerJoin",
        "QueueCallerLeave",
    }
)


def read_queues(
    rows: Iterable[Message], own: OwnInterfaces, titles: Mapping[str, str], at: float
) -> dict[str, Queue]:
    """Return all queues of the rows, with the user's own phones in them."""
    queues: dict[str, Queue] = {}
    waiting: dict[str, list[tuple[int, Caller]]] = {}
    for row in rows:
        name = row.get("Queue")
        if row.event == "QueueParams":
            queues[name] = Queue(name, titles.get(name, ""))
        elif name in queues and (interface := row.get("Location")):  # a member, by no other event
            if own.has(interface, row.get("StateInterface")):
                members = (*queues[name].members, _member(row, interface))
                queues[name] = replace(queues[name], members=members)
        elif row.event == "QueueEntry":
            caller = _caller(row, at - _number(row.get("Wait")))
            waiting.setdefault(name, []).append((_number(row.get("Position")), caller))
    for name, callers in waiting.items():
        if name in queues:
            in_order = sorted(callers, key=lambda placed: placed[0])
            queues[name] = replace(queues[name], waiting=tuple(c for _, c in in_order))
    return queues


def follow(queues: Queues, message: Message, own: OwnInterfaces, at: float) -> Queues:
    """Return the queues after one of ``EVENTS``; told twice it changes nothing more."""
    queue = queues.get(message.get("Queue"))
    if queue is None:
        return queues
    if message.event.startswith("QueueMember"):
        interface = message.get("Interface")
        if not own.has(interface, message.get("StateInterface")):
            return queues
        others = tuple(m for m in queue.members if m.interface != interface)
        gone = message.event == "QueueMemberRemoved"
        members = others if gone else (*others, _member(message, interface))
        return {**queues, queue.name: replace(queue, members=members)}
    key = message.get("Uniqueid")
    waiting = [caller for caller in queue.waiting if caller.key != key]
    if message.event == "QueueCallerJoin":
        place = max(0, _number(message.get("Position")) - 1)
        known = next((caller for caller in queue.waiting if caller.key == key), None)
        waiting.insert(place, known or _caller(message, at))
    return {**queues, queue.name: replace(queue, waiting=tuple(waiting))}


def _member(row: Message, interface: str) -> Member:
    paused = row.get("Paused") == "1"
    since = _number(row.get("LastPause"))
    return Member(
        interface,
        row.get("MemberName") or row.get("Name"),
        row.get("StateInterface") if row.get("StateInterface") != interface else "",
        is_fixed=row.get("Membership") != "dynamic",
        paused=paused,
        reason=row.get("PausedReason") if paused else "",
        paused_since=float(since) if paused and since else None,
    )


def _caller(row: Message, since: float) -> Caller:
    return Caller(row.get("Uniqueid"), *caller_id(row, "CallerID"), since)


def _number(text: str) -> int:
    return int(text) if text.isdigit() else 0
