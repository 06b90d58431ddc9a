"""Ringing one or several phones, and two who talk."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from traydial.demo.channels import DOWN, RINGING, UP, Channel, Header, Party, Switch
from traydial.demo.people import BUSY, Phone, Ringer

ELSEWHERE, REJECTED, NO_ANSWER = 26, 21, 19
OnEnd = Callable[[str, Channel | None, int], None]


@dataclass(frozen=True, slots=True)
class Order:
    """What Originate asks for: whom to ring, what they are shown, where they go then."""

    phone: Phone
    exten: str
    uid: str
    seconds: float
    variables: Mapping[str, str]
    shown: Party | None = None  # the other end, as the rung phone is to show it
    caller: Party | None = None  # instead of the rung phone's own caller id


class Dial(Ringer):
    """One Dial(): rings phones for a caller, or for nobody yet (Originate).

    ``on_end`` hears how it went, once: (status, the leg that answered, cause).
    """

    def __init__(
        self,
        switch: Switch,
        caller: Channel | None,
        phones: Sequence[Phone],
        on_end: OnEnd,
        seconds: float = 30.0,
        order: Order | None = None,
    ) -> None:
        self.switch, self.caller, self.phones = switch, caller, phones
        self.on_end, self.seconds, self.order = on_end, seconds, order
        self.legs: dict[Channel, Phone] = {}
        self.causes: list[int] = []
        self.rang = False
        self.over = False

    def begin(self) -> None:
        """Ring every phone that is there."""
        reachable = [phone for phone in self.phones if phone.registered]
        if self.caller is not None:
            self.caller.activity = self
        for phone in reachable:
            self._begin_leg(phone)
        if not reachable:
            self._end("CHANUNAVAIL", None, 20)
        else:
            timed = self.caller or next(iter(self.legs))
            self.switch.later(timed, self.seconds, self.time_out)
        for leg, phone in [*self.legs.items()]:
            phone.ring(leg, self)

    def ringing(self, leg: Channel) -> None:
        """Tell that the phone rings."""
        self.rang = True
        self.switch.set_state(leg, RINGING)
        self._tell("DialState", leg, ("DialStatus", "RINGING"))

    def answered(self, leg: Channel) -> None:
        """Connect to the phone that was picked up; the others stop ringing."""
        if self.over:
            return
        phone = self.legs.pop(leg)
        for other in [*self.legs]:
            self._drop(other, "CANCEL", ELSEWHERE)
        self.switch.set_state(leg, UP)
        self._tell("DialEnd", leg, ("DialStatus", "ANSWER"))
        leg.activity = None
        if phone.manner.talk_for is not None:
            self.switch.later(leg, phone.manner.talk_for, lambda: self.switch.hang_up(leg, 16))
        self._end("ANSWER", leg, 16)

    def refused(self, leg: Channel, cause: int) -> None:
        """Give up on a phone that will not take the call."""
        self._drop(leg, "BUSY" if cause == BUSY else "CHANUNAVAIL", cause)
        self.causes.append(cause)
        if not self.legs:
            self._end("BUSY" if BUSY in self.causes else "CHANUNAVAIL", None, cause)

    def time_out(self) -> None:
        """Give up: nobody has picked up in time."""
        if not self.over:
            for leg in [*self.legs]:
                self._drop(leg, "NOANSWER", NO_ANSWER)
            self._end("NOANSWER", None, NO_ANSWER)

    def gone(self, channel: Channel) -> None:
        """End it: the caller has hung up, or a ringing leg was hung up for it."""
        if channel is self.caller:
            for leg in [*self.legs]:
                self._drop(leg, "CANCEL", 16)
            self.over = True
            self.switch.finish(channel, channel.cause)
        else:
            self._drop(channel, "CANCEL", channel.cause)
            if not self.legs:
                self._end("CANCEL", None, channel.cause)

    def taken(self, channel: Channel) -> None:
        """Let go of the caller, who goes on elsewhere, or of one leg."""
        if channel is self.caller:
            for leg in [*self.legs]:
                self._drop(leg, "CANCEL", 16)
            self.over = True
        elif (phone := self.legs.pop(channel, None)) is not None:
            phone.forget(channel)
            if not self.legs:
                self._end("CANCEL", None, 16)

    def _begin_leg(self, phone: Phone) -> None:
        caller, order = self.caller, self.order
        leg = self.switch.open(
            phone.device,
            phone.who,
            DOWN,
            uid=order.uid if order else "",
            linkedid=caller.linkedid if caller else "",
        )
        self.legs[leg] = phone
        leg.activity = self
        leg.application = "AppDial" if caller else "AppDial2"
        if caller is not None:
            self.switch.connect(leg, caller.caller)
        elif order is not None:
            leg.variables.update(order.variables)
            leg.caller = order.caller or leg.caller
            self.switch.connect(leg, order.shown or leg.connected)
        self._tell("DialBegin", leg, ("DialString", phone.who.number))

    def _drop(self, leg: Channel, status: str, cause: int) -> None:
        phone = self.legs.pop(leg, None)
        if phone is None:
            return
        phone.forget(leg)
        leg.activity = None
        self._tell("DialEnd", leg, ("DialStatus", status))
        self.switch.finish(leg, cause)

    def _tell(self, event: str, leg: Channel, *more: Header) -> None:
        self.switch.tell(event, self.caller, *leg.snapshot("Dest"), *more)

    def _end(self, status: str, leg: Channel | None, cause: int) -> None:
        if self.over:
            return
        self.over = True
        if self.caller is not None:
            self.caller.activity = None
        self.on_end(status, leg, cause)


class Talk:
    """Two channels in a bridge. When one goes, the other is hung up."""

    def __init__(self, switch: Switch, first: Channel, second: Channel) -> None:
        self.switch, self.id = switch, switch.new_bridge_id()
        self._inside: list[Channel] = []
        switch.tell_plain("BridgeCreate", self._bridge())
        for channel, peer in ((second, first), (first, second)):
            self._inside.append(channel)
            channel.bridge, channel.peer, channel.activity = self.id, peer, self
            switch.tell_plain("BridgeEnter", [*self._bridge(), *channel.snapshot()])

    def gone(self, channel: Channel) -> None:
        """Tear the bridge down: this one has hung up."""
        self._leave(channel)
        self.switch.finish(channel, channel.cause)
        self._empty()

    def taken(self, channel: Channel) -> None:
        """Let go of one who goes on elsewhere; nobody is left for the other."""
        self._leave(channel)
        self._empty()

    def _empty(self) -> None:
        rest = [*self._inside]
        for channel in rest:
            self._leave(channel)
        self.switch.tell_plain("BridgeDestroy", self._bridge())
        for channel in rest:
            channel.activity = None
            self.switch.hang_up(channel, 16)

    def _leave(self, channel: Channel) -> None:
        self._inside.remove(channel)
        channel.bridge, channel.peer = "", None
        self.switch.tell_plain("BridgeLeave", [*self._bridge(), *channel.snapshot()])

    def _bridge(self) -> list[Header]:
        return [
            ("BridgeUniqueid", self.id),
            ("BridgeType", "basic"),
            ("BridgeTechnology", "simple_bridge"),
            ("BridgeCreator", "<unknown>"),
            ("BridgeName", "<unknown>"),
            ("BridgeNumChannels", str(len(self._inside))),
            ("BridgeVideoSourceMode", "none"),
        ]
