"""The demo's queues, as the program uses them."""

import asyncio

from tests.demo.lab import lab
from traydial.app.core import Core
from traydial.demo.server import DemoPbx
from traydial.services.secrets import Secrets

ME = "Interface: PJSIP/7001"


def play(scenario, **settings):
    async def main():
        async with lab(gives_up_after=None, answer_after=None, **settings) as place:
            await scenario(*place)

    asyncio.run(main())


async def rung(client):
    """Return the devices that were rung since last time."""
    events = await client.events()
    return [e.get("DestChannel").partition("-")[0] for e in events if e.event == "DialBegin"]


async def waiting(client):
    rows = await client.collect("QueueStatus")
    return [(r.get("Queue"), r.get("Wait")) for r in rows if r.event == "QueueEntry"]


def test_who_pauses_is_not_rung_and_the_caller_waits():
    async def scenario(pbx, client, clock):
        answer = await client.ask("QueuePause", "Queue: support", ME, "Paused: true", "Reason: Tea")
        assert answer.get("Message") == "Interface paused successfully"
        caller = pbx.call_in("+4930901820", "M\u00fcller", "support")
        clock.move(5)
        assert await rung(client) == []
        assert await waiting(client) == [("support", "5")]
        await client.ask("QueuePause", ME, "Paused: no")
        clock.move(1)
        assert await rung(client) == ["PJSIP/7001"]
        pbx.own_phone.answer()
        assert await waiting(client) == []
        pbx.hang_up(caller)

    play(scenario)


def test_who_logs_in_gets_the_calls_that_wait():
    async def scenario(pbx, client, clock):
        first = pbx.call_in("7002", via="7202")
        second = pbx.call_in("7003", via="7202")
        clock.move(1)
        assert await rung(client) == []
        assert await waiting(client) == [("sales", "1"), ("sales", "1")]
        answer = await client.ask("QueueAdd", "Queue: sales", ME)
        assert answer.get("Message") == "Added interface to queue"
        clock.move(1)
        assert {*await rung(client)} == {"PJSIP/7001"}
        for caller in (first, second):
            pbx.hang_up(caller)
        told = [e.event for e in await client.events() if e.event.startswith("QueueCaller")]
        assert told == ["QueueCallerAbandon", "QueueCallerLeave"] * 2

    play(scenario)


def test_the_program_logs_in_pauses_and_logs_out():
    async def scenario():
        async with DemoPbx(secret="x") as pbx:
            core = Core(pbx.settings(), Secrets({"TRAYDIAL_SECRET": "x"}))
            core.start()
            try:
                await core.online()
                await core.queues.refresh()
                queues = core.queues.queues
                assert [*queues.value] == ["support"]
                await core.queues.pause("", True, "Lunch")
                assert queues.value["support"].reason == "Lunch"
                await core.queues.log_in("sales")
                assert [(q.name, q.logged_in, q.paused) for q in queues.value.values()] == [
                    ("sales", True, False),
                    ("support", True, True),
                ]
                await core.queues.log_out("sales")
                assert not queues.value["sales"].logged_in
                await core.queues.pause("support", False)
                assert not queues.value["support"].paused
            finally:
                await core.aclose()

    asyncio.run(scenario())
