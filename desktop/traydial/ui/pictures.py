"""Pictures from outside, read without trusting them."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

FORMATS = (b"png", b"jpeg", b"jpg", b"gif", b"webp", b"bmp")  # no SVG: it is a program
MOST_PIXELS = 5_000  # in width or height


def picture_of(file: bytes, side: int) -> QImage:
    """Return the middle of a picture as a square; no image where it cannot be read."""
    if not file:
        return QImage()
    buffer = QBuffer()
    buffer.setData(QByteArray(file))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()  # of the head alone: a small file may say it is huge
    fits = 0 < size.width() <= MOST_PIXELS and 0 < size.height() <= MOST_PIXELS
    if bytes(reader.format().data()) not in FORMATS or not fits:
        return QImage()
    cover = size.scaled(QSize(side, side), Qt.AspectRatioMode.KeepAspectRatioByExpanding)
    reader.setScaledSize(cover)
    image = reader.read()
    left, top = (image.width() - side) // 2, (image.height() - side) // 2
    return image.copy(QRect(left, top, side, side)) if not image.isNull() else image
