"""What explains itself in a few lines: a paragraph, and an error with what helps."""

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from traydial.domain.language import tr
from traydial.domain.plain_text import safe_text
from traydial.ui import look
from traydial.ui.error_words import Words, error_words
from traydial.ui.look import GROUP, SMALL, TIGHT, Ink
from traydial.ui.meaning import Meaning
from traydial.ui.widgets import Button, Picture, plain_tip

_ALIGN = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_FLAGS = Qt.TextFlag.TextWordWrap | _ALIGN


class Paragraph(QLabel):
    """Plain text that wraps and takes as many lines as it needs."""

    def __init__(self, text: str = "", ink: Ink = look.text_ink, *, factor: float = 1.0) -> None:
        super().__init__()
        self._ink = ink
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setFont(look.sized(self.font(), factor))
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.say(text)

    def say(self, text: str, ink: Ink | None = None) -> None:
        """Show another text."""
        self._ink = ink or self._ink
        self.setText(safe_text(text, 600))
        self.setAccessibleName(self.text())
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:
        if not self.text():
            return 0
        metrics = self.fontMetrics()
        return metrics.boundingRect(0, 0, max(width, 1), 10_000, int(_FLAGS), self.text()).height()

    def sizeHint(self) -> QSize:
        width = self.width() if self.width() > 40 else 280
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.fontMetrics().height() if self.text() else 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self._ink(self.palette()))
        look.draw_text(painter, self.rect(), _ALIGN, self.text(), wrap=True)


def ink_of(meaning: Meaning | None) -> Ink:
    """Return the colour that says this; secondary text where there is nothing to say."""
    if meaning is None:
        return look.secondary_ink
    return lambda palette: look.colour(palette, meaning)


class Note(QWidget):
    """An icon, one sentence, what helps; the technical detail can be copied."""

    def __init__(self, *, pictured: bool = True) -> None:
        super().__init__()
        self._detail = ""
        self._picture = Picture("circle-alert", ink_of(Meaning.END))
        self._sentence = Paragraph()
        self._remedy = Paragraph("", look.secondary_ink)
        self._copy = Button(tr("Copy the details"), "copy", bare=True)
        self._copy.clicked.connect(self._copy_detail)
        self._back = QTimer(self)
        self._back.setSingleShot(True)
        self._back.setInterval(1500)
        self._back.timeout.connect(self._offer_copy)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self._sentence)
        texts.addWidget(self._remedy)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GROUP)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        row.addWidget(self._copy, 0, Qt.AlignmentFlag.AlignTop)
        self._picture.setFixedHeight(SMALL + TIGHT)
        self._picture.setVisible(pictured)
        self.hide()

    def explain(self, error: BaseException) -> None:
        """Show an error in words."""
        self.show_words(error_words(error), Meaning.END)

    def show_words(self, words: Words, meaning: Meaning | None = Meaning.END) -> None:
        """Show a sentence and what helps."""
        words = words.spoken()
        self._detail = safe_text(words.detail, 600)
        icon = "check" if meaning is Meaning.GO else "circle-alert"
        self._picture.show_icon(icon, ink_of(meaning))
        self._sentence.say(words.sentence)
        self._remedy.say(words.remedy)
        self._remedy.setVisible(bool(words.remedy))
        self._copy.setVisible(bool(self._detail))
        self._copy.setToolTip(plain_tip(self._detail))
        self._copy.setAccessibleDescription(self._detail)
        self._offer_copy()
        self.setAccessibleName(f"{words.sentence} {words.remedy}".strip())
        self.show()

    def clear(self) -> None:
        """Show nothing."""
        self.hide()

    @property
    def text(self) -> str:
        """What it says, when it says something."""
        return "" if self.isHidden() else self.accessibleName()

    def _copy_detail(self) -> None:
        QGuiApplication.clipboard().setText(self._detail)
        self._copy.say(tr("Copied"), "check")
        self._back.start()

    def _offer_copy(self) -> None:
        self._copy.say(tr("Copy the details"), "copy")
        self._copy.setToolTip(plain_tip(self._detail))
        self._copy.setAccessibleDescription(self._detail)
