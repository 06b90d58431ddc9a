"""What a PBX is made of: channels, and the events that tell of them."""

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from traydial.demo.clock import Clock, Timer
from traydial.demo.wire import escaped

# enum ast_channel_state
DOWN, RING, RINGING, UP = 0, 4, 5, 6
STATE_NAMES = {DOWN: "Down", RING: "Ring", RINGING: "Ringing", UP: "Up"}
# Q.850 causes as Asterisk words them
CAUSES = {
    0: "Unknown",
    1: "Unallocated (unassigned) number",
    3: "No route to destination",
    16: "Normal Clearing",
    17: "User busy",
    18: "No user responding",
    19: "User alerting, no answer",
    20: "Subscriber absent",
    21: "Call Rejected",
    26: "Answered elsewhere",
    34: "Circuit/channel congestion",
    127: "Interworking, unspecified",
}
# the SIP answers that go with them, where Asterisk tells
SIP_ANSWERS = {3: 404, 17: 486, 19: 480, 21: 403, 127: 500}
Header = tuple[str, str]
Emit = Callable[[str, str, Sequence[Header]], None]


class Party(NamedTuple):
    """A number with the name that goes with it; empty where unknown."""

    number: str = ""
    name: str = ""


NOBODY = Party()


class Activity(Protocol):
    """What a channel is busy with."""

    def gone(self, channel: "Channel", cause: int | None) -> None:
        """End it for a channel that hangs up, and finish that channel.

        ``cause`` is what was asked for, if anything.
        """

    def taken(self, channel: "Channel") -> None:
        """Let go of a channel that somebody moves elsewhere."""


@dataclass(slots=True, eq=False)
class Channel:
    """One leg of a call."""

    name: str
    uid: str
    linkedid: str
    caller: Party
    context: str
    exten: str
    began: float
    state: int = DOWN
    connected: Party = NOBODY
    application: str = ""
    data: str = ""
    bridge: str = ""  # the unique id of the bridge it is in
    peer: "Channel | None" = None
    activity: Activity | None = None
    variables: dict[str, str] = field(default_factory=dict)
    monitors: dict[str, str] = field(default_factory=dict)  # id -> file, the newest last
    was_recorded: bool = False
    timers: list[Timer] = field(default_factory=list)
    sent_on: set[str] = field(default_factory=set)  # by whom, forwarding
    in_dialplan: bool = False  # an extension is run for it; else it is a leg that was rung
    when_up: Callable[[], object] | None = None  # who waits for it to be answered
    when_gone: Callable[[int], object] | None = None
    leaving: bool = False
    ended: bool = False

    @property
    def device(self) -> str:
        """The device's name, as in ``PJSIP/7001``."""
        return self.name.rpartition("-")[0]

    def snapshot(self, prefix: str = "") -> list[Header]:
        """Return the headers with which every event describes a channel."""
        fields = {
            "Channel": self.name,
            "ChannelState": str(self.state),
            "ChannelStateDesc": STATE_NAMES[self.state],
            "CallerIDNum": self.caller.number or "<unknown>",
            "CallerIDName": escaped(self.caller.name),
            "ConnectedLineNum": self.connected.number or "<unknown>",
            "ConnectedLineName": escaped(self.connected.name),
            "Language": "en",
            "AccountCode": "",
            "Context": self.context,
            "Exten": self.exten,
            "Priority": "1",
            "Uniqueid": self.uid,
            "Linkedid": self.linkedid,
        }
        return [(prefix + key, value) for key, value in fields.items()]


