"""A number, understood, and how people of a country write it."""

import re
from dataclasses import dataclass


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
