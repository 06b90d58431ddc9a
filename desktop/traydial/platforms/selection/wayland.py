"""The selections of Wayland: ``wl-paste`` of wl-clipboard, which knows data-control.

Qt may read it only while a window of ours has the focus. Programs on XWayland are covered as far
as the compositor passes their selection on.
"""

import asyncio
import codecs
import contextlib
import os
import select
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Mapping

from traydial.domain.errors import SelectionFault, SelectionUnreadable
from traydial.domain.language import mark, tr

_CHARACTERS = 2000
_ENOUGH_BYTES = 4 * _CHARACTERS
_WITHIN_S = 0.5  # where there is no data-control, wl-paste has to show a window for a moment
_ARGUMENTS = ("--no-newline", "--type", "text")
_NOTHING = (b"No selection", b"No suitable type")
_UNABLE = b"does not seem to support"
_MISSING = mark(
    "On Wayland, what is selected is read by wl-paste: install the package wl-clipboard."
)


class WaylandSelection:
    """``environ`` has PATH, WAYLAND_DISPLAY, XDG_RUNTIME_DIR; ``name`` is PRIMARY or CLIPBOARD."""

    def __init__(
        self, environ: Mapping[str, str], name: str = "PRIMARY", within_s: float = _WITHIN_S
    ) -> None:
        self._environ, self._within_s = environ, within_s
        self._which = ["--primary"] if name == "PRIMARY" else []
        self._program = shutil.which("wl-paste", path=environ.get("PATH", os.defpath))
        self.why_not = "" if self._program else tr(_MISSING)

    async def read(self) -> str:
        """Return the first 2,000 characters, empty where nothing is selected."""
        if not self._program:
            raise SelectionUnreadable(SelectionFault.NOT_HERE, tr(_MISSING))
        # a thread, because under qasync processes are not asyncio's to start
        command = [self._program, *self._which, *_ARGUMENTS]
        data = await asyncio.to_thread(_output, command, self._environ, self._within_s)
        # what the limit cut off in the middle of a character is left out
        decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
        return decoder.decode(data)[:_CHARACTERS].rstrip("\r\n\0")


def _output(command: list[str], environ: Mapping[str, str], within_s: float) -> bytes:
    """Return the beginning of what a program writes. Raises SelectionUnreadable."""
    ends = time.monotonic() + within_s
    try:
        process = subprocess.Popen(  # noqa: S603 - an argument list, nothing of it from outside
            command,
            env=dict(environ),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,  # it has helpers of its own
        )
    except OSError as error:
        raise SelectionUnreadable(SelectionFault.OTHER, str(error)) from error
    with process:  # closes the pipes and waits
        try:
            data = _read(process, ends)
            if len(data) >= _ENOUGH_BYTES:
                return data
            if process.wait(max(0, ends - time.monotonic())) == 0:
                return data
            assert process.stderr is not None
            complaint = os.read(process.stderr.fileno(), _ENOUGH_BYTES).strip()
        except (TimeoutError, subprocess.TimeoutExpired):
            raise SelectionUnreadable(SelectionFault.NO_ANSWER) from None
        finally:
            _end(process)
    if complaint.startswith(_NOTHING):
        return b""
    fault = SelectionFault.NOT_HERE if _UNABLE in complaint else SelectionFault.OTHER
    raise SelectionUnreadable(fault, complaint.decode(errors="replace"))


def _end(process: "subprocess.Popen[bytes]") -> None:
    if sys.platform != "win32" and process.poll() is None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)


def _read(process: "subprocess.Popen[bytes]", ends: float) -> bytes:
    """Read to the end, or until it is enough. Raises TimeoutError."""
    assert process.stdout is not None
    data = b""
    while len(data) < _ENOUGH_BYTES:
        ready, _, _ = select.select([process.stdout], [], [], max(0, ends - time.monotonic()))
        if not ready:
            raise TimeoutError
        piece = os.read(process.stdout.fileno(), _ENOUGH_BYTES - len(data))
        if not piece:
            break
        data += piece
    return data
