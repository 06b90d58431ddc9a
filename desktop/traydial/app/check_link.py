"""The doctor, before anything is said: name, port, handshake and certificate."""

import asyncio
import ipaddress
import time
from collections.abc import Callable

from traydial.ami.login import CONNECT_WITHIN_S, Account
from traydial.ami.tls import look_at
from traydial.domain.certificates import read_certificate
from traydial.domain.errors import ConnectFailed, DesktopError
from traydial.domain.language import tr
from traydial.ui import doctor_words as words
from traydial.ui.actions import Check

ENDS_SOON_DAYS = 30

Report = Callable[[Check], None]


async def check_link(
    address: tuple[str, int],
    account: Account,
    report: Report,
    clock: Callable[[], float] = time.time,
) -> bool:
    """Report each step up to the login; tell whether it makes sense to go on."""
    name, port = address
    try:
        reached = await _resolved(name, port)
        report(
            Check(
                True,
                tr("{name} is {reached}", name=name, reached=reached) if reached != name else name,
                key="name",
            )
        )
    except ConnectFailed as error:
        report(Check(False, tr("Address of {name}", name=name), error, "name"))
        return False
    try:
        await _opened(address)
        report(Check(True, tr("Port {port} is open", port=port), key="port"))
    except ConnectFailed as error:
        report(Check(False, tr("Port {port}", port=port), error, "port"))
        return False
    if account.tls is None:
        report(Check(False, tr("Secure connection"), key="tls", words=words.NO_TLS, minor=True))
    elif not await _check_tls(
        address, pinned=bool(account.tls.fingerprint), report=report, clock=clock
    ):
        return False
    if _is_public(reached):
        report(
            Check(
                False,
                tr("Network of the phone system"),
                key="public_address",
                words=words.public_address(reached),
                minor=True,
            )
        )
    return True


async def _check_tls(
    address: tuple[str, int], *, pinned: bool, report: Report, clock: Callable[[], float]
) -> bool:
    try:
        shown = await look_at(address)
    except DesktopError as error:
        report(Check(False, tr("Secure connection"), error, "tls"))
        return False
    report(
        Check(
            True,
            tr(
                "Secure connection by {version} ({cipher})",
                version=shown.version,
                cipher=shown.cipher,
            ),
            key="tls",
        )
    )
    certificate = read_certificate(shown.certificate)
    if certificate is None:
        report(Check(False, tr("Certificate"), key="certificate", words=words.UNREADABLE))
        return True  # what it means is said by the login
    now = clock()
    line = words.certificate_line(certificate, now)
    if certificate.days_left(now) >= ENDS_SOON_DAYS:
        report(Check(True, line, key="certificate"))
    else:
        ends = words.certificate_ends(certificate, now)
        over = certificate.ends <= now and not pinned
        report(Check(False, line, key="certificate", words=ends, minor=not over))
    return True


async def _resolved(name: str, port: int) -> str:
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(CONNECT_WITHIN_S):
            found = await loop.getaddrinfo(name, port, type=1)  # SOCK_STREAM
    except TimeoutError as error:
        raise ConnectFailed(f"{name}:{port}", "the name was not found in time") from error
    except (OSError, UnicodeError) as error:
        why = getattr(error, "strerror", "") or str(error)
        raise ConnectFailed(f"{name}:{port}", why) from error
    return str(found[0][4][0])


async def _opened(address: tuple[str, int]) -> None:
    host = f"{address[0]}:{address[1]}"
    try:
        async with asyncio.timeout(CONNECT_WITHIN_S):
            _, writer = await asyncio.open_connection(*address)
    except TimeoutError as error:
        raise ConnectFailed(host, "no answer in time") from error
    except OSError as error:
        raise ConnectFailed(host, error.strerror or str(error)) from error
    writer.transport.abort()


def _is_public(address: str) -> bool:
    try:
        return ipaddress.ip_address(address.partition("%")[0]).is_global
    except ValueError:
        return False
