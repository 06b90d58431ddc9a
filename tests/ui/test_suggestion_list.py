"""The list of picker and dial box: what colleagues do, stars, two thousand extensions."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage

from tests.ui.people import talking
from traydial.domain.presence import Colleague, Presence
from traydial.ui.book import Book
from traydial.ui.card_offers import Do
from traydial.ui.suggestion_list import ROW, ROWS_SEEN, _Rows

PEOPLE = {
    c.extension: c
    for c in (
        Colleague("7002", "Bob Okafor", Presence.IN_USE),
        Colleague("7003", "Carla Neri", Presence.IDLE),
        Colleague("7004", "Dora Lind", Presence.RINGING),
        Colleague("7009", "", Presence.UNAVAILABLE),
    )
}


@pytest.fixture
def entry(office):
    office.actions.recents = []
    office.colleagues.set(PEOPLE)
    office.put(talking())
    office.card().button(Do.TRANSFER).click()
    return office.desk._picker.entry


def texts(entry):
    model = entry.list.model()
    return [model.data(model.index(row)) for row in range(model.rowCount())]


def test_each_line_says_in_words_what_the_phone_does(office, entry):
    assert texts(entry) == [
        "Bob Okafor, 7002 · in a call",
        "Carla Neri, 7003 · free",
        "Dora Lind, 7004 · ringing",
        "7009, phone not connected",
    ]
    assert office.actions.wanted_colleagues == 1
    assert office.actions.looked_at == ["7002", "7003", "7004", "7009"]


def test_a_change_shows_at_once_and_moves_no_choice(office, entry, qtbot):
    for _ in range(2):
        qtbot.keyClick(entry.field, Qt.Key.Key_Down)
    free = replace(PEOPLE["7002"], state=Presence.IDLE)
    office.colleagues.set({**PEOPLE, "7002": free})
    assert texts(entry)[0] == "Bob Okafor, 7002 · free"
    assert entry.list.current().number == "7003"
    office.colleagues.set({**PEOPLE, "7001": Colleague("7001")})  # somebody new above
    assert entry.list.current().number == "7003"
    qtbot.keyClick(entry.field, Qt.Key.Key_Return)
    assert office.actions.asked == [("transfer", "talk-1", "7003")]


def test_a_name_is_enough(office, entry, qtbot):
    qtbot.keyClicks(entry.field, "dora")
    assert "Dora Lind" in entry.hint.whole
    qtbot.keyClick(entry.field, Qt.Key.Key_Return)
    assert office.actions.asked == [("transfer", "talk-1", "7004")]


def test_the_dots_differ(office, entry):
    def pixel(row):
        image = entry.list.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        x = round((8 + 8) * image.devicePixelRatio())
        return image.pixelColor(x, round((row + 0.5) * ROW * image.devicePixelRatio()))

    colours = {pixel(row).name() for row in range(4)}
    assert len(colours) == 4


def test_a_star_by_mouse_brings_somebody_to_the_top(office, entry, qtbot):
    view = entry.list
    on_star = QPoint(view.viewport().width() - ROW // 2, 2 * ROW + ROW // 2)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=on_star)
    assert office.actions.stars == ["7004"]
    assert office.actions.asked == []
    assert texts(entry)[0] == "Dora Lind, 7004 · ringing, favourite"
    first = QPoint(on_star.x(), ROW // 2)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=first)
    assert office.actions.stars == []
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, ROW // 2))
    assert entry.target() == "7002"


def test_a_star_by_key(office, entry, qtbot):
    for _ in range(2):
        qtbot.keyClick(entry.field, Qt.Key.Key_Down)
    qtbot.keyClick(entry.field, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert office.actions.stars == ["7003"]
    assert entry.list.current().number == "7003"
    assert texts(entry)[0].startswith("Carla Neri")


def test_the_dial_box_has_the_same_list(office, qtbot):
    office.colleagues.set(PEOPLE)
    office.desk.open_dial_box()
    entry = office.desk._dial_box.entry
    qtbot.keyClicks(entry.field, "carla")
    assert texts(entry) == ["Carla Neri, 7003 · free"]
    office.colleagues.set({**PEOPLE, "7003": replace(PEOPLE["7003"], state=Presence.BUSY)})
    assert texts(entry) == ["Carla Neri, 7003 · busy"]
    qtbot.keyClick(entry.field, Qt.Key.Key_Return)
    assert office.actions.asked == [("dial", "7003")]


def test_of_two_thousand_extensions_only_what_is_seen_is_drawn(office, entry, qtbot, monkeypatch):
    drawn, made = [], []
    paint, page_of = _Rows.paint, Book._page_of
    monkeypatch.setattr(_Rows, "paint", lambda *args: (drawn.append(1), paint(*args))[1])
    monkeypatch.setattr(Book, "_page_of", lambda *args: (made.append(1), page_of(*args))[1])
    many = {
        str(n): Colleague(str(n), f"Person {n} of room {n % 97}", Presence.IDLE)
        for n in range(10000, 12000)
    }
    office.colleagues.set(many)
    assert entry.list.height() == ROW * ROWS_SEEN
    assert len(made) == len(many)
    made.clear()
    for text in ("person 11", "113", "zz"):
        for letter in text:
            drawn.clear()
            qtbot.keyClick(entry.field, letter)
            entry.list.repaint()
            assert len(drawn) <= 2 * (ROWS_SEEN + 2)
        entry.field.clear()
    assert made == []  # typing searches what is there; ``make bench`` has the milliseconds
    office.colleagues.set({**many, "10007": replace(many["10007"], state=Presence.BUSY)})
    assert len(made) == 1
