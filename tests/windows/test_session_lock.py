"""Whether the session is locked, as Windows tells it."""

import asyncio
import ctypes
from ctypes import wintypes

import pytest

from traydial.platforms.message_window.windows import MessageWindow
from traydial.platforms.session_lock.windows import (
    WM_WTSSESSION_CHANGE,
    WTS_SESSION_LOCK,
    WTS_SESSION_UNLOCK,
    WindowsSessionLock,
)

WTS_REMOTE_CONNECT = 3


@pytest.fixture
def window():
    return MessageWindow()


@pytest.fixture
def lock(qapp, window):
    it = WindowsSessionLock(window)
    asyncio.run(it.start())
    yield it
    asyncio.run(it.aclose())
    assert window.handle == 0


def tell(window, what):
    """Send the message that Windows sends."""
    user32 = ctypes.WinDLL("user32")
    send = user32.PostMessageW
    send.argtypes = (wintypes.HWND, wintypes.UINT, wintypes.WPARAM, wintypes.LPARAM)
    assert send(window.handle, WM_WTSSESSION_CHANGE, what, 1)


def test_a_session_that_is_in_use_counts_as_unlocked(lock):
    assert lock.locked.value is False


def test_locking_and_unlocking_are_told_as_they_come(lock, window, qtbot):
    told = []
    lock.locked.subscribe(told.append)
    for what in (WTS_REMOTE_CONNECT, WTS_SESSION_LOCK, WTS_SESSION_LOCK, WTS_SESSION_UNLOCK):
        tell(window, what)
    qtbot.waitUntil(lambda: told == [True, False])


def test_it_may_be_started_and_ended_again(lock, window):
    asyncio.run(lock.aclose())
    assert window.handle == 0
    asyncio.run(lock.start())
    assert window.handle != 0
