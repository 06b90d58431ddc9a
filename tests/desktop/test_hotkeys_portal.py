"""Global keys through the real xdg-desktop-portal, with a desktop behind it that the test plays."""

import asyncio
import contextlib
import os
import signal

import pytest
from dbus_fast import Message, MessageType
from dbus_fast.aio import MessageBus

from tests.desktop.portal_backend import Backend
from tests.platforms.bus import private_bus
from traydial.platforms.hotkeys.portal import PortalHotkeys

pytestmark = [pytest.mark.live, pytest.mark.timeout(120)]

PORTAL, PATH = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
BACKEND = "org.freedesktop.impl.portal.desktop.lab"
WANTED = {"dial_selection": "Ctrl+Shift+F9", "dial_box": "Meta+D"}
FREE = dict.fromkeys(WANTED, "")

_CONFIG = """\
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:dir={folder}</listen><servicedir>{folder}</servicedir>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
<allow own="*"/></policy></busconfig>
"""
_SERVICE = """\
[D-BUS Service]
Name={name}
Exec=/usr/bin/env HOME={folder} XDG_RUNTIME_DIR={folder} XDG_CURRENT_DESKTOP=lab \
XDG_DESKTOP_PORTAL_DIR={folder} G_MESSAGES_DEBUG= /usr/libexec/xdg-desktop-portal
"""
_PORTAL = """\
[portal]
DBusName={name}
Interfaces={interfaces}
UseIn=lab
"""


class Desktop:
    """A session bus, the portal on it, the desktop behind, and our program."""

    def __init__(self, address, bus, backend):
        self.address, self.backend = address, backend
        self._bus = bus
        self._pressed = asyncio.Queue()
        self.hotkeys = PortalHotkeys(address, self._pressed.put_nowait)

    async def bind(self, wanted=WANTED):
        await self.hotkeys.bind(wanted)
        return self.hotkeys.state.value

    async def becomes(self, state):
        changed = asyncio.Event()
        end = self.hotkeys.state.subscribe(lambda _: changed.set())
        async with asyncio.timeout(20):
            while self.hotkeys.state.value != state:
                await changed.wait()
                changed.clear()
        end()

    async def heard(self):
        async with asyncio.timeout(5):
            return await self._pressed.get()

    def heard_yet(self):
        return self._pressed.qsize()

    async def call(self, name, path, interface, member, signature="", body=()):
        answer = await self._bus.call(
            Message(
                destination=name,
                path=path,
                interface=interface,
                member=member,
                signature=signature,
                body=[*body],
            )
        )
        assert answer.message_type is MessageType.METHOD_RETURN, answer.body
        return answer.body

    async def portal_pid(self):
        bus = "org.freedesktop.DBus"
        asked = "GetConnectionUnixProcessID"
        with contextlib.suppress(AssertionError):  # nobody has the name
            return (await self.call(bus, "/org/freedesktop/DBus", bus, asked, "s", [PORTAL]))[0]

    async def kill_portal(self):
        """End the portal; return once the bus knows."""
        if pid := await self.portal_pid():
            os.kill(pid, signal.SIGKILL)
            while await self.portal_pid() == pid:
                pass


def at_the_desk(tmp_path, scenario, *, portal=True, interface="GlobalShortcuts"):
    """Run a coroutine on such a desktop."""

    async def run():
        async with private_bus(f"--config-file={tmp_path / 'bus.conf'}") as address:
            bus = await MessageBus(bus_address=address).connect()
            backend = Backend(bus)
            bus.export(PATH, backend)
            await bus.request_name(BACKEND)
            desktop = Desktop(address, bus, backend)
            try:
                await scenario(desktop)
            finally:
                await desktop.hotkeys.aclose()
                backend.decided.set()
                await desktop.kill_portal()
                bus.disconnect()
                await bus.wait_for_disconnect()

    (tmp_path / "bus.conf").write_text(_CONFIG.format(folder=tmp_path))
    if portal:
        (tmp_path / "portal.service").write_text(_SERVICE.format(name=PORTAL, folder=tmp_path))
    (tmp_path / "lab.portal").write_text(
        _PORTAL.format(name=BACKEND, interfaces=f"org.freedesktop.impl.portal.{interface}")
    )
    asyncio.run(run())


