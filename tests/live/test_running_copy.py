"""The desktop program as a running copy: started where there is none, asked where there is one."""

import asyncio
import contextlib
import os
import signal
import socket
import stat
import sys
from pathlib import Path

import pytest

from tests.live.office import live, office
from tests.live.terminal import run, traydial, write_profile
from tests.pbx.asterisk import secret_of
from traydial import open_link

COPY = {"headless": False, "QT_QPA_PLATFORM": "offscreen"}


@pytest.fixture
def profile(tmp_path, pbx):
    folder = write_profile(tmp_path / "profile", pbx)
    yield folder
    with contextlib.suppress(FileNotFoundError, ProcessLookupError):
        os.kill(pid_of(folder), signal.SIGKILL)


def pid_of(folder):
    """Return who holds the lock of the running copy."""
    return int((folder / "traydial.lock").read_text().split()[0])


def arguments_of(pid):
    return Path(f"/proc/{pid}/cmdline").read_bytes()


async def alone(folder):
    """Wait until of all copies that were started only the one with the lock is left."""

    def copies():
        found = set()
        for process in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                words = (process / "cmdline").read_bytes().split(b"\0")
                if os.fsencode(folder) in words and b"traydial" in words:
                    found.add(int(process.name))
        return found

    async with asyncio.timeout(20):
        # other processes tell nobody that they end
        while copies() != {pid_of(folder)}:  # noqa: ASYNC110
            await asyncio.sleep(0.05)


async def gone(folder):
    """Wait until the running copy has ended."""
    async with asyncio.timeout(10):
        # another process: there is nothing to wait on but its file
        while (folder / "traydial.lock").exists():  # noqa: ASYNC110
            await asyncio.sleep(0.02)


def test_the_first_verb_starts_it_and_all_others_use_it(pbx, profile):
    async def scenario():
        async with office(pbx) as o:
            code, lines, err = await run(profile, "status", "--json", **COPY)
            assert (code, lines[0]["link"]) == (0, "online"), err
            pid = pid_of(profile)
            mode = (profile / "traydial.sock").stat().st_mode
            assert stat.S_IMODE(mode) & 0o077 == 0
            async with traydial(profile, "dial", "7002", "--json", **COPY) as dial:
                await o.me.ringing()
                await dial.line(phase="own-ringing")
                dial.interrupt()
                code, _ = await dial.end()
                await o.me.idle()
                assert (code, dial.lines[-1]["cause"]) == (3, "cancelled")
            code, lines, _ = await run(profile, "tel:+49-30-123456", **COPY)
            assert (code, lines) == (0, [])
            assert (await o.me.ringing()).number == "+4930123456"
            ((call, *_),) = [(await run(profile, "calls", "--json", **COPY))[1]]
            assert (await run(profile, "hangup", call["call"], **COPY))[0] == 0
            await o.me.idle()
            assert (await run(profile, "dial", "7999", **COPY))[0] == 3
            assert (await run(profile, **COPY))[0] == 0  # a second start changes nothing
            assert pid_of(profile) == pid
            os.kill(pid, signal.SIGTERM)
            await gone(profile)

    live(scenario())


def test_a_killed_copy_leaves_nothing_that_hinders_the_next(pbx, profile):
    async def scenario():
        assert (await run(profile, "status", **COPY))[0] == 0
        os.kill(pid_of(profile), signal.SIGKILL)
        code, _, err = await run(profile, "status", **COPY)
        assert code == 0, err
        os.kill(pid_of(profile), signal.SIGTERM)
        await gone(profile)

    live(scenario())


def test_starts_at_once_make_one_copy_and_lose_no_request(pbx, profile):
    async def scenario():
        results = await asyncio.gather(*(run(profile, "status", **COPY) for _ in range(6)))
        assert [code for code, _, _ in results] == [0] * 6, results
        await alone(profile)
        os.kill(pid_of(profile), signal.SIGTERM)
        await gone(profile)

    live(scenario())


