"""The window of past calls, as its users meet it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest

from tests.ui.conftest import NO_TRAY_HERE
from tests.ui.people import NOW
from traydial.domain.calls import Cause, Direction
from traydial.domain.connection import Connection, Link
from traydial.domain.errors import HistoryFault, HistoryTrouble
from traydial.domain.history import Gap, PastCall
from traydial.ui.history_filter import MISSED, RECORDED, TODAY, WEEK
from traydial.ui.history_list import PAGE
from traydial.ui.text import day_words, time_of_day

pytestmark = NO_TRAY_HERE
DAY = 86_400.0

ANNA = PastCall(
    key="1",
    id=1,
    direction=Direction.IN,
    number="+493012345670",
    name="Anna Berger",
    company="Berger GmbH",
    began=NOW - 600,
    talking_since=NOW - 590,
    ended=NOW - 383,
    cause=Cause.HUNG_UP,
    via="support",
    recording="traydial/anna.wav",
    recorded=True,
)
LOST = PastCall("2", Direction.IN, "+4989998887", NOW - 3600, NOW - 3580, Cause.MISSED, id=2)
BOB = PastCall(
    "3", Direction.OUT, "7002", NOW - 2 * DAY, NOW - 2 * DAY, Cause.BUSY, id=3, name="Bob Okafor"
)


@pytest.fixture
def window(office):
    office.actions.past = [ANNA, LOST, BOB]
    office.desk.windows.open_history()
    office.driver.step(20)
    return office.desk.windows.history


def spoken(window):
    model = window.model
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def type_text(office, window, text):
    window.filter.field.setText(text)
    window.filter._soon.timeout.emit()
    office.driver.step(20)


def test_calls_stand_below_their_day_with_all_that_is_known(window):
    assert spoken(window) == [
        "Today",
        "Incoming call, Anna Berger, +49 30 12345670 · Berger GmbH · via support, "
        f"{time_of_day(ANNA.began)}, 3:27 min, recorded",
        f"Missed call, +49 89 998887, {time_of_day(LOST.began)}, missed",
        day_words(BOB.began, NOW),
        f"Outgoing call, Bob Okafor, 7002, {time_of_day(BOB.began)}, busy",
    ]
    assert window.count.whole == "3 calls"
    assert window.details.who.whole == "Anna Berger", "the newest is chosen"
    assert window.details.recording.whole == "traydial/anna.wav"


def test_typing_and_choosing_leave_what_fits(office, window):
    type_text(office, window, "bob")
    assert [line for line in spoken(window) if "call," in line] == [
        line for line in spoken(window) if "Bob" in line
    ]
    assert window.details.who.whole == "Bob Okafor"
    type_text(office, window, "nobody at all")
    assert window.empty.isVisible()
    assert window.empty.whole == "No call is like that."
    assert not window.details.isVisible()
    assert not window.export.isEnabled()
    type_text(office, window, "")
    for kind, count in ((MISSED, 1), (RECORDED, 1)):
        window.filter.kinds.setCurrentIndex(kind)
        office.driver.step(20)
        assert window.model.outline.calls == count
    window.filter.kinds.setCurrentIndex(0)
    for when, count in ((TODAY, 2), (WEEK, 3)):
        window.filter.times.setCurrentIndex(when)
        office.driver.step(20)
        assert window.model.outline.calls == count


def test_keys_walk_past_headings_and_enter_calls(office, window):
    QTest.keyClick(window.filter.field, Qt.Key.Key_Down)
    assert window.details.past == LOST
    QTest.keyClick(window.list, Qt.Key.Key_Down)
    assert window.details.past == BOB, "the heading between them is no call"
    QTest.keyClick(window.list, Qt.Key.Key_Home)
    assert window.details.past == ANNA
    QTest.keyClick(window.list, Qt.Key.Key_End)
    assert window.details.past == BOB
    QTest.keyClick(window.list, Qt.Key.Key_Return)
    office.driver.step()
    assert ("dial", "7002") in office.actions.asked


def test_without_a_link_nobody_is_called_and_it_says_why(office, window):
    office.connection.set(Connection(Link.OFFLINE, NOW))
    QTest.keyClick(window.filter.field, Qt.Key.Key_Return)
    office.driver.step()
    assert not any(asked[0] == "dial" for asked in office.actions.asked)
    assert not window.details.call.isEnabled()
    assert window.details.call.toolTip()


def test_a_note_is_kept_when_one_leaves_it_and_is_seen_in_the_list(office, window):
    window.details.write()
    window.details.note.setPlainText("wants a quote")
    QTest.keyClick(window.details.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    office.driver.step()
    assert ("annotate", 1, "wants a quote") in office.actions.asked
    window._read()
    office.driver.step(20)
    assert "“wants a quote”" in spoken(window)[1]


def test_a_note_that_was_not_left_is_kept_when_the_window_closes(office, window):
    window.details.note.setPlainText("half a thought")
    window.close()
    office.driver.step()
    assert ("annotate", 1, "half a thought") in office.actions.asked
    assert office.desk.windows.history is None


def test_what_comes_while_one_writes_takes_nothing_away(office, window):
    window.details.write()
    window.activateWindow()
    window.details.note.setPlainText("wri")
    window.details.note.setFocus()
    office.actions.past = [replace(LOST, id=9, key="9", began=NOW), *office.actions.past]
    office.desk.windows.history_changed()
    window._soon.timeout.emit()
    office.driver.step(20)
    assert window.model.outline.calls == 4
    assert window.details.past.id == 1, "the same call is chosen"
    window.details.save_note()
    office.driver.step()
    assert office.actions.asked[-1] == ("annotate", 1, "wri")


def test_the_number_and_the_file_name_go_to_the_clipboard(window):
    window.details.copy.click()
    assert QGuiApplication.clipboard().text() == "+493012345670"
    window.details.copy_recording.click()
    assert QGuiApplication.clipboard().text() == "traydial/anna.wav"


def test_the_customers_page_opens_where_there_is_one(office, window):
    assert not window.details.page.isVisible()
    office.actions.pages.add(ANNA.number)
    window._show_chosen()
    assert window.details.page.isVisible()
    window.details.page.click()
    office.driver.step()
    assert ("open_contact", ANNA.number) in office.actions.asked


def test_a_caller_is_blocked_from_here(office, window):
    office.actions.blockable.add(ANNA.number)
    window._show_chosen()
    window.details.blocking.click()
    office.driver.step()
    assert ("block", ANNA.number) in office.actions.asked
    assert window.note.text.startswith("Blocked")
    office.actions.blockable.clear()
    window._show_chosen()
    assert not window.details.blocking.isVisible()


def test_somebody_is_forgotten_after_one_question_in_the_window(office, window):
    details = window.details
    details.forgetting.click()
    assert "Anna Berger" in details.question.accessibleName()
    assert details.question.no.hasFocus() or not window.isActiveWindow()
    QTest.keyClick(details.question.no, Qt.Key.Key_Escape)
    assert not details.question.isVisible()
    assert window.isVisible()
    details.forgetting.click()
    QTest.keyClick(window.list, Qt.Key.Key_Down)
    assert not details.question.isVisible(), "it was about somebody else"
    QTest.keyClick(window.list, Qt.Key.Key_Up)
    office.actions.answers["forget"] = 3
    details.forgetting.click()
    details.note.setPlainText("half a thought")
    details.question.yes.click()
    office.driver.step()
    assert ("forget", ANNA.number) in office.actions.asked
    assert not any(asked[0] == "annotate" for asked in office.actions.asked)
    assert window.note.text.startswith("Forgotten, with 3 calls.")


def test_what_is_shown_is_exported_and_can_be_called_off(office, window, tmp_path):
    window.export_to(tmp_path / "calls.csv")
    office.driver.step()
    assert window.count.whole == "3 calls written to calls.csv"
    office.actions.answers["export_calls"] = office.driver.future()
    window.export_to(tmp_path / "calls.csv")
    office.driver.step()
    assert window.export.accessibleName() == "Stop"
    window.export.click()
    office.driver.step()
    assert window.export.accessibleName() == "Export…"
    assert window.count.whole == "Not exported."


def test_a_history_that_cannot_be_read_says_so(office, window):
    office.actions.answers["past_calls"] = HistoryTrouble(HistoryFault.UNWRITABLE)
    window._read()
    office.driver.step(20)
    assert "cannot be opened" in window.note.text
    assert window.model.outline.calls == 3, "what was read stays"


def test_gaps_are_told_as_gaps(office, window):
    office.actions.gaps = [Gap(NOW - 5400, NOW - 3700), Gap(NOW - 8 * DAY, NOW - 7 * DAY)]
    window._read()
    office.driver.step(20)
    lines = spoken(window)
    places = {line.split(" ")[0]: place for place, line in reversed([*enumerate(lines)])}
    assert lines[places["Not"]].startswith("Not connected from")
    assert places["Incoming"] < places["Missed"] < places["Not"] < places["Outgoing"]
    model = window.model
    found = [model.outline.line(row) for row in range(model.rowCount())]
    assert [model.outline.row(call) for call in range(3)] == [
        row for row, line in enumerate(found) if isinstance(line, int)
    ]
    type_text(office, window, "anna")
    assert not [line for line in spoken(window) if line.startswith("Not")]


def test_a_hundred_thousand_calls_have_their_length_at_once_and_are_read_in_sight(office):
    office.actions.past = [
        replace(BOB, id=n + 1, key=str(n), began=NOW - n * 600) for n in range(100_000)
    ]
    office.desk.windows.open_history()
    office.driver.step(20)
    window = office.desk.windows.history
    assert window.model.outline.calls == 100_000
    read = [asked for asked in office.actions.asked if asked[0] == "past_calls"]
    assert len(read) == 2
    window.list.scrollToBottom()
    window.grab()
    office.driver.step(20)
    last = window.model.call_at(window.model.rowCount() - 1)
    assert last.id == 100_000
    read = [asked[2] for asked in office.actions.asked if asked[0] == "past_calls"]
    assert read[2:]
    assert min(read[2:]) >= 100_000 - 2 * PAGE, "what was scrolled past was not read"


def test_hostile_names_are_one_harmless_line(office):
    evil = "<b>x</b>\n\u202e" + "e\u0301" * 5000
    office.actions.past = [replace(ANNA, name=evil, note=evil, company=evil, number="\n&" * 99)]
    office.desk.windows.open_history()
    office.driver.step(20)
    window = office.desk.windows.history
    line = spoken(window)[1]
    assert "\n" not in line
    assert "\u202e" not in line
    assert len(line) < 600
    image = QImage(window.size(), QImage.Format.Format_RGB32)
    window.render(image)
    assert "<b>x</b>" in window.details.who.whole


def test_it_opens_from_the_tray_and_from_the_dial_box(office):
    actions = {action.text(): action for action in office.desk.tray.menu.actions()}
    actions["Call history…"].trigger()
    office.driver.step(20)
    assert office.desk.windows.history.isVisible()
    office.desk.windows.history.close()
    office.desk.open_dial_box()
    office.desk._dial_box.history.emit()
    office.driver.step(20)
    assert office.desk.windows.history.isVisible()
    assert office.desk._dial_box is None
    assert office.desk.windows.history.empty.whole.startswith("No calls yet")
