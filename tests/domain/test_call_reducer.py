import itertools
from dataclasses import replace
from functools import reduce as fold

import pytest

from traydial.domain.call_events import (
    Appeared,
    Ended,
    Hindered,
    Identified,
    LegsChanged,
    Monitored,
    ParkedAt,
    Progressed,
    Recorded,
    Resynced,
    Taken,
)
from traydial.domain.call_reducer import KEPT_ENDED, reduce
from traydial.domain.calls import Call, Cause, Direction, Phase, Recording

CALL = Call("1", Direction.OUT, Phase.OWN_RINGING, 1.0, "555", legs=("1",), began=1.0)
APPEARED = Appeared(CALL)


def after(*events, calls=None):
    return fold(reduce, events, {} if calls is None else calls)


def test_a_call_lives_and_stays_in_view_after_its_end():
    calls = after(
        APPEARED,
        Progressed("1", Phase.CALLING, 2.0),
        Progressed("1", Phase.RINGING, 3.0),
        Progressed("1", Phase.TALKING, 4.0),
        Progressed("1", Phase.HELD, 5.0),
        Progressed("1", Phase.TALKING, 6.0),
    )
    assert (calls["1"].phase, calls["1"].since, calls["1"].talking_since) == (
        Phase.TALKING,
        6.0,
        4.0,
    )
    calls = after(Ended("1", Cause.HUNG_UP, 9.0), calls=calls)
    assert (calls["1"].phase, calls["1"].cause, calls["1"].alive) == (
        Phase.ENDED,
        Cause.HUNG_UP,
        False,
    )


@pytest.mark.parametrize(
    "late", [Progressed("1", Phase.CALLING, 9.0), Progressed("1", Phase.TALKING, 9.0), APPEARED]
)
def test_late_and_repeated_events_change_nothing(late):
    calls = after(APPEARED, Progressed("1", Phase.TALKING, 2.0))
    assert reduce(calls, late) is calls


@pytest.mark.parametrize(
    "event",
    [
        Progressed("2", Phase.TALKING, 1.0),
        Identified("2", "1"),
        LegsChanged("2", ("3",)),
        Hindered("2", Cause.BUSY),
        Recorded("2", Recording.ON),
        Monitored("2", 1),
        Ended("2", Cause.BUSY, 1.0),
    ],
)
def test_an_event_for_an_unknown_or_ended_call_changes_nothing(event):
    calls = after(APPEARED)
    assert reduce(calls, event) is calls
    over = after(APPEARED, Appeared(Call("2", Direction.IN, Phase.ENDED, 1.0)))
    assert reduce(over, event) is over


@pytest.mark.parametrize(
    "order",
    [
        *itertools.permutations(
            [
                APPEARED,
                Progressed("1", Phase.TALKING, 2.0),
                Ended("1", Cause.HUNG_UP, 3.0),
                APPEARED,
            ]
        )
    ],
)
def test_no_order_of_events_breaks_it_or_revives_a_call(order):
    states = [*itertools.accumulate(order, reduce, initial={})]
    over = [bool(s) and not s["1"].alive for s in states]
    assert over == sorted(over)
    assert states == [*itertools.accumulate(order, reduce, initial={})]


def test_a_hindrance_is_told_and_over_when_somebody_answers_after_all():
    calls = after(APPEARED, Hindered("1", Cause.BUSY))
    assert calls["1"].cause is Cause.BUSY
    assert after(Progressed("1", Phase.TALKING, 2.0), calls=calls)["1"].cause is None


@pytest.mark.parametrize(
    ("recording", "monitors", "by_pbx"),
    [
        (Recording.OFF, 0, False),
        (Recording.OFF, 1, True),
        (Recording.STARTING, 1, False),
        (Recording.ON, 1, False),
        (Recording.PAUSED, 2, True),
    ],
)
def test_a_recording_that_is_not_ours_shows(recording, monitors, by_pbx):
    calls = after(APPEARED, Recorded("1", recording), Monitored("1", monitors))
    assert calls["1"].recorded_by_pbx is by_pbx


def test_a_snapshot_is_believed_and_keeps_what_it_cannot_know():
    calls = after(
        APPEARED,
        Progressed("1", Phase.TALKING, 4.0),
        Progressed("1", Phase.HELD, 5.0),
        Appeared(Call("gone", Direction.IN, Phase.TALKING, 2.0, "7", legs=("gone",))),
    )
    seen = Call("1", Direction.OUT, Phase.TALKING, 99.0, "", "Bob", legs=("1",), began=99.0)
    new = Call("new", Direction.IN, Phase.RINGING, 99.0, "8", legs=("new",))
    calls = after(Resynced((seen, new), 100.0), calls=calls)
    assert (calls["1"].phase, calls["1"].number, calls["1"].name) == (Phase.HELD, "555", "Bob")
    assert (calls["1"].talking_since, calls["1"].began) == (4.0, 1.0)
    assert (calls["gone"].cause, calls["gone"].since) == (Cause.LINK_LOST, 100.0)
    assert calls["new"].phase is Phase.RINGING


