from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from tests.ui.people import ONLINE, incoming, talking
from traydial.domain.calls import Cause, Phase, Recording
from traydial.domain.errors import NoSuchNumber, NoVoicemail
from traydial.domain.privileges import Ability
from traydial.ui.card_offers import Do
from traydial.ui.transfer_ways import Way


@pytest.fixture
def picker(office):
    office.put(talking())
    office.card().button(Do.TRANSFER).click()
    return office.desk._picker


def enter(qtbot, picker, text):
    qtbot.keyClicks(picker.entry.field, text)
    qtbot.keyClick(picker.entry.field, Qt.Key.Key_Return)


def test_it_stands_beside_the_card_which_stays_in_sight(office, picker):
    assert picker.isVisible()
    assert office.card().isVisible()
    assert not picker.card().intersects(office.card().card())


def test_enter_transfers_and_closes(office, picker, qtbot):
    enter(qtbot, picker, "7002")
    assert office.actions.asked == [("transfer", "talk-1", "7002")]
    assert office.desk._picker is None


def test_a_target_that_does_not_exist_is_said_inside_and_the_caller_kept(office, picker, qtbot):
    office.actions.answers["transfer"] = NoSuchNumber("7999")
    enter(qtbot, picker, "7999")
    assert "does not know that number" in picker.note.text
    assert office.desk._picker is picker
    assert office.card().isVisible()
    assert not picker.card().intersects(office.card().card())


def test_escape_closes_it_only(office, picker, qtbot):
    qtbot.keyClick(picker.entry.field, Qt.Key.Key_Escape)
    assert office.desk._picker is None
    assert office.card().isVisible()


def test_it_goes_with_the_call(office, picker):
    office.change("talk-1", phase=Phase.ENDED, cause=Cause.HUNG_UP)
    assert office.desk._picker is None


def test_nobody_is_transferred_to_themselves(picker):
    titles = [line.title for line in picker.entry.list.lines.lines]
    assert len(titles) == 3
    assert not any("Anna Berger" in title for title in titles)


def test_it_stays_beside_the_card_when_that_moves_down(office, qtbot):
    office.put(incoming("in-1", "7005"), talking())
    office.card(1).button(Do.TRANSFER).click()
    picker, card = office.desk._picker, office.card(1)
    before = card.card()
    office.calls.set({"talk-1": office.calls.value["talk-1"]})
    assert card.card().top() > before.top()
    assert 0 < card.card().top() - picker.card().bottom() < 20
    office.change("talk-1", recording=Recording.ON, monitors=2)  # the card grows
    assert not picker.card().intersects(card.card())


def test_a_ringing_caller_is_diverted(office, qtbot):
    office.put(incoming())
    office.card().button(Do.DIVERT).click()
    enter(qtbot, office.desk._picker, "7010")
    assert office.actions.asked == [("transfer", "in-1", "7010")]


def test_only_the_picker_takes_the_focus(office, picker):
    assert not picker.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert office.card().windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus


CONTROL = Qt.KeyboardModifier.ControlModifier


def words(picker):
    return [button.text() for button in picker.buttons.values()]


def test_four_ways_are_offered_for_a_call_and_two_for_one_that_rings(office, picker):
    assert words(picker) == ["Transfer now", "Ask first", "Voicemail", "Park"]
    office.put(incoming())
    office.card(1).button(Do.DIVERT).click()
    assert words(office.desk._picker) == ["Divert", "Voicemail"]


def test_voicemail_is_offered_only_where_it_is_known_how_it_is_reached(office):
    phone = replace(office.settings.value.phone, voicemail="")
    office.settings.set(replace(office.settings.value, phone=phone))
    office.put(talking())
    office.card().button(Do.TRANSFER).click()
    assert words(office.desk._picker) == ["Transfer now", "Ask first", "Park"]


