"""Tests of whose calls are not shown."""

from dataclasses import replace

import pytest

from traydial.domain.blocked_settings import BlockedSettings
from traydial.domain.blocking import CallsBack, as_blocked, can_be_blocked, is_blocked
from traydial.domain.calls import Call, Cause, Direction, Phase
from traydial.domain.settings import DialSettings, Settings, read

DIALLING = DialSettings("DE", "30", extensions=("7XXX",), outside_prefix="0")


def blocks(listed, number):
    return is_blocked(number, BlockedSettings((listed,)), DIALLING)


@pytest.mark.parametrize(
    ("listed", "number"),
    [
        ("+49 30 1234567", "0301234567"),
        ("0049 (30) 123 45 67", "+49301234567"),
        ("030/1234567", "00301234567"),  # with the prefix for an outside line
        ("+4930*", "030999888"),
        ("0900*", "0900123456"),
        ("withheld", ""),
        ("withheld", "Anonymous"),
        ("0301234567", "+49301234567"),
        ("030*", "+49301234567"),
        ("0049301*", "0301234567"),
        ("4930*", "+49301234567"),
        ("0900 1*", "+499001234567"),
    ],
)
def test_a_caller_is_known_in_any_spelling(listed, number):
    assert blocks(listed, number)


@pytest.mark.parametrize(
    ("listed", "number"),
    [
        ("+49301234567", "+49301234568"),
        ("+49301234567", "+48301234567"),  # the last digits are not enough
        ("+4930*", "+494012345678"),
        ("7002", "7002"),  # a colleague
        ("700*", "7002"),
        ("+4930*", ""),
        ("withheld", "030123456"),
        ("withheld", "reception"),
        ("040*", "+49301234567"),
    ],
)
def test_nobody_else_is_blocked(listed, number):
    assert not blocks(listed, number)


def test_colleagues_and_nobody_cannot_be_put_on_the_list():
    assert can_be_blocked("0301234567", DIALLING)
    assert not any(can_be_blocked(number, DIALLING) for number in ("7002", "", "12"))


@pytest.mark.parametrize("text", ["*", "0*", "12", "abc", "+49 30 1234567; drop"])
def test_what_is_no_number_or_would_block_the_world_is_refused(text):
    settings, problems = read({"blocked": {"numbers": [text]}})
    assert (settings, [p.place for p in problems]) == (Settings(), ["blocked.numbers"])


def test_who_was_called_may_call_back_for_a_while_and_after_an_emergency_everybody():
    back, out = CallsBack(), Call("1", Direction.OUT, Phase.TALKING, 0.0, "0301234567")
    back.note([out], DIALLING, 100.0)
    assert back.may("+49301234567", DIALLING, 900.0)
    assert not back.may("+49301234567", DIALLING, 1100.0)
    assert not back.may("+49309999999", DIALLING, 900.0)
    back.note([replace(out, number="112")], DIALLING, 2000.0)
    assert back.may("+49309999999", DIALLING, 5500.0)
    assert not back.may("+49309999999", DIALLING, 5700.0)


@pytest.mark.parametrize(
    ("cause", "talking_since", "kept"),
    [
        (Cause.MISSED, None, Cause.BLOCKED),
        (Cause.DECLINED, None, Cause.BLOCKED),
        (Cause.TRANSFERRED, None, Cause.BLOCKED),
        (Cause.ANSWERED_ELSEWHERE, None, Cause.ANSWERED_ELSEWHERE),
        (Cause.HUNG_UP, 5.0, Cause.HUNG_UP),
    ],
)
def test_nobody_has_missed_a_blocked_call(cause, talking_since, kept):
    call = Call("1", Direction.IN, Phase.ENDED, 9.0, "1", talking_since=talking_since, cause=cause)
    assert as_blocked(call).cause is kept
