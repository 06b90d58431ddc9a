"""A number in the forms that the places of a template stand for; ``places`` has the rest."""

from dataclasses import dataclass

from traydial.domain.contacts import TAIL, digits_of, e164_of
from traydial.domain.numbers.outside import outside
from traydial.domain.places import CALL_PLACES, NUMBER_PLACES, check, filled, in_address
from traydial.domain.settings import DialSettings

__all__ = ["CALL_PLACES", "NUMBER_PLACES", "NumberForms", "check", "filled", "in_address"]


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
