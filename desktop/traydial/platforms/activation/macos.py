"""Links on macOS come as QFileOpenEvent, also the one that started the program.

Not run on a Mac yet; the event itself is plain Qt and tested everywhere.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication


class OpenEvents(QObject):
    """Hands the links of an application to ``on_open``."""

    def __init__(self, app: QApplication, on_open: Callable[[str], None]) -> None:
        super().__init__(app)
        self._on_open = on_open
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Take the links out of the stream of events."""
        if not isinstance(event, QFileOpenEvent) or not event.url().isValid():
            return False
        # decoded by the same reader as every other link, so as it was written
        self._on_open(event.url().toString(QUrl.ComponentFormattingOption.FullyEncoded))
        return True
