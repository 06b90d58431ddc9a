"""What went wrong inside the program, with a report to send on."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout

from traydial.ui import look
from traydial.ui.look import EDGE, GROUP, SECTION
from traydial.ui.meaning import Meaning
from traydial.ui.notes import Note
from traydial.ui.widgets import Button
from traydial.ui.window import Window
from traydial.ui.words import Words

SIZE = (640, 420)
_WORDS = Words(
    "Something in Traydial went wrong. It goes on working where it can.",
    "If it happens again, send this report to whoever looks after Traydial for you. "
    "Passwords and phone numbers are left out of it.",
)
_COPY, _COPIED = "Copy report", "Copied"


class FaultWindow(Window):
    """Comes up without taking the focus: nobody asked for it."""

    def __init__(self) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setWindowTitle("A fault in Traydial")
        self.setAccessibleName(self.windowTitle())
        self.resize(look.window_size(*SIZE))
        self.note = Note()
        self.note.show_words(_WORDS, Meaning.ATTENTION)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setTabChangesFocus(True)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setAccessibleName("Report")
        self.copy = Button(_COPY, "copy")
        self.copy.clicked.connect(self._copy)
        self.shut = Button("Close")
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
            self.copy.say(_COPY, "copy")

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.copy.say(_COPIED, "check")
