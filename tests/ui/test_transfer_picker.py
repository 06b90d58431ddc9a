import pytest
from PySide6.QtCore import Qt

from tests.ui.people import incoming, talking
from traydial.domain.calls import Cause, Phase, Recording
from traydial.domain.errors import NoSuchNumber
from traydial.ui.call_presenter import Do


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
