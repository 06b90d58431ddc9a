"""Settings that somebody was sent: what they would change, and whether to take them."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from traydial.domain.errors import DesktopError
from traydial.domain.language import tr
from traydial.domain.provisioning import Provision
from traydial.domain.settings import Settings
from traydial.ui import look
from traydial.ui.actions import Actions
from traydial.ui.errands import Errands, Start
from traydial.ui.error_words import Words
from traydial.ui.look import EDGE, GROUP, SECTION, TIGHT
from traydial.ui.meaning import Meaning
from traydial.ui.notes import Note, Paragraph
from traydial.ui.provisioning_words import (
    headline,
    left_out,
    source_words,
    title_of,
    value_words,
)
from traydial.ui.widgets import Button, Line
from traydial.ui.window import Window

SIZE = (560, 480)


class ProvisioningWindow(Window):
    """Not modal. ``over`` says that it was closed, ``imported`` that the settings are new."""

    over = Signal()
    imported = Signal()

    def __init__(
        self,
        actions: Actions,
        start: Start,
        otherwise: Callable[[DesktopError], None],
        offer: Provision,
        current: Callable[[], Settings],
    ) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setWindowTitle(tr("Import settings"))
        self.setAccessibleName(tr("Import settings"))
        self.resize(*SIZE)
        self._actions, self._errands, self._offer = actions, Errands(start, otherwise), offer
        self._current = current
        self.take = Button(tr("Import"), "check", Meaning.GO)
        self.cancel = Button(tr("Cancel") if offer.changes else tr("Close"))
        self.note = Note()
        self.take.setVisible(bool(offer.changes))
        self.take.clicked.connect(self._import)
        self.cancel.clicked.connect(self.close)
        self._lay_out(offer)

    def open(self) -> None:
        """Come up, or to the front."""
        self.show()
        self.raise_()
        self.activateWindow()
        self.cancel.setFocus()  # nothing is taken by one key pressed by accident

    def end(self) -> None:
        """Go away for good."""
        self._errands.end()
        self.hide()
        self.deleteLater()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()
        self.over.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    # -- within ---------------------------------------------------------------------------------

    def _lay_out(self, offer: Provision) -> None:
        page = QWidget()
        lines = QVBoxLayout(page)
        lines.setContentsMargins(0, 0, GROUP, 0)
        lines.setSpacing(GROUP)
        for change in offer.changes:
            block = QVBoxLayout()
            block.setSpacing(TIGHT)
            block.addWidget(Line(title_of(change.place), strong=True))
            block.addWidget(Paragraph(value_words(change.place, change.new)))
            old = value_words(change.place, change.old)
            block.addWidget(Paragraph(tr("Now: {old}", old=old), look.secondary_ink, factor=0.92))
            lines.addLayout(block)
        for text in left_out(offer):
            why = Note()
            why.show_words(Words(text), Meaning.ATTENTION)
            lines.addWidget(why)
        lines.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(tr("Changes"))
        area.setWidget(page)
        title = Paragraph(headline(offer))
        title.setFont(look.sized(title.font(), 1.25, strong=True))
        foot = QHBoxLayout()
        foot.setSpacing(GROUP)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(SECTION, SECTION, SECTION, EDGE)
        column.setSpacing(EDGE)
        column.addWidget(title)
        column.addWidget(Paragraph(source_words(offer), look.secondary_ink))
        column.addWidget(area, 1)
        column.addWidget(self.note)
        column.addLayout(foot)

    def _import(self) -> None:
        self.take.set_allowed(tr("One moment."))
        work = self._actions.save_settings(self._offer.onto(self._current()), None, {})
        self._errands.run(work, self._failed, self._done)

    def _done(self, to_say: str) -> None:
        self.imported.emit()
        if not to_say:
            self.close()
            return
        self.note.show_words(Words(tr("Imported."), to_say), Meaning.ATTENTION)
        self.take.hide()
        self.cancel.say(tr("Close"), "")

    def _failed(self, error: DesktopError) -> None:
        self.take.set_allowed("")
        self.note.explain(error)
