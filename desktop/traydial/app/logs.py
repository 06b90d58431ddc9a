"""Logging: a rotating file of the user's own, secrets taken out of every line."""

import contextlib
import logging
import os
import re
from logging.handlers import RotatingFileHandler
from pathlib import Path

FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
MAX_BYTES, BACKUPS = 1 << 20, 3
_SECRET = re.compile(r"(?i)\b(secret|key|password)(['\"]?\s*[:=]\s*)(['\"]?)[^\s'\",]+")


class Redacting(logging.Formatter):
    """The last line of defence: whatever is logged, what looks like a secret goes."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line without secrets, and without line breaks from the wire."""
        return _SECRET.sub(r"\1\2\3***", super().format(record))


def set_up_console() -> None:
    """Log warnings to standard error; ``TRAYDIAL_DEBUG=1`` shows everything."""
    handler = logging.StreamHandler()
    handler.setFormatter(Redacting(FORMAT))
    level = logging.DEBUG if os.environ.get("TRAYDIAL_DEBUG") == "1" else logging.WARNING
    logging.basicConfig(level=level, handlers=[handler], force=True)
    logging.getLogger("asyncio").setLevel(logging.WARNING)


def set_up_file(folder: Path) -> None:
    """Log to ``traydial.log`` in this folder, readable by the user alone."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    handler = _PrivateFile(
        folder / "traydial.log", maxBytes=MAX_BYTES, backupCount=BACKUPS, encoding="utf-8"
    )
    handler.setFormatter(Redacting(FORMAT))
    logging.getLogger().addHandler(handler)
    logging.getLogger("traydial").setLevel(logging.INFO)


class _PrivateFile(RotatingFileHandler):
    def _open(self):  # type: ignore[no-untyped-def]  # noqa: ANN202
        def private(path: str, flags: int) -> int:
            return os.open(path, flags, 0o600)

        return open(self.baseFilename, self.mode, encoding=self.encoding, opener=private)

    def rotate(self, source: str, dest: str) -> None:
        """Go on with the same file where another copy has it open (Windows)."""
        with contextlib.suppress(PermissionError):
            super().rotate(source, dest)
