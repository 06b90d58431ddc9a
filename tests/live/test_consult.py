"""Asking a colleague first: what becomes of caller, colleague and me, on every stream."""

import asyncio
import contextlib

import pytest

from tests.live.office import live, office
from tests.pbx.rawami import RawAmi
from traydial.domain.errors import CallGone, NoSuchNumber, NotTalking


async def channels_are(pbx, *devices):
    """Wait until the PBX itself has channels of these devices and no others."""
    async with RawAmi.connect(pbx) as ami, asyncio.timeout(15):
        while True:
            lines = (await ami.command("core show channels concise")).splitlines()
            names = (line.partition("!")[0] for line in lines if line.startswith("PJSIP/"))
            found = sorted(name.rpartition("-")[0] for name in names)
            if found == sorted(f"PJSIP/{device}" for device in devices):
                return
            await asyncio.sleep(0.02)  # the list lags the events


@contextlib.asynccontextmanager
async def asking(pbx, account="desk", target="7003"):
    """Bob talks to me, and I ask Anna; her phone rings."""
    async with office(pbx) as o:
        await o.me.policy(waiting=True)  # as desk phones are
        desk = o.desks[account]
        await o.bob.dial("7001")
        await o.me.ringing()
        await o.me.answer()
        first = await desk.phase("talking")
        key = await desk.phone.consult.ask(first.key, target, "Anna")
        await o.me.ringing()
        await o.me.answer()
        if target == "7003":
            await o.anna.ringing()
        yield o, desk, first.key, key


async def phase(desk, key, wanted):
    """Wait until one of several calls is in this phase."""
    await desk.until(lambda _: desk.core.calls.value[key].phase.value == wanted)


async def in_conference(pbx, count):
    """Wait until the PBX itself has so many people in my conference."""
    async with RawAmi.connect(pbx) as ami, asyncio.timeout(15):
        while True:
            if (await ami.command("confbridge list 887001")).count("PJSIP/") == count:
                return
            await asyncio.sleep(0.02)  # an account without its events is not told


@pytest.mark.parametrize("account", ["desk", "calls", "own"])
def test_caller_and_colleague_are_connected(pbx, account):
    async def scenario():
        async with asking(pbx, account) as (o, desk, first, key):
            await o.anna.answer()
            asked = await desk.phase("talking")
            assert (asked.key, asked.consults) == (key, first)
            await phase(desk, first, "held")
            await channels_are(pbx, "7001", "7001", "7002", "7003")
            await desk.phone.consult.connect(key)
            await asyncio.gather(o.me.idle(), o.bob.talking(), o.anna.talking())
            await o.anna.shows("7002")
            await o.bob.shows("7003")
            for one in (first, key):
                await phase(desk, one, "ended")
                assert desk.core.calls.value[one].cause.value == "transferred"
            await channels_are(pbx, "7002", "7003")

    live(scenario())


def test_back_to_the_caller(pbx):
    async def scenario():
        async with asking(pbx) as (o, desk, first, key):
            await o.anna.answer()
            await desk.phase("talking")
            await desk.phone.hang_up(key)
            await o.anna.idle()
            await o.me.unhold()  # on the phone: nobody told it to
            await channels_are(pbx, "7001", "7002")
            assert desk.core.calls.value[first].phase.value == "talking"
            await o.bob.hangup()
            await o.me.idle()

    live(scenario())


@pytest.mark.parametrize(
    ("does", "cause"),
    [
        (lambda anna: anna.policy(reject=486), "busy"),
        (lambda anna: anna.policy(reject=603), "declined"),
        (lambda anna: anna.unregister(), "not reachable"),
    ],
)
def test_a_colleague_who_is_not_reached_leaves_the_caller_with_me(pbx, does, cause):
    async def scenario():
        async with office(pbx) as o:
            await o.me.policy(waiting=True)
            await does(o.anna)
            await o.bob.dial("7001")
            await o.me.ringing()
            await o.me.answer()
            first = await o.desk.phase("talking")
            key = await o.desk.phone.consult.ask(first.key, "7003")
            await o.me.ringing()
            await o.me.answer()
            ended = await o.desk.until(lambda c: c.key == key and not c.alive)
            assert ended.cause.value == cause
            assert o.desk.core.calls.value[first.key].talking
            await channels_are(pbx, "7001", "7002")

    live(scenario())


def test_a_colleague_who_does_not_answer_is_given_up_and_the_caller_is_there(pbx):
    async def scenario():
        async with asking(pbx) as (o, desk, first, key):
            with pytest.raises(NotTalking):
                await desk.phone.consult.connect(key)
            await desk.phone.hang_up(key)
            await o.anna.idle()
            ended = await desk.until(lambda c: c.key == key and not c.alive)
            assert ended.cause.value == "cancelled"
            await channels_are(pbx, "7001", "7002")
            assert desk.core.calls.value[first].talking

    live(scenario())


