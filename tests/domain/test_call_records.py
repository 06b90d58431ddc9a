"""Tests of reading call detail records; the rows are those of real Asterisk 22 and 16."""

import pytest

from traydial.domain.call_records import past_calls, record_of
from traydial.domain.calls import Cause, Direction
from traydial.domain.history import Gap

ME = ("PJSIP/7001",)
COLUMNS = [
    "calldate",
    "clid",
    "src",
    "dst",
    "channel",
    "dstchannel",
    "disposition",
    "duration",
    "billsec",
    "uniqueid",
    "linkedid",
]
AT = 1795430071
ALWAYS = Gap(AT - 100, AT + 100)


def row(src, dst, channel, to, disposition, *, clid="", duration="0", billsec="0", n=0, at=AT):
    """Return a record as a database returns it, all of it text."""
    uid = f"{at}.{n}"
    values = ("2026-11-23 10:34:31", clid or f'"" <{src}>', src, dst, channel, to, disposition)
    return dict(zip(COLUMNS, (*values, duration, billsec, uid, uid), strict=True))


MISSED = row("030123456", "7001", "PJSIP/7002-00000000", "PJSIP/7001-00000001", "NO ANSWER")
GROUP = ("7003", "7100", "PJSIP/7003-00000004")
NOT_ME = row(*GROUP, "PJSIP/7001-00000005", "NO ANSWER", clid='"Anna Berger" <7003>')
BOB = row(*GROUP, "PJSIP/7002-00000006", "ANSWERED", duration="9", billsec="5")


def read(*rows, gap=ALWAYS, devices=ME):
    return past_calls(map(record_of, rows), devices, gap)


def test_who_called_in_vain_has_been_missed():
    (past,) = read(MISSED)
    assert (past.number, past.name, past.cause, past.missed) == (
        "030123456",
        "",
        Cause.MISSED,
        True,
    )
    assert (past.began, past.ended, past.direction) == (AT, AT, Direction.IN)
    assert (past.source, past.linked) == ("cdr", f"{AT}.0")


def test_what_a_colleague_has_answered_is_not():
    (past,) = read(NOT_ME, BOB)
    assert (past.cause, past.taker, past.missed) == (Cause.ANSWERED_ELSEWHERE, "7002", False)
    assert (past.number, past.name) == ("7003", "Anna Berger")


def test_what_the_own_phone_has_answered_is_kept_with_its_times():
    answered = row("7002", "7001", "PJSIP/7002-0", "PJSIP/7001-1", "ANSWERED")
    (past,) = read({**answered, "duration": 9, "billsec": 5})
    assert (past.talking_since, past.ended, past.cause) == (AT + 4, AT + 9, Cause.HUNG_UP)


@pytest.mark.parametrize(
    ("disposition", "cause"),
    [
        ("ANSWERED", Cause.HUNG_UP),
        ("BUSY", Cause.BUSY),
        ("NO ANSWER", Cause.NO_ANSWER),
        ("FAILED", Cause.NOT_REACHABLE),
        ("something new", Cause.HUNG_UP),
    ],
)
def test_own_calls_are_kept_too(disposition, cause):
    (past,) = read(row("7001", "7002", "PJSIP/7001-7", "PJSIP/7002-8", disposition))
    assert (past.direction, past.number, past.cause) == (Direction.OUT, "7002", cause)
    assert (past.talking_since is not None) is (disposition == "ANSWERED")


def test_a_voice_menu_that_answers_first_is_nobody():
    menu = row("030", "7200", "PJSIP/7002-0", "", "ANSWERED", duration="9", billsec="9")
    agent = row("030", "7200", "PJSIP/7002-0", "PJSIP/7001-1", "NO ANSWER")
    assert [past.cause for past in read(menu, agent)] == [Cause.MISSED]


def test_only_that_time_and_only_the_own_phones_count():
    assert read(MISSED, gap=Gap(AT + 1, AT + 9)) == []
    assert read(MISSED, gap=Gap(AT - 9, AT - 1)) == []
    assert read(MISSED, devices=("PJSIP/700",)) == []
    assert read(row("1", "2", "PJSIP/7003-0", "PJSIP/7002-1", "ANSWERED")) == []


@pytest.mark.parametrize(
    "broken",
    [
        {"uniqueid": "nonsense", "linkedid": "nonsense"},
        {"uniqueid": None, "linkedid": None},
        dict.fromkeys(COLUMNS),
        {},
    ],
)
def test_a_record_that_does_not_tell_when_is_left_out(broken):
    assert read({**MISSED, **broken} if broken else {}) == []


def test_what_is_odd_in_a_record_does_no_harm():
    odd = {**MISSED, "duration": "x", "clid": "a" * 9000, "src": None, "more": 1}
    (past,) = read(odd)
    assert (past.number, past.ended) == ("", AT)


def test_a_system_name_in_the_unique_id_is_none_of_the_time():
    (past,) = read({**MISSED, "uniqueid": f"pbx-2-{AT}.7", "linkedid": f"pbx-2-{AT}.7"})
    assert past.began == AT
