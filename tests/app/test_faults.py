"""Errors of the program itself: one window, one report, nothing of anybody's in it."""

import logging
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from traydial.app import crash
from traydial.app.faults import MOST, Faults

NUMBER, SECRET = "+49301234567", "hunter2"
log = logging.getLogger("traydial.test")
pytestmark = pytest.mark.logs


@pytest.fixture
def faults(qapp):
    it = Faults(clock=lambda: 1_700_000_000.0)
    it.install()
    yield it
    it.end()


def fails(number=NUMBER):
    raise RuntimeError(f"cannot dial {number}, secret: {SECRET}")


def fail(times=1):
    for _ in range(times):
        try:
            fails()
        except RuntimeError:
            log.exception("no call to %s", NUMBER)


def shown(faults):
    return faults._window is not None and faults._window.isVisible()


def test_a_fault_is_told_once_and_counted(faults, qtbot):
    fail()
    qtbot.waitUntil(lambda: shown(faults))
    window = faults._window
    assert "once:" in window.text.toPlainText()
    assert 'File "' in window.text.toPlainText()
    assert str(Path.home()) + "/" not in window.text.toPlainText()
    assert "in fails" in window.text.toPlainText()
    fail(2)
    qtbot.waitUntil(lambda: "3 times:" in window.text.toPlainText())
    assert window.text.toPlainText().count("Traceback") == 1
    window.shut.click()
    fail()
    qtbot.wait(10)
    assert not shown(faults)  # closed by somebody who has read it


def test_the_report_can_be_copied_and_tells_nothing_of_anybody(faults, qtbot):
    fail()
    qtbot.waitUntil(lambda: shown(faults))
    faults._window.copy.click()
    report = QGuiApplication.clipboard().text()
    assert report == faults.report()
    assert report.startswith("Traydial ")
    assert "RuntimeError" in report
    assert "1234567" not in report
    assert SECRET not in report
    assert faults._window.copy.accessibleName() == "Copied"


def test_threads_slots_and_what_nobody_caught_get_there_too(faults, qtbot, monkeypatch):
    for hook in ("excepthook", "unraisablehook"):
        monkeypatch.setattr(sys, hook, getattr(sys, hook))
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    crash.install_hooks()
    thread = threading.Thread(target=fails)
    thread.start()
    thread.join()
    sys.excepthook(ValueError, ValueError("in a slot"), None)
    qtbot.waitUntil(lambda: shown(faults) and "in a slot" in faults.report())
    assert "cannot dial …67" in faults.report()


def test_a_storm_of_kinds_is_bounded(faults, qtbot):
    for number in range(MOST + 5):
        try:
            exec("\n" * number + "raise KeyError")
        except KeyError:
            log.exception("x")
    qtbot.waitUntil(lambda: shown(faults))
    assert faults.report().count("Traceback") == MOST
    assert "and 5 more" in faults.report()


def test_what_is_no_exception_is_no_fault(faults, qtbot):
    log.error("the phone system said no")
    qtbot.wait(10)
    assert not shown(faults)
    assert "said no" not in faults.report()
