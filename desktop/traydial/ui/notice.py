"""A small card for what belongs to no call; it never takes the focus and goes by itself."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout

from traydial.domain.language import tr
from traydial.ui.call_card import WIDTH
from traydial.ui.error_words import Words
from traydial.ui.floating import Floating
from traydial.ui.meaning import Meaning
from traydial.ui.notes import Note
from traydial.ui.widgets import Button
from traydial.ui.window import announce

STAYS_S = 12.0


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be done about it: the button's text, its icon, and the deed."""

    text: str
    icon: str
    do: Callable[[], None]


class Notice(Floating):
    """Says one thing, and may offer one."""

    over = Signal()

    def __init__(
        self,
        words: Words,
        meaning: Meaning | None = Meaning.END,
        offer: Offer | None = None,
    ) -> None:
        super().__init__(WIDTH)
        self.words, self.is_over = words, False
        self.setWindowTitle("Traydial")
        self._note = Note()
        self._note.show_words(words, meaning)
        hide = Button(tr("Hide"), "x", bare=True)
        hide.clicked.connect(self._finish)
        row = QHBoxLayout()
        row.addWidget(self._note, 1)
        row.addWidget(hide, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)
        if offer is not None:
            self.offered = Button(offer.text, offer.icon)
            self.offered.clicked.connect(offer.do)
            self.body.addWidget(self.offered, 0, Qt.AlignmentFlag.AlignLeft)
        self.setAccessibleName(self._note.text)
        self._goes = QTimer(self)
        self._goes.setSingleShot(True)
        self._goes.timeout.connect(self._leave)
        self._goes.start(round(STAYS_S * 1000))
        self.fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        announce(self, self.accessibleName())

    def end(self) -> None:
        """Go away for good."""
        self._goes.stop()
        self.hide()
        self.deleteLater()

    def _leave(self) -> None:
        if self.underMouse():  # somebody reads it
            self._goes.start(1000)
        else:
            self._finish()

    def _finish(self) -> None:
        self.is_over = True
        self.over.emit()
