"""What happened lately as a text that may be sent to somebody, and that can be played back."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from traydial.ami.trace import HEAD, Said, as_block, read_entries, without_secrets
from traydial.domain.pseudonyms import Pseudonyms

REMARKS = """\
# What passed between Traydial and the phone system. Passwords are left out; names, numbers and
# addresses are replaced by others, each always by the same. Extensions are as they were.
# To play it back: traydial demo --replay FILE
"""
_SETTINGS, _GAP = "settings ", "something is missing here"
# what decides which calls are shown, and how; nothing of other systems and nobody's paths
SETTINGS = (
    "phone",
    "dialling",
    "recording",
    "transfer",
    "ask",
    "diversions",
    "queues",
    "blocked",
)

Tables = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Story:
    """What a saved trace holds; None among the messages is a gap."""

    tables: Tables
    messages: tuple[Said | None, ...]


def write_story(
    tables: Tables, messages: Iterable[Said | None], key: bytes, secret: str = ""
) -> Iterator[str]:
    """Return the text in pieces. ``tables`` are all settings, of which some are told.

    ``key`` makes the pseudonyms and should be forgotten; ``secret`` is left out wherever it
    stands.
    """
    others = Pseudonyms(key)
    kept = [*messages]
    for said in kept:
        if said is not None:
            others.learn(line.partition(": ")[::2] for line in _lines(said.text))
    yield HEAD + REMARKS
    told = {name: tables[name] for name in SETTINGS if name in tables}
    yield f"# {_SETTINGS}{json.dumps(_replaced(told, others))}\n"
    for said in kept:
        if said is None:
            yield f"# {_GAP}\n"
            continue
        lines = _lines(without_secrets(said.text, secret))
        yield as_block(said._replace(text="\n".join(_line(line, others) for line in lines)))


def read_story(lines: Iterator[str]) -> Story:
    """Read a trace, of the doctor too (it tells no settings). Raises ValueError."""
    tables: dict[str, Any] = {}
    messages: list[Said | None] = []
    for entry in read_entries(lines):
        if isinstance(entry, Said):
            messages.append(entry)
        elif entry == _GAP:
            messages.append(None)
        elif entry.startswith(_SETTINGS):
            tables = _tables(entry.removeprefix(_SETTINGS))
    if not any(messages):
        raise ValueError("nothing was said in it")
    return Story(tables, tuple(messages))


def _tables(text: str) -> dict[str, Any]:
    try:
        tables = json.loads(text)
    except RecursionError as error:
        raise ValueError("the settings are no table") from error
    if not isinstance(tables, dict) or not all(isinstance(t, dict) for t in tables.values()):
        raise ValueError("the settings are no table")
    return tables


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").split("\n")


def _line(line: str, others: Pseudonyms) -> str:
    key, colon, value = line.partition(": ")
    return f"{key}{colon}{others.header(key, value)}" if colon else others.text(line)


def _replaced(value: object, others: Pseudonyms) -> object:
    if isinstance(value, str):
        return others.text(value)
    if isinstance(value, Mapping):
        return {key: _replaced(one, others) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_replaced(one, others) for one in value]
    return value