def test_keys_are_given_and_heard(tmp_path):
    async def scenario(desktop):
        assert await desktop.bind() == FREE
        assert desktop.backend.asked == [
            {"dial_selection": "CTRL+SHIFT+F9", "dial_box": "LOGO+d"},
        ]
        for name in ("dial_selection", "dial_box", "dial_selection"):
            desktop.backend.press(name)
            assert await desktop.heard() == name
        desktop.backend.press("nothing of ours")
        desktop.backend.press("dial_box")
        assert await desktop.heard() == "dial_box"

    at_the_desk(tmp_path, scenario)


def test_each_press_is_heard(tmp_path):
    async def scenario(desktop):
        await desktop.bind()
        for _ in range(20):
            desktop.backend.press("dial_box")
            assert await desktop.heard() == "dial_box"

    at_the_desk(tmp_path, scenario)


@pytest.mark.parametrize(
    ("manner", "sentence"),
    [
        ("refuses", "You did not let Traydial have this key when the desktop asked."),
        ("fails", "The desktop could not set this key."),
        ("none", "The desktop has no key for this; choose one in its keyboard settings."),
        ("other", "The desktop has Strg+Alt+F12 for this; its keyboard settings can change that."),
    ],
)
def test_what_the_desktop_decides_is_told(tmp_path, manner, sentence):
    async def scenario(desktop):
        desktop.backend.manner = manner
        assert await desktop.bind() == dict.fromkeys(WANTED, sentence)
        desktop.backend.manner = "gives"
        assert await desktop.bind() == FREE

    at_the_desk(tmp_path, scenario)


def test_a_desktop_that_has_the_keys_is_not_asked_to_bind_them(tmp_path):
    async def scenario(desktop):
        await desktop.bind()
        backend = desktop.backend
        backend.known = backend.given(backend.wished)
        assert await desktop.bind() == FREE
        assert len(backend.asked) == 1
        backend.press("dial_box")
        assert await desktop.heard() == "dial_box"
        assert await desktop.bind({**WANTED, "answer_hang_up": "Pause"}) == {
            **FREE,
            "answer_hang_up": "",
        }
        assert len(backend.asked) == 2

    at_the_desk(tmp_path, scenario)


def test_nobody_waits_for_a_user_who_is_asked(tmp_path):
    async def scenario(desktop):
        desktop.backend.manner = "asks"
        state = await desktop.bind()
        assert "it may be asking you" in state["dial_box"]
        desktop.backend.decided.set()
        await desktop.becomes(FREE)
        desktop.backend.press("dial_box")
        assert await desktop.heard() == "dial_box"

    at_the_desk(tmp_path, scenario)


def test_other_settings_take_the_place_of_a_question(tmp_path):
    async def scenario(desktop):
        desktop.backend.manner = "asks"
        asking = asyncio.create_task(desktop.bind())
        async with asyncio.timeout(5):
            await desktop.backend.was_asked.wait()
        desktop.backend.manner = "gives"
        assert await desktop.bind({"dial_box": "Pause"}) == {"dial_box": ""}
        asking.cancel()
        await asyncio.gather(asking, return_exceptions=True)
        assert desktop.hotkeys.state.value == {"dial_box": ""}

    at_the_desk(tmp_path, scenario)


