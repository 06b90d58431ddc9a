"""What went wrong inside the program, with a report to send on."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout

from traydial.domain.language import mark, tr
from traydial.ui import look
from traydial.ui.error_words import Words
from traydial.ui.look import EDGE, GROUP, SECTION
from traydial.ui.meaning import Meaning
from traydial.ui.notes import Note
from traydial.ui.widgets import Button
from traydial.ui.window import Window

SIZE = (640, 420)
_WORDS = Words(
    mark("Something in Traydial went wrong. It goes on working where it can."),
    mark(
        "If it happens again, send this report to whoever looks after Traydial for you. "
        "Passwords and phone numbers are left out of it."
    ),
)
_COPY, _COPIED = mark("Copy report"), mark("Copied")


class FaultWindow(Window):
    """Comes up without taking the focus: nobody asked for it."""

    def __init__(self) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setWindowTitle(tr("A fault in Traydial"))
        self.setAccessibleName(self.windowTitle())
        self.resize(look.window_size(*SIZE))
        self.note = Note()
        self.note.show_words(_WORDS, Meaning.ATTENTION)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setTabChangesFocus(True)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setAccessibleName(tr("Report"))
        self.copy = Button(tr(_COPY), "copy")
        self.copy.clicked.connect(self._copy)
        self.shut = Button(tr("Close"))
        self.shut.clicked.connect(self.close)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.close)
        foot = QHBoxLayout()
        foot.setSpacing(GROUP)
        foot.addStretch(1)
        foot.addWidget(self.copy)
        foot.addWidget(self.shut)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(SECTION, SECTION, SECTION, EDGE)
        rows.setSpacing(GROUP)
        rows.addWidget(self.note)
        rows.addWidget(self.text, 1)
        rows.addLayout(foot)

    def say(self, report: str) -> None:
        """Show this report, where it is read now too."""
        if report != self.text.toPlainText():
            self.text.setPlainText(report)
            self.copy.say(tr(_COPY), "copy")

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.copy.say(tr(_COPIED), "check")
