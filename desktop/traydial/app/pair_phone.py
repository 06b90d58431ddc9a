"""``traydial pair``: find the own phone by what is dialled on it, and keep it in the settings."""

import asyncio
import json
import os
import sys
from dataclasses import asdict, replace

from traydial.app import exits
from traydial.app.commands import complain
from traydial.app.core import secrets_from
from traydial.app.handover import ask
from traydial.app.headless import Terminal
from traydial.app.logs import set_up_console
from traydial.app.own_settings import keep, load_all
from traydial.app.pairing import pair
from traydial.app.profile import Profile
from traydial.domain.errors import DesktopError
from traydial.domain.language import tr
from traydial.domain.pairing import PhoneFound, ToDial
from traydial.domain.settings import Settings
from traydial.services.secrets import account_name
from traydial.ui.layer_words import locked_words
from traydial.ui.words import phone_found_words, to_dial_words, unseen_words

_YES = ("y", "yes")


def run_pair(profile: Profile, *, as_json: bool) -> int:
    """Show what to dial, ask whether the phone found is the right one; return the exit code."""
    set_up_console()
    layers = load_all(profile)
    settings, output = layers.settings, Terminal()

    def report(to_dial: ToDial) -> None:
        if as_json:
            output.line(json.dumps({"dial": to_dial.digits or settings.phone.extension}))
            return
        if to_dial.digits:
            output.line(f"    {to_dial.digits}")
        output.line(to_dial_words(to_dial))

    async def look() -> PhoneFound:
        secret = await secrets_from(os.environ).get(account_name(settings.pbx))
        return await pair(settings, secret, report)

    try:
        found = asyncio.run(look())
    except DesktopError as error:
        complain(error, output)
        return exits.exit_code(error)
    except KeyboardInterrupt:
        return exits.FAILED
    if as_json:
        output.line(json.dumps(asdict(found), ensure_ascii=False))
    else:
        words = phone_found_words(found)
        output.line(f"{words.sentence}\n{words.remedy}")
    if not found.is_told:
        words = unseen_words(found)
        output.note(f"{words.sentence} {words.remedy}")
    output.note(tr("Use this phone? Type yes and Enter."))
    if sys.stdin.readline().strip().lower() not in (*_YES, tr("yes")):
        output.note(tr("Nothing was changed."))
        return exits.FAILED
    wanted, refused = layers.kept_locked(paired(settings, found))
    if refused:
        output.note(locked_words(refused).sentence)
        if wanted == settings:
            output.note(tr("Nothing was changed."))
            return exits.FAILED
    return _keep(profile, wanted, output)


def paired(settings: Settings, found: PhoneFound) -> Settings:
    """Return the settings with this phone as the own one, and whatever else as it was."""
    phone = replace(
        settings.phone,
        extension=found.extension or settings.phone.extension,
        devices=(found.device,),
        context=found.context,
    )
    return replace(settings, phone=phone)


def _keep(profile: Profile, settings: Settings, output: Terminal) -> int:
    try:
        keep(profile, settings)
    except OSError as error:
        output.note(f"{profile.config_file}: {error.strerror}")
        return exits.FAILED
    ask(profile.server, "reload", [], as_json=False)  # where a copy runs
    output.note(
        tr("{phone} is your phone now.", phone=", ".join(settings.phone.devices))
        if settings.phone.devices
        else tr("That is your phone now.")
    )
    return exits.DONE
