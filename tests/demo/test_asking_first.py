"""Ask first, connect, back, all three and voicemail work on the demo PBX as on real ones."""

import asyncio
import contextlib

import pytest

from traydial.app.calling import Calling
from traydial.app.core import Core
from traydial.demo.server import DemoPbx
from traydial.domain.errors import NoVoicemail
from traydial.domain.store import Store
from traydial.services.secrets import Secrets


class Office:
    """The program on the demo PBX, Bob calling."""

    def __init__(self, pbx, core):
        self.pbx, self.core = pbx, core
        self.act = Calling(Store(core.settings))
        self.act.core = core
        self._changed = asyncio.Event()
        core.calls.subscribe(lambda _: self._changed.set())

    async def phase(self, key, phase):
        while self.core.calls.value[key].phase.value != phase:
            self._changed.clear()
            await self._changed.wait()
        return self.core.calls.value[key]

    async def called(self):
        self.pbx.call_in("7002")
        while not self.core.calls.value:
            self._changed.clear()
            await self._changed.wait()
        return next(iter(self.core.calls.value))

    async def talking_with_bob(self):
        first = await self.called()
        self.pbx.own_phone.answer()
        await self.phase(first, "talking")
        return first

    async def asking(self, target="7003"):
        first = await self.talking_with_bob()
        key = await self.act.consult(first, target)
        return first, key

    def on_the_line(self):
        return sorted(c.device for c in self.pbx.switch.channels.values())


def play(scenario):
    async def main():
        async with contextlib.AsyncExitStack() as stack:
            pbx = await stack.enter_async_context(DemoPbx(answer_after=None, pick_up_after=0.1))
            pbx.directory.phones["7003"].manner = pbx.directory.phones["7002"].manner
            core = Core(pbx.settings(), Secrets({"TRAYDIAL_SECRET": pbx.secret}))
            core.start()
            stack.push_async_callback(core.aclose)
            await core.online()
            await scenario(Office(pbx, core))

    asyncio.run(asyncio.wait_for(main(), 30))


def test_caller_and_colleague_are_connected():
    async def scenario(o):
        first, key = await o.asking()
        asked = await o.phase(key, "talking")
        assert asked.consults == first
        assert o.core.calls.value[first].phase.value == "held"
        await o.act.connect(key)
        for one in (first, key):
            assert (await o.phase(one, "ended")).cause.value == "transferred"
        assert o.on_the_line() == ["PJSIP/7002", "PJSIP/7003"]

    play(scenario)


def test_back_to_the_caller_who_is_taken_off_hold():
    async def scenario(o):
        first, key = await o.asking()
        await o.phase(key, "talking")
        await o.act.back(key)
        await o.phase(key, "ended")
        await o.phase(first, "talking")
        assert o.on_the_line() == ["PJSIP/7001", "PJSIP/7002"]

    play(scenario)


def test_a_busy_colleague():
    async def scenario(o):
        first, key = await o.asking("7004")
        assert (await o.phase(key, "ended")).cause.value == "busy"
        await o.phase(first, "talking")

    play(scenario)


def test_all_three():
    async def scenario(o):
        first, key = await o.asking()
        await o.phase(key, "talking")
        assert o.act.can_meet()
        await o.act.all_three(key)
        assert (await o.phase(first, "ended")).cause.value == "transferred"
        assert o.core.calls.value[key].third == "Bob"
        assert o.on_the_line() == ["PJSIP/7001", "PJSIP/7002", "PJSIP/7003"]
        assert len({c.bridge for c in o.pbx.switch.channels.values()}) == 1
        await o.act.hang_up(key)
        await o.phase(key, "ended")
        assert o.on_the_line() == ["PJSIP/7002", "PJSIP/7003"]  # they go on, for a while
        async with asyncio.timeout(10):
            while o.pbx.switch.channels:  # noqa: ASYNC110 - it has nobody to tell
                await asyncio.sleep(0.05)

    play(scenario)


@pytest.mark.parametrize("answered", [True, False])
def test_voicemail(answered):
    async def scenario(o):
        first = await (o.talking_with_bob() if answered else o.called())
        await o.act.to_voicemail(first, "7003")
        assert (await o.phase(first, "ended")).cause.value == "transferred"
        (caller,) = o.pbx.switch.channels.values()
        assert (caller.application, caller.exten) == ("VoiceMail", "*7003")

    play(scenario)


def test_nobody_outside_has_a_box():
    async def scenario(o):
        first = await o.talking_with_bob()
        with pytest.raises(NoVoicemail):
            await o.act.to_voicemail(first, "7777")
        assert o.core.calls.value[first].talking

    play(scenario)
