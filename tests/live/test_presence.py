"""What colleagues' phones do, as a real Asterisk tells it; compared with its own word."""

import asyncio
import contextlib

import pytest

from tests.live.office import DEADLINE_S, WATCHERS, Desk, desk_at, live, office
from tests.pbx.asterisk import Asterisk
from traydial.app.when_free import WhenFree
from traydial.domain.presence import presence_of
from traydial.domain.privileges import Ability

# 7009 has a hint and never a phone; a pattern, a feature code and another's context are nobody
BLOCKED = "Dangerous function"  # what Asterisk writes of a question it does not like
EVERYBODY = {"7002", "7003", "7004", "7005", "7009"}


class Colleagues:
    """What one desktop knows of the others."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.watch = desk, desk.core.presence
        self.changed = asyncio.Event()
        self.watch.colleagues.subscribe(lambda _: self.changed.set())

    def __getitem__(self, extension):
        return self.watch.colleagues.value[extension]

    async def until(self, so):
        """Wait until what is known is so."""
        try:
            async with asyncio.timeout(DEADLINE_S):
                while not so(self.watch.colleagues.value):
                    self.changed.clear()
                    await self.changed.wait()
        except TimeoutError:
            raise AssertionError(f"instead: {self.watch.colleagues.value}") from None

    async def state(self, extension, state):
        """Wait until somebody's phone does this."""
        await self.until(lambda all_: extension in all_ and all_[extension].state == state)

    async def agree(self):
        """Compare all states with the PBX's own word; its answers may outrun its events."""
        async with asyncio.timeout(DEADLINE_S):
            for extension in self.watch.colleagues.value:
                while True:
                    if self[extension].state is await self.true_state(extension):
                        break
                    await asyncio.sleep(0.02)

    async def true_state(self, extension):
        """Ask the PBX what somebody's phone does."""
        headers = (("Exten", extension), ("Context", "internal"))
        answer = await self.desk.core.supervisor.session.perform("ExtensionState", *headers)
        return presence_of(answer.get("Status"))


def test_states_follow_the_phones(pbx):
    async def scenario():
        async with office(pbx) as o:
            # "own" is told nothing of others by the admin's filter, so it is not among these
            seen = [Colleagues(o.desks[name]) for name in ("desk", "calls")]

            async def all_see(extension, state):
                for one in seen:
                    await one.state(extension, state)
                    await one.agree()

            for one in seen:
                await one.until(lambda all_: set(all_) == EVERYBODY)
            await all_see("7009", "unavailable")
            await all_see("7002", "idle")
            await all_see("7003", "idle")
            await o.bob.dial("7003")
            await o.anna.ringing()
            await all_see("7003", "ringing")
            await all_see("7002", "in use")
            await o.anna.answer()
            await all_see("7003", "in use")
            await o.anna.hold()
            await all_see("7002", "on hold")  # Asterisk says it of who is kept waiting
            await all_see("7003", "in use")
            await o.anna.unhold()
            await all_see("7002", "in use")
            await o.bob.hangup()
            await all_see("7002", "idle")
            await all_see("7003", "idle")
            await o.bob.unregister()
            await all_see("7002", "unavailable")
            await o.bob.register()
            await all_see("7002", "idle")

    live(scenario())


def test_an_account_that_may_not_ask_sees_nobody(pbx):
    async def scenario():
        async with desk_at(pbx, "watcher") as desk:
            assert not desk.core.connection.value.may(Ability.PRESENCE)
            desk.core.presence.opened()
            assert desk.core.presence.colleagues.value == {}

    live(scenario())


def test_where_a_filter_keeps_events_away_opening_tells_the_truth(pbx):
    async def scenario():
        async with office(pbx) as o:
            own, desk = Colleagues(o.desks["own"]), Colleagues(o.desk)
            await own.until(lambda all_: set(all_) == EVERYBODY)
            await o.bob.dial("7003")
            await o.anna.ringing()
            await desk.state("7003", "ringing")
            await desk.state("7002", "in use")
            own.watch.opened()
            await own.state("7003", "ringing")
            await own.agree()

    live(scenario())


