"""Several phones of one user are one call; phones that follow the extension are found by it."""

import asyncio
import contextlib

import pytest

from tests.live.office import live
from tests.live.test_technologies import Kind, desk_with, phone_of, settings, there
from tests.pbx.asterisk import secret_of
from tests.pbx.phones import Phones
from traydial.domain.errors import CallGone, OwnPhoneUnknown, PhoneNotRegistered
from traydial.domain.settings import PhoneSettings

IAX = Kind("IAX2/7006", "IAX2/7006-", "7006")
SIP = Kind("SIP/7007", "SIP/7007-", "7007")


def following(pbx, extension, account="calls", context="mixed"):
    """Return settings of a user whose phones are wherever the extension is."""
    config = settings(pbx, account, Kind("", "", extension))
    return config.__class__(config.pbx, PhoneSettings(extension, (), context), config.dialling)


@contextlib.asynccontextmanager
async def phones_of(pbx, *numbers):
    async with Phones("127.0.0.1", pbx.sip_port) as phones:
        yield [await phones.add(number, secret_of(number)) for number in numbers]


def told(desk):
    """Return how many calls were ever seen, and how many are alive."""
    return len(desk.seen), sum(call.alive for call in desk.core.calls.value.values())


@pytest.mark.parametrize("extension", ["7020", "7021"])
def test_phones_of_several_kinds_that_ring_together_are_one_call(pbx, extension):
    """7021 has its phones behind Local channels, as follow-me does it."""

    async def scenario():
        async with contextlib.AsyncExitStack() as stack:
            enter = stack.enter_async_context
            phones = await enter(Phones("127.0.0.1", pbx.sip_port))
            desk_phone, bob = [await phones.add(n, secret_of(n)) for n in ("7001", "7002")]
            ringing = [desk_phone, await enter(phone_of(pbx, IAX, phones))]
            if pbx.version == "16" and extension == "7020":  # 22 has no chan_sip any more
                ringing.append(await enter(phone_of(pbx, SIP, phones)))
            desk = await enter(desk_with(following(pbx, extension)))
            for answering in ringing:
                await bob.dial(extension)
                for phone in ringing:
                    await phone.ringing()
                await desk.until(lambda call: len(call.legs) == len(ringing))
                seen = told(desk)[0]
                assert told(desk) == (seen, 1)
                await answering.answer()
                await desk.until(lambda call: call.phase.value == "talking")
                await desk.until(lambda call: len(call.legs) == 1)
                assert told(desk) == (seen, 1)
                await bob.hangup()
                await desk.until(lambda call: not call.alive)
                assert desk.phases() == ["ringing", "talking", "ended", "hung up"]
                for phone in (*ringing, bob):
                    await phone.idle()
            assert told(desk) == (len(ringing), 0)

    live(scenario())


def test_two_phones_of_one_registration_are_one_call(pbx):
    async def scenario():
        async with (
            phones_of(pbx, "7008", "7002") as (one, bob),
            phones_of(pbx, "7008") as (other,),
            desk_with(following(pbx, "7008")) as desk,
        ):
            await bob.dial("7008")
            await one.ringing()
            await other.ringing()
            await desk.until(lambda call: len(call.legs) == 2)
            await other.answer()
            await desk.phase("talking")
            await one.idle()
            await desk.until(lambda call: len(call.legs) == 1)
            assert told(desk) == (1, 1)
            await bob.hangup()
            await desk.phase("ended")
            assert desk.phases() == ["ringing", "talking", "ended", "hung up"]
            await other.idle()

    live(scenario())


@pytest.mark.parametrize("account", ["desk", "calls", "own"])
def test_the_phone_is_found_by_the_extension(pbx, account):
    async def scenario():
        async with (
            phones_of(pbx, "7001", "7002") as (me, bob),
            desk_with(following(pbx, "7001", account, "internal")) as desk,
        ):
            assert desk.phone.devices.to_ring == ("PJSIP/7001",)
            await there(desk, "PJSIP/7001")
            await there(desk, "PJSIP/7002")
            await desk.phone.dial("7002")
            await me.ringing()
            await me.answer()
            await bob.ringing()
            await bob.answer()
            await desk.phase("talking")
            await me.hangup()
            await desk.phase("ended")
            await bob.idle()
            await bob.dial("7001")
            await me.ringing()
            await desk.phase("ringing")
            await bob.hangup()
            await desk.phase("ended")
            await me.idle()

    live(scenario())


