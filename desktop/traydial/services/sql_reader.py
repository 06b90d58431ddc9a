"""Reads rows of a SQL database through SQLAlchemy, by queries of the user's own."""

import logging
from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from traydial.domain.errors import DesktopError, LookupFailed
from traydial.domain.language import tr
from traydial.services.contacts.one_thread import OneThread

if TYPE_CHECKING:
    from sqlalchemy import Engine

log = logging.getLogger(__name__)

CONNECT_WITHIN_S = 5
# rows are read, whatever the query says and the account may
READ_ONLY = {
    "sqlite": "PRAGMA query_only = ON",
    "mysql": "SET SESSION TRANSACTION READ ONLY",
    "mariadb": "SET SESSION TRANSACTION READ ONLY",
}
Row = Mapping[str, Any]


class SqlReader:
    """One connection, used in a thread of its own and never for writing.

    ``password`` brings the secret, empty where none is needed.
    """

    def __init__(self, url: str, password: Callable[[], Awaitable[str]]) -> None:
        self._url, self._password = url, password
        self._thread = OneThread("database")
        self._engine: Engine | None = None

    async def rows(self, query: str, values: Mapping[str, object], most: int) -> list[Row]:
        """Return up to so many rows, columns in small letters. Raises LookupFailed.

        ``values`` are bound; of those the query gets the ones that it names.
        """
        try:
            password = "" if self._engine else await self._password()
        except DesktopError as error:  # the keyring
            raise LookupFailed(str(error)) from error
        return await self._thread.run(lambda: self._ask(query, values, most, password))

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

    def _ask(self, query: str, values: Mapping[str, object], most: int, password: str) -> list[Row]:
        from sqlalchemy import text
        from sqlalchemy.exc import SQLAlchemyError

        try:
            if self._engine is None:
                self._engine = _engine(self._url, password)
            used = text(query)
            wanted = {name: values[name] for name in values.keys() & {*used.compile().params}}
            with self._engine.connect() as connection:
                found = connection.execute(used, wanted).mappings().fetchmany(most)
                return [{key.lower(): value for key, value in row.items()} for row in found]
        except SQLAlchemyError as error:
            # its whole text has the query and the parameters in it
            why = str(getattr(error, "orig", None) or type(error).__name__).splitlines()
            raise LookupFailed(tr("the database says: {why}", why=why[0] if why else "")) from None
        except ImportError as error:
            raise LookupFailed(tr("there is no driver for it here: {error}", error=error)) from None
        except (ValueError, OSError) as error:
            raise LookupFailed(tr("the database cannot be used: {error}", error=error)) from None


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
            raise LookupFailed(
                tr("there is no file {database}", database=made.database)
            )  # else one would be made
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
