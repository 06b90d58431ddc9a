"""Who a number belongs to: contacts, and how numbers of all spellings are matched with them.

Numbers are kept as they were written. They are found by their last digits, and only those few
that share them are understood: reading fifty thousand numbers takes no time this way.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from traydial.domain.errors import NothingToDial
from traydial.domain.numbers.dial_plan import is_extension
from traydial.domain.numbers.normal import bare, cleaned, parted
from traydial.domain.numbers.outside import outside
from traydial.domain.plain_text import safe_text
from traydial.domain.settings import DialSettings

TAIL = 6  # last digits by which numbers are found
FEWEST_LOOSE = 6  # digits that must agree where one of the two lacks its area or country
MOST_NUMBERS = 20  # of one contact; more is no address book


@dataclass(frozen=True, slots=True)
class Contact:
    """A person or company. ``numbers`` as written; ``link`` opens them in their system.

    ``picture`` is where the source has one: its address, or ``data:`` with all of it.

    ``source`` names where they come from, ``ref`` is what that source calls them.
    """

    name: str
    company: str = ""
    numbers: tuple[str, ...] = ()
    link: str = ""
    source: str = ""
    ref: str = ""
    picture: str = ""

    @property
    def known_as(self) -> str:
        """The name, or the company of one who has none that shows anything."""
        return self.name if safe_text(self.name) else self.company


@dataclass(frozen=True, slots=True)
class Match:
    """Who a number belongs to; several where that is not clear.

    ``exact``: the whole numbers agree, country and area; else the last digits only.
    """

    contacts: tuple[Contact, ...] = ()
    exact: bool = False

    @property
    def certain(self) -> Contact | None:
        """The one who it is, None where there are several or none."""
        return self.contacts[0] if len(self.contacts) == 1 else None

    def __bool__(self) -> bool:
        return bool(self.contacts)


def digits_of(written: str) -> str:
    """Return the digits of a number as written, ``+`` kept; empty where it is none."""
    try:
        return bare(parted(cleaned(written).strip())[0])
    except NothingToDial:
        return ""


def e164_of(digits: str, dialling: DialSettings) -> str:
    """Return the whole number, ``+4930…``; empty where it is not known, or an extension."""
    return "" if is_extension(digits, dialling) else outside(digits, dialling).e164


class ContactIndex:
    """Contacts by number and by name."""

    def __init__(self, contacts: Iterable[Contact] = ()) -> None:
        self._contacts: list[Contact] = []
        self._names: list[str] = []
        self._by_tail: dict[str, list[int]] = {}
        for contact in contacts:
            self.add(contact)

    def __len__(self) -> int:
        return len(self._contacts)

    def add(self, contact: Contact) -> None:
        """Take one more contact."""
        place = len(self._contacts)
        self._contacts.append(contact)
        self._names.append(f"{contact.name} {contact.company}".casefold().strip())
        for number in contact.numbers[:MOST_NUMBERS]:
            tail = _quick_tail(number)
            if tail and (places := self._by_tail.setdefault(tail, [])) is not None:
                places.append(place)

    def find(self, number: str, dialling: DialSettings) -> Match:
        """Return whose number this is, in whatever form the PBX tells it."""
        return match(number, self.candidates(number), dialling)

    def candidates(self, number: str) -> list[Contact]:
        """Return those who share the number's last digits."""
        places = dict.fromkeys(self._by_tail.get(_quick_tail(number), ()))
        return [self._contacts[place] for place in places]

    def search(self, text: str, most: int = 50) -> list[Contact]:
        """Return contacts that have all these words; those that begin with them come first."""
        words = text.casefold().split()
        if not words:
            return []
        found = [
            place for place, name in enumerate(self._names) if all(word in name for word in words)
        ]
        found.sort(key=lambda place: not self._names[place].startswith(words[0]))
        return [self._contacts[place] for place in found[:most]]


def match(number: str, contacts: Iterable[Contact], dialling: DialSettings) -> Match:
    """Return those of some contacts whose number this is; an exact one leaves the others out."""
    # contacts are written without the prefix for an outside line; a PBX may tell it or not
    bare_dialling = replace(dialling, outside_prefix="")
    prefix, digits = dialling.outside_prefix, digits_of(number)
    wanted = [_Form.of(digits, bare_dialling)] if digits else []
    if prefix and digits.startswith(prefix) and len(digits) > len(prefix) + TAIL:
        wanted.append(_Form.of(digits.removeprefix(prefix), bare_dialling))
    exact: dict[Contact, None] = {}
    loose: dict[Contact, None] = {}
    for contact in contacts:
        written = filter(None, map(digits_of, contact.numbers[:MOST_NUMBERS]))
        forms = [_Form.of(one, bare_dialling) for one in written]
        if any(form.is_same(other) for form in forms for other in wanted):
            exact[contact] = None
        elif any(form.may_be(other) for form in forms for other in wanted):
            loose[contact] = None
    return Match(_each_once(exact or loose), bool(exact))


def is_same_number(one: str, other: str, dialling: DialSettings) -> bool:
    """Tell whether two texts are the same whole number, in whatever spelling."""
    if not digits_of(one):
        return one == other
    found = match(one, [Contact("", numbers=(other,))], dialling)
    return bool(found) and found.exact


def _each_once(contacts: Iterable[Contact]) -> tuple[Contact, ...]:
    """One person in two address books is one person."""
    by_name: dict[str, Contact] = {}
    for contact in contacts:
        by_name.setdefault(" ".join(contact.known_as.casefold().split()), contact)
    return tuple(by_name.values())


@dataclass(frozen=True, slots=True)
class _Form:
    digits: str
    e164: str  # empty where country or area are not known

    @classmethod
    def of(cls, digits: str, dialling: DialSettings) -> "_Form":
        return cls(digits.lstrip("+"), e164_of(digits, dialling))

    def is_same(self, other: "_Form") -> bool:
        if self.e164 and other.e164:
            return self.e164 == other.e164
        return self.digits == other.digits

    def may_be(self, other: "_Form") -> bool:
        if self.e164 and other.e164:
            return False
        short, long = sorted((self.digits.lstrip("0"), other.digits.lstrip("0")), key=len)
        return len(short) >= FEWEST_LOOSE and long.endswith(short)


_NO_DIGIT = re.compile(r"\D")


def _quick_tail(written: str) -> str:
    """Return the last digits of a number, as cheaply as it goes: most are plain text."""
    if not written.isascii() or not written.replace(" ", "").lstrip("+").isdigit():
        written = digits_of(written)
    return _NO_DIGIT.sub("", written)[-TAIL:]
