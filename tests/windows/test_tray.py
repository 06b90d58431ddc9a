"""The icon in Windows' notification area: there, clicked, its menu opened with the other button."""

import ctypes
from ctypes import wintypes

import pytest
from pytestqt.exceptions import TimeoutError as NotSeen

from tests.ui.people import ONLINE, FakeActions, outgoing
from traydial.ui.tray import Tray

WINES_TRAY = "__winex11_standalone_tray"  # what Wine shows where no panel has a place for icons
LEFT, RIGHT = (0x2, 0x4), (0x8, 0x10)
user32 = ctypes.WinDLL("user32", use_last_error=True)
user32.FindWindowW.restype = wintypes.HWND
user32.FindWindowW.argtypes = (wintypes.LPCWSTR, wintypes.LPCWSTR)
user32.GetClientRect.argtypes = (wintypes.HWND, ctypes.POINTER(wintypes.RECT))
user32.ClientToScreen.argtypes = (wintypes.HWND, ctypes.POINTER(wintypes.POINT))


@pytest.fixture
def tray(qtbot):
    it = Tray(FakeActions(), lambda number: number)
    it.connection_changed(ONLINE)
    it.show()
    yield it
    it.close()


def places_of(tray, qtbot):
    """Yield where the icon may be; Wine does not tell, and its row may hold icons of the dead."""

    def window():
        return user32.FindWindowW(WINES_TRAY, None)

    qtbot.waitUntil(lambda: not tray.icon.geometry().isEmpty() or window() is not None)
    if not tray.icon.geometry().isEmpty():
        yield tray.icon.geometry().center().toTuple()
        return
    size, corner = wintypes.RECT(), wintypes.POINT()
    user32.GetClientRect(window(), ctypes.byref(size))
    user32.ClientToScreen(window(), ctypes.byref(corner))
    for x in range(10, size.right, 20):
        yield corner.x + x, corner.y + size.bottom // 2


def click_until(tray, button, so, qtbot):
    tried = []
    # a dead icon goes when it is clicked, and ours moves
    for place in (place for _ in range(3) for place in places_of(tray, qtbot)):
        tried.append(place)
        user32.SetCursorPos(*place)
        for step in button:
            user32.mouse_event(step, 0, 0, 0, 0)
        try:
            qtbot.waitUntil(so, timeout=700)
        except NotSeen:
            continue
        return
    raise AssertionError(f"clicked in vain at {tried}")


def test_clicks_on_the_icon_are_told_and_the_other_button_opens_the_menu(tray, qtbot):
    clicks = []
    tray.clicked.connect(lambda: clicks.append(1))
    assert tray.icon.isVisible()
    before = tray.icon.toolTip()
    click_until(tray, LEFT, lambda: clicks != [], qtbot)
    call = outgoing()
    tray.calls_changed({call.key: call})  # another icon, and it is still ours
    assert tray.icon.toolTip() != before
    click_until(tray, RIGHT, tray.menu.isVisible, qtbot)
    assert any(action.text().startswith("Quit") for action in tray.menu.actions())
    tray.menu.hide()
