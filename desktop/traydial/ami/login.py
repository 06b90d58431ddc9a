"""From an address to a session that is logged in and knows what it may do."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import Any

from traydial.ami.actions import EVENT_MASK, challenge_key
from traydial.ami.protocol import Message
from traydial.ami.session import AmiSession
from traydial.ami.tls import TlsPolicy, open_tls
from traydial.ami.trace import Trace
from traydial.domain.errors import (
    ActionFailed,
    ConnectFailed,
    ConnectionLost,
    LoginRefused,
    NoAnswerInTime,
)

CONNECT_WITHIN_S = 10.0
RECEIVE_BUFFER = 4 << 20  # Asterisk drops a reader that stalls; the kernel holds this much
STREAM_LIMIT = 1 << 20


@dataclass(frozen=True, slots=True)
class Account:
    """Where and as whom to log in. ``tls`` None means plain TCP, asked for in so many words."""

    addresses: tuple[tuple[str, int], ...]
    tls: TlsPolicy | None
    username: str


@dataclass(frozen=True, slots=True)
class LoggedIn:
    """A session after login. ``booted`` tells whether FullyBooted was seen by then."""

    session: AmiSession
    host: str
    commands: frozenset[str]
    booted: bool


@contextlib.asynccontextmanager
async def logged_in(
    address: tuple[str, int],
    account: Account,
    secret: str,
    on_event: Callable[[Message], None],
    trace: Trace | None = None,
) -> AsyncIterator[tuple[LoggedIn, asyncio.Task[None]]]:
    """Connect, log in, and yield the session with the task that reads it.

    Raises ConnectFailed, NoTls, CertificateNotTrusted, RemoteProtocolError, LoginRefused,
    ConnectionLost or NoAnswerInTime. The session is closed at the end of the block.
    """
    host = f"{address[0]}:{address[1]}"
    booted = False

    def watch_for_boot(message: Message) -> None:
        nonlocal booted
        booted = booted or message.event == "FullyBooted"
        on_event(message)

    reader, writer = await _open(address, account)
    session = AmiSession(reader, writer, watch_for_boot, trace=trace)
    reading = asyncio.create_task(session.run())
    try:
        await _banner(session, reading)
        await _log_in(session, reading, account, secret)
        # FullyBooted is written inside the login itself, so whoever may see it has it before
        # the answer to whatever is asked next
        commands = await _commands(session)
        yield LoggedIn(session, host, commands, booted), reading
    finally:
        session.abort()
        reading.cancel()
        await asyncio.gather(reading, return_exceptions=True)


async def greeted(address: tuple[str, int], account: Account) -> None:
    """Connect, wait for the greeting and leave: a login that fails is counted, this is not.

    Raises ConnectFailed, NoTls, CertificateNotTrusted, RemoteProtocolError or NoAnswerInTime.
    """
    reader, writer = await _open(address, account)
    session = AmiSession(reader, writer, lambda _: None)
    reading = asyncio.create_task(session.run())
    try:
        await _banner(session, reading)
    finally:
        session.abort()
        await asyncio.gather(reading, return_exceptions=True)


async def _open(
    address: tuple[str, int], account: Account
) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    host = f"{address[0]}:{address[1]}"
    try:
        async with asyncio.timeout(CONNECT_WITHIN_S):
            if account.tls is not None:
                reader, writer = await open_tls(address, account.tls, STREAM_LIMIT)
            else:
                reader, writer = await asyncio.open_connection(*address, limit=STREAM_LIMIT)
    except TimeoutError as error:
        raise ConnectFailed(host, "no answer in time") from error
    except OSError as error:
        raise ConnectFailed(host, error.strerror or str(error)) from error
    sock = writer.get_extra_info("socket")
    if sock is not None:
        with contextlib.suppress(OSError):
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, RECEIVE_BUFFER)
    return reader, writer


async def _banner(session: AmiSession, reading: asyncio.Task[None]) -> None:
    either: set[asyncio.Future[Any]] = {session.banner, reading}
    await asyncio.wait(either, timeout=CONNECT_WITHIN_S, return_when=asyncio.FIRST_COMPLETED)
    if session.banner.done() and not session.banner.cancelled():
        return
    if reading.done():
        reading.result()  # raises what ended it
    raise NoAnswerInTime("no greeting from Asterisk")


async def _log_in(
    session: AmiSession, reading: asyncio.Task[None], account: Account, secret: str
) -> None:
    headers = [("Username", account.username), ("Events", EVENT_MASK)]
    try:
        if account.tls is None:
            challenge = await session.perform("Challenge", ("AuthType", "MD5"))
            key = challenge_key(challenge.get("Challenge"), secret)
            headers += [("AuthType", "MD5"), ("Key", key)]
        else:
            headers += [("Secret", secret)]
        await session.perform("Login", *headers)
    except ActionFailed as error:
        if "already in use" in error.reason.lower():  # the old connection will time out
            raise ConnectionLost(error.reason) from error
        raise LoginRefused(error.reason) from error
    except ConnectionLost:
        if reading.done() and not reading.cancelled():
            reading.result()
        raise


async def _commands(session: AmiSession) -> frozenset[str]:
    """Return the names of the actions this account may use (action ListCommands)."""
    answer = await session.perform("ListCommands")
    structural = {"response", "actionid", "message"}
    return frozenset(key for key, _ in answer.headers if key.lower() not in structural)
