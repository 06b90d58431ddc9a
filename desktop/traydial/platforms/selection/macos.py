"""What is selected on macOS, asked of the accessibility API. UNTESTED: it has never run on a Mac.

The clipboard is not used at all. The user has to allow it once, in the system's settings.
Programs that do not describe their text fields (some of Electron's) give nothing.
"""

import asyncio
import ctypes
from collections.abc import Callable
from typing import Any

from traydial.domain.errors import SelectionFault, SelectionUnreadable
from traydial.domain.language import mark, tr

_FRAMEWORKS = "/System/Library/Frameworks"
_SERVICES = f"{_FRAMEWORKS}/ApplicationServices.framework/ApplicationServices"
_FOUNDATION = f"{_FRAMEWORKS}/CoreFoundation.framework/CoreFoundation"
_CHARACTERS = 2000
_WITHIN_S = 0.3
_UTF8 = 0x08000100  # kCFStringEncodingUTF8
_CANNOT_COMPLETE = -25204  # kAXErrorCannotComplete: the program does not answer
_UNSUPPORTED = (-25205, -25208)  # kAXErrorAttributeUnsupported, kAXErrorNotImplemented
_NOT_ALLOWED = mark(
    "Allow Traydial to read what is selected: System Settings, Privacy & Security, Accessibility."
)


class _Range(ctypes.Structure):
    _fields_ = (("location", ctypes.c_long), ("length", ctypes.c_long))


def load() -> tuple[Any, Any]:
    """Load ApplicationServices and CoreFoundation; declare what is used of them."""
    services, foundation = ctypes.CDLL(_SERVICES), ctypes.CDLL(_FOUNDATION)
    pointer, index = ctypes.c_void_p, ctypes.c_long
    declared: list[tuple[Any, Any, tuple[Any, ...]]] = [
        (services.AXIsProcessTrusted, ctypes.c_ubyte, ()),
        (services.AXUIElementCreateSystemWide, pointer, ()),
        (services.AXUIElementSetMessagingTimeout, ctypes.c_int32, (pointer, ctypes.c_float)),
        (
            services.AXUIElementCopyAttributeValue,
            ctypes.c_int32,
            (pointer, pointer, ctypes.POINTER(pointer)),
        ),
        (
            foundation.CFStringCreateWithCString,
            pointer,
            (pointer, ctypes.c_char_p, ctypes.c_uint32),
        ),
        (foundation.CFRelease, None, (pointer,)),
        (foundation.CFGetTypeID, ctypes.c_ulong, (pointer,)),
        (foundation.CFStringGetTypeID, ctypes.c_ulong, ()),
        (foundation.CFStringGetLength, index, (pointer,)),
        (
            foundation.CFStringGetBytes,
            index,
            (
                pointer,
                _Range,
                ctypes.c_uint32,
                ctypes.c_ubyte,
                ctypes.c_ubyte,
                pointer,
                index,
                ctypes.POINTER(index),
            ),
        ),
    ]
    for function, result, arguments in declared:
        function.restype, function.argtypes = result, arguments
    return services, foundation


class MacSelection:
    """Asks the field that has the focus."""

    def __init__(self, load: Callable[[], tuple[Any, Any]] = load) -> None:
        self._load = load

    @property
    def why_not(self) -> str:
        """What the user has to do first, or an empty text."""
        try:
            services, _ = self._load()
        except OSError as error:
            return str(error)
        return "" if services.AXIsProcessTrusted() else tr(_NOT_ALLOWED)

    async def read(self) -> str:
        """Return the first 2,000 characters, empty where nothing is selected."""
        if why_not := self.why_not:
            raise SelectionUnreadable(SelectionFault.NOT_HERE, why_not)
        try:
            async with asyncio.timeout(2 * _WITHIN_S):
                return (await asyncio.to_thread(self._selected)).rstrip("\r\n\0")
        except TimeoutError:
            raise SelectionUnreadable(SelectionFault.NO_ANSWER) from None

    def _selected(self) -> str:
        services, foundation = self._load()
        held: list[int] = []  # what has to be released

        def attribute(element: int, name: bytes) -> int:
            key = foundation.CFStringCreateWithCString(None, name, _UTF8)
            held.append(key)
            value = ctypes.c_void_p()
            outcome = services.AXUIElementCopyAttributeValue(element, key, ctypes.byref(value))
            if outcome == _CANNOT_COMPLETE:
                raise SelectionUnreadable(SelectionFault.NO_ANSWER)
            if outcome in _UNSUPPORTED:
                raise SelectionUnreadable(SelectionFault.NOT_HERE, "the field tells no selection")
            if outcome or not value.value:
                return 0
            held.append(value.value)
            return value.value

        try:
            everything = services.AXUIElementCreateSystemWide()
            held.append(everything)
            services.AXUIElementSetMessagingTimeout(everything, _WITHIN_S)
            focused = attribute(everything, b"AXFocusedUIElement")
            selected = attribute(focused, b"AXSelectedText") if focused else 0
            return _text(foundation, selected) if selected else ""
        finally:
            for reference in held:
                foundation.CFRelease(reference)


def _text(foundation: Any, reference: int) -> str:  # noqa: ANN401 - ctypes knows no types
    """Return the beginning of a CFString."""
    if foundation.CFGetTypeID(reference) != foundation.CFStringGetTypeID():
        return ""
    length = min(foundation.CFStringGetLength(reference), 2 * _CHARACTERS)  # in UTF-16 units
    buffer = ctypes.create_string_buffer(4 * length + 1)
    used = ctypes.c_long()
    foundation.CFStringGetBytes(
        reference,
        _Range(0, length),
        _UTF8,
        ord("?"),
        0,
        ctypes.cast(buffer, ctypes.c_void_p),
        len(buffer),
        ctypes.byref(used),
    )
    return buffer.raw[: used.value].decode(errors="replace")[:_CHARACTERS]
