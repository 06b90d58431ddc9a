"""Links and starts over a real session bus, on asyncio's own loop and on Qt's."""

import asyncio
import contextlib
import gc
import logging

import pytest

from tests.platforms.bus import private_bus
from traydial.app.loop import make_loop
from traydial.platforms.activation.dbus import INTERFACE, MAX_LINKS, NAME, PATH, DBusActivation

METHOD = f"{INTERFACE}.Open"
NO_PLATFORM_DATA = "@a{sv} {}"


@pytest.fixture(params=["asyncio", "qt"])
def run(request):
    """Yield how to run a coroutine."""
    if request.param == "asyncio":
        yield asyncio.run
        return
    app = request.getfixturevalue("qapp")

    def run_on_qt(work):
        with asyncio.Runner(loop_factory=lambda: make_loop(app)) as runner:
            return runner.run(work)

    yield run_on_qt
    gc.collect()  # the loop has timers, and a later thread is no place to end them


class Copy:
    """What a running copy was told."""

    def __init__(self, address):
        self.told = asyncio.Queue()
        self.activation = DBusActivation(
            address, self.told.put_nowait, lambda: self.told.put_nowait("shown")
        )

    async def next(self):
        async with asyncio.timeout(5):
            return await self.told.get()


async def call(address, *words, method=METHOD):
    """Call as any desktop does; return the exit code and what was said."""
    command = ["gdbus", "call", "--address", address, "--dest", NAME, "--object-path", PATH]
    process = await asyncio.create_subprocess_exec(
        *command,
        "--method",
        method,
        *words,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    async with asyncio.timeout(10):
        said, _ = await process.communicate()
    return process.returncode, said.decode()


def in_a_bus(run, scenario):
    """Run the scenario with the address of a bus; the callers are processes of their own."""

    async def whole():
        async with private_bus() as address:
            copy = Copy(address)
            try:
                await scenario(address, copy)
            finally:
                await copy.activation.aclose()

    run(whole())


def test_links_and_starts_arrive_in_order(run):
    async def scenario(address, copy):
        assert await copy.activation.start() is True
        assert await call(address, "['tel:1', 'TEL:%2B49 30']", NO_PLATFORM_DATA) == (0, "()\n")
        assert await call(address, NO_PLATFORM_DATA, method=f"{INTERFACE}.Activate") == (0, "()\n")
        words = ("dial-box", "@av []", NO_PLATFORM_DATA)
        assert await call(address, *words, method=f"{INTERFACE}.ActivateAction") == (0, "()\n")
        assert [await copy.next() for _ in range(4)] == ["tel:1", "TEL:%2B49 30", "shown", "shown"]

    in_a_bus(run, scenario)


def test_what_it_does_not_know_is_refused(run):
    async def scenario(address, copy):
        await copy.activation.start()
        code, said = await call(address, "tel:1", method=f"{INTERFACE}.Dial")
        assert code == 1
        assert "UnknownMethod" in said
        code, said = await call(address, "'tel:1'", method=METHOD)  # no list
        assert code == 1
        assert copy.told.empty()

    in_a_bus(run, scenario)


def test_no_flood_of_links_at_once(run):
    async def scenario(address, copy):
        await copy.activation.start()
        links = ", ".join(f"'tel:{n}'" for n in range(MAX_LINKS + 5))
        assert (await call(address, f"[{links}]", NO_PLATFORM_DATA))[0] == 0
        assert [await copy.next() for _ in range(MAX_LINKS)][-1] == f"tel:{MAX_LINKS - 1}"
        assert copy.told.empty()

    in_a_bus(run, scenario)


def test_the_second_copy_goes_on_without_the_name(run, caplog):
    async def scenario(address, copy):
        second = Copy(address)
        assert await copy.activation.start() is True
        with caplog.at_level(logging.INFO):
            assert await second.activation.start() is False
        assert "another copy takes links by D-Bus" in caplog.text
        await call(address, "['tel:1']", NO_PLATFORM_DATA)
        assert await copy.next() == "tel:1"
        assert second.told.empty()
        await copy.activation.aclose()
        await second.activation.aclose()
        third = Copy(address)
        assert await third.activation.start() is True
        await third.activation.aclose()

    in_a_bus(run, scenario)


@pytest.mark.parametrize("address", ["", "disabled:", "unix:path=/nonexistent", "what?", "tcp:"])
def test_without_a_bus_it_says_no_quietly(run, address):
    async def scenario():
        copy = Copy(address)
        assert await copy.activation.start() is False
        await copy.activation.aclose()

    run(scenario())


def test_a_bus_that_goes_away_disturbs_nobody(run):
    async def scenario():
        async with private_bus() as address:
            copy = Copy(address)
            assert await copy.activation.start() is True
        with contextlib.suppress(EOFError):
            async with asyncio.timeout(5):
                await copy.activation._bus.wait_for_disconnect()
        await copy.activation.aclose()

    run(scenario())
