"""The history as a table for spreadsheets (CSV): readable by the user alone."""

import csv
import os
import tempfile
import threading
import time
from collections.abc import Iterable
from pathlib import Path

from traydial.domain.history import PastCall
from traydial.domain.language import mark, tr

HEADER = (
    mark("Date"),
    mark("Time"),
    mark("Direction"),
    mark("Number"),
    mark("Name"),
    mark("Company"),
    mark("Talked (s)"),
    mark("Result"),
    mark("Through"),
    mark("Taken by"),
    mark("Recording"),
    mark("Note"),
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
LOOK_EVERY = 500  # rows, whether it was cancelled


def write_table(calls: Iterable[PastCall], path: Path, stop: threading.Event) -> int:
    """Write calls to a file; return how many. A file that is there stays until all is written.

    Raises OSError, and InterruptedError where it was stopped.
    """
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")  # 0600
    written = 0
    try:
        # with the mark that tells Excel of UTF-8
        with os.fdopen(handle, "w", encoding="utf-8-sig", newline="") as file:
            table = csv.writer(file)
            table.writerow(list(map(tr, HEADER)))
            for past in calls:
                table.writerow(_row(past))
                written += 1
                if written % LOOK_EVERY == 0:
                    _check(stop)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return written


def _check(stop: threading.Event) -> None:
    if stop.is_set():
        raise InterruptedError("stopped")


def _row(past: PastCall) -> list[str]:
    began = time.localtime(past.began)
    texts = (
        tr(past.direction.value, "direction"),
        past.number,
        past.name,
        past.company,
        str(round(past.talked_s)),
        tr(past.cause.value),
        past.via,
        past.taker,
        past.recording or (tr("yes") if past.recorded else ""),
        past.note,
    )
    return [
        time.strftime("%Y-%m-%d", began),
        time.strftime("%H:%M:%S", began),
        *map(harmless, texts),
    ]


def harmless(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula; ``+4930…`` stays what it is."""
    if not text.lstrip(" ").startswith(_FORMULA):
        return text
    if text[0] == "+" and text[1:].isascii() and text[1:].isdigit():
        return text  # a number alone calculates nothing
    return f"'{text}"
