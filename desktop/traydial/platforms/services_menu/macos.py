"""*Services, Call with Traydial* for selected text on macOS. UNTESTED: it has never run on a Mac.

The entry itself is in the bundle's Info.plist (``NSServices``); here is the provider that AppKit
calls: an object with a method named after ``NSMessage`` ("Services Implementation Guide"). It
needs no permission to read what is selected: the system hands the text over.
"""

import asyncio
import ctypes
from collections.abc import Callable
from typing import Any

MESSAGE = "callNumber"  # NSMessage in Info.plist
_CLASS = b"TraydialServices"
_TEXT = b"public.utf8-plain-text"
_CHARACTERS = 2000
_POINTER = ctypes.c_void_p
# void (id self, SEL command, NSPasteboard *, NSString *userData, NSString **error)
_Method = ctypes.CFUNCTYPE(None, _POINTER, _POINTER, _POINTER, _POINTER, _POINTER)


def load() -> Any:  # noqa: ANN401 - a library of C
    """Load the runtime of Objective-C; declare what is used of it."""
    objc = ctypes.CDLL("/usr/lib/libobjc.dylib")
    declared: list[tuple[str, Any, tuple[Any, ...]]] = [
        ("objc_getClass", _POINTER, (ctypes.c_char_p,)),
        ("sel_registerName", _POINTER, (ctypes.c_char_p,)),
        ("objc_allocateClassPair", _POINTER, (_POINTER, ctypes.c_char_p, ctypes.c_size_t)),
        ("class_addMethod", ctypes.c_bool, (_POINTER, _POINTER, _Method, ctypes.c_char_p)),
        ("objc_registerClassPair", None, (_POINTER,)),
    ]
    for name, result, arguments in declared:
        function = getattr(objc, name)
        function.restype, function.argtypes = result, arguments
    return objc


class MacServicesMenu:
    """Hands what is selected to ``on_text`` from ``start`` to ``aclose``."""

    def __init__(self, on_text: Callable[[str], None], load: Callable[[], Any] = load) -> None:
        self._on_text, self._load = on_text, load
        self._loop: asyncio.AbstractEventLoop | None = None
        self._method = _Method(self._called)  # the runtime keeps no reference

    async def start(self) -> bool:
        """Be the provider of this application; False where that cannot be."""
        try:
            self._objc = self._load()
        except OSError:
            return False
        self._loop = asyncio.get_running_loop()
        objc = self._objc
        if not (made := objc.objc_getClass(_CLASS)):
            made = objc.objc_allocateClassPair(objc.objc_getClass(b"NSObject"), _CLASS, 0)
            selector = objc.sel_registerName(f"{MESSAGE}:userData:error:".encode())
            objc.class_addMethod(made, selector, self._method, b"v@:@@^@")
            objc.objc_registerClassPair(made)
        self._provide(self._send(self._send(made, b"alloc"), b"init"))
        return True

    async def aclose(self) -> None:
        """Provide nothing any more."""
        if self._loop is not None:
            self._loop = None
            self._provide(None)

    def _provide(self, provider: int | None) -> None:
        shared = self._send(self._objc.objc_getClass(b"NSApplication"), b"sharedApplication")
        self._send(shared, b"setServicesProvider:", provider, result=None)

    def _called(self, this: int, command: int, pasteboard: int, data: int, error: int) -> None:
        text = self._selected(pasteboard)
        if text and self._loop is not None:
            self._loop.call_soon(self._on_text, text)  # outside of AppKit's call

    def _selected(self, pasteboard: int) -> str:
        names = self._objc.objc_getClass(b"NSString")
        kind = self._send(names, b"stringWithUTF8String:", ctypes.c_char_p(_TEXT))
        string = self._send(pasteboard, b"stringForType:", kind)
        if not string:
            return ""
        said: bytes | None = self._send(string, b"UTF8String", result=ctypes.c_char_p)
        return (said or b"").decode("utf-8", "replace")[:_CHARACTERS]

    def _send(
        self,
        receiver: int | None,
        message: bytes,
        *arguments: object,
        result: Any = _POINTER,  # noqa: ANN401 - a type of C
    ) -> Any:  # noqa: ANN401 - what the method returns
        """Send a message; each needs a prototype of its own (objc_msgSend is no C function)."""
        kinds = [ctypes.c_char_p if isinstance(a, ctypes.c_char_p) else _POINTER for a in arguments]
        prototype = ctypes.CFUNCTYPE(result, _POINTER, _POINTER, *kinds)
        method = ctypes.cast(self._objc.objc_msgSend, prototype)
        return method(receiver, self._objc.sel_registerName(message), *arguments)
