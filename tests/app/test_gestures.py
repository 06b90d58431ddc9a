"""Links, keys and the clipboard, tied to the intake; adapters are stood in for."""

import asyncio
from dataclasses import replace

import pytest

from traydial.app.gestures import Gestures
from traydial.app.platform import Platform
from traydial.domain.calls import Call, Direction, Phase
from traydial.domain.connection import Connection, Link
from traydial.domain.errors import (
    DesktopError,
    NothingToDial,
    SelectionFault,
    SelectionUnreadable,
    SettingsError,
)
from traydial.domain.privileges import Ability
from traydial.domain.settings import ClipboardSettings, DialSettings, HotkeySettings, Settings
from traydial.domain.store import Store
from traydial.domain.wishes import Source
from traydial.platforms import NoSessionLock

SETTINGS = Settings(dialling=DialSettings(country="DE", form="e164"))


class Text:
    """A selection or clipboard."""

    def __init__(self):
        self.text, self.on_change = "", None

    async def read(self):
        if isinstance(self.text, DesktopError):
            raise self.text
        return self.text

    def watch(self, on_change):
        self.on_change = on_change


class Keys:
    def __init__(self, on_pressed):
        self.press, self.state, self.bound, self.closed = on_pressed, Store({}), {}, False
        self.times = 0

    async def bind(self, wanted):
        self.bound = dict(wanted)
        self.times += 1

    async def aclose(self):
        self.closed = True


class Links:
    def __init__(self, on_open, on_activate):
        self.open, self.activate, self.running = on_open, on_activate, False

    async def start(self):
        self.running = True
        return True

    async def aclose(self):
        self.running = False


class FakeCore:
    """A core that is online; its phone notes what it is to do."""

    def __init__(self):
        self.dialled, self.hung_up, self.alive = [], [], set()
        self.phone = self.remote = self
        self.listens, self.answered = False, []
        self.is_online = asyncio.Event()
        self.is_online.set()
        self.why_not = None
        self.connection = Store(Connection(Link.ONLINE, abilities=frozenset(Ability)))

    async def online(self):
        await self.is_online.wait()
        if self.why_not:
            raise self.why_not

    def new_key(self):
        return f"key-{len(self.dialled)}"

    async def dial(self, number, key):
        self.dialled.append((number.dial, number.meant))
        self.alive.add(key)

    async def hang_up(self, key):
        self.hung_up.append(key)
        self.alive.discard(key)

    def can_answer(self, call):
        return self.listens

    async def answer(self, key):
        self.answered.append(key)

    def is_alive(self, key):
        return key in self.alive

    def call(self, key):
        return Call(key, Direction.OUT, Phase.OWN_RINGING, 0.0)


class Room:
    def __init__(self):
        self.core, self.settings = FakeCore(), Store(SETTINGS)
        self.calls = Store({})
        self.said, self.boxes, self.asked, self.revealed, self.tasks = [], [], [], 0, []
        self.selection, self.clipboard = Text(), Text()
        self.lock = NoSessionLock()
        self.why_no_core = None
        platform = Platform(self._keys, self._links, self.selection, self.clipboard, self.lock)
        self.pages = 0
        self.files = []
        self.gestures = Gestures(
            *(self._core, self, self.settings, self.calls, self._start, platform, self.open_page),
            self.files.append,
        )

    def _core(self):
        if self.why_no_core:
            raise self.why_no_core
        return self.core

    def _keys(self, on_pressed):
        self.keys = Keys(on_pressed)
        return self.keys

    def _links(self, on_open, on_activate):
        self.links = Links(on_open, on_activate)
        return self.links

    def _start(self, work):
        self.tasks.append(asyncio.get_running_loop().create_task(work))

    async def settled(self):
        """Let everything that was started come to its end."""
        while self.tasks:
            done = await asyncio.gather(self.tasks.pop(0), return_exceptions=True)
            self.said += [error for error in done if isinstance(error, Exception)]
        for _ in range(5):
            await asyncio.sleep(0)

    async def open_page(self):
        self.pages += 1

    # windows
    def ask(self, question, then):
        self.asked.append(question)

    def open_dial_box(self, text=""):
        self.boxes.append(text)

    def say(self, error):
        self.said.append(error)

    def reveal_calls(self):
        self.revealed += 1


def scene(play):
    """Run a scene in a room whose gestures are running."""

    async def scenario():
        room = Room()
        await room.gestures.start()
        await room.settled()
        try:
            await play(room)
        finally:
            await room.gestures.aclose()
        assert room.keys.closed
        assert not room.links.running

    asyncio.run(scenario())


def test_the_keys_of_the_settings_are_taken_and_changed():
    async def play(room):
        assert room.keys.bound == {
            "dial_selection": "Ctrl+Shift+F9",
            "answer_hang_up": "Ctrl+Shift+F10",
            "dial_box": "Ctrl+Shift+F8",
        }
        room.settings.set(Settings(hotkeys=HotkeySettings("Ctrl+Alt+D", "", "")))
        await room.settled()
        assert room.keys.bound == {"dial_selection": "Ctrl+Alt+D"}
        room.settings.set(replace(room.settings.value, clipboard=ClipboardSettings(watch=True)))
        await room.settled()
        assert room.keys.times == 2  # other settings do not touch the keys

    scene(play)


def test_the_key_dials_what_is_selected():
    async def play(room):
        room.selection.text = "Ruf 030 1234567 an"
        room.keys.press("dial_selection")
        await room.settled()
        assert room.core.dialled == [("+49301234567", "+49301234567")]

    scene(play)