class Switch:
    """All channels there are. Every change of one goes through here and is told."""

    def __init__(self, clock: Clock, emit: Emit, context: str) -> None:
        self.clock, self.context = clock, context
        self.channels: dict[str, Channel] = {}
        self.on_change: Callable[[], None] = lambda: None
        self._emit = emit
        self._numbers = itertools.count()
        self._bridges = itertools.count(1)

    def tell(
        self, event: str, channel: Channel | None, *more: Header, privilege: str = "call,all"
    ) -> None:
        """Emit an event about a channel; ``more`` follows its description."""
        self._emit(event, privilege, [*(channel.snapshot() if channel else ()), *more])

    def tell_plain(
        self, event: str, headers: Sequence[Header], privilege: str = "call,all"
    ) -> None:
        """Emit an event whose headers are in an order of their own."""
        self._emit(event, privilege, headers)

    def find(self, text: str) -> Channel | None:
        """Return the channel of this name or unique id."""
        if (channel := self.channels.get(text)) is not None:
            return channel
        return next((c for c in self.channels.values() if c.uid == text), None)

    def on_device(self, device: str) -> list[Channel]:
        """Return the channels of one device."""
        return [c for c in self.channels.values() if c.device == device]

    def open(
        self,
        device: str,
        caller: Party,
        state: int,
        exten: str = "s",
        uid: str = "",
        linkedid: str = "",
    ) -> Channel:
        """Make a channel."""
        number = next(self._numbers)
        uid = uid or f"{int(self.clock.time())}.{number}"
        channel = Channel(
            f"{device}-{number:08x}",
            uid,
            linkedid or uid,
            caller,
            self.context,
            exten,
            self.clock.time(),
            state,
        )
        self.channels[channel.name] = channel
        self.tell("Newchannel", channel)
        self.on_change()
        return channel

    def set_state(self, channel: Channel, state: int) -> None:
        """Change a channel's state."""
        if channel.state != state and not channel.ended:
            channel.state = state
            self.tell("Newstate", channel)
            self.on_change()
            if state == UP and channel.when_up is not None:
                self.later(channel, 0.0, channel.when_up)

    def connect(self, channel: Channel, party: Party) -> None:
        """Tell a channel who is at the other end."""
        if channel.connected != party and not channel.ended:
            channel.connected = party
            self.tell("NewConnectedLine", channel)

    def execute(self, channel: Channel, application: str, data: str = "") -> None:
        """Run one step of the dialplan on a channel, as far as others can see."""
        channel.application, channel.data = application, data
        self.tell(
            "Newexten",
            channel,
            ("Extension", channel.exten),
            ("Application", application),
            ("AppData", data),
            privilege="dialplan,all",
        )

    def later(self, channel: Channel, seconds: float, call: Callable[[], object]) -> None:
        """Call ``call`` in a while, unless the channel is gone by then."""
        channel.timers.append(self.clock.later(seconds, call))

    def new_bridge_id(self) -> str:
        """Return a bridge's unique id, in the form of Asterisk's."""
        return f"00000000-0000-4000-8000-{next(self._bridges):012x}"

    def hang_up(self, channel: Channel, cause: int | None = None) -> None:
        """End a channel, and with it what it is busy with."""
        if channel.ended or channel.leaving:
            return
        channel.leaving = True
        activity, channel.activity = channel.activity, None
        if activity is None:
            self.finish(channel, cause or 16)
        else:
            activity.gone(channel, cause)

    def put_down(self, channel: Channel) -> None:
        """End a channel because its phone was hung up."""
        if not channel.leaving and not channel.ended:
            in_bridge = channel.bridge and channel.application != "Queue"
            talks = in_bridge or channel.application == "VoiceMail"
            cause = "16" if talks else "127" if channel.state == RING else ""
            self.tell("HangupRequest", channel, *([("Cause", cause)] if cause else []))
            self.hang_up(channel)

    def take(self, channel: Channel) -> None:
        """Get a channel out of what it is busy with, so that it can go on elsewhere."""
        activity, channel.activity = channel.activity, None
        if activity is not None:
            activity.taken(channel)

    def stop(self) -> None:
        """Let nothing happen any more."""
        for channel in self.channels.values():
            for timer in channel.timers:
                timer.cancel()
        self.channels.clear()

    def finish(self, channel: Channel, cause: int, sip: int = 0) -> None:
        """Forget a channel that nothing is busy with any more."""
        if channel.ended:
            return
        channel.ended = channel.leaving = True
        if channel.when_gone is not None:
            channel.when_gone(cause)
        if channel.in_dialplan:
            self.tell("SoftHangupRequest", channel, ("Cause", "16"))
        for timer in channel.timers:
            timer.cancel()
        del self.channels[channel.name]
        why = [("Cause", str(cause)), ("Cause-txt", CAUSES.get(cause, "Unknown"))]
        if sip := sip or SIP_ANSWERS.get(cause, 0):
            why.append(("TechCause", str(sip)))
        self.tell("Hangup", channel, *why)
        self.on_change()
