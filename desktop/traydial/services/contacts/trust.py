"""Connections to sources of contacts: whom they trust, and why one was not made, in plain words."""

import re
import socket
import ssl
from collections.abc import Iterator

from traydial.domain.errors import LookupFailed
from traydial.domain.language import tr

_LONGEST = 200
_VERDICT = re.compile(r"verify failed: (.{1,150}?)\.?(?: \(_ssl|$)")


def trusting(ca_file: str) -> ssl.SSLContext:
    """Return a context that verifies certificate and name. Raises LookupFailed."""
    context = ssl.create_default_context()  # the company's own store, not a library's list
    if ca_file:
        try:
            context.load_verify_locations(ca_file)
        except OSError as error:  # an SSLError is one too
            raise LookupFailed(
                tr("{ca_file} is no file with certificates", ca_file=ca_file)
            ) from error
    return context


def why_not_reached(error: BaseException) -> str:
    """Say why a connection failed: libraries wrap what the system said, more than once."""
    for one in _all_of(error):
        text = f"{type(one).__name__} {one}"
        if isinstance(one, ssl.SSLCertVerificationError) or "CERTIFICATE_VERIFY" in text:
            return tr("its certificate is not trusted: {verdict}", verdict=_verdict(one))
        if isinstance(one, ssl.SSLError):
            return tr("it does not speak TLS as we do")
        if isinstance(one, socket.gaierror):
            return tr("there is no host of this name")
        if isinstance(one, ConnectionRefusedError) or "refused" in text.lower():
            return tr("nobody answers there")
        if isinstance(one, TimeoutError) or "timeout" in text.lower() or "timed out" in text:
            return tr("no answer in time")
    return (str(error) or type(error).__name__).splitlines()[0][:_LONGEST]


def _verdict(error: BaseException) -> str:
    found = _VERDICT.search(str(error))
    return found[1].rstrip(".") if found else tr("unknown issuer")


def _all_of(error: BaseException) -> Iterator[BaseException]:
    """Yield the error and what it came from, that first."""
    chain: list[BaseException] = []
    one: BaseException | None = error
    while one is not None and len(chain) < 10:
        chain.append(one)
        if isinstance(one, BaseExceptionGroup) and one.exceptions:
            chain += one.exceptions
        one = one.__cause__ or one.__context__
    yield from reversed(chain)
