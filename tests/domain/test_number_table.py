"""The table ``numbers.csv``: what people write all over the world, and what is dialled then."""

import csv
import re
from pathlib import Path
from typing import NamedTuple

import pytest

from traydial.domain.errors import NothingToDial
from traydial.domain.numbers import Number, numbers_in, understand
from traydial.domain.settings import DialSettings

TABLE = Path(__file__).with_name("numbers.csv")


class Row(NamedTuple):
    how: str
    text: str
    settings: DialSettings
    expected: list[str]
    line: int


def unescaped(text):
    """Return a text with what cannot be seen: the table writes escapes for it."""
    return re.sub(
        r"\\(?:u([0-9a-f]{4})|U([0-9a-f]{8})|([nrt]))",
        lambda m: {"n": "\n", "r": "\r", "t": "\t"}[m[3]] if m[3] else chr(int(m[1] or m[2], 16)),
        text,
    )


def rows():
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    wanted = [(n, line) for n, line in enumerate(lines, 1) if line and not line.startswith("# ")]
    reader = csv.DictReader([line for _, line in wanted], strict=True)
    for (number, _), row in zip(wanted[1:], reader, strict=True):
        assert None not in row, f"line {number} has too many columns"
        assert None not in row.values(), f"line {number} has too few columns"
        settings = DialSettings(
            country=row["country"],
            area_code=row["area_code"],
            outside_prefix=row["outside_prefix"],
            form=row["form"] or "as written",
            extensions=tuple(row["extensions"].split()),
            vanity=row["vanity"] == "yes",
        )
        yield Row(row["how"], unescaped(row["text"]), settings, row["expected"].split(), number)


ROWS = list(rows())
ALONE = [row for row in ROWS if row.how != "text"]
SOUGHT = [row for row in ROWS if row.how == "text" or (row.how != "keyed" and row.expected)]


def dialled(number: Number) -> str:
    return number.dial + (f"x{number.after}" if number.after else "")


def named(row):
    return f"{row.line}-{row.text[:40]!a}"


@pytest.mark.parametrize("row", ALONE, ids=named)
def test_one_number_is_dialled_as_people_there_dial_it(row):
    try:
        found = [dialled(understand(row.text, row.settings))]
    except NothingToDial:
        found = []
    assert found == row.expected


@pytest.mark.parametrize("row", SOUGHT, ids=named)
def test_the_numbers_of_a_text_are_found(row):
    assert [dialled(number) for number in numbers_in(row.text, row.settings)] == row.expected


def test_the_table_is_as_large_as_promised():
    assert len(ROWS) >= 300
    assert len({row.settings.country for row in ROWS} - {""}) >= 25
    assert {row.how for row in ROWS} == {"typed", "keyed", "link", "text"}
    assert len({(row.how, row.text, row.settings) for row in ROWS}) == len(ROWS)
