"""A path to the PBX that breaks in every way paths break: a relay on loopback."""

import asyncio
import contextlib
from collections.abc import AsyncIterator

HOST = "127.0.0.1"
CHUNK = 1 << 16


class _Pair:
    """One connection through the relay: the program at one end, the PBX at the other."""

    def __init__(self, client: asyncio.StreamWriter, pbx: asyncio.StreamWriter) -> None:
        self.client, self.pbx = client, pbx
        self.lost = False  # a half-open link: both ends are there, and nothing gets through

    def reset(self) -> None:
        for writer in (self.client, self.pbx):
            writer.transport.abort()


class FaultyLink:
    """Relays ``port`` on loopback to the PBX until told otherwise; ``mend`` undoes it all.

    What is broken stays broken: no fault ends by itself.
    """

    def __init__(self, pbx_port: int) -> None:
        self._pbx_port = pbx_port
        self._server: asyncio.Server | None = None
        self._pairs: set[_Pair] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._flows = asyncio.Event()
        self._flows.set()
        self._delay_s = 0.0
        self._left: int | None = None  # bytes from the PBX until the link is cut
        self._garbles = False
        self.port = 0

    # -- faults ---------------------------------------------------------------------------------

    def cut(self) -> None:
        """Reset all connections."""
        for pair in [*self._pairs]:
            pair.reset()

    def hang_up(self) -> None:
        """End all connections as a PBX does that stops."""
        for pair in [*self._pairs]:
            pair.client.close()
            pair.pbx.close()

    def cut_after(self, count: int) -> None:
        """Reset when so many more bytes have come from the PBX, wherever in a record that is."""
        self._left = count

    def garble(self) -> None:
        """Change the next byte that comes from the PBX."""
        self._garbles = True

    def lose(self) -> None:
        """Let nothing through any more, on the connections that there are, and tell nobody."""
        for pair in self._pairs:
            pair.lost = True

    def stall(self) -> None:
        """Hold back all bytes, of new connections too; ``mend`` lets them through."""
        self._flows.clear()

    def delay(self, seconds: float) -> None:
        """Make each piece this late."""
        self._delay_s = seconds

    async def refuse(self) -> None:
        """Reset all connections and take no new ones."""
        await self._stop_listening()
        self.cut()

    async def mend(self) -> None:
        """Let everything through again."""
        self._delay_s, self._left, self._garbles = 0.0, None, False
        self._flows.set()
        if self._server is None:
            await self._listen()

    # -- within ---------------------------------------------------------------------------------

    async def _listen(self) -> None:
        self._server = await asyncio.start_server(self._relay, HOST, self.port)
        self.port = self._server.sockets[0].getsockname()[1]

    async def _stop_listening(self) -> None:
        if self._server is not None:
            self._server.close()
            self._server = None

    async def _relay(self, reader: asyncio.StreamReader, client: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        try:
            await self._flows.wait()
            from_pbx, pbx = await asyncio.open_connection(HOST, self._pbx_port)
            pair = _Pair(client, pbx)
            self._pairs.add(pair)
            try:
                await asyncio.gather(
                    self._pump(pair, reader, pbx), self._pump(pair, from_pbx, client, down=True)
                )
            finally:
                self._pairs.discard(pair)
                pair.reset()
        except (OSError, asyncio.CancelledError):
            client.transport.abort()
        finally:
            self._tasks.discard(task)

    async def _pump(
        self,
        pair: _Pair,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        *,
        down: bool = False,
    ) -> None:
        with contextlib.suppress(OSError):
            while data := await reader.read(CHUNK):
                if self._delay_s:
                    await asyncio.sleep(self._delay_s)
                await self._flows.wait()
                if pair.lost:
                    continue
                if down:
                    data = self._harmed(data)
                writer.write(data)
                await writer.drain()
                if down and self._left == 0:
                    self._left = None
                    pair.reset()
        if not pair.lost and not writer.is_closing():
            writer.close()

    def _harmed(self, data: bytes) -> bytes:
        if self._garbles:
            self._garbles = False
            data = bytes([data[0] ^ 0x55]) + data[1:]
        if self._left is not None:
            data = data[: self._left]
            self._left -= len(data)
        return data

    async def aclose(self) -> None:
        await self._stop_listening()
        self.cut()
        tasks = [*self._tasks]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


@contextlib.asynccontextmanager
async def faulty_link(pbx_port: int) -> AsyncIterator[FaultyLink]:
    """Yield a link that is whole as yet."""
    link = FaultyLink(pbx_port)
    await link.mend()
    try:
        yield link
    finally:
        await link.aclose()
