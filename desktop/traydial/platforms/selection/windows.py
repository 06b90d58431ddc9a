"""What is selected on Windows: copied as with Ctrl+C, and the clipboard put back as it was.

What cannot be put back (formats that only their owner understands, more than 256 MB) is not
risked: then nothing is copied at all, and the fault says so.
"""

import asyncio
import ctypes
import logging
import sys
from collections.abc import Awaitable, Callable
from ctypes import wintypes
from typing import TypeVar

from traydial.domain.errors import SelectionFault, SelectionUnreadable
from traydial.platforms.selection import windows_clipboard as clipboard

assert sys.platform == "win32"

log = logging.getLogger(__name__)
T = TypeVar("T")

LONGEST = 2000
KEYS_UP_WITHIN_S, COPIED_WITHIN_S, ANSWER_WITHIN_S = 0.8, 0.6, 1.5
STEP_S = 0.01
CONSOLES = frozenset({"ConsoleWindowClass", "CASCADIA_HOSTING_WINDOW_CLASS"})
_SHIFT, _CONTROL, _ALT, _LEFT_WIN, _RIGHT_WIN, _C = 0x10, 0x11, 0x12, 0x5B, 0x5C, 0x43
_MODIFIERS = (_SHIFT, _CONTROL, _ALT, _LEFT_WIN, _RIGHT_WIN)
_KEY_UP = 0x2
_INPUT_KEYBOARD = 1
_ERROR_ACCESS_DENIED = 5
_QUERY_LIMITED, _TOKEN_QUERY, _TOKEN_INTEGRITY_LEVEL = 0x1000, 0x8, 25

_user32 = ctypes.WinDLL("user32", use_last_error=True)
_kernel32 = ctypes.WinDLL("kernel32", use_last_error=True)
_advapi32 = ctypes.WinDLL("advapi32", use_last_error=True)


class _Key(ctypes.Structure):
    _fields_ = (
        ("code", wintypes.WORD),
        ("scan", wintypes.WORD),
        ("flags", wintypes.DWORD),
        ("time", wintypes.DWORD),
        ("extra", ctypes.c_size_t),
    )


class _Input(ctypes.Structure):
    """INPUT; the mouse's part of its union is 8 bytes longer."""

    _fields_ = (("kind", wintypes.DWORD), ("key", _Key), ("padding", ctypes.c_ubyte * 8))


_user32.GetForegroundWindow.argtypes = ()
_user32.GetForegroundWindow.restype = wintypes.HWND
_user32.GetClassNameW.argtypes = (wintypes.HWND, wintypes.LPWSTR, ctypes.c_int)
_user32.GetWindowThreadProcessId.argtypes = (wintypes.HWND, ctypes.POINTER(wintypes.DWORD))
_user32.GetAsyncKeyState.argtypes = (ctypes.c_int,)
_user32.GetAsyncKeyState.restype = wintypes.SHORT
_user32.MapVirtualKeyW.argtypes = (wintypes.UINT, wintypes.UINT)
_user32.MapVirtualKeyW.restype = wintypes.UINT
_user32.SendInput.argtypes = (wintypes.UINT, ctypes.POINTER(_Input), ctypes.c_int)
_user32.SendInput.restype = wintypes.UINT
_kernel32.OpenProcess.argtypes = (wintypes.DWORD, wintypes.BOOL, wintypes.DWORD)
_kernel32.OpenProcess.restype = wintypes.HANDLE
_kernel32.GetCurrentProcessId.restype = wintypes.DWORD
_kernel32.CloseHandle.argtypes = (wintypes.HANDLE,)
_advapi32.OpenProcessToken.argtypes = (
    wintypes.HANDLE, wintypes.DWORD, ctypes.POINTER(wintypes.HANDLE),
)  # fmt: skip
_advapi32.OpenProcessToken.restype = wintypes.BOOL
_advapi32.GetTokenInformation.argtypes = (
    wintypes.HANDLE, ctypes.c_int, ctypes.c_void_p, wintypes.DWORD, ctypes.POINTER(wintypes.DWORD),
)  # fmt: skip
_advapi32.GetTokenInformation.restype = wintypes.BOOL
_advapi32.GetSidSubAuthorityCount.argtypes = (ctypes.c_void_p,)
_advapi32.GetSidSubAuthorityCount.restype = ctypes.POINTER(ctypes.c_ubyte)
_advapi32.GetSidSubAuthority.argtypes = (ctypes.c_void_p, wintypes.DWORD)
_advapi32.GetSidSubAuthority.restype = ctypes.POINTER(wintypes.DWORD)