def test_a_colleague_who_hangs_up_leaves_the_caller_with_me(pbx):
    async def scenario():
        async with asking(pbx) as (o, desk, first, key):
            await o.anna.answer()
            await desk.phase("talking")
            await o.anna.hangup()
            await desk.until(lambda c: c.key == key and not c.alive)
            with pytest.raises(CallGone):
                await desk.phone.consult.connect(key)
            assert desk.core.calls.value[first].talking
            await channels_are(pbx, "7001", "7002")

    live(scenario())


def test_a_caller_who_hangs_up_meanwhile_leaves_me_with_the_colleague(pbx):
    async def scenario():
        async with asking(pbx) as (o, desk, first, key):
            await o.anna.answer()
            await desk.phase("talking")
            await o.bob.hangup()
            await phase(desk, first, "ended")
            with pytest.raises(CallGone):
                await desk.phone.consult.connect(key)
            with pytest.raises(CallGone):
                await desk.phone.consult.all_three(key)
            assert desk.core.calls.value[key].talking
            await channels_are(pbx, "7001", "7003")

    live(scenario())


@pytest.mark.parametrize("account", ["desk", "calls", "own"])
def test_all_three(pbx, account):
    async def scenario():
        async with asking(pbx, account) as (o, desk, first, key):
            await o.anna.answer()
            await desk.phase("talking")
            await phase(desk, first, "held")
            await desk.phone.consult.all_three(key)
            await channels_are(pbx, "7001", "7002", "7003")
            await in_conference(pbx, 3)
            await asyncio.gather(o.me.talking(), o.bob.talking(), o.anna.talking())
            await phase(desk, first, "ended")  # told a moment later
            calls = desk.core.calls.value
            assert (calls[first].phase.value, calls[first].cause.value) == ("ended", "transferred")
            assert calls[key].talking
            await desk.phone.hang_up(key)
            await o.me.idle()
            await channels_are(pbx, "7002", "7003")  # they go on

    live(scenario())


def test_an_unknown_colleague_is_refused_before_anything_rings(pbx):
    async def scenario():
        async with office(pbx) as o:
            await o.me.policy(waiting=True)
            await o.bob.dial("7001")
            await o.me.ringing()
            first = await o.desk.phase("ringing")
            with pytest.raises(NotTalking):
                await o.desk.phone.consult.ask(first.key, "7003")
            await o.me.answer()
            await o.desk.phase("talking")
            with pytest.raises(NoSuchNumber):
                await o.desk.phone.consult.ask(first.key, "7999")
            await channels_are(pbx, "7001", "7002")
            assert o.me.calls == 1

    live(scenario())


def test_a_phone_with_one_line_says_so_and_keeps_the_caller(pbx):
    async def scenario():
        async with office(pbx) as o:
            await o.bob.dial("7001")
            await o.me.ringing()
            await o.me.answer()
            first = await o.desk.phase("talking")
            key = await o.desk.phone.consult.ask(first.key, "7003")
            ended = await o.desk.until(lambda c: c.key == key and not c.alive)
            assert ended.cause.value == "own phone declined"
            assert o.desk.core.calls.value[first.key].talking
            await channels_are(pbx, "7001", "7002")

    live(scenario())


def test_a_colleague_behind_another_channel_is_connected_too(pbx):
    async def scenario():
        async with office(pbx) as o:
            await o.me.policy(waiting=True)
            await o.anna.dial("7001")
            await o.me.ringing()
            await o.me.answer()
            first = await o.desk.phase("talking")
            key = await o.desk.phone.consult.ask(first.key, "7302")  # Bob, through Local
            await o.me.ringing()
            await o.me.answer()
            await o.bob.ringing()
            await o.bob.answer()
            await o.desk.until(lambda c: c.key == key and c.talking)
            await o.desk.phone.consult.connect(key)
            await asyncio.gather(o.me.idle(), o.bob.talking(), o.anna.talking())

    live(scenario())


def test_a_new_link_in_the_middle_forgets_nothing(pbx):
    async def scenario():
        async with asking(pbx) as (o, desk, first, key):
            await o.anna.answer()
            await desk.phase("talking")
            await phase(desk, first, "held")
            await desk.cut_the_link()
            assert desk.core.calls.value[key].consults == first
            await desk.phone.consult.connect(key)
            await asyncio.gather(o.me.idle(), o.bob.talking(), o.anna.talking())

    live(scenario())
