"""Recording by the phone system's own key, for accounts that may not use MixMonitor."""

import asyncio

import pytest

from tests.live.office import desk_at, live, loudness, office
from tests.live.test_recording import clear, files, talk
from tests.live.test_recording_policy import recordings_of
from traydial.domain.calls import Recording
from traydial.domain.connection import Link
from traydial.domain.errors import NoOneTouch, OthersRecord
from traydial.domain.privileges import Ability
from traydial.services import dialplan

KEY = {"one_touch": "*3"}


@pytest.mark.parametrize("account", ["calls", "narrow"])
@pytest.mark.parametrize("outgoing", [False, True])
def test_recorded_paused_and_stopped(pbx, account, outgoing):
    async def scenario():
        async with office(pbx) as o, desk_at(pbx, account, **KEY) as desk:
            clear(o)
            assert not desk.core.connection.value.may(Ability.RECORD)
            assert desk.core.connection.value.may(Ability.ONE_TOUCH)
            if outgoing:
                await desk.phone.dial("7002")
                await o.me.ringing()
                await o.me.answer()
                await o.bob.ringing()
                await o.bob.answer()
            else:
                await talk(o)
            call = await desk.phase("talking")
            recorder = desk.phone.recorder
            await recorder.record(call.key, on=True)
            assert desk.call().recording is Recording.ON
            await recorder.record(call.key, on=True)  # no second one
            assert (await listed(o)).count("auto-") == 1
            # whoever does not know of the key sees that the phone system records
            await o.desk.until(lambda c: c.recorded_by_pbx and c.monitors == 1)
            await asyncio.sleep(1.0)  # a second of sound
            await recorder.pause(call.key, paused=True)
            assert desk.call().recording is Recording.PAUSED
            await recorder.pause(call.key, paused=False)
            assert desk.call().recording is Recording.ON
            await recorder.record(call.key, on=False)
            assert (desk.call().recording, desk.call().monitors) == (Recording.OFF, 0)
            await o.desk.until(lambda c: not c.recorded_by_pbx)
            await recorder.record(call.key, on=False)  # what does not run is not started by that
            assert "auto-" not in await listed(o)
            (file,) = await files(o, "auto-")
            assert loudness(file) > 100
            assert not any(c.recorded_by_pbx for c in desk.seen[call.key])
            assert o.bob.heard == ""
            await o.bob.hangup()
            await desk.phase("ended")

    live(scenario())


async def listed(o):
    """Return what the PBX lists of the recordings of Bob's channel, where the key starts them."""
    return await asyncio.to_thread(recordings_of, o.pbx, "PJSIP/7002")


@pytest.mark.parametrize("account", ["calls", "narrow"])
def test_what_somebody_else_records_since_is_left_alone(pbx, account):
    async def scenario():
        async with office(pbx) as o, desk_at(pbx, account, **KEY) as desk:
            call = await talk(o)
            await desk.phase("talking")
            await desk.phone.recorder.record(call.key, on=True)
            session = o.desk.core.supervisor.session
            peer = await dialplan.peer_of(session, call.legs[0])
            await session.perform("MixMonitor", ("Channel", peer), ("File", "boss.wav"))
            for act in (desk.phone.recorder.record, desk.phone.recorder.pause):
                with pytest.raises(OthersRecord):
                    await act(call.key, False)
            assert {"auto-", "boss"} <= {w for w in ("auto-", "boss") if w in await listed(o)}
            await o.bob.hangup()
            await desk.phase("ended")

    live(scenario())


def test_what_is_keyed_at_the_phone_shows(pbx):
    async def scenario():
        async with office(pbx) as o, desk_at(pbx, "calls", **KEY) as desk:
            call = await talk(o)
            await o.me.dtmf("*3")
            await desk.until(lambda c: c.recording is Recording.ON and not c.recorded_by_pbx)
            await o.me.dtmf("*3")
            await desk.until(lambda c: c.recording is Recording.OFF and not c.monitors)
            # and what was started there can be stopped here
            await o.me.dtmf("*3")
            await desk.until(lambda c: c.recording is Recording.ON)
            await desk.phone.recorder.record(call.key, on=False)
            await o.desk.until(lambda c: not c.monitors)
            await o.bob.hangup()
            await desk.phase("ended")

    live(scenario())


@pytest.mark.parametrize("account", ["calls", "narrow"])
def test_the_key_never_stops_what_the_pbx_records(pbx, account):
    async def scenario():
        async with office(pbx) as o, desk_at(pbx, account, **KEY) as desk:
            clear(o)
            await talk(o, "7600")
            call = await desk.phase("talking")
            with pytest.raises(OthersRecord):
                await desk.phone.recorder.record(call.key, on=True)
            assert desk.call().recording is Recording.OFF
            assert o.bob.heard == ""
            await o.desk.until(lambda c: c.monitors == 1)
            await asyncio.sleep(1.0)
            await o.bob.hangup()
            await desk.phase("ended")
            assert loudness((await files(o, "pbx-"))[0]) > 100

    live(scenario())


def test_a_key_that_nobody_has_set_up_is_told(pbx):
    async def scenario():
        async with office(pbx) as o, desk_at(pbx, "calls", one_touch="*9") as desk:
            call = await talk(o)
            await desk.phase("talking")
            with pytest.raises(NoOneTouch):
                await desk.phone.recorder.record(call.key, on=True)
            assert (desk.call().recording, desk.call().monitors) == (Recording.OFF, 0)
            await o.bob.hears("*9")
            await o.bob.hangup()
            await desk.phase("ended")

    live(scenario())


@pytest.mark.parametrize("account", ["calls", "narrow"])
def test_it_is_known_again_after_the_link_was_down(pbx, account):
    async def scenario():
        async with office(pbx) as o, desk_at(pbx, account, **KEY) as desk:
            call = await talk(o)
            await desk.phase("talking")
            await desk.phone.recorder.record(call.key, on=True)
            desk.core.supervisor.session.abort()
            await desk.link(Link.OFFLINE.value)
            await desk.link("online")
            await desk.until(lambda c: c.recording is Recording.ON and not c.recorded_by_pbx)
            async with desk_at(pbx, account, **KEY) as late:
                await late.until(lambda c: c.recording is Recording.ON and not c.recorded_by_pbx)
                await late.phone.recorder.record(call.key, on=False)
                await o.desk.until(lambda c: not c.monitors)
            await o.bob.hangup()
            await desk.phase("ended")

    live(scenario())
