"""The user's queues: what they are, who waits, and logging in, pausing, logging out.

QueueStatus needs no class and no filter hides its answer. So it is asked when the link comes
up and whenever somebody looks; in between events tell (class agent), or where they are
hidden the device state of the queue (class call) says when to ask again. A reload of the
queues is told by no event at all.
"""

import asyncio
import logging
import time
from collections.abc import Callable, Coroutine, Iterable, Sequence
from typing import Any

from traydial.ami.protocol import Message
from traydial.ami.queue_rows import EVENTS, follow, read_queues
from traydial.ami.session import AmiSession
from traydial.domain.calls import Calls, Direction, Phase
from traydial.domain.connection import Connection, Link
from traydial.domain.errors import (
    ActionFailed,
    AlwaysInQueue,
    DesktopError,
    NotInQueue,
    OwnPhoneUnknown,
)
from traydial.domain.queues import Member, OwnInterfaces, Queue, Queues
from traydial.domain.settings import Settings
from traydial.domain.store import Store
from traydial.services.known_queues import KnownQueues

log = logging.getLogger(__name__)

SETTLE_S = 0.3  # several device states change at once
MANY_ROWS = 500  # a PBX that has more is asked for the user's queues alone
MOST_ASKED = 200  # callers whose queue was asked for: none is asked for twice
CameThrough = Callable[[str, str, float], None]


