"""Listens on loopback with a certificate of its own."""

import asyncio
import contextlib
import ssl
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from traydial.demo.certificate import make_certificate
from traydial.demo.client import Client


class Listener:
    """Takes TLS connections between ``open`` and ``close``."""

    def __init__(self, host: str) -> None:
        self._host = host
        self.port, self.fingerprint = 0, ""
        self._server: asyncio.Server | None = None

    async def open(self, make: Callable[[], Client], port: int) -> None:
        """Begin to listen; port 0 takes a free one. Raises OSError."""
        loop = asyncio.get_running_loop()
        context, self.fingerprint = await asyncio.to_thread(_server_context, self._host)
        self._server = await loop.create_server(
            make, self._host, port, ssl=context, ssl_handshake_timeout=5.0
        )
        self.port = self._server.sockets[0].getsockname()[1]

    async def close(self, clients: Iterable[Client]) -> None:
        """Take no more connections and end these."""
        assert self._server is not None
        self._server.close()
        leaving = [*clients]
        for client in leaving:
            client.abort()
        await asyncio.gather(*(client.gone for client in leaving))
        with contextlib.suppress(TimeoutError):  # somebody may be stuck in the TLS handshake
            async with asyncio.timeout(1.0):
                await self._server.wait_closed()


def _server_context(host: str) -> tuple[ssl.SSLContext, str]:
    certificate, key, fingerprint = make_certificate(["localhost", host])
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    with tempfile.TemporaryDirectory(prefix="traydial-demo-") as folder:
        file = Path(folder) / "server.pem"  # OpenSSL reads keys from files only
        file.touch(mode=0o600)
        file.write_bytes(certificate + key)
        context.load_cert_chain(file)
    return context, fingerprint