def test_what_is_bound_anew_or_let_go_is_the_desktops_again(tmp_path):
    async def scenario(desktop):
        await desktop.bind()
        first = desktop.backend.keeper
        assert await desktop.bind({"dial_box": "Pause"}) == {"dial_box": ""}
        async with asyncio.timeout(5):
            await first.closed.wait()
        desktop.backend.press("dial_selection")
        desktop.backend.press("dial_box")
        assert await desktop.heard() == "dial_box"
        second = desktop.backend.keeper
        assert await desktop.bind({"dial_box": ""}) == {"dial_box": ""}
        async with asyncio.timeout(5):
            await second.closed.wait()
        assert len(desktop.backend.asked) == 2

    at_the_desk(tmp_path, scenario)


BY_HAND = {
    "dial_selection": "This desktop gives programs no global keys; bind the command "
    "`traydial dial --selection` to a key in its keyboard settings.",
    "answer_hang_up": "This desktop gives programs no global keys.",
}


@pytest.mark.parametrize(
    "how", [{"portal": False}, {"interface": "Notification"}], ids=["no portal", "one without keys"]
)
def test_a_desktop_without_global_keys_is_told(tmp_path, how):
    async def scenario(desktop):
        assert await desktop.bind({"dial_selection": "Pause", "answer_hang_up": "F9"}) == BY_HAND

    at_the_desk(tmp_path, scenario, **how)


@pytest.mark.parametrize("address", ["", "unix:path=/nonexistent/bus", "no address at all"])
def test_no_bus_is_told(address):
    async def scenario():
        hotkeys = PortalHotkeys(address, [].append)
        await hotkeys.bind({"dial_selection": "Pause", "answer_hang_up": "F9"})
        assert hotkeys.state.value == BY_HAND
        await hotkeys.aclose()

    asyncio.run(scenario())


def test_a_portal_that_starts_anew_is_asked_again(tmp_path):
    async def scenario(desktop):
        await desktop.bind()
        for _ in range(2):
            changed = asyncio.Event()
            end = desktop.hotkeys.state.subscribe(lambda _, changed=changed: changed.set())
            await desktop.kill_portal()
            async with asyncio.timeout(5):
                await changed.wait()
            end()
            await desktop.becomes(FREE)
            desktop.backend.press("dial_box")
            assert await desktop.heard() == "dial_box"
        assert len(desktop.backend.asked) == 3

    at_the_desk(tmp_path, scenario)


def test_keys_that_are_taken_back_or_changed_are_told(tmp_path):
    async def scenario(desktop):
        backend = desktop.backend
        await desktop.bind()
        backend.change("other")
        other = "The desktop has Strg+Alt+F12 for this; its keyboard settings can change that."
        await desktop.becomes(dict.fromkeys(WANTED, other))
        backend.keeper.Closed()
        closed = "The desktop has taken this key back; Traydial asks for it at its next start."
        await desktop.becomes(dict.fromkeys(WANTED, closed))
        assert len(backend.asked) == 1

    at_the_desk(tmp_path, scenario)


def test_nobody_but_the_portal_is_believed(tmp_path):
    async def scenario(desktop):
        await desktop.bind()
        interface = "org.freedesktop.portal.GlobalShortcuts"
        bus = "org.freedesktop.DBus"
        [names] = await desktop.call(bus, "/org/freedesktop/DBus", bus, "ListNames")
        body = [desktop.backend.session, "dial_selection", 1, {}]
        for name in names:
            if name.startswith(":"):
                forged = Message.new_signal(PATH, interface, "Activated", "osta{sv}", body)
                forged.destination = name
                await desktop.backend.bus.send(forged)
        desktop.backend.press("dial_box")
        assert await desktop.heard() == "dial_box"

    at_the_desk(tmp_path, scenario)


def test_a_bus_that_ends_ends_it_quietly(tmp_path):
    async def scenario():
        async with private_bus() as address:
            hotkeys = PortalHotkeys(address, [].append)
            binding = asyncio.create_task(hotkeys.bind(WANTED))
        async with asyncio.timeout(10):
            await binding
        await hotkeys.aclose()

    asyncio.run(scenario())
