"""A PBX that restarts, crashes or freezes in the middle of a call."""

import asyncio
from contextlib import AsyncExitStack

import pytest

from tests.live.office import WATCHERS, Office, desk_at, live
from tests.live.terminal import run, traydial, write_profile
from tests.pbx.asterisk import Asterisk
from tests.pbx.phones import Phones


@pytest.fixture(params=["22", "16"])
def own_pbx(request):
    """Yield a PBX of this test's own, to be maltreated."""
    with Asterisk(request.param) as asterisk:
        yield asterisk


@pytest.mark.parametrize("how", ["restart", "crash"])
def test_after_a_restart_the_state_is_the_pbxs(own_pbx, how, tmp_path):
    async def scenario():
        profile = write_profile(tmp_path, own_pbx)
        async with AsyncExitStack() as stack:
            phones = await stack.enter_async_context(Phones("127.0.0.1", own_pbx.sip_port))
            desks = {a: await stack.enter_async_context(desk_at(own_pbx, a)) for a in WATCHERS}
            o = Office(own_pbx, phones, desks)
            await o.add_people()
            watch = await stack.enter_async_context(traydial(profile, "watch", "--json"))
            await o.bob.dial("7001")
            await o.me.ringing()
            await o.me.answer()
            for desk in desks.values():
                await desk.phase("talking")
            await watch.line(phase="talking")
            ill = []
            desks["desk"].core.health.health.subscribe(lambda health: ill.extend(health.ailments))
            await asyncio.to_thread(_restart if how == "restart" else _crash, own_pbx)
            for desk in desks.values():
                call = await desk.phase("ended")
                await desk.link("online")
                assert call.cause in ("connection lost", "hung up")
                assert not any(c.alive for c in desk.core.calls.value.values())
            # whether it comes back, a phone system only says where it was told to restart
            assert [a.part.value for a in ill if a.of_pbx][:1] == ["shutdown"] * (how == "restart")
            await watch.line(phase="ended")
            for phone in (o.me, o.bob):
                if phone.state == "talking":  # a PBX that crashed says no good-bye
                    await phone.hangup()
                await phone.idle()
            # and it works again: nothing was dialled twice, a new call is seen
            await asyncio.gather(o.me.register(), o.bob.register())
            await o.there("PJSIP/7001")
            await o.there("PJSIP/7002")
            await o.desk.phone.dial("7002")
            await o.me.ringing()
            await watch.line(phase="own-ringing")
            assert o.me.calls == 1
            await o.desk.phone.hang_up(o.desk.call().key)
            await watch.line(phase="ended", cause="cancelled")
            watch.interrupt()
            assert (await watch.end())[0] == 0

    live(scenario())


def _restart(pbx):
    pbx.restart()


def _crash(pbx):
    pbx.kill()
    pbx.start()


def test_a_pbx_that_freezes_is_noticed_and_a_call_that_lived_on_is_found_again(own_pbx):
    async def scenario():
        async with AsyncExitStack() as stack:
            phones = await stack.enter_async_context(Phones("127.0.0.1", own_pbx.sip_port))
            desk = await stack.enter_async_context(desk_at(own_pbx, "desk"))
            o = Office(own_pbx, phones, {"desk": desk})
            await o.add_people()
            await o.bob.dial("7001")
            await o.me.ringing()
            await o.me.answer()
            before = await desk.phase("talking")
            own_pbx.freeze()
            try:
                await desk.link("offline")  # no byte comes, though the connection stands
            finally:
                own_pbx.thaw()
            await desk.link("online")
            after = desk.phone.call(before.key)
            assert (after.phase, after.talking_since) == ("talking", before.talking_since)
            await o.bob.hangup()
            await desk.phase("ended")

    live(scenario())


def test_a_certificate_that_expired_or_changed_is_told_apart(own_pbx, tmp_path):
    async def scenario():
        pinned = write_profile(tmp_path / "pin", own_pbx)
        certificate = await asyncio.to_thread(own_pbx.use_certificate, "expired")
        code, _, err = await run(pinned, "status")
        assert (code, "another certificate" in err) == (6, True)
        by_ca = write_profile(
            tmp_path / "ca",
            own_pbx,
            hosts=[f"localhost:{own_pbx.tls_port}"],
            fingerprint="",
            ca_file=str(certificate.ca),
        )
        code, _, err = await run(by_ca, "status")
        assert (code, "expired" in err) == (6, True)

    live(scenario())
