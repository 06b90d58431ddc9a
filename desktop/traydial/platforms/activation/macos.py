"""Links on macOS come as QFileOpenEvent, also the one that started the program.

Not run on a Mac yet; the event itself is plain Qt and tested everywhere.
"""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QUrl
from PySide6.QtGui import QFileOpenEvent

MAX_EARLY = 20


class OpenEvents(QObject):
    """Hands the links of the application to ``on_open`` from ``start`` to ``aclose``.

    Listens from the first moment: the link that started the program comes before ``start``.
    """

    def __init__(self, on_open: Callable[[str], None], on_activate: Callable[[], None]) -> None:
        super().__init__()
        self._on_open, self._on_activate = on_open, on_activate
        self._early: list[str] | None = []
        if (app := QCoreApplication.instance()) is not None:
            app.installEventFilter(self)

    async def start(self) -> bool:
        """Begin to hand them over; False where there is no application."""
        early, self._early = self._early or [], None
        for link in early[:MAX_EARLY]:
            self._on_open(link)
        return QCoreApplication.instance() is not None

    async def aclose(self) -> None:
        """Take no more."""
        if (app := QCoreApplication.instance()) is not None:
            app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Take the links out of the stream of events."""
        if event.type() is not QEvent.Type.FileOpen or not isinstance(event, QFileOpenEvent):
            return False
        # decoded by the same reader as every other link, so as it was written
        link = event.url().toString(QUrl.ComponentFormattingOption.FullyEncoded)
        if self._early is None:
            self._on_open(link)
        else:
            self._early.append(link)
        return True
