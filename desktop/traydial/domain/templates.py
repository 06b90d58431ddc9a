"""Texts with places for a number: addresses of web pages, queries, commands.

A place is ``{e164}``, ``{national}``, ``{number}``, ``{digits}``, ``{tail}``, ``{name}``,
``{extension}``, ``{direction}`` or ``{call}``; everything else in braces is an error.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from traydial.domain.contacts import TAIL, digits_of, e164_of
from traydial.domain.numbers.outside import outside
from traydial.domain.settings import DialSettings

_PLACE = re.compile(r"\{(\w*)\}|[{}]")


@dataclass(frozen=True, slots=True)
class NumberForms:
    """One number in the forms in which other systems keep it.

    ``number`` is as the PBX tells it; ``e164`` with its plus and ``national`` are empty where
    they are not known; ``digits`` has no plus; ``tail`` are its last digits.
    """

    number: str
    e164: str
    national: str
    digits: str
    tail: str

    @classmethod
    def of(cls, number: str, dialling: DialSettings) -> "NumberForms":
        """Understand a number as the office does."""
        plain = digits_of(number)
        digits = plain.lstrip("+")
        e164 = e164_of(plain, dialling)
        national = outside(plain, dialling).national if e164 else ""
        return cls(plain, e164, national, digits, digits[-TAIL:])

    def places(self) -> dict[str, str]:
        """Return what stands for each place."""
        return {
            "number": self.number,
            # a page that is asked for an unknown country's number is better asked as it is
            "e164": self.e164 or self.number,
            "national": self.national or self.digits,
            "digits": self.digits,
            "tail": self.tail,
        }


NUMBER_PLACES = frozenset({"number", "e164", "national", "digits", "tail"})
CALL_PLACES = NUMBER_PLACES | {"name", "extension", "direction", "call"}


def check(template: str, places: frozenset[str] = CALL_PLACES) -> str:
    """Return the template. Raises ValueError with a sentence on a place that does not exist."""
    for found in _PLACE.finditer(template):
        if found[1] not in places:
            known = ", ".join(f"{{{place}}}" for place in sorted(places))
            raise ValueError(f"has {found[0]}; there is only {known}")
    return template


def filled(template: str, values: Mapping[str, str], written: Callable[[str], str] = str) -> str:
    """Return the template with each place filled; ``written`` makes a value fit to be there."""
    return _PLACE.sub(lambda found: written(values.get(found[1] or "", "")), template)


def in_address(value: str) -> str:
    """Write a value so that it is one part of a URL and nothing else."""
    return quote(value, safe="")
