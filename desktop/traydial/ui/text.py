"""Initials of names; durations and times as people write them."""

import re

from PySide6.QtCore import QDateTime, QLocale

from traydial.domain.language import tr
from traydial.domain.plain_text import safe_text


def initials(name: str) -> str:
    """Return up to two letters that stand for a name; empty where there is none."""
    words = [word for word in safe_text(name).split() if word[0].isalpha()]
    if not words:
        return ""
    ends = [words[0]] if len(words) == 1 else [words[0], words[-1]]
    return "".join(word[0].upper()[0] for word in ends)


def duration(seconds: float) -> str:
    """Write how long something lasts: ``03:27``, ``1:03:27``."""
    whole = max(0, int(seconds))
    hours, rest = divmod(whole, 3600)
    minutes, secs = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{secs:02}" if hours else f"{minutes:02}:{secs:02}"


def span(seconds: float) -> str:
    """Write a duration within a sentence: ``8 s``, ``3:27 min``, ``1:03 h``."""
    whole = max(0, round(seconds))
    if whole < 60:
        return tr("{time} s", time=whole)
    minutes, rest = divmod(whole, 60)
    if minutes < 60:
        return tr("{time} min", time=f"{minutes}:{rest:02}")
    return tr("{time} h", time=f"{minutes // 60}:{minutes % 60:02}")


def moment(at: float, now: float) -> str:
    """Write when something was, as mail programs do: a time today, else a day."""
    then = _moment(at)
    days = then.date().daysTo(_moment(now).date())
    if days == 1:
        return tr("Yesterday")
    locale = QLocale()
    short = QLocale.FormatType.ShortFormat
    return locale.toString(then.date(), short) if days else locale.toString(then.time(), short)


def day_words(at: float, now: float) -> str:
    """Write a day as a heading: ``Today``, ``Yesterday``, else with its weekday."""
    then, today = _moment(at).date(), _moment(now).date()
    days = then.daysTo(today)
    if days in (0, 1):
        return (tr("Today"), tr("Yesterday"))[days]
    return QLocale().toString(then, QLocale.FormatType.LongFormat)


def same_day(one: float, other: float) -> bool:
    """Tell whether two moments are on the same day here."""
    return _moment(one).date() == _moment(other).date()


def time_of_day(at: float, *, seconds: bool = False) -> str:
    """Write the time of day as the locale does; to the second, where it is soon."""
    form = QLocale().timeFormat(QLocale.FormatType.ShortFormat)
    if seconds:
        form = re.sub(r"(\W)mm", r"\1mm\1ss", form)
    return QLocale().toString(_moment(at).time(), form)


def _moment(at: float) -> QDateTime:
    return QDateTime.fromMSecsSinceEpoch(round(at * 1000))
