"""All that the doctor looks at, in the order in which one thing needs the other."""

from collections.abc import Awaitable, Callable, Mapping
from typing import TextIO

from traydial.ami.trace import TraceFile
from traydial.app.check_desk import Desk, check_desk, handler_of
from traydial.app.checks import check_connection, check_program
from traydial.app.contact_trial import try_sources
from traydial.app.profile import Profile
from traydial.domain.errors import DesktopError, LookupFailed
from traydial.domain.settings import Settings
from traydial.services.secrets import Secrets, account_name
from traydial.ui.actions import Check, SourceAnswer

_NOBODY = "+1 202 555 0100"  # reserved for examples: nobody has it


async def examine(
    profile: Profile,
    settings: Settings,
    secrets: Secrets,
    environ: Mapping[str, str],
    look: Callable[[], Awaitable[Desk]],
    report: Callable[[Check], None],
    trace_to: TextIO | None = None,
) -> None:
    """Report a line for everything there is to say."""
    try:
        secret = await secrets.get(account_name(settings.pbx))
    except DesktopError as error:
        report(Check(False, "Password", error, "password"))
    else:
        trace = TraceFile(trace_to, secret) if trace_to is not None else None
        await check_connection(settings, secret, report, trace)

    def told(answer: SourceAnswer) -> None:
        error = LookupFailed(answer.why) if answer.why else None
        report(Check(error is None, f"Contacts: {answer.source}", error, "contacts"))

    await try_sources(settings, lambda s: secrets.of_source(s, settings), None, _NOBODY, told)
    if (program := check_program(settings, environ)) is not None:
        report(program)
    await check_desk(secrets, handler_of(profile, environ), await look(), report)
