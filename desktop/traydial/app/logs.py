"""Logging: a rotating file of the user's own, secrets and numbers taken out of every line."""

import contextlib
import logging
import os
import re
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from traydial.domain.privacy import without_numbers

_ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
MAX_BYTES, BACKUPS = 1 << 20, 3
_SECRET = re.compile(r"(?i)\b(secret|key|password)(['\"]?\s*[:=]\s*)(['\"]?)[^\s'\",]+")


class Redacting(logging.Formatter):
    """The last line of defence: whatever is logged, what looks like a secret goes.

    With ``hides_numbers`` so do the numbers and names of people, tracebacks included.
    """

    def __init__(self, *, hides_numbers: bool = True) -> None:
        super().__init__(FORMAT)
        self.hides_numbers = hides_numbers

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - logging's own name
        """Return the first line; its time and place are no numbers of people."""
        record.message = self._hidden(record.message)
        return super().formatMessage(record)

    def formatException(self, ei: _ExcInfo) -> str:  # noqa: N802 - logging's own name
        """Return a traceback, which may quote what was dialled."""
        return self._hidden(super().formatException(ei))

    def format(self, record: logging.LogRecord) -> str:
        """Return the line without secrets, and without line breaks from the wire."""
        record.exc_text = None  # another handler's, which may hide less
        line = _SECRET.sub(r"\1\2\3***", super().format(record))
        record.exc_text = None
        return line

    def _hidden(self, text: str) -> str:
        return without_numbers(text) if self.hides_numbers else text


def set_up_console() -> None:
    """Log warnings to standard error; ``TRAYDIAL_DEBUG=1`` shows everything."""
    handler = logging.StreamHandler()
    all_of_it = os.environ.get("TRAYDIAL_DEBUG") == "1"
    handler.setFormatter(Redacting(hides_numbers=not all_of_it))
    level = logging.DEBUG if all_of_it else logging.WARNING
    logging.basicConfig(level=level, handlers=[handler], force=True)
    logging.getLogger("asyncio").setLevel(logging.WARNING)


def set_up_file(folder: Path, *, hides_numbers: bool) -> Redacting:
    """Log to ``traydial.log`` in this folder, readable by the user alone; return its writer."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    if os.name == "posix":  # what was there before, with rotated files, may be older than this rule
        for old in folder.glob("traydial.log*"):
            old.chmod(0o600)
    handler = _PrivateFile(
        folder / "traydial.log", maxBytes=MAX_BYTES, backupCount=BACKUPS, encoding="utf-8"
    )
    writer = Redacting(hides_numbers=hides_numbers)
    handler.setFormatter(writer)
    logging.getLogger().addHandler(handler)
    logging.getLogger("traydial").setLevel(logging.INFO)
    return writer


class _PrivateFile(RotatingFileHandler):
    def _open(self):  # type: ignore[no-untyped-def]  # noqa: ANN202
        def private(path: str, flags: int) -> int:
            return os.open(path, flags, 0o600)

        return open(self.baseFilename, self.mode, encoding=self.encoding, opener=private)

    def rotate(self, source: str, dest: str) -> None:
        """Go on with the same file where another copy has it open (Windows)."""
        with contextlib.suppress(PermissionError):
            super().rotate(source, dest)
