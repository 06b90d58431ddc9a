"""One of several choices, drawn by ourselves: Fusion's ring cannot be seen in the dark."""

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QRadioButton

from traydial.ui import look
from traydial.ui.look import GROUP, SMALL, TOUCH


class Choice(QRadioButton):
    """A radio button in the palette's colours; an ampersand marks its key."""

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().size(int(Qt.TextFlag.TextShowMnemonic), self.text())
        return QSize(SMALL + GROUP + words.width() + GROUP, max(words.height(), TOUCH))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, palette = QPainter(self), self.palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = palette.color(QPalette.ColorRole.Highlight)
        edge = self.width() - SMALL / 2 if self.isRightToLeft() else SMALL / 2
        middle = QPointF(edge, self.height() / 2)
        ring = chosen if self.isChecked() else look.secondary_ink(palette)
        painter.setPen(QPen(ring, 1.6))
        painter.drawEllipse(middle, 6.5, 6.5)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked():
            painter.setBrush(chosen)
            painter.drawEllipse(middle, 3.5, 3.5)
        painter.setPen(look.text_ink(palette))
        words = QRect(SMALL + GROUP, 0, self.width() - SMALL - GROUP, self.height())
        flags = Qt.TextFlag.TextShowMnemonic | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(look.mirrored(painter, self.rect(), words), int(flags), self.text())
        if self.hasFocus():
            painter.setPen(QPen(chosen, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 4, -1, -4), 6, 6)

    def hitButton(self, position: object) -> bool:
        """Let a click anywhere on it count."""
        return True
