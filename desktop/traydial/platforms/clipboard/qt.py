"""The clipboard as Qt has it: right where reading cannot hang."""

from collections.abc import Callable

from PySide6.QtGui import QClipboard, QGuiApplication

MAX_TEXT = 2000


class QtClipboard:
    """Reads at once. On X11 an owner that hangs would stop us, so there is another adapter."""

    def __init__(self) -> None:
        self._on_change: Callable[[], None] | None = None

    async def read(self) -> str:
        """Return the first 2,000 characters of what was copied."""
        return QGuiApplication.clipboard().text(QClipboard.Mode.Clipboard)[:MAX_TEXT]

    def watch(self, on_change: Callable[[], None] | None) -> None:
        """Call this whenever something was copied; None ends it."""
        clipboard = QGuiApplication.clipboard()
        if self._on_change is not None:
            clipboard.dataChanged.disconnect(self._on_change)
        self._on_change = on_change
        if on_change is not None:
            clipboard.dataChanged.connect(on_change)
