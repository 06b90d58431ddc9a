"""A line that goes with a caller: read on the colleague's desktop before they lift."""

import asyncio
import contextlib
from dataclasses import replace

import pytest

from tests.live.office import Desk, _Memory, live, office, settings_for
from tests.pbx.rawami import RawAmi
from traydial.app.core import Core
from traydial.domain.settings import TransferSettings
from traydial.services.secrets import Secrets

LINE = "Wants to talk about the invoice; \u201c4711\u201d & <b>more</b>, \u00fc\u20ac"
SEES = ["desk", "own"]  # have class user; "calls" has not


@contextlib.asynccontextmanager
async def colleague(pbx, account="desk", comes_back_after_s=15):
    """Anna's desktop: she gives callers to me."""
    mine = settings_for(pbx, account)
    phone = replace(mine.phone, extension="7003", devices=("PJSIP/7003",))
    settings = replace(mine, phone=phone, transfer=TransferSettings(comes_back_after_s))
    core = Core(settings, Secrets({}, _Memory(account)))
    desk = Desk(core)
    core.start()
    try:
        await core.online()
        yield desk
    finally:
        await core.aclose()


async def read(o, desk, note=LINE):
    """Wait until a desktop of mine shows the note, while my phone still rings."""
    call = await desk.until(lambda c: c.note)
    assert (call.note, call.phase.value, call.number) == (note, "ringing", "7002")
    assert o.me.state == "ringing"


@pytest.mark.parametrize("comes_back_after_s", [15, 0])
@pytest.mark.parametrize("way", ["talking", "ringing", "click-to-dial"])
def test_it_is_read_before_one_lifts(pbx, comes_back_after_s, way):
    async def scenario():
        async with office(pbx) as o, colleague(pbx, "desk", comes_back_after_s) as anna:
            if way == "click-to-dial":
                await anna.phone.dial("7002", "Bob")
                await o.anna.ringing()
                await o.anna.answer()
                await o.bob.ringing()
                await o.bob.answer()
            else:
                await o.bob.dial("7003")
                await o.anna.ringing()
            if way == "talking":
                await o.anna.answer()
            call = await anna.phase("ringing" if way == "ringing" else "talking")
            await anna.phone.transfer(call.key, "7001", "Me", note=LINE)
            await o.me.ringing()
            for account in SEES:
                await read(o, o.desks[account])
            await o.me.answer()
            await asyncio.gather(o.me.talking(), o.bob.talking())
            for account in SEES:
                assert (await o.desks[account].phase("talking")).note == LINE
            blind = await o.desks["calls"].phase("talking")
            assert blind.note == ""
            await o.bob.hangup()
            await o.me.idle()

    live(scenario())


def test_who_asks_first_sends_it_too(pbx):
    async def scenario():
        async with office(pbx) as o, colleague(pbx) as anna:
            await o.anna.policy(waiting=True)
            await o.bob.dial("7003")
            await o.anna.ringing()
            await o.anna.answer()
            call = await anna.phase("talking")
            key = await anna.phone.consult.ask(call.key, "7001", "Me")
            session = anna.core.supervisor.session
            await anna.phone.notes.send(session, LINE, "7001", key)
            await o.anna.ringing()
            await o.anna.answer()
            await o.me.ringing()
            for account in SEES:
                assert (await o.desks[account].until(lambda c: c.note)).note == LINE

    live(scenario())


def test_it_may_come_after_the_ring_and_is_never_shown_for_another_call(pbx):
    async def scenario():
        async with office(pbx) as o, RawAmi.connect(pbx) as ami:
            await o.bob.dial("7001")
            await o.me.ringing()
            call = await o.desk.phase("ringing")

            async def sent(linked, note, name="TraydialNote"):
                headers = {"UserEvent": name, "Call": linked, "Note": note}
                await ami.action("UserEvent", **headers)

            await sent("1.1", "of another call")
            await sent("", "of no call")
            await sent(call.linked, "of another program", "Note")
            await sent(call.linked, "first")
            await o.desk.until(lambda c: c.note == "first")
            await sent(call.linked, "a\u202eb\tc" + "x" * 400)
            await o.desk.until(lambda c: c.note.startswith("a b c"))
            assert len(o.desk.call().note) <= 200
            await o.me.answer()
            await o.desk.phase("talking")
            await sent(call.linked, "too late")
            await o.bob.hangup()
            ended = await o.desk.phase("ended")
            assert ended.note.startswith("a b c")

    live(scenario())


def test_off_by_policy(pbx):
    async def scenario():
        async with office(pbx) as o, colleague(pbx) as anna:
            anna.phone.notes._settings = replace(
                anna.phone.notes._settings, transfer=TransferSettings(15, notes=False)
            )
            await o.bob.dial("7003")
            await o.anna.ringing()
            await o.anna.answer()
            call = await anna.phase("talking")
            await anna.phone.transfer(call.key, "7001", note=LINE)
            await o.me.ringing()
            await o.me.answer()
            assert (await o.desk.phase("talking")).note == ""

    live(scenario())
