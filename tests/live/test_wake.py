"""The computer wakes up: the whole program, told by a real bus, with a link that died meanwhile."""

import asyncio
import contextlib
import os
import signal

import pytest
from dbus_fast import Message

from tests.live.office import live
from tests.live.terminal import run, write_profile
from tests.pbx.faulty_link import faulty_link
from tests.platforms.bus import private_bus, service

WOKE = Message.new_signal(
    "/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep", "b", [False]
)


@pytest.fixture
def folder(tmp_path):
    yield tmp_path / "profile"
    with contextlib.suppress(FileNotFoundError, ProcessLookupError):
        pid = int((tmp_path / "profile/traydial.lock").read_text().split()[0])
        os.kill(pid, signal.SIGKILL)


def test_a_link_that_died_in_the_night_is_renewed_at_once(pbx, folder):
    async def scenario():
        async with (
            private_bus() as bus,
            service(bus, "org.traydial.Test", {}) as system,
            faulty_link(pbx.tls_port) as link,
        ):
            profile = write_profile(folder, pbx, hosts=[f"127.0.0.1:{link.port}"])
            copy = {
                "headless": False,
                "QT_QPA_PLATFORM": "offscreen",
                "DBUS_SYSTEM_BUS_ADDRESS": bus,
            }
            assert (await run(profile, "status", "--json", **copy))[1][0]["link"] == "online"
            link.lose()  # half-open: nobody says that it is gone
            log = profile / "traydial.log"
            await system.send(WOKE)
            async with asyncio.timeout(30):
                # its own silence would end the link by "no byte for 12 s"
                while "no answer within 3 s" not in (text := log.read_text()):
                    assert "no byte for" not in text
                    await asyncio.sleep(0.05)  # another process: nothing tells but its file
            # asked again and again: one that waits would be told of the link that is lost
            async with asyncio.timeout(20):
                while (await run(profile, "status", "--json", **copy))[1][0]["link"] != "online":
                    pass

    live(scenario())
