"""A call that waits in a queue while its members' phones ring."""

from traydial.demo.channels import Channel, Header
from traydial.demo.dialling import Dial
from traydial.demo.people import QUEUE_NAME

AGENT = "agent,all"


class QueueDial(Dial):
    """As Dial, with the events that app_queue tells besides."""

    application = "AppQueue"

    def begin(self) -> None:
        """Join the queue and ring its members."""
        self._tell_queue("QueueCallerJoin", ("Position", "1"), ("Count", "1"))
        super().begin()

    def gone(self, channel: Channel, cause: int | None) -> None:
        """End it: the caller has given up, or a ringing leg was hung up for it."""
        if channel is self.caller:
            for leg in [*self.legs]:
                self._tell("DialEnd", leg, ("DialStatus", "CANCEL"))  # app_queue tells it twice
                self._drop(leg, "CANCEL", 0)
            position = (("Position", "1"), ("OriginalPosition", "1"))
            self._tell_queue("QueueCallerAbandon", *position, ("HoldTime", "0"))
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
        self._tell_queue("QueueCallerLeave", ("Position", "1"), ("Count", "0"))

    def _tell_queue(self, event: str, *more: Header) -> None:
        self.switch.tell(event, self.caller, ("Queue", QUEUE_NAME), *more, privilege=AGENT)

    def _tell_agent(self, event: str, leg: Channel, *more: Header) -> None:
        member = (("Queue", QUEUE_NAME), ("Interface", leg.device), ("MemberName", leg.caller.name))
        self.switch.tell(event, self.caller, *leg.snapshot("Dest"), *member, *more, privilege=AGENT)
