"""Contacts of a SQL database, by the user's own query."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

from traydial.domain.contacts import MOST_NUMBERS, Contact
from traydial.domain.language import mark
from traydial.domain.settings import DialSettings
from traydial.domain.templates import NUMBER_PLACES, NumberForms
from traydial.domain.web_address import as_link
from traydial.services.sql_reader import Row, SqlReader

MOST_CONTACTS = 50
MOST_LETTERS = 200
# what a database calls it -> what we do
COLUMNS = ("name", "company", "number", "ref")


class SqlContacts:
    """Asks ``query`` for one number at a time, through SQLAlchemy.

    The query is given ``:e164``, ``:national``, ``:number``, ``:digits`` and ``:tail`` as bound
    parameters and returns columns called name, company, number, link and ref, as many as there are.
    Where it returns no number, whoever it returns is believed to have the one asked for.
    ``search`` is given ``:text``, part of a name, and has to return numbers.
    """

    name = mark("Database")
    problem = ""

    def __init__(
        self,
        url: str,
        query: str,
        dialling: DialSettings,
        password: Callable[[], Awaitable[str]],
        search: str = "",
    ) -> None:
        """Take what is fixed; ``password`` brings the secret, empty where none is needed."""
        self._query, self._dialling = query, dialling
        self._search = search
        self._reader = SqlReader(url, password)

    @property
    def by_name(self) -> bool:
        """Whether there is a query for names."""
        return bool(self._search)

    async def start(self) -> None:
        """Load nothing: it is asked call by call."""

    async def candidates(self, number: str) -> Sequence[Contact]:
        """Return who the query says it is."""
        values = NumberForms.of(number, self._dialling).places()
        rows = await self._rows(self._query, {name: values[name] for name in NUMBER_PLACES})
        return [c for row in rows if (c := _contact(row, number, self.name)) is not None]

    async def search(self, text: str, most: int) -> Sequence[Contact]:
        """Return who is called so, where there is a query for that."""
        if not self._search:
            return ()
        rows = await self._rows(self._search, {"text": text})
        return [c for row in rows[:most] if (c := _contact(row, "", self.name)) is not None]

    async def _rows(self, query: str, values: Mapping[str, str]) -> list[Row]:
        return await self._reader.rows(query, values, MOST_CONTACTS)

    async def aclose(self) -> None:
        """Close the connection."""
        await self._reader.aclose()


def _contact(row: Mapping[str, Any], asked: str, source: str) -> Contact | None:
    name, company, number, ref = (_text(row.get(column)) for column in COLUMNS)
    if not (name or company):
        return None
    numbers = tuple(number.split("|"))[:MOST_NUMBERS] if "number" in row else (asked,)
    return Contact(name, company, numbers, as_link(row.get("link")), source, ref)


def _text(value: object) -> str:
    return " ".join(str(value).split())[:MOST_LETTERS] if value is not None else ""
