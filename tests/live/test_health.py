"""The own phone, lost and found, as each kind of account is told."""

import asyncio
import contextlib

from tests.live.office import WATCHERS, desk_at, live, office
from tests.pbx.registrar import registrar
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


TRUNK = """
[provider]
type = registration
server_uri = sip:127.0.0.1:{port}
client_uri = sip:4930123@127.0.0.1:{port}
retry_interval = 3600
forbidden_retry_interval = 3600
max_retries = 10000
"""


@contextlib.asynccontextmanager
async def trunk(pbx, port):
    """Let the PBX have a line to a provider; it registers when told to."""
    file = pbx.dir / "etc/pjsip.conf"
    before = file.read_text()

    async def have(text):
        file.write_text(text)
        await asyncio.to_thread(pbx.cli, "module reload res_pjsip_outbound_registration.so")

    await have(before + TRUNK.format(port=port))
    try:
        yield lambda: asyncio.to_thread(pbx.cli, "pjsip send register provider")
    finally:
        await have(before)


def test_a_line_that_is_down_is_told_to_who_may_know(pbx):
    async def scenario():
        nobody = Ailment(Part.PHONE)  # this office has no phones
        async with (
            registrar() as provider,
            desk_at(pbx) as desk,
            trunk(pbx, provider.port) as register,
        ):
            provider.refuses = True
            await register()
            await becomes(desk, nobody, Ailment(Part.TRUNK, f"127.0.0.1:{provider.port}"))
            provider.refuses = False
            await register()
            await becomes(desk, nobody)

    live(scenario())
