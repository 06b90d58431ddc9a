"""What an admin decides about recordings: announced, on which leg, always or never."""

import array
import asyncio
import math
import wave

import pytest

from tests.live.office import desk_at, live, loudness, office
from tests.live.test_recording import clear, files, talk
from traydial.app.always_record import AlwaysRecord
from traydial.domain.calls import Recording
from traydial.domain.errors import NeverRecorded, NotAnnounced, RecordingStays
from traydial.domain.store import Store

TONE, SECONDS, RATE = 1700, 1.5, 8000


def make_announcement(pbx):
    """Put the sound there that extension 7650 plays: a tone that no phone here makes."""
    wave_of = (8000 * math.sin(2 * math.pi * TONE * n / RATE) for n in range(int(SECONDS * RATE)))
    with wave.open(str(pbx.dir / "announcement.wav"), "wb") as sound:
        sound.setparams((1, 2, RATE, 0, "NONE", ""))
        sound.writeframes(array.array("h", map(int, wave_of)).tobytes())


def seconds_of_tone(file):
    """Return for how long the tone of the announcement is heard in a WAV file."""
    with wave.open(str(file)) as sound:
        rate = sound.getframerate()
        samples = array.array("h", sound.readframes(sound.getnframes()))
    step, heard = rate // 10, 0
    for start in range(0, len(samples) - step, step):
        part = [
            (s, 2 * math.pi * TONE * n / rate) for n, s in enumerate(samples[start : start + step])
        ]
        sine, cosine = (sum(s * f(angle) for s, angle in part) for f in (math.sin, math.cos))
        heard += 2 * math.hypot(sine, cosine) / step > 2000
    return heard / 10


def recordings_of(pbx, device):
    """Return what the PBX itself lists of the recordings on the only channel of a device."""
    channels = pbx.cli("core show channels concise").splitlines()
    (channel,) = [line.split("!")[0] for line in channels if line.startswith(f"{device}-")]
    return pbx.cli(f"mixmonitor list {channel}")


@pytest.mark.parametrize(
    ("account", "more"), [("own", {}), ("calls", {"one_touch": "*3"}), ("own", {"leg": "other"})]
)
def test_both_hear_the_announcement_before_the_recording_begins(pbx, tmp_path, account, more):
    make_announcement(pbx)

    async def scenario():
        async with office(pbx) as o, desk_at(pbx, account, announce="7650", **more) as desk:
            clear(o)
            call = await talk(o)
            await desk.phase("talking")
            ears = {phone: tmp_path / f"{phone.number}.wav" for phone in (o.me, o.bob)}
            async with o.me.listening(ears[o.me]), o.bob.listening(ears[o.bob]):
                recording = asyncio.create_task(desk.phone.recorder.record(call.key, on=True))
                await desk.until(lambda c: c.recording is Recording.STARTING)
                assert not [*o.pbx.recordings.rglob("*.wav")]
                await recording
            for ear in ears.values():
                assert SECONDS - 0.4 < seconds_of_tone(ear) < SECONDS + 0.2
            assert desk.call().recording is Recording.ON
            await asyncio.sleep(0.6)
            await desk.phone.recorder.record(call.key, on=False)
            (file,) = await files(o, "", at_least=4000)
            assert loudness(file) > 100
            assert seconds_of_tone(file) < 0.3
            assert [c.key for c in desk.core.calls.value.values()] == [call.key]
            await o.bob.hangup()
            await desk.phase("ended")

    live(scenario())


@pytest.mark.parametrize("extension", ["7999", "7005"])
def test_without_the_announcement_nothing_is_recorded(pbx, extension):
    async def scenario():
        async with office(pbx) as o, desk_at(pbx, "own", announce=extension) as desk:
            clear(o)
            call = await talk(o)
            await desk.phase("talking")
            with pytest.raises(NotAnnounced):
                await desk.phone.recorder.record(call.key, on=True)
            assert (desk.call().recording, desk.call().monitors) == (Recording.OFF, 0)
            assert not [*o.pbx.recordings.rglob("*.wav")]
            await o.bob.hangup()
            await desk.phase("ended")

    live(scenario())


