"""One connection to an X server that holds grabs of keys. Its methods wait for the server."""

import contextlib
import logging
import socket
from collections.abc import Mapping

from Xlib import X, display, error

from traydial.domain.language import tr
from traydial.platforms.hotkeys.x11_keyboard import Keyboard, Keys, NotOnKeyboard

log = logging.getLogger(__name__)

GONE = (error.DisplayError, error.ConnectionClosedError, error.XauthError, OSError)


class KeyGrabs:
    """Raises one of ``GONE`` where there is no server, or no longer."""

    def __init__(self, display_name: str) -> None:
        self._display = display.Display(display_name)
        self._display.set_error_handler(_note_error)
        self.descriptor = self._display.fileno()  # readable when there is something for ``news``
        self._root = self._display.screen().root
        self._keyboard = Keyboard(0, (), ())
        self._held: dict[Keys, str] = {}
        self._down: set[int] = set()
        self._released: dict[int, int] = {}

    def take(self, wanted: Mapping[str, str]) -> dict[str, str]:
        """Hold these combinations and no other; return, for each name, why not or ""."""
        self._keyboard = self._read_keyboard()
        state, places = self._places(wanted)
        self._root.ungrab_key(X.AnyKey, X.AnyModifier)
        refused = {keys: self._grab(keys) for keys in places}
        self._display.sync()
        self._held = {}
        for keys, name in places.items():
            if refused[keys].get_error() is None:
                self._held[keys] = name
                continue
            for locks in self._keyboard.lock_states:  # some of them may have been free
                self._root.ungrab_key(keys.keycode, keys.modifiers | locks)
            state[name] = tr("{combination} is taken by another program.", combination=wanted[name])
        self._display.sync()
        return state

    def retake(self, wanted: Mapping[str, str], state: Mapping[str, str]) -> dict[str, str]:
        """Do the same for a changed keyboard; nothing is let go if no key has moved.

        The server tells of a change also when another keyboard of the same kind is used.
        """
        before = self._keyboard.lock_states
        self._keyboard = self._read_keyboard()
        now, places = self._places(wanted)
        same = self._keyboard.lock_states == before and places == self._held and now == state
        return now if same else self.take(wanted)

    def news(self) -> tuple[list[str], bool]:
        """Return the names that were pressed, and whether the keyboard changed. Never waits."""
        names: list[str] = []
        changed = False
        while self._display.pending_events():
            event = self._display.next_event()
            if event.type == X.MappingNotify:
                changed |= event.request != X.MappingPointer
            elif event.type == X.KeyRelease:
                self._down.discard(event.detail)
                self._released[event.detail] = event.time
            elif event.type == X.KeyPress and not event.send_event:
                name = self.name_of(event.detail, event.state)
                if not self._repeats(event.detail, event.time) and name:
                    names.append(name)
        return names, changed

    def name_of(self, keycode: int, modifiers: int) -> str | None:
        """Return what was bound to this, whatever the state of the locks."""
        return self._held.get(Keys(keycode, modifiers & self._keyboard.meaningful))

    def close(self) -> None:
        """Let go of everything."""
        with contextlib.suppress(*GONE):
            self._display.close()
        self._display.display.socket.close()  # where the server went first, Xlib leaves it open

    def abort(self) -> None:
        """Make whoever waits for the server give up; from another thread too."""
        with contextlib.suppress(OSError):
            self._display.display.socket.shutdown(socket.SHUT_RDWR)

    def _read_keyboard(self) -> Keyboard:
        info = self._display.display.info
        count = info.max_keycode - info.min_keycode + 1
        rows = self._display.get_keyboard_mapping(info.min_keycode, count)
        return Keyboard(info.min_keycode, rows, self._display.get_modifier_mapping())

    def _places(self, wanted: Mapping[str, str]) -> tuple[dict[str, str], dict[Keys, str]]:
        state = dict.fromkeys(wanted, "")
        places: dict[Keys, str] = {}
        for name, combination in wanted.items():
            if not combination:
                continue
            try:
                keys = self._keyboard.find(combination)
            except NotOnKeyboard as missing:
                state[name] = str(missing)
                continue
            if keys in places:
                state[name] = tr("{combination} is set twice.", combination=combination)
                continue
            places[keys] = name
        return state, places

    def _grab(self, keys: Keys) -> error.CatchError:
        refused = error.CatchError(error.BadAccess)
        for locks in self._keyboard.lock_states:
            self._root.grab_key(
                keys.keycode,
                keys.modifiers | locks,
                False,
                X.GrabModeAsync,
                X.GrabModeAsync,
                onerror=refused,
            )
        return refused

    def _repeats(self, keycode: int, time: int) -> bool:
        """Tell whether a held key repeats itself: release and press then bear the same time."""
        repeats = keycode in self._down or self._released.get(keycode) == time
        self._down.add(keycode)
        return repeats


def _note_error(problem: object, _request: object) -> None:
    log.info("the X server complains: %s", problem)
