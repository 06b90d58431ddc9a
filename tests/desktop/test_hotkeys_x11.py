"""Global keys on a real X server with a real window manager, pressed by xdotool."""

import asyncio
import contextlib
import gc
import json
import signal
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.desktop.ticking import turns
from tests.desktop.typist import Typist
from tests.desktop.xlab import XLab
from traydial.platforms.hotkeys.x11 import X11Hotkeys

pytestmark = [pytest.mark.live, pytest.mark.timeout(120)]

ROOT = Path(__file__).parents[2]
KEYS = {"dial": "Ctrl+Shift+F9"}
FREE = {"dial": ""}
TAKEN = {"dial": "Ctrl+Shift+F9 is taken by another program."}


class User:
    """Holds keys of the program under test, and presses them."""

    def __init__(self, lab):
        self._lab, self._pressed = lab, asyncio.Queue()
        self.hotkeys = X11Hotkeys(lab.env["DISPLAY"], self._pressed.put_nowait)

    async def bind(self, **wanted):
        await self.hotkeys.bind(wanted)
        return self.hotkeys.state.value

    async def do(self, *words):
        await asyncio.to_thread(self._lab.xdo, *words)

    async def press(self, keys):
        await self.do("key", keys)

    async def heard(self, seconds=5.0):
        async with asyncio.timeout(seconds):
            return await self._pressed.get()

    async def heard_before(self, keys, fence):
        """Press the keys of ``fence``; return what was heard until then."""
        await self.press(keys)
        heard = []
        while (name := await self.heard()) != fence:
            heard.append(name)
        return heard


def at_the_desk(scenario, **how):
    """Run a coroutine with a desktop and a user of the program."""

    async def run(lab):
        user = User(lab)
        try:
            await scenario(lab, user)
        finally:
            await user.hotkeys.aclose()

    with XLab(**how) as lab:
        asyncio.run(run(lab))


@contextlib.asynccontextmanager
async def second_program(lab):
    other = User(lab)
    try:
        yield other
    finally:
        await other.hotkeys.aclose()


def test_each_press_counts_once():
    async def scenario(_lab, user):
        assert await user.bind(dial="Ctrl+Shift+F9", box="Ctrl+Shift+F8") == {"dial": "", "box": ""}
        for _ in range(5):
            await user.press("ctrl+shift+F9")
        await user.press("ctrl+F9")  # not ours
        assert await user.heard_before("ctrl+shift+F8", "box") == ["dial"] * 5

    at_the_desk(scenario)


@pytest.mark.parametrize("locks", [["Num_Lock"], ["Caps_Lock"], ["Num_Lock", "Caps_Lock"]])
def test_locks_do_not_matter(locks):
    async def scenario(lab, user):
        await user.bind(dial="Ctrl+Shift+F9", box="Ctrl+Alt+K")
        for lock in locks:
            await user.press(lock)
        leds = lab.output("xset", "q")
        assert ("Num Lock:    on" in leds) is ("Num_Lock" in locks)
        assert ("Caps Lock:   on" in leds) is ("Caps_Lock" in locks)
        await user.press("ctrl+shift+F9")
        assert await user.heard_before("ctrl+alt+k", "box") == ["dial"]

    at_the_desk(scenario)


@pytest.mark.parametrize(
    ("combination", "keys"),
    [
        ("Pause", "Pause"),
        ("Shift+F12", "shift+F12"),
        ("Meta+D", "super+d"),
        ("Ctrl+Alt+Meta+7", "ctrl+alt+super+7"),
        ("Ctrl+Space", "ctrl+space"),
        ("Ctrl+Shift+Home", "ctrl+shift+Home"),
        ("Meta+End", "super+End"),
        ("Ctrl+Insert", "ctrl+Insert"),
    ],
)
def test_keys_of_all_kinds(combination, keys):
    async def scenario(_lab, user):
        assert await user.bind(dial=combination) == FREE
        await user.press(keys)
        assert await user.heard() == "dial"

    at_the_desk(scenario)


def test_the_window_in_front_does_not_see_the_key():
    async def scenario(lab, user):
        typist = await asyncio.to_thread(Typist, lab)
        await user.bind(dial="Ctrl+Shift+K")
        for keys in ("a", "ctrl+shift+k", "b"):
            await user.press(keys)
        assert await user.heard() == "dial"
        await asyncio.to_thread(typist.wait_for, 2)
        assert typist.typed() == "ab"
        await user.bind(dial="")
        await user.press("ctrl+shift+k")  # and now it does
        await asyncio.to_thread(typist.wait_for, 3)
        assert typist.typed() == "ab\x0b"

    at_the_desk(scenario)


