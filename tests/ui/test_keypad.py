import pytest
from PySide6.QtCore import Qt

from tests.ui.people import NOW, talking
from traydial.domain.calls import Cause, Phase
from traydial.domain.connection import Connection, Link
from traydial.domain.errors import NotTalking
from traydial.domain.privileges import Ability
from traydial.domain.remembered import Remembered
from traydial.ui.card_offers import Do


@pytest.fixture
def keypad(office):
    office.put(talking(after="12"))
    office.card().button(Do.KEYPAD).click()
    return office.desk._picker


def sent(office):
    return [asked[2] for asked in office.actions.asked if asked[0] == "send_digits"]


def test_keys_send_and_show_what_was_sent(office, keypad):
    for digit in "1*0#":
        keypad.keys[digit].click()
    assert sent(office) == ["1", "*", "0", "#"]
    assert keypad.line.whole == "1*0#"


def test_the_keyboard_sends_too(office, keypad, qtbot):
    qtbot.keyClicks(keypad, "4a#")
    assert sent(office) == ["4", "A", "#"]
    qtbot.keyClicks(keypad, "xyz ")
    assert len(sent(office)) == 3


def test_digits_that_were_written_with_the_number_are_one_click(office, keypad):
    assert keypad.offer.button.text() == "Send 12"
    keypad.offer.button.click()
    assert sent(office) == ["12"]
    assert not keypad.offer.isVisible()


def test_without_such_digits_there_is_no_such_button(office):
    office.put(talking())
    office.card().button(Do.KEYPAD).click()
    assert not office.desk._picker.offer.isVisible()


def test_what_was_keyed_is_remembered_with_its_pauses(office, qtbot):
    office.put(talking())
    office.card().button(Do.KEYPAD).click()
    offer = office.desk._picker.offer
    office.actions.now = NOW - 205  # two seconds after the answer
    for digit, pause in (("1", 4.1), ("4", 0.3), ("3", 0.2), ("2", 0.2)):
        qtbot.keyClicks(office.desk._picker, digit)
        office.actions.now += pause
    assert offer.remember.text() == "Remember 1,,432"
    assert not offer.button.isVisible()
    offer.remember.click()
    assert office.actions.digits == {"+493012345670": Remembered(",1,,432")}
    assert not offer.remember.isVisible()
    offer.by_itself.click()
    assert office.actions.digits["+493012345670"].by_itself


def test_what_is_remembered_is_one_click_or_enter_and_can_be_forgotten(office, qtbot):
    office.actions.digits["+493012345670"] = Remembered(",,77#", by_itself=True)
    office.put(talking())
    office.card().button(Do.KEYPAD).click()
    pad = office.desk._picker
    assert (pad.offer.button.text(), pad.offer.by_itself.isChecked()) == ("Send 77#", True)
    qtbot.keyClick(pad, Qt.Key.Key_Return)
    pad.offer.button.click()
    assert sent(office) == ["77#", "77#"]
    pad.offer.by_itself.click()
    assert office.actions.digits["+493012345670"] == Remembered(",,77#")
    qtbot.keyClicks(pad, "9")
    assert pad.offer.remember.isVisible()  # something else
    pad.offer.forget.click()
    assert office.actions.digits["+493012345670"] is None
    assert not pad.offer.isVisible()


def test_nothing_is_remembered_for_a_number_that_nobody_knows(office, qtbot):
    office.put(talking(number=""))
    office.card().button(Do.KEYPAD).click()
    qtbot.keyClicks(office.desk._picker, "1")
    assert not office.desk._picker.offer.isVisible()


def test_escape_closes_and_the_end_of_the_call_does(office, keypad, qtbot):
    qtbot.keyClick(keypad, Qt.Key.Key_Escape)
    assert office.desk._picker is None
    office.card().button(Do.KEYPAD).click()
    office.change("talk-1", phase=Phase.ENDED, cause=Cause.HUNG_UP)
    assert office.desk._picker is None


def test_what_goes_wrong_is_told(office, keypad):
    office.actions.answers["send_digits"] = NotTalking("talk-1")
    keypad.keys["5"].click()
    assert keypad.note.text


def test_an_account_that_may_not_is_told_why(office, keypad):
    may = frozenset({Ability.HANG_UP})
    office.connection.set(Connection(Link.ONLINE, 0.0, "pbx", abilities=may))
    assert not keypad.keys["5"].isEnabled()
    assert "may not send digits" in keypad.keys["5"].toolTip()
