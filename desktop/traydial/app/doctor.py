"""``traydial doctor``: what works between this desktop and the PBX, and what helps."""

import asyncio
import json
import os
import textwrap

from traydial.app import exits
from traydial.app.checks import check_connection, check_program
from traydial.app.contact_trial import try_sources
from traydial.app.core import secrets_from
from traydial.app.headless import Terminal
from traydial.app.logs import set_up_console
from traydial.app.profile import Profile
from traydial.domain.errors import DesktopError, LookupFailed, NotPermitted
from traydial.domain.privileges import refused
from traydial.services.secrets import account_name
from traydial.services.settings_file import load
from traydial.ui.actions import Check, SourceAnswer
from traydial.ui.words import error_words

_NOBODY = "+1 202 555 0100"  # reserved for examples: nobody has it


def run_doctor(profile: Profile, *, as_json: bool) -> int:
    """Check everything, a line each; return the exit code of the first thing that fails."""
    set_up_console()
    settings, problems = load(profile.config_file)
    output = Terminal()
    failed: list[DesktopError] = []

    def report(check: Check) -> None:
        if check.error is not None:
            failed.append(check.error)
        output.line(json.dumps(as_record(check), ensure_ascii=False) if as_json else lines(check))

    async def examine() -> None:
        try:
            secret = await secrets_from(os.environ).get(account_name(settings.pbx))
        except DesktopError as error:
            report(Check(False, "Password", error))
            return
        await check_connection(settings, secret, report)

    async def examine_contacts() -> None:
        kept = secrets_from(os.environ)

        def told(answer: SourceAnswer) -> None:
            error = LookupFailed(answer.why) if answer.why else None
            report(Check(error is None, f"Contacts: {answer.source}", error))

        await try_sources(settings, lambda s: kept.of_source(s, settings), None, _NOBODY, told)

    for problem in problems:
        output.note(f"{profile.config_file.name}: {problem}")
    asyncio.run(examine())
    asyncio.run(examine_contacts())
    if (program := check_program(settings, os.environ)) is not None:
        report(program)
    # what an admin does not grant on purpose is no failure
    return next((exits.exit_code(e) for e in failed if not isinstance(e, NotPermitted)), exits.DONE)


def lines(check: Check) -> str:
    """Return the line of one check; where it failed, what helps below it."""
    told = f"{'ok ' if check.ok else 'NO '} {check.what}"
    if check.error is None:
        return told
    words = error_words(check.error)
    parts = (words.sentence, words.remedy, words.detail, _why(check.error))
    return "\n".join([told, *(textwrap.indent(part, " " * 4) for part in parts if part)])


def as_record(check: Check) -> dict[str, object]:
    """Return one check for a JSON line."""
    words = error_words(check.error) if check.error is not None else None
    return {
        "ok": check.ok,
        "check": check.what,
        "sentence": words.sentence if words else "",
        "remedy": words.remedy if words else "",
        "detail": words.detail if words else "",
    }


def _why(error: DesktopError) -> str:
    lost = refused(error.action) if isinstance(error, NotPermitted) else None
    return f"It {lost.why}." if lost else ""
