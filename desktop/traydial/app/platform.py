"""Chooses, for each capability, the adapter of the system we run on."""

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from traydial.app.profile import Profile, pipe_prefix
from traydial.platforms import (
    Activation,
    Autostart,
    Clipboard,
    Hotkeys,
    Launcher,
    NoActivation,
    NoHotkeys,
    NoLauncher,
    NoSelection,
    NoServicesMenu,
    NoSessionLock,
    NoWake,
    Selection,
    ServicesMenu,
    SessionLock,
    TelHandler,
    Wake,
)


@dataclass(frozen=True, slots=True)
class Platform:
    """The adapters of one desktop; those that report back are made by who listens."""

    hotkeys: Callable[[Callable[[str], None]], Hotkeys]
    activation: Callable[[Callable[[str], None], Callable[[], None]], Activation]
    selection: Selection
    clipboard: Clipboard
    session_lock: SessionLock
    launcher: Launcher = field(default_factory=NoLauncher)
    wake: Callable[[Callable[[], None]], Wake] = NoWake
    services_menu: Callable[[Callable[[str], None]], ServicesMenu] = NoServicesMenu


Pressed = Callable[[str], None]


def choose(environ: Mapping[str, str], windows: str, *, is_handler: bool) -> Platform:
    """Return the adapters for this system and environment.

    ``windows`` is what Qt draws on (``xcb``, ``wayland``, ``windows`` …). Only a copy that
    ``is_handler`` takes links and texts from the desktop: a demo is none.
    """
    from traydial.platforms.clipboard.qt import QtClipboard

    if sys.platform == "linux":
        return _linux(environ, windows, is_handler=is_handler)
    if sys.platform == "win32":
        from traydial.platforms.hotkeys.windows import WindowsHotkeys
        from traydial.platforms.launching.windows import WindowsLauncher
        from traydial.platforms.message_window.windows import MessageWindow
        from traydial.platforms.selection.windows import WindowsSelection
        from traydial.platforms.session_lock.windows import WindowsSessionLock
        from traydial.platforms.wake.windows import WindowsWake

        messages = MessageWindow()
        return Platform(
            partial(WindowsHotkeys, messages),
            NoActivation,
            WindowsSelection(),
            QtClipboard(),
            WindowsSessionLock(messages),
            WindowsLauncher(environ),
            partial(WindowsWake, messages),
        )
    if sys.platform == "darwin":
        from traydial.platforms.activation.macos import OpenEvents
        from traydial.platforms.hotkeys.macos import MacHotkeys
        from traydial.platforms.launching.commands import MACOS, CommandLauncher
        from traydial.platforms.selection.macos import MacSelection
        from traydial.platforms.services_menu.macos import MacServicesMenu

        return Platform(
            MacHotkeys,
            OpenEvents,
            MacSelection(),
            QtClipboard(),
            NoSessionLock(),
            CommandLauncher(environ, MACOS),
            services_menu=MacServicesMenu if is_handler else NoServicesMenu,
        )
    return Platform(NoHotkeys, NoActivation, NoSelection(), QtClipboard(), NoSessionLock())


def _linux(environ: Mapping[str, str], windows: str, *, is_handler: bool) -> Platform:
    from traydial.platforms.activation.dbus import DBusActivation
    from traydial.platforms.clipboard.qt import QtClipboard
    from traydial.platforms.launching.commands import CommandLauncher
    from traydial.platforms.session_lock.linux import LinuxSessionLock
    from traydial.platforms.wake.linux import LinuxWake

    session_bus = environ.get("DBUS_SESSION_BUS_ADDRESS", "")
    system_bus = environ.get("DBUS_SYSTEM_BUS_ADDRESS", _SYSTEM_BUS)
    hotkeys: Callable[[Pressed], Hotkeys] = NoHotkeys
    selection: Selection = NoSelection()
    clipboard: Clipboard = QtClipboard()
    display = environ.get("DISPLAY", "")
    if environ.get("WAYLAND_DISPLAY") and windows != "offscreen":
        # also where Qt itself draws on XWayland: that server knows its own programs' keys alone
        from traydial.platforms.hotkeys.portal import PortalHotkeys
        from traydial.platforms.selection.wayland import WaylandSelection

        hotkeys = partial(PortalHotkeys, session_bus)
        selection = WaylandSelection(environ)
        copied = WaylandSelection(environ, "CLIPBOARD")
        clipboard = QtClipboard(copied.read if not copied.why_not else None)
    elif windows == "xcb" and display:
        from traydial.platforms.selection.x11 import X11Selection

        hotkeys = partial(_x11_hotkeys, display)
        selection = X11Selection(display)
        clipboard = QtClipboard(X11Selection(display, "CLIPBOARD").read)
    return Platform(
        hotkeys,
        partial(DBusActivation, session_bus) if is_handler else NoActivation,
        selection,
        clipboard,
        LinuxSessionLock(session_bus, system_bus),
        CommandLauncher(environ),
        partial(LinuxWake, system_bus),
    )


