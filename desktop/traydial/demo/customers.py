"""The demo's customer system: whom it knows, and a page for each, on this computer alone."""

import asyncio
import contextlib
import json
from html import escape
from types import TracebackType
from typing import Self
from urllib.parse import parse_qs, urlsplit

from traydial.demo.visitors import VISITORS
from traydial.domain.contact_settings import CrmSettings

MOST_BYTES = 8192  # of a request
WITHIN_S = 5.0
# (number, name, company) that the system knows better than the phone system does
KNOWN = (
    ("+4930901820", "Jonas M\u00fcller", "M\u00fcller & S\u00f6hne GmbH"),
    ("+442079460018", "Harriet Shaw", "Shaw & Partners Ltd"),
    ("+4940228870", "Dr. Elif \u00d6zt\u00fcrk", "Praxis Dr. \u00d6zt\u00fcrk"),
)
_NAMES = {n: name for n, name, _ in VISITORS if name} | {n: name for n, name, _ in KNOWN}
_HEADERS = (
    "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'",
    "Cache-Control: no-store",
    "Connection: close",
)
_PAGE = """<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="color-scheme" content="light dark">
<title>{name}</title>
<style>
body {{ font: 16px/1.5 system-ui, sans-serif; max-width: 32rem; margin: 4rem auto }}
p {{ opacity: .7 }}
</style>
<h1>{name}</h1>
<div>{phone}</div>
<p>This is the customer page of the demo. In Settings, <i>Customer page</i>, yours is set:
any web page that finds people by their number.</p>
</html>
"""


class Customers:
    """Serves the pages on loopback, from ``async with`` to its end."""

    def __init__(self) -> None:
        self._server: asyncio.Server | None = None
        self._port = 0

    @property
    def template(self) -> str:
        """The address of a customer's page, for the settings."""
        return f"http://127.0.0.1:{self._port}/customer?phone={{e164}}"

    @property
    def settings(self) -> CrmSettings:
        """How it is asked whose a number is."""
        base = f"http://127.0.0.1:{self._port}/contacts"
        return CrmSettings(
            f"{base}?phone={{e164}}",
            f"{base}?name={{text}}",
            contacts="contacts[]",
            company="company",
            number="phone",
        )

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0, limit=MOST_BYTES)
        self._port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        assert self._server is not None
        self._server.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            async with asyncio.timeout(WITHIN_S):
                head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
                writer.write(_answer(head.partition("\r\n")[0]))
                await writer.drain()
        except (TimeoutError, OSError, ValueError, EOFError, asyncio.LimitOverrunError):
            pass  # no browser
        finally:
            writer.close()
            with contextlib.suppress(OSError):
                await writer.wait_closed()


def _answer(request: str) -> bytes:
    method, _, rest = request.partition(" ")
    parts = urlsplit(rest.partition(" ")[0])
    asked = parse_qs(parts.query, max_num_fields=10)
    phone, name = (asked.get(key, [""])[0] for key in ("phone", "name"))
    if method == "GET" and parts.path == "/contacts":
        found = [dict(zip(("phone", "name", "company"), k, strict=True)) for k in KNOWN]
        wanted = name.casefold()
        fits = [
            n for n in found if n["phone"] == phone or (wanted and wanted in n["name"].casefold())
        ]
        told = {"contacts": fits}
        return _reply("200 OK", "application/json", json.dumps(told))
    found_page = method == "GET" and parts.path == "/customer"
    phone = phone if found_page else ""
    name = _NAMES.get(phone) or ("A customer" if phone else "Nobody")
    page = _PAGE.format(name=escape(name), phone=escape(phone[:40]))
    return _reply("200 OK" if found_page else "404 Not Found", "text/html", page)


def _reply(status: str, kind: str, text: str) -> bytes:
    body = text.encode()
    type_line = f"Content-Type: {kind}; charset=utf-8"
    length = f"Content-Length: {len(body)}"
    head = "\r\n".join((f"HTTP/1.1 {status}", type_line, *_HEADERS, length, "", ""))
    return head.encode() + body
