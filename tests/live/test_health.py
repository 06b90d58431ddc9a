"""The own phone, lost and found, as each kind of account is told."""

import asyncio

from tests.live.office import WATCHERS, live, office
from traydial.domain.health import Ailment, Health, Part


async def becomes(desk, *ailments):
    health, changed = desk.core.health.health, asyncio.Event()
    end = health.subscribe(lambda _: changed.set())
    async with asyncio.timeout(60):  # an account without these events asks now and then
        while health.value != Health(frozenset(ailments), is_known=True):
            changed.clear()
            await changed.wait()
    end()


def test_a_phone_that_signs_off_is_known_before_the_next_call(pbx, monkeypatch):
    monkeypatch.setattr("traydial.services.health.LOOK_EVERY_S", 0.2)

    async def scenario():
        async with office(pbx) as o:
            await asyncio.gather(*(becomes(o.desks[name]) for name in WATCHERS))
            await o.me.unregister()
            gone = Ailment(Part.PHONE)
            await asyncio.gather(*(becomes(o.desks[name], gone) for name in WATCHERS))
            await o.me.register()
            await asyncio.gather(*(becomes(o.desks[name]) for name in WATCHERS))

    live(scenario())
