"""Call when free: one offer for each wait, and none where nobody can tell."""

import asyncio
from types import SimpleNamespace

import pytest

from traydial.app.when_free import WhenFree
from traydial.domain.connection import Connection, Link
from traydial.domain.presence import Colleague, Presence
from traydial.domain.privileges import Ability
from traydial.domain.store import Store

ONLINE = Connection(Link.ONLINE, abilities=frozenset(Ability))


class Watch:
    def __init__(self, *colleagues):
        self.colleagues = Store({c.extension: c for c in colleagues})
        self.is_free = asyncio.Event()

    async def free(self, extension):
        await self.is_free.wait()


class Lab:
    def __init__(self, state, connection=ONLINE):
        self.watch = Watch(Colleague("7003", "Carla", state))
        self.core = SimpleNamespace(presence=self.watch, connection=Store(connection))
        self.asked, self.dialled, self.tasks = [], [], []
        self.when_free = WhenFree(lambda: self.core, self.ask, self.dial, self.start)

    def ask(self, question, then):
        self.asked.append((question, then))

    async def dial(self, number):
        self.dialled.append(number)
        return "key"

    def start(self, work):
        self.tasks.append(asyncio.create_task(work))

    async def settled(self):
        await asyncio.gather(*self.tasks)


@pytest.mark.parametrize("state", Presence)
def test_only_who_is_engaged_can_be_waited_for(state):
    async def main():
        engaged = state in ("ringing", "in use", "on hold", "busy")
        assert Lab(state).when_free.can_wait_for("7003") is engaged
        assert not Lab(state).when_free.can_wait_for("+4930123456")
        assert not Lab(state, Connection()).when_free.can_wait_for("7003")

    asyncio.run(main())


def test_asked_twice_it_offers_once_and_calls_when_that_is_taken():
    async def main():
        lab = Lab(Presence.IN_USE)
        for _ in range(2):
            lab.when_free.wait_for("7003")
        await asyncio.sleep(0)
        assert lab.asked == []
        lab.watch.is_free.set()
        await lab.settled()
        ((question, then),) = lab.asked
        assert (question.why, question.numbers[0].shown) == ("free", "Carla, 7003")
        then(None)
        then(question.numbers[0])
        await lab.settled()
        assert lab.dialled == ["7003"]
        lab.when_free.wait_for("7003")  # and it can be waited for again
        await lab.settled()
        assert len(lab.asked) == 2

    asyncio.run(main())
