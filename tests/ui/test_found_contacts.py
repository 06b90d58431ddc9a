"""Tests of contacts that have to be asked for while somebody types."""

import pytest
from PySide6.QtCore import Qt

from traydial.domain.contacts import Contact
from traydial.ui import found_contacts

DORA = Contact("Dora Lind", "Nordwind", ("040 1",))


@pytest.fixture
def box(office, monkeypatch):
    monkeypatch.setattr(found_contacts, "PAUSE_MS", 1)
    office.actions.answers["ask_contacts"] = [DORA]
    office.desk.open_dial_box()
    return office.desk._dial_box


def asked(office):
    return [text for name, *rest in office.actions.asked if name == "ask_contacts" for text in rest]


def titles(box):
    return [line.title for line in box.entry.list.lines.lines]


def test_whom_a_slow_source_knows_comes_later_and_can_be_called(office, box, qtbot):
    qtbot.keyClicks(box.entry.field, "dora")
    assert "Dora Lind" not in titles(box)
    qtbot.waitUntil(lambda: titles(box) == ["Dora Lind"], timeout=2000)
    qtbot.keyClick(box.entry.field, Qt.Key.Key_Return)
    assert ("dial", "0401") in office.actions.asked


def test_one_question_at_a_time_and_the_last_text_is_answered(office, box, qtbot):
    slow = office.actions.answers["ask_contacts"] = office.driver.future()
    qtbot.keyClicks(box.entry.field, "do")
    qtbot.waitUntil(lambda: asked(office) == ["do"], timeout=2000)
    qtbot.keyClicks(box.entry.field, "ra")
    qtbot.wait(20)  # long enough for a second question
    assert asked(office) == ["do"]
    office.actions.answers["ask_contacts"] = [DORA]
    slow.set_result([])
    office.driver.step()
    assert asked(office) == ["do", "dora"]
    assert titles(box) == ["Dora Lind"]


def test_found_names_stay_while_one_types_on_and_choices_hold(office, box, qtbot):
    qtbot.keyClicks(box.entry.field, "do")
    qtbot.waitUntil(lambda: "Dora Lind" in titles(box), timeout=2000)
    office.actions.answers["ask_contacts"] = office.driver.future()
    qtbot.keyClicks(box.entry.field, "ra")
    assert titles(box) == ["Dora Lind"]
    assert box.entry.list.current().title == "Dora Lind"
    qtbot.keyClicks(box.entry.field, "x")
    assert titles(box) == []


@pytest.mark.parametrize("text", ["d", "0401", "+49 40"])
def test_nobody_is_asked_for_a_letter_or_a_number(office, box, qtbot, text):
    qtbot.keyClicks(box.entry.field, text)
    qtbot.wait(20)
    assert asked(office) == []


def test_what_a_source_names_somebody_stays_one_plain_line(office, box, qtbot):
    evil = "Dora <b>\n\u202e" + "x" * 10_000
    office.actions.answers["ask_contacts"] = [Contact(evil, evil, ("040 1\u202e",))]
    qtbot.keyClicks(box.entry.field, "dora")
    qtbot.waitUntil(lambda: len(titles(box)) == 1, timeout=2000)
    (line,) = box.entry.list.lines.lines
    assert line.title.startswith("Dora <b>")
    assert len(line.title) + len(line.detail) < 300
    assert not {"\u202e", "\n"} & {*line.title, *line.detail}
