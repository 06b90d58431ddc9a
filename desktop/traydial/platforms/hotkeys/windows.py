"""Global keys on Windows: RegisterHotKey, which swallows the key and tells who is too late."""

import ctypes
import sys
from collections.abc import Callable, Mapping
from ctypes import wintypes

from traydial.domain.language import tr
from traydial.domain.store import Store
from traydial.platforms import WindowMessages

assert sys.platform == "win32"

WM_HOTKEY = 0x0312
_MOD_NOREPEAT = 0x4000
_MODIFIERS = {"Alt": 0x1, "Ctrl": 0x2, "Shift": 0x4, "Meta": 0x8}
_KEYS = {"Pause": 0x13, "Space": 0x20, "End": 0x23, "Home": 0x24, "Insert": 0x2D}
_F1 = 0x70
_ERROR_HOTKEY_ALREADY_REGISTERED = 1409

_user32 = ctypes.WinDLL("user32", use_last_error=True)
_user32.RegisterHotKey.argtypes = (wintypes.HWND, ctypes.c_int, wintypes.UINT, wintypes.UINT)
_user32.RegisterHotKey.restype = wintypes.BOOL
_user32.UnregisterHotKey.argtypes = (wintypes.HWND, ctypes.c_int)
_user32.UnregisterHotKey.restype = wintypes.BOOL


class WindowsHotkeys:
    """``on_pressed`` is called with the name that was bound; ``window`` gets the messages."""

    def __init__(self, window: WindowMessages, on_pressed: Callable[[str], None]) -> None:
        self._window, self._on_pressed = window, on_pressed
        self._names: dict[int, str] = {}
        self._last = 0
        self.state: Store[Mapping[str, str]] = Store({})

    async def bind(self, wanted: Mapping[str, str]) -> None:
        """Let go of all combinations and take these: name -> ``Ctrl+Shift+F9``."""
        self._let_go()
        if any(wanted.values()):
            self._window.listen(WM_HOTKEY, self._pressed)
        else:
            self._window.forget(WM_HOTKEY)
        taken: set[str] = set()
        state = {}
        for name, combination in wanted.items():
            if combination in taken:
                state[name] = tr("{combination} is set for two things.", combination=combination)
            else:
                state[name] = self._take(name, combination) if combination else ""
                taken.add(combination)
        self.state.set(state)

    async def aclose(self) -> None:
        """Let go of everything."""
        self._let_go()
        self._window.forget(WM_HOTKEY)

    def _take(self, name: str, combination: str) -> str:
        """Return why not, or an empty text."""
        *held, key = combination.split("+")
        bits = _MOD_NOREPEAT
        for modifier in held:
            bits |= _MODIFIERS[modifier]
        number = self._last = self._last % 0xBFFF + 1  # a late message must not mean another name
        if _user32.RegisterHotKey(self._window.handle, number, bits, virtual_key(key)):
            self._names[number] = name
            return ""
        error = ctypes.get_last_error()
        if error == _ERROR_HOTKEY_ALREADY_REGISTERED:
            return tr("{combination} is taken by another program.", combination=combination)
        return tr(
            "Windows does not give us {combination}: {why}",
            combination=combination,
            why=ctypes.FormatError(error).strip(),
        )

    def _let_go(self) -> None:
        for number in self._names:
            _user32.UnregisterHotKey(self._window.handle, number)
        self._names.clear()

    def _pressed(self, number: int, _keys: int) -> None:
        if name := self._names.get(number):
            self._on_pressed(name)


def virtual_key(key: str) -> int:
    """Return Windows' code of a key that the settings know."""
    if len(key) == 1:
        return ord(key)  # letters and digits are their own code
    return _KEYS.get(key) or _F1 + int(key.removeprefix("F")) - 1
