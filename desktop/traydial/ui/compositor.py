"""Whether windows can have soft edges: some X11 desktops run no compositor."""

import ctypes
import ctypes.util
from functools import cache

from PySide6.QtGui import QGuiApplication


def is_running() -> bool:
    """Tell whether a window's transparent parts show what lies behind it."""
    if QGuiApplication.platformName() != "xcb":
        return True
    return _someone_composes()


def _someone_composes() -> bool:
    # the owner of this selection is the compositor; Qt 6 has no call for it
    x11 = _x11()
    if x11 is None:
        return False
    display = ctypes.c_void_p(x11.XOpenDisplay(None))
    if not display:
        return False
    selection = f"_NET_WM_CM_S{x11.XDefaultScreen(display)}".encode()
    atom = ctypes.c_ulong(x11.XInternAtom(display, selection, 0))
    owner = x11.XGetSelectionOwner(display, atom)
    x11.XCloseDisplay(display)
    return bool(owner)


@cache  # to find it starts a process, and each popup asks
def _x11() -> ctypes.CDLL | None:
    try:
        x11 = ctypes.CDLL(ctypes.util.find_library("X11") or "libX11.so.6")
    except OSError:
        return None
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XInternAtom.restype = ctypes.c_ulong
    x11.XGetSelectionOwner.restype = ctypes.c_ulong
    return x11
