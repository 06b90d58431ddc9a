"""What a field for a number makes of what is typed: a hint and fitting numbers. No Qt."""

from collections.abc import Callable
from dataclasses import dataclass

from traydial.domain.errors import DesktopError, NothingToDial
from traydial.domain.numbers import Number
from traydial.ui.actions import Recent
from traydial.ui.text import moment, safe_text
from traydial.ui.words import number_details

MOST = 5  # suggestions shown at once


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One line below the field."""

    number: str
    title: str
    detail: str
    icon: str


@dataclass(frozen=True, slots=True)
class Reading:
    """How what was typed was understood.

    ``number`` is what is meant, to be understood again by who dials it; ``detail`` says how.
    """

    number: str
    shown: str
    name: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Several:
    """What was typed or pasted holds so many numbers; one is to be chosen."""

    count: int


_ICONS = {"in": "arrow-down-left", "out": "arrow-up-right"}


def suggestions(
    text: str,
    recent: list[Recent],
    written: Callable[[str], str],
    now: float,
    without: str = "",
) -> list[Suggestion]:
    """Return the recent numbers that fit what is typed, newest first, each once.

    ``without`` is a number that is never meant: nobody is transferred to themselves.
    """
    wanted = safe_text(text).casefold()
    digits = "" if any(c.isalpha() for c in wanted) else "".join(filter(str.isdigit, wanted))
    found: dict[str, Suggestion] = {}
    for entry in recent:
        name, number = safe_text(entry.name), safe_text(entry.number, 40)
        fits = wanted in name.casefold() or (digits and digits in number)
        if number and entry.number != without and number not in found and (fits or not wanted):
            shown = safe_text(written(entry.number), 40)
            when = moment(entry.at, now) if entry.at else ""
            icon = "phone-missed" if entry.missed else _ICONS.get(entry.direction, "clock")
            below = " · ".join(part for part in (shown if name else "", when) if part)
            found[number] = Suggestion(entry.number, name or shown, below, icon)
        if len(found) == MOST:
            break
    return [*found.values()]


def read(
    text: str,
    understand: Callable[[str], Number],
    numbers_in: Callable[[str], tuple[Number, ...]] | None = None,
) -> Reading | Several | DesktopError | None:
    """Return how a text is understood, why it is not, or None where there is none.

    With ``numbers_in``, numbers are also looked for in a longer text.
    """
    if not text.strip():
        return None
    try:
        number = understand(text)
    except NothingToDial as error:
        found = numbers_in(text) if numbers_in else ()
        if len(found) > 1:
            return Several(len(found))
        if not found:
            return error
        number = found[0]
    return Reading(number.meant, safe_text(number.shown, 40), detail=number_details(number))
