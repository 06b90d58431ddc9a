"""The user's queues: what is shown, logging in, pausing, logging out; who waits.

Each step is compared with what the PBX itself says (action QueueStatus).
"""

import asyncio
import contextlib
from dataclasses import replace

import pytest

from tests.live.office import desk_at, live, office, settings_for
from tests.live.test_technologies import desk_with
from traydial.domain.errors import AlwaysInQueue, NotInQueue, NotPermitted, OwnPhoneUnknown
from traydial.domain.queues import QueueSettings

ALL = QueueSettings(("support = Help desk", "sales", "hunt"))
ME = "PJSIP/7001"


async def shows(desk, wanted):
    """Wait until a desktop shows it so; return the queues."""
    store, changed = desk.core.queues.queues, asyncio.Event()
    end = store.subscribe(lambda _: changed.set())
    try:
        async with asyncio.timeout(10):
            while not wanted(store.value):
                changed.clear()
                await changed.wait()
    except TimeoutError:
        raise AssertionError(f"never seen; instead: {store.value}") from None
    finally:
        end()
    return store.value


async def truth(desk, queue):
    """Return what the PBX says of a queue: members by interface, and who waits."""
    rows = await desk.core.supervisor.session.collect("QueueStatus", ("Queue", queue))
    members = {
        row.get("Location"): (row.get("Membership"), row.get("Paused"), row.get("PausedReason"))
        for row in rows
        if row.event == "QueueMember"
    }
    waiting = [row.get("CallerIDNum") for row in rows if row.event == "QueueEntry"]
    return members, waiting


async def until_true(desk, queue, waiting):
    """Wait until the PBX itself has these callers in a queue."""
    async with asyncio.timeout(10):
        while True:
            if (await truth(desk, queue))[1] == waiting:
                return
            await asyncio.sleep(0.02)  # no event of this account tells


async def is_true(desk, queue, interface=ME):
    """Make sure that a desktop shows of a queue what the PBX says of it."""
    members, waiting = await truth(desk, queue)
    shown = desk.core.queues.queues.value[queue]
    assert [caller.number for caller in shown.waiting] == waiting
    mine = {
        m.interface: ("static" if m.is_fixed else "dynamic", str(int(m.paused)), m.reason)
        for m in shown.members
    }
    assert mine == {i: told for i, told in members.items() if i == interface}
    return shown


@contextlib.contextmanager
def left_as_it_was(pbx):
    try:
        yield
    finally:
        for interface in (ME, "Local/7001@internal/n"):
            for queue in ("sales", "evening"):
                pbx.cli(f"queue remove member {interface} from {queue}", check=False)
            pbx.cli(f"queue unpause member {interface}", check=False)
        pbx.cli("queue reload all")


@pytest.mark.parametrize("account", ["desk", "own"])
def test_log_in_pause_go_on_and_log_out(pbx, account):
    async def scenario():
        async with desk_at(pbx, account, queues=ALL) as desk:
            queues = await shows(desk, lambda q: len(q) == 3)
            assert [*queues] == ["support", "sales", "hunt"]
            assert [q.shown for q in queues.values()] == ["Help desk", "Sales", "Hunt"]
            assert not (await is_true(desk, "sales")).logged_in
            watch = desk.core.queues
            await watch.log_in("sales")
            assert (await is_true(desk, "sales")).logged_in
            await watch.log_in("sales")  # twice is once
            assert len((await truth(desk, "sales"))[0]) == 1
            await watch.pause("sales", True, "Lunch")
            shown = await is_true(desk, "sales")
            assert (shown.paused, shown.reason) == (True, "Lunch")
            assert shown.paused_since > 1_600_000_000
            await watch.pause("sales", False)
            assert not (await is_true(desk, "sales")).paused
            await watch.log_out("sales")
            assert not (await is_true(desk, "sales")).logged_in
            await watch.log_out("sales")

    with left_as_it_was(pbx):
        live(scenario())


def test_who_is_in_a_queue_for_good_can_pause_and_not_log_out(pbx):
    async def scenario():
        async with desk_at(pbx, queues=ALL) as desk:
            await shows(desk, lambda q: len(q) == 3)
            watch = desk.core.queues
            assert (await is_true(desk, "support")).is_fixed
            with pytest.raises(AlwaysInQueue):
                await watch.log_out("support")
            assert (await is_true(desk, "support")).logged_in
            await watch.log_in("sales")
            await watch.pause("", True, "Meeting")  # all of them
            for name in ALL.titles:
                shown = await is_true(desk, name)
                assert (shown.paused, shown.reason) == (True, "Meeting")
            await watch.pause("support", False)
            assert not (await is_true(desk, "support")).paused
            assert (await is_true(desk, "sales")).paused
            await watch.pause("", False)
            assert not any([(await is_true(desk, name)).paused for name in ALL.titles])

    with left_as_it_was(pbx):
        live(scenario())


