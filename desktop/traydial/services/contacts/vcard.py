"""Contacts out of vCard files (RFC 2426, RFC 6350, and the 2.1 of old phones).

vobject unfolds and splits the lines; its components are not used: they cost fifteen times as
much, and an address book has tens of thousands of cards.
"""

import io
import quopri
import re
from collections.abc import Iterable, Iterator

from vobject.base import ParseError, getLogicalLines, parseLine

from traydial.domain.contacts import Contact

_WANTED = ("FN", "N", "ORG", "TEL", "UID")
_NAME = re.compile(r"(?:[^.;:]+\.)?(BEGIN|END|FN|N|ORG|TEL|UID)[;:]", re.I)  # item1.TEL:
_ESCAPED = re.compile(r"\\(.)", re.S)
MOST_LETTERS = 200  # of a name that is worth keeping


def read_vcards(text: str, source: str) -> Iterator[Contact]:
    """Yield the contacts that have a number; a line that is no vCard costs that line alone."""
    card: dict[str, list[str]] = {}
    for line, number in getLogicalLines(io.StringIO(text)):
        found = _NAME.match(line)
        if found is None:
            continue
        key = found[1].upper()
        if key == "BEGIN":
            card = {}
        elif key == "END":
            if contact := _contact(card, source):
                yield contact
            card = {}
        elif key in _WANTED:
            try:
                _, params, value, _ = parseLine(line, number)
            except ParseError:
                continue
            card.setdefault(key, []).append(_decoded(value, params))


def _decoded(value: str, params: Iterable[list[str]]) -> str:
    given = {p[0].upper(): [v.upper() for v in p[1:]] for p in params if p}
    if "QUOTED-PRINTABLE" in given or "QUOTED-PRINTABLE" in given.get("ENCODING", ()):
        charset = (given.get("CHARSET") or ["UTF-8"])[0]
        try:
            value = quopri.decodestring(value.encode()).decode(charset, "replace")
        except LookupError:  # a charset that nobody knows
            value = quopri.decodestring(value.encode()).decode("utf-8", "replace")
    return value


def _contact(card: dict[str, list[str]], source: str) -> Contact | None:
    numbers = tuple(filter(None, map(_number, card.get("TEL", ()))))
    name = _text(card.get("FN", [""])[0]) or _spoken(card.get("N", [""])[0])
    company = _text(_fields(card.get("ORG", [""])[0])[0])
    if not numbers or not (name or company):
        return None
    return Contact(name, company, numbers, source=source, ref=_text(card.get("UID", [""])[0]))


def _number(value: str) -> str:
    if value.lower().startswith("tel:"):  # vCard 4: a link, RFC 3966
        value = value[4:].partition(";")[0]
    return _text(value)


def _spoken(value: str) -> str:
    """Return ``Berg;Anna;Maria;Dr.;`` as people say it."""
    family, given, middle, prefix, suffix = (*_fields(value), "", "", "", "", "")[:5]
    return _text(" ".join(filter(None, (prefix, given, middle, family, suffix))))


def _fields(value: str) -> list[str]:
    return re.split(r"(?<!\\);", value)


def _text(value: str) -> str:
    plain = _ESCAPED.sub(lambda m: " " if m[1] in "nN" else m[1], value)
    return " ".join(plain.split())[:MOST_LETTERS]
