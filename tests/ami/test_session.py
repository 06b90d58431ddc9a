import asyncio
import contextlib

import pytest

from tests.ami.fake_asterisk import NO_CALLS, OK, PONG, FakeAsterisk
from traydial.ami.session import AmiSession
from traydial.domain.errors import (
    ActionFailed,
    ConnectionLost,
    LocalProtocolError,
    NoAnswerInTime,
    NotPermitted,
    RemoteProtocolError,
)


@contextlib.asynccontextmanager
async def connected(asterisk, events=None, **limits):
    async with asterisk.running():
        streams = await asyncio.open_connection(*asterisk.address)
        session = AmiSession(*streams, [].append if events is None else events.append, **limits)
        task = asyncio.create_task(session.run())
        try:
            yield session, task
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)


def run(scenario):
    asyncio.run(asyncio.wait_for(scenario(), 20))


def test_answers_find_their_action_and_events_go_on():
    async def scenario():
        asterisk, events = FakeAsterisk(), []
        asterisk.script["Ping"] = "Event: Hangup\r\n\r\n" + PONG
        async with connected(asterisk, events) as (session, _):
            answers = await asyncio.gather(*(session.perform("Ping") for _ in range(3)))
        assert [a.get("Ping") for a in answers] == ["Pong"] * 3
        assert [e.event for e in events] == ["Hangup"] * 3

    run(scenario)


def test_a_list_is_collected_and_other_events_between_go_their_way():
    async def scenario():
        asterisk, events = FakeAsterisk(), []
        asterisk.script["Status"] = NO_CALLS.replace(
            "Event: StatusComplete",
            "Event: Hangup\r\n\r\nEvent: Status\r\nActionID: {id}\r\nChannel: a\r\n\r\n"
            "Event: StatusComplete",
        )
        async with connected(asterisk, events) as (session, _):
            rows = await session.collect("Status")
        assert [row.get("Channel") for row in rows] == ["a"]
        assert [e.event for e in events] == ["Hangup"]

    run(scenario)


@pytest.mark.parametrize(
    ("message", "kind"), [("Permission denied", NotPermitted), ("No such channel", ActionFailed)]
)
def test_a_refusal_says_which_action_and_why(message, kind):
    async def scenario():
        asterisk = FakeAsterisk()
        asterisk.script["Hangup"] = OK.replace("Success", "Error").replace("ok", message)
        async with connected(asterisk) as (session, _):
            with pytest.raises(kind) as caught:
                await session.perform("Hangup")
        assert caught.value.action == "Hangup"

    run(scenario)


def test_a_lost_connection_fails_whoever_waits_and_whoever_comes_later():
    async def scenario():
        asterisk = FakeAsterisk()
        asterisk.script["Originate"] = None
        async with connected(asterisk) as (session, task):
            with pytest.raises(ConnectionLost):
                await session.perform("Originate")
            with pytest.raises(ConnectionLost, match="closed the connection"):
                await task
            with pytest.raises(ConnectionLost, match="not connected"):
                await session.perform("Ping")

    run(scenario)


def test_an_action_has_a_deadline_and_leaves_nothing_behind():
    async def scenario():
        asterisk = FakeAsterisk()
        asterisk.script["Getvar"] = ""
        async with connected(asterisk, answer_within=0.2) as (session, _):
            with pytest.raises(NoAnswerInTime):
                await session.perform("Getvar")
            assert (await session.perform("Ping")).get("Ping") == "Pong"

    run(scenario)


def test_what_ami_cannot_carry_is_refused_before_it_is_sent():
    async def scenario():
        asterisk = FakeAsterisk()
        async with connected(asterisk) as (session, _):
            with pytest.raises(LocalProtocolError):
                await session.perform("Originate", ("Exten", "1\r\nAction: Command"))
            await session.perform("Ping")
        assert asterisk.seen == ["Ping"]

    run(scenario)


def test_silence_is_answered_by_a_ping_and_then_ends_the_link():
    async def scenario():
        asterisk = FakeAsterisk()
        async with connected(asterisk, ping_after=0.05, dead_after=1.5) as (session, task):
            await session.perform("Ping")
            await asyncio.sleep(1.6)
            assert not task.done()  # the pings are answered
            asterisk.script["Ping"] = ""  # half open: what we send is lost
            with pytest.raises(ConnectionLost, match="no byte"):
                await task
        assert asterisk.seen.count("Ping") > 2

    run(scenario)


def test_another_server_is_recognised():
    async def scenario():
        asterisk = FakeAsterisk()
        asterisk.banner = b"220 mail.example ESMTP\r\n"
        async with connected(asterisk) as (_, task):
            with pytest.raises(RemoteProtocolError, match="not an AMI server"):
                await task

    run(scenario)


@pytest.mark.logs
def test_an_event_that_breaks_its_handler_does_not_break_the_link():
    class Broken(list):
        def append(self, message):
            raise RuntimeError("boom")

    async def scenario():
        asterisk = FakeAsterisk()
        asterisk.script["Ping"] = "Event: Hangup\r\n\r\n" + PONG
        async with connected(asterisk, Broken()) as (session, _):
            assert (await session.perform("Ping")).get("Ping") == "Pong"

    run(scenario)
