"""The conversation with the PBX, written down as it went, without secrets.

The form is for eyes and for programs: a line that begins with ``>`` (sent) or ``<`` (came) and
the time in seconds since the epoch, then the headers as they were on the wire, then an empty
line. What begins with ``#`` is a remark.
"""

import contextlib
import logging
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TextIO

from traydial.ami.protocol import is_secret

log = logging.getLogger(__name__)

HEAD = "# Traydial trace 1\n"
MOST_CHARACTERS = 64 << 20  # whoever forgets it shall find room on the disk still
HIDDEN = "***"

# takes what was sent (True) or came (False), without its last empty line
Trace = Callable[[bool, str], None]


def without_secrets(text: str, secret: str = "") -> str:
    """Return one message less what nobody may read: ``secret`` wherever it stands, too."""
    lines = []
    for line in text.replace("\r\n", "\n").split("\n"):
        header, colon, value = line.partition(":")
        if not line:  # it would end the message
            continue
        hide = colon and is_secret(header.strip(), value.lstrip())
        lines.append(f"{header}: {HIDDEN}" if hide else line)
    shown = "\n".join(lines)
    return shown.replace(secret, HIDDEN) if secret else shown


class TraceFile:
    """Writes a trace to a file as it goes."""

    def __init__(
        self, file: TextIO, secret: str = "", clock: Callable[[], float] = time.time
    ) -> None:
        self._file, self._secret, self._clock = file, secret, clock
        self._room = MOST_CHARACTERS
        file.write(HEAD)

    def __call__(self, sent: bool, text: str) -> None:
        """Write one message down."""
        if self._room <= 0:
            return
        shown = without_secrets(text, self._secret)
        block = f"{'>' if sent else '<'} {self._clock():.6f}\n{shown}\n\n"
        self._room -= len(block)
        try:
            self._file.write(block if self._room > 0 else "# no more is written: it is too long\n")
        except OSError as error:  # a full disk must not end the conversation
            self._room = 0
            log.warning("the trace ends here: %s", error)


@contextlib.contextmanager
def traced_to(path: Path) -> Iterator[TextIO]:
    """Open a file that nobody else can read. Raises OSError; a link is not followed."""

    def private(name: str, flags: int) -> int:
        descriptor = os.open(name, flags | getattr(os, "O_NOFOLLOW", 0), 0o600)
        if sys.platform != "win32":
            os.fchmod(descriptor, 0o600)  # it may have been there before
        return descriptor

    # Path.open takes no opener
    with open(path, "w", encoding="utf-8", newline="\n", opener=private) as file:
        yield file


def read_trace(lines: Iterator[str]) -> Iterator[tuple[bool, float, str]]:
    """Return what a trace holds: sent or not, when, and the message. Raises ValueError."""
    if next(lines, "") != HEAD:
        raise ValueError("this is no trace of Traydial")
    head, block = "", []
    for line in lines:
        line = line.rstrip("\n")
        if line.startswith("#") and not head:
            continue
        if not head:
            if not line:
                continue
            if line[:2] not in ("> ", "< "):
                raise ValueError(f"no time where one is expected: {line[:40]!r}")
            head = line
        elif line:
            block.append(line)
        else:
            yield head[0] == ">", float(head[2:]), "\r\n".join(block)
            head, block = "", []
