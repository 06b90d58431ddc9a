"""The program parks the demo's people, gives them away and gets them back."""

import asyncio
import contextlib

import pytest

from traydial.app.core import Core
from traydial.demo.people import Manner
from traydial.demo.server import DemoPbx
from traydial.domain.onward import Stage
from traydial.services.secrets import Secrets

SOON = Manner(answer_after=1.0, pick_up_after=1.0)


class Memory:
    def __init__(self, secret):
        self._secret = secret

    def get_password(self, service, username):
        return self._secret


@contextlib.asynccontextmanager
async def office(**kind):
    async with DemoPbx(speed=20, gives_up_after=None, **kind) as pbx:
        core = Core(pbx.settings(), Secrets({}, Memory(pbx.secret)))
        changed = asyncio.Event()
        core.calls.subscribe(lambda _: changed.set())

        async def until(so):
            while not (found := [c for c in core.calls.value.values() if so(c)]):
                changed.clear()
                await changed.wait()
            return found[-1]

        core.start()
        try:
            await core.online()
            yield pbx, core.phone, until
        finally:
            await core.aclose()


def run(scenario):
    asyncio.run(asyncio.wait_for(scenario, 30))


async def talking(pbx, until):
    """Bob calls and I answer."""
    caller = pbx.call_in("7002")
    call = await until(lambda c: c.talking)
    return caller, call


def test_parked_and_fetched():
    async def scenario():
        async with office(answer_after=0.5) as (pbx, phone, until):
            _, call = await talking(pbx, until)
            assert await phone.parking.park(call.key) == "801"
            ended = await until(lambda c: c.parked_at)
            assert ended.cause.value == "parked"
            (parked,) = phone.parking.parked.value.values()
            assert (parked.number, parked.name, parked.by) == ("7002", "Bob", "PJSIP/7001")
            await phone.dial("801")
            back = await until(lambda c: c.talking)
            assert back.name == "Bob"
            assert not phone.parking.parked.value

    run(scenario())


def test_nobody_comes_in_time_so_they_ring_again():
    async def scenario():
        async with office(answer_after=0.5) as (pbx, phone, until):
            _, call = await talking(pbx, until)
            await phone.parking.park(call.key)
            back = await until(lambda c: c.alive and c.number == "7002")
            assert back.key != call.key
            assert (back.from_space, back.via) == ("801", "")

    run(scenario())


@pytest.mark.parametrize("target", ["7003", "*7003", "030123456"])
def test_who_is_taken_is_gone(target):
    async def scenario():
        async with office(answer_after=0.5) as (pbx, phone, until):
            pbx.directory.phones["7003"].manner = SOON
            caller, call = await talking(pbx, until)
            await phone.transfer(call.key, target, "Anna", note="hello")
            await until(lambda c: c.onward and c.onward.stage is Stage.TAKEN)
            assert caller.state == 6
            stays = target.startswith("*")  # what talks to a box
            locals_ = [c for c in pbx.switch.channels.values() if c.name.startswith("Local/")]
            assert len(locals_) == stays

    run(scenario())


@pytest.mark.parametrize(
    ("target", "why"),
    [("7004", "busy"), ("7006", "declined"), ("7005", "no answer"), ("7009", "not reached")],
)
def test_who_is_not_taken_comes_back(target, why):
    async def scenario():
        async with office(answer_after=0.5) as (pbx, phone, until):
            caller, call = await talking(pbx, until)
            await phone.transfer(call.key, target, "Emil")
            await until(lambda c: c.onward and c.onward.stage.value == why)
            back = await until(lambda c: c.talking)
            assert (back.number, back.name, back.came_from) == ("7002", "Bob", "Emil")
            assert caller.peer.device == "PJSIP/7001"

    run(scenario())


@pytest.mark.parametrize("does", ["fetched", "hung up"])
def test_while_it_rings(does):
    async def scenario():
        async with office(answer_after=0.5) as (pbx, phone, until):
            caller, call = await talking(pbx, until)
            await phone.transfer(call.key, "7005", "Emil")
            await until(lambda c: c.onward and c.onward.stage is Stage.ON_THE_WAY)
            if does == "fetched":
                await phone.come_back.fetch_back(call.key)
            else:
                pbx.hang_up(caller)
            await until(lambda c: c.onward and c.onward.stage.value == does)
            assert not pbx.directory.phones["7005"].rings

    run(scenario())
