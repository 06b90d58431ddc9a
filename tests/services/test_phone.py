"""What comes of hanging up a call of which the PBX says that it is gone."""

import asyncio

import pytest

from traydial.app.core import Core
from traydial.demo.server import DemoPbx
from traydial.domain.errors import CallGone
from traydial.services.secrets import Secrets


class Forgetful(DemoPbx):
    """Ends a channel that is to be hung up before it is asked to, and has not told it yet."""

    def perform(self, client, action):
        if action.get("Action") == "Hangup":
            client.error(action, "No such channel")
        else:
            super().perform(client, action)


async def until(core, phase):
    changed = asyncio.Event()
    end = core.calls.subscribe(lambda _: changed.set())
    while not any(call.phase.value == phase for call in core.calls.value.values()):
        changed.clear()
        await changed.wait()
    end()
    (call,) = core.calls.value.values()
    return call


@pytest.mark.parametrize("case", ["cancelled", "declined", "hung up"])
def test_the_call_ends_as_the_user_wanted_it(case):
    async def main():
        async with Forgetful(answer_after=None, pick_up_after=0.01) as pbx:
            core = Core(pbx.settings(), Secrets({"TRAYDIAL_SECRET": pbx.secret}))
            core.start()
            await core.online()
            if case == "cancelled":
                await core.phone.dial("7002")
                call = await until(core, "ringing")
            else:
                pbx.call_in("7002")
                call = await until(core, "ringing")
            if case == "hung up":
                pbx.own_phone.answer()
                call = await until(core, "talking")
            with pytest.raises(CallGone):
                await core.phone.hang_up(call.key)
            assert (await until(core, "ended")).cause.value == case
            await core.aclose()

    asyncio.run(asyncio.wait_for(main(), 30))
