"""Steps at random, as test_random_steps has them, with the own phone behind a Local channel."""

import os

import pytest

from tests.live.office import live
from tests.live.walk import Walk, walking
from traydial.ami.legs import OUR_PREFIX

DEVICE = "Local/7001@internal"
SEED, STEPS = int(os.environ.get("TRAYDIAL_SEED", "7")), 40


class LocalWalk(Walk):
    """Compares the phones' channels alone.

    The Local channel comes and goes between them, and while it is there the phone is in a
    bridge with it long before somebody talks.
    """

    async def truth(self):
        """Return the own phone's channels that the PBX has."""
        return dict.fromkeys(await super().truth(), True)

    @staticmethod
    def shown(desk):
        """Return the own phone's channels that a desktop shows."""
        calls = [call for call in desk.core.calls.value.values() if call.alive]
        legs = [leg for call in calls for leg in call.legs]
        return {leg: True for leg in legs if not leg.startswith(OUR_PREFIX)}


async def none_alive(desk):
    """Wait until no call is shown: the Local channel may end after the phone's."""
    calls = desk.core.calls
    await desk.until(lambda _: not any(call.alive for call in calls.value.values()))


@pytest.mark.timeout(300)
def test_what_is_shown_is_what_the_pbx_has_behind_a_local_channel(pbx):
    async def scenario():
        async with walking(pbx, SEED, DEVICE, kind=LocalWalk) as walk:
            for _ in range(STEPS):
                await walk.step()
            await walk.everybody_hangs_up()
            for desk in walk.o.desks.values():
                await none_alive(desk)

    live(scenario(), within_s=150)
