"""A small AMI client for tests and recordings, made without any code of the program."""

import asyncio
import contextlib
import itertools
from collections.abc import AsyncIterator, Callable, Iterable

from tests.pbx.asterisk import HOST, SECRETS, Asterisk

Message = dict[str, str]
WITHIN = 10.0


class RawAmi:
    """One session. ``raw`` is every byte since the login, ``events`` the same, parsed."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer = reader, writer
        self._ids = itertools.count(1)
        self._news = asyncio.Condition()
        self._task: asyncio.Task[None] | None = None
        self.raw = b""
        self.events: list[Message] = []
        self.answers: dict[str, Message] = {}

    @classmethod
    @contextlib.asynccontextmanager
    async def connect(cls, pbx: Asterisk, account: str = "full") -> AsyncIterator["RawAmi"]:
        """Log in over the plain port."""
        self = cls(*await asyncio.open_connection(HOST, pbx.ports.ami))
        try:
            await self._reader.readline()
            self._task = asyncio.create_task(self._run())
            answer = await self.action("Login", Username=account, Secret=SECRETS[account])
            assert answer["Response"] == "Success", answer
            self.forget()
            yield self
        finally:
            self._writer.close()
            if self._task:
                self._task.cancel()
                await asyncio.gather(self._task, return_exceptions=True)

    def forget(self) -> None:
        """Start anew with ``raw`` and ``events``."""
        self.raw = b""
        self.events = []

    async def action(self, name: str, **headers: str | Iterable[str]) -> Message:
        """Send an action, return its answer. A list of values repeats the header."""
        key = headers.pop("ActionID", f"raw-{next(self._ids)}")
        lines = [f"Action: {name}", f"ActionID: {key}"]
        for header, value in headers.items():
            values = [value] if isinstance(value, str) else value
            lines += [f"{header}: {v}" for v in values]
        self._writer.write(("\r\n".join(lines) + "\r\n\r\n").encode())
        async with asyncio.timeout(WITHIN), self._news:
            await self._news.wait_for(lambda: str(key) in self.answers)
            return self.answers.pop(str(key))

    async def event(self, name: str, within: float = WITHIN, **headers: str) -> Message:
        """Wait for an event with these headers, be it already here; return the first."""

        def fits(message: Message) -> bool:
            return message["Event"] == name and headers.items() <= message.items()

        return await self.first(fits, f"{name} {headers}", within)

    async def first(
        self, test: Callable[[Message], bool], what: str, within: float = WITHIN
    ) -> Message:
        """Wait for an event that passes the test, be it already here; return the first."""
        try:
            async with asyncio.timeout(within), self._news:
                await self._news.wait_for(lambda: any(map(test, self.events)))
        except TimeoutError:
            seen = [e["Event"] for e in self.events]
            raise TimeoutError(f"no {what} in {within} s; seen: {seen}") from None
        return next(filter(test, self.events))

    async def getvar(self, variable: str, channel: str = "") -> str:
        where = {"Channel": channel} if channel else {}
        return (await self.action("Getvar", Variable=variable, **where)).get("Value", "")

    async def command(self, line: str) -> str:
        """Run a command of Asterisk's command line."""
        return (await self.action("Command", Command=line)).get("Output", "")

    async def _run(self) -> None:
        while True:
            block = await self._reader.readuntil(b"\r\n\r\n")
            message: Message = {}
            for line in block.decode(errors="replace").split("\r\n"):
                key, _, value = line.partition(": ")
                if key == "Output" and key in message:
                    value = f"{message[key]}\n{value}"
                if key:
                    message[key] = value
            async with self._news:
                self.raw += block
                if "Event" in message:  # looked at first: OriginateResponse has a Response too
                    self.events.append(message)
                elif "Response" in message:
                    self.answers[message.get("ActionID", "")] = message
                self._news.notify_all()
