"""All that the doctor looks at, in the order in which one thing needs the other."""

from collections.abc import Awaitable, Callable, Mapping
from typing import TextIO

from traydial.ami.trace import TraceFile
from traydial.app.check_desk import Desk, check_desk, handler_of
from traydial.app.checks import check_connection, check_program
from traydial.app.contact_trial import try_sources
from traydial.app.profile import Profile
from traydial.domain.errors import DesktopError, LookupFailed
from traydial.domain.language import tr
from traydial.domain.setting_layers import Layered
from traydial.services.secrets import Secrets, account_name
from traydial.ui.actions import Check, SourceAnswer
from traydial.ui.layer_words import origin_line, problem_words

_NOBODY = "+1 202 555 0100"  # reserved for examples: nobody has it


async def examine(
    profile: Profile,
    layers: Layered,
    secrets: Secrets,
    environ: Mapping[str, str],
    look: Callable[[], Awaitable[Desk]],
    report: Callable[[Check], None],
    trace_to: TextIO | None = None,
) -> None:
    """Report a line for everything there is to say."""
    settings = layers.settings
    report(check_layers(layers))
    try:
        secret = await secrets.get(account_name(settings.pbx))
    except DesktopError as error:
        report(Check(False, tr("Password"), error, "password"))
    else:
        trace = TraceFile(trace_to, secret) if trace_to is not None else None
        await check_connection(settings, secret, report, trace)

    def told(answer: SourceAnswer) -> None:
        error = LookupFailed(answer.why) if answer.why else None
        report(
            Check(
                error is None, tr("Contacts: {source}", source=tr(answer.source)), error, "contacts"
            )
        )

    await try_sources(settings, lambda s: secrets.of_source(s, settings), None, _NOBODY, told)
    if (program := check_program(settings, environ)) is not None:
        report(program)
    await check_desk(secrets, handler_of(profile, environ), await look(), report)


def check_layers(layers: Layered) -> Check:
    """Tell where the settings come from, and what of them was left out."""
    told = origin_line(layers.sources, len(layers.locked))
    words = problem_words(layers.problems) if layers.problems else None
    return Check(not layers.problems, told, key="settings", words=words, minor=True)
