"""Pair my phone works in the demo: its person dials what is shown."""

import asyncio

import pytest

from tests.demo.lab import ManualClock
from traydial.app.pairing import pair
from traydial.demo.people import SHARED
from traydial.demo.server import DemoPbx
from traydial.domain.pairing import PhoneFound
from traydial.services import pairing


def test_the_demos_person_dials_what_is_shown():
    async def main():
        shown = []
        async with DemoPbx(speed=50.0) as pbx:
            found = await pair(pbx.settings(), pbx.secret, shown.append, within_s=20.0)
            assert len(shown[0].digits) == 4
            assert pbx.switch.on_device("PJSIP/7001") == []  # hung up at once
            return found

    found = asyncio.run(asyncio.wait_for(main(), 30))
    assert found == PhoneFound("PJSIP/7001", "7001", "Demo User", "internal")


@pytest.mark.parametrize("somebodys", [*SHARED, "7002"])
def test_a_number_that_rings_somebody_is_not_shown(somebodys, monkeypatch):
    monkeypatch.setattr(pairing.secrets.SystemRandom, "sample", lambda *_: [somebodys, "2345"])

    async def main():
        shown = []
        async with DemoPbx(speed=50.0) as pbx:
            await pair(pbx.settings(), pbx.secret, shown.append, within_s=20.0)
        return shown[0].digits

    assert asyncio.run(asyncio.wait_for(main(), 30)) == "2345"


def test_a_number_that_is_nobodys_ends_by_itself():
    async def main():
        clock = ManualClock()
        async with DemoPbx(clock=clock) as pbx:
            pbx.call_in("7001", via="4827")
            clock.move(2.5)
            assert len(pbx.switch.on_device("PJSIP/7001")) == 1
            clock.move(1.0)
            assert pbx.switch.on_device("PJSIP/7001") == []

    asyncio.run(main())
