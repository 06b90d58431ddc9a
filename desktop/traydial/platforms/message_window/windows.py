"""A window that is never shown, of the thread that runs Qt's loop.

Messages to a thread are lost while a menu or a moved window has a loop of its own; those to
a window are not.
"""

import ctypes
import sys
from collections.abc import Callable
from ctypes import wintypes

assert sys.platform == "win32"

_CLASS_NAME = "TraydialMessages"
_HWND_MESSAGE = wintypes.HWND(-3)
_RESULT = ctypes.c_ssize_t
_Procedure = ctypes.WINFUNCTYPE(
    _RESULT, wintypes.HWND, wintypes.UINT, wintypes.WPARAM, wintypes.LPARAM
)

_user32 = ctypes.WinDLL("user32", use_last_error=True)
_kernel32 = ctypes.WinDLL("kernel32", use_last_error=True)


class _WindowClass(ctypes.Structure):
    _fields_ = (
        ("style", wintypes.UINT),
        ("procedure", _Procedure),
        ("class_extra", ctypes.c_int),
        ("window_extra", ctypes.c_int),
        ("instance", wintypes.HINSTANCE),
        ("icon", wintypes.HANDLE),
        ("cursor", wintypes.HANDLE),
        ("background", wintypes.HANDLE),
        ("menu_name", wintypes.LPCWSTR),
        ("class_name", wintypes.LPCWSTR),
    )


_kernel32.GetModuleHandleW.argtypes = (wintypes.LPCWSTR,)
_kernel32.GetModuleHandleW.restype = wintypes.HMODULE
_user32.RegisterClassW.argtypes = (ctypes.POINTER(_WindowClass),)
_user32.RegisterClassW.restype = wintypes.ATOM
_user32.UnregisterClassW.argtypes = (wintypes.LPCWSTR, wintypes.HINSTANCE)
_user32.UnregisterClassW.restype = wintypes.BOOL
_user32.CreateWindowExW.argtypes = (
    wintypes.DWORD, wintypes.LPCWSTR, wintypes.LPCWSTR, wintypes.DWORD,
    ctypes.c_int, ctypes.c_int, ctypes.c_int, ctypes.c_int,
    wintypes.HWND, wintypes.HMENU, wintypes.HINSTANCE, wintypes.LPVOID,
)  # fmt: skip
_user32.CreateWindowExW.restype = wintypes.HWND
_user32.DestroyWindow.argtypes = (wintypes.HWND,)
_user32.DestroyWindow.restype = wintypes.BOOL
_user32.DefWindowProcW.argtypes = (
    wintypes.HWND, wintypes.UINT, wintypes.WPARAM, wintypes.LPARAM,
)  # fmt: skip
_user32.DefWindowProcW.restype = _RESULT


class MessageWindow:
    """Exists while somebody listens."""

    def __init__(self) -> None:
        self._listeners: dict[int, Callable[[int, int], None]] = {}
        self._procedure = _Procedure(self._received)  # Windows keeps no reference to it
        self.handle = 0

    def listen(self, message: int, tell: Callable[[int, int], None]) -> None:
        """Call ``tell`` with both parameters of each such message. Raises OSError."""
        if not self.handle:
            self._make()
        self._listeners[message] = tell

    def forget(self, message: int) -> None:
        """Listen to these messages no longer."""
        self._listeners.pop(message, None)
        if self.handle and not self._listeners:
            _user32.DestroyWindow(self.handle)
            _user32.UnregisterClassW(self._name, _kernel32.GetModuleHandleW(None))
            self.handle = 0

    @property
    def _name(self) -> str:
        return f"{_CLASS_NAME}{id(self)}"  # a class has one procedure

    def _make(self) -> None:
        instance = _kernel32.GetModuleHandleW(None)
        kind = _WindowClass(procedure=self._procedure, instance=instance, class_name=self._name)
        if not _user32.RegisterClassW(ctypes.byref(kind)):
            raise ctypes.WinError(ctypes.get_last_error())
        self.handle = (
            _user32.CreateWindowExW(
                0, self._name, None, 0, 0, 0, 0, 0, _HWND_MESSAGE, None, instance, None
            )
            or 0
        )
        if not self.handle:
            raise ctypes.WinError(ctypes.get_last_error())

    def _received(self, window: int, message: int, first: int, second: int) -> int:
        tell = self._listeners.get(message)
        if tell is None:
            return int(_user32.DefWindowProcW(window, message, first, second))
        tell(first or 0, second or 0)
        return 0
