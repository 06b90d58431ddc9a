"""Messages in, call events out: which calls concern the user's own devices.

Right on the full event stream, on one limited to class ``call``, and on one that the
admin filtered to the own extension: only events of own legs decide; what other channels
tell is used for detail alone.
"""

from collections.abc import Callable, Iterable, Sequence

from traydial.ami.legs import (
    DIAL_STATUS,
    NO_NUMBER,
    OUR_PREFIX,
    Leg,
    caller_id,
    end_of_incoming,
    end_of_outgoing,
)
from traydial.ami.monitors import Monitors
from traydial.ami.protocol import Message
from traydial.ami.snapshot import read_status
from traydial.domain.calls import (
    Appeared,
    Call,
    CallEvent,
    Cause,
    Direction,
    Ended,
    Hindered,
    Identified,
    LegsChanged,
    Monitored,
    Phase,
    Progressed,
    Resynced,
)

Handler = Callable[[Message, float], list[CallEvent]]
MAX_REMEMBERED = 20_000  # channels whose end we might never hear of


class Tracker:
    """Follows the own legs of the given devices (``PJSIP/7001`` …).

    Feed it every event once, in order; ``at`` is the time, seconds since the epoch.
    """

    def __init__(self, devices: Sequence[str], extension: str) -> None:
        self._prefixes = tuple(f"{device}-" for device in devices)
        self._extension = extension
        self._dialled: dict[str, str] = {}  # channel -> what was dialled on it first
        self._forget()
        self._held_back: list[tuple[Message, float]] | None = None
        self._handlers: dict[str, Handler] = {
            "Newchannel": self._new_channel,
            "Newstate": self._new_state,
            "NewConnectedLine": self._connected_line,
            "DialBegin": self._dial_begin,
            "DialState": self._dial_state,
            "DialEnd": self._dial_end,
            "BridgeEnter": self._bridge_enter,
            "Hold": self._hold,
            "Unhold": self._hold,
            "BlindTransfer": self._transferred,
            "AttendedTransfer": self._transferred,
            "AgentCalled": self._queue,
            "QueueCallerJoin": self._queue,
            "QueueCallerLeave": self._queue,
            "MixMonitorStart": self._monitor,
            "MixMonitorStop": self._monitor,
            "MixMonitorMute": self._monitor,
            "Hangup": self._hangup,
        }

    def feed(self, message: Message, at: float) -> list[CallEvent]:
        """Return what this event says of the user's calls."""
        handler = self._handlers.get(message.event)
        if handler is None:
            return []
        if self._held_back is not None:
            self._held_back.append((message, at))
            return []
        return handler(message, at)

    def begin_resync(self) -> None:
        """Keep events back until the snapshot that is being asked for is here."""
        self._held_back = []

    def resync(self, rows: Iterable[Message], at: float) -> list[CallEvent]:
        """Rebuild everything from the rows of action Status, then catch up.

        Events that were held back may already be in the snapshot; telling them again
        changes nothing.
        """
        self._forget()
        snapshot = read_status(rows, self.is_own, self._extension, at)
        for leg in snapshot.legs:
            self._legs[leg.uid] = leg
            self._calls.setdefault(leg.key, []).append(leg.uid)
        self._dialled = snapshot.dialled
        events: list[CallEvent] = [Resynced(tuple(snapshot.calls), at)]
        held_back, self._held_back = self._held_back or [], None
        for message, then in held_back:
            events += self.feed(message, then)
        return events

    def is_own(self, channel: str) -> bool:
        """Tell whether a channel name is one of an own device."""
        return channel.startswith(self._prefixes) and not channel.endswith(";2")

    def caller_of(self, key: str) -> str:
        """Return the channel that rings us with this call, or an empty text."""
        legs = (self._legs[uid] for uid in self._calls.get(key, ()))
        return next((leg.caller for leg in legs if leg.caller), "")

    def knows(self, leg: str) -> bool:
        """Tell whether this own leg exists now."""
        return leg in self._legs

    def is_waiting(self, key: str) -> bool:
        """Tell whether the own phone is up on a call that neither rings nor talks."""
        legs = [self._legs[uid] for uid in self._calls.get(key, ())]
        return any(leg.up and not leg.spoke and not leg.dialling for leg in legs)

    def answered_by_application(self, key: str, at: float) -> list[CallEvent]:
        """Take note of what no event tells: a voicemail or the like has answered."""
        for uid in self._calls.get(key, ()):
            self._legs[uid].spoke = True
        return [Progressed(key, Phase.TALKING, at)]

    def foretell(self, key: str, cause: Cause | None) -> None:
        """Say why this call is about to end, where the wire will not tell it apart.

        Of an own leg we asked for, it may be said before its Newchannel is here.
        """
        if key.startswith(OUR_PREFIX) and key not in self._calls and cause is not None:
            self._foretold[key] = cause
        for uid in self._calls.get(key, ()):
            self._legs[uid].foretold = cause

    def _forget(self) -> None:
        self._legs: dict[str, Leg] = {}
        self._calls: dict[str, list[str]] = {}  # call -> own legs, the answered one first
        self._lost: dict[str, list[str]] = {}  # call -> causes of legs that went away
        self._foretold: dict[str, Cause] = {}  # of own legs that are on their way
        self._dialled = {}
        self._queues: dict[str, str] = {}  # linked id -> queue
        self._monitors = Monitors()

    def _own(self, message: Message) -> Leg | None:
        return self._legs.get(message.get("Uniqueid"))

    # -- channels ---------------------------------------------------------------------------

    def _new_channel(self, message: Message, at: float) -> list[CallEvent]:
        uid, name = message.get("Uniqueid"), message.get("Channel")
        if not self.is_own(name):
            if len(self._dialled) < MAX_REMEMBERED and (exten := message.get("Exten")):
                self._dialled[uid] = exten
            return []
        if uid in self._legs:
            return []
        leg = self._legs[uid] = Leg(uid, name, message.get("Linkedid") or uid)
        if uid.startswith(OUR_PREFIX):
            return self._appear(leg, Direction.OUT, Phase.OWN_RINGING, at, message)
        if message.get("ChannelState") == "4":  # Ring: the phone itself dials
            return self._appear(leg, Direction.OUT, Phase.CALLING, at, message)
        return []  # who rings it, the dial will tell

    def _appear(
        self, leg: Leg, direction: Direction, phase: Phase, at: float, message: Message
    ) -> list[CallEvent]:
        leg.key, leg.direction = leg.uid, direction
        leg.foretold = self._foretold.pop(leg.uid, None)
        number, name = caller_id(message, "ConnectedLine")
        exten = message.get("Exten")
        if not number and exten not in NO_NUMBER:
            number = exten
        leg.number = number
        self._calls[leg.key] = [leg.uid]
        return [
            Appeared(Call(leg.key, direction, phase, at, number, name, legs=(leg.uid,), began=at))
        ]

    def _new_state(self, message: Message, at: float) -> list[CallEvent]:
        leg = self._own(message)
        if leg is None:
            return []
        events = self._connected_line(message, at)
        if message.get("ChannelState") != "6" or leg.up:
            return events
        leg.up = True
        if not leg.key:
            return events
        if leg.direction is Direction.IN:
            return events + self._answered(leg, at)
        if leg.uid.startswith(OUR_PREFIX) or leg.dialling:
            return [*events, Progressed(leg.key, Phase.CALLING, at)]
        return events  # an application took the call; whether it speaks, others tell

    def _answered(self, leg: Leg, at: float) -> list[CallEvent]:
        leg.spoke = True
        uids = self._calls[leg.key]
        events: list[CallEvent] = []
        if uids[0] != leg.uid:
            uids.remove(leg.uid)
            uids.insert(0, leg.uid)
            events.append(LegsChanged(leg.key, tuple(uids)))
        return [*events, Progressed(leg.key, Phase.TALKING, at)]

    def _connected_line(self, message: Message, at: float) -> list[CallEvent]:
        leg = self._own(message)
        if leg is None or not leg.key:
            return []
        number, name = caller_id(message, "ConnectedLine")
        if number in ("", self._extension):
            return []
        if leg.direction is Direction.OUT and leg.number:
            # what the user dialled stays what it was; a name makes it friendlier
            return [Identified(leg.key, name=name)] if name else []
        leg.number = number
        return [Identified(leg.key, number, name)]

    def _hangup(self, message: Message, at: float) -> list[CallEvent]:
        uid = message.get("Uniqueid")
        events = self._monitored(self._monitors.end(uid))
        self._dialled.pop(uid, None)
        leg = self._legs.pop(uid, None)
        if leg is None or not leg.key:
            return events
        uids = self._calls[leg.key]
        uids.remove(uid)
        causes = self._lost.setdefault(leg.key, [])
        causes.append(message.get("Cause"))
        if uids:
            return [*events, LegsChanged(leg.key, tuple(uids))]
        del self._calls[leg.key], self._lost[leg.key]
        if leg.direction is Direction.IN:
            cause = leg.foretold or end_of_incoming(causes, leg if leg.spoke else None)
        else:
            cause = end_of_outgoing(causes[-1], leg)
        return [*events, Ended(leg.key, cause, at)]

    # -- dials ------------------------------------------------------------------------------

    def _dial_begin(self, message: Message, at: float) -> list[CallEvent]:
        if (leg := self._own(message)) is not None:
            return self._dial_out(leg, message, at)
        leg = self._legs.get(message.get("DestUniqueid"))
        if leg is None and self.is_own(name := message.get("DestChannel")):
            uid = message.get("DestUniqueid")  # its Newchannel was missed
            leg = self._legs[uid] = Leg(uid, name, message.get("DestLinkedid") or uid)
        if leg is None or leg.key:
            return []
        if not message.get("Channel"):  # nobody rings it: some program originated it
            return self._appear(leg, Direction.OUT, Phase.OWN_RINGING, at, message)
        return self._incoming(leg, message, at)

    def _dial_out(self, leg: Leg, message: Message, at: float) -> list[CallEvent]:
        leg.dialling.add(message.get("DestUniqueid"))
        events: list[CallEvent] = [Progressed(leg.key, Phase.CALLING, at)]
        exten = message.get("Exten")
        number = "" if leg.number or exten in NO_NUMBER else exten
        leg.number = leg.number or number
        name = caller_id(message, "CallerID", "Dest")[1]
        if number or name:
            events.append(Identified(leg.key, number, name))
        return events

    def _incoming(self, leg: Leg, message: Message, at: float) -> list[CallEvent]:
        leg.linkedid = message.get("DestLinkedid") or leg.linkedid
        leg.caller, leg.direction = message.get("Channel"), Direction.IN
        for key, uids in self._calls.items():  # desk phone and softphone ring as one call
            other = self._legs[uids[0]]
            if other.direction is Direction.IN and other.linkedid == leg.linkedid:
                if any(self._legs[uid].up for uid in uids):
                    break  # that one is talking already: this is another call
                leg.key = key
                uids.append(leg.uid)
                return [LegsChanged(key, tuple(uids))]
        number, name = caller_id(message, "ConnectedLine", "Dest")
        caller_number, caller_name = caller_id(message, "CallerID")
        leg.key = leg.uid
        self._calls[leg.key] = [leg.uid]
        call = Call(
            leg.key,
            Direction.IN,
            Phase.RINGING,
            at,
            number or caller_number,
            name or (caller_name if number in ("", caller_number) else ""),
            self._via(message),
            (leg.uid,),
            at,
            monitors=self._monitors.count(leg.linkedid),
        )
        return [Appeared(call)]

    def _via(self, message: Message) -> str:
        linkedid = message.get("Linkedid")
        if linkedid in self._queues:
            return self._queues[linkedid]
        exten = message.get("Exten") if message.get("Uniqueid") == linkedid else ""
        dialled = self._dialled.get(linkedid) or exten
        return "" if dialled in (self._extension, *NO_NUMBER) else dialled

    def _dial_state(self, message: Message, at: float) -> list[CallEvent]:
        leg = self._own(message)
        if leg is None or not leg.key or message.get("DialStatus") != "RINGING":
            return []
        return [Progressed(leg.key, Phase.RINGING, at)]

    def _dial_end(self, message: Message, at: float) -> list[CallEvent]:
        status = message.get("DialStatus")
        leg = self._own(message)
        if leg is None:
            if ringing := self._legs.get(message.get("DestUniqueid")):
                ringing.refused = status != "ANSWER"
            return []
        if not leg.key:
            return []
        leg.dialling.discard(message.get("DestUniqueid"))
        leg.given_up = status == "CANCEL"
        if status == "ANSWER":
            leg.spoke = True
            return [Progressed(leg.key, Phase.TALKING, at)]
        cause = DIAL_STATUS.get(status)
        if cause is None or leg.dialling:  # others still ring
            return []
        leg.hindrance = cause
        return [Hindered(leg.key, cause)]

    def _bridge_enter(self, message: Message, at: float) -> list[CallEvent]:
        leg = self._own(message)
        if leg is None or not leg.key:
            return []
        leg.up = True
        return self._answered(leg, at)

    def _hold(self, message: Message, at: float) -> list[CallEvent]:
        leg = self._own(message)
        if leg is None or not leg.key:
            return []
        phase = Phase.HELD if message.event == "Hold" else Phase.TALKING
        return [Progressed(leg.key, phase, at)]

    def _transferred(self, message: Message, at: float) -> list[CallEvent]:
        if message.get("Result") != "Success":
            return []
        for header in ("Transferer", "OrigTransferer", "SecondTransferer"):
            if leg := self._legs.get(message.get(f"{header}Uniqueid")):
                leg.foretold = Cause.TRANSFERRED
        return []

    # -- queues and recordings --------------------------------------------------------------

    def _queue(self, message: Message, at: float) -> list[CallEvent]:
        linkedid = message.get("Linkedid") or message.get("Uniqueid")
        if message.event == "QueueCallerLeave":
            self._queues.pop(linkedid, None)
            return []
        if len(self._queues) < MAX_REMEMBERED:
            self._queues[linkedid] = message.get("Queue")
        return [
            Identified(leg.key, via=message.get("Queue"))
            for leg in self._legs.values()
            if leg.key and leg.linkedid == linkedid and leg.direction is Direction.IN
        ]

    def _monitor(self, message: Message, at: float) -> list[CallEvent]:
        return self._monitored(self._monitors.note(message))

    def _monitored(self, linkedid: str) -> list[CallEvent]:
        count = self._monitors.count(linkedid)
        legs = [leg for leg in self._legs.values() if leg.key and leg.linkedid == linkedid]
        return [Monitored(key, count) for key in {leg.key: None for leg in legs}]
