"""On macOS the installed application's Info.plist offers it; the user chooses in FaceTime."""

from traydial.platforms import SCHEMES, HandlerState


class MacTelHandler:
    """Says what to do; nothing can be written from here. Not run on a Mac yet."""

    why_not = "On a Mac, choose Traydial in FaceTime's settings under Default for calls."

    def state(self) -> HandlerState:
        """Nothing is known without the system's own frameworks."""
        return HandlerState(False, {}, frozenset())

    def register(self, schemes: tuple[str, ...] = SCHEMES) -> str:
        """Say what the user has to do."""
        return self.why_not

    def unregister(self) -> None:
        """Nothing was written."""

    def open_settings(self) -> bool:
        """There is no page to open from here."""
        return False
