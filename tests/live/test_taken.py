"""Who took a call that rang here too, after how long, and that it is never a missed one."""

import asyncio

import pytest

from tests.live.office import live, office


@pytest.mark.parametrize("number", ["7100", "7200", "7201"])
def test_who_took_it_is_told(pbx, number):
    async def scenario():
        async with office(pbx) as o:
            await o.anna.dial(number)
            await asyncio.gather(o.me.ringing(), o.bob.ringing())
            for desk in o.desks.values():
                await desk.phase("ringing")
            await o.bob.answer()
            await o.me.idle()
            await o.anna.shows("7002")  # so does the caller's phone
            for name, desk in o.desks.items():
                hidden = name == "own" and number == "7201"  # behind Local channels
                call = await desk.until(lambda c, bob=not hidden: c.taker == "7002" or not bob)
                await desk.until(lambda c: not c.alive)
                assert call.taker_name == ("" if hidden else "Bob")
                assert call.cause is None or call.cause.value == "answered elsewhere"
                assert call.since >= call.began
            await o.everybody_sees(["ringing", "ended", "answered elsewhere"])
            await o.anna.hangup()
            await o.bob.idle()

    live(scenario())


@pytest.mark.parametrize("number", ["7101", "7203"])
def test_who_takes_it_after_it_rang_here_is_told_and_nothing_was_missed(pbx, number):
    async def scenario():
        async with office(pbx) as o:
            await o.anna.dial(number)
            await o.me.ringing()
            await o.me.idle()  # nobody hurried
            await o.bob.ringing()
            for name in ("desk", "calls"):
                await o.desks[name].until(lambda c: c.cause and c.cause.value == "missed")
            await o.bob.answer()
            await o.anna.shows("7002")
            for name in ("desk", "calls"):
                if (name, number) == ("calls", "7203"):
                    continue  # it is not told that this is a queue
                call = await o.desks[name].until(lambda c: c.taker == "7002")
                assert (call.cause.value, call.taker_name) == ("answered elsewhere", "Bob")
                assert 2.0 <= call.since - call.began < 10.0
            # the filter hides who answered: it rang here, and then no more
            assert o.desks["own"].phases() == ["ringing", "ended", "missed"]
            await o.anna.hangup()
            await o.bob.idle()

    live(scenario())


@pytest.mark.parametrize("number", ["7100", "7200"])
def test_a_phone_without_a_caller_id_is_known_by_what_it_is_called(pbx, number):
    conf = pbx.dir / "etc/pjsip.conf"
    before = conf.read_text()

    async def scenario():
        async with office(pbx) as o:
            await o.anna.dial(number)
            await asyncio.gather(o.me.ringing(), o.bob.ringing())
            await o.bob.answer()
            await o.me.idle()
            for name in ("desk", "calls"):
                call = await o.desks[name].until(lambda c: c.taker)
                assert (call.taker, call.taker_name) == ("7002", "")  # and not the group's number
            await o.everybody_sees(["ringing", "ended", "answered elsewhere"])
            assert o.desks["own"].call().taker == ""
            await o.anna.hangup()
            await o.bob.idle()

    try:
        conf.write_text(before.replace('callerid = "Bob" <7002>\n', ""))
        pbx.cli("module reload res_pjsip.so")
        live(scenario())
    finally:
        conf.write_text(before)
        pbx.cli("module reload res_pjsip.so")


def test_a_caller_who_gives_up_stays_a_missed_call(pbx):
    async def scenario():
        async with office(pbx) as o:
            await o.anna.dial("7101")
            await o.me.ringing()
            await o.me.idle()
            await o.bob.ringing()
            await o.anna.hangup()
            await o.bob.idle()
            await o.everybody_sees(["ringing", "ended", "missed"])

    live(scenario())


def test_a_queue_that_rings_again_makes_one_call_of_one_caller(pbx):
    async def scenario():
        async with office(pbx) as o:
            await o.bob.unregister()
            await o.there("PJSIP/7002", so=False)
            await o.anna.dial("7203")
            await o.me.ringing()
            first = await o.desk.phase("ringing")
            await o.me.idle()
            await o.me.ringing()
            again = await o.desk.until(lambda c: c.key != first.key)
            assert [*o.desk.core.calls.value] == [again.key]
            assert again.linked == first.linked
            await o.me.answer()
            await o.desk.phase("talking")
            await o.anna.hangup()
            await o.desk.until(lambda c: not c.alive)
            assert [c.cause.value for c in o.desk.core.calls.value.values()] == ["hung up"]

    live(scenario())
