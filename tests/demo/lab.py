"""A demo PBX whose time stands still until it is moved, and a client of raw streams."""

import asyncio
import contextlib
import heapq
import itertools
import ssl
from collections.abc import AsyncIterator, Callable

from traydial.ami.protocol import Message
from traydial.demo.server import DemoPbx


class ManualTimer:
    def __init__(self, call: Callable[[], object]) -> None:
        self.call: Callable[[], object] | None = call

    def cancel(self) -> None:
        self.call = None


class ManualClock:
    """Time that moves by hand."""

    def __init__(self) -> None:
        self.now = 1_000_000.0
        self._due: list[tuple[float, int, ManualTimer]] = []
        self._order = itertools.count()

    def time(self) -> float:
        return self.now

    def later(self, seconds: float, call: Callable[[], object]) -> ManualTimer:
        timer = ManualTimer(call)
        heapq.heappush(self._due, (self.now + seconds, next(self._order), timer))
        return timer

    def move(self, seconds: float) -> None:
        until = self.now + seconds
        while self._due and self._due[0][0] <= until:
            self.now, _, timer = heapq.heappop(self._due)
            if timer.call is not None:
                timer.call()
        self.now = until

    def pending(self) -> int:
        return sum(timer.call is not None for _, _, timer in self._due)


class Client:
    """Speaks AMI as plainly as can be."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader, self.writer = reader, writer
        self._ids = itertools.count(1)
        self._events: list[Message] = []

    def send(self, *lines: str) -> None:
        self.writer.write(("\r\n".join(lines) + "\r\n\r\n").encode())

    async def message(self) -> Message:
        async with asyncio.timeout(5):
            block = await self.reader.readuntil(b"\r\n\r\n")
        return Message(block.decode().removesuffix("\r\n\r\n"))

    async def ask(self, name: str, *lines: str) -> Message:
        """Send an action; return its answer. Events that come first are kept."""
        action_id = f"id-{next(self._ids)}"
        self.send(f"Action: {name}", f"ActionID: {action_id}", *lines)
        while (message := await self.message()).event or message.get("ActionID") != action_id:
            self._events.append(message)
        return message

    async def collect(self, name: str, *lines: str) -> list[Message]:
        """Send an action that answers with a list; return all of its events."""
        answer = await self.ask(name, *lines)
        assert answer.get("EventList") == "start", answer
        rows = []
        while True:
            rows.append(await self.message())
            if rows[-1].get("EventList") == "Complete":
                return rows

    async def events(self) -> list[Message]:
        """Return the events since last time."""
        await self.ask("Ping")
        events, self._events = self._events, []
        return events

    async def story(self) -> list[str]:
        """Return the events since last time, each in one line."""
        return [line(event) for event in await self.events()]

    async def dial(self, exten: str, uid: str = "own", *lines: str) -> Message:
        """Click to dial, as the program does."""
        return await self.ask(
            "Originate",
            "Channel: PJSIP/7001",
            f"Exten: {exten}",
            "Context: internal",
            "Priority: 1",
            "Async: true",
            f"ChannelId: {uid}",
            "Timeout: 30000",
            f"Variable: CONNECTEDLINE(all)=X <{exten}>",
            *lines,
        )

    async def log_in(self, pbx: DemoPbx, events: str = "system,call,agent") -> Message:
        return await self.ask(
            "Login", f"Username: {pbx.username}", f"Secret: {pbx.secret}", f"Events: {events}"
        )


def line(event: Message) -> str:
    """Write an event in one line: its name, whom it concerns, and what it says of them."""
    about = [event.get(key).partition("-")[0] for key in ("Channel", "DestChannel")]
    if event.event == "BlindTransfer":
        about = [event.get("TransfererChannel").partition("-")[0], event.get("Extension")]
    says = [event.get("ChannelStateDesc")] if event.event in ("Newchannel", "Newstate") else []
    says += [event.get(key) for key in ("DialStatus", "Cause", "Reason")]
    return " ".join([event.event, *(text.removeprefix("PJSIP/") for text in about + says if text)])


@contextlib.asynccontextmanager
async def connected(pbx: DemoPbx) -> AsyncIterator[Client]:
    """Yield a client that has read the greeting and nothing more."""
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    reader, writer = await asyncio.open_connection(pbx.host, pbx.port, ssl=context)
    try:
        assert await reader.readline() == b"Asterisk Call Manager/11.0.0\r\n"
        yield Client(reader, writer)
    finally:
        writer.transport.abort()
        with contextlib.suppress(OSError):
            await writer.wait_closed()


@contextlib.asynccontextmanager
async def lab(**settings: object) -> AsyncIterator[tuple[DemoPbx, Client, ManualClock]]:
    """Yield a PBX, a client that is logged in, and the PBX's clock."""
    clock = ManualClock()
    async with (
        DemoPbx(clock=clock, **settings) as pbx,  # type: ignore[arg-type]
        connected(pbx) as client,
    ):
        await client.log_in(pbx)
        await client.events()
        yield pbx, client, clock
    assert asyncio.all_tasks() == {asyncio.current_task()}
    assert clock.pending() == 0
