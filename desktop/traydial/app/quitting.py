"""``traydial quit``: asks the running copy to end and waits until it has.

An installer calls it before it replaces the program's files, so the copy must be gone and not
only on its way: its process is watched, for its socket closes earlier.
"""

import sys

from traydial.app.exits import DONE, FAILED
from traydial.app.handover import ask
from traydial.domain.language import tr

WITHIN_S = 15.0  # quitting takes three seconds at most; a busy disk may need more


def run_quit(server: str, within_s: float = WITHIN_S) -> int:
    """Let the running copy end; where none runs there is nothing to do. Return the exit code."""
    gone = _watch(server)
    code = ask(server, "quit", [], as_json=False)
    if code is None:
        sys.stderr.write("traydial: " + tr("Traydial is not running.") + "\n")
        return DONE
    if code == DONE and not gone(within_s):
        sys.stderr.write("traydial: " + tr("Traydial does not end.") + "\n")
        return FAILED
    return code


if sys.platform == "win32":
    import _winapi
    from collections.abc import Callable

    def _watch(server: str) -> "Callable[[float], bool]":
        """Return what waits for the end of the process that listens there."""
        from traydial.app.pipe import Pipe

        pipe = Pipe.connect(server)
        if pipe is None:
            return _at_once
        try:
            process = _winapi.OpenProcess(_SYNCHRONIZE, False, pipe.server_process())
        except OSError:
            return _at_once
        finally:
            pipe.close()

        def gone(within_s: float) -> bool:
            try:
                waited = _winapi.WaitForSingleObject(process, int(within_s * 1000))
            finally:
                _winapi.CloseHandle(process)
            return waited == _winapi.WAIT_OBJECT_0

        return gone

    _SYNCHRONIZE = 0x100000

elif sys.platform == "linux":
    import os
    import select
    import socket
    import struct
    from collections.abc import Callable

    def _watch(server: str) -> "Callable[[float], bool]":
        """Return what waits for the end of the process that listens there."""
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as link:
            try:
                link.connect(server)
                found = link.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12)
                process = os.pidfd_open(struct.unpack("=iII", found)[0])
            except OSError:  # nobody there, or a kernel before 5.3
                return _at_once

        def gone(within_s: float) -> bool:
            watched = select.poll()
            watched.register(process, select.POLLIN)
            try:
                return bool(watched.poll(int(within_s * 1000)))
            finally:
                os.close(process)

        return gone

else:
    from collections.abc import Callable

    def _watch(server: str) -> "Callable[[float], bool]":
        """Return what says so at once: files of a running program may be replaced here."""
        return _at_once


def _at_once(within_s: float) -> bool:
    return True
