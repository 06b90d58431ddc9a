"""What a screen reader is told by the windows, read back as it does: through AT-SPI."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.desktop.test_focus import Desk
from tests.desktop.xlab import XLab

pytestmark = [pytest.mark.live, pytest.mark.timeout(120)]

HERE = Path(__file__).parent
NO_MEANING = ("filler", "unknown", "")


class Reader:
    """The screen reader, in the Python that has what it needs."""

    def __init__(self, lab):
        self._lab = lab
        self._process = lab.start(
            ["/usr/bin/python3", "-W", "ignore", str(HERE / "screen_reader.py")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        assert self._answer() == "ready"

    def ask(self, *words):
        self._process.stdin.write((json.dumps(words) + "\n").encode())
        self._process.stdin.flush()
        return self._answer()

    def _answer(self):
        line = self._process.stdout.readline()
        assert line, self._lab.log("python3")
        return json.loads(line)

    def parts(self, name):
        """Return what is seen once a part of this name is there."""
        found = []

        def there():
            found[:] = self.ask("tree")
            return any(part["name"] == name for part in found)

        self._lab.wait(there)
        return found


@pytest.fixture(scope="module")
def read():
    with XLab() as lab:
        lab.env["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"
        desk = Desk(lab)
        yield desk, Reader(lab)
        assert desk.quit() == 0


def one(parts, name, role):
    found = [part for part in parts if (part["name"], part["role"]) == (name, role)]
    assert found, (name, role, [(part["name"], part["role"]) for part in parts])
    return found[0]


@pytest.mark.parametrize(
    ("scene", "window", "parts"),
    [
        (
            "incoming-answer",
            "Anna Berger, Incoming call",
            {"Anna Berger": "label", "Answer": "push button", "Decline": "push button"},
        ),
        (
            "dial-box",
            "Dial",
            {"Name or number": "text", "Dial": "push button", "Close": "push button"},
        ),
        (
            "settings-connection",
            "Traydial settings",
            {
                "Pages": "list",
                "Address": "text",
                "Password": "password text",
                "Save": "push button",
            },
        ),
        (
            "history",
            "Calls",
            {
                "Search calls": "text",
                "Missed call, +49 89 998887, 08:19, missed": "table cell",
                "Note": "text",
                "Export…": "push button",
            },
        ),
        (
            "doctor",
            "Check the connection",
            {
                "Port 5041 is open: works": "label",
                "May record: worth a look": "label",
                "Phone PJSIP/7001: does not work": "label",
                "Check again": "push button",
            },
        ),
        (
            "notice",
            "Your own phone is not connected to the phone system. "
            "Check that it is switched on and signed in, then try again.",
            {"Hide": "push button", "Copy the details": "push button"},
        ),
        ("trayless", "Traydial", {"7001 · ready": "label", "Menu": "push button"}),
        ("question-premium", "Calls to this number cost extra. Call it?", {}),
        ("assistant-system", "Set up Traydial", {"Address": "text", "Next": "push button"}),
    ],
)
def test_windows_have_names_and_roles(read, scene, window, parts):
    desk, reader = read
    assert desk.ask("scene", scene) == scene
    seen = reader.parts(window)
    one(seen, window, "dialog")
    for name, role in parts.items():
        one(seen, name, role)
    assert [part for part in seen if "<qt>" in part["more"]] == []
    for part in seen:
        if "FOCUSABLE" in part["states"] and part["role"] not in NO_MEANING:
            assert part["name"] or part["labels"], part
    assert "demonstration" not in json.dumps([part["text"] for part in seen])


def test_a_choice_is_called_by_its_label(read):
    desk, reader = read
    desk.ask("scene", "settings-phone")
    seen = reader.parts("Extension")
    choices = [part for part in seen if part["role"] == "combo box" and part["labels"]]
    assert "When I dial:" in [label for part in choices for label in part["labels"]]


def test_a_call_is_announced_and_declined_without_eyes(read):
    desk, reader = read
    desk.ask("ring", "in-9")
    assert any("Anna Berger, Incoming call" in said for said in reader.ask("said", "Incoming"))
    assert reader.ask("press", "Decline")
    desk.wait_for(["hang_up", "in-9"])


def test_a_number_is_dialled_without_eyes(read):
    desk, reader = read
    desk.ask("scene", "dial-box")
    reader.parts("Name or number")
    assert reader.ask("write", "Name or number", "7002")
    assert reader.ask("press", "Dial")
    desk.wait_for(["dial", "7002"])
