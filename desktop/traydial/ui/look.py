"""How everything looks: spaces, sizes of type, what colours mean, icons.

Colours and icons are asked for with the palette at hand while something is painted, so
that they follow the desktop between light and dark without anybody having to be told.
"""

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontInfo,
    QGuiApplication,
    QIcon,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QStyle

from traydial.ui.meaning import Meaning

TIGHT, GROUP, EDGE, SECTION = 4, 8, 12, 16  # pixels: inside, in a group, to an edge, between
CORNER = 8
TOUCH = 32  # nothing clickable is smaller
SMALL, NORMAL, LARGE = 16, 20, 24  # sizes of icons

_LETTERS = 13  # pixels: the letters that widths and heights here are written for
_ICONS = Path(__file__).with_name("icons")
_SCALES = (1.0, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0)


# on a window's background these have a contrast of 4.5:1 and more
_LIGHT = {
    Meaning.GO: "#116329",
    Meaning.END: "#b3211c",
    Meaning.RECORDING: "#b3211c",
    Meaning.ATTENTION: "#7d4a00",
}
_DARK = {
    Meaning.GO: "#5ecb78",
    Meaning.END: "#ff8f87",
    Meaning.RECORDING: "#ff8f87",
    Meaning.ATTENTION: "#e8b84a",
}
# under white text
_FILLS = {
    Meaning.GO: "#1a7037",
    Meaning.END: "#c22f28",
    Meaning.RECORDING: "#c22f28",
    Meaning.ATTENTION: "#8a5300",
}

_LAMP = {False: "#c22f28", True: "#ff5a52"}  # a dot that is seen at once, on light and dark

_ACTIVE = QPalette.ColorGroup.Active
Ink = Callable[[QPalette], QColor]


def is_dark(palette: QPalette) -> bool:
    """Tell whether light text stands on a dark ground."""
    ground = palette.color(QPalette.ColorRole.Window)
    return ground.lightness() < palette.color(QPalette.ColorRole.WindowText).lightness()


def colour(palette: QPalette, meaning: Meaning) -> QColor:
    """Return the colour with this meaning for text and icons on a window's ground."""
    return QColor((_DARK if is_dark(palette) else _LIGHT)[meaning])


def fill(meaning: Meaning) -> QColor:
    """Return the colour with this meaning for a ground under white text."""
    return QColor(_FILLS[meaning])


def lamp(palette: QPalette) -> QColor:
    """Return the red of the dot that says a recording runs."""
    return QColor(_LAMP[is_dark(palette)])


def mixed(palette: QPalette, share: float, role: QPalette.ColorRole | None = None) -> QColor:
    """Return the text's colour (or a role's) at ``share`` on the window's ground, opaque."""
    # what is disabled is told apart by ``share``, not by the theme's own, fainter colours
    top = palette.color(_ACTIVE, role or QPalette.ColorRole.WindowText)
    ground = palette.color(_ACTIVE, QPalette.ColorRole.Window)
    parts = zip(_rgb(top), _rgb(ground), strict=True)
    return QColor(*(round(a * share + b * (1 - share)) for a, b in parts))


def text_ink(palette: QPalette) -> QColor:
    """Return the colour of text."""
    return palette.color(_ACTIVE, QPalette.ColorRole.WindowText)


def secondary_ink(palette: QPalette) -> QColor:
    """Return the colour of what one reads second: 70 %, and opaque so that it stays sharp."""
    return mixed(palette, 0.7)


def hint_ink(palette: QPalette) -> QColor:
    """Return the colour of what stands in an empty field."""
    text = palette.color(_ACTIVE, QPalette.ColorRole.Text)
    base = palette.color(_ACTIVE, QPalette.ColorRole.Base)
    parts = zip(_rgb(text), _rgb(base), strict=True)
    return QColor(*(round(a * 0.7 + b * 0.3) for a, b in parts))


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast of two colours as WCAG counts it, 1 to 21."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(of: QColor) -> float:
    red, green, blue = (_linear(part / 255) for part in _rgb(of))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _rgb(of: QColor) -> tuple[int, int, int]:
    return of.red(), of.green(), of.blue()


def sized(font: QFont, factor: float = 1.0, *, strong: bool = False) -> QFont:
    """Return a font ``factor`` times as large, semi-bold where asked."""
    made = QFont(font)
    if made.pointSizeF() > 0:
        made.setPointSizeF(made.pointSizeF() * factor)
    else:  # a theme may give its size in pixels
        made.setPixelSize(round(made.pixelSize() * factor))
    if strong:
        made.setWeight(QFont.Weight.DemiBold)
    return made


