"""Park and fetch, on every stream of events, and what the PBX itself says of it."""

import asyncio

import pytest

from tests.live.office import desk_at, live, office
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


@pytest.mark.parametrize("account", ["desk", "calls", "own"])
@pytest.mark.parametrize("answered", [True, False])
def test_one_who_waited_too_long_comes_back_and_is_announced(pbx, account, answered):
    async def scenario():
        async with office(pbx) as o:
            desk = o.desks[account]
            await o.bob.dial("7055")
            await o.me.ringing()
            await o.me.answer()
            first = await desk.phase("talking")
            assert await desk.phone.parking.park(first.key) == "821"
            await o.me.idle()
            await desk.until(lambda c: not c.alive and c.parked_at == "821")
            await o.parked_is(desk, {"821": "7002"})
            await o.me.ringing()  # nobody came within two seconds
            back = await desk.until(lambda c: c.key != first.key)
            assert (back.direction, back.phase.value) == ("in", "ringing")
            assert (back.from_space, back.number, back.name, back.via) == ("821", "7002", "Bob", "")
            assert first.key not in desk.core.calls.value  # it said to fetch them from there
            await lot_is(o, {})
            await o.parked_is(desk, {})
            if answered:
                await o.me.answer()
                await o.bob.talking()
                await desk.phase("talking")
            await o.bob.hangup()
            await o.me.idle()
            await desk.until(lambda c: not c.alive)
            assert desk.phases(back.key)[-1] == ("hung up" if answered else "missed")

    live(scenario())


@pytest.mark.parametrize("account", ["desk", "calls", "own"])
def test_one_who_comes_back_is_known_after_the_link_was_lost(pbx, account):
    async def scenario():
        async with office(pbx) as o:
            await o.bob.dial("7055")
            await o.me.ringing()
            await o.me.answer()
            call = await o.desk.phase("talking")
            await o.desk.phone.parking.park(call.key)
            await o.me.idle()
            await o.me.ringing()
            async with desk_at(pbx, account) as late:
                back = await late.phase("ringing")
                assert (back.number, back.name, back.via) == ("7002", "Bob", "")
                assert back.from_space == ""  # nobody tells any more which one it was
                await o.me.answer()
                await late.phase("talking")
                await o.me.hangup()
                await late.phase("ended")

    live(scenario())
