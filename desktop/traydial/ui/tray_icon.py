"""Draws the tray icon: one handset whose shape says the state, in one colour.

A panel may be dark on a light desktop and nobody tells, so the glyph has a thin rim of
the opposite colour that is seen on the wrong ground only.
"""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtSvg import QSvgRenderer

from traydial.ui import look
from traydial.ui.meaning import Meaning
from traydial.ui.tray_presenter import Glyph, TrayFace

SIZES = (16, 20, 22, 24, 32, 44, 48, 64, 96)
LIGHT, DARK = QColor("#f4f4f4"), QColor("#1e1e1e")
_GRID = 24.0  # the icons' own units
_HANDSET = (
    "M13.832 16.568a1 1 0 0 0 1.213-.303l.355-.465A2 2 0 0 1 17 15h3a2 2 0 0 1 2 2v3a2 2 0 0 1-2 2"
    "A18 18 0 0 1 2 4a2 2 0 0 1 2-2h3a2 2 0 0 1 2 2v3a2 2 0 0 1-.8 1.6l-.468.351"
    "a1 1 0 0 0-.292 1.233 14 14 0 0 0 6.392 6.384"
)
_ARCS = "M13 2a9 9 0 0 1 9 9 M13 6a5 5 0 0 1 5 5"


def tray_icon(face: TrayFace, dark: bool) -> QIcon:
    """Return the icon in all sizes that panels ask for; ``dark`` where the desktop is."""
    return _tray_icon(face, dark)


@lru_cache(maxsize=64)
def _tray_icon(face: TrayFace, dark: bool) -> QIcon:
    icon = QIcon()
    for size in SIZES:
        icon.addPixmap(draw(face, size, LIGHT if dark else DARK, DARK if dark else LIGHT))
    return icon


def draw(face: TrayFace, size: int, ink: QColor, rim: QColor) -> QPixmap:
    """Return the icon as a picture of ``size`` pixels."""
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    scale = size / _GRID
    stamp = _glyph(face.glyph, size, rim)
    painter.setOpacity(0.75)
    reach = max(0.6, 0.75 * scale)
    for dx in (-reach, 0, reach):
        for dy in (-reach, 0, reach):
            painter.drawPixmap(QPointF(dx, dy), stamp)
    painter.setOpacity(1)
    painter.drawPixmap(0, 0, _glyph(face.glyph, size, ink))
    painter.scale(scale, scale)
    if face.recording:
        _badge(painter, QRectF(0, 13.5, 10.5, 10.5), look.fill(Meaning.RECORDING))
        painter.setBrush(QColor("white"))
        painter.drawEllipse(QPointF(5.25, 18.75), 1.8, 1.8)
    if face.do_not_disturb:
        _quiet(painter, ink, rim)
    elif face.forwarded:
        _forwarded(painter, ink, rim)
    if face.missed:
        _count(painter, face.missed)
    painter.end()
    return pixmap


def _glyph(glyph: Glyph, size: int, ink: QColor) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    filled = glyph is Glyph.TALKING
    QSvgRenderer(QByteArray(_svg(glyph, ink, filled).encode())).render(
        painter, QRectF(0, 0, size, size)
    )
    painter.scale(size / _GRID, size / _GRID)
    if glyph is Glyph.OFFLINE:
        # cut a gap first, or the stroke drowns in the handset at 16 pixels
        line = (QPointF(22, 2), QPointF(2, 22))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
        painter.setPen(QPen(ink, 6))
        painter.drawLine(*line)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.setPen(QPen(ink, 2.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(*line)
    if glyph is Glyph.CONNECTING:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        for x in (13.5, 17.7, 21.9):
            painter.drawEllipse(QPointF(x, 5), 1.6, 1.6)
    painter.end()
    return pixmap


def _svg(glyph: Glyph, ink: QColor, filled: bool) -> str:
    arcs = f'<path d="{_ARCS}"/>' if glyph is Glyph.RINGING else ""
    fill = ink.name() if filled else "none"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" '
        f'stroke="{ink.name()}" stroke-width="2.2" stroke-linecap="round" '
        f'stroke-linejoin="round"><path d="{_HANDSET}" fill="{fill}"/>{arcs}</svg>'
    )


def _badge(painter: QPainter, place: QRectF, ground: QColor | Qt.GlobalColor) -> None:
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Qt.GlobalColor.black)
    painter.drawEllipse(place.adjusted(-1, -1, 1, 1))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    painter.setBrush(ground)
    painter.drawEllipse(place)


def _quiet(painter: QPainter, ink: QColor, rim: QColor) -> None:
    """Draw a disc with a bar, as on streets that nobody may enter."""
    place = QRectF(13, 13, 11, 11)
    _badge(painter, place, rim)
    painter.setBrush(ink)
    painter.drawEllipse(place.adjusted(0.7, 0.7, -0.7, -0.7))
    middle = place.center()
    painter.setPen(QPen(rim, 1.9, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(QPointF(middle.x() - 2.4, middle.y()), QPointF(middle.x() + 2.4, middle.y()))
    painter.setPen(Qt.PenStyle.NoPen)


def _forwarded(painter: QPainter, ink: QColor, rim: QColor) -> None:
    """Draw an arrow that leads away."""
    _badge(painter, QRectF(13.5, 13.5, 10.5, 10.5), Qt.GlobalColor.transparent)
    arrow = QPainterPath(QPointF(13.6, 18.5))
    arrow.lineTo(QPointF(22.2, 18.5))
    arrow.moveTo(QPointF(18.6, 14.9))
    arrow.lineTo(QPointF(22.2, 18.5))
    arrow.lineTo(QPointF(18.6, 22.1))
    for colour, width in ((rim, 4.0), (ink, 2.4)):
        cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
        painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, cap, join))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(arrow)
    painter.setPen(Qt.PenStyle.NoPen)


def _count(painter: QPainter, missed: int) -> None:
    place = QRectF(11, 0, 13, 13)
    _badge(painter, place, look.fill(Meaning.ATTENTION))
    font = QFont()
    font.setPixelSize(10)
    font.setWeight(QFont.Weight.Bold)
    painter.setFont(font)
    painter.setPen(QColor("white"))
    text = str(missed) if missed < 10 else "+"
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
