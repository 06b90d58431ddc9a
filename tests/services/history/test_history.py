"""The history as its users know it: coroutines on a file that outlives the program."""

import asyncio
import csv
import os
import sqlite3
import stat
import subprocess
import sys
from dataclasses import replace

import pytest

from traydial.domain.calls import Cause, Direction
from traydial.domain.errors import HistoryFault, HistoryTrouble
from traydial.domain.history import Day, Gap, PastCall, Wanted
from traydial.domain.settings import DialSettings
from traydial.services.history import FILE_NAME, History, schema

BERLIN = DialSettings(country="DE", area_code="30", outside_prefix="0", extensions=("7XXX",))
DAY = 86_400.0
NOON = 1_767_265_200.0  # 2026-01-01, 12:00 in Berlin


def past(key, number="+493012345", began=NOON, cause=Cause.HUNG_UP, **more):
    more.setdefault("direction", Direction.IN)
    if cause is Cause.HUNG_UP:
        more.setdefault("talking_since", began + 5)
    return PastCall(key=key, number=number, began=began, ended=began + 65, cause=cause, **more)


def with_history(file, work, **more):
    """Run ``work(history)`` on this file as a program would; return what it returns."""

    async def run():
        history = History(file, lambda: BERLIN, **more)
        try:
            return await work(history)
        finally:
            await history.aclose()

    return asyncio.run(run())


@pytest.fixture
def file(tmp_path):
    return tmp_path / "data" / FILE_NAME


def keys(calls):
    return [call.key for call in calls]


def test_what_is_kept_is_there_after_a_restart_newest_first(file):
    anna = past(
        "2",
        name="Anna",
        company="Acme",
        began=NOON + 60,
        recording="a.wav",
        recorded=True,
        note="wants a quote",
        via="support",
        taker="7002",
        linked="1",
    )
    with_history(file, lambda h: h.add_many([past("1"), anna]))
    (first, second) = with_history(file, lambda h: h.page(Wanted(), 0, 10))
    assert replace(first, id=0) == anna
    assert (second.key, second.talked_s) == ("1", 60.0)


def test_a_call_that_is_told_again_is_corrected_and_keeps_its_note(file):
    async def work(history):
        await history.add(past("1", cause=Cause.MISSED))
        [one] = await history.page(Wanted(), 0, 10)
        await history.annotate(one.id, "call back")
        before = history.revision.value
        await history.add(past("1", cause=Cause.MISSED))
        assert history.revision.value == before, "nothing new was said"
        await history.add(past("1", cause=Cause.ANSWERED_ELSEWHERE, taker="7002"))
        return await history.page(Wanted(), 0, 10)

    [call] = with_history(file, work)
    assert (call.cause, call.taker, call.note) == (Cause.ANSWERED_ELSEWHERE, "7002", "call back")


def test_a_queue_that_rings_ten_times_for_one_caller_is_one_missed_call(file):
    async def work(history):
        for n in range(10):
            await history.add(past(str(n), began=NOON + n, cause=Cause.MISSED, linked="L"))
        await history.mark_seen()
        await history.add(past("10", began=NOON + 20, cause=Cause.MISSED, linked="L"))
        return await history.missed_unseen()

    [call] = with_history(file, work)
    assert call.key == "10"


def test_missed_calls_are_new_until_they_were_seen(file):
    async def work(history):
        await history.add_many(
            [
                past("1", cause=Cause.MISSED),
                past("2", cause=Cause.MISSED, began=NOON + 1),
                past("3", cause=Cause.ANSWERED_ELSEWHERE),
                past("4", cause=Cause.BUSY, direction=Direction.OUT),
            ]
        )
        new = await history.missed_unseen()
        assert keys(new) == ["2", "1"]
        await history.mark_seen([new[0].id])
        assert keys(await history.missed_unseen()) == ["1"]
        await history.mark_seen()
        return await history.missed_unseen()

    assert with_history(file, work) == []


FILTERED = [
    (Wanted(text="müller"), ["anna"]),
    (Wanted(text="muller ACME"), ["anna"]),
    (Wanted(text="quote"), ["anna"]),
    (Wanted(text="030 / 123-45"), ["anna"]),
    (Wanted(text="+49 (30) 12345"), ["anna"]),
    (Wanted(text="004930123"), ["anna"]),
    (Wanted(text="0030123"), ["anna"]),  # with the prefix for an outside line
    (Wanted(text="7002"), ["bob"]),
    (Wanted(text="%"), []),
    (Wanted(text="' OR 1=1 --"), []),
    (Wanted(direction=Direction.OUT), ["bob"]),
    (Wanted(missed_only=True), ["missed"]),
    (Wanted(recorded=True), ["bob"]),
    (Wanted(with_note=True), ["anna"]),
    (Wanted(since=NOON + 100, until=NOON + 200), ["bob"]),
]


