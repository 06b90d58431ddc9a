"""What is written of calls as they go on."""

import asyncio
import json
from dataclasses import replace

from tests.services.history.test_history import BERLIN, with_history
from traydial.domain.calls import Call, Cause, Direction, Phase, Recording
from traydial.domain.errors import HistoryFault, HistoryTrouble
from traydial.domain.history import Wanted
from traydial.domain.onward import Onward
from traydial.services.history import History, old_recents
from traydial.services.history.writer import MOST_WAITING, HistoryWriter, past_call

RINGS = Call("1", Direction.IN, Phase.RINGING, 10.0, "030555", "PBX name", began=10.0)


def ended(call, cause=Cause.HUNG_UP, at=99.0, **more):
    return replace(call, phase=Phase.ENDED, since=at, cause=cause, **more)


def written(*steps, file=None):
    """Let a writer see the calls step by step; return what the history has then."""

    async def work(history):
        tasks = []
        writer = HistoryWriter(
            lambda: history, lambda work: tasks.append(asyncio.ensure_future(work))
        )
        for step in steps:
            writer.calls_changed({call.key: call for call in step})
            await asyncio.gather(*tasks)
        return await history.page(Wanted(), 0, 100)

    return with_history(file, work)


def test_a_call_is_in_the_history_once_it_is_over():
    talks = replace(RINGS, phase=Phase.TALKING, since=12.0, talking_since=12.0)
    assert written([RINGS], [talks]) == []
    held = replace(talks, phase=Phase.HELD, since=50.0)
    [past] = written([RINGS], [talks], [held], [ended(held, via="support")])
    assert (past.began, past.talking_since, past.ended) == (10.0, 12.0, 99.0)
    assert (past.number, past.name, past.via) == ("030555", "PBX name", "support")
    assert past.cause is Cause.HUNG_UP


def test_a_name_that_comes_late_and_a_colleague_who_took_it_correct_the_past():
    missed = ended(RINGS, Cause.MISSED)
    named = replace(missed, name="Anna", company="Acme")
    taken = replace(named, cause=Cause.ANSWERED_ELSEWHERE, taker="7002", taker_name="Bob")
    [past] = written([missed], [named], [taken])
    assert (past.name, past.company, past.taker) == ("Anna", "Acme", "Bob")
    assert not past.missed


def test_who_took_a_transferred_call_and_what_was_recorded_is_told():
    recorded = replace(RINGS, recording=Recording.ON, monitors=1, recorded_as="a/b.wav")
    over = ended(
        recorded,
        Cause.TRANSFERRED,
        recording=Recording.OFF,
        monitors=0,
        onward=Onward("7002", "Bob", 50.0),
    )
    [past] = written([recorded], [over])
    assert (past.taker, past.recording, past.recorded) == ("Bob", "a/b.wav", True)


def test_a_recording_of_the_pbx_counts_even_without_a_name():
    watched = replace(RINGS, monitors=1)
    [past] = written([watched], [ended(RINGS)])
    assert (past.recorded, past.recording) == (True, "")


def test_a_crash_in_the_middle_leaves_a_trace(tmp_path):
    file = tmp_path / "history.sqlite"
    talks = replace(RINGS, phase=Phase.TALKING, since=12.0, talking_since=12.0)
    assert written([talks], file=file) == []
    [past] = with_history(file, lambda h: h.page(Wanted(), 0, 9))
    assert (past.cause, past.talking_since) == (Cause.LINK_LOST, 12.0)
    late = replace(talks, began=60.0, talking_since=60.0)  # a snapshot after the restart
    [past] = written([late], [ended(late)], file=file)
    assert (past.began, past.talking_since, past.cause) == (10.0, 12.0, Cause.HUNG_UP)


class Full(History):
    """A history whose disk is full until it is not."""

    full = True

    async def put(self, calls):
        if self.full:
            raise HistoryTrouble(HistoryFault.FULL)
        await super().put(calls)


def test_what_a_full_disk_did_not_take_is_written_later_and_is_bounded():
    async def work():
        history = Full(None, lambda: BERLIN)
        tasks = []
        writer = HistoryWriter(
            lambda: history, lambda work: tasks.append(asyncio.ensure_future(work))
        )
        for n in range(MOST_WAITING + 5):
            call = replace(RINGS, key=str(n), linked="")
            writer.calls_changed({call.key: ended(call)})
        await asyncio.gather(*tasks)
        history.full = False
        await writer.flush()
        count = await history.count(Wanted())
        await history.aclose()
        return count

    assert asyncio.run(work()) == MOST_WAITING


def test_the_old_list_of_numbers_is_taken_over_once(tmp_path):
    old = tmp_path / old_recents.FILE_NAME
    entry = {"number": "030555", "name": "Anna", "direction": "in", "at": 10.0, "missed": True}
    old.write_text(json.dumps([entry]))

    def first():
        return old_recents.take_over(old)

    file = tmp_path / "history.sqlite"
    for _ in range(2):
        [past] = with_history(file, lambda h: h.page(Wanted(), 0, 9), first=first)
        assert (past.number, past.name, past.missed) == ("030555", "Anna", True)
    assert not old.exists()
    assert with_history(file, lambda h: h.missed_unseen()) == []
    for content in ("", "[1]", '[{"number": 1}]', "{}", "\x00", '[{"at": 1e999}]'):
        old.write_text(content)
        assert first() == []


def test_a_withheld_number_is_kept_without_one():
    assert past_call(ended(replace(RINGS, number="", name=""))).number == ""


def test_who_is_forgotten_is_not_written_again_by_what_was_under_way():
    async def work():
        history = Full(None, lambda: BERLIN)
        tasks = []
        writer = HistoryWriter(
            lambda: history, lambda work: tasks.append(asyncio.ensure_future(work))
        )
        goes_on = replace(RINGS, key="2")
        others = replace(RINGS, key="3", number="7002")
        calls = {c.key: c for c in (ended(RINGS, Cause.MISSED), goes_on, ended(others))}
        writer.calls_changed(calls)
        await asyncio.gather(*tasks)
        history.full = False
        writer.calls_changed({"2": goes_on, "3": calls["3"]})
        await writer.forget(lambda number: number == RINGS.number)
        await writer.flush()
        writer.calls_changed({"2": ended(goes_on, Cause.MISSED), "3": calls["3"]})
        await writer.flush()
        page = await history.page(Wanted(), 0, 10)
        await history.aclose()
        return {past.key for past in page}

    assert asyncio.run(work()) == {"2", "3"}
