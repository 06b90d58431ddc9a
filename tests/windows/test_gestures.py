"""The whole program: what is selected elsewhere is dialled by one combination of keys."""

from tests.windows.copies import calls, wait
from tests.windows.keyboard import press
from tests.windows.other_window import window_with
from traydial.platforms.selection import windows_clipboard as clipboard

TEXT = 13  # CF_UNICODETEXT
BEFORE = "vorher".encode("utf-16-le") + bytes(2)


def test_a_hotkey_dials_what_is_selected_in_another_program(qapp, running):
    clipboard.swap({TEXT: BEFORE}, 0)
    with window_with("Please call 7002 back"):
        press("Ctrl+Shift+F9")
        found = wait(lambda: calls(running))
        assert [call["number"] for call in found] == ["7002"]
        press("Ctrl+Shift+F10")
        wait(lambda: not calls(running))
    assert clipboard.keep()[TEXT] == BEFORE
