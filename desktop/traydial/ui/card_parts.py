"""What a call's card is made of: who, the recording lamp, the three steps."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from traydial.domain.calls import Recording
from traydial.domain.language import mark, tr
from traydial.ui import look
from traydial.ui.look import TIGHT
from traydial.ui.meaning import Meaning
from traydial.ui.pictures import picture_of

LAMP_WORDS = {
    Recording.OFF: "",
    Recording.STARTING: mark("REC …"),
    Recording.ON: mark("REC"),
    Recording.PAUSED: mark("PAUSED"),
}
_RECORDING = {
    Recording.OFF: "",
    Recording.STARTING: mark("Recording starts"),
    Recording.ON: mark("Recording is on"),
    Recording.PAUSED: mark("Recording is paused"),
}


class Portrait(QWidget):
    """A disc with a picture, else the initials, or a person where there is no name."""

    def __init__(self, size: int = 40) -> None:
        super().__init__()
        self._initials = ""
        self._file, self._picture = b"", QImage()
        self._factor = size / 40
        self.setFixedSize(look.grown(size), look.grown(size))

    def show_person(self, initials: str, file: bytes = b"") -> None:
        """Show a picture, or these letters where there is none or it cannot be read."""
        self._initials = initials
        if file != self._file:
            self._file = file
            self._picture = picture_of(file, round(self.width() * self.devicePixelRatio()))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.mixed(self.palette(), 0.13))
        painter.drawEllipse(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        ink = look.mixed(self.palette(), 0.8)
        if not self._picture.isNull():
            disc = QPainterPath()
            disc.addEllipse(QRectF(self.rect()))
            painter.setClipPath(disc)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(self.rect(), self._picture)
        elif self._initials:
            painter.setFont(look.sized(self.font(), self._factor, strong=True))
            painter.setPen(ink)
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._initials)
        else:
            size = self.width() // 2
            place = self.rect().adjusted(size // 2, size // 2, 0, 0)
            place.setSize(QSize(size, size))
            look.draw_icon(painter, "user", place, ink)


class Lamp(QWidget):
    """Says that a recording runs: a red dot and the word, two bars while it is paused."""

    def __init__(self) -> None:
        super().__init__()
        self._state = Recording.OFF
        self.setFont(look.sized(self.font(), 0.9, strong=True))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_state(self, state: Recording) -> None:
        """Show whether it records."""
        self._state = state
        self.setAccessibleName(tr(_RECORDING[state]))
        self.setVisible(state is not Recording.OFF)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        words = metrics.horizontalAdvance(tr(LAMP_WORDS[self._state]))
        return QSize(12 + TIGHT + words + 1, metrics.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self._state is Recording.ON
        ink = look.colour(self.palette(), Meaning.RECORDING if on else Meaning.ATTENTION)
        painter.setPen(ink)
        text = self.rect().adjusted(12 + TIGHT, 0, 0, 0)
        text = look.mirrored(painter, self.rect(), text)
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, tr(LAMP_WORDS[self._state]))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.lamp(self.palette()) if on else ink)
        middle = self.height() / 2
        if self.isRightToLeft():
            painter.translate(self.width() - 12, 0)
        if self._state is Recording.PAUSED:
            painter.drawRect(QRectF(2, middle - 4.5, 3, 9))
            painter.drawRect(QRectF(7, middle - 4.5, 3, 9))
        else:
            painter.drawEllipse(QPointF(6, middle), 5, 5)


class Steps(QWidget):
    """A thin line of three steps: own phone, the other's, talking."""

    def __init__(self) -> None:
        super().__init__()
        self._step, self._stopped = 0, False
        self.setFixedHeight(4)
        self.hide()

    def show_step(self, step: int | None, stopped: bool = False) -> None:
        """Show which of the steps 0, 1, 2 is under way; nothing where there is none."""
        if step is not None:
            self._step, self._stopped = step, stopped
            self.setAccessibleName(tr("Step {step} of 3", step=step + 1))
        self.setVisible(step is not None)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        gap, wide = TIGHT, (self.width() - 2 * TIGHT) / 3
        meaning = Meaning.ATTENTION if self._stopped else Meaning.GO
        for index in range(3):
            done = index <= self._step
            ground = look.colour(self.palette(), meaning)
            painter.setBrush(ground if done else look.mixed(self.palette(), 0.16))
            place = 2 - index if self.isRightToLeft() else index
            painter.drawRoundedRect(QRectF(place * (wide + gap), 0, wide, 4), 2, 2)
