"""Woken up, and on another network, as logind and NetworkManager tell it on a real bus."""

import asyncio

import pytest
from dbus_fast import Message, Variant

from tests.platforms.bus import private_bus, service
from traydial.platforms.wake.linux import LinuxWake

LOGIND = ("/org/freedesktop/login1", "org.freedesktop.login1.Manager")
NETWORK = ("/org/freedesktop/NetworkManager", "org.freedesktop.NetworkManager")
PROPERTIES = "org.freedesktop.DBus.Properties"


def properties(path, interface, **changed):
    body = [interface, {name: Variant("o", value) for name, value in changed.items()}, []]
    return Message.new_signal(path, PROPERTIES, "PropertiesChanged", "sa{sv}as", body)


@pytest.mark.parametrize(
    ("signals", "times"),
    [
        ([Message.new_signal(*LOGIND, "PrepareForSleep", "b", [True])], 0),
        ([Message.new_signal(*LOGIND, "PrepareForSleep", "b", [False])], 1),
        ([Message.new_signal(*NETWORK, "StateChanged", "u", [n]) for n in (20, 70)], 2),
        ([properties(*NETWORK, PrimaryConnection="/org/x/ActiveConnection/2")], 1),
        ([properties(*NETWORK, ActivatingConnection="/")], 0),
        ([properties("/org/x/Devices/1", NETWORK[1], PrimaryConnection="/a")], 0),
    ],
)
def test_what_is_told(signals, times):
    async def scenario():
        heard = asyncio.Queue()
        async with private_bus() as bus, service(bus, "org.traydial.Test", {}) as system:
            wake = LinuxWake(bus, lambda: heard.put_nowait("told"))
            await wake.start()
            try:
                fence = Message.new_signal(*LOGIND, "PrepareForSleep", "b", [False])
                for signal in (*signals, fence):
                    await system.send(signal)
                async with asyncio.timeout(10):
                    for _ in range(times + 1):
                        await heard.get()
                assert heard.empty()
            finally:
                await wake.aclose()

    asyncio.run(scenario())


def test_without_a_bus_nothing_is_told():
    async def scenario():
        for address in ("", "unix:path=/nonexistent/bus"):
            wake = LinuxWake(address, lambda: pytest.fail("told"))
            await wake.start()
            await wake.aclose()

    asyncio.run(scenario())