def test_what_another_program_has_is_told_and_can_be_had_later():
    async def scenario(lab, user):
        assert await user.bind(**KEYS) == FREE
        async with second_program(lab) as other:
            assert await other.bind(**KEYS, box="Ctrl+Shift+F8") == TAKEN | {"box": ""}
            await user.press("ctrl+shift+F9")
            assert await user.heard() == "dial"
            assert await other.heard_before("ctrl+shift+F8", "box") == []
            await user.bind(dial="Ctrl+Shift+F10")
            assert await other.bind(**KEYS) == FREE
            await user.press("ctrl+shift+F9")
            assert await other.heard() == "dial"

    at_the_desk(scenario)


def test_a_key_that_is_taken_for_one_state_of_the_locks_is_taken():
    async def scenario(lab, user):
        from Xlib import XK, X, display

        other = display.Display(lab.env["DISPLAY"])
        try:
            keycode = other.keysym_to_keycode(XK.XK_F9)
            held = X.ControlMask | X.ShiftMask | X.Mod2Mask
            root = other.screen().root
            root.grab_key(keycode, held, False, X.GrabModeAsync, X.GrabModeAsync)
            other.sync()
            assert await user.bind(**KEYS) == TAKEN
            refused = []
            for locks in (0, X.LockMask):  # nothing of it is kept
                root.grab_key(
                    keycode,
                    X.ControlMask | X.ShiftMask | locks,
                    False,
                    X.GrabModeAsync,
                    X.GrabModeAsync,
                    onerror=lambda error, _: refused.append(error),
                )
            other.sync()
            assert refused == []
        finally:
            other.close()

    at_the_desk(scenario)


def test_what_the_window_manager_has_is_told():
    async def scenario(_lab, user):
        assert await user.bind(dial="Alt+F4") == {"dial": "Alt+F4 is taken by another program."}

    at_the_desk(scenario)


def test_one_combination_for_two_things_is_told():
    async def scenario(_lab, user):
        state = await user.bind(dial="Ctrl+Shift+F9", box="Ctrl+Shift+F9")
        assert state == {"dial": "", "box": "Ctrl+Shift+F9 is set twice."}

    at_the_desk(scenario)


def test_closing_frees_all():
    async def scenario(lab, user):
        await user.bind(**KEYS)
        await user.hotkeys.aclose()
        async with second_program(lab) as other, asyncio.timeout(5):
            while await other.bind(**KEYS) != FREE:
                pass  # the server notices a moment later

    at_the_desk(scenario)


def test_a_held_key_counts_once():
    async def scenario(lab, user):
        lab.run(["xset", "r", "rate", "100", "50"])
        typist = await asyncio.to_thread(Typist, lab)
        await user.do("keydown", "x")  # so this server does repeat keys
        await asyncio.to_thread(typist.wait_for, 5)
        await user.do("keyup", "x")
        await user.bind(dial="Ctrl+Shift+F9", box="Ctrl+Shift+F8")
        await user.do("keydown", "ctrl+shift+F9")
        assert await user.heard() == "dial"
        await asyncio.sleep(0.5)  # 20 repetitions
        await user.do("keyup", "ctrl+shift+F9")
        await user.press("ctrl+shift+F9")
        assert await user.heard_before("ctrl+shift+F8", "box") == ["dial"]

    at_the_desk(scenario)


async def follows(user, keys):
    """Press until it is heard: the keyboard was changed a moment ago."""
    async with asyncio.timeout(10):
        while True:
            await user.press(keys)
            with contextlib.suppress(TimeoutError):
                return await user.heard(0.2)


@pytest.mark.parametrize("layout", [["us", "-variant", "dvorak"], ["de"], ["us,ru"], ["fr"]])
def test_keys_follow_the_keyboard(layout):
    async def scenario(lab, user):
        assert await user.bind(dial="Ctrl+Shift+K", box="Ctrl+Shift+Y") == {"dial": "", "box": ""}
        for change in (layout, ["us"]):
            await asyncio.to_thread(lab.run, ["setxkbmap", *change])
            assert await follows(user, "ctrl+shift+k") == "dial"
            assert await user.heard_before("ctrl+shift+y", "box") in ([], ["dial"])

    at_the_desk(scenario)


def test_the_old_place_is_free_after_a_change_of_the_keyboard():
    async def scenario(lab, user):
        await user.bind(dial="Ctrl+Shift+K", box="Ctrl+Shift+F8")
        await user.press("ctrl+shift+45")  # the keycode of K on a US keyboard
        assert await user.heard() == "dial"
        await asyncio.to_thread(lab.run, ["setxkbmap", "us", "-variant", "dvorak"])
        assert await follows(user, "ctrl+shift+k") == "dial"
        await user.press("ctrl+shift+45")
        assert await user.heard_before("ctrl+shift+F8", "box") in ([], ["dial"])

    at_the_desk(scenario)


