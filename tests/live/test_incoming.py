"""Calls that come in, on a real Asterisk, told the same on every kind of event stream."""

import asyncio

import pytest

from tests.live.office import live, office


def test_answered_and_hung_up_from_the_desktop(pbx):
    async def scenario():
        async with office(pbx) as o:
            await o.bob.dial("7001")
            await o.me.ringing()
            for desk in o.desks.values():
                call = await desk.phase("ringing")
                assert (call.direction, call.number, call.name, call.via) == (
                    "in",
                    "7002",
                    "Bob",
                    "",
                )
            await o.me.answer()
            call = await o.desk.phase("talking")
            await o.desk.phone.hang_up(call.key)
            await asyncio.gather(o.me.idle(), o.bob.idle())
            await o.everybody_sees(["ringing", "talking", "ended", "hung up"])

    live(scenario())


@pytest.mark.parametrize("how", ["on the phone", "from the desktop"])
def test_declined(pbx, how):
    async def scenario():
        async with office(pbx) as o:
            await o.bob.dial("7001")
            await o.me.ringing()
            call = await o.desk.phase("ringing")
            if how == "on the phone":
                await o.me.decline(603)
            else:
                await o.desk.phone.hang_up(call.key)
            await asyncio.gather(o.me.idle(), o.bob.idle())
            await o.everybody_sees(["ringing", "ended", "declined"])
            if how == "from the desktop":
                assert o.bob.ended == 486  # Bob hears busy, not a dead line

    live(scenario())


@pytest.mark.parametrize("number", ["7001", "7100", "7200"])
def test_the_caller_gives_up(pbx, number):
    async def scenario():
        async with office(pbx) as o:
            await o.anna.dial(number)
            await o.me.ringing()
            for desk in o.desks.values():
                await desk.phase("ringing")
            await o.anna.hangup()
            await o.me.idle()
            await o.everybody_sees(["ringing", "ended", "missed"])

    live(scenario())


@pytest.mark.parametrize("number", ["7100", "7200"])
def test_answered_elsewhere_is_not_missed(pbx, number):
    async def scenario():
        async with office(pbx) as o:
            await o.anna.dial(number)
            await asyncio.gather(o.me.ringing(), o.bob.ringing())
            call = await o.desk.phase("ringing")
            assert (call.number, call.name) == ("7003", "Anna Berger")
            assert call.via == ("support" if number == "7200" else "7100")
            await o.bob.answer()
            await o.me.idle()
            await o.everybody_sees(["ringing", "ended", "answered elsewhere"])

    live(scenario())


@pytest.mark.parametrize("number", ["7100", "7200", "7201", "7300"])
def test_the_caller_is_known_through_groups_queues_and_local_channels(pbx, number):
    async def scenario():
        async with office(pbx) as o:
            await o.anna.dial(number)
            await o.me.ringing()
            for desk in o.desks.values():
                call = await desk.until(lambda call: call.number == "7003")
                assert (call.direction, call.phase) == ("in", "ringing")
            await o.me.answer()
            await o.desk.phase("talking")
            await o.anna.hangup()
            await o.everybody_sees(["ringing", "talking", "ended", "hung up"])

    live(scenario())


def test_hold_shows(pbx):
    async def scenario():
        async with office(pbx) as o:
            await o.bob.dial("7001")
            await o.me.ringing()
            await o.me.answer()
            await o.me.talking()
            await o.me.hold()
            for desk in o.desks.values():
                await desk.phase("held")
            await o.me.unhold()
            await o.desk.phase("talking")
            await o.bob.hangup()
            await o.everybody_sees(["ringing", "talking", "held", "talking", "ended", "hung up"])

    live(scenario())


def test_a_second_call_while_talking_is_a_call_of_its_own(pbx):
    async def scenario():
        async with office(pbx) as o:
            await o.me.policy(waiting=True)
            await o.bob.dial("7001")
            await o.me.ringing()
            await o.me.answer()
            await o.desk.phase("talking")
            await o.anna.dial("7001")
            await o.desk.phase("ringing")
            living = [c for c in o.desk.core.calls.value.values() if c.alive]
            assert [c.number for c in living] == ["7002", "7003"]
            await o.anna.hangup()
            await o.desk.until(lambda call: call.cause == "missed")
            assert o.desk.core.calls.value[living[0].key].alive

    live(scenario())
