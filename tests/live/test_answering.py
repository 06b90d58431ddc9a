"""Answering from the screen: a phone that understands NOTIFY lifts, another goes on ringing."""

import asyncio

import pytest

from tests.live.office import desk_at, live, office
from traydial.domain.errors import CallGone, NotPermitted, PhoneDoesNotLift
from traydial.domain.privileges import Ability


@pytest.mark.parametrize("account", ["desk", "own"])
def test_the_phone_lifts(pbx, account):
    async def scenario():
        async with office(pbx) as o:
            desk = o.desks[account]
            assert desk.core.connection.value.may(Ability.ANSWER)
            await o.me.policy(remote=True)
            await o.bob.dial("7001")
            await o.me.ringing()
            call = await desk.phase("ringing")
            assert desk.phone.remote.can_answer(call)
            await desk.phone.remote.answer(call.key)
            assert desk.call().talking
            await asyncio.gather(o.me.talking(), o.bob.talking())
            assert o.me.notified == ["talk"]
            await desk.phone.remote.answer(call.key)  # what is answered is not answered again
            assert o.me.notified == ["talk"]
            assert not desk.phone.remote.can_answer(desk.call())
            await o.bob.hangup()
            await o.everybody_sees(["ringing", "talking", "ended", "hung up"])

    live(scenario())


@pytest.mark.parametrize("account", ["desk", "own"])
def test_the_phone_lifts_for_a_call_that_was_clicked(pbx, account):
    async def scenario():
        async with office(pbx) as o:
            desk = o.desks[account]
            await o.me.policy(remote=True)
            key = await desk.phone.dial("7002")
            await o.me.ringing()
            assert desk.phone.remote.can_answer(desk.call())
            await desk.phone.remote.answer(key)
            await o.me.talking()
            assert o.me.notified == ["talk"]
            await o.bob.ringing()
            await o.bob.answer()
            await desk.phase("talking")
            await o.bob.hangup()
            await desk.phase("ended")

    live(scenario())


def test_a_second_call_is_answered_while_the_first_is_put_on_hold(pbx):
    async def scenario():
        async with office(pbx) as o:
            await o.me.policy(remote=True, waiting=True)
            await o.bob.dial("7001")
            await o.me.ringing()
            first = await o.desk.phase("ringing")
            await o.desk.phone.remote.answer(first.key)
            await o.anna.dial("7001")
            second = await o.desk.until(lambda c: c.key != first.key and c.phase.value == "ringing")
            await o.me.ringing()
            await o.desk.phone.remote.answer(second.key)
            await o.anna.talking()
            await o.desk.until(lambda _: o.desk.core.calls.value[first.key].phase.value == "held")
            # and back again: the phone swaps them
            assert o.desk.phone.remote.can_answer(o.desk.core.calls.value[first.key])
            await o.desk.phone.remote.answer(first.key)
            assert o.desk.core.calls.value[first.key].phase.value == "talking"
            await o.desk.until(lambda c: c.key == second.key and c.phase.value == "held")
            await asyncio.gather(o.anna.hangup(), o.bob.hangup())
            await o.me.idle()

    live(scenario())


def test_a_phone_that_does_not_listen_is_not_told_twice(pbx):
    async def scenario():
        async with office(pbx) as o:
            await o.bob.dial("7001")
            await o.me.ringing()
            call = await o.desk.phase("ringing")
            with pytest.raises(PhoneDoesNotLift):
                await o.desk.phone.remote.answer(call.key)
            assert o.desk.call().phase.value == "ringing"
            assert o.me.state == "ringing"
            assert not o.desk.phone.remote.can_answer(o.desk.call())
            await o.me.answer()
            await o.desk.phase("talking")
            await o.bob.hangup()
            await o.desk.phase("ended")

    live(scenario())


def test_a_caller_who_gives_up_meanwhile(pbx):
    async def scenario():
        async with office(pbx) as o:
            await o.bob.dial("7001")
            await o.me.ringing()
            call = await o.desk.phase("ringing")
            answering = asyncio.create_task(o.desk.phone.remote.answer(call.key))
            await o.bob.hangup()
            with pytest.raises(CallGone):
                await answering
            await o.me.idle()
            assert o.desk.phases() == ["ringing", "ended", "missed"]

    live(scenario())


def test_an_account_that_may_not_is_not_offered_it(pbx):
    async def scenario():
        async with office(pbx) as o:
            desk = o.desks["calls"]
            assert not desk.core.connection.value.may(Ability.ANSWER)
            await o.bob.dial("7001")
            await o.me.ringing()
            call = await desk.phase("ringing")
            with pytest.raises(NotPermitted):
                await desk.phone.remote.answer(call.key)
            await o.bob.hangup()
            await desk.phase("ended")

    live(scenario())


def test_of_two_phones_the_preferred_one_lifts(pbx):
    async def scenario():
        async with office(pbx) as o, desk_at(pbx, "desk", "PJSIP/7002", "PJSIP/7001") as desk:
            await o.me.policy(remote=True)
            await o.bob.policy(remote=True)
            await o.anna.dial("7100")
            await asyncio.gather(o.me.ringing(), o.bob.ringing())
            call = await desk.until(lambda c: len(c.legs) == 2)
            await desk.phone.remote.answer(call.key)
            await asyncio.gather(o.bob.talking(), o.me.idle())
            assert (o.me.notified, o.bob.notified) == ([], ["talk"])
            await o.anna.hangup()
            await o.bob.idle()

    live(scenario())
