"""Reads provisioning files (``.traydial``), or fetches one by a link: settings as TOML.

The last line of a signed file is ``# traydial-signature: `` and the Ed25519 signature, in
Base64, of all bytes before that line.
"""

import asyncio
import base64
import tomllib
from http import HTTPStatus
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from traydial.domain.errors import FileRefused
from traydial.domain.language import tr
from traydial.domain.provisioning import LINK, Provision, provision
from traydial.domain.setting_layers import Layered
from traydial.services.contacts.trust import why_not_reached
from traydial.services.web import body_of, new_client

WITHIN_S = 15.0
MAX_BYTES = 256 * 1024
_MARK = b"# traydial-signature: "


def look_into(file: Path, layers: Layered) -> Provision:
    """Return what a file would change. Raises FileRefused."""
    return understood(file.name, _content(file), layers)


def understood(name: str, content: bytes, layers: Layered) -> Provision:
    """Return what these bytes would change. Raises FileRefused."""
    body, signature = _taken_apart(content)
    signed = bool(layers.signer)
    if signed and not _is_signed(body, signature, layers.signer):
        raise FileRefused(
            name, tr("it is not signed") if not signature else tr("its signature is not right")
        )
    try:
        tables = tomllib.loads(body.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError):
        raise FileRefused(name, tr("it holds no settings")) from None
    return provision(name, tables, layers, signed=signed)


async def fetch(link: str, ca_file: str = "", within_s: float = WITHIN_S) -> tuple[str, bytes]:
    """Return name and content of what lies at an ``https`` address. Raises FileRefused.

    It is led nowhere else: what an administrator wrote is what is asked.
    """
    name = _name_of(link)
    try:
        async with asyncio.timeout(within_s):
            return name, await _fetched(name, link, ca_file, within_s)
    except TimeoutError:
        raise FileRefused(name, tr("no answer in time")) from None


async def _fetched(name: str, link: str, ca_file: str, within_s: float) -> bytes:
    client = await asyncio.to_thread(new_client, ca_file, within_s)
    import httpx

    try:
        async with client, client.stream("GET", link) as response:
            if response.status_code != HTTPStatus.OK:
                status = response.status_code
                raise FileRefused(name, tr("the web server answered {status}", status=status))
            return _bounded(name, await body_of(response, MAX_BYTES))
    except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
        raise FileRefused(name, why_not_reached(error)) from error


def _name_of(link: str) -> str:
    try:
        parts = urlsplit(link)
        host = parts.hostname or ""
    except ValueError:
        host = ""
    if not link.startswith(LINK) or not host or "@" in parts.netloc:
        raise FileRefused(link, tr("a link to settings begins with https:// and has no password"))
    return unquote(PurePosixPath(parts.path).name) or host


def _content(file: Path) -> bytes:
    try:
        if not file.is_file():  # a pipe would be waited for
            raise FileRefused(file.name, tr("there is no such file"))
        with file.open("rb") as opened:
            content = opened.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise FileRefused(
            file.name, getattr(error, "strerror", "") or tr("it has no name")
        ) from None
    return _bounded(file.name, content)


def _bounded(name: str, content: bytes) -> bytes:
    if len(content) > MAX_BYTES:
        raise FileRefused(name, tr("it is too large for a file of settings"))
    return content


def _taken_apart(content: bytes) -> tuple[bytes, bytes]:
    start = content.rfind(b"\n" + _MARK) + 1
    if not start:
        return content, b""
    body, last = content[:start], content[start + len(_MARK) :]
    if b"\n" in last.strip():
        return content, b""  # what follows would not be signed
    try:
        return body, base64.b64decode(last.strip(), validate=True)
    except ValueError:
        return content, b""


def _is_signed(body: bytes, signature: bytes, signer: str) -> bool:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        key = Ed25519PublicKey.from_public_bytes(base64.b64decode(signer, validate=True))
        key.verify(signature, body)
    except (InvalidSignature, ValueError):
        return False
    return True
