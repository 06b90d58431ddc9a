"""What can be done in a call, with own phones of every kind."""

import asyncio
from dataclasses import replace

import pytest

from tests.live.office import live, loudness
from tests.live.test_parking import lot_is
from tests.live.test_recording import clear, files
from tests.live.test_technologies import KINDS, Place, desk_with, kind, place_with, settings
from tests.live.test_technologies import talk_by_click as talk
from tests.pbx.asterisk import secret_of
from tests.pbx.phones import Phones
from traydial.domain.calls import Recording

__all__ = ["kind"]  # a fixture


class _Office:
    """What the helpers of other tests look at."""

    def __init__(self, place: Place) -> None:
        self.pbx, self.desk = place.pbx, place.desk


def test_digits_reach_the_other_party(pbx, kind):
    async def scenario():
        async with place_with(pbx, kind) as place:
            key = await talk(place)
            await place.desk.phone.keypad.send(key, "42")
            await place.bob.hears("42")
            await place.bob.hangup()
            await place.over()

    live(scenario())


def test_the_other_party_is_parked(pbx, kind):
    async def scenario():
        async with place_with(pbx, kind) as place:
            key = await talk(place)
            space = await place.desk.phone.parking.park(key)
            await place.me.idle()
            ended = await place.desk.until(lambda c: not c.alive and c.parked_at)
            assert (ended.cause, ended.parked_at) == ("parked", space)
            await lot_is(_Office(place), {space: "7002"})
            await place.bob.hangup()
            await place.over()

    live(scenario())


def test_what_is_said_is_recorded(pbx, kind):
    async def scenario():
        async with place_with(pbx, kind) as place:
            clear(_Office(place))
            key = await talk(place)
            await place.desk.phone.recorder.record(key, on=True)
            await place.desk.until(lambda c: c.recording is Recording.ON)
            await asyncio.sleep(1.0)  # a second of sound
            await place.desk.phone.recorder.record(key, on=False)
            await place.desk.until(lambda c: c.recording is Recording.OFF)
            (file,) = await files(_Office(place), "traydial/")
            assert loudness(file) > 100
            await place.bob.hangup()
            await place.over()

    live(scenario())


def test_an_application_that_answers_is_noticed(pbx, kind):
    async def scenario():
        async with place_with(pbx, kind) as place:
            key = await place.desk.phone.dial("7400")
            await place.me.ringing()
            await place.me.answer()
            await place.each("talking")
            await place.one_call()
            await place.desk.phone.hang_up(key)
            await place.over()

    live(scenario())


def test_a_party_whom_nobody_takes_comes_back(pbx, kind):
    async def scenario():
        async with place_with(pbx, kind) as place:
            await place.anna.policy(reject=486)
            key = await talk(place)
            await place.desk.phone.transfer(key, "7003", "Anna")
            await place.me.ringing()
            back = await place.desk.phase("own-ringing")
            assert (back.number, back.came_from) == ("7002", "Anna")
            await place.me.answer()
            await asyncio.gather(place.me.talking(), place.bob.talking())
            await place.desk.phase("talking")
            await place.one_call()
            await place.bob.hangup()
            await place.over()

    live(scenario())


@pytest.mark.parametrize("name", ["sip", "local", "local-n"])
def test_hold_at_the_phone_is_shown(pbx, name):
    """The IAX2 phone of these tests has no such key."""
    if name == "sip" and pbx.version != "16":
        name = "local"  # 22 has no chan_sip any more, as test_technologies makes sure

    async def scenario():
        async with place_with(pbx, KINDS[name]) as place:
            await talk(place)
            await place.me.hold()
            await place.each("held")
            await place.me.unhold()
            await place.each("talking")
            await place.bob.hangup()
            await place.over()

    live(scenario())


@pytest.mark.parametrize("account", ["desk", "own"])
def test_a_call_behind_a_local_channel_ends_that_came_in_a_snapshot(pbx, account):
    """The filtered account sees no event of the channel that the snapshot showed."""

    async def scenario():
        async with place_with(pbx, replace(KINDS["local"], accounts=(account,))) as place:
            key = await place.desk.phone.dial("7002")
            await place.me.ringing()
            place.desk.core.supervisor.session.abort()
            await place.desk.link("offline")
            await place.desk.link("online")
            assert place.desk.core.calls.value[key].alive
            await place.me.decline()
            await place.desk.until(lambda c: not c.alive)

    live(scenario())


@pytest.mark.parametrize("account", ["desk", "own"])
def test_a_colleague_is_asked_and_connected_from_behind_a_local_channel(pbx, account):
    async def scenario():
        async with place_with(pbx, replace(KINDS["local"], accounts=(account,))) as place:
            await place.me.policy(waiting=True)
            await place.bob.dial("7001")
            await place.me.ringing()
            await place.me.answer()
            first = await place.desk.phase("talking")
            key = await place.desk.phone.consult.ask(first.key, "7003", "Anna")
            await place.me.ringing()
            await place.me.answer()
            await place.anna.ringing()
            await place.anna.answer()
            asked = await place.desk.phase("talking")
            assert (asked.key, asked.consults) == (key, first.key)
            await place.desk.phone.consult.connect(key)
            await place.me.idle()
            await asyncio.gather(place.bob.talking(), place.anna.talking())
            calls = place.desk.core.calls
            await place.desk.until(lambda _: not any(c.alive for c in calls.value.values()))
            await place.bob.hangup()
            await place.anna.idle()

    live(scenario())


def test_the_old_sip_driver_asks_the_phone_to_lift(pbx):
    if pbx.version != "16":
        # gone from 21 on: there is no such phone to ask
        assert "0 modules loaded" in pbx.cli("module show like chan_sip.so")
        return

    async def scenario():
        config = settings(pbx, "calls", KINDS["sip"])
        config = replace(config, phone=replace(config.phone, auto_answer="call-info"))
        async with Phones("127.0.0.1", pbx.ports.old_sip) as phones, desk_with(config) as desk:
            me = await phones.add("7007", secret_of("7007"))
            key = await desk.phone.dial("7700")
            await me.ringing()
            assert "Call-Info: <sip:traydial>;answer-after=0" in me.invite
            await desk.phone.hang_up(key)
            await me.idle()

    live(scenario())