def test_names_come_from_the_pbx(pbx):
    async def scenario():
        blocked = pbx.log().count(BLOCKED)
        pbx.cli("database put cidname 7005 Emil")
        pbx.cli('database put AMPUSER/7004 cidname "Dora Lind"')
        with contextlib.ExitStack() as after:
            after.callback(pbx.cli, "database del cidname 7005")
            after.callback(pbx.cli, "database del AMPUSER/7004 cidname")
            async with desk_at(pbx) as desk:
                seen = Colleagues(desk)
                await seen.until(lambda all_: set(all_) == EVERYBODY and all_["7005"].name)
                assert seen["7005"].name == "Emil"
                assert not seen["7004"].name
                seen.watch.look(["7003", "7004"])
                await seen.until(lambda all_: all_["7004"].name == "Dora Lind")
        assert pbx.log().count(BLOCKED) == blocked

    live(scenario())


def test_where_the_account_sees_no_names_calls_tell_them(pbx):
    async def scenario():
        async with office(pbx) as o:
            seen = Colleagues(o.desks["calls"])
            await seen.until(lambda all_: set(all_) == EVERYBODY)
            seen.watch.look(EVERYBODY)
            await o.bob.dial("7003")
            await seen.until(lambda all_: all_["7002"].name == "Bob")
            await seen.until(lambda all_: all_["7003"].name == "Anna Berger")

    live(scenario())


@pytest.mark.parametrize("account", WATCHERS)
def test_somebody_is_waited_for_until_they_are_free(pbx, account):
    async def scenario():
        async with office(pbx) as o:
            seen = Colleagues(o.desks[account])
            await o.bob.dial("7003")
            await o.anna.ringing()
            await Colleagues(o.desk).state("7003", "ringing")
            seen.watch.opened()
            await seen.state("7003", "ringing")
            free = asyncio.create_task(seen.watch.free("7003"))
            await o.anna.answer()
            await asyncio.gather(o.anna.talking(), o.bob.talking())
            assert not free.done()
            await o.bob.hangup()
            async with asyncio.timeout(DEADLINE_S):
                await free
            assert seen["7003"].state == "idle"

    live(scenario())


@pytest.fixture(params=["22", "16"])
def own_pbx(request):
    """Yield a PBX of this test's own, to be maltreated."""
    with Asterisk(request.param) as asterisk:
        yield asterisk


def test_after_a_restart_the_states_are_the_pbxs(own_pbx):
    async def scenario():
        async with office(own_pbx) as o:
            seen = Colleagues(o.desk)
            await seen.state("7002", "idle")
            await o.bob.dial("7003")
            await o.anna.ringing()
            await seen.state("7003", "ringing")
            await asyncio.to_thread(own_pbx.stop)
            await seen.until(lambda all_: {c.state for c in all_.values()} == {"unknown"})
            await asyncio.to_thread(own_pbx.start)
            await o.desk.link("online")
            await seen.until(lambda all_: all(c.state != "unknown" for c in all_.values()))
            assert set(seen.watch.colleagues.value) == EVERYBODY
            await asyncio.gather(*(p.idle() for p in (o.bob, o.anna)))
            await asyncio.gather(*(p.register() for p in (o.bob, o.anna)))
            await seen.state("7002", "idle")
            await seen.state("7003", "idle")
            await seen.agree()

    live(scenario())


def test_who_is_busy_is_offered_when_free_and_called(pbx):
    async def scenario():
        async with office(pbx) as o:
            seen, asked, tasks = Colleagues(o.desk), [], []
            asked_now = asyncio.Event()

            def ask(question, then):
                asked.append((question, then))
                asked_now.set()

            when_free = WhenFree(
                lambda: o.desk.core,
                ask,
                o.desk.phone.dial,
                lambda work: tasks.append(asyncio.create_task(work)),
            )
            await seen.state("7003", "idle")
            assert not when_free.can_wait_for("7003")
            await o.bob.dial("7003")
            await o.anna.ringing()
            await o.anna.answer()
            await asyncio.gather(o.anna.talking(), o.bob.talking())
            await seen.state("7003", "in use")
            await o.desk.phone.dial("7003")
            await o.me.ringing()
            await o.me.answer()
            assert (await o.desk.phase("ended")).cause == "busy"
            await o.me.idle()
            assert when_free.can_wait_for("7003")
            when_free.wait_for("7003")
            assert not asked
            await o.bob.hangup()
            async with asyncio.timeout(DEADLINE_S):
                await asked_now.wait()
            ((question, then),) = asked
            assert question.numbers[0].shown == "Anna Berger, 7003"
            then(question.numbers[0])
            await o.me.ringing()
            await o.me.answer()
            await o.anna.ringing()
            await asyncio.gather(*tasks)
            await o.desk.phone.hang_up(o.desk.call().key)
            await o.desk.phase("ended")

    live(scenario())
