"""Links on macOS come as QFileOpenEvent, also the one that started the program.

Not run on a Mac yet; the event itself is plain Qt and tested everywhere.
"""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QUrl
from PySide6.QtGui import QFileOpenEvent


class OpenEvents(QObject):
    """Hands the links of the application to ``on_open`` from ``start`` to ``aclose``."""

    def __init__(self, on_open: Callable[[str], None], on_activate: Callable[[], None]) -> None:
        super().__init__()
        self._on_open, self._on_activate = on_open, on_activate

    async def start(self) -> bool:
        """Begin to take them."""
        app = QCoreApplication.instance()
        if app is None:
            return False
        app.installEventFilter(self)
        return True

    async def aclose(self) -> None:
        """Take no more."""
        if (app := QCoreApplication.instance()) is not None:
            app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Take the links out of the stream of events."""
        if event.type() is not QEvent.Type.FileOpen or not isinstance(event, QFileOpenEvent):
            return False
        # decoded by the same reader as every other link, so as it was written
        self._on_open(event.url().toString(QUrl.ComponentFormattingOption.FullyEncoded))
        return True