@pytest.mark.parametrize(("wanted", "found"), FILTERED, ids=lambda v: str(v)[:60])
def test_it_finds_by_words_and_by_numbers_in_any_spelling(file, wanted, found):
    calls = [
        past("anna", "03012345", name="Anna Müller", company="Acme", note="Quote 77"),
        past("bob", "7002", NOON + 100, name="Bob", direction=Direction.OUT, recorded=True),
        past("missed", "", NOON + 200, cause=Cause.MISSED),
    ]

    async def work(history):
        await history.add_many(calls)
        return await history.page(wanted, 0, 10), await history.count(wanted)

    got, count = with_history(file, work)
    assert (keys(got), count) == (found, len(found))


def test_pages_and_days_agree(file):
    calls = [past(str(n), began=NOON - n * 3600 * 5) for n in range(10)]

    async def work(history):
        await history.add_many(calls)
        pages = [await history.page(Wanted(), offset, 4) for offset in (0, 4, 8, 12)]
        return pages, await history.days(Wanted())

    pages, days = with_history(file, work)
    assert [keys(page) for page in pages] == [[*"0123"], [*"4567"], [*"89"], []]
    assert sum(day.calls for day in days) == 10
    assert days == sorted(days, key=lambda day: day.date, reverse=True)
    assert isinstance(days[0], Day)


def test_gaps_that_touch_are_one(file):
    async def work(history):
        await history.note_gap(Gap(100, 200))
        await history.note_gap(Gap(500, 600))
        await history.note_gap(Gap(200, 300))
        return await history.gaps()

    assert with_history(file, work) == [Gap(500, 600), Gap(100, 300)]


def test_a_gap_has_its_place_among_the_calls_of_its_day(file):
    async def work(history):
        await history.add_many([past(str(n), began=NOON + n * 600) for n in range(4)])
        await history.add(past("next day", began=NOON + DAY))
        await history.note_gap(Gap(NOON + 900, NOON + 1000))
        await history.note_gap(Gap(NOON - 3 * DAY, NOON - 2 * DAY))
        return await history.gaps_of_days(Wanted()), await history.days(Wanted())

    gaps, days = with_history(file, work)
    assert [gap.newer for gap in gaps] == [2, 0]
    assert gaps[0].date == days[1].date


def test_who_is_forgotten_is_gone_from_the_bytes_too(file):
    calls = [
        past("1", "+493055512345", name="Zacharias", note="a secret matter"),
        past("2", "03055512345", name="Zacharias"),
        past("3", "7002", name="Bob"),
    ]

    async def work(history):
        await history.add_many(calls)
        assert await history.forget(["030 555 12345"]) == 2
        return await history.page(Wanted(), 0, 10)

    assert keys(with_history(file, work)) == ["3"]
    for left in file.parent.iterdir():
        content = left.read_bytes()
        assert b"Zacharias" not in content, left
        assert b"zacharias" not in content, left
        assert b"55512345" not in content, left
        assert b"secret matter" not in content, left


def test_old_calls_go(file):
    async def work(history):
        await history.add_many([past("old", began=10.0), past("new")])
        await history.note_gap(Gap(5, 9))
        assert await history.prune(NOON - 1) == 1
        return await history.page(Wanted(), 0, 10), await history.gaps()

    calls, gaps = with_history(file, work)
    assert (keys(calls), gaps) == (["new"], [])


@pytest.mark.skipif(sys.platform == "win32", reason="folders of a user are private there")
def test_the_user_alone_can_read_it(file):
    file.parent.mkdir()
    file.touch(0o666)
    wal = file.with_name(f"{FILE_NAME}-wal")
    for one in (file, wal):
        one.touch()
        one.chmod(0o666)
    before = os.umask(0)
    try:

        async def work(history):
            await history.add(past("1"))
            return {f.name: stat.S_IMODE(f.stat().st_mode) for f in file.parent.iterdir()}

        modes = with_history(file, work)
    finally:
        os.umask(before)
    assert modes[FILE_NAME] == 0o600
    assert {mode & 0o077 for mode in modes.values()} == {0}


def test_a_damaged_file_is_set_aside_and_said_once(file):
    file.parent.mkdir()
    file.write_bytes(b"no database at all" * 100)
    told = []

    async def work(history):
        await history.add(past("1"))
        return await history.page(Wanted(), 0, 10)

    assert keys(with_history(file, work, say=told.append)) == ["1"]
    assert [(t.fault, t.why) for t in told] == [(HistoryFault.DAMAGED, f"{FILE_NAME}.damaged-1")]
    assert file.with_name(told[0].why).read_bytes().startswith(b"no database at all")


def test_damage_that_shows_only_in_use_is_set_aside_too(file):
    calls = [past(str(n), began=NOON + n, name="x" * 400) for n in range(400)]
    with_history(file, lambda h: h.add_many(calls))
    content = bytearray(file.read_bytes())
    content[8192:] = b"\xff" * (len(content) - 8192)  # the tables' names are whole
    file.write_bytes(content)
    told = []

    async def work(history):
        await history.add(past("new"))
        return await history.page(Wanted(), 0, 500)

    assert keys(with_history(file, work, say=told.append)) == ["new"]
    assert [t.fault for t in told] == [HistoryFault.DAMAGED]


