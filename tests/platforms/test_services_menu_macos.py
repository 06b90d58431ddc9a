"""The entry of the Services menu, without a Mac: who is registered, what is read, when it ends."""

import asyncio
import ctypes
import plistlib
import sys
from pathlib import Path

import pytest

from traydial.app.platform import choose
from traydial.domain.language import LANGUAGES
from traydial.platforms import NoServicesMenu
from traydial.platforms.services_menu.macos import MESSAGE, MacServicesMenu

INFO = Path(__file__).parents[2] / "installers/macos/Info.plist"
POINTER = ctypes.c_void_p
CHARACTERS = ctypes.create_string_buffer("call +49 30 123, Zoë".encode())


class Runtime:
    """Objective-C's runtime as far as it is used; names are numbers, and back."""

    def __init__(self, selected=True):
        self.names, self.provider, self.methods, self.classes = [b""], None, {}, {b"NSObject"}
        self.classes |= {b"NSApplication", b"NSString"}
        self._selected = selected
        prototype = ctypes.CFUNCTYPE(POINTER, POINTER, POINTER, POINTER)
        self.objc_msgSend = prototype(self._sent)

    def number(self, name):
        if name not in self.names:
            self.names.append(name)
        return self.names.index(name)

    def name(self, number):
        return self.names[number or 0]

    sel_registerName = number  # noqa: N815

    def objc_getClass(self, name):  # noqa: N802
        return self.number(name) if name in self.classes else None

    def objc_allocateClassPair(self, parent, name, extra):  # noqa: N802
        assert self.name(parent) == b"NSObject"
        return self.number(name)

    def class_addMethod(self, made, selector, method, types):  # noqa: N802
        assert types == b"v@:@@^@"
        self.methods[self.name(selector)] = method

    def objc_registerClassPair(self, made):  # noqa: N802
        self.classes.add(self.name(made))

    def _sent(self, receiver, selector, argument):
        message = self.name(selector)
        if message == b"setServicesProvider:":
            self.provider = self.name(argument) or None
            return None
        if message == b"stringForType:":
            return self.number(b"selected") if self._selected else None
        if message == b"UTF8String":
            return ctypes.addressof(CHARACTERS)
        if message == b"stringWithUTF8String:":
            return self.number(b"a string")
        return {b"alloc": self.number(b"new"), b"init": self.number(b"provider")}.get(
            message, self.number(b"the application")
        )

    def choose(self):
        """Choose the entry, as somebody does in another program."""
        self.methods[f"{MESSAGE}:userData:error:".encode()](1, 1, self.number(b"pasteboard"), 1, 1)


@pytest.mark.parametrize(("selected", "texts"), [(True, ["call +49 30 123, Zoë"]), (False, [])])
def test_what_is_selected_is_handed_over(selected, texts):
    async def scenario():
        runtime, heard = Runtime(selected), []
        menu = MacServicesMenu(heard.append, lambda: runtime)
        assert await menu.start()
        assert runtime.provider == b"provider"
        runtime.choose()
        assert heard == []  # not within the call of the system
        await asyncio.sleep(0)
        assert heard == texts
        await menu.aclose()
        assert runtime.provider is None
        runtime.choose()
        await asyncio.sleep(0)
        assert heard == texts

    asyncio.run(scenario())


def test_where_there_is_no_such_runtime_nothing_is_offered():
    def missing():
        raise OSError("no such library")

    async def scenario():
        menu = MacServicesMenu(print, missing)
        assert not await menu.start()
        await menu.aclose()

    asyncio.run(scenario())


@pytest.mark.parametrize(("is_handler", "menu"), [(True, MacServicesMenu), (False, NoServicesMenu)])
def test_a_demo_takes_no_texts_from_the_menu(qapp, monkeypatch, is_handler, menu):
    monkeypatch.setattr(sys, "platform", "darwin")
    assert choose({}, "cocoa", is_handler=is_handler).services_menu is menu


def test_the_bundle_names_the_same_message():
    (service,) = plistlib.loads(INFO.read_bytes())["NSServices"]
    assert service["NSMessage"] == MESSAGE
    assert service["NSSendTypes"] == ["public.utf8-plain-text"]
    entry = service["NSMenuItem"]["default"]
    assert service["NSRequiredContext"] == {}  # shown without a look into the system's settings
    for language in {*LANGUAGES} - {"en"}:
        strings = INFO.with_name(f"{language}.lproj") / "ServicesMenu.strings"
        assert strings.read_text("utf-8").startswith(f'"{entry}" = "')
