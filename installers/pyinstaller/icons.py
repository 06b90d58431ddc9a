"""The program's icon in the sizes and formats that systems want, drawn from its one SVG."""

import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SIZES = (16, 24, 32, 48, 64, 128, 256)
# what each size is called in a Mac's icon; the small ones are for screens with twice the points
APPLE_SIZES = {b"ic11": 32, b"ic12": 64, b"ic07": 128, b"ic08": 256, b"ic09": 512, b"ic10": 1024}


def png(svg: Path, size: int) -> bytes:
    """Draw the icon in this size."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(svg)).render(painter)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return data.data()


def ico(svg: Path) -> bytes:
    """Return a Windows icon: a table of its images, then these as PNG."""
    images = [png(svg, size) for size in SIZES]
    table, at = struct.pack("<HHH", 0, 1, len(images)), 6 + 16 * len(images)
    for size, image in zip(SIZES, images, strict=True):
        side = size % 256  # 0 stands for 256
        table += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(image), at)
        at += len(image)
    return table + b"".join(images)


def icns(svg: Path) -> bytes:
    """Return an icon for macOS: each image as PNG with its kind and length before it."""
    images = ((kind, png(svg, size)) for kind, size in APPLE_SIZES.items())
    parts = [kind + struct.pack(">I", 8 + len(image)) + image for kind, image in images]
    return b"icns" + struct.pack(">I", 8 + sum(map(len, parts))) + b"".join(parts)