def _x11_hotkeys(display: str, on_pressed: Pressed) -> Hotkeys:
    from PySide6.QtWidgets import QApplication

    from traydial.platforms.hotkeys.x11 import X11Hotkeys
    from traydial.platforms.hotkeys.x11_menus import KeysInOwnMenus

    hotkeys = X11Hotkeys(display, on_pressed)
    if app := QApplication.instance():
        KeysInOwnMenus(app, hotkeys.hear)
    return hotkeys


_SYSTEM_BUS = "unix:path=/run/dbus/system_bus_socket"


def start_command(profile: Profile) -> list[str]:
    """Return the command that starts this program with this profile."""
    if getattr(sys, "frozen", False):
        return [_frozen(), *profile.arguments()]
    return [sys.executable, "-m", "traydial", *profile.arguments()]


def open_command(profile: Profile) -> list[str]:
    """Return the command that opens a link given as its last argument."""
    if getattr(sys, "frozen", False):
        return [*start_command(profile), "--"]
    if sys.platform == "win32":
        helper = Path(__file__).parent.parent / "open_link_windows.py"
        prefix = pipe_prefix(profile.data_dir)
        return [_pythonw(), "-I", "-S", str(helper), prefix, str(profile.root or "")]
    helper = Path(__file__).parent.parent / "open_link.py"
    # the user's own socket depends on the session, one of a profile does not
    where = [profile.server, str(profile.root)] if profile.root else []
    return [sys.executable, "-I", "-S", str(helper), *where]


def _frozen() -> str:
    """Return the installed program; on Windows the one without a console, whoever asks."""
    if sys.platform == "win32":
        return str(Path(sys.executable).with_name("traydialw.exe"))
    return sys.executable


def _pythonw() -> str:
    return str(Path(sys.executable).with_name("pythonw.exe"))  # no console flashes up


def tel_handler(profile: Profile, environ: Mapping[str, str], home: Path) -> TelHandler:
    """Return who can register Traydial for links here."""
    if sys.platform == "darwin":
        from traydial.platforms.tel_handler.macos import MacTelHandler

        return MacTelHandler(home)
    if sys.platform == "win32":
        from traydial.platforms.tel_handler.windows import WindowsTelHandler

        return WindowsTelHandler(open_command(profile), start_command(profile)[0])
    from traydial.platforms.tel_handler.linux import LinuxTelHandler

    return LinuxTelHandler(environ, home, open_command(profile), start_command(profile))


def autostart(profile: Profile, environ: Mapping[str, str], home: Path) -> Autostart:
    """Return who can let the program start at login here."""
    command = [*start_command(profile), "--quietly"]  # a tray has time to come at login
    if sys.platform == "darwin":
        from traydial.platforms.autostart.macos import MacAutostart

        return MacAutostart(home, command)
    if sys.platform == "win32":
        from traydial.platforms.autostart.windows import WindowsAutostart

        frozen = getattr(sys, "frozen", False)
        return WindowsAutostart(command if frozen else [_pythonw(), *command[1:]])
    from traydial.platforms.autostart.linux import LinuxAutostart

    return LinuxAutostart(environ, home, command)
