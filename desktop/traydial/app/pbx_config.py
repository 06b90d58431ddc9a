"""``traydial pbx-config``: what an admin puts into ``manager.conf`` for this user."""

import asyncio
import os

from traydial.ami.login import logged_in
from traydial.ami.protocol import Message
from traydial.app import exits
from traydial.app.commands import complain
from traydial.app.core import account_of, secrets_from
from traydial.app.headless import Terminal
from traydial.app.logs import set_up_console
from traydial.app.own_settings import load_all
from traydial.app.profile import Profile
from traydial.domain.errors import ActionFailed, ConnectionLost, DesktopError, Unreachable
from traydial.domain.language import tr
from traydial.domain.manager_account import name_of, section, usual, wanted
from traydial.domain.privileges import PRIVILEGES
from traydial.domain.settings import Settings
from traydial.services.dialplan import evaluate
from traydial.services.secrets import account_name


def run_pbx_config(profile: Profile, features: str, version: str) -> int:
    """Print the section; return the exit code.

    ``features`` is a list with commas, empty for the usual ones; without a ``version`` the
    phone system is asked, so that the filters are written as it understands them.
    """
    set_up_console()
    output = Terminal()
    settings = load_all(profile).settings
    extension = settings.phone.extension
    if not extension:
        output.note(tr("Say first which extension is yours: phone.extension in the settings."))
        return exits.USAGE
    try:
        names = [name.strip().lower() for name in features.split(",") if name.strip()]
        privileges = wanted(names) if names else usual()
    except ValueError as error:
        known = ", ".join(["usual", "all", *(name_of(p.ability) for p in PRIVILEGES)])
        output.note(
            tr("There is no feature {error}. There are: {known}.", error=error, known=known)
        )
        return exits.USAGE
    if not version:
        try:
            version = asyncio.run(_version(settings))
        except DesktopError as error:
            complain(error, output)
            output.note(tr("Or say which version it is: --asterisk 22"))
            return exits.exit_code(error)
    user = settings.pbx.username or f"traydial-{extension}"
    devices = settings.phone.devices or (f"PJSIP/{extension}",)
    output.line(section(user, version, devices, privileges).rstrip("\n"))
    if not settings.phone.devices:
        output.note(
            tr(
                "Your phone is not set up yet: PJSIP/{extension} was taken for it.",
                extension=extension,
            )
        )
    return exits.DONE


async def _version(settings: Settings) -> str:
    """Return the version that the phone system says it is. Raises a DesktopError."""
    secret = await secrets_from(os.environ).get(account_name(settings.pbx))
    account = account_of(settings, phone=False)

    def ignore(_: Message) -> None: ...

    for address in account.addresses:
        try:
            async with logged_in(address, account, secret, ignore) as (link, _):
                if version := await evaluate(link.session, "VERSION()"):
                    return version
                raise ActionFailed("Getvar", "the version is not told")
        except Unreachable:
            if address == account.addresses[-1]:
                raise
    raise ConnectionLost("no host is set")
