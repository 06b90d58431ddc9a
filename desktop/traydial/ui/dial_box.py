"""One line in the middle of the screen: type or paste, Enter dials."""

from collections.abc import Callable

from PySide6.QtCore import QMimeData, Qt, QUrl, Signal
from PySide6.QtGui import (
    QCursor,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
    QShortcut,
)

from traydial.domain.connection import Connection
from traydial.domain.errors import DesktopError
from traydial.domain.language import tr
from traydial.domain.presence import Colleagues
from traydial.domain.privileges import Ability
from traydial.domain.wishes import Source
from traydial.ui.actions import Actions
from traydial.ui.entry_presenter import Reading
from traydial.ui.errands import Errands, Start
from traydial.ui.floating import Floating
from traydial.ui.look import SECTION
from traydial.ui.notes import Note
from traydial.ui.number_entry import NumberEntry
from traydial.ui.places import centred
from traydial.ui.words import ability_why_not

WIDTH = 520
LONGEST = 200  # a pasted page is no number; what is shown of it is enough to see that


def dropped_text(data: QMimeData) -> str:
    """Return the link or text that is being dragged; empty for files and pictures."""
    for url in data.urls():
        if not url.isLocalFile():
            return url.toString(QUrl.ComponentFormattingOption.FullyEncoded)
    return data.text().strip() if data.hasText() and not data.hasUrls() else ""


class DialBox(Floating):
    """A launcher for calls. Stays up with the text and the reason where dialling failed."""

    over = Signal()
    history = Signal()
    menu = Signal()  # all that the tray offers, for whoever has no mouse

    def __init__(
        self,
        actions: Actions,
        start: Start,
        otherwise: Callable[[DesktopError], None],
        written: Callable[[str], str],
        extension: str,
    ) -> None:
        super().__init__(WIDTH, take_focus=True, margin=SECTION)
        self._actions, self._extension = actions, extension
        self._errands = Errands(start, otherwise)
        self.setWindowTitle(tr("Dial"))
        self.setAccessibleName(tr("Dial"))
        self.entry = NumberEntry(
            actions,
            written,
            self._hint,
            tr("Enter dials, Esc closes, Ctrl+H shows all calls, F10 the menu"),
            verb=tr("Dial"),
            icon="phone",
            factor=1.5,
            takes_several=True,
        )
        self.entry.ask_sources(self._errands)
        self.note = Note()
        self.body.addWidget(self.entry)
        self.body.addWidget(self.note)
        self.setAcceptDrops(True)
        self.entry.field.setAcceptDrops(False)  # else it would put the text among its own
        self.entry.chosen.connect(self._chosen)
        self.entry.several.connect(self._choose)
        self.entry.edited.connect(self.note.clear)
        self.entry.resized.connect(self._settle)
        self.entry.given_up.connect(self.over)
        QShortcut(QKeySequence("Ctrl+H"), self).activated.connect(self.history)
        QShortcut(QKeySequence("F10"), self).activated.connect(self.menu)

    def connection_changed(self, connection: Connection) -> None:
        """Take the link as it is now."""
        self.entry.set_why_not(ability_why_not(connection, Ability.DIAL))

    def colleagues_changed(self, colleagues: Colleagues) -> None:
        """Take what colleagues' phones do now."""
        self.entry.set_colleagues(colleagues)

    def open(self, text: str = "") -> None:
        """Come up with the field ready for typing."""
        if text:
            self.entry.set_text(text[:LONGEST])
        screen = QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()
        self.put(centred(screen.availableGeometry(), self.fit()))
        self.show()
        self.raise_()
        self.activateWindow()
        self.entry.field.setFocus()

    def end(self) -> None:
        """Go away for good."""
        self._errands.end()
        self.hide()
        self.deleteLater()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_text(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)  # it stays where it was taken from
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        text = dropped_text(event.mimeData())
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self._choose(text)

    def _choose(self, text: str) -> None:
        self.over.emit()
        self._actions.wish(text, Source.DROP)

    def _hint(self, reading: Reading) -> str:
        who = f"{reading.name}, {reading.shown}" if reading.name else reading.shown
        return (
            tr("dials {who} from {extension}", who=who, extension=self._extension)
            if self._extension
            else tr("dials {who}", who=who)
        )

    def _chosen(self, number: str) -> None:
        self.entry.set_busy(True)
        self.note.clear()
        self._settle()
        self._errands.run(self._actions.dial(number), self._failed, self._dialled)

    def _dialled(self, _: str) -> None:
        self.over.emit()  # from here on the call's card tells

    def _failed(self, error: DesktopError) -> None:
        self.entry.set_busy(False)
        self.note.explain(error)
        self.entry.field.selectAll()
        self._settle()

    def _settle(self) -> None:
        self.fit()
