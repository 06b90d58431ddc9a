"""What is out of order is said when it is due, and nothing after the end."""

import asyncio

from traydial.app.announcing import Announcing
from traydial.domain import health
from traydial.domain.health import Ailment, Health, News, Part
from traydial.domain.store import Store

PHONE = Ailment(Part.PHONE)


def test_it_is_said_when_it_has_lasted(monkeypatch):
    monkeypatch.setattr(health, "SETTLE_S", 0.05)

    async def main():
        store, heard = Store(Health()), asyncio.Queue()
        announcing = Announcing(store, heard.put_nowait)
        store.set(Health(frozenset({PHONE}), is_known=True))
        async with asyncio.timeout(10):
            assert await heard.get() == News(PHONE, is_over=False)
        store.set(Health(is_known=True))
        async with asyncio.timeout(10):
            assert await heard.get() == News(PHONE, is_over=True)
        store.set(Health(frozenset({PHONE}), is_known=True))
        announcing.close()
        assert heard.empty()

    asyncio.run(main())