def test_six_links_at_once_start_one_copy_and_are_one_question(pbx, profile):
    async def scenario():
        async with office(pbx) as o:
            links = [f"tel:+4930123450{n}" for n in range(6)]
            results = await asyncio.gather(*(run(profile, link, **COPY) for link in links))
            assert [code for code, _, _ in results] == [0] * 6, results
            asked = [err for _, _, err in results if "asks before it dials" in err]
            assert len(asked) >= 5  # the one whose own phone rang already is taken back later
            await o.me.idle()
            code, calls, _ = await run(profile, "calls", "--json", **COPY)
            assert (code, calls) == (0, [])
            await alone(profile)
            os.kill(pid_of(profile), signal.SIGTERM)
            await gone(profile)

    live(scenario())


def test_links_at_once_start_one_copy_and_all_reach_it(pbx, profile):
    async def scenario():
        async with office(pbx) as o:
            helper = [sys.executable, "-I", "-S", open_link.__file__]
            where = [str(profile / "traydial.sock"), str(profile)]
            env = {"TRAYDIAL_SECRET": secret_of("desk"), "QT_QPA_PLATFORM": "offscreen"}
            env["PYTHONPATH"] = "desktop"
            started = [
                await asyncio.create_subprocess_exec(
                    *helper, *where, f"tel:+49 30 12345{n}", env={**os.environ, **env}
                )
                for n in range(6)
            ]
            # each ends with 0 only when the running copy has told it what becomes of its link
            assert await asyncio.gather(*(p.wait() for p in started)) == [0] * 6
            assert await asyncio.gather(*(run(profile, "status", **COPY) for _ in range(2)))
            await o.me.idle()
            await alone(profile)
            os.kill(pid_of(profile), signal.SIGTERM)
            await gone(profile)

    live(scenario())


@pytest.mark.parametrize("link", ["tel:112", "tel:+33-1-23456789", "tel:0900-1234567"])
def test_a_link_to_what_may_cost_asks_first(pbx, profile, link):
    async def scenario():
        async with office(pbx) as o:
            code, _, err = await run(profile, link, **COPY)
            assert (code, "asks before it dials" in err) == (0, True)
            code, calls, _ = await run(profile, "calls", "--json", **COPY)
            assert (code, calls) == (0, [])
            assert o.me.state == "idle"
            os.kill(pid_of(profile), signal.SIGTERM)
            await gone(profile)

    live(scenario())


def test_a_link_whose_phone_system_says_nothing_is_told_of_in_time(pbx, profile):
    async def scenario():
        with socket.create_server(("127.0.0.1", 0)) as silent:  # nobody accepts
            port = silent.getsockname()[1]
            config = (profile / "config.toml").read_text()
            (profile / "config.toml").write_text(config.replace(str(pbx.tls_port), str(port)))
            # to its end: ``run`` waits no longer than half a minute
            code, _, err = await run(profile, "tel:+4930123456", **COPY)
            assert code == 4, err
            assert err
            os.kill(pid_of(profile), signal.SIGTERM)
            await gone(profile)

    live(scenario())


def test_without_a_screen_it_says_so(pbx, profile):
    async def scenario():
        nothing = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
        code, _, err = await run(profile, "status", headless=False, **nothing)
        assert code == 2
        assert "--headless" in err

    live(scenario())


@pytest.mark.parametrize("pbx", ["22"], indirect=True)
def test_no_file_no_argument_and_no_line_of_a_log_has_the_secret(pbx, profile):
    secret, debug = secret_of("desk"), {"TRAYDIAL_DEBUG": "1"}

    async def scenario():
        async with office(pbx) as o:
            said = []
            async with traydial(profile, "status", **COPY, **debug) as status:
                said += await status.output()
            async with traydial(profile, "dial", "7002", **COPY) as dial:
                await o.me.ringing()
                await o.me.decline()
                said += await dial.output()
            async with traydial(profile, "doctor", **debug) as doctor:
                said += await doctor.output()
            assert secret.encode() not in arguments_of(pid_of(profile))
            os.kill(pid_of(profile), signal.SIGTERM)
            await gone(profile)
            assert "-> Login" in "".join(said)  # what goes to the phone system is told, too
            assert secret not in "".join(said)

    live(scenario())
    files = [file for file in profile.rglob("*") if file.is_file()]
    assert {"config.toml", "traydial.log"} <= {file.name for file in files}
    assert [file for file in files if secret.encode() in file.read_bytes()] == []
