"""The doctor, logged in: rights, version, clock, the own phone and the dialplan."""

import time
from collections.abc import Callable

from traydial.ami.login import LoggedIn
from traydial.ami.session import AmiSession
from traydial.domain.asterisk_versions import Version, open_holes, parse_version
from traydial.domain.errors import (
    ActionFailed,
    NoSuchNumber,
    NotAnnounced,
    NotPermitted,
    OwnPhoneUnknown,
    PhoneNotRegistered,
)
from traydial.domain.language import plural, tr
from traydial.domain.plain_text import safe_text
from traydial.domain.privileges import PRIVILEGES, Ability, abilities
from traydial.domain.settings import Settings
from traydial.services.dialplan import ABSENT, evaluate
from traydial.services.own_devices import OwnDevices
from traydial.ui import doctor_words as words
from traydial.ui.actions import Check

CLOCKS_AGREE_S = 5.0
# an action that tells of each class: it wants that one and no other (action ListCommands)
_TELLING = {
    "redirect": "call",
    "originate": "originate",
    "queueadd": "agent",
    "userevent": "user",
    "dbput": "system",
    "command": "command",
    "updateconfig": "config",
    "messagesend": "message",
    "aocmessage": "aoc",
}
_NEEDLESS = ("command", "config", "message", "aoc")

Report = Callable[[Check], None]


async def check_account(
    link: LoggedIn, settings: Settings, report: Report, clock: Callable[[], float] = time.time
) -> None:
    """Report what the account may, what the PBX is and whether the own phone can dial."""
    session = link.session
    _check_boot(link, report)
    _check_rights(link.commands, report)
    await _check_version(session, report)
    await _check_clock(session, report, clock)
    await _check_phone(session, settings, report)
    await _check_dialplan(session, settings, report)
    await _check_one_touch(session, settings, report)


def _check_boot(link: LoggedIn, report: Report) -> None:
    if link.booted:
        report(Check(True, tr("Told when the phone system has started"), key="booted"))
        return
    what = tr("Start of the phone system")
    report(Check(False, what, key="booted", words=words.NO_BOOT_TOLD, minor=True))


def _check_rights(commands: frozenset[str], report: Report) -> None:
    held = abilities(commands)
    for privilege in PRIVILEGES:
        ability = privilege.ability
        error = None if ability in held else NotPermitted(privilege.actions[0])
        # what an admin does not grant on purpose is no failure
        minor = ability is not Ability.SEE_CALLS
        key = f"may_{ability.name.lower()}"
        report(Check(error is None, tr("May {do}", do=tr(ability.value)), error, key, minor=minor))
    names = {command.lower() for command in commands}
    classes = [kind for action, kind in _TELLING.items() if action in names]
    if "system" not in classes and "coreshowchannels" in names:
        classes.append("reporting")
    if needless := [kind for kind in classes if kind in _NEEDLESS]:
        too_many = words.too_many_classes(needless)
        report(Check(False, tr("Rights of the account"), key="rights", words=too_many, minor=True))
    else:
        told = ",".join(classes) or tr("nothing")
        report(
            Check(
                True,
                tr("No rights that are never needed (write = {told})", told=told),
                key="rights",
            )
        )


async def _check_version(session: AmiSession, report: Report) -> None:
    told = await _value(session, "VERSION()") or await _core_version(session)
    version = parse_version(told)
    if version is None:
        what = tr("Version of the phone system")
        report(Check(False, what, key="version", words=words.NO_VERSION, minor=True))
        return
    report(Check(True, f"Asterisk {safe_text(told, 60)}", key="version"))
    _check_holes(version, report)


async def _core_version(session: AmiSession) -> str:
    try:
        return (await session.perform("CoreSettings")).get("AsteriskVersion")
    except (ActionFailed, NotPermitted):
        return ""


def _check_holes(version: Version, report: Report) -> None:
    holes = open_holes(version)
    if not holes:
        report(
            Check(True, tr("No known holes in Asterisk {version}", version=version), key="holes")
        )
        return
    known = words.holes_known(version, holes)
    what = tr("Known holes in Asterisk {version}", version=version)
    report(Check(False, what, key="holes", words=known, minor=True))


