"""On a real X server: nobody who types is disturbed, and the tray icon works in a panel."""

import json
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.desktop.typist import Typist
from tests.desktop.xlab import XLab

pytestmark = [pytest.mark.live, pytest.mark.timeout(120)]

ROOT = Path(__file__).parents[2]


class Desk:
    """The interface in a process of its own."""

    def __init__(self, lab):
        self._lab = lab
        self._process = lab.start(
            [sys.executable, "-m", "tests.desktop.desk_app"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=ROOT,
            env={"PYTHONPATH": f"{ROOT}:{ROOT / 'desktop'}"},
        )
        self._read = b""
        assert self._answer() == "ready"

    def ask(self, *words):
        self._process.stdin.write((" ".join(words) + "\n").encode())
        self._process.stdin.flush()
        return self._answer()

    def _answer(self, seconds=20.0):
        ends = time.monotonic() + seconds
        out = self._process.stdout
        while b"\n" not in self._read:
            ready, _, _ = select.select([out], [], [], max(0, ends - time.monotonic()))
            data = out.read1(4096) if ready else b""
            if not data:
                raise AssertionError(f"no answer; {self._lab.log(Path(sys.executable).name)}")
            self._read += data
        line, self._read = self._read.split(b"\n", 1)
        return json.loads(line)

    def quit(self):
        self._process.stdin.write(b"quit\n")
        self._process.stdin.flush()
        return self._process.wait(10)

    def click(self, do):
        self._lab.xdo("mousemove", *self.ask("where", do), "click", 1)

    def click_tray(self, button):
        """Click on the tray icon, once the panel has given it its place."""
        places = [None]

        def stands_still():
            places.append(self.ask("tray"))
            time.sleep(0.1)
            return places[-1] == places[-2] and places[-1][1] > 0

        self._lab.wait(stands_still)
        x, y, width, height = places[-1]
        self._lab.xdo("mousemove", x + width // 2, y + height // 2, "click", button)

    def wait_for(self, asked):
        self._lab.wait(lambda: asked in self.ask("asked"))


@pytest.fixture(params=[False, True], ids=["plain", "composed"])
def lab(request):
    with XLab(compositor=request.param) as lab:
        yield lab


@pytest.fixture
def plain_lab():
    with XLab() as lab:
        yield lab


def test_no_key_is_lost_when_a_popup_comes_and_its_buttons_are_clicked(lab):
    typist, desk = Typist(lab), Desk(lab)
    typist.begin()
    typist.wait_for(20)
    assert desk.ask("ring") == "up"
    assert desk.ask("ring", "in-2") == "up"
    typist.wait_for(60)
    desk.click("DECLINE")
    desk.wait_for(["hang_up", "in-1"])
    assert desk.ask("end", "in-1")
    typist.ends_undisturbed()


def test_no_key_is_lost_while_the_call_bar_is_used_and_dragged(lab):
    typist, desk = Typist(lab), Desk(lab)
    typist.begin()
    typist.wait_for(10)
    assert desk.ask("talk") == "up"
    desk.click("RECORD")
    desk.wait_for(["record", "talk-1", True])
    x, y, _, _ = desk.ask("card")
    lab.xdo("mousemove", x + 80, y + 8, "mousedown", 1)
    lab.xdo("mousemove", x - 40, y - 100, "mousemove", x - 120, y - 192, "mouseup", 1)
    lab.wait(lambda: desk.ask("card")[:2] == [x - 200, y - 200])
    typist.ends_undisturbed()


def test_cards_stand_where_they_were_put(lab):
    lab.start(["tint2"])
    lab.wait(lambda: lab.output("xdotool", "search", "--class", "tint2"))
    desk = Desk(lab)
    assert desk.ask("ring") == "up"
    assert desk.ask("ring", "in-2") == "up"
    lab.wait(lambda: desk.ask("strays") == [])


def test_a_card_comes_up_where_the_pointer_is_and_outlives_that_screen():
    with XLab(screen="2560x800x24") as lab:
        for name, left, output in (("LEFT", 0, "screen"), ("RIGHT", 1280, "none")):
            lab.run(["xrandr", "--setmonitor", name, f"1280/338x800/211+{left}+0", output])
        desk = Desk(lab)
        lab.xdo("mousemove", 1900, 300)
        desk.ask("ring")
        assert desk.ask("card")[0] > 1280
        lab.run(["xrandr", "--delmonitor", "RIGHT"])
        lab.wait(lambda: desk.ask("card")[0] < 1280)
        assert desk.ask("strays") == []


def test_it_ends_without_a_word(plain_lab):
    desk = Desk(plain_lab)
    desk.ask("talk")
    assert desk.quit() == 0
    assert plain_lab.log(Path(sys.executable).name) == ""


def test_the_transfer_picker_takes_the_keys_because_it_was_asked_for(lab):
    typist, desk = Typist(lab), Desk(lab)
    assert desk.ask("talk") == "up"
    desk.click("TRANSFER")
    assert desk.ask("picker") == "focus"
    lab.xdo("type", "7002")
    lab.xdo("key", "Return")
    desk.wait_for(["transfer", "talk-1", "7002"])
    assert typist.typed() == ""


def test_the_tray_menu_of_a_real_panel_opens_the_dial_box(plain_lab):
    lab = plain_lab
    lab.start(["tint2"])
    desk = Desk(lab)
    desk.click_tray(3)
    assert desk.ask("menu")[0] == "7001 · ready"
    lab.xdo("key", "Down", "Return")
    assert desk.ask("dial_box") == "focus"
    lab.xdo("type", "7002")
    lab.xdo("key", "Return")
    desk.wait_for(["dial", "7002"])


def test_a_click_on_the_icon_opens_the_dial_box(plain_lab):
    lab = plain_lab
    lab.start(["tint2"])
    desk = Desk(lab)
    desk.click_tray(1)
    assert desk.ask("dial_box") == "focus"


def test_the_icon_comes_to_a_panel_that_starts_later(plain_lab):
    desk = Desk(plain_lab)
    plain_lab.start(["tint2"])
    desk.click_tray(1)
    assert desk.ask("dial_box") == "focus"


def test_keys_alone_give_a_call_away_from_the_dial_box(plain_lab):
    desk = Desk(plain_lab)
    assert desk.ask("talk") == "up"
    assert desk.ask("open_dial_box") == "focus"
    plain_lab.xdo("key", "F10")
    for _ in desk.ask("menu"):
        plain_lab.xdo("key", "Down")
        if desk.ask("active").startswith("Transfer"):
            break
    plain_lab.xdo("key", "Return")
    assert desk.ask("picker") == "focus"
    plain_lab.xdo("type", "7002")
    plain_lab.xdo("key", "Return")
    desk.wait_for(["transfer", "talk-1", "7002"])
