"""The call that is chosen in the history: all that is known of it, its note, what to do."""

from collections.abc import Callable

from PySide6.QtCore import QDateTime, QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout

from traydial.domain.calls import Direction
from traydial.domain.history import PastCall
from traydial.domain.language import tr
from traydial.domain.plain_text import safe_text
from traydial.ui import look
from traydial.ui.forget_question import ForgetQuestion
from traydial.ui.history_list import title_of
from traydial.ui.history_words import direction_words, result_words, taker_words
from traydial.ui.look import EDGE, GROUP, TIGHT
from traydial.ui.meaning import Meaning
from traydial.ui.widgets import Button, Line

LONGEST_NOTE = 2000
WIDTH = 280
KEPT_AFTER_MS = 800


class HistoryDetails(QFrame):
    """``noted`` brings a note that was changed, once the field is left."""

    dial = Signal()
    open_page = Signal()
    block = Signal()
    forget = Signal(str)
    noted = Signal(int, str)

    def __init__(
        self,
        written: Callable[[str], str],
        can_open: Callable[[str], bool],
        can_block: Callable[[str], bool],
    ) -> None:
        super().__init__()
        self._written, self._can_open, self._can_block = written, can_open, can_block
        self._past: PastCall | None = None
        self.setFixedWidth(look.grown(WIDTH))
        self.who = Line(factor=1.2, strong=True)
        self.lines = [Line(ink=look.secondary_ink) for _ in range(5)]
        self.recording = Line(ink=look.secondary_ink)
        self.copy_recording = Button(tr("Copy file name"), "copy", bare=True)
        self.note = _NoteField()
        self.note.setPlaceholderText(tr("Add a note (Ctrl+N)"))
        self.note.setAccessibleName(tr("Note"))
        self.note.setTabChangesFocus(True)
        self.call = Button(tr("Call"), "phone", Meaning.GO)
        self.call.set_tip(tr("Enter"))
        self.copy = Button(tr("Copy number"), "copy", bare=True)
        self.page = Button(tr("Open customer page"), "external-link", bare=True)
        self.blocking = Button(tr("Block this caller"), "phone-off", bare=True)
        self.forgetting = Button(tr("Forget this person…"), "x")
        self.question = ForgetQuestion()
        self.copy.set_tip(tr("Copy number (Ctrl+Shift+C)"))
        self.page.set_tip(tr("Open customer page (Ctrl+O)"))
        record = QHBoxLayout()
        record.setSpacing(TIGHT)
        record.addWidget(self.recording, 1)
        record.addWidget(self.copy_recording)
        buttons = QHBoxLayout()
        buttons.setSpacing(GROUP)
        for button in (self.call, self.copy, self.page, self.blocking):
            buttons.addWidget(button)
        buttons.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(EDGE, 0, 0, 0)
        rows.setSpacing(TIGHT)
        rows.addWidget(self.who)
        for line in self.lines:
            rows.addWidget(line)
        rows.addLayout(record)
        rows.addSpacing(GROUP)
        rows.addLayout(buttons)
        rows.addSpacing(GROUP)
        rows.addWidget(self.note)
        rows.addStretch(1)
        rows.addWidget(self.question)
        rows.addWidget(self.forgetting, 0, Qt.AlignmentFlag.AlignLeft)
        self.call.clicked.connect(self.dial)
        self.page.clicked.connect(self.open_page)
        self.forgetting.clicked.connect(self._ask)
        self.question.confirmed.connect(self._forget)
        self.blocking.clicked.connect(self.block)
        self.copy.clicked.connect(self.copy_number)
        self.copy_recording.clicked.connect(self._copy_recording)
        self.note.left.connect(self.save_note)
        self.show_call(None)

    @property
    def past(self) -> PastCall | None:
        """The call that is shown."""
        return self._past

    def show_call(self, past: PastCall | None) -> None:
        """Show another call, after what was written about the last one was kept."""
        same = past is not None and self._past is not None and past.id == self._past.id
        if not same:
            self.save_note()
            self.question.hide()  # it was about somebody else
        writes = same and self.note.hasFocus()
        self._past = past
        self.setVisible(past is not None)
        if past is None:
            return
        self.who.say(title_of(past, self._written))
        number = safe_text(self._written(past.number), 40) if past.number else ""
        at = QDateTime.fromMSecsSinceEpoch(round(past.began * 1000))
        told = [
            number if number != self.who.whole else "",
            safe_text(past.company, 60) if past.name else "",
            QLocale().toString(at, QLocale.FormatType.ShortFormat),
            f"{direction_words(past)} · {result_words(past)}",
            " · ".join(
                part
                for part in (
                    tr("via {via}", via=safe_text(self._written(past.via), 40)) if past.via else "",
                    taker_words(past),
                )
                if part
            ),
        ]
        for line, text in zip(self.lines, told, strict=True):
            line.say(text)
            line.setVisible(bool(text))
        file = safe_text(past.recording)
        self.recording.say(file or (tr("Recorded by the phone system") if past.recorded else ""))
        self.recording.setVisible(past.recorded)
        self.copy_recording.setVisible(bool(file))
        self.call.setEnabled(bool(past.number))
        self.copy.setEnabled(bool(past.number))
        self.forgetting.setVisible(bool(past.number))
        self.page.setVisible(bool(past.number) and self._can_open(past.number))
        self.blocking.setVisible(past.direction is Direction.IN and self._can_block(past.number))
        if not writes:
            self.note.setPlainText(past.note)

    def write(self) -> None:
        """Go to the note."""
        self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def copy_number(self) -> None:
        """Put the number into the clipboard."""
        if self._past is not None and self._past.number:
            QGuiApplication.clipboard().setText(safe_text(self._past.number))

    def save_note(self) -> None:
        """Keep the note if it was changed."""
        text = self.note.toPlainText().strip()[:LONGEST_NOTE]
        if self._past is not None and text != self._past.note.strip():
            self.noted.emit(self._past.id, text)

    def _ask(self) -> None:
        self.question.ask(self.who.whole)

    def _forget(self) -> None:
        if self._past is not None:
            self.note.setPlainText(self._past.note)  # what was begun is not to be kept
            self.forget.emit(self._past.number)

    def _copy_recording(self) -> None:
        if self._past is not None:
            QGuiApplication.clipboard().setText(safe_text(self._past.recording, 500))


class _NoteField(QPlainTextEdit):
    """Says when to keep the note: at Ctrl+Enter, when one leaves it or rests."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(min(look.grown(120), 160))
        self._soon = QTimer(self)  # who quits the program leaves no field before
        self._soon.setSingleShot(True)
        self._soon.setInterval(KEPT_AFTER_MS)
        self._soon.timeout.connect(self.left)
        self.textChanged.connect(self._soon.start)

    def stop(self) -> None:
        """Say nothing more."""
        self._soon.stop()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)
