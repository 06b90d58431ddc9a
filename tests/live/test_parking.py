"""Park and fetch, on every stream of events, and what the PBX itself says of it."""

import asyncio

import pytest

from tests.live.office import live, office
from traydial.domain.errors import NotTalking


async def lot_is(o, wanted):
    """Wait until the PBX itself has exactly these parked callers; its list lags its events."""
    async with asyncio.timeout(10):
        while True:
            rows = await o.desk.core.supervisor.session.collect("ParkedCalls")
            found = {
                row.get("ParkingSpace"): row.get("ParkeeCallerIDNum")
                for row in rows
                if row.event == "ParkedCall"
            }
            if found == wanted:
                return
            await asyncio.sleep(0.02)


@pytest.mark.parametrize("account", ["desk", "calls", "own"])
def test_a_caller_is_parked_and_fetched(pbx, account):
    async def scenario():
        async with office(pbx) as o:
            desk = o.desks[account]
            await o.bob.dial("7001")
            await o.me.ringing()
            await o.me.answer()
            call = await desk.phase("talking")
            space = await desk.phone.parking.park(call.key)
            assert space == "801"
            await o.me.idle()
            ended = await desk.until(lambda c: not c.alive and c.parked_at)
            assert (ended.cause, ended.parked_at) == ("parked", "801")
            await lot_is(o, {"801": "7002"})
            (parked,) = desk.phone.parking.parked.value.values()
            assert (parked.space, parked.number, parked.name) == ("801", "7002", "Bob")
            await desk.phone.dial(space)
            await o.me.ringing()
            await o.me.answer()
            await o.bob.talking()
            fetched = await desk.until(lambda c: c.talking and c.name == "Bob")
            assert fetched.number == "801"
            await lot_is(o, {})
            await o.me.hangup()
            await o.bob.idle()

    live(scenario())


def test_who_was_called_can_be_parked_too(pbx):
    async def scenario():
        async with office(pbx) as o:
            key = await o.desk.phone.dial("7002")
            await o.me.ringing()
            await o.me.answer()
            await o.bob.ringing()
            await o.desk.phase("ringing")
            with pytest.raises(NotTalking):
                await o.desk.phone.parking.park(key)
            await o.bob.answer()
            await o.desk.phase("talking")
            assert await o.desk.phone.parking.park(key) == "801"
            await o.me.idle()
            await lot_is(o, {"801": "7002"})
            await o.bob.hangup()  # gives up
            await o.parked_is(o.desk, {})

    live(scenario())
