"""A process that writes everything the program keeps, and is killed in the middle of it.

``python -m tests.app.killed FOLDER TIMES SEED`` forks a writer, kills it at a random moment,
looks at what it left, and again. Each line of its output is one round: what was damaged.
"""

import asyncio
import json
import os
import random
import signal
import sqlite3
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import tomlkit

from traydial.domain.calls import Cause, Direction
from traydial.domain.errors import HistoryTrouble
from traydial.domain.history import PastCall, Wanted
from traydial.domain.remembered import Remembered
from traydial.domain.settings import DialSettings, PhoneSettings, Settings
from traydial.services.digit_memory import DigitMemory
from traydial.services.favourites import Favourites
from traydial.services.history import History, book
from traydial.services.settings_file import load, save, write_private

LONGEST_S = 0.1
MOST = 60  # rows of one writer
DIALLING = DialSettings("DE")
FILES = ("config.toml", "favourites.json", "digits.json", "watched")


def write(folder: Path, first: int, told: int) -> None:
    """Write for ever; tell the number of each row once it counts as kept."""

    async def main() -> None:
        history = History(folder / "history.sqlite", lambda: DIALLING)
        stars, digits = Favourites(folder / FILES[1]), DigitMemory(folder / FILES[2])
        for n in range(first, first + MOST):
            call = PastCall(str(n), Direction.IN, "030123", n, n + 1.0, Cause.MISSED, linked=str(n))
            await history.add(call)
            os.write(told, b"%d\n" % n)
            await history.annotate(1, "x" * (n % 500))
            await history.mark_seen()
            stars.mark(str(n), on=True)
            digits.keep(str(n), Remembered(str(n), by_itself=True))
            save(folder / FILES[0], Settings(phone=PhoneSettings(str(n))))
            write_private(folder / FILES[3], f"{n}\n")

    asyncio.run(main())


def damaged(folder: Path, rows: set[int]) -> Iterator[str]:
    """Look at everything as the next start of the program would."""
    with sqlite3.connect(folder / "history.sqlite") as db:
        (answer,) = db.execute("PRAGMA integrity_check").fetchone()
    db.close()
    if answer != "ok":
        yield f"history: {answer}"
    said: list[HistoryTrouble] = []

    async def kept() -> set[int]:
        history = History(folder / "history.sqlite", lambda: DIALLING, said.append)
        try:
            return {int(call.key) for call in await history.page(Wanted(), 0, 1 << 20)}
        finally:
            await history.aclose()

    if lost := rows - asyncio.run(kept()):
        yield f"rows: {sorted(lost)}"
    yield from map(str, said)
    _, problems = load(folder / FILES[0])
    yield from map(str, problems)
    for name in FILES[1:]:
        text = (folder / name).read_text("utf-8") if (folder / name).exists() else "0"
        try:
            json.loads(text)
        except ValueError:
            yield f"{name}: {text!r}"


def one_round(folder: Path, first: int, delay: float, *, at_work: bool) -> set[int]:
    """Start a writer and kill it; return the rows of which it said that they are kept.

    ``at_work``: not before it has told one, however slow the machine.
    """
    reading, telling = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(reading)
        write(folder, first, telling)
        os._exit(0)
    os.close(telling)
    with os.fdopen(reading, "rb") as told:
        begun = [told.readline()] if at_work else []
        time.sleep(delay)
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        return {int(line) for line in (*begun, *told.read().split())}


def main() -> None:
    """Print a line for each round."""
    folder, times, seed = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    assert book
    assert tomlkit  # loaded before the forks, for which it would be most of their lives
    chance = random.Random(seed)
    rows: set[int] = set()
    for number in range(times):
        delay = chance.uniform(0, LONGEST_S)
        rows |= one_round(folder, number * MOST, delay, at_work=number % 2 == 0)
        print(json.dumps([*damaged(folder, rows)]), flush=True)
    print(len(rows), flush=True)


if __name__ == "__main__":
    main()
