"""Several calls at once: one talks and the others wait, and the screen swaps them."""

import asyncio

import pytest

from tests.live.office import DEADLINE_S, Office, desk_at, live, office
from tests.live.test_consult import channels_are, phase
from tests.pbx.asterisk import secret_of
from tests.pbx.phones import Phones
from traydial.domain.calls import in_front
from traydial.domain.errors import CallGone, NotPermitted, PhoneDoesNotLift
from traydial.domain.privileges import Ability


async def states_are(desk, **wanted):
    """Wait until the living calls are exactly these, by the other party's number."""
    changed = asyncio.Event()
    end = desk.core.calls.subscribe(lambda _: changed.set())
    found = {}
    try:
        async with asyncio.timeout(DEADLINE_S):
            while True:
                changed.clear()
                alive = [call for call in desk.core.calls.value.values() if call.alive]
                found = {f"n{call.number}": call.phase.value for call in alive}
                if found == wanted:
                    return {f"n{call.number}": call.key for call in alive}
                await changed.wait()
    except TimeoutError:
        raise AssertionError(f"never so: {wanted}; instead {found}") from None
    finally:
        end()


async def two(o: Office, desk, second=None):
    """Let Bob call me, then Anna, and me lift both; return the keys of the two calls."""
    second = second or o.anna
    await o.me.policy(waiting=True, remote=True)
    await o.bob.dial("7001")
    await o.me.ringing()
    await o.me.answer()
    await states_are(desk, n7002="talking")
    await second.dial("7001")
    await o.me.ringing()
    number = f"n{second.number}"
    await states_are(desk, n7002="talking", **{number: "ringing"})
    await o.me.answer()
    keys = await states_are(desk, n7002="held", **{number: "talking"})
    return keys["n7002"], keys[number]


@pytest.mark.parametrize("account", ["desk", "own"])
def test_two_calls_are_swapped_from_the_screen_and_back(pbx, account):
    async def scenario():
        async with office(pbx) as o:
            desk = o.desks[account]
            bob, anna = await two(o, desk)
            assert in_front(desk.core.calls.value).key == anna
            for up, down in ((bob, anna), (anna, bob), (bob, anna)):
                remote = desk.phone.remote
                assert remote.can_answer(desk.core.calls.value[up])
                assert not remote.can_answer(desk.core.calls.value[down])
                await remote.answer(up)
                await phase(desk, up, "talking")
                await phase(desk, down, "held")
                assert in_front(desk.core.calls.value).key == up
                await remote.answer(up)  # what talks is not told to
            assert o.me.notified == ["talk"] * 3
            await channels_are(pbx, "7001", "7001", "7002", "7003")
            await o.bob.hangup()
            await states_are(desk, n7003="held")
            await desk.phone.remote.answer(anna)
            await states_are(desk, n7003="talking")
            await desk.phone.hang_up(anna)
            await asyncio.gather(o.me.idle(), o.anna.idle())
            await states_are(desk)
            await channels_are(pbx)

    live(scenario())


@pytest.mark.parametrize("account", ["desk", "calls", "own"])
def test_three_calls_at_once_are_what_the_phone_has(pbx, account):
    async def scenario():
        # a process of phones carries no more than four calls
        async with office(pbx) as o, Phones("127.0.0.1", pbx.sip_port) as others:
            dora, desk = await others.add("7004", secret_of("7004")), o.desks[account]
            await two(o, desk, dora)
            key = await desk.phone.dial("7400")  # a second line of one's own beside them
            await o.me.ringing()
            keys = await states_are(desk, n7002="held", n7004="talking", n7400="own-ringing")
            assert keys["n7400"] == key == in_front(desk.core.calls.value).key
            await o.me.answer()
            await states_are(desk, n7002="held", n7004="held", n7400="talking")
            await channels_are(pbx, "7001", "7001", "7001", "7002", "7004")
            async with desk_at(pbx, account) as late:  # a fresh look finds the same three
                alive = [call for call in late.core.calls.value.values() if call.alive]
                assert {call.key for call in alive} == {*keys.values()}
            await o.bob.hangup()
            await states_are(desk, n7004="held", n7400="talking")
            await desk.phone.hang_up(key)
            await states_are(desk, n7004="held")
            await channels_are(pbx, "7001", "7004")
            await dora.hangup()
            await o.me.idle()
            await states_are(desk)

    live(scenario())


def test_a_phone_that_does_not_listen_is_not_told_twice(pbx):
    async def scenario():
        async with office(pbx) as o:
            bob, anna = await two(o, o.desk)
            await o.me.policy(waiting=True, remote=False)
            with pytest.raises(PhoneDoesNotLift):
                await o.desk.phone.remote.answer(bob)
            calls = await states_are(o.desk, n7002="held", n7003="talking")
            assert calls == {"n7002": bob, "n7003": anna}
            assert not o.desk.phone.remote.can_answer(o.desk.core.calls.value[bob])
            await channels_are(pbx, "7001", "7001", "7002", "7003")

    live(scenario())


def test_one_who_hangs_up_while_on_hold_is_not_waited_for(pbx):
    async def scenario():
        async with office(pbx) as o:
            bob, _ = await two(o, o.desk)
            await o.me.policy(waiting=True, remote=False)
            swap = asyncio.create_task(o.desk.phone.remote.answer(bob))
            await o.bob.hangup()
            with pytest.raises(CallGone):
                await swap
            await states_are(o.desk, n7003="talking")

    live(scenario())


def test_an_account_that_may_not_is_refused(pbx):
    async def scenario():
        async with office(pbx) as o:
            desk = o.desks["calls"]
            bob, _ = await two(o, desk)
            assert not desk.core.connection.value.may(Ability.ANSWER)
            with pytest.raises(NotPermitted):
                await desk.phone.remote.answer(bob)
            await states_are(desk, n7002="held", n7003="talking")

    live(scenario())
