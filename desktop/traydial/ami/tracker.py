"""Messages in, call events out: which calls concern the user's own devices.

Right on the full event stream, on one limited to class ``call``, and on one that the
admin filtered to the own extension: only events of own legs decide; what other channels
tell is used for detail alone. ``OwnLegs`` is what is known; the events of channels, of
dials and of what goes on beside a call have a module each.
"""

from collections.abc import Iterable, Sequence

from traydial.ami.channel_events import ChannelEvents
from traydial.ami.dial_events import DialEvents
from traydial.ami.legs import OUR_PREFIX
from traydial.ami.own_legs import Handlers, OwnLegs, Waiting
from traydial.ami.protocol import Message
from traydial.ami.side_events import SideEvents
from traydial.ami.snapshot import read_status
from traydial.domain.call_events import CallEvent, Progressed, Resynced
from traydial.domain.calls import Cause, Phase


class Tracker:
    """Follows the own legs of the given devices (``PJSIP/7001`` …).

    Feed it every event once, in order; ``at`` is the time, seconds since the epoch.
    """

    def __init__(self, devices: Sequence[str], extension: str) -> None:
        self._own = OwnLegs(devices, extension)
        self._held_back: list[tuple[Message, float]] | None = None
        self._sides = sides = SideEvents(self._own)
        self._handlers: Handlers = {
            **ChannelEvents(self._own, sides).handlers,
            **DialEvents(self._own).handlers,
            **sides.handlers,
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
        snapshot = read_status(rows, self._own, at)
        self._own.take(snapshot)
        events: list[CallEvent] = [Resynced(tuple(snapshot.calls), at)]
        held_back, self._held_back = self._held_back or [], None
        for message, then in held_back:
            events += self.feed(message, then)
        return events

    def use(self, devices: Sequence[str]) -> None:
        """Follow these devices from now on; a resync finds the calls they have."""
        self._own.use(devices)

    def asked_through(self, key: str) -> None:
        """Take note that this call rings the own phone through a Local channel."""
        self._own.asked.add(key)

    def is_own(self, channel: str) -> bool:
        """Tell whether a channel name is one of an own device."""
        return self._own.is_own(channel)

    def caller_of(self, key: str) -> str:
        """Return the channel that rings us with this call, or an empty text."""
        return next((leg.caller for leg in self._own.of_call(key) if leg.caller), "")

    def came_through(self, linkedid: str, queue: str, since: float) -> list[CallEvent]:
        """Take note of what no event told: the queue in which a caller waits, and since when."""
        return self._sides.came_through(linkedid, Waiting(queue, since))

    def knows(self, leg: str) -> bool:
        """Tell whether this own leg or call exists now."""
        return leg in self._own.legs or leg in self._own.calls

    def is_waiting(self, key: str) -> bool:
        """Tell whether the own phone is up on a call that neither rings nor talks."""
        legs = self._own.of_call(key)
        up = any(leg.up for leg in legs)
        return up and not any(leg.spoke or leg.dialling for leg in legs)

    def is_hidden(self, key: str) -> bool:
        """Tell whether the Local channel before the own phone is kept from us."""
        legs = self._own.of_call(key)
        return bool(legs) and all(leg.behind for leg in legs)

    def ways_through(self) -> list[tuple[str, str]]:
        """Return the Local channels that ring or hold own phones now: (unique id, name)."""
        return [(leg.uid, leg.name) for leg in self._own.legs.values() if leg.through]

    def answered_by_application(self, key: str, at: float) -> list[CallEvent]:
        """Take note of what no event tells: a voicemail or the like has answered."""
        for leg in self._own.of_call(key):
            leg.spoke = True
        return [Progressed(key, Phase.TALKING, at)]

    def foretell(self, key: str, cause: Cause | None) -> None:
        """Say why this call is about to end, where the wire will not tell it apart.

        Of an own leg we asked for, it may be said before its Newchannel is here.
        """
        if key.startswith(OUR_PREFIX) and key not in self._own.calls and cause is not None:
            self._own.foretold[key] = cause
        for leg in self._own.of_call(key):
            leg.foretold = cause
