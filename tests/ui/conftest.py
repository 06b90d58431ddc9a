"""An office for each test, closed after it; nothing of the desk may stay."""

import gc

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QTimer
from PySide6.QtWidgets import QApplication

from tests.ui.people import Office

# the offscreen platform has no tray, and says so in this way when an icon is shown
NO_TRAY_HERE = pytest.mark.qt_log_ignore("systemTrayWindowChanged")


@pytest.fixture(autouse=True)
def british():
    """Write times the same way whatever the machine's locale is."""
    QLocale.setDefault(QLocale("en_GB"))


@pytest.fixture
def offices(qapp):
    """Return what makes an office."""
    made = []

    def make(**given):
        made.append(Office(**given))
        return made[-1]

    yield make
    for one in made:
        one.close()
    swept()


@pytest.fixture
def office(offices):
    return offices()


def swept():
    """Let Qt delete what is to be deleted."""
    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def left_over():
    """Return the windows and running timers that there are."""
    swept()
    windows = QApplication.topLevelWidgets()
    timers = [
        timer
        for owner in gc.get_objects()
        if isinstance(owner, QTimer) and (timer := owner) and _runs(timer)
    ]
    return windows, timers


def _runs(timer):
    try:
        return timer.isActive()
    except RuntimeError:  # deleted already
        return False
