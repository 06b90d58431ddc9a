"""What goes on beside a call: the queue it came through, and who records it."""

from traydial.ami.own_legs import MAX_REMEMBERED, Handlers, OwnLegs, Waiting
from traydial.ami.protocol import Message
from traydial.domain.call_events import CallEvent, Identified, Monitored
from traydial.domain.calls import Direction


class SideEvents:
    """Queues and recordings, matched to the own calls by linked id."""

    def __init__(self, own: OwnLegs) -> None:
        self._own = own
        self.handlers: Handlers = {
            "AgentCalled": self._queue,
            "QueueCallerJoin": self._queue,
            "QueueCallerLeave": self._queue,
            "MixMonitorStart": self._monitor,
            "MixMonitorStop": self._monitor,
            "MixMonitorMute": self._monitor,
        }

    def end(self, uid: str) -> list[CallEvent]:
        """Take note that a channel is gone, and its recordings with it."""
        return self._monitored(self._own.monitors.end(uid))

    def _queue(self, message: Message, at: float) -> list[CallEvent]:
        linkedid = message.get("Linkedid") or message.get("Uniqueid")
        queues = self._own.queues
        if message.event == "QueueCallerLeave":
            queues.pop(linkedid, None)
            return []
        since = at if message.event == "QueueCallerJoin" else None
        return self.came_through(linkedid, Waiting(message.get("Queue"), since))

    def came_through(self, linkedid: str, waiting: Waiting) -> list[CallEvent]:
        """Take note of the queue in which a caller waits."""
        queues = self._own.queues
        known = queues.get(linkedid)
        if waiting.since is None and known is not None and known.queue == waiting.queue:
            waiting = known
        if len(queues) < MAX_REMEMBERED:
            queues[linkedid] = waiting
        return [
            Identified(leg.key, via=waiting.queue, waits_since=waiting.since)
            for leg in self._own.legs.values()
            if leg.key and leg.linkedid == linkedid and leg.direction is Direction.IN
        ]

    def _monitor(self, message: Message, at: float) -> list[CallEvent]:
        return self._monitored(self._own.monitors.note(message))

    def _monitored(self, linkedid: str) -> list[CallEvent]:
        count = self._own.monitors.count(linkedid)
        legs = [leg for leg in self._own.legs.values() if leg.key and leg.linkedid == linkedid]
        return [Monitored(key, count) for key in {leg.key: None for leg in legs}]
