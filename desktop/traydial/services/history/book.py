"""The file of the history. Everything here blocks; ``History`` calls it in its one thread."""

import contextlib
import os
import sqlite3
import stat
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from traydial.domain.contacts import is_same_number
from traydial.domain.errors import HistoryFault, HistoryTrouble
from traydial.domain.history import Day, Gap, GapOfDay, PastCall, Wanted
from traydial.domain.settings import DialSettings
from traydial.services.history import schema
from traydial.services.history.queries import SELECT, call_of, row_of, where, words_of

MOST_GAPS = 500
_NEWEST_FIRST = " ORDER BY began DESC, id DESC"


class Book:
    """One SQLite file, or none: then it is kept for this run only.

    Raises HistoryTrouble. A file that is damaged is set aside, and an empty one begun.
    """

    def __init__(self, file: Path | None, dialling: Callable[[], DialSettings]) -> None:
        self._file, self._dialling = file, dialling
        self.is_new = False
        self.too_new = False
        self.set_aside: Path | None = None
        try:
            self._db = self._open()
        except sqlite3.DatabaseError as error:
            if not _is_damage(error) or file is None:
                raise
            self.set_aside = put_aside(file)
            self._db = self._open()

    def close(self) -> None:
        """Write what is left into the file itself."""
        self._db.close()

    # -- writing ----------------------------------------------------------------------------------

    def put(self, calls: Iterable[tuple[PastCall, bool]]) -> list[PastCall]:
        """Keep calls, each with whether it lives still; return those that were new or changed.

        One that is known by its key is corrected; what the user wrote of it stays.
        """
        self._must_write()
        changed = []
        with self._transaction():
            for past, alive in calls:
                if self._put(past, alive):
                    changed.append(past)
        return changed

    def annotate(self, call: int, note: str) -> None:
        """Write another note to a call."""
        self._must_write()
        row = self._db.execute(f"{SELECT} WHERE id = ?", (call,)).fetchone()
        if row is None:
            raise HistoryTrouble(HistoryFault.GONE)
        with self._transaction():
            self._db.execute("UPDATE calls SET note = ? WHERE id = ?", (note, call))
            again = call_of(self._db.execute(f"{SELECT} WHERE id = ?", (call,)).fetchone())
            self._db.execute("UPDATE calls SET words = ? WHERE id = ?", (words_of(again), call))

    def mark_seen(self, calls: Sequence[int] | None) -> int:
        """Note that the user knows of missed calls, None for all; return how many were new."""
        self._must_write()
        with self._transaction():
            if calls is None:
                done = self._db.execute("UPDATE calls SET seen = 1 WHERE missed AND NOT seen")
                return done.rowcount
            sql = "UPDATE calls SET seen = 1 WHERE missed AND NOT seen AND id = ?"
            return self._db.executemany(sql, [(one,) for one in calls]).rowcount

    def forget(self, numbers: Iterable[str]) -> int:
        """Delete all calls with these numbers, in whatever spelling; return how many.

        What is deleted is overwritten in the file: nothing is left of it to be found.
        """
        self._must_write()
        wanted = tuple(number for number in numbers if number)
        dialling = self._dialling()
        known = [
            n for (n,) in self._db.execute("SELECT DISTINCT number FROM calls WHERE number<>''")
        ]
        found = [n for n in known if any(is_same_number(n, one, dialling) for one in wanted)]
        with self._transaction():
            done = self._db.executemany("DELETE FROM calls WHERE number = ?", [(n,) for n in found])
        if self._file is not None:
            self._db.execute("VACUUM")
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        return max(0, done.rowcount)

    def prune(self, before: float) -> int:
        """Delete what began before then; return how many calls."""
        self._must_write()
        with self._transaction():
            self._db.execute("DELETE FROM gaps WHERE until < ?", (before,))
            return self._db.execute("DELETE FROM calls WHERE began < ?", (before,)).rowcount

    def note_gap(self, gap: Gap) -> None:
        """Note that nobody could watch; one that goes on from another is one with it."""
        self._must_write()
        with self._transaction():
            touching = "since <= ? AND until >= ?"
            found = self._db.execute(
                f"SELECT min(since), max(until) FROM gaps WHERE {touching}",  # noqa: S608
                (gap.until, gap.since),
            ).fetchone()
            since = gap.since if found[0] is None else min(gap.since, found[0])
            until = gap.until if found[1] is None else max(gap.until, found[1])
            self._db.execute(f"DELETE FROM gaps WHERE {touching}", (gap.until, gap.since))  # noqa: S608
            self._db.execute("INSERT INTO gaps VALUES (?, ?)", (since, until))
            self._db.execute(
                "DELETE FROM gaps WHERE since NOT IN "
                "(SELECT since FROM gaps ORDER BY since DESC LIMIT ?)",
                (MOST_GAPS,),
            )

    # -- reading ----------------------------------------------------------------------------------

    def page(self, wanted: Wanted, offset: int, limit: int) -> list[PastCall]:
        """Return calls, the newest first."""
        condition, values = where(wanted, self._dialling())
        sql = f"{SELECT} WHERE {condition}{_NEWEST_FIRST} LIMIT :limit OFFSET :offset"
        rows = self._db.execute(sql, {**values, "limit": limit, "offset": offset})
        return [call_of(row) for row in rows]

    def days(self, wanted: Wanted) -> list[Day]:
        """Return how many calls each day has, the newest first."""
        condition, values = where(wanted, self._dialling())
        sql = (
            "SELECT date(began, 'unixepoch', 'localtime') AS day, count(*) FROM calls "  # noqa: S608
            f"WHERE {condition} GROUP BY day ORDER BY day DESC"
        )
        return [Day(str(day), count) for day, count in self._db.execute(sql, values)]

    def each(self, wanted: Wanted) -> Iterator[PastCall]:
        """Yield all calls, the newest first."""
        condition, values = where(wanted, self._dialling())
        for row in self._db.execute(f"{SELECT} WHERE {condition}{_NEWEST_FIRST}", values):
            yield call_of(row)

    def count(self, wanted: Wanted) -> int:
        """Return how many calls there are."""
        condition, values = where(wanted, self._dialling())
        sql = f"SELECT count(*) FROM calls WHERE {condition}"  # noqa: S608 - values are bound
        return int(self._db.execute(sql, values).fetchone()[0])

    def missed_unseen(self, most: int = 200) -> list[PastCall]:
        """Return the missed calls that the user does not know of, the newest first."""
        sql = f"{SELECT} WHERE missed AND NOT seen AND NOT alive{_NEWEST_FIRST} LIMIT ?"
        return [call_of(row) for row in self._db.execute(sql, (most,))]

    def gaps(self) -> list[Gap]:
        """Return when nobody could watch, the latest first."""
        rows = self._db.execute("SELECT since, until FROM gaps ORDER BY since DESC")
        return [Gap(since, until) for since, until in rows]

    def gaps_of_days(self, wanted: Wanted) -> list[GapOfDay]:
        """Return the gaps with their places among the calls that are wanted."""
        condition, values = where(wanted, self._dialling())
        next_day = (
            "CAST(strftime('%s', date(gaps.since, 'unixepoch', 'localtime'), '+1 day', 'utc') "
            "AS INTEGER)"
        )
        sql = (
            "SELECT since, until, date(since, 'unixepoch', 'localtime') AS day, "  # noqa: S608
            f"(SELECT count(*) FROM calls WHERE {condition} "
            f"AND began >= gaps.since AND began < {next_day}) "
            "FROM gaps ORDER BY since DESC"
        )
        rows = self._db.execute(sql, values)
        return [GapOfDay(Gap(since, until), str(day), n) for since, until, day, n in rows]

    # -- within -----------------------------------------------------------------------------------

    def _put(self, past: PastCall, alive: bool) -> bool:
        known = self._db.execute("SELECT * FROM calls WHERE key = ?", (past.key,)).fetchone()
        if known is None and past.linked and not past.source:
            # a queue rings here once more for the same caller: one call, not two
            known = self._db.execute(
                "SELECT * FROM calls WHERE linked = ? AND missed AND direction = 'in' "
                "AND source = ''",
                (past.linked,),
            ).fetchone()
        if known is None and past.linked and past.source:
            watched = "SELECT 1 FROM calls WHERE linked = ? AND source = ''"
            if self._db.execute(watched, (past.linked,)).fetchone():
                return False  # the same, under the key of the user's own phone
        if known is None:
            row = row_of(past, self._dialling(), alive=alive)
            names = ", ".join(row)
            places = ", ".join(f":{name}" for name in row)
            self._db.execute(f"INSERT INTO calls ({names}) VALUES ({places})", row)  # noqa: S608
            return True
        if known["source"] == "" and past.source:
            return False  # what was watched is better than what was told later
        rings_again = known["key"] != past.key
        merged = replace(
            past,
            # after a restart a snapshot knows less of when it began
            began=past.began if rings_again else min(past.began, known["began"]),
            talking_since=past.talking_since if rings_again else _earliest(past, known),
            note=known["note"] or past.note,
            seen=past.seen or (bool(known["seen"]) and not rings_again),
            recorded=past.recorded or bool(known["recorded"]),
            recording=past.recording or known["recording"],
        )
        row = row_of(merged, self._dialling(), alive=alive)
        if all(known[name] == value for name, value in row.items()):
            return False
        sets = ", ".join(f"{name} = :{name}" for name in row)
        self._db.execute(f"UPDATE calls SET {sets} WHERE id = :id", {**row, "id": known["id"]})  # noqa: S608
        return True

    def _open(self) -> sqlite3.Connection:
        if self._file is not None:
            _make_private(self._file)
        target = ":memory:" if self._file is None else str(self._file)
        db = sqlite3.connect(target, timeout=2.0, isolation_level=None, check_same_thread=False)
        try:
            db.row_factory = sqlite3.Row
            # alone: needs no memory shared with others, which a home on a file server lacks
            db.execute("PRAGMA locking_mode = EXCLUSIVE")
            if schema.version_of(db) > schema.VERSION:
                self.too_new = True
                db.execute("PRAGMA query_only = ON")
                return db
            db.execute("PRAGMA journal_mode = WAL").fetchall()
            db.execute("PRAGMA synchronous = NORMAL")
            db.execute("PRAGMA secure_delete = ON").fetchall()
            self.is_new = schema.migrate(db) == 0
            # the last run ended in the middle of these: what became of them nobody saw
            db.execute(
                "UPDATE calls SET alive = 0, cause = ?, "
                "missed = (direction = 'in' AND talking_since IS NULL), "
                "ended = coalesce(talking_since, began) WHERE alive",
                ("connection lost",),
            )
        except BaseException:
            db.close()
            raise
        return db

    def _must_write(self) -> None:
        if self.too_new:
            raise HistoryTrouble(HistoryFault.TOO_NEW)

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[None]:
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._db.execute("COMMIT")
        except BaseException:
            if self._db.in_transaction:  # a full disk has ended it already
                self._db.execute("ROLLBACK")
            raise


