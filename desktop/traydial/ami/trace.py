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
from math import isfinite
from pathlib import Path
from typing import NamedTuple, TextIO

from traydial.ami.protocol import is_secret

log = logging.getLogger(__name__)

HEAD = "# Traydial trace 1\n"
MOST_CHARACTERS = 64 << 20  # whoever forgets it shall find room on the disk still
HIDDEN = "***"


class Said(NamedTuple):
    """One message: ``sent`` by us or come from the PBX, ``at`` seconds since the epoch."""

    sent: bool
    at: float
    text: str


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
        block = as_block(Said(sent, self._clock(), shown))
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


def as_block(said: Said) -> str:
    """Return how a message stands in a trace. Its lines end in LF; none of them is empty."""
    return f"{'>' if said.sent else '<'} {said.at:.6f}\n{said.text}\n\n"


def read_trace(lines: Iterator[str]) -> Iterator[Said]:
    """Return the messages that a trace holds. Raises ValueError."""
    return (entry for entry in read_entries(lines) if isinstance(entry, Said))


def read_entries(lines: Iterator[str]) -> Iterator[Said | str]:
    """Return what a trace holds, remarks too, without their ``# ``. Raises ValueError."""
    if next(lines, "") != HEAD:
        raise ValueError("this is no trace of Traydial")
    head, block = "", []
    for line in lines:
        line = line.rstrip("\n")
        if head and line:
            block.append(line)
        elif head:
            if not isfinite(at := float(head[2:])):
                raise ValueError(f"no time where one is expected: {head[:40]!r}")
            yield Said(head[0] == ">", at, "\r\n".join(block))
            head, block = "", []
        elif line.startswith("#"):
            yield line.removeprefix("#").removeprefix(" ")
        elif line[:2] in ("> ", "< "):
            head = line
        elif line:
            raise ValueError(f"no time where one is expected: {line[:40]!r}")


class Logins:
    """Tells where in a conversation a new connection begins; is shown all that is sent."""

    def __init__(self) -> None:
        self._challenged = False

    def begins(self, text: str) -> bool:
        """Tell whether this is the first that is sent on a connection."""
        action = text.partition("\n")[0].rstrip("\r")
        goes_on, self._challenged = self._challenged, action == "Action: Challenge"
        return self._challenged or (action == "Action: Login" and not goes_on)
