"""What a field for a number makes of what is typed: a hint and fitting numbers. No Qt."""

from collections.abc import Callable
from dataclasses import dataclass

from traydial.domain.errors import DesktopError, NothingToDial
from traydial.domain.numbers import Number
from traydial.domain.plain_text import safe_text
from traydial.ui.actions import Recent
from traydial.ui.book import Book, Suggestion
from traydial.ui.words import number_details


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


def suggestions(
    text: str,
    recent: list[Recent],
    written: Callable[[str], str],
    now: float,
    without: str = "",
) -> list[Suggestion]:
    """Return the recent numbers that fit what is typed, newest first, each once."""
    return Book(recent, written, now, without).find(text)


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
