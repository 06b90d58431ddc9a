"""Windows tells a window that asked for it when its session is locked."""

import ctypes
import logging
import sys
from ctypes import wintypes

from traydial.domain.store import Store
from traydial.platforms import WindowMessages

assert sys.platform == "win32"

log = logging.getLogger(__name__)

WM_WTSSESSION_CHANGE = 0x02B1
WTS_SESSION_LOCK, WTS_SESSION_UNLOCK = 7, 8
_NOTIFY_FOR_THIS_SESSION = 0
_WTS_CURRENT_SERVER, _WTS_CURRENT_SESSION, _WTS_SESSION_INFO_EX = None, 0xFFFFFFFF, 25
_LOCKED = 0  # WTS_SESSIONSTATE_LOCK; 1 is unlocked

_wtsapi32 = ctypes.WinDLL("wtsapi32", use_last_error=True)
_wtsapi32.WTSRegisterSessionNotification.argtypes = (wintypes.HWND, wintypes.DWORD)
_wtsapi32.WTSRegisterSessionNotification.restype = wintypes.BOOL
_wtsapi32.WTSUnRegisterSessionNotification.argtypes = (wintypes.HWND,)
_wtsapi32.WTSUnRegisterSessionNotification.restype = wintypes.BOOL
_wtsapi32.WTSQuerySessionInformationW.argtypes = (
    wintypes.HANDLE,
    wintypes.DWORD,
    ctypes.c_int,
    ctypes.POINTER(ctypes.c_void_p),
    ctypes.POINTER(wintypes.DWORD),
)
_wtsapi32.WTSQuerySessionInformationW.restype = wintypes.BOOL
_wtsapi32.WTSFreeMemory.argtypes = (ctypes.c_void_p,)
_wtsapi32.WTSFreeMemory.restype = None


class _SessionInfo(ctypes.Structure):
    """The beginning of WTSINFOEXW, level 1; its union begins where 64-bit numbers may."""

    _fields_ = (
        ("level", wintypes.DWORD),
        ("padding", wintypes.DWORD),
        ("session", wintypes.ULONG),
        ("state", ctypes.c_int),
        ("flags", wintypes.LONG),
    )


class WindowsSessionLock:
    """``window`` gets the messages."""

    def __init__(self, window: WindowMessages) -> None:
        self._window = window
        self._registered = False
        self.locked = Store(False)

    async def start(self) -> None:
        """Begin to watch; where the system does not tell, it stays unlocked."""
        self._window.listen(WM_WTSSESSION_CHANGE, self._changed)
        self._registered = bool(
            _wtsapi32.WTSRegisterSessionNotification(self._window.handle, _NOTIFY_FOR_THIS_SESSION)
        )
        if not self._registered:
            why = ctypes.FormatError(ctypes.get_last_error()).strip()
            log.info("whether the session is locked is not told: %s", why)
        self.locked.set(_is_locked())

    async def aclose(self) -> None:
        """End watching."""
        if self._registered:
            _wtsapi32.WTSUnRegisterSessionNotification(self._window.handle)
            self._registered = False
        self._window.forget(WM_WTSSESSION_CHANGE)

    def _changed(self, what: int, _session: int) -> None:
        if what in (WTS_SESSION_LOCK, WTS_SESSION_UNLOCK):
            self.locked.set(what == WTS_SESSION_LOCK)


def _is_locked() -> bool:
    """Ask once, for a copy that starts in a locked session."""
    found, size = ctypes.c_void_p(), wintypes.DWORD()
    done = _wtsapi32.WTSQuerySessionInformationW(
        _WTS_CURRENT_SERVER,
        _WTS_CURRENT_SESSION,
        _WTS_SESSION_INFO_EX,
        ctypes.byref(found),
        ctypes.byref(size),
    )
    if not done or not found.value:
        return False
    try:
        if size.value < ctypes.sizeof(_SessionInfo):
            return False
        info = _SessionInfo.from_address(found.value)
        return bool(info.level == 1 and info.flags == _LOCKED)
    finally:
        _wtsapi32.WTSFreeMemory(found)
