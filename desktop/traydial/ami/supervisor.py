"""Keeps one session up: connects, fails over, waits, reconnects, and says where it is."""

import asyncio
import contextlib
import logging
import random
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from traydial.ami.login import Account, LoggedIn, logged_in
from traydial.ami.protocol import Message
from traydial.ami.session import AmiSession
from traydial.ami.trace import Trace
from traydial.domain.connection import Connection, Link
from traydial.domain.errors import ConnectionLost, DesktopError, LoginRefused, Unreachable
from traydial.domain.privileges import abilities
from traydial.domain.store import Store

log = logging.getLogger(__name__)

# a link that is back is found within three seconds, after a long night too: a knock costs little
FIRST_DELAY_S, DELAY_GROWTH, LONGEST_DELAY_S = 0.6, 1.6, 2.5
BOOT_LOOK_S, BOOT_LOOKS = 2.0, 30  # FullyBooted may never be told: then the dialplan is asked
ALIVE_WITHIN_S = 3.0  # after a night's sleep or on another network
STEADY_AFTER_S = 20.0  # a link that held this long starts the backoff anew


def retry_delay(error: DesktopError, attempt: int, chance: float) -> float | None:
    """Return the seconds to wait before the next attempt, or None to wait for the user.

    ``attempt`` counts failures in a row from 0, ``chance`` is random in 0..1: the spread
    keeps a hundred desktops from knocking at once when the PBX is back (it takes 50
    logins at a time). A refused login or an untrusted certificate is never retried.
    """
    if not isinstance(error, Unreachable):
        return None
    longest = min(LONGEST_DELAY_S, FIRST_DELAY_S * DELAY_GROWTH ** min(attempt, 16))
    return longest * (0.5 + 0.5 * chance)


def worst(errors: list[DesktopError]) -> DesktopError:
    """Of the errors of several hosts, return the one that the user has to act on."""
    return next((e for e in errors if retry_delay(e, 0, 0.0) is None), errors[0])


@dataclass(frozen=True, slots=True)
class Hooks:
    """What the supervisor calls.

    ``ready`` tells whether the dialplan answers already; ``resync`` rebuilds what is known
    of calls before the link counts as online.
    """

    on_event: Callable[[Message], None]
    ready: Callable[[AmiSession], Awaitable[bool]]
    resync: Callable[[AmiSession], Awaitable[None]]


