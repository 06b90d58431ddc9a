"""Digits from the screen: what the other party hears, and what a voice menu understands."""

import asyncio

import pytest

from tests.live.office import live, office
from traydial.app.after_answer import AfterAnswer
from traydial.domain.errors import CallGone, NothingToDial, NotTalking
from traydial.domain.remembered import Remembered


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


@pytest.mark.parametrize("account", ["desk", "own"])
def test_what_is_remembered_is_keyed_once_they_answer(pbx, account):
    async def scenario():
        tasks = []
        start = lambda work: tasks.append(asyncio.create_task(work))  # noqa: E731
        known = {"7410": Remembered(",70,03", by_itself=True), "7002": Remembered("1")}
        async with office(pbx) as o:
            desk = o.desks[account]
            AfterAnswer(desk.core.calls, known.get, desk.phone.keypad.send, start)
            await desk.phone.dial("7410")
            await o.me.ringing()
            await o.me.answer()
            assert (await o.anna.ringing()).number == "7001"  # whom the voice menu calls
            await o.me.hangup()
            await o.anna.idle()
            await desk.phone.dial("7002")
            await o.me.ringing()
            await o.me.answer()
            await o.bob.ringing()
            await o.bob.answer()
            await desk.phase("talking")
            await desk.phone.keypad.send(desk.call().key, "2")
            await o.bob.hears("2")  # and nothing that nobody has asked for
            await o.bob.hangup()
            assert len(tasks) == 1
            await asyncio.gather(*tasks)

    live(scenario())