def test_without_a_hint_a_phone_that_is_called_like_the_extension_is_taken(pbx):
    async def scenario():
        async with desk_with(following(pbx, "7006", context="internal")) as desk:
            assert desk.phone.devices.to_ring == ("IAX2/7006",)

    live(scenario())


def test_where_nothing_tells_it_is_said(pbx):
    async def scenario():
        async with desk_with(following(pbx, "7400", context="internal")) as desk:
            with pytest.raises(OwnPhoneUnknown):
                await desk.phone.dial("7002")

    live(scenario())


def test_freepbx_s_table_of_devices_is_read_where_the_account_may(pbx):
    async def scenario():
        # who is 7006 sits at two phones; in this context no hint says so
        for entry in (
            "AMPUSER/7006 device 94&95",
            "DEVICE/94 dial PJSIP/7004",
            "DEVICE/95 dial PJSIP/7005",
        ):
            await asyncio.to_thread(pbx.cli, f"database put {entry}")
        try:
            async with desk_with(following(pbx, "7006", "desk", "internal")) as desk:
                assert desk.phone.devices.to_ring == ("PJSIP/7004", "PJSIP/7005")
            async with desk_with(following(pbx, "7006", "calls", "internal")) as desk:
                assert desk.phone.devices.to_ring == ("IAX2/7006",)  # it may not read it
        finally:
            for family in ("AMPUSER/7006", "DEVICE/94", "DEVICE/95"):
                await asyncio.to_thread(pbx.cli, f"database deltree {family}")

    live(scenario())


async def sign_in(pbx, device):
    """Let 7030 be at another phone, as hot desking does it."""
    line = f"dialplan add extension 7030,hint,{device} into mixed replace"
    assert device in await asyncio.to_thread(pbx.cli, line)


@contextlib.asynccontextmanager
async def hot_desk(pbx, account="calls"):
    """Yield an office where 7030 sits at Dora's phone for now, and may sit at Emil's."""
    await sign_in(pbx, "PJSIP/7004")
    await asyncio.to_thread(
        pbx.cli, "dialplan add extension 7030,1,Dial,PJSIP/7004&PJSIP/7005 into mixed replace"
    )
    try:
        async with (
            phones_of(pbx, "7004", "7005", "7002") as phones,
            desk_with(following(pbx, "7030", account)) as desk,
        ):
            for device in ("PJSIP/7004", "PJSIP/7005", "PJSIP/7002"):
                await there(desk, device)
            yield desk, *phones
    finally:
        for priority in ("hint", "1"):
            await asyncio.to_thread(
                pbx.cli, f"dialplan remove extension 7030@mixed {priority}", False
            )


async def rings(desk, phone):
    key = await desk.phone.dial("7002")
    await phone.ringing()
    await desk.phone.hang_up(key)
    await phone.idle()
    await desk.phase("ended")


async def dial_on_and_on(desk):
    while True:  # until the PBX has noticed that the phone is gone
        with contextlib.suppress(CallGone):
            await desk.phone.hang_up(await desk.phone.dial("7002"))


def test_who_signs_in_at_another_desk_is_found_there_at_the_next_connection(pbx):
    async def scenario():
        async with hot_desk(pbx) as (desk, dora, emil, _):
            await rings(desk, dora)
            await sign_in(pbx, "PJSIP/7005")
            desk.core.supervisor.session.abort()
            await desk.link("offline")
            await desk.link("online")
            await rings(desk, emil)

    live(scenario())


def test_who_signs_in_at_another_desk_is_found_when_the_old_one_is_gone(pbx):
    async def scenario():
        async with hot_desk(pbx) as (desk, dora, emil, _):
            await rings(desk, dora)
            await dora.unregister()
            async with asyncio.timeout(10):
                with pytest.raises(PhoneNotRegistered):
                    await dial_on_and_on(desk)
            await sign_in(pbx, "PJSIP/7005")
            await rings(desk, emil)

    live(scenario())


def test_what_the_extension_does_tells_that_it_has_moved(pbx):
    async def scenario():
        async with hot_desk(pbx) as (desk, _dora, emil, bob):
            await sign_in(pbx, "PJSIP/7005")
            await emil.dial("7002")  # the first that is heard of the extension's new phone
            await bob.ringing()
            await desk.phase("ringing")
            assert desk.phone.devices.to_ring == ("PJSIP/7005",)
            call = desk.call()
            assert (call.direction.value, call.number) == ("out", "7002")
            await emil.hangup()
            await desk.phase("ended")
            await bob.idle()

    live(scenario())
