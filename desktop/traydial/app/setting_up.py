"""What the assistant asks for: with settings that need not be complete or kept yet."""

from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager

from traydial.ami.login import Account, LoggedIn, greeted, logged_in
from traydial.ami.protocol import Message
from traydial.ami.tls import TlsPolicy
from traydial.app.check_link import check_link
from traydial.app.core import account_of
from traydial.domain.errors import DesktopError, SettingsError, Unreachable
from traydial.domain.language import tr
from traydial.domain.proposals import Proposal, Rang
from traydial.domain.settings import Settings
from traydial.services.first_steps import TrialRing, propose
from traydial.services.secrets import Secrets, account_name
from traydial.ui.actions import Check


class SettingUp:
    """A part of ``ui.actions.Actions``."""

    _secrets: Secrets

    async def find_phone_system(self, settings: Settings, report: Callable[[Check], None]) -> bool:
        """Look for it and at its certificate, without logging in; tell whether all is well."""
        pbx = settings.pbx
        account = Account(
            tuple(pbx.addresses()), TlsPolicy(pbx.ca_file, pbx.fingerprint) if pbx.tls else None, ""
        )
        for address in account.addresses:
            if not await check_link(address, account, report):
                continue
            host = f"{address[0]}:{address[1]}"
            try:
                await greeted(address, account)
            except DesktopError as error:
                report(Check(False, tr("Connection to {host}", host=host), error, "greeting"))
                continue
            report(Check(True, tr("The phone system answers at {host}", host=host), key="greeting"))
            return True
        return False

    async def sign_in(self, settings: Settings, secret: str | None) -> Proposal:
        """Log in, and propose whose phone it is. Raises what keeps from it."""

        def ignore(_: Message) -> None: ...

        async with self._session(settings, secret, ignore) as link:
            return await propose(link.session, settings.pbx.username, settings.phone.context)

    async def ring_phone(
        self, settings: Settings, secret: str | None, tell: Callable[[str], None]
    ) -> Rang:
        """Ring the own phone to try it; ``tell`` is given the device once it rings."""
        ring = TrialRing(settings.phone)
        async with self._session(settings, secret, ring.on_event) as link:
            return await ring.ring(link.session, tell)

    @asynccontextmanager
    async def _session(
        self, settings: Settings, secret: str | None, on_event: Callable[[Message], None]
    ) -> AsyncIterator[LoggedIn]:
        account = account_of(settings, phone=False)
        known = secret or await self._secrets.get(account_name(settings.pbx))
        unreached: DesktopError = SettingsError("not set: pbx.hosts")
        async with AsyncExitStack() as stack:
            for address in account.addresses:
                entering = logged_in(address, account, known, on_event)
                try:
                    link, _ = await stack.enter_async_context(entering)
                except Unreachable as error:
                    unreached = error
                else:
                    yield link
                    return
        raise unreached
