"""A PBX that plays a story: its answers, its events, its connections, its gaps."""

import asyncio
import contextlib
import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.demo.lab import ManualClock, connected
from traydial.ami.story import Story
from traydial.ami.trace import Said
from traydial.cli import main
from traydial.demo.replay import ReplayPbx

LOGIN = [
    (True, "Action: Login\r\nActionID: t-1\r\nSecret: ***"),
    (False, "Response: Success\r\nActionID: t-1"),
    (False, "Event: FullyBooted\r\nStatus: Fully Booted"),
]
STATUS = [
    (True, "Action: Status\r\nActionID: t-2"),
    (False, "Response: Success\r\nActionID: t-2\r\nEventList: start"),
    (False, "Event: Hangup\r\nUniqueid: 1.0"),
    (False, "Event: Status\r\nActionID: t-2\r\nUniqueid: 1.1"),
    (False, "Event: Status\r\nActionID: t-2\r\nUniqueid: 1.2"),
    (False, "Event: StatusComplete\r\nActionID: t-2\r\nEventList: Complete"),
]


def story(*messages, every=1.0):
    said = [m and Said(m[0], 1000.0 + every * n, m[1]) for n, m in enumerate(messages)]
    return Story({"phone": {"extension": "7001", "devices": ["PJSIP/7001"]}}, tuple(said))


@contextlib.asynccontextmanager
async def played(told, **kind):
    async with ReplayPbx(told, **kind) as pbx, connected(pbx) as client:
        await client.log_in(pbx)
        yield pbx, client


def run(scenario):
    asyncio.run(asyncio.wait_for(scenario, 20))


def test_what_is_asked_is_answered_as_it_was(monkeypatch):
    async def main():
        async with played(story(*LOGIN, *STATUS)) as (pbx, client):
            rows = await client.collect("Status")
            assert [row.get("Uniqueid") for row in rows] == ["1.1", "1.2", ""]
            assert {row.get("ActionID") for row in rows} == {"id-2"}
            again = await client.collect("Status")
            assert len(again) == 3
            answer = await client.ask("Getvar", "Variable: X")
            assert (answer.get("Response"), answer.get("Message")) == (
                "Error",
                "Nobody asked this then",
            )
            assert (await client.ask("Ping")).get("Ping") == "Pong"
            assert pbx.settings.phone.devices == ("PJSIP/7001",)
            assert pbx.settings.pbx.hosts == (f"127.0.0.1:{pbx.port}",)

    run(main())


def test_of_several_answers_each_is_given_once_and_the_last_again():
    def getvar(n):
        return [
            (True, f"Action: Getvar\r\nActionID: g-{n}\r\nVariable: X"),
            (False, f"Response: Success\r\nActionID: g-{n}\r\nValue: {n}"),
        ]

    async def main():
        async with played(story(*LOGIN, *getvar(1), *getvar(2))) as (_, client):
            values = [(await client.ask("Getvar", "Variable: X")).get("Value") for _ in range(3)]
            assert values == ["1", "2", "2"]

    run(main())


async def until(client, name):
    """Read until this event came; return all that came until then."""
    came = []
    while not came or came[-1] != name:
        came.append((await client.message()).event)
    return came


def test_events_come_once_nothing_more_is_asked_with_silences_cut_short():
    clock, over = ManualClock(), asyncio.Event()

    async def main():
        told = story(*LOGIN, (False, "Event: A"), (False, "Event: B"), every=3600.0)
        async with played(told, clock=clock, over=over.set) as (_, client):
            await client.ask("Ping")
            assert await until(client, "A") == ["A"]
            await client.events()  # and it waits for its time now
            clock.move(2.9)
            assert await client.events() == []
            clock.move(0.2)
            assert await until(client, "B") == ["B"]
            await over.wait()

    run(main())


def test_another_connection_is_played_to_the_next_login():
    async def main():
        told = story(*LOGIN, (False, "Event: A"), *LOGIN[:2], *STATUS, (False, "Event: B"))
        async with ReplayPbx(told, speed=1000.0) as pbx:
            async with connected(pbx) as first, connected(pbx) as looker:
                await first.log_in(pbx)
                await looker.log_in(pbx)
                await first.ask("Ping")
                assert (await looker.ask("Ping")).get("Ping") == "Pong"
                assert (await until(first, "A"))[-1] == "A"
                with pytest.raises(asyncio.IncompleteReadError):
                    await first.message()
            async with connected(pbx) as second:
                await second.log_in(pbx)
                assert "FullyBooted" not in [e.event for e in await second.events()]
                assert len(await second.collect("Status")) == 3
                assert (await until(second, "B"))[-1] == "B"

    run(main())


def test_calls_that_ended_in_a_gap_are_not_shown():
    async def main():
        later = (False, "Event: Hangup\r\nUniqueid: 1.2")
        async with played(story(*LOGIN, *STATUS, None, later), speed=1000.0) as (_, client):
            rows = await client.collect("Status")
            assert [row.get("Uniqueid") for row in rows] == ["1.2", ""]
            assert await until(client, "Hangup") == ["Hangup"]

    run(main())


TRACE = Path(__file__).parents[1] / "traces" / "queue-call.txt"


def test_the_demo_plays_what_was_saved(tmp_path):
    with subprocess.Popen(
        [
            *(sys.executable, "-m", "traydial", "demo", "--headless", "--json"),
            *("--profile", str(tmp_path), "--replay", str(TRACE)),
        ],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            lines = (json.loads(line) for line in process.stdout)
            ended = next(line for line in lines if line.get("phase") == "ended")
        finally:
            process.send_signal(signal.SIGINT)
            process.communicate(timeout=30)
    assert (ended["number"], ended["name"], ended["via"]) == ("7003", "Person 1", "support")
    assert ended["cause"] == "hung up"


@pytest.mark.parametrize("content", [None, "Hello", "# Traydial trace 1\n"])
def test_a_file_that_cannot_be_played_is_refused_in_a_sentence(tmp_path, capsys, content):
    file = tmp_path / "x.txt"
    if content is not None:
        file.write_text(content)
    assert main(["demo", "--headless", "--replay", str(file)]) == 2
    assert f"{file} cannot be played: " in capsys.readouterr().err
