"""A transfer that nobody takes: the caller comes back, on every stream of events."""

import asyncio
import contextlib

import pytest

from tests.live.office import desk_at, live, office
from tests.live.test_consult import channels_are
from traydial.domain.errors import CallGone, TargetAway, TargetEngaged
from traydial.services import come_back

ACCOUNTS = ["desk", "calls", "own"]


@contextlib.asynccontextmanager
async def given_away(pbx, account="desk", target="7003", before=None, **kind):
    """Bob talks to me, and I give him to Anna."""
    async with office(pbx, **kind) as o:
        if before is not None:
            await before(o)
        desk = o.desks[account]
        await o.bob.dial("7001")
        await o.me.ringing()
        await o.me.answer()
        call = await desk.phase("talking")
        await desk.phone.transfer(call.key, target, "Anna")
        yield o, desk, call.key


async def stage(desk, key, wanted):
    """Wait until the transfer has come so far."""

    def so(_):
        onward = desk.core.calls.value[key].onward
        return onward is not None and onward.stage.value == wanted

    await desk.until(so)
    return desk.core.calls.value[key]


async def comes_back(o, desk, key, why):
    """Bob rings me again, I lift, and we talk."""
    await stage(desk, key, why)
    shown = await o.me.ringing()
    assert (shown.number, shown.name) == ("7002", "Bob")
    back = await desk.phase("own-ringing")
    assert (back.number, back.name, back.came_from) == ("7002", "Bob", "Anna")
    await o.me.answer()
    await asyncio.gather(o.me.talking(), o.bob.talking())
    await desk.phase("talking")
    await channels_are(o.pbx, "7001", "7002")
    await o.bob.hangup()
    await o.me.idle()
    await channels_are(o.pbx)


@pytest.mark.parametrize("account", ACCOUNTS)
def test_who_is_taken_is_gone(pbx, account):
    async def scenario():
        async with given_away(pbx, account) as (o, desk, key):
            shown = await o.anna.ringing()
            assert (shown.number, shown.name) == ("7002", "Bob")
            call = await stage(desk, key, "on the way")
            assert (call.onward.target, call.onward.name) == ("7003", "Anna")
            await o.anna.answer()
            await asyncio.gather(o.me.idle(), o.anna.talking(), o.bob.talking())
            call = await stage(desk, key, "taken")
            assert (call.phase.value, call.cause.value) == ("ended", "transferred")
            await o.bob.shows("7003")
            await channels_are(pbx, "7002", "7003")
            await o.bob.hangup()
            await o.anna.idle()
            await channels_are(pbx)

    live(scenario())


@pytest.mark.parametrize("account", ACCOUNTS)
@pytest.mark.parametrize(
    ("before", "why"),
    [
        (lambda o: o.anna.policy(reject=486), "busy"),
        (lambda o: o.anna.policy(reject=603), "declined"),
        (lambda o: o.anna.unregister(), "not reached"),
    ],
)
def test_who_is_not_taken_comes_back(pbx, account, before, why):
    async def scenario():
        async with given_away(pbx, account, before=before) as (o, desk, key):
            # an event filter hides why
            await comes_back(o, desk, key, "not reached" if account == "own" else why)

    live(scenario())


@pytest.mark.parametrize("account", ACCOUNTS)
def test_who_rings_too_long_comes_back(pbx, account):
    async def scenario():
        async with given_away(pbx, account, comes_back_after_s=2) as (o, desk, key):
            await o.anna.ringing()
            await comes_back(o, desk, key, "not reached" if account == "own" else "no answer")
            await o.anna.idle()

    live(scenario())


@pytest.mark.parametrize("account", ACCOUNTS)
def test_the_caller_is_fetched_back(pbx, account):
    async def scenario():
        async with given_away(pbx, account) as (o, desk, key):
            await o.anna.ringing()
            await desk.phone.come_back.fetch_back(key)
            await o.anna.idle()
            await comes_back(o, desk, key, "fetched")

    live(scenario())


@pytest.mark.parametrize("account", ACCOUNTS)
def test_a_caller_who_gives_up_rings_nobody(pbx, account):
    async def scenario():
        async with given_away(pbx, account) as (o, desk, key):
            await o.anna.ringing()
            await o.bob.hangup()
            await stage(desk, key, "hung up")
            await o.anna.idle()
            await channels_are(pbx)
            with pytest.raises(CallGone):
                await desk.phone.come_back.fetch_back(key)

    live(scenario())


def test_who_was_called_comes_back_too(pbx):
    async def scenario():
        async with office(pbx) as o:
            await o.anna.policy(reject=486)
            key = await o.desk.phone.dial("7002", "Bob")
            await o.me.ringing()
            await o.me.answer()
            await o.bob.ringing()
            await o.bob.answer()
            await o.desk.phase("talking")
            await o.desk.phone.transfer(key, "7003", "Anna")
            await comes_back(o, o.desk, key, "busy")

    live(scenario())


def test_a_voicemail_box_takes_the_caller(pbx):
    async def scenario():
        async with given_away(pbx, target="*7003") as (o, desk, key):
            await stage(desk, key, "taken")
            await o.me.idle()
            assert o.bob.state == "talking"

    live(scenario())


