"""Contacts of a SQL database, by the user's own query."""

import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from traydial.domain.contacts import MOST_NUMBERS, Contact
from traydial.domain.errors import DesktopError, LookupFailed
from traydial.domain.settings import DialSettings
from traydial.domain.templates import NUMBER_PLACES, NumberForms
from traydial.domain.web_address import as_link
from traydial.services.contacts.one_thread import OneThread

if TYPE_CHECKING:
    from sqlalchemy import Engine

log = logging.getLogger(__name__)

CONNECT_WITHIN_S = 5
MOST_CONTACTS = 50
MOST_LETTERS = 200
# contacts are read, whatever the query says and the account may
READ_ONLY = {
    "sqlite": "PRAGMA query_only = ON",
    "mysql": "SET SESSION TRANSACTION READ ONLY",
    "mariadb": "SET SESSION TRANSACTION READ ONLY",
}
# what a database calls it -> what we do
COLUMNS = ("name", "company", "number", "ref")


class SqlContacts:
    """Asks ``query`` for one number at a time, through SQLAlchemy.

    The query is given ``:e164``, ``:national``, ``:number``, ``:digits`` and ``:tail`` as bound
    parameters and returns columns called name, company, number, link and ref, as many as there are.
    Where it returns no number, whoever it returns is believed to have the one asked for.
    ``search`` is given ``:text``, part of a name, and has to return numbers.
    """

    name = "Database"
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
        self._url, self._query, self._dialling = url, query, dialling
        self._search = search
        self._password = password
        self._thread = OneThread("database")
        self._engine: Engine | None = None

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

    async def _rows(self, query: str, values: Mapping[str, str]) -> list[Mapping[str, Any]]:
        try:
            password = "" if self._engine else await self._password()
        except DesktopError as error:  # the keyring
            raise LookupFailed(str(error)) from error
        return await self._thread.run(lambda: self._ask(query, values, password))

    async def aclose(self) -> None:
        """Close the connection."""
        engine = self._engine
        if engine is not None:
            try:
                await self._thread.run(engine.dispose)
            except LookupFailed:
                log.info("the database still hangs")
        self._thread.close()

    # -- in the thread

    def _ask(self, query: str, values: Mapping[str, str], password: str) -> list[Mapping[str, Any]]:
        from sqlalchemy import text
        from sqlalchemy.exc import SQLAlchemyError

        try:
            if self._engine is None:
                self._engine = _engine(self._url, password)
            used = text(query)
            wanted = {name: values[name] for name in values.keys() & {*used.compile().params}}
            with self._engine.connect() as connection:
                found = connection.execute(used, wanted).mappings().fetchmany(MOST_CONTACTS)
                return [{key.lower(): value for key, value in row.items()} for row in found]
        except SQLAlchemyError as error:
            # its whole text has the query and the parameters in it
            why = str(getattr(error, "orig", None) or type(error).__name__).splitlines()
            raise LookupFailed(f"the database says: {why[0] if why else ''}") from None
        except ImportError as error:
            raise LookupFailed(f"there is no driver for it here: {error}") from None
        except (ValueError, OSError) as error:
            raise LookupFailed(f"the database cannot be used: {error}") from None


def _engine(url: str, password: str) -> "Engine":
    from sqlalchemy import create_engine, event, make_url

    made = make_url(url)
    if password and made.username:
        made = made.set(password=password)
    backend = made.get_backend_name()
    if backend == "postgresql" and "+" not in made.drivername:
        made = made.set(drivername="postgresql+psycopg")
    within: dict[str, Any] = {}
    if backend == "postgresql":
        options = "-c statement_timeout=10000 -c default_transaction_read_only=on"
        within = {"connect_timeout": CONNECT_WITHIN_S, "options": options}
    elif backend == "sqlite":
        if made.database and not Path(made.database).is_file():
            raise LookupFailed(f"there is no file {made.database}")  # else one would be made
        within = {"timeout": CONNECT_WITHIN_S, "check_same_thread": True}
    engine = create_engine(
        made, pool_size=1, max_overflow=0, pool_pre_ping=True, connect_args=within
    )
    if read_only := READ_ONLY.get(backend):
        event.listen(engine, "connect", partial(_say, read_only))
    return engine


def _say(statement: str, connection: Any, _: object) -> None:  # noqa: ANN401 - of any driver
    cursor = connection.cursor()
    cursor.execute(statement)
    cursor.close()


def _contact(row: Mapping[str, Any], asked: str, source: str) -> Contact | None:
    name, company, number, ref = (_text(row.get(column)) for column in COLUMNS)
    if not (name or company):
        return None
    numbers = tuple(number.split("|"))[:MOST_NUMBERS] if "number" in row else (asked,)
    return Contact(name, company, numbers, as_link(row.get("link")), source, ref)


def _text(value: object) -> str:
    return " ".join(str(value).split())[:MOST_LETTERS] if value is not None else ""
