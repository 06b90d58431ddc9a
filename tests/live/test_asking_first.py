"""The transfer picker's ways and the cards' buttons on a real PBX."""

import asyncio

import pytest

from tests.live.office import Desk, Office, live, office
from tests.live.test_consult import asking, channels_are, in_conference, phase
from tests.pbx.rawami import RawAmi
from traydial.app.calling import Calling
from traydial.domain.errors import NotTalking, NoVoicemail
from traydial.domain.store import Store


def actions_of(desk: Desk) -> Calling:
    """Return what the windows of this desktop call."""
    calling = Calling(Store(desk.core.settings))
    calling.core = desk.core
    return calling


async def listening(pbx, o: Office, desk: Desk):
    """Let Bob call me, my phone being one that can be told to talk; return the call."""
    await o.me.policy(remote=True, waiting=True)
    await o.bob.dial("7001")
    await o.me.ringing()
    await o.me.answer()
    return await desk.phase("talking")


async def ask(o: Office, desk: Desk, first):
    """Ask Anna, who answers; the first call is on hold then."""
    key = await actions_of(desk).consult(first.key, "7003")
    await o.me.ringing()
    await o.me.answer()
    await o.anna.ringing()
    await o.anna.answer()
    await desk.until(lambda c: c.key == key and c.talking)
    await phase(desk, first.key, "held")
    return key


@pytest.mark.parametrize("account", ["desk", "own"])
def test_back_takes_the_caller_off_hold_where_the_phone_listens(pbx, account):
    async def scenario():
        async with office(pbx) as o:
            desk = o.desks[account]
            first = await listening(pbx, o, desk)
            key = await ask(o, desk, first)
            await actions_of(desk).back(key)
            await o.anna.idle()
            await phase(desk, first.key, "talking")
            assert o.me.notified == ["talk"]
            await asyncio.gather(o.me.talking(), o.bob.talking())
            await channels_are(pbx, "7001", "7002")
            await o.bob.hangup()
            await o.me.idle()

    live(scenario())


def test_back_without_the_right_to_tell_the_phone_leaves_the_caller_on_hold(pbx):
    async def scenario():
        async with office(pbx) as o:
            desk = o.desks["calls"]
            first = await listening(pbx, o, desk)
            key = await ask(o, desk, first)
            await actions_of(desk).back(key)
            await o.anna.idle()
            assert o.me.notified == []
            assert desk.core.calls.value[first.key].phase.value == "held"
            await channels_are(pbx, "7001", "7002")
            await o.me.unhold()

    live(scenario())


def test_back_while_the_colleague_rings(pbx):
    async def scenario():
        async with asking(pbx) as (o, desk, first, key):
            await actions_of(desk).back(key)
            await o.anna.idle()
            ended = await desk.until(lambda c: c.key == key and not c.alive)
            assert ended.cause.value == "cancelled"
            assert desk.core.calls.value[first].talking
            await channels_are(pbx, "7001", "7002")

    live(scenario())


def test_a_colleague_who_never_answers_leaves_the_caller_with_me(pbx):
    async def scenario():
        async with office(pbx) as o:
            await o.me.policy(waiting=True)
            await o.anna.dial("7001")
            await o.me.ringing()
            await o.me.answer()
            first = await o.desk.phase("talking")
            key = await actions_of(o.desk).consult(first.key, "7052")  # Bob, for three seconds
            await o.me.ringing()
            await o.me.answer()
            await o.bob.ringing()
            ended = await o.desk.until(lambda c: c.key == key and not c.alive)
            assert ended.cause.value == "no answer"
            assert o.desk.core.calls.value[first.key].talking
            await channels_are(pbx, "7001", "7003")

    live(scenario())


@pytest.mark.parametrize("account", ["desk", "calls", "own"])
def test_connecting_and_three_by_the_buttons(pbx, account):
    async def scenario():
        async with asking(pbx, account) as (o, desk, first, key):
            await o.anna.answer()
            await desk.until(lambda c: c.key == key and c.talking)
            await phase(desk, first, "held")
            act = actions_of(desk)
            assert act.can_meet()
            await act.all_three(key)
            await channels_are(pbx, "7001", "7002", "7003")
            await asyncio.gather(o.me.talking(), o.bob.talking(), o.anna.talking())
            assert desk.core.calls.value[key].third in ("Bob", "7002")
            await phase(desk, first, "ended")

    live(scenario())


