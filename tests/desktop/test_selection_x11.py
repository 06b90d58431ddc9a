"""What is selected in other windows, on a real X server, with owners good and bad."""

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from Xlib import display

from tests.desktop.ticking import turns
from tests.desktop.xlab import XLab
from traydial.domain.errors import SelectionFault, SelectionUnreadable
from traydial.platforms.selection.x11 import X11Selection

pytestmark = [pytest.mark.live, pytest.mark.timeout(120)]

ROOT = Path(__file__).parents[2]
OWN_MODULES = {"PYTHONPATH": f"{ROOT}:{ROOT / 'desktop'}"}
NUMBER = "+49 30 123-45 · ☎"
BUSY_S = 5.0  # what is read counts here, not how long that takes on a busy machine


@pytest.fixture(scope="module")
def whole_lab():
    with XLab() as lab:
        yield lab


@pytest.fixture
def lab(whole_lab):
    """Yield a desktop where nothing is selected; nothing is afterwards."""
    assert read(whole_lab) == ""
    with whole_lab.only_for_now():
        yield whole_lab


def read(lab):
    return asyncio.run(X11Selection(lab.env["DISPLAY"], within_s=BUSY_S).read())


def given_up(lab):
    """Return the fault, and how often the loop went on meanwhile."""

    async def run():
        async with turns() as count:
            with pytest.raises(SelectionUnreadable) as caught:
                await X11Selection(lab.env["DISPLAY"]).read()
            return caught.value.fault, count[0]

    return asyncio.run(run())


def own(lab, manner, text=NUMBER, selection="PRIMARY"):
    """Start a program that owns a selection."""
    owner = lab.start(
        [sys.executable, "-m", "tests.desktop.selection_owner", selection, manner, text],
        stdout=subprocess.PIPE,
        cwd=ROOT,
        env=OWN_MODULES,
    )
    assert owner.stdout.readline() == b"owner\n"
    return owner


def is_owned(lab, selection):
    connection = display.Display(lab.env["DISPLAY"])
    try:
        return bool(connection.get_selection_owner(connection.intern_atom(selection)))
    finally:
        connection.close()


def test_nothing_selected_is_an_empty_text(lab):
    assert read(lab) == ""


def test_a_line_of_a_terminal(lab):
    shows = f"yes '{NUMBER}' | head -n 200; exec cat"
    command = ["xterm", "-u8", "-geometry", "60x10+40+40", "-e", "sh", "-c", shows]
    lab.start(command, env={"LANG": "C.UTF-8"})
    found = lab.wait(lambda: lab.output("xdotool", "search", "--class", "xterm").split())

    def click():  # it may not be at its place yet, or not have drawn its lines
        x, y, _, height = lab.place_of(found[-1])
        lab.xdo("mousemove", x + 40, y + height // 2, "click", "--repeat", 3, 1)
        time.sleep(0.5)  # or the next one would be the fourth click
        return read(lab) == NUMBER

    lab.wait(click)


def test_a_field_of_another_qt_program_and_of_our_own(lab):
    app = lab.start(
        [sys.executable, "-m", "tests.desktop.keys_app"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=ROOT,
        env=OWN_MODULES,
    )

    def tell(*words):
        app.stdin.write(" ".join(words).encode())
        app.stdin.flush()

    assert json.loads(app.stdout.readline()) == ["ready"]
    tell("field", NUMBER)
    assert json.loads(app.stdout.readline()) == ["field", "shown"]
    lab.xdo("key", "ctrl+a")
    lab.wait(lambda: read(lab) == NUMBER)
    tell("read")  # the owner is the program that asks
    assert json.loads(app.stdout.readline()) == ["read", NUMBER]
    app.stdin.close()
    assert app.wait(10) == 0


@pytest.mark.parametrize(
    ("manner", "text", "expected"),
    [
        ("utf8", NUMBER, NUMBER),
        ("utf8", "030 123\r\n\n", "030 123"),
        ("utf8", "", ""),
        ("utf8", " é\u202f€😀" * 1000, (" é\u202f€😀" * 1000)[:2000]),
        ("utf8", "😀" * 3000, "😀" * 2000),
        ("utf8", "0" + "☎" * 7000, "0" + "☎" * 1999),
        ("latin1", "für 030 123", "für 030 123"),
        ("picture", NUMBER, ""),
        ("slow:0.15", NUMBER, NUMBER),
        ("pieces", NUMBER, NUMBER),
        ("pieces", "", ""),
    ],
)
def test_owners_of_all_kinds(lab, manner, text, expected):
    own(lab, manner, text)
    assert read(lab) == expected


@pytest.mark.parametrize("manner", ["slow:2", "stalls", "stopped", "vanishes"])
def test_an_owner_that_hangs_is_given_up_without_anybody_waiting(lab, manner):
    owner = own(lab, manner)
    if manner == "stopped":
        os.kill(owner.pid, signal.SIGSTOP)
    fault, went_on = given_up(lab)
    if manner == "stopped":
        os.kill(owner.pid, signal.SIGCONT)
    assert fault is SelectionFault.NO_ANSWER
    assert went_on > 3


def test_of_ten_megabytes_the_beginning_is_read(lab):
    paper = lab.folder / "long"
    paper.write_text("0123456789" * 1_000_000)
    lab.start(["xclip", "-quiet", "-selection", "primary", "-in", str(paper)])
    lab.wait(lambda: is_owned(lab, "PRIMARY"))
    for _ in range(3):  # the owner lives on
        assert read(lab) == "0123456789" * 200


def test_the_clipboard_is_not_touched(lab):
    clipboard = own(lab, "utf8", "precious", "CLIPBOARD")
    own(lab, "utf8")
    assert read(lab) == NUMBER
    assert lab.run(["xclip", "-out", "-selection", "clipboard"]) == "precious"
    clipboard.terminate()
    assert clipboard.stdout.read().split() == [b"UTF8_STRING"]  # that was xclip


def test_reading_at_the_same_time(lab):
    own(lab, "slow:0.02")

    async def run():
        selection = X11Selection(lab.env["DISPLAY"], within_s=BUSY_S)
        return await asyncio.gather(*(selection.read() for _ in range(4)))

    assert asyncio.run(run()) == [NUMBER] * 4


def test_a_server_that_hangs_is_given_up():
    async def scenario(lab):
        selection = X11Selection(lab.env["DISPLAY"])
        lab.signal_server(signal.SIGSTOP)
        try:
            with pytest.raises(SelectionUnreadable):
                await selection.read()
        finally:
            lab.signal_server(signal.SIGCONT)
        assert await X11Selection(lab.env["DISPLAY"], within_s=BUSY_S).read() == ""

    with XLab(manager="", bus=False) as lab:
        asyncio.run(scenario(lab))


@pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning")  # python-xlib leaves it
def test_no_server():
    with pytest.raises(SelectionUnreadable) as caught:
        asyncio.run(X11Selection(":4711").read())
    assert caught.value.fault is SelectionFault.OTHER
