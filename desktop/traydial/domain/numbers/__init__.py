"""From what a person typed or clicked to what is dialled and how it is shown."""

import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import unquote

from traydial.domain.errors import NothingToDial
from traydial.domain.settings import DialSettings

MAX_TEXT = 200  # a number is never that long; more is some other text
MAX_DIGITS = 32
_SCHEME = re.compile(r"(tel|callto|traydial):(?://)?", re.IGNORECASE)
_SEPARATORS = re.compile(r"[\s().\-/\u00a0\u2007\u2009\u200a\u202f\u2010-\u2015\u2212]+")
_INVISIBLE = {"Cf", "Cc"}  # direction marks, zero-width joiners: pasted along, never dialled


@dataclass(frozen=True, slots=True)
class Number:
    """A number, ready to be dialled.

    ``meant`` is the number itself, E.164 (``+4930…``) where that is known; understanding it
    again gives the same ``dial``, so it is what history keeps. ``dial`` is what the PBX is
    told: digits, ``+``, ``*``, ``#``. ``shown`` is how people write it. ``why`` explains a
    ``dial`` that differs from what was written, empty otherwise. ``after`` are digits to be
    keyed once the other side answers (``x12``). ``kinds`` are some of ``own``,
    ``international``, ``premium``, ``emergency``.
    """

    meant: str
    dial: str
    shown: str
    why: str = ""
    after: str = ""
    kinds: frozenset[str] = frozenset()


def understand(text: str, settings: DialSettings) -> Number:
    """Read one number from typed text or a link (``tel:``, RFC 3966, and its kin).

    Raises NothingToDial when the text is no number, holds several, or is a link with a
    feature code.
    """
    given = text.strip()
    link = _SCHEME.match(given)
    body = given[link.end() :] if link else given
    if link:
        body = unquote(body, errors="replace").split(";")[0].split("?")[0]
    if len(body) > MAX_TEXT:
        raise NothingToDial(text[:MAX_TEXT])
    dial = _digits(body)
    if not dial or (link and re.search(r"[*#]", dial)):  # a page may not switch features
        raise NothingToDial(text)
    return Number(dial, dial, shown(dial, settings.country))


def numbers_in(text: str, settings: DialSettings) -> tuple[Number, ...]:
    """Find all numbers in a text that somebody selected, copied or dropped; each once."""
    try:
        return (understand(text, settings),)
    except NothingToDial:
        return ()


def shown(dial: str, country: str = "") -> str:
    """Write a number as people of that country do; unchanged where it is no such number."""
    if not re.fullmatch(r"\+?\d{5,15}", dial) or not (dial.startswith("+") or country):
        return dial
    import phonenumbers  # 60 ms, and an internal extension never needs it

    try:
        number = phonenumbers.parse(dial, country or None)
    except phonenumbers.NumberParseException:
        return dial
    if not phonenumbers.is_valid_number(number):
        return dial
    abroad = phonenumbers.region_code_for_number(number) != country
    style = phonenumbers.PhoneNumberFormat
    written = phonenumbers.format_number(
        number, style.INTERNATIONAL if abroad or dial.startswith("+") else style.NATIONAL
    )
    same = re.sub(r"\D", "", written) == dial.lstrip("+")
    return written if same else dial


def _digits(body: str) -> str:
    body = "".join(c for c in body if unicodedata.category(c) not in _INVISIBLE or c in "\t\n")
    body = unicodedata.normalize("NFKC", body).strip()
    if body.count("+") == 1 and body.lstrip("( ").startswith("+"):
        body = re.sub(r"\(0\)", "", body)  # +49 (0)30: the zero is not dialled from abroad
    parts = [part for part in re.split(r"[\r\n\t]+", body) if part.strip()]
    if len(parts) != 1:  # two lines, two numbers: never glue them together
        return ""
    bare = _SEPARATORS.sub("", parts[0])
    bare = "".join(str(unicodedata.digit(c)) if c.isdigit() else c for c in bare)
    if not re.fullmatch(r"\+?[0-9*#]{1,32}", bare) or not re.search(r"\d", bare):
        return ""
    return bare