def test_a_key_that_the_keyboard_lacks_is_told_until_it_comes():
    async def scenario(lab, user):
        lab.run(["setxkbmap", "ru"])
        state = await user.bind(dial="Ctrl+Shift+K")
        assert state == {"dial": "This keyboard has no K key, so Ctrl+Shift+K is not possible."}
        changed = asyncio.Event()
        user.hotkeys.state.subscribe(lambda _: changed.set())
        await asyncio.to_thread(lab.run, ["setxkbmap", "us,ru"])
        async with asyncio.timeout(5):
            await changed.wait()
        assert user.hotkeys.state.value == FREE

    at_the_desk(scenario)


@pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning")  # python-xlib leaves it
def test_no_server_is_told_and_nothing_wanted_needs_none():
    async def scenario():
        hotkeys = X11Hotkeys(":4711", [].append)
        await hotkeys.bind({"dial": ""})
        assert hotkeys.state.value == FREE
        await hotkeys.bind(KEYS)
        assert "(:4711) cannot be reached" in hotkeys.state.value["dial"]
        await hotkeys.aclose()

    asyncio.run(scenario())
    gc.collect()  # here, and not in whatever test comes next


def test_a_server_that_ends_ends_it_quietly():
    async def scenario(lab, user):
        await user.bind(**KEYS)
        gone = asyncio.Event()
        user.hotkeys.state.subscribe(lambda _: gone.set())
        lab.signal_server(signal.SIGTERM)
        async with asyncio.timeout(5):
            await gone.wait()
        assert "cannot be reached" in user.hotkeys.state.value["dial"]

    at_the_desk(scenario, manager="")


@pytest.mark.parametrize("first", [False, True], ids=["connecting", "connected"])
def test_a_server_that_hangs_is_given_up_and_tried_again(first):
    async def scenario(lab, user):
        if first:
            await user.bind(dial="Ctrl+Shift+F10")
        lab.signal_server(signal.SIGSTOP)
        try:
            async with turns() as count:
                state = await user.bind(**KEYS)
            assert count[0] > 3
        finally:
            lab.signal_server(signal.SIGCONT)
        assert "cannot be reached" in state["dial"]
        assert await user.bind(**KEYS) == FREE
        await user.press("ctrl+shift+F9")
        assert await user.heard() == "dial"

    at_the_desk(scenario)


def test_given_up_before_it_began_nothing_is_left_open():
    async def scenario(_lab, user):
        await user.bind(**KEYS)
        go_on = threading.Event()
        loop = asyncio.get_running_loop()
        loop.set_default_executor(ThreadPoolExecutor(1))
        busy = asyncio.create_task(asyncio.to_thread(go_on.wait))
        await asyncio.sleep(0)
        binding = asyncio.create_task(user.bind(**KEYS))
        await asyncio.sleep(0)
        binding.cancel()
        await asyncio.wait([binding])
        go_on.set()
        await busy
        gc.collect()  # an open connection is told here

    at_the_desk(scenario)


def test_under_qt_keys_are_heard_while_a_menu_is_open():
    with XLab() as lab:
        app = lab.start(
            [sys.executable, "-m", "tests.desktop.keys_app"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=ROOT,
            env={"PYTHONPATH": f"{ROOT}:{ROOT / 'desktop'}"},
        )

        def tell(*words):
            app.stdin.write(" ".join(words).encode())
            app.stdin.flush()

        def told():
            return json.loads(app.stdout.readline())

        assert told() == ["ready"]
        tell("bind", "dial=Ctrl+Shift+F9")
        assert told() == ["state", FREE]
        lab.xdo("key", "ctrl+shift+F9")
        assert told() == ["pressed", "dial"]
        tell("menu")
        assert told() == ["menu", "open"]
        for _ in range(3):
            lab.xdo("key", "ctrl+shift+F9")
            assert told() == ["pressed", "dial"]
        tell("unmenu")
        assert told() == ["menu", "closed"]
        lab.run(["setxkbmap", "us", "-variant", "dvorak"])
        tell("bind", "dial=Ctrl+Shift+K")
        assert told() == ["state", FREE]
        lab.xdo("key", "ctrl+shift+k")
        assert told() == ["pressed", "dial"]
        app.stdin.close()
        assert app.wait(10) == 0
        assert lab.log(Path(sys.executable).name) == ""
