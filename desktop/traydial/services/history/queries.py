"""From what is wanted to SQL, from rows to calls and back. Values are always bound."""

import sqlite3
from dataclasses import fields
from typing import Any

from traydial.domain.calls import Cause, Direction
from traydial.domain.contacts import digits_of, e164_of
from traydial.domain.errors import NothingToDial
from traydial.domain.history import PastCall, Wanted, folded
from traydial.domain.settings import DialSettings

LONGEST = 500  # of what the wire tells; a name of ten thousand letters is none
LONGEST_NOTE = 4000
FEWEST_DIGITS = 2  # of what a user types, else it is looked for as a word
_COLUMNS = tuple(field.name for field in fields(PastCall))
SELECT = f"SELECT {', '.join(_COLUMNS)} FROM calls"  # noqa: S608 - our own names


def call_of(row: sqlite3.Row) -> PastCall:
    """Return the call of a row, whatever another program may have written there."""
    values: dict[str, Any] = {name: row[name] for name in _COLUMNS}
    values["direction"] = Direction.IN if row["direction"] == Direction.IN else Direction.OUT
    values["cause"] = _cause(row["cause"])
    values["seen"], values["recorded"] = bool(row["seen"]), bool(row["recorded"])
    return PastCall(**values)


def row_of(past: PastCall, dialling: DialSettings, *, alive: bool) -> dict[str, Any]:
    """Return the columns of a call; texts from the wire are bounded here."""
    row = {name: getattr(past, name) for name in _COLUMNS if name != "id"}
    for name, value in row.items():
        if isinstance(value, str):
            row[name] = _clean(value, LONGEST_NOTE if name == "note" else LONGEST)
    row["missed"], row["alive"] = past.missed, alive
    row["words"] = words_of(past)
    row["digits"] = digits_in(past.number[:LONGEST], dialling)
    return row


def words_of(past: PastCall) -> str:
    """Return all that a word may be looked for in."""
    texts = (past.name, past.company, past.number, past.via, past.taker, past.recording)
    return folded(_clean(" ".join((*(t[:LONGEST] for t in texts), past.note[:LONGEST_NOTE]))))


def digits_in(number: str, dialling: DialSettings) -> str:
    """Return the digits of a number as told and with its country, each once."""
    digits = digits_of(number)
    if not digits:
        return ""
    try:
        whole = e164_of(digits, dialling)
    except NothingToDial:
        whole = ""
    return " ".join(dict.fromkeys(form.lstrip("+") for form in (digits, whole) if form))


def where(wanted: Wanted, dialling: DialSettings) -> tuple[str, dict[str, Any]]:
    """Return the condition, without WHERE, and its values."""
    parts, values = ["NOT alive"], dict[str, Any]()
    if wanted.direction is not None:
        parts.append("direction = :direction")
        values["direction"] = wanted.direction.value
    if wanted.missed_only:
        parts.append("missed")
    if wanted.recorded:
        parts.append("recorded")
    if wanted.with_note:
        parts.append("note <> ''")
    if wanted.since is not None:
        parts.append("began >= :since")
        values["since"] = wanted.since
    if wanted.until is not None:
        parts.append("began < :until")
        values["until"] = wanted.until
    words = folded(_clean(wanted.text)[:LONGEST])
    fits = []
    for place, word in enumerate(words.split()[:20]):
        fits.append(f"instr(words, :word{place})")
        values[f"word{place}"] = word
    spelled = _spellings(words, dialling)
    for place, digits in enumerate(spelled):
        values[f"digits{place}"] = digits
    if fits:
        alike = [f"instr(digits, :digits{place})" for place in range(len(spelled))]
        parts.append(" OR ".join((f"({' AND '.join(fits)})", *alike)))
    return " AND ".join(f"({part})" for part in parts), values


def _spellings(text: str, dialling: DialSettings) -> list[str]:
    """Return how the digits of a typed number may be written in the file."""
    if any(c.isalpha() for c in text):
        return []
    typed = "".join(c for c in text if c.isdecimal() and c.isascii())
    if len(typed) < FEWEST_DIGITS:
        return []
    prefix = dialling.outside_prefix
    forms = [typed, typed.lstrip("0")]
    if prefix and typed.startswith(prefix):
        forms.append(typed.removeprefix(prefix).lstrip("0"))
    forms += digits_in(text, dialling).split()
    return [form for form in dict.fromkeys(forms) if len(form) >= FEWEST_DIGITS]


def _clean(text: str, limit: int = LONGEST * 10) -> str:
    """Return what SQLite can keep: no half characters, which a name from the wire may hold."""
    return text[:limit].encode("utf-8", "replace").decode("utf-8").replace("\0", "")


def _cause(text: str) -> Cause:
    try:
        return Cause(text)
    except ValueError:
        return Cause.HUNG_UP  # of a program that knows more causes
