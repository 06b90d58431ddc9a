"""The history as the program keeps it: by the settings, over restarts, its last numbers."""

import asyncio
import json
from dataclasses import replace

from traydial.app.past_calls import PastCalls
from traydial.domain.calls import Call, Cause, Direction, Phase
from traydial.domain.history import HistorySettings, Wanted
from traydial.domain.settings import DialSettings, Settings
from traydial.domain.store import Store
from traydial.services.history import FILE_NAME

DAY = 86_400.0
NOW = 1000 * DAY
KEPT = HistorySettings()


def ended(key, number, at=NOW, cause=Cause.HUNG_UP):
    return Call(key, Direction.IN, Phase.ENDED, at, number, "Ada", began=at, cause=cause)


def running(folder, work, history=KEPT):
    """Run ``work(past, calls, settings)`` as the program does, from its start to its end."""

    async def main():
        tasks, troubles = [], []
        settings = Store(replace(Settings(), history=history))
        calls = Store({})
        past = PastCalls(
            folder,
            settings,
            calls,
            lambda work: tasks.append(asyncio.ensure_future(work)),
            troubles.append,
            lambda: NOW,
        )

        async def settle():
            while left := [task for task in tasks if not task.done()]:
                await asyncio.wait(left)

        opened = asyncio.ensure_future(past.open_history())
        result = await work(past, calls, settings, settle)
        await settle()
        opened.cancel()
        await past.close_history()
        assert troubles == []
        return result

    return asyncio.run(main())


async def numbers(past):
    return [call.number for call in await past.past_calls(Wanted(), 0, 100)]


def test_last_numbers_come_once_each_and_last_over_a_restart(tmp_path):
    async def call_them(past, calls, settings, settle):
        for n, number in enumerate(["1", "2", "1", ""]):
            cause = Cause.MISSED if n == 2 else Cause.HUNG_UP
            calls.set({**calls.value, str(n): ended(str(n), number, NOW + n, cause)})
        await settle()
        return past.recent()

    async def look(past, calls, settings, settle):
        await past._read_recent()
        return past.recent()

    recent = running(tmp_path, call_them)
    told = [(r.number, r.missed, r.name) for r in recent]
    assert told == [("1", True, "Ada"), ("2", False, "Ada")]
    assert running(tmp_path, look) == recent


def test_a_call_that_ends_as_the_program_does_is_kept(tmp_path):
    async def work(past, calls, settings, settle):
        calls.set({"1": ended("1", "030555")})

    running(tmp_path, work)
    assert running(tmp_path, lambda past, *_: numbers(past)) == ["030555"]


def test_calls_go_when_they_are_too_old(tmp_path):
    async def fill(past, calls, settings, settle):
        calls.set({"1": ended("1", "old", NOW - 11 * DAY), "2": ended("2", "new", NOW - DAY)})
        await settle()
        assert await numbers(past) == ["new", "old"]
        settings.set(replace(settings.value, history=HistorySettings(keep_days=10)))
        await settle()
        return await numbers(past)

    assert running(tmp_path, fill, HistorySettings(keep_days=0)) == ["new"]


def test_switched_off_nothing_is_written_and_what_was_kept_stays(tmp_path):
    async def work(past, calls, settings, settle):
        calls.set({"1": ended("1", "before")})
        await settle()
        settings.set(replace(settings.value, history=HistorySettings(on=False)))
        calls.set({**calls.value, "2": ended("2", "meanwhile")})
        await settle()
        return await numbers(past)

    assert running(tmp_path, work) == ["meanwhile"]
    assert b"meanwhile" not in (tmp_path / FILE_NAME).read_bytes()
    assert running(tmp_path, lambda past, *_: numbers(past)) == ["before"]


def test_the_numbers_of_older_traydials_are_taken_over(tmp_path):
    entry = {"number": "030555", "name": "Ada", "direction": "out", "at": NOW - 9, "missed": False}
    (tmp_path / "recent.json").write_text(json.dumps([entry]))
    assert running(tmp_path, lambda past, *_: numbers(past)) == ["030555"]
    assert not (tmp_path / "recent.json").exists()


def test_whom_the_user_calls_is_missed_no_more_in_whatever_form_either_is_told(tmp_path):
    in_germany = DialSettings("DE", area_code="30", outside_prefix="0")

    async def work(past, calls, settings, settle):
        settings.set(replace(settings.value, dialling=in_germany))
        numbers = ["0301234567", "0307654321", ""]
        calls.set({n: ended(n, n, NOW, Cause.MISSED) for n in numbers})
        await settle()
        assert {past.number for past in past.missed.value} == {*numbers}
        out = Call("out", Direction.OUT, Phase.RINGING, NOW, "+49301234567", began=NOW)
        unknown = replace(out, key="unknown", number="")  # not told yet
        calls.set({**calls.value, "out": out, "unknown": unknown})
        await settle()
        return {past.number for past in past.missed.value}

    assert running(tmp_path, work) == {"0307654321", ""}
