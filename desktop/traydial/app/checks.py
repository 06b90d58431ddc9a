"""The Connect test of the settings: step by step, each with what failed and what helps."""

from collections.abc import Callable, Mapping

from traydial.ami.login import logged_in
from traydial.ami.protocol import Message
from traydial.ami.session import AmiSession
from traydial.app.core import account_of
from traydial.domain.errors import (
    ActionFailed,
    DesktopError,
    NoSuchNumber,
    NotAnnounced,
    NotOpened,
    NotPermitted,
    OwnPhoneUnknown,
    PhoneNotRegistered,
)
from traydial.domain.privileges import PRIVILEGES, abilities
from traydial.domain.settings import Settings
from traydial.platforms.launching.processes import Processes, clean_environment
from traydial.services.dialplan import ABSENT, evaluate
from traydial.services.own_devices import OwnDevices
from traydial.ui.actions import Check


async def check_connection(
    settings: Settings, secret: str, report: Callable[[Check], None]
) -> None:
    """Try everything that a first call needs and report each step as it is known."""
    try:
        account = account_of(settings)
    except DesktopError as error:
        report(Check(False, "Settings", error))
        return

    def ignore(_: Message) -> None: ...

    for address in account.addresses:
        host = f"{address[0]}:{address[1]}"
        try:
            async with logged_in(address, account, secret, ignore) as (link, _):
                report(Check(True, f"Connected to {host} and logged in", None))
                await _check_account(link.session, link.commands, settings, report)
        except DesktopError as error:
            report(Check(False, f"Connection to {host}", error))


def check_program(settings: Settings, environ: Mapping[str, str]) -> Check | None:
    """Tell whether the program that is to be started for calls is there; None without one."""
    if not settings.pop.command:
        return None
    program, error = settings.pop.command[0], None
    try:
        Processes(clean_environment(environ)).found(program)
    except NotOpened as missing:
        error = missing
    return Check(error is None, f"Program for calls: {program}", error)


async def _check_account(
    session: AmiSession,
    commands: frozenset[str],
    settings: Settings,
    report: Callable[[Check], None],
) -> None:
    held = abilities(commands)
    for privilege in PRIVILEGES:
        error = None if privilege.ability in held else NotPermitted(privilege.actions[0])
        report(Check(error is None, f"May {privilege.ability.value}", error))
    own = OwnDevices(settings.phone, lambda _: None)
    await own.look(session)
    if not own.to_ring:
        unknown = OwnPhoneUnknown(settings.phone.extension)
        report(Check(False, f"Phones of {settings.phone.extension}", unknown))
    for device in own.to_ring:
        state = await _value(session, f"DEVICE_STATE({device})")
        absent = PhoneNotRegistered(device) if state in ABSENT else None
        report(Check(absent is None, f"Phone {device}", absent))
    context, extension = settings.phone.context, settings.phone.extension
    exists = await _value(session, f"DIALPLAN_EXISTS({context},{extension},1)")
    missing = None if exists == "1" else NoSuchNumber(extension)
    report(Check(missing is None, f"Extension {extension} in {context}", missing))
    if announcement := settings.recording.announce:
        exists = await _value(session, f"DIALPLAN_EXISTS({context},{announcement},1)")
        unsaid = None if exists == "1" else NotAnnounced(f"no extension {announcement}")
        report(Check(unsaid is None, f"Announcement {announcement} in {context}", unsaid))


async def _value(session: AmiSession, expression: str) -> str:
    try:
        return await evaluate(session, expression)
    except (ActionFailed, NotPermitted):
        return ""
