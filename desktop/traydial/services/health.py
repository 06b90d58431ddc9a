"""Watches the own phones, the lines to the outside and the phone system itself."""

import asyncio
import contextlib
import logging
from collections.abc import Callable, Sequence

from traydial.ami.protocol import Message
from traydial.ami.session import AmiSession
from traydial.domain.connection import Connection, Link
from traydial.domain.errors import DesktopError
from traydial.domain.health import Ailment, Health, Part
from traydial.domain.store import Store
from traydial.services.dialplan import ABSENT, evaluate

log = logging.getLogger(__name__)

LOOK_EVERY_S = 30.0  # where an event filter keeps the phones' states away
_UP, _DOWN = {"registered"}, {"rejected", "unregistered", "timeout", "failed", "stopped"}
MOST_TRUNKS = 50


class HealthWatch:
    """Keeps ``health`` as the PBX tells it.

    The own phones by DeviceStateChange (class call), lines by Registry and the PBX's own end by
    Shutdown (both class system); phones are asked for where their events are filtered.
    """

    def __init__(
        self,
        session: Callable[[], AmiSession],
        connection: Store[Connection],
        devices: Callable[[], Sequence[str]],
        health: Store[Health],
        *,
        look_every_s: float | None = None,
    ) -> None:
        self._session, self._connection, self._devices = session, connection, devices
        self.health = health
        self._look_every_s = look_every_s or LOOK_EVERY_S
        self._is_told = False
        self._absent: dict[str, bool] = {}  # by device
        self._down: set[str] = set()
        self._pbx: Ailment | None = None
        self._looking: asyncio.Task[None] | None = None
        self._end = connection.subscribe(self._link_changed)

    def on_event(self, message: Message) -> None:
        """Take one AMI event."""
        if message.event == "DeviceStateChange":
            self._is_told = True
            if (device := message.get("Device")) in self._devices():
                self._absent[device] = message.get("State") in ABSENT
                self._tell()
        elif message.event == "Registry":
            self._line(message)
        elif message.event == "Shutdown":
            restarts = message.get("Restart").lower() == "true"
            self._pbx = Ailment(Part.RESTART if restarts else Part.SHUTDOWN)
            self._tell()

    async def aclose(self) -> None:
        """End what still runs in the background."""
        self._end()
        await self._stop()
        self.health.set(Health())

    def _line(self, message: Message) -> None:
        status = message.get("Status").lower()
        name = message.get("Domain").removeprefix("sip:").removeprefix("sips:").strip("\"' ")
        if status in _UP:
            self._down.discard(name)
        elif status in _DOWN and len(self._down) < MOST_TRUNKS:
            self._down.add(name)
        else:
            return  # it is being tried
        self._tell()

    def _link_changed(self, connection: Connection) -> None:
        if connection.link is Link.ONLINE:
            if self._looking is None or self._looking.done():
                self._pbx, self._is_told = None, False
                self._looking = asyncio.get_running_loop().create_task(self._look())
        else:
            if self._looking is not None:
                self._looking.cancel()
                self._looking = None
            self._absent.clear()
            self._down.clear()
            self._tell()

    async def _look(self) -> None:
        while True:
            for device in self._devices():
                try:
                    state = await evaluate(self._session(), f"DEVICE_STATE({device})")
                except DesktopError as error:
                    log.info("whether %s is there is not told: %s", device, error)
                    continue
                self._absent[device] = state in ABSENT
            self._tell()
            await asyncio.sleep(self._look_every_s)
            if self._is_told:
                return

    async def _stop(self) -> None:
        looking, self._looking = self._looking, None
        if looking is not None:
            looking.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await looking

    def _tell(self) -> None:
        found = {Ailment(Part.TRUNK, name) for name in self._down}
        states = [self._absent[d] for d in self._devices() if d in self._absent]
        if states and all(states):
            found.add(Ailment(Part.PHONE))
        if self._pbx is not None:
            found.add(self._pbx)
        is_online = self._connection.value.link is Link.ONLINE
        self.health.set(Health(frozenset(found), is_online))