def test_on_the_other_partys_leg_it_goes_on_across_a_transfer(pbx):
    async def scenario():
        async with office(pbx) as o, desk_at(pbx, "own", leg="other") as desk:
            clear(o)
            call = await talk(o)
            await desk.phase("talking")
            await desk.phone.recorder.record(call.key, on=True)
            await desk.until(lambda c: c.recording is Recording.ON and not c.recorded_by_pbx)
            await desk.phone.recorder.pause(call.key, paused=True)
            async with desk_at(pbx, "own", leg="other") as late:  # finds it, paused
                await late.until(lambda c: c.recording is Recording.PAUSED)
            await desk.phone.recorder.pause(call.key, paused=False)
            await o.anna.policy(answer_after=0)
            await desk.phone.transfer(call.key, "7003")
            await o.me.idle()
            await o.anna.talking()
            assert "traydial/" in await asyncio.to_thread(recordings_of, o.pbx, "PJSIP/7002")
            await asyncio.sleep(1.0)
            await o.bob.hangup()
            await desk.phase("ended")
            (file,) = await files(o, "traydial/")
            assert loudness(file) > 100

    live(scenario())


def test_who_has_no_leg_is_recorded_on_the_own(pbx):
    async def scenario():
        async with office(pbx) as o, desk_at(pbx, "own", leg="other") as desk:
            await desk.phone.dial("7400")  # an application
            await o.me.ringing()
            await o.me.answer()
            call = await desk.phase("talking")
            await desk.phone.recorder.record(call.key, on=True)
            assert "traydial/" in await asyncio.to_thread(recordings_of, o.pbx, "PJSIP/7001")
            await desk.phone.recorder.record(call.key, on=False)
            await desk.until(lambda c: not c.monitors and c.recording is Recording.OFF)
            await o.me.hangup()
            await desk.phase("ended")

    live(scenario())


def test_on_the_other_leg_it_is_stopped_like_any(pbx):
    async def scenario():
        async with office(pbx) as o, desk_at(pbx, "desk", leg="other") as desk:
            call = await talk(o)
            await desk.phase("talking")
            await desk.phone.recorder.record(call.key, on=True)
            await o.desk.until(lambda c: c.monitors == 1)
            await desk.phone.recorder.record(call.key, on=False)
            await o.desk.until(lambda c: not c.monitors)
            await desk.until(lambda c: not c.monitors and c.recording is Recording.OFF)
            assert not any(c.recorded_by_pbx for c in desk.seen[call.key])
            await o.bob.hangup()
            await desk.phase("ended")

    live(scenario())


def test_never_means_never(pbx):
    async def scenario():
        async with office(pbx) as o, desk_at(pbx, "desk", policy="never") as desk:
            call = await talk(o)
            await desk.phase("talking")
            with pytest.raises(NeverRecorded):
                await desk.phone.recorder.record(call.key, on=True)
            await o.bob.hangup()
            await desk.phase("ended")

    live(scenario())


@pytest.mark.parametrize(("account", "key"), [("own", ""), ("calls", "*3")])
def test_always_begins_by_itself_and_cannot_be_stopped_but_paused(pbx, account, key):
    async def scenario():
        tasks = []
        async with office(pbx) as o, desk_at(pbx, account, policy="always", one_touch=key) as desk:
            clear(o)
            start = lambda work: tasks.append(asyncio.create_task(work))  # noqa: E731
            settings = Store(desk.core.settings)
            AlwaysRecord(settings, desk.core.calls, desk.phone.recorder.record, start)
            call = await talk(o)
            await desk.until(lambda c: c.recording is Recording.ON)
            with pytest.raises(RecordingStays):
                await desk.phone.recorder.record(call.key, on=False)
            await desk.phone.recorder.pause(call.key, paused=True)
            assert desk.call().recording is Recording.PAUSED
            await desk.phone.recorder.pause(call.key, paused=False)
            await asyncio.sleep(0.6)
            await o.bob.hangup()
            await desk.phase("ended")
            await asyncio.gather(*tasks)
            assert len(await files(o, "", at_least=4000)) == 1

    live(scenario())
