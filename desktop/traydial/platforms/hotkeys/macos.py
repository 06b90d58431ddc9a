"""Global keys on macOS: RegisterEventHotKey of Carbon. UNTESTED: it has never run on a Mac.

macOS does not tell whether another program has a combination too: both hear it then.
"""

import asyncio
import ctypes
from collections.abc import Callable, Mapping
from typing import Any

from traydial.domain.language import tr
from traydial.domain.store import Store

_LIBRARY = "/System/Library/Frameworks/Carbon.framework/Carbon"
_EXISTS = -9878  # eventHotKeyExistsErr
_HANDLED, _NOT_HANDLED = 0, -9874  # noErr, eventNotHandledErr
_KEYBOARD, _PRESSED = int.from_bytes(b"keyb"), 5  # kEventClassKeyboard, kEventHotKeyPressed
_DIRECT_OBJECT, _HOT_KEY_ID = int.from_bytes(b"----"), int.from_bytes(b"hkid")
_SIGNATURE = int.from_bytes(b"Tray")
_MODIFIERS = {"Meta": 0x100, "Shift": 0x200, "Alt": 0x800, "Ctrl": 0x1000}  # Meta: the command key
# kVK_ of HIToolbox/Events.h: places on the keyboard, named as on an American one
_LETTERS = dict(
    zip("ASDFHGZXCV", range(10), strict=True),
    **dict(zip("BQWERYT", range(11, 18), strict=True)),
    **{"O": 31, "U": 32, "I": 34, "P": 35, "L": 37, "J": 38, "K": 40, "N": 45, "M": 46},
)
_DIGITS = {"1": 18, "2": 19, "3": 20, "4": 21, "6": 22, "5": 23, "9": 25, "7": 26, "8": 28, "0": 29}
_FUNCTION_KEYS = (
    122,
    120,
    99,
    118,
    96,
    97,
    98,
    100,
    101,
    109,
    103,
    111,
    105,
    107,
    113,
    106,
    64,
    79,
)
_KEYS = {
    **_LETTERS,
    **_DIGITS,
    **{f"F{number}": code for number, code in enumerate((*_FUNCTION_KEYS, 80, 90), 1)},
    **{"Space": 49, "Home": 115, "End": 119},
}


class _EventType(ctypes.Structure):
    _fields_ = (("event_class", ctypes.c_uint32), ("kind", ctypes.c_uint32))


class _KeyId(ctypes.Structure):
    _fields_ = (("signature", ctypes.c_uint32), ("number", ctypes.c_uint32))


_Handler = ctypes.CFUNCTYPE(ctypes.c_int32, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)


def load_carbon() -> Any:  # noqa: ANN401 - ctypes knows no types of functions
    """Load the library and declare what is used of it."""
    carbon = ctypes.CDLL(_LIBRARY)
    pointer, number = ctypes.c_void_p, ctypes.c_uint32
    carbon.GetApplicationEventTarget.argtypes = ()
    carbon.GetApplicationEventTarget.restype = pointer
    carbon.InstallEventHandler.argtypes = (
        pointer,
        _Handler,
        ctypes.c_ulong,
        ctypes.POINTER(_EventType),
        pointer,
        ctypes.POINTER(pointer),
    )
    carbon.RemoveEventHandler.argtypes = (pointer,)
    carbon.RegisterEventHotKey.argtypes = (
        number,
        number,
        _KeyId,
        pointer,
        number,
        ctypes.POINTER(pointer),
    )
    carbon.UnregisterEventHotKey.argtypes = (pointer,)
    carbon.GetEventParameter.argtypes = (
        pointer,
        number,
        number,
        pointer,
        ctypes.c_ulong,
        pointer,
        pointer,
    )
    for name in ("InstallEventHandler", "RemoveEventHandler", "RegisterEventHotKey"):
        getattr(carbon, name).restype = ctypes.c_int32
    for name in ("UnregisterEventHotKey", "GetEventParameter"):
        getattr(carbon, name).restype = ctypes.c_int32
    return carbon


class MacHotkeys:
    """``on_pressed`` is called with the name that was bound. Needs the loop of an application."""

    def __init__(
        self, on_pressed: Callable[[str], None], load: Callable[[], Any] = load_carbon
    ) -> None:
        self._on_pressed, self._load = on_pressed, load
        self._carbon: Any = None
        self._handler = _Handler(self._happened)  # as long as Carbon may call it
        self._installed = ctypes.c_void_p()
        self._keys: list[ctypes.c_void_p] = []
        self._names: dict[int, str] = {}
        self._loop: asyncio.AbstractEventLoop | None = None
        self.state: Store[Mapping[str, str]] = Store({})

    async def bind(self, wanted: Mapping[str, str]) -> None:
        """Let go of all combinations and take these: name -> ``Ctrl+Shift+F9``."""
        await self.aclose()
        self._loop = asyncio.get_running_loop()
        state = dict.fromkeys(wanted, "")
        for number, (name, combination) in enumerate(wanted.items(), 1):
            if combination:
                self._names[number] = name
                state[name] = self._take(number, combination)
        self.state.set(state)

    async def aclose(self) -> None:
        """Let go of everything."""
        for key in self._keys:
            self._carbon.UnregisterEventHotKey(key)
        if self._installed:
            self._carbon.RemoveEventHandler(self._installed)
        self._installed = ctypes.c_void_p()
        self._keys, self._names = [], {}

    def _take(self, number: int, combination: str) -> str:
        """Register one combination; return why that is not possible, or an empty text."""
        *held, key = combination.split("+")
        if key not in _KEYS:
            return tr(
                "A Mac's keyboard has no {key} key, so {combination} is not possible.",
                key=key,
                combination=combination,
            )
        if not self._install():
            return tr("macOS takes no keys from this program.")
        registered = ctypes.c_void_p()
        outcome = self._carbon.RegisterEventHotKey(
            _KEYS[key],
            sum(_MODIFIERS[name] for name in held),
            _KeyId(_SIGNATURE, number),
            self._carbon.GetApplicationEventTarget(),
            0,
            ctypes.byref(registered),
        )
        if outcome == _EXISTS:
            return tr("{combination} is taken by another program.", combination=combination)
        if outcome:
            return tr("macOS does not give {combination} to this program.", combination=combination)
        self._keys.append(registered)
        return ""

    def _install(self) -> bool:
        if self._installed:
            return True
        try:
            self._carbon = self._carbon or self._load()
        except OSError:
            return False
        wanted = _EventType(_KEYBOARD, _PRESSED)
        outcome: int = self._carbon.InstallEventHandler(
            self._carbon.GetApplicationEventTarget(),
            self._handler,
            1,
            ctypes.byref(wanted),
            None,
            ctypes.byref(self._installed),
        )
        return outcome == 0

    def _happened(self, _next: int, event: int, _data: int) -> int:
        """Carbon calls this in the main thread, within the application's loop."""
        key = _KeyId()
        outcome = self._carbon.GetEventParameter(
            event, _DIRECT_OBJECT, _HOT_KEY_ID, None, ctypes.sizeof(key), None, ctypes.byref(key)
        )
        name = self._names.get(key.number)
        if outcome or key.signature != _SIGNATURE or name is None or self._loop is None:
            return _NOT_HANDLED
        self._loop.call_soon(self._on_pressed, name)  # not from within C
        return _HANDLED
