"""``traydial doctor``: what works between this desktop and the PBX, and what helps."""

import asyncio
import contextlib
import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TextIO

from traydial.ami.trace import traced_to
from traydial.app import exits
from traydial.app.check_desk import Desk, look_at_desk
from traydial.app.core import secrets_from
from traydial.app.examination import examine
from traydial.app.headless import Terminal
from traydial.app.local_copy import is_running
from traydial.app.logs import set_up_console
from traydial.app.own_settings import load_all
from traydial.app.profile import Profile
from traydial.domain.errors import DesktopError, NotPermitted
from traydial.ui.actions import Check, Grade
from traydial.ui.doctor_words import check_text, sign_of

_COLOURS = {Grade.GREEN: "32", Grade.AMBER: "33", Grade.RED: "31"}


def run_doctor(profile: Profile, *, as_json: bool, trace: str = "") -> int:
    """Check everything, a line each; return the exit code of the first thing that fails.

    ``trace`` is a file for what is said to the phone system and what it says.
    """
    set_up_console()
    layers = load_all(profile)
    settings = layers.settings
    output = Terminal()
    in_colour = wants_colour(sys.stdout, os.environ)
    failed: list[DesktopError] = []
    red = False

    def report(check: Check) -> None:
        nonlocal red
        if check.grade is Grade.RED:
            red = True
            if check.error is not None:
                failed.append(check.error)
        output.line(
            json.dumps(as_record(check), ensure_ascii=False)
            if as_json
            else lines(check, in_colour=in_colour)
        )

    async def look() -> Desk:
        return await look_at_desk(settings.hotkeys, os.environ, running=is_running(profile.server))

    secrets = secrets_from(os.environ)
    with contextlib.ExitStack() as stack:
        try:
            file = stack.enter_context(traced_to(Path(trace))) if trace else None
        except OSError as error:
            output.note(f"{trace}: {error.strerror or error}")
            return exits.USAGE
        asyncio.run(examine(profile, layers, secrets, os.environ, look, report, file))
    codes = (exits.exit_code(e) for e in failed if not isinstance(e, NotPermitted))
    return next(codes, exits.FAILED if red else exits.DONE)


def wants_colour(stream: TextIO, environ: Mapping[str, str]) -> bool:
    """Tell whether a person reads it who can see colours; words and signs say it all the same."""
    return stream.isatty() and not environ.get("NO_COLOR") and environ.get("TERM") != "dumb"


def lines(check: Check, *, in_colour: bool = False) -> str:
    """Return the line of one check; where something is wrong, what helps below it."""
    sign = sign_of(check)
    if in_colour:
        sign = f"\x1b[{_COLOURS[check.grade]}m{sign}\x1b[0m"
    return check_text(check, sign)


def as_record(check: Check) -> dict[str, object]:
    """Return one check for a JSON line; ``key`` and ``grade`` stay as they are."""
    words = check.explained
    return {
        "key": check.key,
        "grade": check.grade.value,
        "ok": check.ok,
        "check": check.what,
        "sentence": words.sentence if words else "",
        "remedy": words.remedy if words else "",
        "detail": words.detail if words else "",
    }
