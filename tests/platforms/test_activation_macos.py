"""QFileOpenEvent, as macOS sends it; the event is synthetic, its way through Qt is not."""

import asyncio

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from traydial.domain.numbers import understand
from traydial.domain.settings import DialSettings
from traydial.platforms.activation.macos import OpenEvents


@pytest.mark.parametrize(
    ("link", "dial"),
    [
        ("tel:+49-30-1234567;ext=12", "+49301234567"),
        ("tel:%2B49%2030%201234567", "+49301234567"),
        ("callto:7002", "7002"),
    ],
)
def test_a_link_comes_as_it_was_written(qapp, link, dial):
    opened = []
    events = OpenEvents(opened.append, lambda: None)
    assert asyncio.run(events.start())
    QApplication.sendEvent(qapp, QFileOpenEvent(QUrl(link)))
    asyncio.run(events.aclose())
    QApplication.sendEvent(qapp, QFileOpenEvent(QUrl("tel:1")))
    (text,) = opened
    assert understand(text, DialSettings()).dial == dial


def test_the_link_that_started_the_program_waits_for_it(qapp):
    opened = []
    events = OpenEvents(opened.append, lambda: None)
    for link in ("tel:1", "tel:2"):
        QApplication.sendEvent(qapp, QFileOpenEvent(QUrl(link)))
    assert opened == []
    assert asyncio.run(events.start())
    QApplication.sendEvent(qapp, QFileOpenEvent(QUrl("tel:3")))
    asyncio.run(events.aclose())
    assert opened == ["tel:1", "tel:2", "tel:3"]


def test_a_file_that_is_double_clicked_comes_whole(qapp):
    opened = []
    events = OpenEvents(opened.append, lambda: None)
    assert asyncio.run(events.start())
    file = "/Users/anna/Büro #1?.traydial"
    QApplication.sendEvent(qapp, QFileOpenEvent(file))
    asyncio.run(events.aclose())
    assert opened == ["file:///Users/anna/B%C3%BCro%20%231%3F.traydial"]
