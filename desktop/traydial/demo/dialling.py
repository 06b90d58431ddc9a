"""Ringing one or several phones, and two who talk."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from traydial.demo.channels import DOWN, RINGING, UP, Channel, Header, Party, Switch
from traydial.demo.people import BUSY, Phone, Ringer

NO_ROUTE, ALERTING, ELSEWHERE, INTERWORKING = 3, 19, 26, 127
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

    application = "AppDial"

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
            self._end("CHANUNAVAIL", None, NO_ROUTE)
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
        del self.legs[leg]
        self.switch.set_state(leg, UP)
        if self.caller is not None:
            self.switch.connect(self.caller, leg.caller)
            leg.exten = "" if self.application == "AppDial" else leg.exten
        others, self.legs = self.legs, {}
        for other in others:
            self._tell("DialEnd", other, ("DialStatus", "CANCEL"))
        self._tell("DialEnd", leg, ("DialStatus", "ANSWER"))
        for other, its_phone in others.items():
            its_phone.forget(other)
            self.switch.finish(other, ELSEWHERE)
        leg.activity = None
        self._end("ANSWER", leg, 16)

    def refused(self, leg: Channel, cause: int) -> None:
        """Give up on a phone that will not take the call."""
        sip = 486 if cause == BUSY else 603
        more = [("Cause", str(cause)), ("TechCause", str(sip))]
        self.switch.tell("HangupRequest", leg, *more)
        self._fail(leg, cause, sip)

    def time_out(self) -> None:
        """Give up: nobody has picked up in time."""
        if self.over:
            return
        for leg in [*self.legs]:
            if self.caller is not None:
                self._drop(leg, "NOANSWER", 0)
            elif (phone := self.legs.pop(leg)) is not None:  # Originate tells no DialEnd then
                phone.forget(leg)
                self._end("TIMEOUT", None, ALERTING)
                self.switch.finish(leg, ALERTING)
        self._end("NOANSWER", None, 16)

    def gone(self, channel: Channel, cause: int | None) -> None:
        """End it: the caller has hung up, or a ringing leg was hung up for it."""
        if channel is not self.caller:
            self._fail(channel, cause or 0)
            return
        unanswered = channel.state != UP
        for leg in [*self.legs]:
            self._drop(leg, "CANCEL", INTERWORKING if unanswered else 16)
        self.over = True
        self.switch.finish(channel, cause or (INTERWORKING if unanswered else 0))

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
        if caller is not None:
            leg.exten = caller.exten
            self.switch.execute(leg, self.application, "(Outgoing Line)")
            self.switch.connect(leg, caller.caller)
        elif order is not None:
            self.switch.execute(leg, "AppDial2", "(Outgoing Line)")
            leg.variables.update(order.variables)
            leg.caller = order.caller or leg.caller
            self.switch.connect(leg, order.shown or leg.connected)
        self._announce(leg)
        if caller is not None and len(self.phones) == 1 and self.application == "AppDial":
            self.switch.connect(caller, leg.caller)

    def _announce(self, leg: Channel) -> None:
        self._tell("DialBegin", leg, ("DialString", leg.device.rpartition("/")[2]))

    def _fail(self, leg: Channel, cause: int, sip: int = 0) -> None:
        self._drop(leg, "BUSY" if cause == BUSY else "NOANSWER", cause, sip)
        self.causes.append(cause)
        if not self.legs:
            self._end("BUSY" if BUSY in self.causes else "NOANSWER", None, cause or 16)

    def _drop(self, leg: Channel, status: str, cause: int, sip: int = 0) -> None:
        phone = self.legs.pop(leg, None)
        if phone is None:
            return
        phone.forget(leg)
        leg.activity = None
        self._tell("DialEnd", leg, ("DialStatus", status))
        if self.caller is None:
            self._end(status, None, cause)  # OriginateResponse comes before Hangup
        self.switch.finish(leg, cause, sip)

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
        switch.tell_plain("BridgeCreate", self.described())
        for channel, peer in ((second, first), (first, second)):
            self._inside.append(channel)
            channel.bridge, channel.peer, channel.activity = self.id, peer, self
            switch.tell_plain("BridgeEnter", [*self.described(), *channel.snapshot()])

    def gone(self, channel: Channel, cause: int | None) -> None:
        """Tear the bridge down: this one has hung up."""
        self._leave(channel)
        rest = self._empty()
        self.switch.finish(channel, cause or 16)
        for other in rest:
            self.switch.hang_up(other)

    def taken(self, channel: Channel) -> None:
        """Let go of one who goes on elsewhere; nobody is left for the other."""
        self._leave(channel)
        for other in self._empty():
            self.switch.hang_up(other)

    def part(self) -> None:
        """Let go of both at once."""
        self._empty()

    def _empty(self) -> list[Channel]:
        rest = [*self._inside]
        for channel in rest:
            self._leave(channel)
            channel.activity = None
        self.switch.tell_plain("BridgeDestroy", self.described())
        return rest

    def _leave(self, channel: Channel) -> None:
        self._inside.remove(channel)
        channel.bridge, channel.peer = "", None
        self.switch.tell_plain("BridgeLeave", [*self.described(), *channel.snapshot()])

    def described(self) -> list[Header]:
        """Return the headers with which events describe the bridge."""
        return [
            ("BridgeUniqueid", self.id),
            ("BridgeType", "basic"),
            ("BridgeTechnology", "simple_bridge"),
            ("BridgeCreator", "<unknown>"),
            ("BridgeName", "<unknown>"),
            ("BridgeNumChannels", str(len(self._inside))),
            ("BridgeVideoSourceMode", "none"),
        ]
