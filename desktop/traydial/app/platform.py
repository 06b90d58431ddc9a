"""Chooses, for each capability, the adapter of the system we run on."""

import sys
from collections.abc import Mapping
from pathlib import Path

from traydial.app.profile import Profile
from traydial.platforms import TelHandler


def start_command(profile: Profile) -> list[str]:
    """Return the command that starts this program with this profile."""
    program = (
        [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "traydial"]
    )
    return [*program, *profile.arguments()]


def open_command(profile: Profile) -> list[str]:
    """Return the command that opens a link given as its last argument."""
    if getattr(sys, "frozen", False):
        return [*start_command(profile), "--"]
    helper = Path(__file__).parent.parent / "open_link.py"
    # the user's own socket depends on the session, one of a profile does not
    socket, root = (profile.server, str(profile.root)) if profile.root else ("", "")
    return [sys.executable, "-I", "-S", str(helper), socket, root]


def tel_handler(profile: Profile, environ: Mapping[str, str], home: Path) -> TelHandler:
    """Return who can register Traydial for links here."""
    if sys.platform == "darwin":
        from traydial.platforms.tel_handler.macos import MacTelHandler

        return MacTelHandler()
    from traydial.platforms.tel_handler.linux import LinuxTelHandler

    return LinuxTelHandler(environ, home, open_command(profile), start_command(profile))
