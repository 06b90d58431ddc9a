import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from traydial.domain.connection import Connection
from traydial.domain.errors import NoSuchNumber, PhoneNotRegistered
from traydial.domain.numbers import understand
from traydial.domain.settings import DialSettings
from traydial.domain.wishes import Source
from traydial.ui.entry_presenter import suggestions


@pytest.fixture
def box(office):
    office.desk.open_dial_box()
    return office.desk._dial_box


def typed(qtbot, box, text):
    qtbot.keyClicks(box.entry.field, text)


def test_it_tells_how_a_number_is_understood_and_from_where(box, qtbot):
    typed(qtbot, box, "030 1234567")
    assert box.entry.hint.whole == "dials 030 1234567 from 7001"


def test_enter_dials_and_closes(office, box, qtbot):
    typed(qtbot, box, "030/1234567")
    qtbot.keyClick(box.entry.field, Qt.Key.Key_Return)
    assert office.actions.asked == [("dial", "0301234567")]
    assert office.desk._dial_box is None


def test_escape_closes(office, box, qtbot):
    qtbot.keyClick(box.entry.field, Qt.Key.Key_Escape)
    assert office.desk._dial_box is None
    assert office.actions.asked == []


@pytest.mark.parametrize("text", ["call me", "12 34 and 56", "++", "x" * 390])
def test_what_is_no_number_says_so_and_is_not_dialled(office, box, qtbot, text):
    box.entry.set_text(text)
    qtbot.keyClick(box.entry.field, Qt.Key.Key_Return)
    assert office.actions.asked == []
    assert "no number" in box.entry.hint.whole
    assert not box.entry.go.isEnabled()


def test_failing_keeps_the_text_and_says_why(office, box, qtbot):
    office.actions.answers["dial"] = PhoneNotRegistered("PJSIP/7001")
    typed(qtbot, box, "7002")
    qtbot.keyClick(box.entry.field, Qt.Key.Key_Return)
    assert office.desk._dial_box is box
    assert box.entry.field.text() == "7002"
    assert "not connected" in box.note.text
    typed(qtbot, box, "7")
    assert box.note.text == ""


def test_a_name_finds_its_number(office, box, qtbot):
    typed(qtbot, box, "anna")
    assert "Anna Berger" in box.entry.hint.whole
    qtbot.keyClick(box.entry.field, Qt.Key.Key_Return)
    assert office.actions.asked == [("dial", "+493012345670")]


def test_arrow_keys_choose_a_suggestion(office, box, qtbot):
    for _ in range(2):
        qtbot.keyClick(box.entry.field, Qt.Key.Key_Down)
    qtbot.keyClick(box.entry.field, Qt.Key.Key_Return)
    assert office.actions.asked == [("dial", "7002")]


def test_two_returns_dial_once(office, box, qtbot):
    office.actions.answers["dial"] = answer = office.driver.future()
    typed(qtbot, box, "7002")
    for _ in range(2):
        qtbot.keyClick(box.entry.field, Qt.Key.Key_Return)
    assert office.actions.asked == [("dial", "7002")]
    answer.set_result("key")
    office.driver.step()


def test_closed_while_it_dials_an_error_is_still_told(office, box, qtbot):
    office.actions.answers["dial"] = answer = office.driver.future()
    typed(qtbot, box, "7002")
    qtbot.keyClick(box.entry.field, Qt.Key.Key_Return)
    qtbot.keyClick(box.entry.field, Qt.Key.Key_Escape)
    answer.set_exception(NoSuchNumber("7002"))
    office.driver.step()
    assert "does not know that number" in office.desk.asides.notices[0].words.sentence


def test_offline_it_says_so_at_once(office, box, qtbot):
    office.connection.set(Connection())
    typed(qtbot, box, "7002")
    assert "Not connected" in box.entry.hint.whole
    qtbot.keyClick(box.entry.field, Qt.Key.Key_Return)
    assert office.actions.asked == []


def test_tab_goes_from_field_to_dial_to_close(box, qtbot):
    box.entry.set_text("7002")
    order = [box.entry.field, box.entry.go, box.entry._hide]
    here = order[0]
    for wanted in order[1:]:
        here = here.nextInFocusChain()
        while not here.focusPolicy() & Qt.FocusPolicy.TabFocus or not here.isVisibleTo(box):
            here = here.nextInFocusChain()
        assert here is wanted


def test_suggestions_are_each_number_once(office):
    recent = office.actions.recent() * 2
    found = suggestions("", recent, str, office.actions.now)
    assert len({s.number for s in found}) == len(found) == 4
    assert suggestions("zzz", recent, str, office.actions.now) == []
    assert [s.title for s in suggestions("998", recent, str, 0)] == ["+4989998887"]


def drop(box, data):
    """Drag something over the box and let go; return whether it was taken."""
    where = QPointF(20, 20)
    actions, buttons, held = (
        Qt.DropAction.CopyAction | Qt.DropAction.MoveAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter = QDragEnterEvent(where.toPoint(), actions, data, buttons, held)
    enter.ignore()
    QApplication.sendEvent(box, enter)
    if not enter.isAccepted():
        return False
    let_go = QDropEvent(where, actions, data, buttons, held)
    QApplication.sendEvent(box, let_go)
    return let_go.isAccepted() and let_go.dropAction() is Qt.DropAction.CopyAction


def test_a_text_that_is_dropped_is_dialled_or_asked_about(office, box):
    data = QMimeData()
    data.setText(" 030 1234567 or 030 7654321\n")
    assert drop(box, data)
    assert office.actions.asked == [("wish", "030 1234567 or 030 7654321", Source.DROP)]
    assert office.desk._dial_box is None


def test_a_link_that_is_dropped_keeps_its_plus(office, box):
    data = QMimeData()
    data.setUrls([QUrl("tel:%2B49-30-1234567;ext=12")])
    data.setText("Call us")
    assert drop(box, data)
    ((_, text, _),) = office.actions.asked
    assert understand(text, DialSettings()).dial == "+49301234567"


def test_files_are_no_numbers(office, box):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/tmp/0301234567")])
    assert not drop(box, data)
    assert office.actions.asked == []


def test_several_numbers_are_to_choose_from(office, box, qtbot):
    box.entry.set_text("030 1234567 or 040 7654321")
    assert "2 numbers" in box.entry.hint.whole
    assert box.entry.go.isEnabled()
    qtbot.keyClick(box.entry.field, Qt.Key.Key_Return)
    assert office.actions.asked == [("wish", "030 1234567 or 040 7654321", Source.DROP)]
    assert office.desk._dial_box is None


def test_a_number_within_words_is_found(office, box, qtbot):
    box.entry.set_text("please call 030 1234567 today")
    assert box.entry.hint.whole == "dials 030 1234567 from 7001"
    qtbot.keyClick(box.entry.field, Qt.Key.Key_Return)
    assert office.actions.asked == [("dial", "0301234567")]


@pytest.mark.qt_log_ignore("grabbing the keyboard")  # this platform cannot
def test_f10_opens_what_the_tray_offers_for_whoever_has_no_mouse(office, box, qtbot):
    box.activateWindow()
    qtbot.keyClick(box.entry.field, Qt.Key.Key_F10)
    menu = office.desk.tray.menu
    qtbot.waitUntil(menu.isVisible, timeout=10_000)
    qtbot.keyClick(menu, Qt.Key.Key_Escape)
    assert not menu.isVisible()
    assert box.isVisible()
