"""A line that goes with a caller: typed in the picker, read on the colleague's card."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from tests.ui.people import ONLINE, incoming, talking
from traydial.domain.errors import TargetAway, TargetEngaged
from traydial.domain.notes import MOST, one_line
from traydial.domain.privileges import Ability
from traydial.domain.settings import TransferSettings
from traydial.ui.call_presenter import describe
from traydial.ui.card_offers import Do

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def picker(office):
    office.put(talking())
    office.card().button(Do.TRANSFER).click()
    return office.desk._picker


def test_the_line_goes_with_the_caller(office, picker, qtbot):
    qtbot.keyClicks(picker.entry.field, "7002")
    qtbot.keyClicks(picker.line.field, " wants  a copy ")
    qtbot.keyClick(picker.line.field, Qt.Key.Key_Return)
    assert office.actions.asked == [("transfer", "talk-1", "7002", "wants a copy")]


def test_who_is_asked_first_reads_it_too(office, picker, qtbot):
    qtbot.keyClicks(picker.entry.field, "7002")
    qtbot.keyClicks(picker.line.field, "invoice")
    qtbot.keyClick(picker.line.field, Qt.Key.Key_Return, CONTROL)
    assert office.actions.asked == [("consult", "talk-1", "7002", "invoice")]


def test_escape_in_the_line_closes_the_picker(office, picker, qtbot):
    qtbot.keyClick(picker.line.field, Qt.Key.Key_Escape)
    assert office.desk._picker is None
    assert office.actions.asked == []


def test_an_account_that_may_not_send_it_is_not_offered_it(office, picker):
    assert picker.line.isVisible()
    office.connection.set(replace(ONLINE, abilities=ONLINE.abilities - {Ability.NOTE}))
    assert not picker.line.isVisible()


def test_it_is_off_where_the_policy_says_so(office):
    settings = office.settings.value
    office.settings.set(replace(settings, transfer=TransferSettings(notes=False)))
    office.put(talking())
    office.card().button(Do.TRANSFER).click()
    assert not office.desk._picker.line.isVisible()


@pytest.mark.parametrize(
    ("error", "said"), [(TargetEngaged, "7002 is talking"), (TargetAway, "7002 cannot be reached")]
)
def test_who_is_engaged_is_transferred_to_by_asking_twice(office, picker, qtbot, error, said):
    office.actions.answers["transfer"] = error("7002")
    qtbot.keyClicks(picker.entry.field, "7002")
    qtbot.keyClick(picker.entry.field, Qt.Key.Key_Return)
    assert said in picker.note.text
    assert office.desk._picker is picker
    office.actions.answers.clear()
    qtbot.keyClick(picker.entry.field, Qt.Key.Key_Return)
    assert office.actions.asked[-1] == ("transfer", "talk-1", "7002", "anyway")
    assert office.desk._picker is None


def test_another_target_is_asked_about_anew(office, picker, qtbot):
    office.actions.answers["transfer"] = TargetEngaged("7002")
    qtbot.keyClicks(picker.entry.field, "7002")
    qtbot.keyClick(picker.entry.field, Qt.Key.Key_Return)
    picker.entry.field.clear()
    qtbot.keyClicks(picker.entry.field, "7010")
    qtbot.keyClick(picker.entry.field, Qt.Key.Key_Return)
    assert office.actions.asked[-1] == ("transfer", "talk-1", "7010")


def test_the_card_shows_what_was_written_as_plain_text(office):
    hostile = "<a href='http://x'>click</a> \u202eevil"
    office.put(incoming(note=hostile))
    card = office.card()
    assert card._words.isVisible()
    assert card._words_text.textFormat() is Qt.TextFormat.PlainText
    assert card._words_text.text() == "<a href='http://x'>click</a> evil"
    office.change("in-1", note="")
    assert not card._words.isVisible()


def test_a_long_note_makes_the_card_no_wider(office):
    office.put(incoming())
    width = office.card().width()
    office.change("in-1", note="word " * 40)
    assert office.card().width() == width
    assert len(describe(incoming(note="x" * 900), ONLINE).note) == MOST


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("  a\r\nAction: Logoff\r\n\r\nb ", "a Action: Logoff b"),
        ("\u202eabc\u200b\x00", "abc"),
        ("y" * 500, "y" * MOST),
        (" \t ", ""),
        ("\U0001f600" * 300, "\U0001f600" * MOST),
    ],
)
def test_a_note_is_one_line_that_fits(text, kept):
    assert one_line(text) == kept
    assert len(f"Note: {one_line(text)}".encode()) < 1023
