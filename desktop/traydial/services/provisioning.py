"""Reads provisioning files (``.traydial``): settings as TOML, in the end a signature.

The last line of a signed file is ``# traydial-signature: `` and the Ed25519 signature, in
Base64, of all bytes before that line.
"""

import base64
import tomllib
from pathlib import Path

from traydial.domain.errors import FileRefused
from traydial.domain.language import tr
from traydial.domain.provisioning import Provision, provision
from traydial.domain.setting_layers import Layered

MAX_BYTES = 256 * 1024
_MARK = b"# traydial-signature: "


def look_into(file: Path, layers: Layered) -> Provision:
    """Return what a file would change. Raises FileRefused."""
    content = _content(file)
    body, signature = _taken_apart(content)
    signed = bool(layers.signer)
    if signed and not _is_signed(body, signature, layers.signer):
        raise FileRefused(
            file.name, tr("it is not signed") if not signature else tr("its signature is not right")
        )
    try:
        tables = tomllib.loads(body.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError):
        raise FileRefused(file.name, tr("it holds no settings")) from None
    return provision(file.name, tables, layers, signed=signed)


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
    if len(content) > MAX_BYTES:
        raise FileRefused(file.name, tr("it is too large for a file of settings"))
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