def test_a_file_of_a_newer_traydial_is_read_and_left_alone(file):
    with_history(file, lambda h: h.add(past("1")))
    db = sqlite3.connect(file)
    db.execute("PRAGMA user_version = 999")
    db.close()
    told = []

    async def work(history):
        with pytest.raises(HistoryTrouble) as caught:
            await history.add(past("2"))
        assert caught.value.fault is HistoryFault.TOO_NEW
        return await history.page(Wanted(), 0, 10)

    assert keys(with_history(file, work, say=told.append)) == ["1"]
    assert [t.fault for t in told] == [HistoryFault.TOO_NEW], "once, not at each call"


@pytest.mark.parametrize("version", range(schema.VERSION))
def test_each_older_version_becomes_this_one(file, version):
    file.parent.mkdir()
    db = sqlite3.connect(file, isolation_level=None)
    for statement in (s for step in schema.STEPS[:version] for s in step):
        db.execute(statement)
    db.execute(f"PRAGMA user_version = {version}")
    db.close()

    async def work(history):
        await history.add(past("1"))
        return await history.page(Wanted(), 0, 10)

    assert keys(with_history(file, work)) == ["1"]
    db = sqlite3.connect(file)
    assert schema.version_of(db) == schema.VERSION
    db.close()


_KILLED = """
import asyncio, os, signal, sys
from pathlib import Path
from traydial.domain.settings import DialSettings
from traydial.services.history import History
from tests.services.history.test_history import NOON, past

async def main():
    history = History(Path(sys.argv[1]), DialSettings)
    n = 0
    while True:
        await history.put([(past(str(n), began=NOON + n), n % 2 == 0)])
        n += 1
        if n == 40:
            print("ready", flush=True)
asyncio.run(main())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9")
def test_a_kill_in_the_middle_loses_nothing_that_was_kept(file):
    process = subprocess.Popen(
        [sys.executable, "-c", _KILLED, str(file)], stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout.readline() == "ready\n"
    finally:
        process.kill()
        process.wait()
        process.stdout.close()
    calls = with_history(file, lambda h: h.page(Wanted(), 0, 100_000))
    assert {str(n) for n in range(40)} <= {*keys(calls)}
    cut_off = next(call for call in calls if call.key == "38")
    assert cut_off.cause is Cause.LINK_LOST, "nobody saw how it ended"


def test_a_full_disk_is_said_once_and_again_after_it_was_well(file):
    told = []
    calls = [past(str(n), began=NOON + n, name="x" * 400) for n in range(200)]

    async def work(history):
        async def most_pages(number):
            def limit(book):
                book._db.execute(f"PRAGMA max_page_count = {number}").fetchall()

            await history._run(limit)

        await history.add(past("first"))
        await most_pages(20)
        for _ in range(2):
            with pytest.raises(HistoryTrouble) as caught:
                await history.add_many(calls)
            assert caught.value.fault is HistoryFault.FULL
        assert [t.fault for t in told] == [HistoryFault.FULL]
        assert keys(await history.page(Wanted(), 0, 10)) == ["first"]
        await most_pages(100_000)
        await history.add_many(calls)
        return await history.count(Wanted())

    assert with_history(file, work, say=told.append) == 201


def test_a_second_copy_elsewhere_is_told_and_harms_nothing(file):
    told = []

    async def work(history):
        await history.add(past("1"))
        other = History(file, lambda: BERLIN, say=told.append)
        with pytest.raises(HistoryTrouble):
            await other.add(past("2"))
        await other.aclose()
        return await history.page(Wanted(), 0, 10)

    assert keys(with_history(file, work)) == ["1"]
    assert [t.fault for t in told] == [HistoryFault.IN_USE]


def test_a_table_for_spreadsheets_holds_no_formula_and_is_private(file, tmp_path):
    target = tmp_path / "calls.csv"
    calls = [
        past("1", name='=HYPERLINK("http://evil")', note='line one\nand "two"'),
        past("2", "7002", NOON + 60, name="Bob"),
    ]

    async def work(history):
        await history.add_many(calls)
        return await history.export(Wanted(text="hyperlink"), target)

    assert with_history(file, work) == 1
    with target.open(encoding="utf-8-sig", newline="") as table:
        [row] = csv.DictReader(table)
    assert row["Name"] == '\'=HYPERLINK("http://evil")'
    assert (row["Number"], row["Talked (s)"]) == ("+493012345", "60")
    assert row["Note"] == 'line one\nand "two"'
    if sys.platform != "win32":
        assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_hostile_texts_are_bounded_and_kept(file):
    evil = past("1", "\ud800\0" + "9" * 10_000, name="\u202e<b>&\0" + "x" * 100_000)

    async def work(history):
        await history.add(evil)
        return await history.page(Wanted(text="<b>&x"), 0, 10)

    [call] = with_history(file, work)
    assert len(call.name) <= 500
    assert "\0" not in call.name


def test_without_a_file_it_lasts_for_this_run(tmp_path):
    async def work(history):
        await history.add(past("1"))
        return await history.page(Wanted(), 0, 10)

    assert keys(with_history(None, work)) == ["1"]
    assert with_history(None, lambda h: h.page(Wanted(), 0, 10)) == []
