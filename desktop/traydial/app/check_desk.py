"""The doctor on this computer: keyring, phone links, global keys and the tray."""

import asyncio
import contextlib
import socket
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from traydial.app.platform import choose, tel_handler
from traydial.app.profile import Profile
from traydial.domain.errors import SecretStoreError
from traydial.domain.language import tr
from traydial.domain.settings import HotkeySettings
from traydial.platforms import TelHandler
from traydial.services.secrets import Secrets
from traydial.ui import doctor_words as words
from traydial.ui.actions import Check
from traydial.ui.error_words import Words

KEYRING_WITHIN_S = 20.0  # it may ask the user to unlock it
KEYS_WITHIN_S = 5.0

Report = Callable[[Check], None]


@dataclass(frozen=True, slots=True)
class Desk:
    """What is known of the desktop. ``keys``: name -> why not; ``why_not``: nothing is known."""

    keys: Mapping[str, str] | None = None
    tray: bool | None = None
    keys_why_not: Words | None = None
    tray_why_not: Words | None = None


async def check_desk(secrets: Secrets, handler: TelHandler, desk: Desk, report: Report) -> None:
    """Report a line for each."""
    await _check_keyring(secrets, report)
    await _check_handler(handler, report)
    _check_keys(desk, report)
    _check_tray(desk, report)


async def _check_keyring(secrets: Secrets, report: Report) -> None:
    error: SecretStoreError | None = None
    name = ""
    try:
        async with asyncio.timeout(KEYRING_WITHIN_S):
            name = await secrets.keyring_name()
    except SecretStoreError as trouble:
        error = trouble
    except TimeoutError:
        error = SecretStoreError("it did not answer in time")
    # where the environment has the password, none is looked for
    report(
        Check(
            error is None,
            tr("Keyring {name}", name=name).strip(),
            error,
            "keyring",
            minor=secrets.given,
        )
    )


async def _check_handler(handler: TelHandler, report: Report) -> None:
    if handler.why_not:
        cannot = Words(handler.why_not)
        report(Check(False, tr("Phone links"), key="tel_handler", words=cannot, minor=True))
        return
    state = await asyncio.to_thread(handler.state)
    if "tel" in state.ours:
        report(Check(True, tr("Traydial opens phone links"), key="tel_handler"))
    else:
        other = words.other_handler(state.current.get("tel", ""))
        report(Check(False, tr("Phone links"), key="tel_handler", words=other, minor=True))


def _check_keys(desk: Desk, report: Report) -> None:
    why_not = desk.keys_why_not
    if why_not is None and desk.keys is not None:
        reasons = list(dict.fromkeys(why for why in desk.keys.values() if why))
        why_not = words.keys_taken(reasons) if reasons else None
    if why_not is None:
        report(Check(True, tr("Global keys are free"), key="hotkeys"))
    else:
        report(Check(False, tr("Global keys"), key="hotkeys", words=why_not, minor=True))


def _check_tray(desk: Desk, report: Report) -> None:
    why_not = desk.tray_why_not or (None if desk.tray else words.NO_TRAY)
    if why_not is None:
        report(Check(True, tr("Tray is there"), key="tray"))
    else:
        report(Check(False, tr("Tray"), key="tray", words=why_not, minor=True))


async def look_at_desk(
    wanted: HotkeySettings, environ: Mapping[str, str], *, running: bool
) -> Desk:
    """Look at the desktop from a program without windows. ``running``: a copy has the keys."""
    if sys.platform == "linux" and not await asyncio.to_thread(_is_drawable, environ):
        return Desk(keys_why_not=words.NO_DESKTOP, tray_why_not=words.NO_DESKTOP)
    from PySide6.QtWidgets import QApplication, QSystemTrayIcon

    application = QApplication.instance() or QApplication(["traydial"])
    assert isinstance(application, QApplication)
    tray = QSystemTrayIcon.isSystemTrayAvailable()
    windows = application.platformName()
    if running:
        return Desk(tray=tray, keys_why_not=words.RUNNING_HAS_THEM)
    if windows != "xcb" or environ.get("WAYLAND_DISPLAY"):
        # portals ask the user, and Windows tells the thread of a window alone
        return Desk(tray=tray, keys_why_not=words.ONLY_RUNNING_KNOWS)
    hotkeys = choose(environ, windows, is_handler=False).hotkeys(lambda _: None)
    try:
        async with asyncio.timeout(KEYS_WITHIN_S):
            await hotkeys.bind(_keys(wanted))
        return Desk(dict(hotkeys.state.value), tray)
    except TimeoutError:
        return Desk(tray=tray, keys_why_not=words.ONLY_RUNNING_KNOWS)
    finally:
        await hotkeys.aclose()


if sys.platform != "win32":

    def _is_drawable(environ: Mapping[str, str]) -> bool:
        """Tell whether a screen answers: where none does, Qt ends the program."""
        host, _, number = environ.get("DISPLAY", "").rpartition(":")
        number = number.partition(".")[0]
        if number.isdigit() and host not in ("", "unix"):
            with contextlib.suppress(OSError, OverflowError):
                socket.create_connection((host, 6000 + int(number)), KEYS_WITHIN_S).close()
                return True
        x11 = f"/tmp/.X11-unix/X{number}"  # noqa: S108 - where X servers are
        wayland = Path(environ.get("XDG_RUNTIME_DIR", ""), environ.get("WAYLAND_DISPLAY", ""))
        return any(
            _answers(name)
            for wanted, name in (
                (number.isdigit(), x11),
                (number.isdigit(), f"\0{x11}"),
                (environ.get("WAYLAND_DISPLAY"), str(wayland)),
            )
            if wanted
        )

    def _answers(name: str) -> bool:
        with socket.socket(socket.AF_UNIX) as link:
            link.settimeout(KEYS_WITHIN_S)
            try:
                link.connect(name)
            except OSError:
                return False
        return True


def handler_of(profile: Profile, environ: Mapping[str, str]) -> TelHandler:
    """Return who knows which program opens phone links here."""
    return tel_handler(profile, environ, Path.home())


def _keys(wanted: HotkeySettings) -> dict[str, str]:
    names = ("dial_selection", "dial_box", "answer_hang_up", "open_page")
    return {name: getattr(wanted, name) for name in names}
