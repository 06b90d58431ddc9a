"""Pair my phone works in the demo: its person dials what is shown."""

import asyncio

from tests.demo.lab import ManualClock
from traydial.app.pairing import pair
from traydial.demo.server import DemoPbx
from traydial.domain.pairing import PhoneFound


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
