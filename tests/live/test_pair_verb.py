"""``traydial pair``: a phone is found, kept, and used by the copy that runs."""

import contextlib
import os
import signal
import tomllib

import pytest

from tests.live.office import live
from tests.live.terminal import run, traydial, write_profile
from tests.live.test_running_copy import COPY, gone, pid_of
from tests.pbx.asterisk import secret_of
from tests.pbx.phones import Phones


@pytest.fixture
def profile(tmp_path, pbx):
    folder = write_profile(tmp_path / "profile", pbx)
    yield folder
    with contextlib.suppress(FileNotFoundError, ProcessLookupError):
        os.kill(pid_of(folder), signal.SIGKILL)


def kept(profile):
    return tomllib.loads((profile / "config.toml").read_text())["phone"]


async def pair(profile, phone, typed):
    """Dial what is shown; return the exit code and what was said."""
    async with traydial(profile, "pair", "--json", typed=typed) as process:
        shown = await process.line()
        await phone.dial(shown["dial"])
        found = await process.line(device="PJSIP/7003")
        assert (found["extension"], found["name"]) == ("7003", "Anna Berger")
        return await process.end()


def test_the_phone_is_kept_and_the_running_copy_uses_it(pbx, profile):
    async def scenario():
        async with Phones("127.0.0.1", pbx.sip_port) as phones:
            anna = await phones.add("7003", secret_of("7003"))
            code, lines, err = await run(profile, "status", "--json", **COPY)
            assert (code, lines[0]["devices"]) == (0, ["PJSIP/7001"]), err
            code, err = await pair(profile, anna, "yes\n")
            assert (code, "PJSIP/7003 is your phone now" in err) == (0, True), err
            assert (kept(profile)["devices"], kept(profile)["extension"]) == (
                ["PJSIP/7003"],
                "7003",
            )
            code, lines, _ = await run(profile, "status", "--json", **COPY)
            assert (code, lines[0]["devices"]) == (0, ["PJSIP/7003"])
            os.kill(pid_of(profile), signal.SIGTERM)
            await gone(profile)

    live(scenario())


def test_somebody_elses_phone_is_not_kept(pbx, profile):
    async def scenario():
        async with Phones("127.0.0.1", pbx.sip_port) as phones:
            anna = await phones.add("7003", secret_of("7003"))
            code, err = await pair(profile, anna, "no\n")
            assert (code, "Nothing was changed" in err) == (1, True)
            assert kept(profile)["devices"] == ["PJSIP/7001"]

    live(scenario())
