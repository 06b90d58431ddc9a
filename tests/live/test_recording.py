"""Recording on a real Asterisk: sound in the file, and nobody else's recording touched."""

import asyncio
import re
from dataclasses import replace

import pytest

from tests.live.office import Desk, live, loudness, office
from traydial.domain.calls import Recording
from traydial.domain.errors import NotPermitted, NotTalking, OthersRecord


async def talk(o, number="7001"):
    await o.bob.dial(number)
    await o.me.ringing()
    await o.me.answer()
    await asyncio.gather(o.me.talking(), o.bob.talking())
    return await o.desk.phase("talking")


async def files(o, wanted, at_least=8000):
    """Wait for the files that MixMonitor writes when a recording ends."""
    async with asyncio.timeout(10):
        while True:
            found = sorted(
                f
                for f in o.pbx.recordings.rglob("*.wav")
                if str(f.relative_to(o.pbx.recordings)).startswith(wanted)
            )
            if found and all(f.stat().st_size >= at_least for f in found):
                return found
            await asyncio.sleep(0.05)


def clear(o):
    for file in o.pbx.recordings.rglob("*.wav"):
        file.unlink()


def test_a_recording_has_sound_in_it_and_every_desktop_shows_it(pbx):
    async def scenario():
        async with office(pbx) as o:
            clear(o)
            call = await talk(o)
            await o.desk.phone.recorder.record(call.key, on=True)
            for name in ("desk", "own"):  # another process of the same user sees that it is ours
                shown = await o.desks[name].until(lambda c: c.recording is Recording.ON)
                assert not shown.recorded_by_pbx
            await asyncio.sleep(1.0)  # a second of sound
            await o.desk.phone.recorder.record(call.key, on=False)
            for name in ("desk", "own"):
                shown = await o.desks[name].until(lambda c: c.recording is Recording.OFF)
                assert not shown.recorded_by_pbx
            (file,) = await files(o, "traydial/")
            assert loudness(file) > 100
            assert file.name.endswith("-7002.wav")
            assert not any(c.recorded_by_pbx for c in o.desk.seen[call.key])
            await o.bob.hangup()
            await o.desk.phase("ended")

    live(scenario())


def test_the_other_process_can_stop_it(pbx):
    async def scenario():
        async with office(pbx) as o:
            call = await talk(o)
            await o.desk.phone.recorder.record(call.key, on=True)
            other: Desk = o.desks["own"]
            await other.phone.recorder.record(call.key, on=False)
            await o.desk.until(lambda c: c.recording is Recording.OFF and not c.monitors)
            await o.bob.hangup()
            await o.desk.phase("ended")

    live(scenario())


def test_the_pbx_own_recording_shows_and_is_never_touched(pbx):
    async def scenario():
        async with office(pbx) as o:
            clear(o)
            call = await talk(o, "7600")
            await o.desk.until(lambda c: c.recorded_by_pbx)
            with pytest.raises(OthersRecord):
                await o.desk.phone.recorder.record(call.key, on=False)
            await o.desk.phone.recorder.record(call.key, on=True)
            with pytest.raises(OthersRecord):  # 16 would mute both
                await o.desk.phone.recorder.pause(call.key, paused=True)
            await o.desk.phone.recorder.record(call.key, on=False)
            shown = await o.desk.until(lambda c: c.recording is Recording.OFF)
            assert shown.recorded_by_pbx
            await asyncio.sleep(0.5)  # what was not stopped goes on getting sound
            await o.bob.hangup()
            await o.desk.phase("ended")
            assert loudness((await files(o, "pbx-", at_least=2000))[0]) > 100

    live(scenario())


def test_paused_and_continued(pbx):
    async def scenario():
        async with office(pbx) as o:
            call = await talk(o)
            await o.desk.phone.recorder.record(call.key, on=True)
            await o.desk.phone.recorder.pause(call.key, paused=True)
            await o.desk.until(lambda c: c.recording is Recording.PAUSED)
            await o.desks["own"].until(lambda c: c.recording is Recording.PAUSED)
            await o.desk.phone.recorder.pause(call.key, paused=False)
            await o.desk.until(lambda c: c.recording is Recording.ON)
            await o.bob.hangup()
            await o.desk.phase("ended")

    live(scenario())


def test_no_character_of_a_number_reaches_the_shell_of_the_pbx(pbx):
    hostile = [
        ",",
        ";",
        "|",
        "$(touch x)",
        "`x`",
        "&",
        "..",
        "'",
        '"',
        "\\",
        "\n",
        "${X}",
        "/",
        " ",
    ]

    async def scenario():
        async with office(pbx) as o:
            call = await talk(o)
            marker = o.pbx.recordings / "touched"
            for evil in hostile:
                clear(o)
                number = f"1{evil}{evil}touch {marker}"
                o.desk.core.calls.set({call.key: replace(call, number=number)})
                await o.desk.phone.recorder.record(call.key, on=True)
                await o.desk.phone.recorder.record(call.key, on=False)
                (file,) = await files(o, "traydial/", at_least=1)
                assert re.fullmatch(r"[A-Za-z0-9._-]+", file.name)
                assert not marker.exists()
            await o.bob.hangup()
            await o.me.idle()

    live(scenario())


def test_what_is_not_possible_is_said(pbx):
    async def scenario():
        async with office(pbx) as o:
            await o.bob.dial("7001")
            await o.me.ringing()
            ringing = await o.desk.phase("ringing")
            with pytest.raises(NotTalking):
                await o.desk.phone.recorder.record(ringing.key, on=True)
            await o.me.answer()
            call = await o.desks["calls"].phase("talking")
            with pytest.raises(NotPermitted):
                await o.desks["calls"].phone.recorder.record(call.key, on=True)
            assert o.desks["calls"].call().recording is Recording.OFF

    live(scenario())
