"""Start at login on Linux desktops (Desktop Application Autostart Specification 0.5)."""

import configparser
from collections.abc import Mapping
from pathlib import Path

from traydial.platforms import APP_ID
from traydial.platforms.desktop_entry import COMMENT, quoted, write

_ENTRY = """\
[Desktop Entry]
Type=Application
Name=Traydial
{comment}
Icon={icon}
Exec={command}
Terminal=false
"""
_OFF = "[Desktop Entry]\nType=Application\nName=Traydial\nHidden=true\n"
_GROUP = "Desktop Entry"
_GNOME = "X-GNOME-Autostart-enabled"  # GNOME's own switch in Tweaks


class LinuxAutostart:
    """``command`` starts the program. An entry for all users is respected, and overruled."""

    why_not = ""

    def __init__(self, environ: Mapping[str, str], home: Path, command: list[str]) -> None:
        name = f"autostart/{APP_ID}.desktop"
        config = environ.get("XDG_CONFIG_HOME", "")
        self._own = Path(config if config.startswith("/") else home / ".config", name)
        folders = environ.get("XDG_CONFIG_DIRS") or "/etc/xdg"
        self._of_all = [Path(f, name) for f in folders.split(":") if f.startswith("/")]
        self._command = command

    def is_on(self) -> bool:
        """Look whether the desktop starts the program at login: the first entry counts."""
        for file in (self._own, *self._of_all):
            if file.is_file():
                return _starts(file)
        return False

    def turn(self, on: bool) -> None:
        """Start at login from now on, or not. Raises OSError."""
        if on:
            command = " ".join(map(quoted, self._command))
            write(self._own, _ENTRY.format(icon=APP_ID, command=command, comment=COMMENT))
        elif any(file.is_file() for file in self._of_all):
            write(self._own, _OFF)
        else:
            self._own.unlink(missing_ok=True)


def _starts(file: Path) -> bool:
    entry = configparser.RawConfigParser(strict=False)
    entry.optionxform = str  # type: ignore[assignment,method-assign]
    try:
        entry.read_string(file.read_text("utf-8", "replace"))
        hidden = entry.get(_GROUP, "Hidden", fallback="false")
        enabled = entry.get(_GROUP, _GNOME, fallback="true")
        command = entry.get(_GROUP, "Exec", fallback="")
    except (OSError, configparser.Error):
        return False
    return bool(command) and hidden.lower() != "true" and enabled.lower() != "false"
