"""On macOS the installed application's Info.plist offers it; the user chooses in FaceTime.

Not run on a Mac yet.
"""

import plistlib
from pathlib import Path
from typing import Any
from xml.parsers.expat import ExpatError

from traydial.domain.language import tr
from traydial.platforms import SCHEMES, HandlerState

BUNDLE = "org.traydial.Traydial"
_CHOICES = "Library/Preferences/com.apple.LaunchServices/com.apple.launchservices.secure.plist"
_KNOWN = {BUNDLE.lower(): "Traydial", "com.apple.facetime": "FaceTime"}


class MacTelHandler:
    """Tells what was chosen, and what to do; to change it takes frameworks we do not carry."""

    def __init__(self, home: Path) -> None:
        self.why_not = tr(
            "On a Mac, choose Traydial in FaceTime's settings under Default for calls."
        )
        self._choices = home / _CHOICES

    def state(self) -> HandlerState:
        """Look what the user chose; what nobody chose opens with what macOS came with."""
        chosen = {scheme: self._chosen(scheme) for scheme in (*SCHEMES, "sip")}
        ours = frozenset(scheme for scheme, bundle in chosen.items() if bundle == BUNDLE.lower())
        names = {scheme: _KNOWN.get(bundle, bundle) for scheme, bundle in chosen.items()}
        names["tel"] = names["tel"] or "FaceTime"
        return HandlerState(bool(ours), names, ours)

    def register(self, schemes: tuple[str, ...] = SCHEMES) -> str:
        """Say what the user has to do."""
        return self.why_not

    def unregister(self) -> None:
        """Nothing was written."""

    def open_settings(self) -> bool:
        """There is no page to open from here."""
        return False

    def _chosen(self, scheme: str) -> str:
        """Return the lower-case bundle id that opens a scheme, empty where none was chosen."""
        for entry in self._entries():
            if isinstance(entry, dict) and entry.get("LSHandlerURLScheme") == scheme:
                bundle = entry.get("LSHandlerRoleAll") or entry.get("LSHandlerRoleViewer")
                return bundle.lower() if isinstance(bundle, str) else ""
        return ""

    def _entries(self) -> list[Any]:
        try:
            found = plistlib.loads(self._choices.read_bytes())
        except (OSError, ValueError, ExpatError, plistlib.InvalidFileException):
            return []
        entries = found.get("LSHandlers") if isinstance(found, dict) else None
        return entries if isinstance(entries, list) else []
