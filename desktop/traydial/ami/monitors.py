"""How many recordings run on each call, by the events MixMonitorStart and MixMonitorStop."""

from traydial.ami.protocol import Message

MAX_REMEMBERED = 20_000  # channels whose end we might never hear of


class Monitors:
    """Counts recordings by channel; either party's channel may be the one that is recorded."""

    def __init__(self) -> None:
        self._running: dict[str, tuple[str, int]] = {}  # channel -> (linked id, recordings)

    def note(self, message: Message) -> str:
        """Take one MixMonitor event; return the linked id of the call that it speaks of."""
        uid, linkedid = message.get("Uniqueid"), message.get("Linkedid")
        running = self._running.get(uid, ("", 0))[1]
        running += {"MixMonitorStart": 1, "MixMonitorStop": -1}.get(message.event, 0)
        if running > 0 and len(self._running) < MAX_REMEMBERED:
            self._running[uid] = (linkedid, running)
        else:
            self._running.pop(uid, None)
        return linkedid

    def end(self, uid: str) -> str:
        """Forget a channel that is gone; return its linked id if it was recorded."""
        return self._running.pop(uid, ("", 0))[0]

    def count(self, linkedid: str) -> int:
        """Return how many recordings run on the channels of a call."""
        return sum(count for linked, count in self._running.values() if linked == linkedid)
