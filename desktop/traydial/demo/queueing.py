"""A call that waits in a queue while its members' phones ring."""

from traydial.demo.channels import Channel, Header, Switch
from traydial.demo.dialling import Dial, OnEnd
from traydial.demo.queues import AGENT, CallQueue, Waiting


class QueueDial(Dial, Waiting):
    """As Dial, with the events that app_queue tells besides; it also waits for a phone."""

    application = "AppQueue"

    def __init__(
        self, switch: Switch, caller: Channel, queue: CallQueue, on_end: OnEnd, seconds: float
    ) -> None:
        super().__init__(switch, caller, [], on_end, seconds)
        self.queue = queue

    def begin(self) -> None:
        """Join the queue and ring its members."""
        assert self.caller is not None
        self.caller.activity = self
        self.queue.waiting[self] = self.switch.clock.time()
        self._tell_queue("QueueCallerJoin")
        self.switch.later(self.caller, self.seconds, self.time_out)
        self.ring()

    def ring(self) -> None:
        """Ring the members that do not ring yet."""
        ringing = [*self.legs.values()]
        for phone in self.queue.phones():
            if phone not in ringing:
                self._begin_leg(phone)
        for leg, phone in [*self.legs.items()]:
            if phone not in ringing:
                phone.ring(leg, self)

    def gone(self, channel: Channel, cause: int | None) -> None:
        """End it: the caller has given up, or a ringing leg was hung up for it."""
        if channel is self.caller:
            for leg in [*self.legs]:
                self._tell("DialEnd", leg, ("DialStatus", "CANCEL"))  # app_queue tells it twice
                self._drop(leg, "CANCEL", 0)
            self._tell_queue(
                "QueueCallerAbandon", ("OriginalPosition", "1"), ("HoldTime", "0"), counts=False
            )
            self._leave()
        super().gone(channel, cause)

    def taken(self, channel: Channel) -> None:
        """Let go of the caller, who goes on elsewhere, or of one leg."""
        if channel is self.caller:
            self._leave()
        super().taken(channel)

    def _announce(self, leg: Channel) -> None:
        self._tell_agent("AgentCalled", leg)
        self._tell("DialBegin", leg, ("DialString", leg.device))

    def _drop(self, leg: Channel, status: str, cause: int, sip: int = 0) -> None:
        super()._drop(leg, status, cause, sip)
        if status != "CANCEL":
            self._tell_agent("AgentRingNoAnswer", leg, ("RingTime", "0"))

    def _end(self, status: str, leg: Channel | None, cause: int) -> None:
        if leg is not None and not self.over:
            self._leave()
            self._tell_agent("AgentConnect", leg, ("RingTime", "0"), ("HoldTime", "0"))
        elif not self.over:
            self._leave()
        super()._end(status, leg, cause)

    def _leave(self) -> None:
        if self in self.queue.waiting:
            position = self._position()
            del self.queue.waiting[self]
            self._tell_queue("QueueCallerLeave", position=position)

    def _position(self) -> int:
        return [*self.queue.waiting].index(self) + 1

    def _tell_queue(
        self, event: str, *more: Header, position: int = 0, counts: bool = True
    ) -> None:
        headers = [("Queue", self.queue.name), ("Position", str(position or self._position()))]
        if counts:
            headers.append(("Count", str(len(self.queue.waiting))))
        self.switch.tell(event, self.caller, *headers, *more, privilege=AGENT)

    def _tell_agent(self, event: str, leg: Channel, *more: Header) -> None:
        queue = ("Queue", self.queue.name)
        member = (queue, ("Interface", leg.device), ("MemberName", leg.caller.name))
        self.switch.tell(event, self.caller, *leg.snapshot("Dest"), *member, *more, privilege=AGENT)
