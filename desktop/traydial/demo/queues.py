"""The demo PBX's queues: who is in them, who waits."""

from dataclasses import dataclass, field

from traydial.demo.channels import Channel, Header, Switch
from traydial.demo.people import OWN, QUEUE, QUEUE_NAME, QUEUE_TOO, Directory, Phone

AGENT = "agent,all"
QUEUES = {QUEUE: QUEUE_NAME, QUEUE_TOO: "sales"}


# what Asterisk tells of a queue besides, and the demo has no use for
_NOT_COUNTED = [
    (name, "0")
    for name in [
        "Max",
        "Holdtime",
        "TalkTime",
        "Completed",
        "Abandoned",
        "ServiceLevel",
        "ServicelevelPerf",
        "ServicelevelPerf2",
        "Weight",
    ]
]


@dataclass(slots=True)
class Member:
    """A phone in a queue; all have logged in, so all can log out."""

    interface: str
    name: str
    login: float
    paused: bool = False
    reason: str = ""
    last_pause: float = 0.0

    def described(self, *, as_event: bool) -> list[Header]:
        """Return the headers that tell of it; in a list and in an event they are not the same."""
        named = ("MemberName", "Interface") if as_event else ("Name", "Location")
        return [
            (named[0], self.name),
            (named[1], self.interface),
            ("StateInterface", self.interface),
            ("Membership", "dynamic"),
            ("Penalty", "0"),
            ("CallsTaken", "0"),
            ("LastCall", "0"),
            ("LastPause", str(int(self.last_pause))),
            ("LoginTime", str(int(self.login))),
            ("InCall", "0"),
            ("Status", "1"),
            ("Paused", str(int(self.paused))),
            ("PausedReason", self.reason),
            *([("Ringinuse", "0")] if as_event else []),
            ("Wrapuptime", "0"),
        ]


class Waiting:
    """What waits in a queue."""

    caller: Channel | None

    def ring(self) -> None:
        """Ring the phones that are free now."""
        raise NotImplementedError


@dataclass(slots=True)
class CallQueue:
    """One queue."""

    name: str
    switch: Switch
    directory: Directory
    members: dict[str, Member] = field(default_factory=dict)
    waiting: dict[Waiting, float] = field(default_factory=dict)  # since when, the first first

    def add(self, interface: str, name: str) -> None:
        """Take a phone in."""
        phone = self.directory.by_device(interface)
        named = name or (phone.who.name if phone else interface)
        self.members[interface] = Member(interface, named, self.switch.clock.time())
        self._tell("QueueMemberAdded", self.members[interface])
        self._serve()

    def remove(self, interface: str) -> None:
        """Let a phone go."""
        self._tell("QueueMemberRemoved", self.members.pop(interface))

    def pause(self, interface: str, paused: bool, reason: str) -> None:
        """Leave a phone alone for a while, or ring it again."""
        member = self.members[interface]
        member.paused, member.reason = paused, reason if paused else ""
        if paused:
            member.last_pause = self.switch.clock.time()
        self._tell("QueueMemberPause", member)
        self._serve()

    def phones(self) -> list[Phone]:
        """Return the phones that a caller rings now."""
        found = [self.directory.by_device(m.interface) for m in self.members.values()]
        busy = {m.interface for m in self.members.values() if m.paused}
        return [p for p in found if p is not None and p.registered and p.device not in busy]

    def rows(self) -> list[tuple[str, list[Header]]]:
        """Return the rows of QueueStatus."""
        mine = ("Queue", self.name)
        now = self.switch.clock.time()
        params = [("Strategy", "ringall"), ("Calls", str(len(self.waiting))), *_NOT_COUNTED]
        rows = [("QueueParams", [mine, *params])]
        rows += [
            ("QueueMember", [mine, *member.described(as_event=False)])
            for member in self.members.values()
        ]
        for position, (one, since) in enumerate(self.waiting.items(), 1):
            if (caller := one.caller) is None:
                continue
            where = [("Position", str(position)), ("Wait", str(int(now - since)))]
            rows.append(("QueueEntry", [mine, *where, *_who(caller), ("Priority", "0")]))
        return rows

    def _serve(self) -> None:
        for one in [*self.waiting]:
            one.ring()

    def _tell(self, event: str, member: Member) -> None:
        headers = [("Queue", self.name), *member.described(as_event=True)]
        self.switch.tell_plain(event, headers, privilege=AGENT)


class Queues:
    """All queues, by name."""

    def __init__(self, switch: Switch, directory: Directory) -> None:
        self.by_name = {name: CallQueue(name, switch, directory) for name in QUEUES.values()}
        own = directory.phones[OWN]
        support = self.by_name[QUEUE_NAME]
        support.members[own.device] = Member(own.device, own.who.name, switch.clock.time())

    def at(self, exten: str) -> CallQueue | None:
        """Return the queue of an extension."""
        return self.by_name.get(QUEUES.get(exten, ""))


def _who(caller: Channel) -> list[Header]:
    snapshot = dict(caller.snapshot())
    names = "Channel Uniqueid CallerIDNum CallerIDName ConnectedLineNum ConnectedLineName"
    return [(name, snapshot[name]) for name in names.split()]