class QueueWatch:
    """Keeps ``queues`` as the PBX has them; empty while there is no link.

    ``devices`` tells the user's phones; ``came_through`` is told of a caller who rings here:
    linked id, queue, since when they wait.
    """

    def __init__(
        self,
        settings: Settings,
        session: Callable[[], AmiSession],
        connection: Store[Connection],
        queues: Store[Queues],
        known: KnownQueues,
        devices: Callable[[], Sequence[str]],
        came_through: CameThrough,
        *,
        clock: Callable[[], float] = time.time,
        settle_s: float = SETTLE_S,
    ) -> None:
        self._session, self.queues, self._known = session, queues, known
        self._came_through, self._clock, self._settle_s = came_through, clock, settle_s
        self._titles, self._settings, self._devices = settings.queues.titles, settings, devices
        self._own = self._interfaces()
        self._left: dict[str, Member] = {}  # as they were when the user logged out
        self._rows = 0
        self._is_told = False  # an event came: neither a class nor a filter keeps them away
        self._heard: list[Message] = []  # while the answer comes in
        self._one_at_a_time = asyncio.Lock()
        self._asked: dict[str, None] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._looking: asyncio.Task[None] | None = None
        self._was_online = False
        self._end = connection.subscribe(self._link_changed)

    # -- what is told ---------------------------------------------------------------------------

    def on_event(self, message: Message) -> None:
        """Take one AMI event."""
        if message.event in EVENTS:
            self._is_told = True
            if self._one_at_a_time.locked():
                self._heard.append(message)
            self._follow(message)
            concerns = self._own.has(message.get("Interface"), message.get("StateInterface"))
            if concerns and message.get("Queue") not in self.queues.value and not self._titles:
                self._look_soon()  # the user is in a queue that we did not know
        elif message.event == "DeviceStateChange" and not self._is_told:
            name = message.get("Device").removeprefix("Queue:")
            if name != message.get("Device") and name.split("_pause_")[0] in self.queues.value:
                self._look_soon()

    def calls_changed(self, calls: Calls) -> None:
        """Ask for the queue of a caller who rings, and since when they wait."""
        for call in calls.values():
            rings = call.direction is Direction.IN and call.phase is Phase.RINGING
            if not (rings and call.linked and call.waits_since is None):
                continue
            # where the PBX tells no queue, it may be any of the user's own
            names = [call.via] if call.via in self.queues.value else [*self.queues.value]
            if names and call.linked not in self._asked:
                self._asked[call.linked] = None
                if len(self._asked) > MOST_ASKED:
                    del self._asked[next(iter(self._asked))]
                self._start(self._find_caller(call.linked, names))

    def opened(self) -> None:
        """Somebody looks: make sure that what is shown is true now."""
        if self._was_online:
            self._start(self.refresh())

    async def aclose(self) -> None:
        """End what still runs in the background."""
        self._end()
        for task in [*self._tasks]:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    # -- what is asked for ------------------------------------------------------------------------

    async def refresh(self) -> None:
        """Ask anew. Raises what the link raises."""
        async with self._one_at_a_time:
            self._heard.clear()
            self._own = self._interfaces()
            many = self._rows > MANY_ROWS
            found = await self._read(self._titles or (self.queues.value if many else ()))
            names = self._titles or {*self._known.names} | {q.name for q in found if q.logged_in}
            mine = {queue.name: queue for queue in found if queue.name in names}
            in_order = {name: mine[name] for name in self._titles or sorted(mine) if name in mine}
            self._known.add(queue.name for queue in mine.values() if queue.logged_in)
            self.queues.set(in_order)
        for message in self._heard:  # told again it changes nothing
            self._follow(message)
        self._heard.clear()

    async def log_in(self, name: str) -> None:
        """Take calls of a queue. Raises NotInQueue where there is none of that name."""
        self._own = self._interfaces()
        member = self._to_log_in(name)
        if not member.interface:
            raise OwnPhoneUnknown(self._settings.phone.extension)
        headers = [("Queue", name), ("Interface", member.interface)]
        if member.state:
            headers.append(("StateInterface", member.state))
        if member.name:
            headers.append(("MemberName", member.name))
        try:
            await self._session().perform("QueueAdd", *headers)
        except ActionFailed as error:
            if "no such queue" in error.reason.lower():
                raise NotInQueue(name) from error
            if "already there" not in error.reason.lower():
                raise
        self._known.add([name])
        await self.refresh()

    async def log_out(self, name: str) -> None:
        """Take no more calls of a queue. Raises AlwaysInQueue."""
        for member in self._queue(name).members:
            self._left[name] = member
            headers = (("Queue", name), ("Interface", member.interface))
            try:
                await self._session().perform("QueueRemove", *headers)
            except ActionFailed as error:
                if "not dynamic" in error.reason.lower():
                    raise AlwaysInQueue(name) from error
                if "not there" not in error.reason.lower():
                    raise
        await self.refresh()

    async def pause(self, name: str, paused: bool, reason: str = "") -> None:
        """Take no calls of a queue for a while, or again; without a name of all of them.

        Raises NotInQueue, NotPermitted and others.
        """
        queues = [self._queue(name)] if name else [*self.queues.value.values()]
        members = [(queue, member) for queue in queues for member in queue.members]
        if not members:
            raise NotInQueue(name)
        try:
            for queue, member in members:
                headers = [("Queue", queue.name), ("Interface", member.interface)]
                headers.append(("Paused", "true" if paused else "false"))
                if paused and reason:
                    headers.append(("Reason", reason))
                await self._set_paused(queue, headers)
        finally:
            await self.refresh()

    # -- within -----------------------------------------------------------------------------------

    def _interfaces(self) -> OwnInterfaces:
        settings = self._settings  # whoever signs in at another desk has another phone
        return OwnInterfaces(settings.queues, self._devices(), settings.phone.extension)

    def _to_log_in(self, name: str) -> Member:
        """Return what is to ring: as the settings have it, as it was, as in other queues."""
        mine = [member for queue in self.queues.value.values() for member in queue.members]
        before = [self._left[name]] if name in self._left else [*self._left.values()]
        known = [*before, *mine] if not self._settings.queues.interface else []
        chosen = (m for m in known if not m.is_fixed and self._own.has(m.interface, m.state))
        return next(chosen, Member(self._own.to_log_in, "", self._own.state))

    async def _set_paused(self, queue: Queue, headers: Iterable[tuple[str, str]]) -> None:
        try:
            await self._session().perform("QueuePause", *headers)
        except ActionFailed as error:
            if "not found" in error.reason.lower():  # somebody has logged the user out
                raise NotInQueue(queue.name) from error
            raise

    def _queue(self, name: str) -> Queue:
        queue = self.queues.value.get(name)
        if queue is None:
            raise NotInQueue(name)
        return queue

    async def _read(self, names: Iterable[str]) -> list[Queue]:
        """Ask for these queues, or for all."""
        session, rows = self._session(), list[Message]()
        for query in [[("Queue", name)] for name in names] or [[]]:
            rows += await session.collect("QueueStatus", *query)
        self._rows = max(self._rows, len(rows))
        return [*read_queues(rows, self._own, self._titles, self._clock()).values()]

    async def _find_caller(self, linkedid: str, names: Iterable[str]) -> None:
        for queue in await self._read(names):
            for caller in queue.waiting:
                if caller.key == linkedid:
                    self._came_through(linkedid, queue.name, caller.since)
                    return

    def _follow(self, message: Message) -> None:
        self.queues.set(follow(self.queues.value, message, self._own, self._clock()))

    def _link_changed(self, connection: Connection) -> None:
        online = connection.link is Link.ONLINE
        if online and not self._was_online:
            self._is_told, self._rows = False, 0
            self._start(self.refresh())
        elif self._was_online and not online:
            self._asked.clear()
            self.queues.set({})
        self._was_online = online

    def _look_soon(self) -> None:
        if self._looking is None or self._looking.done():
            self._looking = self._start(self._look())

    async def _look(self) -> None:
        await asyncio.sleep(self._settle_s)
        await self.refresh()

    def _start(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        async def guarded() -> None:
            try:
                await work
            except DesktopError as error:
                log.info("queues: %s", error)

        task = asyncio.get_running_loop().create_task(guarded())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task
