"""Locked and unlocked as screen savers and logind tell it, on real buses."""

import asyncio
import contextlib

import pytest
from dbus_fast import Message, Variant

from tests.platforms.bus import private_bus, service
from traydial.platforms.session_lock.linux import LinuxSessionLock

SAVER = "org.gnome.ScreenSaver"
LOGIND = "org.freedesktop.login1"
PROPERTIES = "org.freedesktop.DBus.Properties"
SESSION = "org.freedesktop.login1.Session"
OWN = "/org/freedesktop/login1/session/_32"


def logind(locked):
    return {
        (PROPERTIES, "Get", SESSION, "Id"): ("v", [Variant("s", "2")]),
        (f"{LOGIND}.Manager", "GetSession", "2"): ("o", [OWN]),
        (PROPERTIES, "Get", SESSION, "LockedHint"): ("v", [Variant("b", locked)]),
    }


async def becomes(lock, locked):
    changed = asyncio.Event()
    end = lock.locked.subscribe(lambda _: changed.set())
    async with asyncio.timeout(5):
        while lock.locked.value is not locked:
            await changed.wait()
            changed.clear()
    end()


@contextlib.asynccontextmanager
async def watched(session="", system=""):
    lock = LinuxSessionLock(session, system)
    await lock.start()
    try:
        yield lock
    finally:
        await lock.aclose()


@pytest.mark.parametrize("first", [False, True])
def test_a_screen_saver_tells(first):
    async def scenario():
        answers = {(SAVER, "GetActive"): ("b", [first])}
        async with (
            private_bus() as bus,
            service(bus, SAVER, answers) as saver,
            watched(bus) as lock,
        ):
            assert lock.locked.value is first
            for active in (not first, first):
                await saver.send(
                    Message.new_signal(
                        "/org/gnome/ScreenSaver", SAVER, "ActiveChanged", "b", [active]
                    )
                )
                await becomes(lock, active)

    asyncio.run(scenario())


def test_a_screen_saver_that_ends_locks_nothing_any_more():
    async def scenario():
        answers = {(SAVER, "GetActive"): ("b", [True])}
        async with (
            private_bus() as bus,
            service(bus, SAVER, answers) as saver,
            watched(bus) as lock,
        ):
            assert lock.locked.value is True
            saver.disconnect()
            await becomes(lock, False)

    asyncio.run(scenario())


@pytest.mark.parametrize("first", [False, True])
def test_logind_tells(first):
    async def scenario():
        async with (
            private_bus() as bus,
            service(bus, LOGIND, logind(first)) as login,
            watched(system=bus) as lock,
        ):
            assert lock.locked.value is first
            for session, hint in (
                ("/org/freedesktop/login1/session/_33", first),  # somebody else's
                (OWN, not first),
                (OWN, first),
            ):
                body = [SESSION, {"LockedHint": Variant("b", hint)}, []]
                await login.send(
                    Message.new_signal(session, PROPERTIES, "PropertiesChanged", "sa{sv}as", body)
                )
                await becomes(lock, hint)

    asyncio.run(scenario())


def test_who_does_not_tell_leaves_the_session_unlocked():
    async def scenario():
        async with private_bus() as bus, watched(bus, bus) as lock:
            assert lock.locked.value is False
        async with watched("unix:path=/nonexistent/bus", "no address at all") as lock:
            assert lock.locked.value is False

    asyncio.run(scenario())
