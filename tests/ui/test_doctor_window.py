"""The window that checks the connection, as its users meet it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from tests.ui.conftest import NO_TRAY_HERE
from traydial.domain.errors import LoginRefused, NotPermitted
from traydial.ui.actions import Check
from traydial.ui.check_line import CheckLine

pytestmark = NO_TRAY_HERE

CHECKS = [
    Check(True, "Port 5039 is open", key="port"),
    Check(False, "May record", NotPermitted("MixMonitor"), minor=True),
    Check(False, "Connection to pbx", LoginRefused()),
]


@pytest.fixture
def window(office):
    office.actions.checks = CHECKS
    picked = [a for a in office.desk.tray.menu.actions() if a.text() == "Check the connection…"]
    picked[0].trigger()
    office.driver.step()
    return office.desk.windows.doctor


def lines(window):
    rows = [window._lines.itemAt(row).widget() for row in range(window._lines.count())]
    assert all(isinstance(row, CheckLine) for row in rows)
    return [row.accessibleName() for row in rows]


def test_each_check_has_a_line_that_says_its_light_in_words(window):
    assert lines(window) == [
        "Port 5039 is open: works",
        "May record: worth a look",
        "Connection to pbx: does not work",
    ]
    assert window.verdict.accessibleName() == "1 does not work, 1 worth a look, 1 fine."


def test_the_report_is_copied_with_what_helps(window):
    QTest.keyClick(window, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    text = QGuiApplication.clipboard().text()
    assert "✓ ok   Port 5039 is open\n! look May record\n" in text
    assert "    manager.conf needs write = call,system\n" in text
    assert window.copy.accessibleName() == "Copied"
    window._back.timeout.emit()
    assert window.copy.accessibleName() == "Copy report"


def test_it_can_be_stopped_and_begun_again(office, window):
    office.actions.answers["examine"] = office.driver.future()
    QTest.keyClick(window, Qt.Key.Key_F5)
    assert window.again.accessibleName() == "Stop"
    window.again.click()
    office.driver.step()
    assert office.actions.answers["examine"].cancelled()
    assert window.verdict.accessibleName().startswith("Stopped.")
    office.actions.answers.pop("examine")
    window.again.click()
    office.driver.step()
    assert len(lines(window)) == 3


def test_escape_closes_it_and_ends_what_runs(office, window):
    office.actions.answers["examine"] = office.driver.future()
    window.again.click()
    office.driver.step()
    assert window.again.accessibleName() == "Stop"
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert office.desk.windows.doctor is None
    office.driver.step()
    assert office.actions.answers["examine"].cancelled()
