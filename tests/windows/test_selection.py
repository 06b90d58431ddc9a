"""What is selected in another program: copied, and the clipboard as it was before."""

import asyncio
import ctypes
from ctypes import wintypes

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QColor, QGuiApplication, QImage

from tests.windows.keyboard import hold, let_go
from tests.windows.other_window import window_with
from traydial.app.loop import make_loop
from traydial.domain.errors import SelectionFault, SelectionUnreadable
from traydial.platforms.selection import windows_clipboard as clipboard
from traydial.platforms.selection.windows import WindowsSelection

OURS = {"ExcludeClipboardContentFromMonitorProcessing", "CanIncludeInClipboardHistory"}
user32 = ctypes.WinDLL("user32", use_last_error=True)
user32.SetForegroundWindow.argtypes = (wintypes.HWND,)
user32.GetForegroundWindow.restype = wintypes.HWND


@pytest.fixture
def read(qapp):
    """Read the selection on the loop that the program has."""
    with asyncio.Runner(loop_factory=lambda: make_loop(qapp)) as runner:
        selection = WindowsSelection()
        yield lambda: runner.run(asyncio.wait_for(selection.read(), 20))


@pytest.fixture
def copied(qapp):
    """Copy a text with its HTML and a picture, as a word processor does."""
    data = QMimeData()
    data.setText("vorher äöü")
    data.setHtml("<b>vorher</b> äöü")
    picture = QImage(5, 3, QImage.Format.Format_RGB32)
    picture.fill(QColor("red"))
    data.setImageData(picture)
    data.setData("application/x-traydial-test", b"\0\1\2")
    QGuiApplication.clipboard().setMimeData(data)
    yield
    QGuiApplication.clipboard().clear()


def held(qapp):
    """Return all formats of the clipboard, by name, as any program sees them."""
    with asyncio.Runner(loop_factory=lambda: make_loop(qapp)) as runner:
        contents = runner.run(asyncio.to_thread(clipboard.keep))
    return {clipboard._name(kind) or kind: data for kind, data in contents.items()}


def test_the_text_comes_and_everything_that_was_copied_before_is_back(qapp, copied, read):
    before = held(qapp)
    assert before["HTML Format"]
    with window_with("Anruf unter +49 30 123-456 ☎"):
        assert read() == "Anruf unter +49 30 123-456 ☎"
    after = held(qapp)
    assert {name: after.get(name) for name in before} == before
    assert {*after} - {*before} >= OURS
    now = QGuiApplication.clipboard().mimeData()
    assert (now.text(), now.hasImage()) == ("vorher äöü", True)
    assert "<b>vorher</b>" in now.html()


def test_only_the_beginning_of_a_long_text_counts(read):
    with window_with("0123456789" * 300):
        assert read() == "0123456789" * 200


def test_where_nothing_is_selected_nothing_is_touched(qapp, copied, read):
    with window_with(""):
        number = clipboard.changes()
        assert read() == ""
        assert clipboard.changes() == number
    assert QGuiApplication.clipboard().text() == "vorher äöü"


def test_an_empty_clipboard_is_empty_again(qapp, read):
    QGuiApplication.clipboard().clear()
    with window_with("7002"):
        assert read() == "7002"
    assert held(qapp) == {}


def test_it_waits_for_the_keys_of_the_hotkey_to_be_let_go(qapp, copied, read):
    with window_with("7002"):
        hold(0x11, 0x10)
        try:
            assert read() == "7002"  # still held after a while: let go for the user
        finally:
            let_go(0x10, 0x11)
    assert QGuiApplication.clipboard().text() == "vorher äöü"


def test_what_only_its_owner_understands_is_not_put_at_risk(qapp, read):
    private = 0x200  # CF_PRIVATEFIRST
    with clipboard._opened():
        user32.EmptyClipboard()
        clipboard._write(private, b"12345678")
    number = clipboard.changes()
    with window_with("7002"), pytest.raises(SelectionUnreadable) as caught:
        read()
    assert caught.value.fault is SelectionFault.OTHER
    assert "could not be put back" in str(caught.value)
    assert clipboard.changes() == number
    QGuiApplication.clipboard().clear()


def test_a_program_that_keeps_the_clipboard_open_is_told(qapp, read):
    with window_with("7002"), clipboard._opened(), pytest.raises(SelectionUnreadable) as caught:
        read()
    assert caught.value.fault is SelectionFault.NO_ANSWER


@pytest.mark.parametrize("kind", ["ConsoleWindowClass", "CASCADIA_HOSTING_WINDOW_CLASS"])
def test_a_console_is_not_sent_what_would_interrupt_it(qapp, qtbot, copied, read, kind):
    window = show_window_of(kind)
    try:
        qtbot.waitUntil(lambda: user32.GetForegroundWindow() == window)
        with pytest.raises(SelectionUnreadable) as caught:
            read()
        assert caught.value.fault is SelectionFault.CONSOLE
        assert QGuiApplication.clipboard().text() == "vorher äöü"
    finally:
        user32.DestroyWindow(wintypes.HWND(window))


def show_window_of(kind):
    """Show an empty window of this class."""
    from traydial.platforms.message_window import windows as native

    procedure = native._Procedure(native._user32.DefWindowProcW)
    show_window_of.kept = procedure
    instance = native._kernel32.GetModuleHandleW(None)
    native._user32.RegisterClassW(
        native._WindowClass(procedure=procedure, instance=instance, class_name=kind)
    )
    visible = 0x10CF0000  # WS_OVERLAPPEDWINDOW | WS_VISIBLE
    window = native._user32.CreateWindowExW(
        0, kind, kind, visible, 50, 50, 300, 200, None, None, instance, None
    )
    user32.SetForegroundWindow(window)
    return window
