"""Trusting the PBX: contexts, pins, and the exact reason when it is not trusted."""

import asyncio
import hashlib
import hmac
import re
import ssl
from dataclasses import dataclass
from pathlib import Path

from traydial.domain.errors import CertificateFault, CertificateNotTrusted, ConnectFailed, NoTls

HANDSHAKE_S = 10.0

# OpenSSL's X509_V_ERR_* numbers (openssl-verify(1))
_FAULTS = {
    9: CertificateFault.NOT_YET_VALID,
    10: CertificateFault.EXPIRED,
    18: CertificateFault.SELF_SIGNED,
    19: CertificateFault.SELF_SIGNED,
    2: CertificateFault.UNKNOWN_ISSUER,
    20: CertificateFault.UNKNOWN_ISSUER,
    21: CertificateFault.UNKNOWN_ISSUER,
    24: CertificateFault.BAD_ISSUER,
    26: CertificateFault.BAD_ISSUER,
    79: CertificateFault.BAD_ISSUER,
    62: CertificateFault.WRONG_NAME,
    64: CertificateFault.WRONG_NAME,
}
# strict X.509 (Python 3.13's default) has a block of codes for what CAs do wrong
_STRICT = range(75, 95)


@dataclass(frozen=True, slots=True)
class TlsPolicy:
    """Whom to trust: a pinned certificate, else a CA file, else the system's store."""

    ca_file: str = ""
    fingerprint: str = ""


def make_context(policy: TlsPolicy, host: str) -> ssl.SSLContext:
    """Return a client context, TLS 1.2 or newer. Raises CertificateNotTrusted for a bad CA file."""
    if policy.fingerprint:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname = False  # the pin names the very certificate: stronger than a name
        context.verify_mode = ssl.CERT_NONE
    else:
        try:
            context = ssl.create_default_context(cafile=policy.ca_file or None)
        except (OSError, ssl.SSLError) as error:
            why = f"{Path(policy.ca_file).name}: {error.strerror or error}"
            raise CertificateNotTrusted(host, CertificateFault.CA_FILE, "", why) from error
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


def check_pin(policy: TlsPolicy, host: str, der: bytes | None) -> None:
    """Compare the certificate that was shown with the pin. Raises CertificateNotTrusted."""
    if not policy.fingerprint:
        return
    seen = fingerprint_of(der or b"")
    if not hmac.compare_digest(seen, policy.fingerprint.upper()):
        raise CertificateNotTrusted(
            host, CertificateFault.CHANGED, seen, "not the certificate that was pinned"
        )


def fingerprint_of(der: bytes) -> str:
    """Return the SHA-256 of a certificate (DER) as colon-separated capitals."""
    return ":".join(re.findall("..", hashlib.sha256(der).hexdigest().upper()))


def fault_of(error: ssl.SSLCertVerificationError) -> CertificateFault:
    """Say which of the nameable reasons a failed verification has."""
    fault = _FAULTS.get(error.verify_code)
    if fault is None and error.verify_code in _STRICT:
        fault = CertificateFault.BAD_ISSUER
    return fault or CertificateFault.OTHER


async def open_tls(
    address: tuple[str, int], policy: TlsPolicy, limit: int
) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    """Connect and make sure it is our PBX before anything is sent.

    Raises CertificateNotTrusted, NoTls or ConnectFailed.
    """
    host = f"{address[0]}:{address[1]}"
    try:
        reader, writer = await asyncio.open_connection(
            *address,
            limit=limit,
            ssl=make_context(policy, host),
            server_hostname=address[0],
            ssl_handshake_timeout=HANDSHAKE_S,
        )
    except ssl.SSLCertVerificationError as error:
        seen = await _shown_fingerprint(address)
        raise CertificateNotTrusted(host, fault_of(error), seen, error.verify_message) from error
    except ssl.SSLError as error:
        raise NoTls(host, error.reason or str(error)) from error
    except (ConnectionAbortedError, ConnectionResetError) as error:
        # the handshake got no answer in time, or the peer hung up on it
        raise NoTls(host, str(error) or "hung up during the handshake") from error
    except OSError as error:
        raise ConnectFailed(host, error.strerror or str(error)) from error
    try:
        check_pin(policy, host, writer.get_extra_info("ssl_object").getpeercert(True))
    except CertificateNotTrusted:
        writer.transport.abort()
        raise
    return reader, writer


@dataclass(frozen=True, slots=True)
class Shown:
    """What a peer shows before anything is said: its certificate (DER) is not believed yet."""

    version: str
    cipher: str
    certificate: bytes
    peer: str  # its address


async def look_at(address: tuple[str, int], limit: float = HANDSHAKE_S) -> Shown:
    """Shake hands, trusting nothing and saying nothing. Raises NoTls or ConnectFailed."""
    host = f"{address[0]}:{address[1]}"
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    try:
        async with asyncio.timeout(limit):
            _, writer = await asyncio.open_connection(*address, ssl=context)
    except ssl.SSLError as error:
        raise NoTls(host, error.reason or str(error)) from error
    except TimeoutError as error:
        raise NoTls(host, "no answer to the handshake in time") from error
    except (ConnectionAbortedError, ConnectionResetError) as error:
        raise NoTls(host, str(error) or "hung up during the handshake") from error
    except OSError as error:
        raise ConnectFailed(host, error.strerror or str(error)) from error
    tls = writer.get_extra_info("ssl_object")
    cipher = (tls.cipher() or ("",))[0]
    peer = (writer.get_extra_info("peername") or ("",))[0]
    shown = Shown(tls.version() or "", cipher, tls.getpeercert(True) or b"", str(peer))
    writer.transport.abort()
    return shown


async def _shown_fingerprint(address: tuple[str, int]) -> str:
    """Return the fingerprint of what the peer shows, trusting it with nothing."""
    try:
        return fingerprint_of((await look_at(address)).certificate)
    except (NoTls, ConnectFailed):
        return ""