class Supervisor:
    """Owns the one session of this program. ``run`` it as a task; cancel it to stop."""

    def __init__(
        self,
        account: Account,
        secret: Callable[[], Awaitable[str]],
        connection: Store[Connection],
        hooks: Hooks,
        *,
        chance: Callable[[], float] = random.random,
        clock: Callable[[], float] = time.time,
        alive_within_s: float = ALIVE_WITHIN_S,
        trace: Trace | None = None,
    ) -> None:
        self._alive_within_s, self._trace = alive_within_s, trace
        self._account, self._secret, self._hooks = account, secret, hooks
        self.connection = connection
        self._chance, self._clock = chance, clock
        self._session: AmiSession | None = None
        self._wake = asyncio.Event()
        self._looking: asyncio.Task[None] | None = None
        self._booted = asyncio.Event()
        self._sees_boot = False  # learnt once FullyBooted was seen: class system is held

    @property
    def session(self) -> AmiSession:
        """The session in use. Raises the reason why there is none (a DesktopError)."""
        if self._session is None or self._session.closed:
            problem = self.connection.value.problem
            raise problem or ConnectionLost("not connected")
        return self._session

    def retry_now(self) -> None:
        """Try at once instead of waiting; also after a refusal."""
        self._wake.set()

    def look_now(self) -> None:
        """Look whether the link is still there, and if not, try at once: something changed.

        A refusal stays one: the same secret would be refused, and counted, again.
        """
        if self._session is not None and not self._session.closed:
            if self._looking is None or self._looking.done():
                proof = self._session.prove(self._alive_within_s)
                self._looking = asyncio.get_running_loop().create_task(proof)
        elif self.connection.value.link is Link.OFFLINE:
            self.retry_now()

    async def run(self) -> None:
        """Connect and stay connected until cancelled."""
        attempt = 0
        try:
            while True:
                self._wake.clear()
                began = asyncio.get_running_loop().time()
                error = await self._one_round()
                held = asyncio.get_running_loop().time() - began
                attempt = 0 if held > STEADY_AFTER_S else attempt
                await self._pause(error, attempt)
                attempt += 1
        finally:
            self._session = None
            self._publish(Link.OFFLINE)

    async def _one_round(self) -> DesktopError:
        """Try each host once; stay with the first that takes us. Return why it is over."""
        errors: list[DesktopError] = []
        try:
            secret = await self._secret()
        except DesktopError as error:
            return error
        for address in self._account.addresses:
            host = f"{address[0]}:{address[1]}"
            self._publish(Link.CONNECTING, host, problem=self.connection.value.problem)
            self._booted.clear()
            try:
                async with logged_in(address, self._account, secret, self._event, self._trace) as (
                    link,
                    read,
                ):
                    over = await self._serve(link, read)
                    log.info("%s: %s", host, over)
                    return over
            except DesktopError as error:
                log.info("%s: %s", host, error)
                errors.append(error)
                if isinstance(error, LoginRefused):
                    break  # the same secret would be refused, and counted, elsewhere too
        return worst(errors) if errors else ConnectionLost("no host is set")

    async def _serve(self, link: LoggedIn, reading: asyncio.Task[None]) -> DesktopError:
        self._sees_boot = self._sees_boot or link.booted
        self._session = link.session
        try:
            if not link.booted:
                await self._wait_for_boot(link, reading)
            while not reading.done():
                self._booted.clear()
                with contextlib.suppress(ConnectionLost):
                    await self._hooks.resync(link.session)
                    self._publish(Link.ONLINE, link.host, commands=link.commands)
                # booted only now, after all: what was read before is stale
                await _first(reading, self._booted)
            return _why(reading)
        finally:
            self._session = None

    async def _wait_for_boot(self, link: LoggedIn, reading: asyncio.Task[None]) -> None:
        if not self._sees_boot and await self._hooks.ready(link.session):
            return
        self._publish(Link.BOOTING, link.host)
        for _ in range(BOOT_LOOKS):
            await _first(reading, self._booted, BOOT_LOOK_S)
            if reading.done() or self._booted.is_set():
                return
            # an admin's event filter hides FullyBooted from an account that saw it at login
            if await self._hooks.ready(link.session):
                return

    def _event(self, message: Message) -> None:
        if message.event == "FullyBooted":
            self._sees_boot = True
            self._booted.set()
        self._hooks.on_event(message)

    async def _pause(self, error: DesktopError, attempt: int) -> None:
        host = self.connection.value.host
        delay = retry_delay(error, attempt, self._chance())
        if delay is None:
            self._publish(Link.REFUSED, host, problem=error)
        else:
            self._publish(Link.OFFLINE, host, problem=error, next_try=self._clock() + delay)
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(delay):
                await self._wake.wait()

    def _publish(
        self,
        link: Link,
        host: str = "",
        *,
        problem: DesktopError | None = None,
        next_try: float | None = None,
        commands: frozenset[str] = frozenset(),
    ) -> None:
        before = self.connection.value
        since = before.since if before.link is link else self._clock()
        self.connection.set(Connection(link, since, host, problem, next_try, abilities(commands)))


async def _first(
    reading: asyncio.Task[None], event: asyncio.Event, within: float | None = None
) -> None:
    """Wait until the link ends or the event is set, whichever is first."""
    waiting = asyncio.create_task(event.wait())
    try:
        await asyncio.wait({reading, waiting}, timeout=within, return_when=asyncio.FIRST_COMPLETED)
    finally:
        waiting.cancel()


def _why(reading: asyncio.Task[None]) -> DesktopError:
    error = reading.exception() if not reading.cancelled() else None
    return error if isinstance(error, DesktopError) else ConnectionLost(str(error or "closed"))
