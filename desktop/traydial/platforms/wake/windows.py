"""Windows tells a window that asked for it when it woke up.

A window that is only there for messages gets no broadcasts, so it has to ask.
https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-registersuspendresumenotification
"""

import ctypes
import logging
import sys
from collections.abc import Callable
from ctypes import wintypes

from traydial.platforms import WindowMessages

assert sys.platform == "win32"

log = logging.getLogger(__name__)

WM_POWERBROADCAST = 0x0218
PBT_APMRESUMEAUTOMATIC = 0x12  # each time; others follow only if a user is there
_TO_A_WINDOW = 0  # DEVICE_NOTIFY_WINDOW_HANDLE

_user32 = ctypes.WinDLL("user32", use_last_error=True)
_user32.RegisterSuspendResumeNotification.argtypes = (wintypes.HANDLE, wintypes.DWORD)
_user32.RegisterSuspendResumeNotification.restype = wintypes.HANDLE
_user32.UnregisterSuspendResumeNotification.argtypes = (wintypes.HANDLE,)
_user32.UnregisterSuspendResumeNotification.restype = wintypes.BOOL


class WindowsWake:
    """``window`` gets the messages; ``tell`` is called each time."""

    def __init__(self, window: WindowMessages, tell: Callable[[], None]) -> None:
        self._window, self._tell = window, tell
        self._registered: int | None = None

    async def start(self) -> None:
        """Begin to listen."""
        self._window.listen(WM_POWERBROADCAST, self._changed)
        self._registered = _user32.RegisterSuspendResumeNotification(
            self._window.handle, _TO_A_WINDOW
        )
        if not self._registered:
            why = ctypes.FormatError(ctypes.get_last_error()).strip()
            log.info("when the computer wakes up is not told: %s", why)

    async def aclose(self) -> None:
        """Listen no longer."""
        if self._registered:
            _user32.UnregisterSuspendResumeNotification(self._registered)
            self._registered = None
        self._window.forget(WM_POWERBROADCAST)

    def _changed(self, what: int, _more: int) -> None:
        if what == PBT_APMRESUMEAUTOMATIC:
            log.info("the computer woke up")
            self._tell()
