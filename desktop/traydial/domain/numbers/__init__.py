"""From what a person typed, clicked or selected to what is dialled and how it is shown."""

from traydial.domain.errors import NothingToDial
from traydial.domain.numbers.dial_plan import is_listed, plain, plan
from traydial.domain.numbers.finder import find, is_several
from traydial.domain.numbers.links import is_label, is_link, read_link
from traydial.domain.numbers.normal import MAX_TEXT, Written, cleaned, typed, unwrapped
from traydial.domain.numbers.number import Number, shown
from traydial.domain.settings import DialSettings

__all__ = ["Number", "is_listed", "numbers_in", "plain", "shown", "understand", "warm_up"]


def understand(text: str, settings: DialSettings) -> Number:
    """Read one number from typed text or a link (``tel:``, RFC 3966, and its kin).

    Raises NothingToDial when the text is no number, holds several, or is a link with a
    feature code.
    """
    plain_text = cleaned(text)
    for link in (text, unwrapped(plain_text)):
        if is_link(link) and not is_label(link):
            return plan(read_link(link, settings), settings)
    written = typed(plain_text, vanity=settings.vanity)
    if len(text) > MAX_TEXT or is_several(plain_text, settings):
        raise NothingToDial(text[:MAX_TEXT])
    return plan(written, settings)


def warm_up() -> None:
    """Load what knows all countries' numbers: the first link is not to wait for it."""
    understand("+12015550123", DialSettings(country="US"))


def numbers_in(text: str, settings: DialSettings) -> tuple[Number, ...]:
    """Find all numbers in a text that somebody selected, copied or dropped; each once."""
    text = text[:MAX_TEXT]
    bare_text = text if is_link(text) else unwrapped(cleaned(text))
    link = _linked(bare_text, settings) if is_link(bare_text) else None
    found: dict[str, Number] = {}
    for written in [link] if link else find(cleaned(text), settings):
        try:
            number = plan(written, settings)
        except NothingToDial:
            continue
        found.setdefault(number.meant, number)
    return tuple(found.values())


def _linked(text: str, settings: DialSettings) -> Written | None:
    try:
        return read_link(text, settings)
    except NothingToDial:
        return None
