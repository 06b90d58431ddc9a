"""When the computer woke up, as Windows tells it."""

import asyncio
import ctypes
from ctypes import wintypes

from traydial.platforms.message_window.windows import MessageWindow
from traydial.platforms.wake.windows import (
    PBT_APMRESUMEAUTOMATIC,
    WM_POWERBROADCAST,
    WindowsWake,
)

PBT_APMSUSPEND, PBT_APMRESUMESUSPEND = 4, 7


def test_each_waking_up_is_told_once(qapp, qtbot):
    window, told = MessageWindow(), []
    wake = WindowsWake(window, lambda: told.append("woke"))
    asyncio.run(wake.start())
    try:
        send = ctypes.WinDLL("user32").PostMessageW
        send.argtypes = (wintypes.HWND, wintypes.UINT, wintypes.WPARAM, wintypes.LPARAM)
        for _ in range(2):
            for what in (PBT_APMSUSPEND, PBT_APMRESUMEAUTOMATIC, PBT_APMRESUMESUSPEND):
                assert send(window.handle, WM_POWERBROADCAST, what, 0)
        qtbot.waitUntil(lambda: told == ["woke", "woke"])
    finally:
        asyncio.run(wake.aclose())
    assert window.handle == 0
