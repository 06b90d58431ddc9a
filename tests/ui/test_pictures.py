"""Tests of pictures from outside."""

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage

from tests.ui.people import ONLINE, incoming
from traydial.ui.call_presenter import describe
from traydial.ui.card_parts import Portrait
from traydial.ui.pictures import MOST_PIXELS, picture_of


def file_of(width, height, kind="PNG", color="#204060"):
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(color))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, kind)
    return bytes(data.data())


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
@pytest.mark.parametrize("size", [(300, 100), (100, 300), (8, 8)])
def test_the_middle_is_shown_as_a_square(qapp, kind, size):
    image = picture_of(file_of(*size, kind), 40)
    assert (image.width(), image.height()) == (40, 40)
    assert image.pixelColor(20, 20).blue() == pytest.approx(0x60, abs=3)


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9"/></svg>'
PNG = file_of(64, 64)


@pytest.mark.parametrize(
    "file",
    [
        b"",
        b"nonsense",
        SVG,
        PNG[:20],
        file_of(MOST_PIXELS + 1, 1),
        b"\x89PNG\r\n\x1a\n" + b"\0" * 99,
    ],
)
def test_what_is_no_picture_shows_nothing(qapp, file):
    assert picture_of(file, 40).isNull()


def test_the_portrait_shows_it_and_falls_back_to_the_initials(qtbot):
    portrait = Portrait()
    qtbot.addWidget(portrait)

    def middle():
        return portrait.grab().toImage().pixelColor(20, 8).name()

    portrait.show_person("AB", PNG)
    assert middle() == "#204060"
    portrait.show_person("AB", b"nonsense")
    assert middle() != "#204060"


def test_a_picture_belongs_to_a_name():
    assert describe(incoming(), ONLINE, picture=PNG).picture == PNG
    assert describe(incoming(name=""), ONLINE, picture=PNG).picture == b""
