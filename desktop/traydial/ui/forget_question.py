"""Asks, in its place, before everything that is kept of somebody is deleted for good."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from traydial.domain.language import tr
from traydial.ui import look
from traydial.ui.history_words import forget_question
from traydial.ui.look import GROUP
from traydial.ui.meaning import Meaning
from traydial.ui.notes import Paragraph
from traydial.ui.widgets import Button


class ForgetQuestion(QWidget):
    """``confirmed`` once the user has said so; Esc or *Keep* leave everything as it is."""

    confirmed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._text = Paragraph("", look.text_ink)
        self.yes = Button(tr("Forget"), meaning=Meaning.END)
        self.no = Button(tr("Keep"))
        buttons = QHBoxLayout()
        buttons.setSpacing(GROUP)
        buttons.addWidget(self.yes)
        buttons.addWidget(self.no)
        buttons.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(GROUP)
        rows.addWidget(self._text)
        rows.addLayout(buttons)
        self.yes.clicked.connect(self._confirmed)
        self.no.clicked.connect(self.hide)
        self.hide()

    def ask(self, who: str) -> None:
        """Ask about somebody; Enter keeps them."""
        self._text.say(forget_question(who))
        self.setAccessibleName(self._text.text())
        self.show()
        self.no.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _confirmed(self) -> None:
        self.hide()
        self.confirmed.emit()
