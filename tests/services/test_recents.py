from dataclasses import replace

from traydial.domain.calls import Call, Cause, Direction, Phase
from traydial.services.recents import KEPT, Recents


def ended(key, number, cause=Cause.HUNG_UP, direction=Direction.IN):
    return Call(key, direction, Phase.ENDED, 2.0, number, "Ada", began=1.0, cause=cause)


def test_the_newest_is_first_each_number_once_and_it_lasts(tmp_path):
    file = tmp_path / "recent.json"
    recents = Recents(file)
    for n, number in enumerate(["1", "2", "1"]):
        call = ended(str(n), number, Cause.MISSED if n == 2 else Cause.HUNG_UP)
        recents.calls_changed({call.key: call})
        recents.calls_changed({call.key: call})
    assert [(e.number, e.missed) for e in recents.entries] == [("1", True), ("2", False)]
    assert Recents(file).entries == recents.entries


def test_living_and_nameless_calls_are_not_noted():
    recents = Recents(None)
    alive = Call("1", Direction.IN, Phase.RINGING, 1.0, "7")
    recents.calls_changed({"1": alive, "2": ended("2", "")})
    assert recents.entries == []


def test_it_does_not_grow(tmp_path):
    recents = Recents(tmp_path / "recent.json")
    calls = {str(n): ended(str(n), str(n)) for n in range(KEPT + 9)}
    recents.calls_changed(calls)
    assert len(recents.entries) == KEPT


def test_a_damaged_file_means_an_empty_list(tmp_path):
    file = tmp_path / "recent.json"
    for content in ("", "[1]", '[{"number": 1}]', "{}", "\x00"):
        file.write_text(content)
        assert Recents(file).entries == []


def test_what_a_colleague_took_after_all_was_not_missed():
    recents = Recents(None)
    missed = ended("1", "555", Cause.MISSED)
    recents.calls_changed({"1": missed})
    recents.calls_changed({"1": missed, "2": ended("2", "777")})
    taken = replace(missed, cause=Cause.ANSWERED_ELSEWHERE)
    recents.calls_changed({"1": taken, "2": ended("2", "777")})
    assert [(e.number, e.missed) for e in recents.entries] == [("777", False), ("555", False)]
