"""Where small windows stand on a screen."""

from PySide6.QtCore import QPoint, QRect, QSize

from traydial.ui.look import EDGE, GROUP


def corner_places(free: QRect, sizes: list[QSize]) -> list[QPoint]:
    """Stack windows upwards from the bottom right, in a further column where one is full."""
    places: list[QPoint] = []
    right, bottom = free.x() + free.width() - EDGE, free.y() + free.height() - EDGE
    widest = 0
    for size in sizes:
        if bottom - size.height() < free.y() and widest:
            right, bottom, widest = right - widest - GROUP, free.y() + free.height() - EDGE, 0
        place = QPoint(right - size.width(), bottom - size.height())
        places.append(kept_inside(free, place, size))
        bottom -= size.height() + GROUP
        widest = max(widest, size.width())
    return places


def kept_inside(free: QRect, place: QPoint, size: QSize) -> QPoint:
    """Return the nearest place at which a window of this size is wholly on the screen."""
    x = max(free.x(), min(place.x(), free.x() + free.width() - size.width()))
    y = max(free.y(), min(place.y(), free.y() + free.height() - size.height()))
    return QPoint(x, y)


def beside(card: QRect, size: QSize, free: QRect) -> QPoint:
    """Return a place right above a card or, where there is no room, below it."""
    above = QPoint(card.x(), card.y() - GROUP - size.height())
    if above.y() >= free.y():
        return kept_inside(free, above, size)
    return kept_inside(free, QPoint(card.x(), card.y() + card.height() + GROUP), size)


def centred(free: QRect, size: QSize) -> QPoint:
    """Return a place in the middle, a little above it as the eye likes it."""
    x = free.x() + (free.width() - size.width()) // 2
    return QPoint(x, free.y() + max(0, (free.height() - size.height()) // 3))
