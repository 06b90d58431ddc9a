"""Finds the user's phone with settings that need not be complete or kept yet."""

import asyncio
from collections.abc import Callable

from traydial.ami.login import logged_in
from traydial.ami.protocol import Message
from traydial.ami.session import AmiSession
from traydial.app.core import account_of
from traydial.domain.errors import NobodyDialled, Unreachable
from traydial.domain.pairing import PhoneFound, ToDial
from traydial.domain.settings import Settings
from traydial.services.pairing import Pairing

WITHIN_S = 60.0


async def pair(
    settings: Settings,
    secret: str,
    report: Callable[[ToDial], None],
    *,
    within_s: float = WITHIN_S,
) -> PhoneFound:
    """Report what to dial and return the phone that dialled it. Cancel it to call it off.

    Raises NobodyDialled when the time is over, SettingsError, and what a login raises.
    """
    account = account_of(settings, phone=False)
    session: AmiSession | None = None

    def need_session() -> AmiSession:
        assert session is not None
        return session

    for address in account.addresses:
        pairing = Pairing(need_session, settings.phone.context)

        def on_event(message: Message, told: Pairing = pairing) -> None:
            told.on_event(message)

        try:
            async with logged_in(address, account, secret, on_event) as (link, _):
                session = link.session
                report(ToDial(await pairing.digits(), within_s))
                async with asyncio.timeout(within_s):
                    return await pairing.found()
        except TimeoutError as error:
            raise NobodyDialled("nobody dialled it in time") from error
        except Unreachable:
            if session is not None or address == account.addresses[-1]:
                raise
    raise NobodyDialled("nowhere to connect to")
