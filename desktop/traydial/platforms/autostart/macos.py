"""Start at login on macOS: a launch agent of the user. Not run on a Mac yet."""

import plistlib
from pathlib import Path
from xml.parsers.expat import ExpatError

LABEL = "org.traydial.Traydial"


class MacAutostart:
    """``command`` starts the program."""

    why_not = ""

    def __init__(self, home: Path, command: list[str]) -> None:
        self._file = home / f"Library/LaunchAgents/{LABEL}.plist"
        self._command = command

    def is_on(self) -> bool:
        """Look whether launchd starts the program at login."""
        try:
            agent = plistlib.loads(self._file.read_bytes())
        except (OSError, ValueError, ExpatError, plistlib.InvalidFileException):
            return False
        return isinstance(agent, dict) and agent.get("RunAtLoad") is True

    def turn(self, on: bool) -> None:
        """Start at login from now on, or not. Raises OSError."""
        if not on:
            self._file.unlink(missing_ok=True)
            return
        agent = {"Label": LABEL, "ProgramArguments": self._command, "RunAtLoad": True}
        self._file.parent.mkdir(parents=True, exist_ok=True)
        self._file.write_bytes(plistlib.dumps(agent))
