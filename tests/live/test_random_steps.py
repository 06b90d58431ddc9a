"""Two hundred steps at random: what is shown is what the PBX has, after each of them.

``TRAYDIAL_SEED`` tries another walk.
"""

import os

import pytest

from tests.live.office import live
from tests.live.walk import walking

SEEDS = [int(os.environ["TRAYDIAL_SEED"])] if "TRAYDIAL_SEED" in os.environ else [4, 11]
STEPS = 200 // len(SEEDS)


@pytest.mark.timeout(300)
@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_shown_is_what_the_pbx_has(pbx, seed):
    async def scenario():
        async with walking(pbx, seed) as walk:
            for _ in range(STEPS):
                await walk.step()
            print(*walk.steps, sep="\n")
            assert walk.refused < STEPS / 3, "\n".join(walk.steps)
            await walk.everybody_hangs_up()

    live(scenario(), within_s=280)
