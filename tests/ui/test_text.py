import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from traydial.domain.plain_text import safe_text
from traydial.ui.text import duration, initials, moment, time_of_day

HOSTILE = [
    "x" * 10_000,
    "a\r\nEvent: Fake\r\n",
    "\u202eevil\u202c",
    "\u2066x\u2069",
    "<img src=x>",
    "z" + "\u0301" * 500,
    "z" + "\u0301\u200b\u200d" * 500,
    "\x00\x1b[31m",
    "\ud800",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_one_short_line_without_invisible_characters(text):
    safe = safe_text(text)
    assert len(safe) <= 120
    assert not any(
        ord(c) < 32 or 0x202A <= ord(c) <= 0x202E or 0x2066 <= ord(c) <= 0x2069 for c in safe
    )
    assert safe.count("\u0301") <= 3


@pytest.mark.parametrize("name", ["\u3164\u3164", "\u2800", "\u200b", " \u00a0 ", "\u200d"])
def test_a_name_that_shows_nothing_is_none(name):
    assert safe_text(name) == ""


@given(st.text(max_size=300))
def test_any_text_stays_the_same_the_second_time(text):
    assert safe_text(safe_text(text)) == safe_text(text)


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Anna Berger", "AB"), ("anna", "A"), ("Anna von Berger", "AB"), ("7001", ""), ("", "")],
)
def test_initials(name, letters):
    assert initials(name) == letters


@pytest.mark.parametrize(("seconds", "shown"), [(-1, "00:00"), (207, "03:27"), (3807, "1:03:27")])
def test_duration(seconds, shown):
    assert duration(seconds) == shown


NOON = 1_760_011_200.0  # 9 October 2025, 12:00 UTC


@pytest.mark.parametrize(
    ("locale", "today", "before", "precise"),
    [
        ("en_US", "12:00\u202fPM", "9/29/25", "12:00:05\u202fPM"),
        ("en_GB", "12:00", "29/09/2025", "12:00:05"),
        ("de_DE", "12:00", "29.09.25", "12:00:05"),
        ("fi_FI", "12.00", "29.9.2025", "12.00.05"),
    ],
)
def test_times_are_written_as_the_locale_writes_them(locale, today, before, precise, utc):
    QLocale.setDefault(QLocale(locale))
    assert moment(NOON, NOON) == time_of_day(NOON) == today
    assert moment(NOON - 86_400, NOON) == "Yesterday"
    assert moment(NOON - 10 * 86_400, NOON) == before
    assert time_of_day(NOON + 5, seconds=True) == precise


@pytest.fixture
def utc(monkeypatch):
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()
