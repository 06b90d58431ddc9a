"""The link breaks again and again, at any byte, while people call; ``make soak`` does it longer."""

import os
from functools import partial

import pytest

from tests.live.faults import FaultyWalk, walk_with_faults
from tests.live.office import live
from tests.live.walk import walking
from tests.pbx.faulty_link import faulty_link

SEED = int(os.environ.get("TRAYDIAL_SEED", "5"))
FAULTS = int(os.environ.get("TRAYDIAL_FAULTS", "12"))


@pytest.mark.timeout(FAULTS * 15 + 60)
def test_whatever_happens_to_the_link_the_pbxs_state_is_shown_again(pbx):
    async def scenario():
        async with (
            faulty_link(pbx.tls_port) as link,
            walking(pbx, SEED, kind=partial(FaultyWalk, link), port=link.port) as walk,
        ):
            await walk_with_faults(walk, FAULTS)
            print(walk.report())

    live(scenario(), within_s=FAULTS * 15 + 50)
