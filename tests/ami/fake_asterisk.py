"""A scripted AMI server on loopback: real sockets, no Asterisk."""

import asyncio
import contextlib
import re
from collections.abc import AsyncIterator

BANNER = b"Asterisk Call Manager/11.0.0\r\n"
OK = "Response: Success\r\nActionID: {id}\r\nMessage: ok\r\n\r\n"
BOOTED = "Event: FullyBooted\r\nPrivilege: system,all\r\nStatus: Fully Booted\r\n\r\n"
COMMANDS = (
    "Response: Success\r\nActionID: {id}\r\nOriginate: x (Priv: originate,all)\r\n"
    "Hangup: x (Priv: system,call,all)\r\n\r\n"
)
NO_CALLS = (
    "Response: Success\r\nActionID: {id}\r\nEventList: start\r\n\r\n"
    "Event: StatusComplete\r\nActionID: {id}\r\nEventList: Complete\r\nListItems: 0\r\n\r\n"
)
REFUSED = "Response: Error\r\nActionID: {id}\r\nMessage: Authentication failed\r\n\r\n"
PONG = "Response: Success\r\nActionID: {id}\r\nPing: Pong\r\n\r\n"
CHALLENGE = "Response: Success\r\nActionID: {id}\r\nChallenge: 42\r\n\r\n"


class FakeAsterisk:
    """Answers each action with the text scripted for it; ``None`` hangs up, ``""`` is silent."""

    def __init__(self) -> None:
        self.script: dict[str, str | None] = {
            "Challenge": CHALLENGE,
            "Login": OK + BOOTED,
            "ListCommands": COMMANDS,
            "Status": NO_CALLS,
            "Ping": PONG,
            "Logoff": OK,
        }
        self.banner = BANNER
        self.seen: list[str] = []
        self.actions: list[dict[str, str]] = []
        self.writers: list[asyncio.StreamWriter] = []
        self.address = ("127.0.0.1", 0)
        self._server: asyncio.Server | None = None

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.writers.append(writer)
        writer.write(self.banner)
        with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError):
            while block := (await reader.readuntil(b"\r\n\r\n")).decode():
                action = dict(re.findall(r"^(\w+): (.*?)\r$", block, re.MULTILINE))
                self.seen.append(action["Action"])
                self.actions.append(action)
                answer = self.script.get(action["Action"], "")
                if answer is None:
                    break
                writer.write(answer.replace("{id}", action["ActionID"]).encode())
        writer.close()

    def tell(self, text: str) -> None:
        """Send an event to everybody."""
        for writer in self.writers:
            writer.write(text.encode())

    def drop(self) -> None:
        """End all connections the hard way."""
        for writer in self.writers:
            writer.transport.abort()
        self.writers.clear()

    async def listen(self) -> None:
        self._server = await asyncio.start_server(self._serve, *self.address)
        self.address = self._server.sockets[0].getsockname()

    async def stop(self) -> None:
        self.drop()
        if self._server is not None:
            self._server.close()
            await self._server.wait_closed()
            self._server = None

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        await self.listen()
        try:
            yield
        finally:
            await self.stop()
            await asyncio.sleep(0)  # let the connections notice
