"""Contacts out of CSV files, as address books and spreadsheets of all kinds write them."""

import csv
import re
from collections.abc import Iterator, Sequence

from traydial.domain.contacts import Contact, digits_of

MOST_LETTERS = 200
_LOOKED_AT = 20  # lines that tell how a file is written
_FEWEST_DIGITS = 3

# headings of Outlook, Google, Thunderbird, Nextcloud and people, lower case, in some languages
_NAME = {"name", "full name", "display name", "file as", "anzeigename", "vollst\u00e4ndiger name"}
_NAME |= {
    "nom complet",
    "nombre completo",
    "\u0438\u043c\u044f \u0438 \u0444\u0430\u043c\u0438\u043b\u0438\u044f",
    "\u0444\u0438\u043e",
}
_FIRST = {"first name", "given name", "vorname", "pr\u00e9nom", "nombre", "\u0438\u043c\u044f"}
_LAST = {"last name", "family name", "surname", "nachname", "nom", "apellidos"}
_LAST |= {"\u0444\u0430\u043c\u0438\u043b\u0438\u044f"}
_COMPANY = {"company", "organization", "organization name", "organization 1 - name", "firma"}
_COMPANY |= {
    "organisation",
    "entreprise",
    "soci\u00e9t\u00e9",
    "empresa",
    "\u043a\u043e\u043c\u043f\u0430\u043d\u0438\u044f",
    "\u043e\u0440\u0433\u0430\u043d\u0438\u0437\u0430\u0446\u0438\u044f",
}
_PHONE = re.compile(
    r"phone|telefon|\btel\b|mobile|mobil|cell|handy|pager|fax|t\u00e9l|m\u00f3vil|durchwahl"
    r"|\bnumber\b|nummer|rufnr|\u0442\u0435\u043b\u0435\u0444\u043e\u043d|\u0442\u0435\u043b\.|\u043c\u043e\u0431",
    re.I,
)
_NO_PHONE = re.compile(r"label|type|\btyp\b|phonetic|yomi|customer|kunden|e-?mail|web|id$", re.I)


def read_table(text: str, source: str) -> Iterator[Contact]:
    """Yield the contacts that have a number.

    With a heading, columns go by their names; without one, by what is in them.
    """
    lines = text.replace("\0", "").splitlines(keepends=True)
    rows = csv.reader(lines, delimiter=_delimiter(lines[:_LOOKED_AT]))
    try:
        first = next(rows, [])
        columns = _Columns.of_heading(first)
        if columns is None:
            columns = _Columns.of_values(first)
            yield from columns.contact(first, source)
        for row in rows:
            yield from columns.contact(row, source)
    except csv.Error:  # a field without an end: what was read until here is kept
        return


def _delimiter(lines: Sequence[str]) -> str:
    """Return what parts the cells: the mark that is there most evenly."""

    def evenness(mark: str) -> tuple[int, int]:
        counts = [line.count(mark) for line in lines if line.strip()]
        return (min(counts, default=0), sum(counts))

    return max((";", ",", "\t", "|"), key=evenness)


class _Columns:
    def __init__(self) -> None:
        self.names: list[int] = []
        self.parts: list[int] = []  # first name, last name
        self.companies: list[int] = []
        self.phones: list[int] = []

    @classmethod
    def of_heading(cls, row: Sequence[str]) -> "_Columns | None":
        self = cls()
        words = [" ".join(cell.casefold().replace("_", " ").split()) for cell in row]
        for place, word in enumerate(words):
            if word in _NAME:
                self.names.append(place)
            elif word in _COMPANY:
                self.companies.append(place)
            elif _PHONE.search(word) and not _NO_PHONE.search(word):
                self.phones.append(place)
        for kind in (_FIRST, _LAST):
            self.parts += [place for place, word in enumerate(words) if word in kind]
        known = bool(self.names or self.parts or self.companies) and bool(self.phones)
        return self if known else None

    @classmethod
    def of_values(cls, row: Sequence[str]) -> "_Columns":
        self = cls()
        for place, cell in enumerate(row):
            if _is_number(cell):
                self.phones.append(place)
            elif not self.names and any(c.isalpha() for c in cell):
                self.names.append(place)
        return self

    def contact(self, row: Sequence[str], source: str) -> Iterator[Contact]:
        def cells(places: Sequence[int]) -> list[str]:
            found = (row[place] for place in places if place < len(row))
            return [text for cell in found if (text := " ".join(cell.split())[:MOST_LETTERS])]

        name = next(iter(cells(self.names)), "") or " ".join(cells(self.parts))
        company = next(iter(cells(self.companies)), "")
        written = (part for cell in cells(self.phones) for part in cell.split(":::"))  # Google
        numbers = tuple(part.strip() for part in written if _is_number(part))
        if numbers and (name or company):
            yield Contact(name, company, numbers, source=source)


def _is_number(cell: str) -> bool:
    return len(digits_of(cell).lstrip("+")) >= _FEWEST_DIGITS