def _earliest(past: PastCall, known: sqlite3.Row) -> float | None:
    times = (past.talking_since, known["talking_since"])
    return min((at for at in times if at is not None), default=None)


def put_aside(file: Path) -> Path:
    """Give a damaged file another name, its log with it; return that name."""
    number = 1
    while (aside := file.with_name(f"{file.name}.damaged-{number}")).exists():
        number += 1
    file.replace(aside)
    with contextlib.suppress(FileNotFoundError):
        Path(f"{file}-wal").replace(f"{aside}-wal")
    Path(f"{file}-shm").unlink(missing_ok=True)
    return aside


def fault_of(error: sqlite3.Error) -> HistoryFault:
    """Return what of it a user can understand and help."""
    if _is_damage(error):
        return HistoryFault.DAMAGED
    code = (getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF
    faults = {
        sqlite3.SQLITE_FULL: HistoryFault.FULL,
        sqlite3.SQLITE_BUSY: HistoryFault.IN_USE,
        sqlite3.SQLITE_LOCKED: HistoryFault.IN_USE,
    }
    return faults.get(code, HistoryFault.UNWRITABLE)


def _is_damage(error: sqlite3.Error) -> bool:
    code = (getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF
    return code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def _make_private(file: Path) -> None:
    """Make sure that the user alone can read it; SQLite gives its other files the same mode."""
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        if sys.platform != "win32" and stat.S_IMODE(os.fstat(handle).st_mode) & 0o077:
            os.fchmod(handle, 0o600)
    finally:
        os.close(handle)
    if sys.platform != "win32":
        with contextlib.suppress(FileNotFoundError):  # left by a crash
            Path(f"{file}-wal").chmod(0o600)
