"""The own legs there are now and the calls they carry: what the tracker's parts share."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from traydial.ami.legs import NO_NUMBER, OUR_PREFIX, Leg, caller_id
from traydial.ami.monitors import Monitors
from traydial.ami.protocol import Message
from traydial.ami.snapshot import Snapshot
from traydial.domain.call_events import Appeared, CallEvent, LegsChanged, Progressed
from traydial.domain.calls import Call, Cause, Direction, Phase

Handlers = Mapping[str, Callable[[Message, float], list[CallEvent]]]
MOST_UNANSWERED = 50
MAX_REMEMBERED = 20_000  # channels whose end we might never hear of


def is_local(device: str) -> bool:
    """Tell whether a device is not a phone but a way through the dialplan to one."""
    return device.startswith("Local/")


def device_of(channel: str) -> str:
    """Return the device of a channel: all before its number, for ``7001-soft`` is a name too."""
    return channel.rpartition("-")[0]


class Waiting(NamedTuple):
    """A caller in a queue; ``since`` where that is told."""

    queue: str
    since: float | None = None


class OwnLegs:
    """Channels of the given devices (``PJSIP/7001`` …) and what is known around them.

    A device like ``Local/7001@internal`` is rung through the dialplan: the phones behind it
    are own devices too, and its own channels count only where we asked for them.
    """

    def __init__(self, devices: Sequence[str], extension: str) -> None:
        self.extension = extension
        self.asked: set[str] = set()  # keys of calls that ring the own phone through a Local
        self.use(devices)
        self.forget()

    def use(self, devices: Sequence[str]) -> None:
        """Watch these devices from now on."""
        names = [device.removesuffix("/n") for device in devices]
        self.phones = frozenset(name for name in names if not is_local(name))
        self.locals = frozenset(name for name in names if is_local(name))

    def forget(self) -> None:
        """Believe nothing any more."""
        self.legs: dict[str, Leg] = {}
        self.calls: dict[str, list[str]] = {}  # call -> own legs, the answered one first
        self.lost: dict[str, list[str]] = {}  # call -> causes of legs that went away
        self.foretold: dict[str, Cause] = {}  # of own legs that are on their way
        self.dialled: dict[str, str] = {}  # channel -> what was dialled on it first
        self.queues: dict[str, Waiting] = {}  # linked id -> where that caller waits
        self.unanswered: dict[str, str] = {}  # linked id -> call that rang here and was left
        self.monitors = Monitors()

    def take(self, snapshot: Snapshot) -> None:
        """Begin anew with what a snapshot shows."""
        self.forget()
        for leg in snapshot.legs:
            self.legs[leg.uid] = leg
            self.calls.setdefault(leg.key, []).append(leg.uid)
        self.dialled = snapshot.dialled

    def is_own(self, channel: str) -> bool:
        """Tell whether a channel name is one of an own device."""
        return device_of(channel) in self.phones

    def is_through(self, channel: str, uid: str) -> bool:
        """Tell whether we ring the own phone through this half of a Local channel."""
        is_near = device_of(channel) in self.locals and not channel.endswith(";2")
        return is_near and uid.startswith(OUR_PREFIX)

    def is_far_half(self, channel: str, linkedid: str) -> bool:
        """Tell whether a phone is rung from the far half of a Local channel that we asked for."""
        return device_of(channel) in self.locals and linkedid.startswith(OUR_PREFIX)

    def key_of(self, uid: str, linkedid: str) -> str:
        """Return the key of the call that a new own leg belongs to."""
        return linkedid if linkedid in self.asked else uid

    def of(self, message: Message) -> Leg | None:
        """Return the own leg that an event is about, if it is about one."""
        return self.legs.get(message.get("Uniqueid"))

    def of_call(self, key: str) -> list[Leg]:
        """Return the own legs of a call, the answered one first."""
        return [self.legs[uid] for uid in self.calls.get(key, ())]

    def appear(
        self, leg: Leg, direction: Direction, phase: Phase, at: float, message: Message
    ) -> list[CallEvent]:
        """Make a call of a leg that nobody rings."""
        leg.key, leg.direction = leg.uid, direction
        leg.foretold = self.foretold.pop(leg.uid, None)
        number, name = caller_id(message, "ConnectedLine")
        exten = message.get("Exten")
        if not number and exten not in NO_NUMBER:
            number = exten
        leg.number = number
        self.calls[leg.key] = [leg.uid]
        return [
            Appeared(Call(leg.key, direction, phase, at, number, name, legs=(leg.uid,), began=at))
        ]

    def answered(self, leg: Leg, at: float) -> list[CallEvent]:
        """Put the leg that the parties speak on before the others of its call."""
        leg.spoke = True
        self.unanswered.pop(leg.linkedid, None)
        uids = self.calls[leg.key]
        events: list[CallEvent] = []
        if uids[0] != leg.uid:
            uids.remove(leg.uid)
            uids.insert(0, leg.uid)
            events.append(LegsChanged(leg.key, tuple(uids)))
        return [*events, Progressed(leg.key, leg.phase, at)]

    def left(self, leg: Leg) -> None:
        """Remember that a call stopped to ring here: somebody may take it later."""
        if len(self.unanswered) >= MOST_UNANSWERED:
            del self.unanswered[next(iter(self.unanswered))]
        self.unanswered[leg.linkedid] = leg.key
