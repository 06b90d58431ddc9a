"""Presses keys as a keyboard does: whatever window is in front gets them, hotkeys first."""

import ctypes
from ctypes import wintypes

CODES = {"Ctrl": 0x11, "Alt": 0x12, "Shift": 0x10}


class _Key(ctypes.Structure):
    _fields_ = (
        ("code", wintypes.WORD),
        ("scan", wintypes.WORD),
        ("flags", wintypes.DWORD),
        ("time", wintypes.DWORD),
        ("extra", ctypes.c_size_t),
    )


class _Input(ctypes.Structure):
    _fields_ = (("kind", wintypes.DWORD), ("key", _Key), ("padding", ctypes.c_ubyte * 8))


_user32 = ctypes.WinDLL("user32", use_last_error=True)
_user32.SendInput.argtypes = (wintypes.UINT, ctypes.POINTER(_Input), ctypes.c_int)


def press(combination):
    """Press ``Ctrl+Shift+F9`` and let go of it."""
    codes = [_code(name) for name in combination.split("+")]
    hold(*codes)
    let_go(*reversed(codes))


def hold(*codes):
    _send([(code, 0) for code in codes])


def let_go(*codes):
    _send([(code, 2) for code in codes])


def _send(events):
    keys = (_Input * len(events))(*(_Input(1, _Key(code, 0, flags)) for code, flags in events))
    assert _user32.SendInput(len(events), keys, ctypes.sizeof(_Input)) == len(events)


def _code(name):
    if name in CODES:
        return CODES[name]
    return ord(name) if len(name) == 1 else 0x70 + int(name[1:]) - 1