def test_a_snapshot_that_went_on_moves_the_call_on():
    calls = after(
        APPEARED, Resynced((Call("1", Direction.OUT, Phase.TALKING, 7.0, talking_since=7.0),), 9.0)
    )
    assert (calls["1"].phase, calls["1"].since) == (Phase.TALKING, 7.0)


@pytest.mark.parametrize("wrap", [lambda call: Resynced((call,), 9.0), Appeared])
def test_a_call_whose_dialling_got_no_answer_is_shown_once_it_is_there(wrap):
    lost = after(APPEARED, Ended("1", Cause.LINK_LOST, 3.0))
    there = Call("1", Direction.OUT, Phase.OWN_RINGING, 7.0, name="Bob", legs=("1",))
    call = after(wrap(there), calls=lost)["1"]
    assert (call.phase, call.cause, call.since) == (Phase.OWN_RINGING, None, 7.0)
    assert (call.number, call.name, call.began) == ("555", "Bob", 1.0)
    over = replace(there, phase=Phase.ENDED)
    assert after(Appeared(over), calls=lost) is lost
    declined = after(APPEARED, Ended("1", Cause.DECLINED, 3.0))
    assert after(wrap(there), calls=declined) == declined


def test_old_calls_go_and_living_ones_stay():
    events = [APPEARED]
    for n in range(KEPT_ENDED + 5):
        key = f"x{n}"
        events += [
            Appeared(Call(key, Direction.IN, Phase.RINGING, 1.0)),
            Ended(key, Cause.MISSED, 2.0),
        ]
    calls = after(*events)
    assert calls["1"].alive
    assert "x0" not in calls
    assert len(calls) == KEPT_ENDED + 1


def test_a_colleague_who_answers_later_makes_it_no_missed_call():
    rang = Appeared(Call("1", Direction.IN, Phase.RINGING, 1.0, "555", began=1.0))
    calls = after(rang, Ended("1", Cause.MISSED, 5.0), Taken("1", 9.0, "7002", "Bob"))
    assert (calls["1"].cause, calls["1"].since) == (Cause.ANSWERED_ELSEWHERE, 9.0)
    assert (calls["1"].taker, calls["1"].taker_name) == ("7002", "Bob")
    assert reduce(after(rang), Taken("1", 9.0)) == after(rang)  # it still rings here
    declined = after(rang, Ended("1", Cause.DECLINED, 5.0))
    assert reduce(declined, Taken("1", 9.0)) is declined


def test_a_queue_that_rings_again_for_the_same_caller_makes_no_second_call():
    first = Call("1", Direction.IN, Phase.RINGING, 1.0, "555", began=1.0, linked="caller-1")
    missed = after(Appeared(first), Ended("1", Cause.MISSED, 5.0))
    again = replace(first, key="2")
    assert [*after(Appeared(again), calls=missed)] == ["2"]
    other = replace(first, key="3", linked="caller-2")
    assert [*after(Appeared(other), calls=missed)] == ["1", "3"]


def test_how_long_somebody_waits_in_a_queue_is_learnt_and_kept():
    rang = Appeared(Call("1", Direction.IN, Phase.RINGING, 9.0, "555", began=9.0))
    calls = after(rang, Identified("1", via="support", waits_since=0.0))
    calls = after(Identified("1", via="support"), Identified("1", name="Ada"), calls=calls)
    assert (calls["1"].via, calls["1"].waits_since) == ("support", 0.0)
    again = Call("1", Direction.IN, Phase.RINGING, 20.0, "555")
    assert after(Resynced((again,), 20.0), calls=calls)["1"].waits_since == 0.0


@pytest.mark.parametrize(("linked", "space"), [("caller-1", ""), ("", "801")])
def test_one_who_comes_back_from_the_parking_lot_is_there_no_more(linked, space):
    parked = Call("1", Direction.IN, Phase.TALKING, 1.0, "555", linked=linked)
    calls = after(Appeared(parked), Ended("1", Cause.PARKED, 5.0), ParkedAt("1", "801"))
    rings = Call("2", Direction.IN, Phase.RINGING, 50.0, "555", linked=linked, from_space=space)
    assert [*after(Appeared(rings), calls=calls)] == ["2"]
    other = replace(rings, linked="caller-2", from_space="802")
    assert [*after(Appeared(other), calls=calls)] == ["1", "2"]
    calls_here = replace(rings, from_space=None)
    assert [*after(Appeared(calls_here), calls=calls)] == ["1", "2"]
