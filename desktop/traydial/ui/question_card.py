"""Asks before something is dialled: a number that may cost, several numbers, many links."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from traydial.domain.language import tr
from traydial.domain.numbers import Number
from traydial.domain.wishes import Question, Source
from traydial.ui import look
from traydial.ui.call_card import WIDTH
from traydial.ui.floating import Floating
from traydial.ui.look import EDGE, GROUP, TIGHT, TOUCH
from traydial.ui.meaning import Meaning
from traydial.ui.notes import Paragraph, ink_of
from traydial.ui.widgets import Button, Line, Picture
from traydial.ui.window import announce
from traydial.ui.words import number_details, question_words

SHOWN_ROWS = 6
ARMED_AFTER_MS = 400  # a click that was meant for what lay below is no answer
OFFER_STAYS_S = 8.0
_WARNS = ("burst", "premium", "emergency")


class QuestionCard(Floating):
    """Shows one question. ``answered`` carries the number to call, or None."""

    answered = Signal(object)

    def __init__(self, question: Question) -> None:
        # who pressed a key answers by key; a link or a copy comes while somebody may type
        takes_focus = question.source not in (Source.LINK, Source.CLIPBOARD, Source.PRESENCE)
        super().__init__(WIDTH, take_focus=takes_focus)
        self.question = question
        self._takes_focus, self._armed, self._over = takes_focus, False, False
        self.setWindowTitle("Traydial")
        title = question_words(question)
        self.setAccessibleName(title)
        warns = question.why in _WARNS
        head = QHBoxLayout()
        head.setSpacing(GROUP)
        ink = ink_of(Meaning.ATTENTION) if warns else look.secondary_ink
        head.addWidget(
            Picture("circle-alert" if warns else "phone-outgoing", ink),
            0,
            Qt.AlignmentFlag.AlignTop,
        )
        head.addWidget(Paragraph(title), 1)
        leave = Button(tr("Don\u2019t call"), "x", bare=True)
        leave.clicked.connect(partial(self._answer, None))
        head.addWidget(leave, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        self.calls: list[Button] = []
        self.body.addWidget(self._rows(question.numbers))
        self._arms = self._timer(ARMED_AFTER_MS, self._arm)
        self._goes = self._timer(round(OFFER_STAYS_S * 1000), self._leave)
        if question.why == "copied":
            self._goes.start()
        self._arms.start()
        self.fit()

    def open(self) -> None:
        """Come up; take the keyboard only where the question answers a key."""
        self.show()
        announce(self, self.accessibleName())
        if self._takes_focus:
            self.raise_()
            self.activateWindow()
            self.calls[0].setFocus()

    def end(self) -> None:
        """Go away for good."""
        self._over = True
        self._arms.stop()
        self._goes.stop()
        self.hide()
        self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._armed = True  # to refuse needs no second thought
            self._answer(None)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._step(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            if isinstance(focused, Button):
                focused.click()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self._armed = True
        self._answer(None)

    # -- within ---------------------------------------------------------------------------------

    def _rows(self, numbers: tuple[Number, ...]) -> QWidget:
        rows = QWidget()
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        for number in numbers:
            column.addWidget(self._row(number, alone=len(numbers) == 1))
        if len(numbers) <= SHOWN_ROWS:
            return rows
        column.setContentsMargins(0, 0, GROUP, 0)  # the bar stands beside the buttons
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(rows)
        area.viewport().setAutoFillBackground(False)
        rows.setAutoFillBackground(False)
        height = column.totalHeightForWidth(look.grown(WIDTH) - 2 * EDGE - TOUCH)
        room = QGuiApplication.primaryScreen().availableSize().height() // 2
        area.setFixedHeight(min(height * SHOWN_ROWS // len(numbers), room))
        return area

    def _row(self, number: Number, *, alone: bool) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, TIGHT, 0, TIGHT)
        line.setSpacing(GROUP)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(Line(number.shown, strong=True))
        if details := number_details(number, reasons=alone):
            texts.addWidget(Paragraph(details, look.secondary_ink))
        line.addLayout(texts, 1)
        call = Button(tr("Call"), "phone", Meaning.GO)
        call.setAccessibleName(tr("Call {shown}", shown=number.shown))
        call.clicked.connect(partial(self._answer, number))
        line.addWidget(call, 0, Qt.AlignmentFlag.AlignVCenter)
        self.calls.append(call)
        return row

    def _timer(self, after_ms: int, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(after_ms)
        timer.timeout.connect(then)
        return timer

    def _arm(self) -> None:
        self._armed = True

    def _leave(self) -> None:
        if self.underMouse():  # somebody is about to answer
            self._goes.start(1000)
        else:
            self._armed = True
            self._answer(None)

    def _step(self, by: int) -> None:
        focused = self.focusWidget()
        at = self.calls.index(focused) if focused in self.calls else -by
        self.calls[max(0, min(at + by, len(self.calls) - 1))].setFocus()

    def _answer(self, number: Number | None, _: bool = False) -> None:
        if self._armed and not self._over:
            self._over = True
            self.answered.emit(number)
