"""What of the macOS adapters runs without a Mac: sentences, numbers of keys, who is asked."""

import asyncio

import pytest

from traydial.domain.errors import SelectionFault, SelectionUnreadable
from traydial.platforms.hotkeys.macos import MacHotkeys
from traydial.platforms.selection.macos import MacSelection

EXISTS = -9878


class Carbon:
    """Notes what it is asked; ``press`` plays the system."""

    def __init__(self, outcome=0):
        self._outcome, self.taken, self.freed = outcome, {}, []

    def GetApplicationEventTarget(self):  # noqa: N802
        return 1

    def InstallEventHandler(self, target, handler, count, types, data, installed):  # noqa: N802
        self._handler = handler
        installed._obj.value = 77
        return 0

    def RemoveEventHandler(self, installed):  # noqa: N802
        self.freed.append("handler")
        return 0

    def RegisterEventHotKey(self, code, modifiers, key, target, options, registered):  # noqa: N802
        if not self._outcome:
            self.taken[code, modifiers] = key
            registered._obj.value = code + 1
        return self._outcome

    def UnregisterEventHotKey(self, registered):  # noqa: N802
        self.freed.append(registered.value - 1)
        return 0

    def GetEventParameter(self, event, name, kind, _kind, size, _size, key):  # noqa: N802
        key._obj.signature, key._obj.number = self._pressed.signature, self._pressed.number
        return 0

    def press(self, *keys):
        self._pressed = self.taken[keys]
        return self._handler(None, None, None)


def test_keys_are_taken_heard_and_freed():
    async def scenario():
        heard, carbon = [], Carbon()
        hotkeys = MacHotkeys(heard.append, lambda: carbon)
        await hotkeys.bind({"dial": "Ctrl+Shift+F9", "box": "Alt+Meta+D", "none": ""})
        assert {*carbon.taken} == {(101, 0x1200), (2, 0x900)}
        assert hotkeys.state.value == {"dial": "", "box": "", "none": ""}
        assert carbon.press(2, 0x900) == 0
        assert heard == []
        await asyncio.sleep(0)
        assert heard == ["box"]
        await hotkeys.aclose()
        assert carbon.freed == [101, 2, "handler"]

    asyncio.run(scenario())


@pytest.mark.parametrize(
    ("outcome", "keys", "sentence"),
    [
        (EXISTS, "Ctrl+F9", "Ctrl+F9 is taken by another program."),
        (-50, "Ctrl+F9", "macOS does not give Ctrl+F9 to this program."),
        (0, "Pause", "A Mac's keyboard has no Pause key, so Pause is not possible."),
    ],
)
def test_what_is_not_possible_is_told(outcome, keys, sentence):
    async def scenario():
        hotkeys = MacHotkeys([].append, lambda: Carbon(outcome))
        await hotkeys.bind({"dial": keys})
        assert hotkeys.state.value == {"dial": sentence}
        await hotkeys.aclose()

    asyncio.run(scenario())


def test_elsewhere_than_on_a_mac_they_say_so():
    async def scenario():
        hotkeys = MacHotkeys([].append)
        await hotkeys.bind({"dial": "F9"})
        assert hotkeys.state.value == {"dial": "macOS takes no keys from this program."}
        await hotkeys.aclose()
        with pytest.raises(SelectionUnreadable) as caught:
            await MacSelection().read()
        assert caught.value.fault is SelectionFault.NOT_HERE

    asyncio.run(scenario())
