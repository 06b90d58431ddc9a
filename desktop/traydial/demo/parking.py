"""The parking lot: who waits there, who fetches them, and who comes back by themselves."""

from collections.abc import Callable
from functools import partial

from traydial.ami.legs import PARK_DIAL
from traydial.demo.channels import Channel, Header, Switch

LOT, SPACES = "default", tuple(str(space) for space in range(801, 811))
STAYS_FOR_S = 45.0


class Lot:
    """Spaces with callers; ``connect`` lets two talk, ``run`` sends one on in a context."""

    def __init__(
        self,
        switch: Switch,
        connect: Callable[[Channel, Channel], None],
        run: Callable[[Channel, str, str], None],
    ) -> None:
        self._switch, self._connect, self._run = switch, connect, run
        self._waits: dict[str, Waiting] = {}

    def park(self, channel: Channel, by: str, back_to: str, seconds: float) -> bool:
        """Let a channel wait; False where all spaces are taken."""
        space = next((space for space in SPACES if space not in self._waits), None)
        if space is None:
            return False
        self._switch.take(channel)
        waiting = Waiting(self, channel, space, by, self._switch.clock.time(), seconds)
        self._waits[space] = channel.activity = waiting
        self._tell("ParkedCall", waiting)
        self._switch.later(channel, seconds, partial(self._too_long, waiting, back_to))
        return True

    def fetch(self, space: str, channel: Channel) -> None:
        """Connect a channel to who waits there; it is hung up where nobody does."""
        waiting = self._waits.get(space)
        if waiting is None:
            self._switch.hang_up(channel)
            return
        self._switch.execute(channel, "ParkedCall", f"{LOT},{space}")
        self.leave(waiting, "UnParkedCall")
        waiting.channel.activity = None
        self._connect(waiting.channel, channel)

    def at(self, space: str) -> Channel | None:
        """Return who waits at a space."""
        waiting = self._waits.get(space)
        return waiting.channel if waiting is not None else None

    def rows(self) -> list[tuple[str, list[Header]]]:
        """Return what ParkedCalls answers."""
        return [("ParkedCall", self._described(waiting)) for waiting in self._waits.values()]

    def leave(self, waiting: "Waiting", event: str) -> None:
        """Free a space, and tell why."""
        if self._waits.get(waiting.space) is waiting:
            del self._waits[waiting.space]
            self._tell(event, waiting)

    def finish(self, channel: Channel, cause: int) -> None:
        """Forget a channel that has hung up."""
        self._switch.finish(channel, cause)

    def _too_long(self, waiting: "Waiting", back_to: str) -> None:
        if self._waits.get(waiting.space) is waiting:
            self.leave(waiting, "ParkedCallTimeOut")
            waiting.channel.activity = None
            self._run(waiting.channel, back_to, PARK_DIAL)

    def _tell(self, event: str, waiting: "Waiting") -> None:
        self._switch.tell_plain(event, self._described(waiting))

    def _described(self, waiting: "Waiting") -> list[Header]:
        waited = self._switch.clock.time() - waiting.since
        return [
            *waiting.channel.snapshot("Parkee"),
            ("ParkerDialString", waiting.by),
            ("Parkinglot", LOT),
            ("ParkingSpace", waiting.space),
            ("ParkingTimeout", str(max(0, int(waiting.seconds - waited)))),
            ("ParkingDuration", str(int(waited))),
        ]


class Waiting:
    """Somebody at a space."""

    def __init__(
        self, lot: Lot, channel: Channel, space: str, by: str, since: float, seconds: float
    ) -> None:
        self._lot, self.channel, self.space = lot, channel, space
        self.by, self.since, self.seconds = by, since, seconds

    def gone(self, channel: Channel, cause: int | None) -> None:
        """Free the space: this one has hung up."""
        self._lot.leave(self, "ParkedCallGiveUp")
        self._lot.finish(channel, cause or 16)

    def taken(self, channel: Channel) -> None:
        """Free the space: this one goes on elsewhere."""
        self._lot.leave(self, "UnParkedCall")
