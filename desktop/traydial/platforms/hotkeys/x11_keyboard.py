"""Where a combination lies on an X11 keyboard: keycode and modifier bits, as the mapping says."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from traydial.domain.language import tr

SHIFT, LOCK, CONTROL = 1, 2, 4
_EVERY_BIT = 0xFF  # above are mouse buttons and the layout's number

# keysyms of letters and digits are their characters, see X11/keysymdef.h
_KEYSYMS = {"Space": 0x20, "Pause": 0xFF13, "Home": 0xFF50, "End": 0xFF57, "Insert": 0xFF63}
_F1 = 0xFFBE
_NUM_LOCK, _SCROLL_LOCK = 0xFF7F, 0xFF14
_HELD = {
    "Alt": (0xFFE9, 0xFFEA),  # Alt_L, Alt_R
    "Meta": (0xFFEB, 0xFFEC),  # Super_L, Super_R: the key with the logo
}


class NotOnKeyboard(Exception):
    """The keyboard lacks a key. The text is a sentence for the user."""


@dataclass(frozen=True)
class Keys:
    """One combination: ``modifiers`` are the bits that must be held, locks left out."""

    keycode: int
    modifiers: int


class Keyboard:
    """A snapshot of the mapping.

    ``rows`` are the keysyms of each keycode from ``first`` on, ``modifier_rows`` the keycodes
    of each of the eight modifier bits.
    """

    def __init__(
        self, first: int, rows: Sequence[Sequence[int]], modifier_rows: Sequence[Iterable[int]]
    ) -> None:
        self._first, self._rows = first, rows
        self._modifier_rows = [[*filter(None, row)] for row in modifier_rows]
        locks = LOCK | self._bit_of((_NUM_LOCK,)) | self._bit_of((_SCROLL_LOCK,))
        self.meaningful = _EVERY_BIT & ~locks
        # X wants a grab for each state of the locks
        self.lock_states = [bits for bits in range(_EVERY_BIT + 1) if bits & locks == bits]

    def find(self, combination: str) -> Keys:
        """Return where ``Ctrl+Shift+F9`` is now. Raises NotOnKeyboard."""
        *held, key = combination.split("+")
        modifiers = 0
        for name in held:
            bit = {"Shift": SHIFT, "Ctrl": CONTROL}.get(name) or self._bit_of(_HELD[name])
            if not bit & self.meaningful:
                raise NotOnKeyboard(
                    tr(
                        "This keyboard has no {key} key, so {combination} is not possible.",
                        key=name,
                        combination=combination,
                    )
                )
            modifiers |= bit
        keycode = self._keycode(_keysym(key))
        if not keycode:
            raise NotOnKeyboard(
                tr(
                    "This keyboard has no {key} key, so {combination} is not possible.",
                    key=key,
                    combination=combination,
                )
            )
        return Keys(keycode, modifiers)

    def _keycode(self, keysym: int) -> int:
        """Return the key that gives this with the least held, in the first layout that does."""
        for column in range(max(map(len, self._rows), default=0)):
            for keycode, row in enumerate(self._rows, self._first):
                if column < len(row) and row[column] == keysym:
                    return keycode
        return 0

    def _bit_of(self, keysyms: Iterable[int]) -> int:
        wanted = {*keysyms}
        for number, keycodes in enumerate(self._modifier_rows):
            for keycode in keycodes:
                if wanted & {*self._rows[keycode - self._first]}:
                    return 1 << number
        return 0


def _keysym(key: str) -> int:
    if len(key) == 1:
        return ord(key.lower())
    if key in _KEYSYMS:
        return _KEYSYMS[key]
    return _F1 + int(key.removeprefix("F")) - 1
