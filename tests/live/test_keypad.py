"""Digits from the screen: what the other party hears, and what a voice menu understands."""

import pytest

from tests.live.office import live, office
from traydial.domain.errors import CallGone, NothingToDial, NotTalking


def test_the_other_party_hears_the_digits_in_order(pbx):
    async def scenario():
        async with office(pbx) as o:
            key = await o.desk.phone.dial("7002")
            await o.me.ringing()
            await o.me.answer()
            await o.bob.ringing()
            await o.desk.phase("ringing")
            with pytest.raises(NotTalking):
                await o.desk.phone.keypad.send(key, "1")
            await o.bob.answer()
            await o.desk.phase("talking")
            await o.desk.phone.keypad.send(key, "0123456789*#")
            await o.bob.hears("0123456789*#")
            assert o.me.heard == ""
            await o.bob.hangup()
            await o.desk.phase("ended")
            with pytest.raises(CallGone):
                await o.desk.phone.keypad.send(key, "1")

    live(scenario())


def test_a_caller_hears_them_too(pbx):
    async def scenario():
        async with office(pbx) as o:
            await o.bob.dial("7001")
            await o.me.ringing()
            await o.me.answer()
            call = await o.desk.phase("talking")
            await o.desk.phone.keypad.send(call.key, "42")
            await o.bob.hears("42")
            await o.bob.hangup()

    live(scenario())


def test_a_voice_menu_understands_them(pbx):
    async def scenario():
        async with office(pbx) as o:
            key = await o.desk.phone.dial("7410")
            await o.me.ringing()
            await o.me.answer()
            # that an application has answered is asked for, no event tells
            await o.desk.phase("talking")
            await o.desk.phone.keypad.send(key, "7,003")
            assert (await o.anna.ringing()).number == "7001"
            await o.me.hangup()
            await o.anna.idle()

    live(scenario())


def test_what_is_no_digit_is_not_sent(pbx):
    async def scenario():
        async with office(pbx) as o:
            for text in ("", "12a", "1\r\nAction: Ping", "\u0661"):
                with pytest.raises(NothingToDial):
                    await o.desk.phone.keypad.send("none", text)

    live(scenario())