def test_a_file_with_settings_is_no_link():
    async def play(room):
        room.links.open("file:///Users/anna/B%C3%BCro%20%231.traydial")
        await room.settled()
        assert (room.files, room.said) == (["/Users/anna/Büro #1.traydial"], [])

    scene(play)


def test_a_selection_that_cannot_be_read_is_told():
    async def play(room):
        room.selection.text = SelectionUnreadable(SelectionFault.NO_ANSWER)
        room.keys.press("dial_selection")
        await room.settled()
        assert room.said == [room.selection.text]
        assert room.core.dialled == []

    scene(play)


def test_nothing_selected_opens_the_dial_box():
    async def play(room):
        room.keys.press("dial_selection")
        room.keys.press("dial_box")
        await room.settled()
        assert room.boxes == ["", ""]

    scene(play)


@pytest.mark.parametrize(
    ("direction", "phase", "hung_up", "revealed"),
    [
        (Direction.OUT, Phase.OWN_RINGING, ["a"], 0),
        (Direction.OUT, Phase.TALKING, ["a"], 0),
        (Direction.IN, Phase.TALKING, ["a"], 0),
        (Direction.IN, Phase.HELD, ["a"], 0),
        (Direction.IN, Phase.RINGING, [], 1),  # to decline by accident would lose a caller
        (Direction.IN, Phase.ENDED, [], 0),
    ],
)
def test_the_key_ends_the_call_there_is(direction, phase, hung_up, revealed):
    async def play(room):
        room.calls.set({"a": Call("a", direction, phase, 0.0)})
        room.keys.press("answer_hang_up")
        await room.settled()
        assert (room.core.hung_up, room.revealed) == (hung_up, revealed)

    scene(play)


def test_a_key_opens_the_customers_page():
    async def play(room):
        keys = replace(SETTINGS.hotkeys, open_page="Ctrl+Shift+F11")
        room.settings.set(replace(SETTINGS, hotkeys=keys))
        room.keys.press("open_page")
        await room.settled()
        assert room.pages == 1

    scene(play)


def test_of_several_calls_the_key_ends_the_one_that_the_user_is_on():
    async def play(room):
        talks = Call("talks", Direction.IN, Phase.TALKING, 0.0)
        held = Call("held", Direction.IN, Phase.HELD, 0.0)
        rings = Call("rings", Direction.IN, Phase.RINGING, 0.0)
        room.calls.set({call.key: call for call in (talks, held, rings)})
        room.keys.press("answer_hang_up")
        await room.settled()
        assert room.core.hung_up == ["talks"]

    scene(play)


def test_the_key_answers_where_the_phone_listens():
    async def play(room):
        room.core.listens = True
        room.calls.set({"in-1": Call("in-1", Direction.IN, Phase.RINGING, 0.0)})
        room.keys.press("answer_hang_up")
        await room.settled()
        assert (room.core.answered, room.core.hung_up, room.revealed) == (["in-1"], [], 0)
        room.core.connection.set(Connection(Link.ONLINE))  # an account that may not
        room.keys.press("answer_hang_up")
        await room.settled()
        assert (room.core.answered, room.revealed) == (["in-1"], 1)

    scene(play)


def test_the_clipboard_is_dialled_on_request():
    async def play(room):
        room.clipboard.text = "030 1234567"
        await room.gestures.dial_clipboard()
        await room.settled()
        assert len(room.core.dialled) == 1

    scene(play)


def test_copied_numbers_are_offered_only_where_that_is_wanted():
    async def play(room):
        assert room.clipboard.on_change is None
        room.settings.set(Settings(SETTINGS.pbx, clipboard=ClipboardSettings(watch=True)))
        room.clipboard.text = "+49 30 1234567"
        for _ in range(3):  # some programs copy the same thing several times
            room.clipboard.on_change()
        await room.settled()
        assert [(q.source, q.why) for q in room.asked] == [(Source.CLIPBOARD, "copied")]
        assert room.core.dialled == []
        room.settings.set(SETTINGS)
        assert room.clipboard.on_change is None

    scene(play)


def test_a_link_of_the_desktop_is_dialled():
    async def play(room):
        room.links.open("tel:+49-30-1234567")
        await room.settled()
        assert len(room.core.dialled) == 1
        room.links.activate()
        assert room.boxes == [""]

    scene(play)


def test_what_is_wrong_with_a_link_is_told():
    async def play(room):
        room.links.open("tel:anna")
        room.why_no_core = SettingsError("not set up")
        room.links.open("tel:+49301234567")
        await room.settled()
        assert [type(error) for error in room.said] == [NothingToDial, SettingsError]

    scene(play)


def test_a_link_that_comes_too_early_waits_for_the_phone_system():
    async def play(room):
        room.core.is_online.clear()
        dialling = room.gestures.link("tel:+49301234567")
        await room.settled()
        assert room.core.dialled == []
        room.core.is_online.set()
        await dialling.task
        assert len(room.core.dialled) == 1

    scene(play)


def test_links_at_once_are_taken_back_before_and_after_they_were_sent():
    async def play(room):
        room.core.is_online.clear()
        first = room.gestures.link("tel:+49301234567")
        assert room.gestures.link("tel:+49301234568") is None
        room.core.is_online.set()
        await room.settled()
        assert first.task.cancelled()
        assert room.core.dialled == []
        assert [n.meant for n in room.asked[-1].numbers] == ["+49301234567", "+49301234568"]

    scene(play)


def test_a_call_that_rings_already_is_hung_up_when_more_links_come():
    async def play(room):
        first = room.gestures.link("tel:+49301234567")
        await first.task
        room.gestures.link("tel:+49301234568")
        await room.settled()
        assert room.core.hung_up == ["key-0"]
        assert len(room.asked[-1].numbers) == 2

    scene(play)
