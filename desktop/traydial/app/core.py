"""The part of the program that needs no screen: link, calls and what can be done."""

import asyncio
import contextlib
from collections.abc import Mapping

from traydial.ami.login import Account
from traydial.ami.protocol import Message
from traydial.ami.supervisor import Hooks, Supervisor
from traydial.ami.tls import TlsPolicy
from traydial.ami.trace import Trace
from traydial.domain.calls import Calls
from traydial.domain.connection import Connection, Link
from traydial.domain.diversions import Diversions
from traydial.domain.errors import ConnectionLost, DesktopError, SettingsError
from traydial.domain.health import Health
from traydial.domain.presence import Colleagues
from traydial.domain.queues import Queues
from traydial.domain.settings import Settings
from traydial.domain.store import Store
from traydial.services.diverting import Diverter
from traydial.services.health import HealthWatch
from traydial.services.known_queues import KnownQueues
from traydial.services.phone import Phone
from traydial.services.presence import PresenceWatch
from traydial.services.queues import QueueWatch
from traydial.services.secrets import Secrets, account_name


def account_of(settings: Settings, *, phone: bool = True) -> Account:
    """Return where and as whom to log in. Raises SettingsError when something is missing.

    Without ``phone`` it may still be unknown which phone is the user's.
    """
    if missing := [m for m in settings.missing() if phone or not m.startswith("phone.")]:
        raise SettingsError(f"not set: {', '.join(missing)}")
    pbx = settings.pbx
    tls = TlsPolicy(pbx.ca_file, pbx.fingerprint) if pbx.tls else None
    return Account(tuple(pbx.addresses()), tls, pbx.username)


class Core:
    """One account on one PBX, connected from ``start`` to ``aclose``."""

    def __init__(
        self,
        settings: Settings,
        secrets: Secrets,
        calls: Store[Calls] | None = None,
        connection: Store[Connection] | None = None,
        colleagues: Store[Colleagues] | None = None,
        diversions: Store[Diversions] | None = None,
        queues: Store[Queues] | None = None,
        known_queues: KnownQueues | None = None,
        health: Store[Health] | None = None,
        trace: Trace | None = None,
    ) -> None:
        """Build all of it. Raises SettingsError when a needed setting is missing."""
        account = account_of(settings)
        self.settings = settings
        self.calls: Store[Calls] = calls or Store[Calls]({})
        self.connection = connection or Store(Connection())
        self.phone = Phone(settings, lambda: self.supervisor.session, self.calls)
        self.presence = PresenceWatch(
            settings,
            lambda: self.supervisor.session,
            self.connection,
            colleagues or Store[Colleagues]({}),
        )
        self.diverter = Diverter(
            settings,
            lambda: self.supervisor.session,
            self.connection,
            diversions or Store(Diversions()),
        )
        self.queues = QueueWatch(
            settings,
            lambda: self.supervisor.session,
            self.connection,
            queues or Store[Queues]({}),
            known_queues or KnownQueues(),
            lambda: self.phone.devices.known,
            self.phone.came_through,
        )
        self.health = HealthWatch(
            lambda: self.supervisor.session,
            self.connection,
            lambda: self.phone.devices.known,
            health or Store(Health()),
        )
        self._forget_calls = self.calls.subscribe(self.queues.calls_changed)
        self.supervisor = Supervisor(
            account,
            lambda: secrets.get(account_name(settings.pbx)),
            self.connection,
            Hooks(self._on_event, self.phone.ready, self.phone.resync),
            trace=trace,
        )
        self._running: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to connect, in the background."""
        self._running = asyncio.get_running_loop().create_task(self.supervisor.run())

    async def online(self) -> None:
        """Wait for the link. Raises why the first attempt failed (a DesktopError)."""
        changed: asyncio.Event = asyncio.Event()
        end = self.connection.subscribe(lambda _: changed.set())
        try:
            while True:
                changed.clear()
                now = self.connection.value
                if now.link is Link.ONLINE:
                    return
                if now.problem and now.link in (Link.OFFLINE, Link.REFUSED):
                    raise now.problem
                await changed.wait()
        finally:
            end()

    async def aclose(self) -> None:
        """Log off and end everything that runs."""
        await self.phone.aclose()
        await self.presence.aclose()
        await self.diverter.aclose()
        self._forget_calls()
        await self.queues.aclose()
        await self.health.aclose()
        with contextlib.suppress(DesktopError):
            await self.supervisor.session.log_off()
        if self._running is not None:
            self._running.cancel()
            await asyncio.gather(self._running, return_exceptions=True)
        self.connection.set(Connection(problem=ConnectionLost("closed by us")))

    def _on_event(self, message: Message) -> None:
        self.phone.on_event(message)
        self.presence.on_event(message)
        self.diverter.on_event(message)
        self.queues.on_event(message)
        self.health.on_event(message)


def secrets_from(environ: Mapping[str, str]) -> Secrets:
    """Return where secrets are found for a program with this environment."""
    return Secrets(environ)
