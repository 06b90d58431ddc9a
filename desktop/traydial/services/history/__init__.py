"""Every call, kept: what a user may ask of the history, done in one thread of its own."""

import asyncio
import logging
import threading
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from traydial.domain.errors import HistoryFault, HistoryTrouble
from traydial.domain.history import Day, Gap, GapOfDay, PastCall, Wanted
from traydial.domain.settings import DialSettings
from traydial.domain.store import Store

if TYPE_CHECKING:  # sqlite3 is loaded in the thread: nobody waits for it
    from traydial.services.history.book import Book

log = logging.getLogger(__name__)

FILE_NAME = "history.sqlite"
Result = TypeVar("Result")


class History:
    """The calls of one profile. Coroutines raise HistoryTrouble.

    ``revision`` counts what has changed. ``say`` is told each trouble once, until it is over.
    Without a file all is kept for this run only.
    """

    def __init__(
        self,
        file: Path | None,
        dialling: Callable[[], DialSettings],
        say: Callable[[HistoryTrouble], None] = lambda _: None,
        first: Callable[[], Sequence[PastCall]] = tuple,
        revision: Store[int] | None = None,
    ) -> None:
        """Take what is fixed; ``first`` returns, in the thread, what a new file begins with."""
        self._file, self._dialling, self._say, self._first = file, dialling, say, first
        self.revision = revision or Store(0)
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="traydial-history")
        self._book: Book | None = None
        self._said: set[HistoryFault] = set()
        self._closed = False

    # -- reading ----------------------------------------------------------------------------------

    async def page(self, wanted: Wanted, offset: int, limit: int) -> list[PastCall]:
        """Return calls that are over, the newest first."""
        return await self._run(lambda book: book.page(wanted, offset, limit))

    async def days(self, wanted: Wanted) -> list[Day]:
        """Return how many calls each day has, the newest first."""
        return await self._run(lambda book: book.days(wanted))

    async def count(self, wanted: Wanted) -> int:
        """Return how many calls there are."""
        return await self._run(lambda book: book.count(wanted))

    async def missed_unseen(self) -> list[PastCall]:
        """Return the missed calls that the user does not know of, the newest first."""
        return await self._run(lambda book: book.missed_unseen())

    async def gaps(self) -> list[Gap]:
        """Return when nobody could watch, the latest first."""
        return await self._run(lambda book: book.gaps())

    async def gaps_of_days(self, wanted: Wanted) -> list[GapOfDay]:
        """Return the gaps with their places among the calls that are wanted."""
        return await self._run(lambda book: book.gaps_of_days(wanted))

    async def export(self, wanted: Wanted, path: Path) -> int:
        """Write the calls as a table for spreadsheets; return how many. May be cancelled."""
        from traydial.services.history.table import write_table

        stop = threading.Event()

        def work(book: "Book") -> int:
            try:
                return write_table(book.each(wanted), path, stop)
            except OSError as error:
                raise HistoryTrouble(HistoryFault.NOT_EXPORTED, str(error)) from error

        try:
            return await self._run(work)
        finally:
            stop.set()  # a thread cannot be cancelled; this one looks

    # -- writing ----------------------------------------------------------------------------------

    async def add(self, past: PastCall) -> None:
        """Keep a call, or correct the one with the same key."""
        await self.add_many([past])

    async def add_many(self, calls: Iterable[PastCall]) -> None:
        """Keep calls, or correct those with the same keys."""
        await self.put([(past, False) for past in calls])

    async def put(self, calls: Sequence[tuple[PastCall, bool]]) -> None:
        """Keep calls, each with whether it lives still."""
        if await self._run(lambda book: book.put(calls)):
            self._changed()

    async def annotate(self, call: int, note: str) -> None:
        """Write another note to a call."""
        await self._run(lambda book: book.annotate(call, note))
        self._changed()

    async def mark_seen(self, calls: Sequence[int] | None = None) -> None:
        """Note that the user knows of missed calls; None for all."""
        if await self._run(lambda book: book.mark_seen(calls)):
            self._changed()

    async def forget(self, numbers: Sequence[str]) -> int:
        """Delete all calls with these numbers for good; return how many."""
        gone = await self._run(lambda book: book.forget(numbers))
        self._changed()
        return gone

    async def prune(self, before: float) -> int:
        """Delete what is older; return how many calls."""
        if gone := await self._run(lambda book: book.prune(before)):
            self._changed()
        return gone

    async def note_gap(self, gap: Gap) -> None:
        """Note that nobody could watch."""
        await self._run(lambda book: book.note_gap(gap))
        self._changed()

    async def aclose(self) -> None:
        """Finish what was begun and close the file."""
        if self._closed:
            return
        self._closed = True
        loop = asyncio.get_running_loop()
        await loop.run_in_executor(self._pool, self._close)
        self._pool.shutdown()

    # -- within -----------------------------------------------------------------------------------

    async def _run(self, work: "Callable[[Book], Result]") -> Result:
        if self._closed:
            raise HistoryTrouble(HistoryFault.CLOSED)
        loop = asyncio.get_running_loop()
        try:
            result, told = await loop.run_in_executor(self._pool, self._in_thread, work)
        except HistoryTrouble as trouble:
            self._tell(trouble)
            raise
        if told is not None:
            self._tell(told)
        else:
            self._said -= {HistoryFault.FULL, HistoryFault.IN_USE, HistoryFault.UNWRITABLE}
        return result

    def _in_thread(self, work: "Callable[[Book], Result]") -> tuple[Result, HistoryTrouble | None]:
        """Do the work, once more with a new file where this one proves to be damaged."""
        import sqlite3

        from traydial.services.history import book

        told: HistoryTrouble | None = None
        for again in (True, False):
            try:
                if self._book is None:
                    self._book, told = self._opened()
                return work(self._book), told
            except OSError as error:
                raise HistoryTrouble(HistoryFault.UNWRITABLE, str(error)) from error
            except sqlite3.Error as error:
                fault = book.fault_of(error)
                if fault is HistoryFault.DAMAGED and again and self._file is not None:
                    self._close()
                    aside = book.put_aside(self._file)
                    told = HistoryTrouble(HistoryFault.DAMAGED, aside.name)
                    log.info("the history is damaged and was set aside: %s", error)
                    continue
                raise HistoryTrouble(fault, str(error)) from error
        raise AssertionError("unreachable")

    def _opened(self) -> "tuple[Book, HistoryTrouble | None]":
        from traydial.services.history.book import Book

        book = Book(self._file, self._dialling)
        if book.is_new and (first := self._first()):
            book.put([(past, False) for past in first])
        if book.set_aside is not None:
            return book, HistoryTrouble(HistoryFault.DAMAGED, book.set_aside.name)
        if book.too_new:
            return book, HistoryTrouble(HistoryFault.TOO_NEW)
        return book, None

    def _close(self) -> None:
        book, self._book = self._book, None
        if book is not None:
            book.close()

    def _changed(self) -> None:
        self.revision.set(self.revision.value + 1)

    def _tell(self, trouble: HistoryTrouble) -> None:
        if trouble.fault not in self._said:
            self._said.add(trouble.fault)
            self._say(trouble)