def test_what_does_not_exist_or_is_gone_is_said(pbx):
    async def scenario():
        async with desk_at(pbx, queues=QueueSettings(("nosuch", "sales"))) as desk:
            queues = await shows(desk, lambda q: q)
            assert [*queues] == ["sales"]
            watch = desk.core.queues
            for doing in (
                watch.log_in("nosuch"),
                watch.log_out("nosuch"),
                watch.pause("nosuch", True),
                watch.pause("sales", True),
                watch.pause("", True),
            ):
                with pytest.raises(NotInQueue):
                    await doing
            await watch.log_in("sales")
            shown = watch.queues.value
            pbx.cli(f"queue remove member {ME} from sales")
            watch.queues.set(shown)  # as if the event were on its way still
            with pytest.raises(NotInQueue):
                await watch.pause("sales", True)
            assert not (await is_true(desk, "sales")).logged_in

    with left_as_it_was(pbx):
        live(scenario())


def test_an_account_without_class_agent_sees_queues_and_may_change_nothing(pbx):
    async def scenario():
        async with desk_at(pbx, "calls", queues=ALL) as desk:
            await shows(desk, lambda q: len(q) == 3)
            watch = desk.core.queues
            for doing in (watch.log_in("sales"), watch.pause("support", True)):
                with pytest.raises(NotPermitted):
                    await doing
            with pytest.raises(NotPermitted):
                await watch.log_out("support")
            for name in ALL.titles:
                await is_true(desk, name)

    live(scenario())


def test_without_a_setting_they_are_those_where_one_is_or_was(pbx):
    async def scenario():
        async with desk_at(pbx) as desk:
            # support and hunt by the device, support-local by a Local channel to the extension
            queues = await shows(desk, lambda q: q)
            assert [*queues] == ["hunt", "support", "support-local"]
            assert queues["support-local"].members[0].interface == "Local/7001@internal/n"
            pbx.cli(f"queue add member {ME} to sales")  # by somebody else
            await shows(desk, lambda q: "sales" in q and q["sales"].logged_in)
            await is_true(desk, "sales")
            await desk.core.queues.log_out("sales")
            assert not (await is_true(desk, "sales")).logged_in  # and it can be logged in to
            known = desk.core.queues._known
            assert "sales" in known.names
            desk.core.supervisor.session.abort()
            await shows(desk, lambda q: not q)
            await shows(desk, lambda q: "sales" in q)
            await is_true(desk, "sales")

    with left_as_it_was(pbx):
        live(scenario())


def test_a_local_channel_may_be_what_rings(pbx):
    local = "Local/7001@internal/n"
    settings = QueueSettings(("sales",), interface="Local/{extension}@internal/n")

    async def scenario():
        async with desk_at(pbx, queues=settings) as desk:
            await shows(desk, lambda q: q)
            await desk.core.queues.log_in("sales")
            await is_true(desk, "sales", local)
            rows = await desk.core.supervisor.session.collect("QueueStatus", ("Queue", "sales"))
            (row,) = [row for row in rows if row.event == "QueueMember"]
            assert row.get("StateInterface") == ME  # so that the PBX knows when it is busy
            await desk.core.queues.pause("sales", True, "Lunch")
            await is_true(desk, "sales", local)
            await desk.core.queues.log_out("sales")
            await is_true(desk, "sales", local)

    with left_as_it_was(pbx):
        live(scenario())


def test_phones_that_follow_the_extension_are_logged_in(pbx):
    named = settings_for(pbx, "desk", queues=ALL)
    nowhere = replace(named, phone=replace(named.phone, devices=()))

    async def scenario():
        async with desk_with(nowhere) as desk:
            await shows(desk, lambda q: len(q) == 3 and q["support"].logged_in)
            await desk.core.queues.log_in("sales")
            assert (await is_true(desk, "sales")).logged_in
            await desk.core.queues.log_out("sales")
        unknown = replace(nowhere, phone=replace(nowhere.phone, extension="7100"))
        async with desk_with(unknown) as desk:
            await shows(desk, lambda q: len(q) == 3)
            with pytest.raises(OwnPhoneUnknown):
                await desk.core.queues.log_in("sales")
            assert (await truth(desk, "sales"))[0] == {}

    with left_as_it_was(pbx):
        live(scenario())


def test_one_logs_in_as_one_was_and_as_in_other_queues(pbx):
    """FreePBX has agents log in with a Local channel, and with their name."""
    local = "Local/7001@internal/n"

    async def members(desk, queue):
        rows = await desk.core.supervisor.session.collect("QueueStatus", ("Queue", queue))
        keys = ("Location", "Name", "StateInterface")
        return [tuple(map(row.get, keys)) for row in rows if row.event == "QueueMember"]

    async def scenario():
        async with desk_at(pbx, queues=QueueSettings(("sales", "evening"))) as desk:
            await shows(desk, lambda q: len(q) == 2)
            watch, as_freepbx = desk.core.queues, [(local, "Me", ME)]
            pbx.cli(f"queue add member {local} to sales penalty 0 as Me state_interface {ME}")
            await shows(desk, lambda q: q["sales"].logged_in)
            await watch.log_in("evening")
            assert await members(desk, "evening") == as_freepbx
            await watch.log_out("evening")
            await watch.log_out("sales")
            assert await members(desk, "sales") == []
            await watch.log_in("sales")
            assert await members(desk, "sales") == as_freepbx
            await watch.log_out("sales")

    with left_as_it_was(pbx):
        live(scenario())