@pytest.mark.parametrize(
    ("key", "way", "asked"),
    [
        (Qt.Key.Key_Return, Way.ASK, ("consult", "talk-1", "7002")),
        (Qt.Key.Key_Enter, Way.ASK, ("consult", "talk-1", "7002")),
        (Qt.Key.Key_M, Way.VOICEMAIL, ("to_voicemail", "talk-1", "7002")),
        (Qt.Key.Key_P, Way.PARK, ("park", "talk-1")),
    ],
)
@pytest.mark.parametrize("by", ["key", "button", "key on a button"])
def test_each_way_goes_by_its_key_and_by_its_button(office, picker, qtbot, key, way, asked, by):
    qtbot.keyClicks(picker.entry.field, "7002")
    if by == "button":
        qtbot.mouseClick(picker.buttons[way], Qt.MouseButton.LeftButton)
    else:
        on = picker.entry.field if by == "key" else picker.buttons[Way.NOW]
        qtbot.keyClick(on, key, CONTROL)
    assert office.actions.asked == [asked]
    assert office.desk._picker is None


def test_nobody_is_sent_anywhere_before_somebody_is_chosen(office, picker, qtbot):
    for way in (Way.NOW, Way.ASK, Way.VOICEMAIL):
        assert not picker.buttons[way].isEnabled()
        assert "Choose somebody first" in picker.buttons[way].toolTip()
    assert picker.buttons[Way.PARK].isEnabled()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_M):
        qtbot.keyClick(picker.entry.field, key, CONTROL)
    qtbot.keyClick(picker.entry.field, Qt.Key.Key_Return)
    assert office.actions.asked == []
    qtbot.keyClicks(picker.entry.field, "7002")
    assert all(button.isEnabled() for button in picker.buttons.values())
    assert [button.toolTip() for button in picker.buttons.values()] == [
        "Enter",
        "Ctrl+Enter",
        "Ctrl+M",
        "Ctrl+P",
    ]


def test_what_the_account_may_not_do_says_so_and_its_key_does_nothing(office, picker, qtbot):
    office.connection.set(replace(ONLINE, abilities=ONLINE.abilities - {Ability.CONSULT}))
    qtbot.keyClicks(picker.entry.field, "7002")
    assert "ask a colleague first" in picker.buttons[Way.ASK].toolTip()
    qtbot.keyClick(picker.entry.field, Qt.Key.Key_Return, CONTROL)  # and no blind transfer
    assert office.actions.asked == []
    assert picker.buttons[Way.NOW].isEnabled()


def test_a_click_chooses_and_a_double_click_transfers(office, picker, qtbot):
    shown = picker.entry.list
    middle = shown.visualRect(shown.lines.index(1)).center()
    qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert office.actions.asked == []
    assert "Enter transfers to +49 89" in picker.entry.hint.whole
    number = shown.lines.lines[1].number
    qtbot.mouseDClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert office.actions.asked == [("transfer", "talk-1", number)]


def test_one_thing_at_a_time(office, picker, qtbot):
    office.actions.answers["consult"] = answer = office.driver.future()
    qtbot.keyClicks(picker.entry.field, "7002")
    qtbot.keyClick(picker.entry.field, Qt.Key.Key_Return, CONTROL)
    assert not any(button.isEnabled() for button in picker.buttons.values())
    qtbot.keyClick(picker.entry.field, Qt.Key.Key_Return)
    qtbot.keyClick(picker.entry.field, Qt.Key.Key_P, CONTROL)
    assert office.actions.asked == [("consult", "talk-1", "7002")]
    answer.set_exception(NoSuchNumber("7002"))
    office.driver.step()
    assert "does not know that number" in picker.note.text
    assert all(button.isEnabled() for button in picker.buttons.values())


def test_a_number_without_voicemail_is_told_apart(office, picker, qtbot):
    office.actions.answers["to_voicemail"] = NoVoicemail("7005")
    qtbot.keyClicks(picker.entry.field, "7005")
    qtbot.keyClick(picker.entry.field, Qt.Key.Key_M, CONTROL)
    assert "no voicemail box" in picker.note.text
    assert office.desk._picker is picker
