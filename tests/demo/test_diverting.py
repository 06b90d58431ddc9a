"""The demo's people honour do not disturb and forwarding as FreePBX's dialplan does."""

import asyncio

import pytest

from tests.demo.lab import lab
from traydial.app.core import Core
from traydial.demo.server import DemoPbx
from traydial.domain.diversions import Diversions, Forward
from traydial.services.secrets import Secrets


def play(scenario, **settings):
    async def main():
        async with lab(gives_up_after=None, answer_after=None, **settings) as place:
            await scenario(*place)

    asyncio.run(main())


async def put(client, family, value):
    answer = await client.ask("DBPut", f"Family: {family}", "Key: 7001", f"Val: {value}")
    assert answer.get("Message") == "Updated database successfully"


async def rung(client):
    """Return the devices that were rung since last time."""
    events = await client.events()
    return [e.get("DestChannel").partition("-")[0] for e in events if e.event == "DialBegin"]


def test_who_does_not_want_to_be_disturbed_is_busy():
    async def scenario(pbx, client, clock):
        await put(client, "DND", "YES")
        caller = pbx.call_in("7002")
        assert caller.ended
        assert await rung(client) == []
        answer = await client.ask("DBDel", "Family: DND", "Key: 7001")
        assert answer.get("Message") == "Key deleted successfully"
        answer = await client.ask("DBDel", "Family: DND", "Key: 7001")
        assert answer.get("Message") == "Database entry could not be deleted"
        caller = pbx.call_in("7002")
        assert await rung(client) == ["PJSIP/7001"]
        pbx.hang_up(caller)

    play(scenario)


def test_all_calls_go_elsewhere():
    async def scenario(pbx, client, clock):
        await put(client, "CF", "7003")
        await put(client, "DND", "YES")  # which would come after
        caller = pbx.call_in("7002")
        assert await rung(client) == ["PJSIP/7003"]
        pbx.hang_up(caller)

    play(scenario)


@pytest.mark.parametrize("family", ["CFB", "CFU"])
def test_some_calls_go_elsewhere(family):
    async def scenario(pbx, client, clock):
        await put(client, family, "7003")
        caller = pbx.call_in("7002")
        clock.move(1)
        if family == "CFB":
            pbx.own_phone.decline(cause=17)
        else:
            clock.move(20)
        assert await rung(client) == ["PJSIP/7001", "PJSIP/7003"]
        pbx.hang_up(caller)

    play(scenario)


def test_two_who_forward_to_each_other_do_not_turn_for_ever():
    async def scenario(pbx, client, clock):
        await put(client, "CF", "7002")
        await client.ask("DBPut", "Family: CF", "Key: 7002", "Val: 7001")
        caller = pbx.call_in("+49301234567")
        assert await rung(client) == ["PJSIP/7002"]
        pbx.hang_up(caller)

    play(scenario)


def test_a_lamp_is_told_of_once():
    async def scenario(pbx, client, clock):
        for _ in range(2):
            await client.ask("Setvar", "Variable: DEVICE_STATE(Custom:DND7001)", "Value: BUSY")
        (event,) = await client.events()
        told = {key: value for key, value in event.headers if key != "Privilege"}
        assert told == {"Event": "DeviceStateChange", "Device": "Custom:DND7001", "State": "BUSY"}
        answer = await client.ask("Getvar", "Variable: DEVICE_STATE(Custom:DND7001)")
        assert answer.get("Value") == "BUSY"

    play(scenario)


class Memory:
    def __init__(self, secret):
        self._secret = secret

    def get_password(self, service, username):
        return self._secret


def test_the_program_finds_and_sets_it():
    async def main():
        async with DemoPbx(speed=20, gives_up_after=None, answer_after=None) as pbx:
            core = Core(pbx.settings(), Secrets({}, Memory(pbx.secret)))
            changed = asyncio.Event()
            core.diverter.diversions.subscribe(lambda _: changed.set())
            core.start()
            try:
                await core.online()
                await changed.wait()
                assert core.diverter.diversions.value == Diversions(
                    False, dict.fromkeys(Forward, "")
                )
                await core.diverter.forward(Forward.ALWAYS, "7003")
                assert core.diverter.diversions.value.active == {Forward.ALWAYS: "7003"}
                await core.diverter.set_do_not_disturb(True)
                assert core.diverter.diversions.value.do_not_disturb
            finally:
                await core.aclose()

    asyncio.run(asyncio.wait_for(main(), 20))