@pytest.mark.parametrize("account", ["desk", "calls"])
def test_what_others_do_is_shown_by_itself(pbx, account):
    async def scenario():
        async with desk_at(pbx, account, queues=ALL) as desk:
            await shows(desk, lambda q: len(q) == 3)
            pbx.cli(f"queue add member {ME} to sales")
            if account == "calls":  # of that, nothing tells this account
                desk.core.queues.opened()
            await shows(desk, lambda q: q["sales"].logged_in)
            await is_true(desk, "sales")
            pbx.cli(f"queue pause member {ME} queue sales reason Lunch")
            await shows(desk, lambda q: q["sales"].reason == "Lunch")
            await is_true(desk, "sales")
            pbx.cli(f"queue unpause member {ME} queue sales")
            await shows(desk, lambda q: not q["sales"].paused)
            pbx.cli(f"queue remove member {ME} from sales")
            if account == "calls":
                desk.core.queues.opened()
            await shows(desk, lambda q: not q["sales"].logged_in)
            await is_true(desk, "sales")

    with left_as_it_was(pbx):
        live(scenario())


def test_after_a_reload_somebody_who_looks_sees_the_truth(pbx):
    conf = pbx.dir / "etc/queues.conf"
    before = conf.read_text()

    async def scenario():
        async with desk_at(pbx, queues=ALL) as desk:
            await shows(desk, lambda q: len(q) == 3)
            hunt = before.index("[hunt]")
            conf.write_text(before[:hunt] + before[hunt:].replace(f"member => {ME}\n", "", 1))
            pbx.cli("queue reload all")
            desk.core.queues.opened()  # no event tells of a reload
            await shows(desk, lambda q: not q["hunt"].logged_in)
            await is_true(desk, "hunt")

    try:
        live(scenario())
    finally:
        conf.write_text(before)
        pbx.cli("queue reload all")


@pytest.mark.parametrize("account", ["desk", "calls", "own"])
def test_who_waits_is_shown_in_order(pbx, account):
    async def scenario():
        async with office(pbx, queues=ALL) as o:
            desk = o.desks[account]
            await shows(desk, lambda q: len(q) == 3)

            async def waiting(*numbers):
                if account != "desk":  # the filter hides who comes and goes, or the class
                    await until_true(desk, "sales", [*numbers])
                    desk.core.queues.opened()
                told = [*numbers]
                await shows(desk, lambda q: [c.number for c in q["sales"].waiting] == told)
                return (await is_true(desk, "sales")).waiting

            await o.bob.dial("7202")
            (first,) = await waiting("7002")
            assert first.name == "Bob"
            await o.anna.dial("7202")
            callers = await waiting("7002", "7003")
            assert callers[0].since <= callers[1].since
            await o.bob.hangup()
            await waiting("7003")
            pbx.cli(f"queue add member {ME} to sales")
            await o.me.ringing()
            call = await desk.until(lambda c: c.via == "sales" and c.waits_since)
            assert call.waits_since <= call.began + 1
            await o.me.answer()
            await waiting()
            await o.anna.hangup()
            await o.me.idle()

    with left_as_it_was(pbx):
        live(scenario())


@pytest.mark.parametrize("number", ["7200", "7201"])
def test_a_call_from_a_queue_says_which_and_since_when_they_wait(pbx, number):
    async def scenario():
        async with office(pbx) as o:
            for desk in o.desks.values():
                await shows(desk, lambda q: len(q) == 3)
            await o.anna.dial(number)
            await o.me.ringing()
            for desk in o.desks.values():
                queue = {"7200": "support", "7201": "support-local"}[number]
                call = await desk.until(
                    lambda c, queue=queue: c.via == queue and c.waits_since is not None
                )
                assert abs(call.waits_since - call.began) < 3
            await o.anna.hangup()
            await o.me.idle()

    live(scenario())


def test_after_the_link_was_gone_it_is_read_anew(pbx):
    async def scenario():
        async with desk_at(pbx, queues=ALL) as desk:
            await shows(desk, lambda q: len(q) == 3)
            desk.core.supervisor.session.abort()
            await shows(desk, lambda q: not q)
            pbx.cli(f"queue add member {ME} to sales")
            await shows(desk, lambda q: len(q) == 3 and q["sales"].logged_in)
            await is_true(desk, "sales")

    with left_as_it_was(pbx):
        live(scenario())
