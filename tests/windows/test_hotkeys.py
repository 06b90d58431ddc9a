"""Global keys: taken, swallowed, refused, let go."""

import asyncio
import subprocess
import sys

import pytest
from PySide6.QtWidgets import QLineEdit

from tests.windows.keyboard import press
from traydial.platforms.hotkeys.windows import WindowsHotkeys, virtual_key
from traydial.platforms.message_window.windows import MessageWindow

OTHER_PROGRAM = """
import sys
from tests.windows.test_hotkeys import WindowsHotkeys, MessageWindow
import asyncio
hotkeys = WindowsHotkeys(MessageWindow(), print)
asyncio.run(hotkeys.bind({"x": sys.argv[1]}))
print(hotkeys.state.value["x"] or "mine", flush=True)
sys.stdin.read()
"""


class Held:
    def __init__(self):
        self.pressed = []
        self.hotkeys = WindowsHotkeys(MessageWindow(), self.pressed.append)

    def bind(self, **wanted):
        asyncio.run(self.hotkeys.bind(wanted))
        return dict(self.hotkeys.state.value)


@pytest.fixture
def held(qapp):
    it = Held()
    yield it
    asyncio.run(it.hotkeys.aclose())


@pytest.fixture
def field(qtbot):
    """Yield a text field that has the keyboard."""
    it = QLineEdit()
    qtbot.addWidget(it)
    it.show()
    it.activateWindow()
    qtbot.waitUntil(it.hasFocus)
    return it


def test_keys_come_by_name_and_do_not_reach_the_window_in_front(held, field, qtbot):
    assert held.bind(dial="Ctrl+Shift+F9", box="Ctrl+Shift+7") == {"dial": "", "box": ""}
    press("Ctrl+Shift+F9")
    press("Ctrl+Shift+7")
    press("A")
    qtbot.waitUntil(lambda: held.pressed == ["dial", "box"])
    qtbot.waitUntil(lambda: field.text() == "a")


def test_new_keys_replace_the_old_ones(held, field, qtbot):
    held.bind(dial="Ctrl+Shift+F9")
    assert held.bind(dial="Ctrl+Alt+F7") == {"dial": ""}
    press("Ctrl+Shift+F9")
    press("Ctrl+Alt+F7")
    qtbot.waitUntil(lambda: held.pressed == ["dial"])
    assert held.bind() == {}
    press("Ctrl+Alt+F7")
    press("C")
    qtbot.waitUntil(lambda: field.text() == "c")
    assert held.pressed == ["dial"]


def test_what_another_program_has_is_told_and_can_be_had_when_it_ends(held):
    command = [sys.executable, "-c", OTHER_PROGRAM, "Ctrl+Shift+F9"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout.readline().strip() == b"mine"
        assert held.bind(dial="Ctrl+Shift+F9", box="Ctrl+Shift+F8") == {
            "dial": "Ctrl+Shift+F9 is taken by another program.",
            "box": "",
        }
        other.stdin.close()
        other.wait(20)
    assert held.bind(dial="Ctrl+Shift+F9") == {"dial": ""}


def test_one_combination_for_two_things_is_no_conflict_with_others(held):
    assert held.bind(dial="Ctrl+Shift+F9", box="Ctrl+Shift+F9") == {
        "dial": "",
        "box": "Ctrl+Shift+F9 is set for two things.",
    }


@pytest.mark.parametrize(
    ("key", "code"), [("A", 0x41), ("0", 0x30), ("F1", 0x70), ("F24", 0x87), ("Pause", 0x13)]
)
def test_keys_have_the_codes_of_winuser_h(key, code):
    assert virtual_key(key) == code