class WindowsSelection:
    """Asks one window at a time."""

    why_not = ""

    def __init__(self) -> None:
        self._one_at_a_time = asyncio.Lock()

    async def read(self) -> str:
        """Return the first 2,000 characters, empty where nothing is selected.

        Raises SelectionUnreadable.
        """
        async with self._one_at_a_time:
            window = int(_user32.GetForegroundWindow() or 0)
            if not window:
                return ""
            _refuse(window)
            try:
                return await self._copied()
            except clipboard.NotKept as error:
                why = f"the clipboard holds what could not be put back ({error})"
                raise SelectionUnreadable(SelectionFault.OTHER, why) from error
            except (clipboard.Busy, TimeoutError) as error:
                raise SelectionUnreadable(SelectionFault.NO_ANSWER) from error

    async def _copied(self) -> str:
        before = await _in_time(asyncio.to_thread(clipboard.keep))
        held = await _held_keys()
        number = clipboard.changes()
        _send([(key, _KEY_UP) for key in held])
        _send([(_CONTROL, 0), (_C, 0), (_C, _KEY_UP), (_CONTROL, _KEY_UP)])
        # some open the clipboard twice: to empty it, and to fill it
        await _until(
            lambda: clipboard.changes() != number and clipboard.has_text(), COPIED_WITHIN_S
        )
        if clipboard.changes() == number:
            return ""  # nothing was selected, and nothing was changed
        return await _in_time(asyncio.to_thread(clipboard.swap, before, LONGEST))


async def _until(so: Callable[[], object], seconds: float) -> None:
    now = asyncio.get_running_loop().time
    deadline = now() + seconds
    while not so() and now() < deadline:  # noqa: ASYNC110 - Windows tells nobody of it
        await asyncio.sleep(STEP_S)


async def _in_time(work: Awaitable[T]) -> T:
    async with asyncio.timeout(ANSWER_WITHIN_S):
        return await work


async def _held_keys() -> list[int]:
    """Wait until nothing is held that would make Ctrl+C another key; return what still is."""
    await _until(lambda: not _down(), KEYS_UP_WITHIN_S)
    return _down()


def _down() -> list[int]:
    return [key for key in _MODIFIERS if _user32.GetAsyncKeyState(key) < 0]


def _send(keys: list[tuple[int, int]]) -> None:
    """Press and let go. Raises SelectionUnreadable where Windows lets us not."""
    if not keys:
        return
    inputs = (_Input * len(keys))(
        *(
            _Input(_INPUT_KEYBOARD, _Key(code, _user32.MapVirtualKeyW(code, 0), flags))
            for code, flags in keys
        )
    )
    if _user32.SendInput(len(keys), inputs, ctypes.sizeof(_Input)) == len(keys):
        return
    error = ctypes.get_last_error()
    fault = SelectionFault.ELEVATED if error == _ERROR_ACCESS_DENIED else SelectionFault.OTHER
    raise SelectionUnreadable(fault, f"SendInput: {ctypes.FormatError(error).strip()}")


def _refuse(window: int) -> None:
    """Raise SelectionUnreadable for windows that must not or cannot be sent Ctrl+C."""
    name = ctypes.create_unicode_buffer(256)
    _user32.GetClassNameW(window, name, len(name))
    if name.value in CONSOLES:
        raise SelectionUnreadable(SelectionFault.CONSOLE)
    process = wintypes.DWORD()
    _user32.GetWindowThreadProcessId(window, ctypes.byref(process))
    own = _integrity(_kernel32.GetCurrentProcessId())
    theirs = _integrity(process.value)
    if own is not None and (theirs is None or theirs > own):
        raise SelectionUnreadable(SelectionFault.ELEVATED)


def _integrity(process: int) -> int | None:
    """Return the level that Windows keeps keystrokes of lower ones from; None where hidden."""
    handle, token = _kernel32.OpenProcess(_QUERY_LIMITED, False, process), wintypes.HANDLE()
    if not handle:
        return None
    try:
        if not _advapi32.OpenProcessToken(handle, _TOKEN_QUERY, ctypes.byref(token)):
            return None
        try:
            return _level(token)
        finally:
            _kernel32.CloseHandle(token)
    finally:
        _kernel32.CloseHandle(handle)


def _level(token: wintypes.HANDLE) -> int | None:
    label, size = ctypes.create_string_buffer(256), wintypes.DWORD()
    if not _advapi32.GetTokenInformation(
        token, _TOKEN_INTEGRITY_LEVEL, label, len(label), ctypes.byref(size)
    ):
        return None
    sid = ctypes.c_void_p.from_buffer(label)  # TOKEN_MANDATORY_LABEL begins with it
    last = _advapi32.GetSidSubAuthorityCount(sid)[0] - 1
    return int(_advapi32.GetSidSubAuthority(sid, last)[0])
