"""The whole program on a real desktop: a key is pressed, and a phone of a real Asterisk rings."""

import asyncio
import contextlib
import os
import signal
import sys

import pytest

from tests.desktop.xlab import XLab
from tests.live.office import live
from tests.live.terminal import write_profile
from tests.pbx.asterisk import Asterisk, secret_of
from tests.pbx.phones import Phones

pytestmark = [pytest.mark.live, pytest.mark.timeout(180)]

TRAYDIAL = [sys.executable, "-m", "traydial"]


@pytest.fixture(scope="module")
def pbx():
    with Asterisk("22") as asterisk:
        yield asterisk


class Desktop:
    """A desktop with the program in its tray, online."""

    def __init__(self, lab, profile):
        self.lab, self.profile = lab, profile
        lab.env |= {"TRAYDIAL_SECRET": secret_of("desk")}
        lab.start([*TRAYDIAL, "--quietly", "--profile", str(profile)])
        lab.wait((profile / "traydial.sock").exists)
        self.traydial("status")
        # the keys are taken beside the start; a second program that wants one tells when
        lab.wait(lambda: "is taken" in self.probe("Ctrl+Shift+F9"))

    def traydial(self, *words):
        return self.lab.run([*TRAYDIAL, "--profile", str(self.profile), *words], timeout=30)

    def probe(self, keys):
        """Try to take a key combination as another program would; return what it is told."""
        return self.lab.output(sys.executable, "-c", PROBE, keys)

    def show(self, text):
        """Open a terminal with a line of text in it, alone on the screen, and select the line."""
        shows = f"printf '%s' '{text}'; exec sleep 600"
        self.lab.start(["xterm", "-geometry", "60x10+40+40", "-e", "sh", "-c", shows])
        found = self.lab.wait(lambda: self.lab.output("xdotool", "search", "--class", "xterm"))
        window = found.split()[-1]
        self.lab.xdo("windowactivate", "--sync", window)
        self.lab.wait(lambda: self._selected(window) == text)

    def _selected(self, window):
        self.lab.xdo("mousemove", "--window", window, "40", "12")
        self.lab.xdo("click", "--repeat", "3", "--delay", "30", "1")
        return self.lab.output("xclip", "-o", "-selection", "primary").strip()

    def copy(self, text):
        """Copy a text and keep it as a program does."""
        owner = self.lab.start(["xclip", "-quiet", "-selection", "clipboard"], stdin=-1)
        owner.stdin.write(text.encode())
        owner.stdin.close()
        self.lab.wait(lambda: self.clipboard() == text)

    def clipboard(self):
        return self.lab.output("xclip", "-o", "-selection", "clipboard")


PROBE = """
import asyncio, os, sys
from traydial.platforms.hotkeys.x11 import X11Hotkeys
async def main():
    keys = X11Hotkeys(os.environ["DISPLAY"], print)
    await keys.bind({"probe": sys.argv[1]})
    print(keys.state.value["probe"])
    await keys.aclose()
asyncio.run(main())
"""


@pytest.fixture
def desktop(tmp_path, pbx):
    with running(write_profile(tmp_path / "profile", pbx)) as desktop:
        yield desktop


@contextlib.contextmanager
def running(profile):
    """Yield a desktop with the program in its tray; both end with it."""
    with XLab() as lab:
        yield Desktop(lab, profile)
        with contextlib.suppress(FileNotFoundError, ProcessLookupError):
            os.kill(int((profile / "traydial.lock").read_text().split()[0]), signal.SIGTERM)
            lab.wait(lambda: not (profile / "traydial.lock").exists())


@contextlib.asynccontextmanager
async def own_phone(pbx):
    async with Phones("127.0.0.1", pbx.sip_port) as phones:
        yield await phones.add("7001", secret_of("7001"))


def test_the_key_dials_the_selection_and_another_hangs_up(desktop, pbx):
    async def scenario():
        async with own_phone(pbx) as phone:
            desktop.copy("something else")
            desktop.show("Ruf 030 123456 an (Rechnung 2026-0815)")
            desktop.lab.xdo("key", "ctrl+shift+F9")
            assert (await phone.ringing()).number == "030123456"
            desktop.lab.xdo("key", "ctrl+shift+F10")
            await phone.idle()
            assert [state for _, state, _ in phone.history].count("ringing") == 1
            assert desktop.clipboard() == "something else"

    live(scenario())


def test_verbs_dial_what_is_selected_and_what_was_copied(desktop, pbx):
    async def scenario():
        async with own_phone(pbx) as phone:
            desktop.show("7002")
            desktop.traydial("dial", "--selection")
            assert (await phone.ringing()).number == "7002"
            await phone.decline()
            await phone.idle()
            desktop.copy("Tel.: +49 (0)30 / 123 45-6")
            desktop.traydial("dial", "--clipboard")
            assert (await phone.ringing()).number == "+4930123456"
            await phone.decline()
            await phone.idle()
            assert desktop.clipboard() == "Tel.: +49 (0)30 / 123 45-6"

    live(scenario())


def test_several_numbers_ask_and_the_keyboard_chooses(desktop, pbx):
    async def scenario():
        async with own_phone(pbx) as phone:
            desktop.show("030 123456 oder 040 654321")
            desktop.lab.xdo("key", "ctrl+shift+F9")
            named = ("xdotool", "getwindowfocus", "getwindowname")
            desktop.lab.wait(lambda: desktop.lab.output(*named).strip() == "Traydial")
            desktop.lab.xdo("key", "Down")
            # an answer in the card's first moment counts for nothing: pressed until it does
            async with asyncio.timeout(10):
                while phone.state == "idle":
                    desktop.lab.xdo("key", "Return")
                    await asyncio.sleep(0.1)
            assert (await phone.ringing()).number == "040654321"
            await phone.decline()
            await phone.idle()

    live(scenario())


def test_a_copied_number_is_offered_where_that_is_wanted_and_never_dialled(tmp_path, pbx):
    profile = write_profile(tmp_path / "profile", pbx)
    with (profile / "config.toml").open("a") as config:
        config.write("[clipboard]\nwatch = true\n")
    with running(profile) as desktop:

        def offered():
            return desktop.lab.output("xdotool", "search", "--onlyvisible", "--name", "^Traydial$")

        async def scenario():
            async with own_phone(pbx) as phone:
                desktop.copy("no number in this")
                assert not offered()
                desktop.copy("Ruf 030 123456 an")
                desktop.lab.wait(offered)
                desktop.lab.wait(lambda: not offered())  # an offer goes by itself
                assert phone.calls == 0

        live(scenario())