async def _check_clock(session: AmiSession, report: Report, clock: Callable[[], float]) -> None:
    asked = clock()
    answer = await session.perform("Ping")
    halfway = (asked + clock()) / 2
    try:
        apart = float(answer.get("Timestamp")) - halfway
    except ValueError:
        return  # it does not tell
    if abs(apart) < CLOCKS_AGREE_S:
        report(Check(True, tr("Clocks agree"), key="clock"))
    else:
        off = words.clock_is_off(apart)
        report(Check(False, tr("Clock of the phone system"), key="clock", words=off, minor=True))


async def _check_phone(session: AmiSession, settings: Settings, report: Report) -> None:
    own = OwnDevices(settings.phone, lambda _: None)
    await own.look(session)
    if not own.to_ring:
        unknown = OwnPhoneUnknown(settings.phone.extension)
        report(
            Check(
                False,
                tr("Phones of {extension}", extension=settings.phone.extension),
                unknown,
                "phone",
            )
        )
    states = [(device, await _value(session, f"DEVICE_STATE({device})")) for device in own.to_ring]
    none_there = all(state in ABSENT for _, state in states)
    for device, state in states:
        absent = PhoneNotRegistered(device) if state in ABSENT else None
        # another phone rings then
        report(
            Check(
                absent is None,
                tr("Phone {device}", device=device),
                absent,
                "phone",
                minor=not none_there,
            )
        )


async def _check_dialplan(session: AmiSession, settings: Settings, report: Report) -> None:
    context, extension = settings.phone.context, settings.phone.extension
    if await _value(session, f"DIALPLAN_EXISTS({context})") == "0":
        report(
            Check(
                False,
                tr("Context {context}", context=context),
                key="context",
                words=words.NOT_IN_DIALPLAN,
            )
        )
        return
    report(Check(True, tr("Context {context}", context=context), key="context"))
    exists = await _value(session, f"DIALPLAN_EXISTS({context},{extension},1)")
    missing = None if exists == "1" else NoSuchNumber(extension)
    report(
        Check(
            missing is None,
            tr("Extension {extension} in {context}", extension=extension, context=context),
            missing,
            "extension",
        )
    )
    if announcement := settings.recording.announce:
        exists = await _value(session, f"DIALPLAN_EXISTS({context},{announcement},1)")
        unsaid = None if exists == "1" else NotAnnounced(f"no extension {announcement}")
        what = tr(
            "Announcement {announcement} in {context}", announcement=announcement, context=context
        )
        report(Check(unsaid is None, what, unsaid, "announcement"))
    hint = await _value(session, f"HINT({extension}@{context})")
    if hint:
        report(
            Check(
                True,
                tr(
                    "State of {extension} is told ({hint})",
                    extension=extension,
                    hint=safe_text(hint, 60),
                ),
                key="hint",
            )
        )
    else:
        what = tr("State of {extension}", extension=extension)
        report(Check(False, what, key="hint", words=words.NO_HINT, minor=True))
    await _check_hints(session, context, extension, report)


async def _check_hints(session: AmiSession, context: str, own: str, report: Report) -> None:
    try:
        rows = await session.collect("ExtensionStateList")
    except (ActionFailed, NotPermitted):
        return  # said with the rights
    others = {r.get("Exten") for r in rows if r.get("Context") == context} - {own}
    if others:
        told = plural(
            "The state of {n} colleague is told",
            "The states of {n} colleagues are told",
            len(others),
        )
        report(Check(True, told, key="hints"))
    else:
        what = tr("States of colleagues")
        report(Check(False, what, key="hints", words=words.NO_HINTS, minor=True))


async def _check_one_touch(session: AmiSession, settings: Settings, report: Report) -> None:
    wanted = settings.recording.one_touch
    try:
        kept = await evaluate(session, "FEATUREMAP(automixmon)")
    except (ActionFailed, NotPermitted):
        return  # an old version, or said with the rights
    if wanted and wanted != kept:
        other = words.one_touch_is(wanted, kept)
        report(
            Check(False, tr("Recording key {wanted}", wanted=wanted), key="one_touch", words=other)
        )
    elif wanted:
        report(Check(True, tr("Recording key {wanted}", wanted=wanted), key="one_touch"))
    elif kept:
        report(Check(True, words.one_touch_unused(kept), key="one_touch"))


async def _value(session: AmiSession, expression: str) -> str:
    try:
        return await evaluate(session, expression)
    except (ActionFailed, NotPermitted):
        return ""
