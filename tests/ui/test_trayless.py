"""Where a desktop has no tray there is a small window instead."""

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.conftest import NO_TRAY_HERE
from tests.ui.people import ONLINE, Office
from traydial.domain.connection import Connection
from traydial.ui.tray_watch import TRAY_WITHIN_MS

pytestmark = NO_TRAY_HERE


@pytest.fixture
def office(qapp, monkeypatch):
    it = Office()
    it.tray_is_there = False
    monkeypatch.setattr(it.desk.tray_watch, "has_tray", lambda: it.tray_is_there)
    yield it
    it.close()


def look(office):
    """Let the time pass after which it looks again."""
    office.desk.tray_watch.timer.timeout.emit()


@pytest.mark.parametrize(("at_login", "waits_ms"), [(True, 60_000), (False, 3_000)])
def test_at_login_a_panel_has_time_to_come(office, at_login, waits_ms):
    office.desk.show(at_login=at_login)
    assert office.desk.tray_watch.timer.interval() == TRAY_WITHIN_MS[at_login] == waits_ms
    assert office.desk.tray_watch.window is None


@pytest.mark.qt_log_ignore("systemTrayWindowChanged", "grabbing the keyboard")
def test_without_a_tray_the_window_offers_all_of_it(office):
    office.desk.show()
    look(office)
    window = office.desk.tray_watch.window
    assert window.isVisible()
    assert window.state.text() == "7001 · ready"
    assert window.windowTitle() == "7001 · ready"
    office.connection.set(Connection())
    assert window.state.text() == "7001 · not connected"
    office.connection.set(ONLINE)
    window.dial.emit()
    assert office.desk._dial_box.isVisible()
    window.all.click()
    assert office.desk.tray.menu.isVisible()
    office.desk.tray.menu.hide()


def test_closed_it_is_only_minimised(office):
    office.desk.show()
    look(office)
    office.desk.tray_watch.window.close()
    assert office.desk.tray_watch.window.isMinimized()
    assert office.desk.tray_watch.window.isVisible()
    look(office)
    assert office.desk.tray_watch.window.isMinimized()


def test_a_panel_that_comes_later_takes_its_place(office):
    office.desk.show()
    look(office)
    office.tray_is_there = True
    look(office)
    assert office.desk.tray_watch.window is None
    assert not office.desk.tray_watch.timer.isActive()
    QApplication.processEvents()


def test_with_a_tray_there_is_no_window(office):
    office.tray_is_there = True
    office.desk.show()
    assert not office.desk.tray_watch.timer.isActive()
