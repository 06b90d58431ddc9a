"""From what a person typed, clicked or selected to what is dialled and how it is shown."""

import re

from traydial.domain.errors import NothingToDial
from traydial.domain.numbers.dial_plan import is_listed, is_valid, plain, plan
from traydial.domain.numbers.finder import find
from traydial.domain.numbers.links import is_link, read_link
from traydial.domain.numbers.normal import MAX_TEXT, Written, cleaned, typed
from traydial.domain.numbers.number import Number, shown
from traydial.domain.settings import DialSettings

__all__ = ["Number", "is_listed", "numbers_in", "plain", "shown", "understand", "warm_up"]


def understand(text: str, settings: DialSettings) -> Number:
    """Read one number from typed text or a link (``tel:``, RFC 3966, and its kin).

    Raises NothingToDial when the text is no number, holds several, or is a link with a
    feature code.
    """
    if is_link(text):
        return _linked(text, settings)
    return plan(typed(cleaned(text), vanity=settings.vanity), settings)


def warm_up() -> None:
    """Load what knows all countries' numbers: the first link is not to wait for it."""
    understand("+12015550123", DialSettings(country="US"))


def numbers_in(text: str, settings: DialSettings) -> tuple[Number, ...]:
    """Find all numbers in a text that somebody selected, copied or dropped; each once."""
    text = text[:MAX_TEXT]
    found: dict[str, Number] = {}
    if is_link(text):
        try:
            return (_linked(text, settings),)
        except NothingToDial:
            return ()
    for written in find(cleaned(text), settings):
        number = plan(written, settings)
        found.setdefault(number.meant, number)
    return tuple(found.values())


def _linked(text: str, settings: DialSettings) -> Number:
    written, context = read_link(text, vanity=settings.vanity)
    if context.startswith("+"):  # a prefix within which the number is valid
        prefix = "+" + re.sub(r"\D", "", context)
        whole = plan(Written(prefix + written.digits, written.after), settings)
        emergency = plan(Written(written.digits), settings).kinds & {"emergency"}
        if is_valid(whole.meant) and not emergency:
            return whole
    return plan(written, settings)
