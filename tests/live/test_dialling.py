"""Click-to-dial on a real Asterisk with real phones, told the same on every kind of stream."""

import asyncio

import pytest

from tests.live.office import desk_at, live, office
from traydial.domain.errors import NoSuchNumber, NotPermitted, PhoneNotRegistered

TALKED = ["own-ringing", "calling", "ringing", "talking", "ended", "hung up"]


def test_answered_and_both_displays_are_right(pbx):
    async def scenario():
        async with office(pbx) as o:
            await o.desk.phone.dial("7002", "Bob")
            own = await o.me.ringing()
            assert (own.number, own.name) == ("7002", "Bob")  # my phone shows whom I call
            await o.me.answer()
            caller = await o.bob.ringing()
            assert (caller.number, caller.name) == ("7001", "Me")  # and Bob sees me
            await o.bob.answer()
            for desk in o.desks.values():
                call = await desk.phase("talking")
                assert (call.direction, call.number, call.name) == ("out", "7002", "Bob")
            await o.bob.hangup()
            await o.everybody_sees(TALKED)

    live(scenario())


def test_a_number_without_a_name_shows_as_the_number(pbx):
    async def scenario():
        async with office(pbx) as o:
            await o.desk.phone.dial("+4930123456")
            own = await o.me.ringing()
            assert own.number == "+4930123456"
            await o.me.answer()
            assert (await o.anna.ringing()).number == "7001"
            for desk in o.desks.values():
                await desk.phase("ringing")
            await o.desk.phone.hang_up(o.desk.call().key)
            await o.everybody_sees(["own-ringing", "calling", "ringing", "ended", "cancelled"])

    live(scenario())


@pytest.mark.parametrize(("code", "cause"), [(486, "busy"), (603, "declined")])
def test_busy_and_declined(pbx, code, cause):
    async def scenario():
        async with office(pbx) as o:
            await o.bob.policy(reject=code)
            await o.desk.phone.dial("7002")
            await o.me.ringing()
            await o.me.answer()
            await o.everybody_sees(["own-ringing", "calling", "ended", cause])

    live(scenario())


def test_nobody_answers(pbx):
    async def scenario():
        async with office(pbx) as o:
            await o.desk.phone.dial("7052")  # rings Bob for three seconds
            await o.me.ringing()
            await o.me.answer()
            await o.everybody_sees(["own-ringing", "calling", "ringing", "ended", "no answer"])

    live(scenario())


def test_i_do_not_pick_up(pbx):
    async def scenario():
        async with office(pbx) as o, desk_at(pbx, "desk", timeout_s=2) as hasty:
            await hasty.phone.dial("7002")
            await o.me.ringing()
            await o.everybody_sees(["own-ringing", "ended", "own phone not answered"])
            await hasty.until(lambda call: call.cause == "own phone not answered")

    live(scenario())


def test_i_decline_my_own_phone(pbx):
    async def scenario():
        async with office(pbx) as o:
            await o.desk.phone.dial("7002")
            await o.me.ringing()
            await o.me.decline(603)
            await o.everybody_sees(["own-ringing", "ended", "own phone declined"])

    live(scenario())


@pytest.mark.parametrize("phase", ["at once", "own-ringing", "calling", "ringing", "talking"])
def test_cancelled_in_each_phase(pbx, phase):
    async def scenario():
        async with office(pbx) as o:
            # 7700 lifts and waits: nobody is rung
            key = await o.desk.phone.dial("7700" if phase == "calling" else "7002")
            if phase != "at once":
                await o.me.ringing()
            if phase in ("calling", "ringing", "talking"):
                await o.me.answer()
                await o.desk.phase("calling" if phase == "calling" else "ringing")
            if phase == "talking":
                await o.bob.answer()
                await o.desk.phase("talking")
            await o.desk.phone.hang_up(key)
            await asyncio.gather(o.me.idle(), o.bob.idle())
            call = await o.desk.phase("ended")
            assert call.cause == ("hung up" if phase == "talking" else "cancelled")

    live(scenario())


def test_an_unregistered_own_phone_is_told_before_anything_rings(pbx):
    async def scenario():
        async with office(pbx) as o:
            await o.me.unregister()
            await o.there("PJSIP/7001", so=False)
            with pytest.raises(PhoneNotRegistered):
                await o.desk.phone.dial("7002")
            assert o.desk.seen == {}

    live(scenario())


def test_the_second_phone_is_used_where_the_first_is_away(pbx):
    async def scenario():
        async with office(pbx) as o, desk_at(pbx, "desk", "PJSIP/7009", "PJSIP/7001") as desk:
            await desk.phone.dial("7002")
            await o.me.ringing()
            await desk.phone.hang_up(desk.call().key)
            await o.me.idle()

    live(scenario())


def test_an_unknown_number_rings_nobody(pbx):
    async def scenario():
        async with office(pbx) as o:
            with pytest.raises(NoSuchNumber):
                await o.desk.phone.dial("7999")
            assert o.desk.seen == {}

    live(scenario())


def test_an_account_that_may_not_dial_is_told(pbx):
    async def scenario():
        async with office(pbx), desk_at(pbx, "watcher") as desk:
            with pytest.raises(NotPermitted):
                await desk.phone.dial("7002")

    live(scenario())


def test_an_application_that_answers_counts_as_talking(pbx):
    async def scenario():
        async with office(pbx) as o:
            key = await o.desk.phone.dial("7400")
            await o.me.ringing()
            await o.me.answer()
            for desk in o.desks.values():
                await desk.phase("talking")
            await o.desk.phone.hang_up(key)
            await o.everybody_sees(["own-ringing", "calling", "talking", "ended", "hung up"])

    live(scenario())


def test_dialled_by_hand_on_the_phone(pbx):
    async def scenario():
        async with office(pbx) as o:
            await o.me.dial("7002")
            await o.bob.ringing()
            await o.bob.answer()
            for desk in o.desks.values():
                call = await desk.phase("talking")
                assert (call.direction, call.number, call.name) == ("out", "7002", "Bob")
            await o.me.hangup()
            await o.everybody_sees(["calling", "ringing", "talking", "ended", "hung up"])

    live(scenario())


@pytest.mark.parametrize(
    ("kind", "header"),
    [
        ("off", None),
        ("call-info", "Call-Info: <sip:traydial>;answer-after=0"),
        ("alert-info", "Alert-Info: <http://traydial>;info=alert-autoanswer"),
        ("ring-answer", "Alert-Info: Ring Answer"),
        ("answer-mode", "Answer-Mode: Auto"),
    ],
)
def test_the_own_phone_alone_is_asked_to_lift_by_itself(pbx, kind, header):
    async def scenario():
        async with office(pbx) as o, desk_at(pbx, "desk", auto_answer=kind) as desk:
            await desk.phone.dial("7002")
            await o.me.ringing()
            told = [line for line in o.me.invite.split("\r\n") if line.startswith(HEADERS)]
            assert told == ([header] if header else [])
            await o.me.answer()
            await o.bob.ringing()
            assert not [line for line in o.bob.invite.split("\r\n") if line.startswith(HEADERS)]
            await o.me.hangup()
            await o.bob.idle()

    live(scenario())


HEADERS = ("Call-Info:", "Alert-Info:", "Answer-Mode:")
