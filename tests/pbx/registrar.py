"""A provider's registrar, played: takes a trunk's registration or refuses it (RFC 3261, 10.3)."""

import asyncio
import contextlib
import re
from collections.abc import AsyncIterator
from typing import Any

# of a request these go into the answer unchanged (RFC 3261, 8.2.6.2)
_COPIED = ("via", "from", "call-id", "cseq", "contact")


class Registrar(asyncio.DatagramProtocol):
    """Answers REGISTER by 200, or by 403 while ``refuses``."""

    def __init__(self) -> None:
        self.refuses = False
        self.asked = 0
        self.port = 0
        self._transport: asyncio.DatagramTransport | None = None

    def connection_made(self, transport: Any) -> None:
        self._transport = transport
        self.port = transport.get_extra_info("sockname")[1]

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        assert self._transport is not None
        text = data.decode()
        if not text.startswith("REGISTER "):
            return
        self.asked += 1
        lines = ["SIP/2.0 403 Forbidden" if self.refuses else "SIP/2.0 200 OK"]
        for line in text.split("\r\n"):
            name = line.partition(":")[0].strip().lower()
            if name in _COPIED:
                lines.append(line)
            elif name == "to":
                lines.append(line if "tag=" in line else f"{line};tag=registrar")
        if not self.refuses:
            expires = re.search(r"(?im)^Expires: *(\d+)", text)
            lines.append(f"Expires: {expires[1] if expires else 60}")
        answer = "\r\n".join([*lines, "Content-Length: 0", "", ""])
        self._transport.sendto(answer.encode(), addr)


@contextlib.asynccontextmanager
async def registrar() -> AsyncIterator[Registrar]:
    """Yield a registrar on a free UDP port of loopback."""
    loop = asyncio.get_running_loop()
    transport, made = await loop.create_datagram_endpoint(Registrar, local_addr=("127.0.0.1", 0))
    try:
        yield made
    finally:
        transport.close()