def grown(pixels: int) -> int:
    """Return a width or height as the system's letters need it; smaller ones change nothing."""
    letters = QFontInfo(QGuiApplication.font()).pixelSize()
    return round(pixels * max(1.0, letters / _LETTERS))


def window_size(width: int, height: int, *, at_least: int = 0) -> QSize:
    """Return how large a window opens: grown as its letters are, but not beyond the screen.

    ``at_least`` is the width that its longest words need.
    """
    room = QGuiApplication.primaryScreen().availableSize()
    return QSize(max(grown(width), at_least), grown(height)).boundedTo(room)


def tabular(font: QFont) -> QFont:
    """Return a font whose figures are all as wide, so that nothing moves when time ticks."""
    made = QFont(font)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


def fixed(font: QFont) -> QFont:
    """Return a font of the same size whose letters are all as wide, for fingerprints."""
    made = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    made.setPointSizeF(max(font.pointSizeF(), 7.0) * 0.92)
    return made


def icon(name: str, palette: QPalette) -> QIcon:
    """Return one of our icons for a menu or list, crisp on screens of any scale."""
    chosen = palette.color(_ACTIVE, QPalette.ColorRole.HighlightedText)
    return _icon(name, text_ink(palette).rgba(), chosen.rgba())


@lru_cache(maxsize=256)
def _icon(name: str, rgba: int, chosen: int) -> QIcon:
    made = QIcon()
    faint = QColor.fromRgba(rgba)
    faint.setAlphaF(faint.alphaF() * 0.4)
    for size in sorted({round(s * k) for s in (SMALL, NORMAL, LARGE) for k in _SCALES}):
        made.addPixmap(_drawn(name, rgba, size))
        made.addPixmap(_drawn(name, faint.rgba(), size), QIcon.Mode.Disabled)
        for mode in (QIcon.Mode.Active, QIcon.Mode.Selected):
            made.addPixmap(_drawn(name, chosen, size), mode)
    return made


def draw_icon(painter: QPainter, name: str, place: QRect, ink: QColor) -> None:
    """Draw one of our icons into a square, at the resolution of what is painted on."""
    scale = painter.device().devicePixelRatioF()
    pixmap = _drawn(name, ink.rgba(), round(place.width() * scale))
    painter.drawPixmap(place, pixmap)


@lru_cache(maxsize=512)
def _drawn(name: str, rgba: int, pixels: int) -> QPixmap:
    # QSvgRenderer knows no currentColor; our files use it for strokes only
    source = (_ICONS / f"{name}.svg").read_text(encoding="utf-8")
    ink = QColor.fromRgba(rgba)
    renderer = QSvgRenderer(QByteArray(source.replace("currentColor", ink.name()).encode()))
    pixmap = QPixmap(QSize(pixels, pixels))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setOpacity(ink.alphaF())
    renderer.render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    return pixmap


def row_ground(palette: QPalette, chosen: bool) -> QColor:
    """Return the ground of a line that is chosen or pointed at; all our inks are read on it."""
    return mixed(palette, 0.1 if chosen else 0.05)


def mirrored(painter: QPainter, within: QRect, place: QRect) -> QRect:
    """Return where a place lies that was reckoned from the left: from the right in Arabic."""
    return QStyle.visualRect(painter.layoutDirection(), within, place)


def draw_text(
    painter: QPainter, place: QRect, align: Qt.AlignmentFlag, text: str, wrap: bool = False
) -> None:
    """Draw a text in the direction of its own letters, aligned as the window runs.

    So a number keeps the order of its digits in a window that runs to the left.
    """
    runs = painter.layoutDirection()
    flags = QStyle.visualAlignment(runs, align) | Qt.AlignmentFlag.AlignAbsolute
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    painter.drawText(place, int(flags) | (int(Qt.TextFlag.TextWordWrap) if wrap else 0), text)
    painter.setLayoutDirection(runs)


def draw_row(painter: QPainter, row: QRect, palette: QPalette, *, chosen: bool) -> None:
    """Draw the ground of such a line; what is chosen has a bar too, for a shade is seen by few."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(row_ground(palette, chosen))
    painter.drawRoundedRect(row, 6, 6)
    if chosen:
        painter.setBrush(text_ink(palette))
        bar = QRect(row.left(), row.top() + 6, 3, row.height() - 12)
        painter.drawRoundedRect(mirrored(painter, row, bar), 1.5, 1.5)


def icon_names() -> list[str]:
    """Return the names of all icons there are."""
    return sorted(path.stem for path in _ICONS.glob("*.svg"))


def card_ground(palette: QPalette) -> QColor:
    """Return the ground of our own cards: the window's, a little lifted where it is dark."""
    return mixed(palette, 0.03) if is_dark(palette) else palette.color(QPalette.ColorRole.Window)
