"""Do not disturb and forwarding in the tray, its icon, and the box that asks where to."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.people import NOW
from traydial.domain.connection import Connection, Link
from traydial.domain.diversions import UNTOLD, Diversions, Forward
from traydial.domain.errors import ForwardsBack, NoSuchNumber, NotPermitted
from traydial.domain.presence import Colleague, Presence
from traydial.domain.privileges import Ability

ALL = dict.fromkeys(Forward, "")
OFF = Diversions(False, ALL)


def entry(office, start):
    office.desk.tray._rebuild(opening=True)
    return next((a for a in office.desk.tray.menu.actions() if a.text().startswith(start)), None)


def texts(office):
    office.desk.tray._rebuild(opening=True)
    return [a.text() for a in office.desk.tray.menu.actions() if not a.isSeparator()]


def notices(office):
    return [notice.words.sentence for notice in office.desk.asides.notices]


def test_nothing_is_offered_where_the_phone_system_keeps_nothing(office):
    assert entry(office, "Do not disturb") is None
    assert entry(office, "Forward calls") is None
    office.desk.forwarding.open()
    assert office.desk.forwarding.box is None
    office.diversions.set(Diversions(None, {Forward.BUSY: ""}))
    assert entry(office, "Do not disturb") is None
    entry(office, "Forward calls").trigger()
    box = office.desk.forwarding.box
    assert box.when is Forward.BUSY
    assert [w for w, radio in box.kinds.items() if not radio.isHidden()] == [Forward.BUSY]


def test_the_tick_is_the_truth_and_a_click_changes_it(office):
    office.diversions.set(OFF)
    action = entry(office, "Do not disturb")
    assert action.isCheckable()
    assert not action.isChecked()
    action.trigger()
    office.driver.step()
    assert office.actions.asked == [("set_do_not_disturb", True)]
    assert not entry(office, "Do not disturb").isChecked()  # nobody has told yet
    office.diversions.set(Diversions(True, ALL))
    assert entry(office, "Do not disturb").isChecked()
    entry(office, "Do not disturb").trigger()
    office.driver.step()
    assert office.actions.asked[-1] == ("set_do_not_disturb", False)


def test_a_menu_that_is_open_shows_what_is_read_meanwhile(office):
    office.diversions.set(Diversions(False, {**ALL, Forward.ALWAYS: "7003"}))
    menu = office.desk.tray.menu
    menu.aboutToShow.emit()
    assert office.actions.wanted_diversions == 1
    lines = [a.text() for a in menu.actions()]
    quiet = next(a for a in menu.actions() if a.text() == "Do not disturb")
    office.diversions.set(Diversions(True, {**ALL, Forward.ALWAYS: "7002"}))
    assert quiet.isChecked()
    assert [a.text() for a in menu.actions()] == [
        line.replace("7003", "7002") if line.startswith("All calls") else line for line in lines
    ]


def test_what_is_forwarded_is_told_and_ends_with_a_click(office):
    office.colleagues.set({"7003": Colleague("7003", "Carla & Co", Presence.IDLE)})
    office.diversions.set(
        Diversions(False, {**ALL, Forward.ALWAYS: "7003", Forward.BUSY: "+493012345670"})
    )
    assert entry(office, "Calls go to +49 30 12345670 when I am busy") is not None
    assert "All calls go to Carla & Co" in office.desk.tray.icon.toolTip()
    action = entry(office, "All calls go to Carla && Co")
    assert action.isChecked()
    action.trigger()
    office.driver.step()
    assert office.actions.asked == [("forward", Forward.ALWAYS, "")]


def test_where_to_is_not_always_told(office):
    office.diversions.set(Diversions(True, {Forward.ALWAYS: UNTOLD}))
    assert "All calls are forwarded" in texts(office)
    assert "Do not disturb" in office.desk.tray.icon.toolTip()


def test_who_may_not_set_it_sees_it_and_why(office):
    office.connection.set(Connection(Link.ONLINE, NOW, abilities=frozenset({Ability.DIAL})))
    office.diversions.set(Diversions(True, ALL))
    for start in ("Do not disturb", "Forward calls"):
        action = entry(office, start)
        assert not action.isEnabled()
        assert action.toolTip().startswith("Your account may not set do not disturb")
    assert entry(office, "Do not disturb").isChecked()


def test_who_may_dial_may_set_it_by_codes(office):
    office.connection.set(Connection(Link.ONLINE, NOW, abilities=frozenset({Ability.DIAL})))
    office.diversions.set(Diversions(True, ALL, by_codes=True))
    for start in ("Do not disturb", "Forward calls"):
        assert entry(office, start).isEnabled()
    entry(office, "Forward calls").trigger()
    office.desk.forwarding.box.entry.field.setText("7002")
    assert office.desk.forwarding.box.entry.go.isEnabled()


def test_a_refusal_is_said(office):
    office.diversions.set(OFF)
    office.actions.answers["set_do_not_disturb"] = NotPermitted("DBPut")
    entry(office, "Do not disturb").trigger()
    office.driver.step()
    assert notices(office) == ["Your account may not set do not disturb and forwarding."]


@pytest.mark.parametrize(
    ("key", "when"), [("a", Forward.ALWAYS), ("b", Forward.BUSY), ("n", Forward.NO_ANSWER)]
)
def test_by_keys_alone_calls_are_forwarded(office, qtbot, key, when):
    office.diversions.set(OFF)
    entry(office, "Forward calls").trigger()
    box = office.desk.forwarding.box
    qtbot.waitUntil(box.isActiveWindow)
    QTest.keyClick(box.entry.field, key, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: box.when is when)  # Qt shows the button pressed for a moment
    box.entry.field.setText("7002")
    assert "7002" in box.entry.hint.whole
    QTest.keyClick(box.entry.field, Qt.Key.Key_Return)
    office.driver.step()
    assert office.actions.asked == [("forward", when, "7002")]
    assert office.desk.forwarding.box is None


def test_the_box_says_where_calls_go_now_and_stops_it(office):
    office.diversions.set(Diversions(False, {**ALL, Forward.BUSY: "7002"}))
    office.desk.forwarding.open()
    box = office.desk.forwarding.box
    assert box.when is Forward.BUSY
    box.entry.field.setText("7003")
    assert box.entry.hint.whole == "forwards calls to 7003 when I am busy"
    box.kinds[Forward.ALWAYS].click()
    assert box.entry.hint.whole == "forwards all calls to 7003"
    assert box.now.whole == "Not forwarded now"
    assert box.stop.isHidden()
    box.kinds[Forward.BUSY].click()
    assert box.now.whole == "Calls go to 7002 when I am busy"
    box.stop.click()
    office.driver.step()
    assert office.actions.asked == [("forward", Forward.BUSY, "")]


@pytest.mark.parametrize("error", [NoSuchNumber("7999"), ForwardsBack("7002")])
def test_a_number_that_cannot_be_is_said_where_it_was_typed(office, error):
    office.diversions.set(OFF)
    office.actions.answers["forward"] = error
    office.desk.forwarding.open()
    box = office.desk.forwarding.box
    box.entry.field.setText("7999")
    box.entry.accept()
    office.driver.step()
    assert box.note.text
    assert not box.entry.field.isReadOnly()
    QTest.keyClick(box.entry.field, Qt.Key.Key_Escape)
    assert office.desk.forwarding.box is None


def test_without_a_link_nothing_is_known(office):
    office.diversions.set(Diversions(True, ALL))
    office.desk.forwarding.open()
    office.diversions.set(Diversions())
    assert office.desk.forwarding.box is None
    assert entry(office, "Do not disturb") is None
    assert not office.desk.tray.states.lines
