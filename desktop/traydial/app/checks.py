"""The Connect test of the settings and the doctor: step by step, with what helps."""

from collections.abc import Callable, Mapping

from traydial.ami.login import logged_in
from traydial.ami.protocol import Message
from traydial.ami.trace import Trace
from traydial.app.check_account import check_account
from traydial.app.check_link import check_link
from traydial.app.check_practice import check_practice
from traydial.app.core import account_of
from traydial.domain.errors import ConnectionLost, DesktopError, NotOpened
from traydial.domain.language import tr
from traydial.domain.settings import Settings
from traydial.platforms.launching.processes import Processes, clean_environment
from traydial.ui.actions import Check
from traydial.ui.doctor_words import IN_USE


async def check_connection(
    settings: Settings,
    secret: str,
    report: Callable[[Check], None],
    trace: Trace | None = None,
) -> None:
    """Try everything that a call needs and report each step as it is known."""
    try:
        account = account_of(settings)
    except DesktopError as error:
        report(Check(False, tr("Settings"), error, "settings"))
        return

    def ignore(_: Message) -> None: ...

    for address in account.addresses:
        host = f"{address[0]}:{address[1]}"
        if not await check_link(address, account, report):
            continue
        try:
            async with logged_in(address, account, secret, ignore, trace) as (link, _):
                report(Check(True, tr("Connected to {host} and logged in", host=host), key="login"))
                await check_account(link, settings, report)
                await check_practice(link.session, account.username, report)
        except DesktopError as error:
            in_use = isinstance(error, ConnectionLost) and "in use" in str(error).lower()
            words = IN_USE if in_use else None
            report(
                Check(
                    False,
                    tr("Connection to {host}", host=host),
                    error,
                    "login",
                    words,
                    minor=in_use,
                )
            )


def check_program(settings: Settings, environ: Mapping[str, str]) -> Check | None:
    """Tell whether the program that is to be started for calls is there; None without one."""
    if not settings.pop.command:
        return None
    program, error = settings.pop.command[0], None
    try:
        Processes(clean_environment(environ)).found(program)
    except NotOpened as missing:
        error = missing
    return Check(
        error is None, tr("Program for calls: {program}", program=program), error, "program"
    )
