"""Transfers on a real Asterisk: nobody is lost."""

import asyncio

import pytest

from tests.live.office import live, office
from traydial.domain.errors import CallGone, NoOtherParty, NoSuchNumber, NotTalking


async def talk(o, way):
    """Bring Bob and me to talk and return my call."""
    if way == "incoming":
        await o.bob.dial("7001")
        await o.me.ringing()
        await o.me.answer()
    elif way == "queue":
        await o.bob.dial("7201")
        await o.me.ringing()
        await o.me.answer()
    else:
        await o.desk.phone.dial("7002", "Bob")
        await o.me.ringing()
        await o.me.answer()
        await o.bob.ringing()
        await o.bob.answer()
    await asyncio.gather(o.me.talking(), o.bob.talking())
    return await o.desk.phase("talking")


@pytest.mark.parametrize("way", ["incoming", "click-to-dial", "queue"])
def test_while_talking(pbx, way):
    async def scenario():
        async with office(pbx) as o:
            if way == "queue":
                await o.bob.policy()
            call = await talk(o, way)
            await o.desk.phone.transfer(call.key, "7003")
            shown = await o.anna.ringing()
            assert shown.number == "7002"  # Anna sees Bob, not me
            await o.anna.answer()
            await asyncio.gather(o.me.idle(), o.anna.talking(), o.bob.talking())
            ended = await o.desk.phase("ended")
            assert ended.cause == "transferred"

    live(scenario())


def test_while_ringing_the_caller_is_diverted(pbx):
    async def scenario():
        async with office(pbx) as o:
            await o.bob.dial("7001")
            await o.me.ringing()
            call = await o.desk.phase("ringing")
            await o.desk.phone.transfer(call.key, "7003")
            await asyncio.gather(o.me.idle(), o.anna.ringing())
            await o.anna.answer()
            await asyncio.gather(o.anna.talking(), o.bob.talking())
            assert (await o.desk.phase("ended")).cause == "transferred"

    live(scenario())


@pytest.mark.parametrize("account", ["desk", "calls", "own"])
def test_each_kind_of_account_can_divert(pbx, account):
    async def scenario():
        async with office(pbx) as o:
            await o.bob.dial("7001")
            await o.me.ringing()
            desk = o.desks[account]
            call = await desk.phase("ringing")
            await desk.phone.transfer(call.key, "7003")
            await asyncio.gather(o.me.idle(), o.anna.ringing())

    live(scenario())


@pytest.mark.parametrize("phase", ["ringing", "talking"])
def test_to_nowhere_is_refused_and_the_call_stays(pbx, phase):
    async def scenario():
        async with office(pbx) as o:
            await o.bob.dial("7001")
            await o.me.ringing()
            call = await o.desk.phase("ringing")
            if phase == "talking":
                await o.me.answer()
                call = await o.desk.phase("talking")
            with pytest.raises(NoSuchNumber):
                await o.desk.phone.transfer(call.key, "7999")
            # asked of the PBX itself, after anything that was sent: both are still there
            o.desk.phone.call(call.key)
            await o.desk.phone.resync(o.desk.core.supervisor.session)
            assert o.desk.phone.call(call.key).phase == phase
            assert o.me.state == phase
            await o.bob.hangup()
            await o.me.idle()

    live(scenario())


def test_an_application_cannot_be_transferred_and_goes_on(pbx):
    async def scenario():
        async with office(pbx) as o:
            key = await o.desk.phone.dial("7400")
            await o.me.ringing()
            await o.me.answer()
            await o.desk.phase("talking")
            with pytest.raises(NoOtherParty):
                await o.desk.phone.transfer(key, "7003")
            assert o.me.state == "talking"
            await o.desk.phone.hang_up(key)
            assert (await o.desk.phase("ended")).cause == "hung up"

    live(scenario())


def test_what_cannot_be_transferred_is_refused(pbx):
    async def scenario():
        async with office(pbx) as o:
            key = await o.desk.phone.dial("7002")
            await o.me.ringing()
            with pytest.raises(NotTalking):
                await o.desk.phone.transfer(key, "7003")
            await o.desk.phone.hang_up(key)
            await o.desk.phase("ended")
            with pytest.raises(CallGone):
                await o.desk.phone.transfer(key, "7003")

    live(scenario())
