"""Pair my phone: real phones dial what is shown, on each kind of account."""

import asyncio
import contextlib
from dataclasses import replace

import pytest

from tests.live.office import live, settings_for
from tests.pbx.asterisk import secret_of
from tests.pbx.phones import Phones
from traydial.app.pairing import pair
from traydial.domain.errors import LoginRefused, NobodyDialled
from traydial.domain.pairing import PhoneFound
from traydial.domain.settings import PhoneSettings

ME = PhoneFound("PJSIP/7001", "7001", "Me", "internal")
ANNA = PhoneFound("PJSIP/7003", "7003", "Anna Berger", "internal")


def unpaired(pbx, account, context=""):
    """Return settings of somebody who knows no more than where the PBX is."""
    return replace(settings_for(pbx, account), phone=PhoneSettings(context=context))


@contextlib.asynccontextmanager
async def pairing(pbx, account="calls", context="internal", within_s=20.0):
    """Yield what is to be dialled, and the phone that will be found."""
    told = asyncio.get_running_loop().create_future()
    work = asyncio.create_task(
        pair(
            unpaired(pbx, account, context),
            secret_of(account),
            told.set_result,
            within_s=within_s,
        )
    )
    await asyncio.wait([told, work], return_when=asyncio.FIRST_COMPLETED)
    try:
        yield None if work.done() else told.result(), work
    finally:
        work.cancel()
        await asyncio.gather(work, return_exceptions=True)


async def console(pbx, command, so):
    """Wait until the console tells so; it has no events."""
    async with asyncio.timeout(10):
        told = await asyncio.to_thread(pbx.cli, command)
        while not so(told):
            await asyncio.sleep(0.05)
            told = await asyncio.to_thread(pbx.cli, command)


async def no_channels(pbx):
    """Wait until nothing is left of the calls: whoever dials for pairing is hung up on."""
    await console(pbx, "core show channels", lambda told: "0 active channels" in told)


@pytest.mark.parametrize("account", ["desk", "calls", "own"])
def test_the_phone_that_dials_the_digits_is_found(pbx, account):
    async def scenario():
        async with Phones("127.0.0.1", pbx.sip_port) as phones:
            me = await phones.add("7001", secret_of("7001"))
            async with pairing(pbx, account) as (shown, found):
                assert len(shown.digits) == 4
                assert shown.digits.isdigit()
                await me.dial(shown.digits)
                assert await found == ME
            await me.idle()
            await no_channels(pbx)

    live(scenario())


@pytest.mark.parametrize("context", ["tenant", "elsewhere"])
def test_where_no_digits_will_do_the_own_number_does(pbx, context):
    async def scenario():
        async with Phones("127.0.0.1", pbx.sip_port) as phones:
            anna = await phones.add("7003", secret_of("7003"))
            async with pairing(pbx, context=context) as (shown, found):
                assert shown.digits == ""
                await anna.dial("7003")
                assert await found == ANNA
            await anna.idle()

    live(scenario())


def test_the_context_need_not_be_known(pbx):
    async def scenario():
        async with Phones("127.0.0.1", pbx.sip_port) as phones:
            me = await phones.add("7001", secret_of("7001"))
            async with pairing(pbx, context="") as (shown, found):
                await me.dial(shown.digits)
                assert await found == ME

    live(scenario())


def test_other_calls_are_let_alone(pbx):
    async def scenario():
        async with Phones("127.0.0.1", pbx.sip_port) as phones:
            me, bob, anna = await asyncio.gather(
                *(phones.add(n, secret_of(n)) for n in ("7001", "7002", "7003"))
            )
            await bob.dial("7003")
            await anna.ringing()
            await anna.answer()
            await bob.talking()
            async with pairing(pbx) as (shown, found):
                await me.dial("7003")  # busy: neither the digits nor the own number
                await me.idle()
                assert not found.done()
                await me.dial(shown.digits)
                assert await found == ME
            await bob.talking()
            await anna.talking()
            await bob.hangup()
            await anna.idle()

    live(scenario())


def test_a_phone_whose_calls_are_kept_from_the_account_is_found_and_said_so(pbx):
    async def scenario():
        async with Phones("127.0.0.1", pbx.sip_port) as phones:
            anna = await phones.add("7003", secret_of("7003"))
            async with pairing(pbx, "own") as (shown, found):
                await anna.dial(shown.digits)
                assert await found == replace(ANNA, is_told=False)
            await anna.idle()

    live(scenario())


def test_it_ends_when_nobody_dials(pbx):
    async def scenario():
        async with pairing(pbx, within_s=0.7) as (_, found):
            with pytest.raises(NobodyDialled):
                await found

    live(scenario())


def test_called_off_it_leaves_no_session(pbx):
    async def scenario():
        async with pairing(pbx) as (_, found):
            assert "calls" in pbx.cli("manager show connected")
            found.cancel()
            await asyncio.gather(found, return_exceptions=True)
        await console(pbx, "manager show connected", lambda told: "calls" not in told)

    live(scenario())


def test_a_wrong_password_is_said(pbx):
    async def scenario():
        with pytest.raises(LoginRefused):
            await pair(unpaired(pbx, "calls"), "wrong", print)

    live(scenario())