@pytest.mark.parametrize("account", ["desk", "calls", "own"])
@pytest.mark.parametrize("answered", [True, False])
def test_a_caller_is_sent_to_a_voicemail_box(pbx, account, answered):
    async def scenario():
        async with office(pbx) as o:
            desk = o.desks[account]
            await o.bob.dial("7001")
            await o.me.ringing()
            if answered:
                await o.me.answer()
            call = await desk.phase("talking" if answered else "ringing")
            await actions_of(desk).to_voicemail(call.key, "7003")
            await asyncio.gather(o.me.idle(), o.bob.talking())
            await desk.until(lambda c: not c.alive and c.cause.value == "transferred")
            await channels_are(pbx, "7002")
            async with RawAmi.connect(pbx) as ami:
                assert "!*7003!" in await ami.command("core show channels concise")

    live(scenario())


def test_a_number_without_a_box_is_refused_before_anything_moves(pbx):
    async def scenario():
        async with office(pbx) as o:
            await o.bob.dial("7001")
            await o.me.ringing()
            await o.me.answer()
            call = await o.desk.phase("talking")
            with pytest.raises(NoVoicemail):
                await actions_of(o.desk).to_voicemail(call.key, "+4930123456")
            assert o.desk.call() == call
            await channels_are(pbx, "7001", "7002")

    live(scenario())


def test_a_call_that_rings_can_be_diverted_but_nobody_be_asked_about_it(pbx):
    async def scenario():
        async with office(pbx) as o:
            await o.bob.dial("7001")
            await o.me.ringing()
            call = await o.desk.phase("ringing")
            with pytest.raises(NotTalking):
                await actions_of(o.desk).consult(call.key, "7003")
            await actions_of(o.desk).transfer(call.key, "7003")
            await asyncio.gather(o.anna.ringing(), o.me.idle())
            await channels_are(pbx, "7002", "7003")

    live(scenario())


@pytest.mark.parametrize("account", ["desk", "calls", "own"])
def test_two_calls_that_nobody_asked_about_are_connected(pbx, account):
    async def scenario():
        async with office(pbx) as o:
            desk = o.desks[account]
            await o.me.policy(waiting=True)
            await o.bob.dial("7001")
            await o.me.ringing()
            await o.me.answer()
            first = await desk.phase("talking")
            await o.anna.dial("7001")
            second = await desk.until(lambda c: c.key != first.key and c.phase.value == "ringing")
            await o.me.ringing()
            await o.me.answer()
            await phase(desk, second.key, "talking")
            await phase(desk, first.key, "held")
            await actions_of(desk).connect(first.key)
            await asyncio.gather(o.me.idle(), o.bob.talking(), o.anna.talking())
            await channels_are(pbx, "7002", "7003")
            for one in (first.key, second.key):
                await phase(desk, one, "ended")
                assert desk.core.calls.value[one].cause.value == "transferred"

    live(scenario())


def test_the_phone_lifts_for_the_question_when_told_from_the_screen(pbx):
    async def scenario():
        async with office(pbx) as o:
            first = await listening(pbx, o, o.desk)
            act = actions_of(o.desk)
            key = await act.consult(first.key, "7003")
            await o.me.ringing()
            await o.desk.until(lambda c: c.key == key and act.can_answer(c))
            await act.answer(key)
            await o.anna.ringing()
            await o.anna.answer()
            await phase(o.desk, key, "talking")
            await phase(o.desk, first.key, "held")
            await act.connect(key)
            await asyncio.gather(o.me.idle(), o.bob.talking(), o.anna.talking())

    live(scenario())


@pytest.mark.parametrize("account", ["desk", "own"])
def test_three_talk_on_the_line_that_is_not_on_hold(pbx, account):
    async def scenario():
        async with office(pbx) as o:
            desk = o.desks[account]
            first = await listening(pbx, o, desk)
            await o.anna.dial("7001")
            second = await desk.until(lambda c: c.key != first.key and c.phase.value == "ringing")
            await o.me.ringing()
            await o.me.answer()
            await phase(desk, second.key, "talking")
            await phase(desk, first.key, "held")
            act = actions_of(desk)
            await act.answer(first.key)  # swapped
            await phase(desk, first.key, "talking")
            await phase(desk, second.key, "held")
            await act.all_three(second.key)
            await in_conference(pbx, 3)
            await channels_are(pbx, "7001", "7002", "7003")
            await asyncio.gather(o.me.talking(), o.bob.talking(), o.anna.talking())
            await phase(desk, second.key, "ended")
            call = desk.core.calls.value[first.key]
            assert call.third
            assert call.phase.value == "talking"

    live(scenario())