def test_somebody_else_fetches_the_caller(pbx):
    async def scenario():
        async with office(pbx) as o:
            carol = await o.phones.add("7004", "")
            await o.there("PJSIP/7004")
            await o.bob.dial("7001")
            await o.me.ringing()
            await o.me.answer()
            call = await o.desk.phase("talking")
            await o.desk.phone.transfer(call.key, "7003", "Anna")
            await o.anna.ringing()
            (parked,) = o.desk.phone.parking.parked.value.values()
            await carol.dial(parked.space)
            await stage(o.desk, call.key, "taken by somebody else")
            await o.anna.idle()
            await channels_are(pbx, "7002", "7004")

    live(scenario())


def test_who_does_not_lift_leaves_the_caller_in_the_lot(pbx):
    async def scenario():
        before = lambda o: o.anna.policy(reject=486)  # noqa: E731
        async with given_away(pbx, before=before) as (o, desk, key):
            await stage(desk, key, "busy")
            await o.me.ringing()
            await o.me.decline(486)
            back = await desk.until(lambda c: not c.alive and c.came_from and c.parked_at)
            assert o.bob.state == "talking"
            await channels_are(pbx, "7002")
            await desk.phone.dial(back.parked_at)
            await o.me.ringing()
            await o.me.answer()
            await desk.phase("talking")
            await channels_are(pbx, "7001", "7002")

    live(scenario())


@pytest.mark.parametrize("does", ["busy", "answers"])
def test_the_watch_goes_on_after_a_lost_link(pbx, does):
    async def scenario():
        async with given_away(pbx) as (o, desk, key):
            await o.anna.ringing()
            desk.core.supervisor.session.abort()
            await desk.link("offline")
            if does == "busy":
                await o.anna.decline(486)
            else:
                await o.anna.answer()
            desk.core.supervisor.retry_now()
            await desk.link("online")
            if does == "busy":  # why was not told: nobody listened
                await comes_back(o, desk, key, "not reached")
            else:
                await stage(desk, key, "taken")
                await channels_are(pbx, "7002", "7003")

    live(scenario())


def test_the_pbx_itself_brings_the_caller_back(pbx, monkeypatch):
    monkeypatch.setattr(come_back, "SLACK_S", 3)

    async def scenario():
        kind = {"comes_back_after_s": 1, "timeout_s": 1}
        async with given_away(pbx, **kind) as (o, _, _):
            await o.anna.ringing()
            for one in o.desks.values():
                await one.core.aclose()  # nobody is there to do it
            await o.me.ringing()
            await o.me.answer()
            await asyncio.gather(o.me.talking(), o.bob.talking())

    live(scenario())


@pytest.mark.parametrize("account", ACCOUNTS)
def test_who_talks_or_is_away_is_asked_about(pbx, account):
    async def scenario():
        async with office(pbx) as o:
            desk = o.desks[account]
            await o.anna.dial("7400")
            await o.anna.talking()
            await o.bob.dial("7001")
            await o.me.ringing()
            await o.me.answer()
            call = await desk.phase("talking")
            with pytest.raises(TargetEngaged):
                await desk.phone.transfer(call.key, "7003", anyway=False)
            with pytest.raises(TargetAway):
                await desk.phone.transfer(call.key, "7005", anyway=False)
            assert desk.phone.call(call.key).talking
            await channels_are(pbx, "7001", "7002", "7003")

    live(scenario())


def test_never_means_never(pbx):
    async def scenario():
        async with given_away(pbx, comes_back_after_s=0) as (o, desk, _):
            await o.anna.ringing()
            assert desk.phone.parking.parked.value == {}
            await o.anna.decline(486)
            await o.bob.idle()  # what the dialplan does

    live(scenario())


def test_an_account_that_may_not_ring_the_target_sends_the_caller_there(pbx):
    async def scenario():
        async with office(pbx) as o, desk_at(pbx, "noorig") as desk:
            await o.bob.dial("7001")
            await o.me.ringing()
            await o.me.answer()
            call = await desk.phase("talking")
            await desk.phone.transfer(call.key, "7003", "Anna")
            shown = await o.anna.ringing()
            assert shown.number == "7002"
            await o.anna.answer()
            await asyncio.gather(o.me.idle(), o.anna.talking(), o.bob.talking())
            ended = await desk.phase("ended")
            assert (ended.cause.value, ended.onward) == ("transferred", None)
            await channels_are(pbx, "7002", "7003")

    live(scenario())


@pytest.mark.parametrize("account", ACCOUNTS)
def test_where_the_dialplan_gives_up_first_the_caller_comes_back(pbx, account):
    async def scenario():
        async with office(pbx) as o:
            desk = o.desks[account]
            await o.anna.dial("7001")
            await o.me.ringing()
            await o.me.answer()
            call = await desk.phase("talking")
            await desk.phone.transfer(call.key, "7052", "Bob")  # rings Bob for three seconds
            await o.bob.ringing()
            await stage(desk, call.key, "not reached" if account == "own" else "no answer")
            shown = await o.me.ringing()
            assert shown.number == "7003"
            await o.me.answer()
            await asyncio.gather(o.me.talking(), o.anna.talking())
            await channels_are(pbx, "7001", "7003")

    live(scenario())
