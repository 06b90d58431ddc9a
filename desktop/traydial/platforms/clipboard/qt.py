"""The clipboard as Qt has it: right where reading cannot hang."""

import sys
from collections.abc import Awaitable, Callable

from PySide6.QtGui import QClipboard, QGuiApplication

MAX_TEXT = 2000
_EXCLUDED = 'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"'


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
        """Call this whenever something was copied; None ends it.

        Not for what its writer wants no watcher to look at: passwords, on Windows also what
        we have put back after reading a selection.
        """
        clipboard = QGuiApplication.clipboard()
        if self._on_change is not None:
            clipboard.dataChanged.disconnect(self._changed)
        self._on_change = on_change
        if on_change is not None:
            clipboard.dataChanged.connect(self._changed)

    def _changed(self) -> None:
        # elsewhere asking for formats waits for the owner, and nothing of ours is written
        if sys.platform == "win32" and _not_for_watchers():
            return
        if self._on_change is not None:
            self._on_change()


def _not_for_watchers() -> bool:
    return QGuiApplication.clipboard().mimeData().hasFormat(_EXCLUDED)
