"""Tests of missed calls by caller."""

from traydial.domain.calls import Cause, Direction
from traydial.domain.history import PastCall
from traydial.domain.missed import MissedCaller, by_caller


def missed(key, number, began, name=""):
    return PastCall(key, Direction.IN, number, began, began, Cause.MISSED, name=name)


def test_one_who_called_often_is_one_line_and_the_last_is_first():
    calls = [
        missed("d", "7002", 40.0),
        missed("c", "030", 30.0, "Anna"),
        missed("b", "", 20.0),
        missed("a2", "", 15.0),
        missed("a", "7002", 10.0, "Bob"),
    ]
    assert by_caller(calls) == [
        MissedCaller("7002", "Bob", 40.0, 2),
        MissedCaller("030", "Anna", 30.0, 1),
        MissedCaller("", "", 20.0, 1),
        MissedCaller("", "", 15.0, 1),
    ]
