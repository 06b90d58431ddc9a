"""The clipboard as Qt has it: right where reading cannot hang."""

from collections.abc import Awaitable, Callable

from PySide6.QtGui import QClipboard, QGuiApplication

MAX_TEXT = 2000


class QtClipboard:
    """Reads at once, or by ``read``: on X11 an owner that hangs would stop all our windows."""

    def __init__(self, read: Callable[[], Awaitable[str]] | None = None) -> None:
        self._read = read
        self._on_change: Callable[[], None] | None = None

    async def read(self) -> str:
        """Return the first 2,000 characters of what was copied. Raises SelectionUnreadable."""
        if self._read is not None:
            return await self._read()
        return QGuiApplication.clipboard().text(QClipboard.Mode.Clipboard)[:MAX_TEXT]

    def watch(self, on_change: Callable[[], None] | None) -> None:
        """Call this whenever something was copied; None ends it."""
        clipboard = QGuiApplication.clipboard()
        if self._on_change is not None:
            clipboard.dataChanged.disconnect(self._on_change)
        self._on_change = on_change
        if on_change is not None:
            clipboard.dataChanged.connect(on_change)
