"""Steps at random, as test_random_steps has them, with the own phone behind a Local channel."""

import contextlib
import os

import pytest

from tests.live.office import WATCHERS, Office, desk_at, live
from tests.live.test_random_steps import OTHERS, Walk
from tests.pbx.asterisk import secret_of
from tests.pbx.phones import Phones
from tests.pbx.rawami import RawAmi
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
        async with contextlib.AsyncExitStack() as stack:
            phones = await stack.enter_async_context(Phones("127.0.0.1", pbx.sip_port))
            ami = await stack.enter_async_context(RawAmi.connect(pbx))
            desks = {
                account: await stack.enter_async_context(desk_at(pbx, account, DEVICE))
                for account in WATCHERS
            }
            place = Office(pbx, phones, desks)
            people = {n: await phones.add(n, secret_of(n)) for n in ("7001", *OTHERS)}
            for number in people:
                await place.there(f"PJSIP/{number}")
            await people["7001"].policy(waiting=True)
            walk = LocalWalk(pbx, ami, place, people, SEED)
            for _ in range(STEPS):
                await walk.step()
            await walk.everybody_hangs_up()
            for desk in desks.values():
                await none_alive(desk)

    live(scenario(), within_s=150)
