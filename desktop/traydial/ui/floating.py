"""The window of our own that cards, the dial box and the picker are: rounded, on top."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from traydial.ui import compositor, look
from traydial.ui.look import CORNER, EDGE, GROUP
from traydial.ui.window import Window

SHADOW = EDGE  # pixels around the card; more, and window managers push it off the edge


class Floating(Window):
    """A rounded card above all windows.

    One that does not ``take_focus`` never gets the keyboard, neither when it comes nor
    when its buttons are clicked: somebody may be typing.
    """

    def __init__(self, width: int, *, take_focus: bool = False, margin: int = EDGE) -> None:
        flags = Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
        flags |= Qt.WindowType.NoDropShadowWindowHint  # it draws its own
        flags |= Qt.WindowType.Tool  # none of them belongs into a list of windows
        if not take_focus:
            flags |= Qt.WindowType.WindowDoesNotAcceptFocus
        super().__init__(None, flags)
        if not take_focus:
            self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
            self.setAttribute(Qt.WidgetAttribute.WA_MacAlwaysShowToolWindow)
            self.setAttribute(Qt.WidgetAttribute.WA_AlwaysShowToolTips)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self._soft = compositor.is_running()
        self._edge = SHADOW if self._soft else 0
        room = QGuiApplication.primaryScreen().availableSize().width() - 2 * self._edge
        self._wide = min(look.grown(width), room)
        self._at = QPoint()
        if self._soft:
            self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.body = QVBoxLayout(self)
        inset = self._edge + margin
        self.body.setContentsMargins(inset, inset, inset, inset)
        self.body.setSpacing(GROUP)

    def fit(self) -> QSize:
        """Take the height that the contents need; return the size of the visible card."""
        for part in reversed(self.findChildren(QWidget)):
            part.updateGeometry()  # else what has changed inside is told only later
            if (inner := part.layout()) is not None:
                inner.invalidate()
        self.body.invalidate()
        self.body.activate()
        least = self.body.minimumSize().width()
        width = max(self._wide + 2 * self._edge, least)
        height = self.body.totalHeightForWidth(width) if self.body.hasHeightForWidth() else 0
        height = max(height, self.body.totalSizeHint().height() if not height else 0)
        self.setFixedSize(width, height)
        return QSize(width - 2 * self._edge, height - 2 * self._edge)

    def put(self, top_left: QPoint) -> None:
        """Put the visible card's corner there."""
        self._at = QPoint(top_left)
        target = top_left - QPoint(self._edge, self._edge)
        if self.pos() != target:
            self.move(target)

    def card(self) -> QRect:
        """Return where the visible card is on the desktop, as far as we put it there."""
        size = QSize(self.width() - 2 * self._edge, self.height() - 2 * self._edge)
        return QRect(self._at, size)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._soft:
            path = QPainterPath()
            path.addRoundedRect(QRectF(self.rect()), CORNER, CORNER)
            self.setMask(QRegion(path.toFillPolygon().toPolygon()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = QRectF(self.rect()).adjusted(self._edge, self._edge, -self._edge, -self._edge)
        if self._soft:
            _paint_shadow(painter, card)
        painter.setPen(QPen(look.mixed(self.palette(), 0.24), 1))
        painter.setBrush(look.card_ground(self.palette()))
        painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), CORNER, CORNER)


def _paint_shadow(painter: QPainter, card: QRectF) -> None:
    """Paint rings that fade outwards, lower ones first, like a soft light from above."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    rings = SHADOW - 2
    for ring in range(rings):
        near = 1 - ring / rings
        painter.setPen(QPen(QColor(0, 0, 0, round(34 * near * near)), 1.5))
        grown = card.adjusted(-ring, -ring + 2, ring, min(ring + 2, SHADOW - 1))
        painter.drawRoundedRect(grown, CORNER + ring, CORNER + ring)
