"""Programs that are started and then live on by themselves.

Each has a thread that starts it and waits for its end: neither may hold up the loop, and a
program that has ended is not to stay behind as a zombie.
"""

import asyncio
import contextlib
import os
import shutil
import subprocess  # nosec B404 - an argument list, no shell
import sys
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path

from traydial.domain.errors import NotOpened
from traydial.domain.language import tr

MOST = 8  # at once; more is a flood
START_WITHIN_S = 10.0
LOOK_AT_END_S = 3.0  # who ends badly so soon has told that it did not work
_BATCH = (".bat", ".cmd")  # run by cmd.exe, which reads its arguments as commands
# what a program of the user's own needs to find its home, its words and its screen
_NAMES = (
    "HOME USER LOGNAME SHELL PATH LANG LANGUAGE TZ TMPDIR DISPLAY WAYLAND_DISPLAY XAUTHORITY"
    " DBUS_SESSION_BUS_ADDRESS DESKTOP_SESSION BROWSER PULSE_SERVER"
    " SYSTEMROOT SYSTEMDRIVE WINDIR COMSPEC PATHEXT TEMP TMP OS USERPROFILE USERNAME USERDOMAIN"
    " HOMEDRIVE HOMEPATH APPDATA LOCALAPPDATA PROGRAMDATA PROGRAMFILES PROGRAMFILES(X86)"
    " PROGRAMW6432 COMMONPROGRAMFILES ALLUSERSPROFILE PUBLIC COMPUTERNAME SESSIONNAME"
    " NUMBER_OF_PROCESSORS PROCESSOR_ARCHITECTURE"
)
_KEPT = frozenset(_NAMES.split())
_OURS = ("TRAYDIAL_", "QT_API", "LD_LIBRARY_PATH")
_KEPT_KINDS = ("LC_", "XDG_", "GNOME_", "KDE_", "GTK_", "QT_QPA_", "WINE")


def clean_environment(environ: Mapping[str, str]) -> dict[str, str]:
    """Return what another program may see of ours: nothing that could be a secret."""
    return {
        name: value
        for name, value in environ.items()
        if name.upper() in _KEPT or name.upper().startswith(_KEPT_KINDS)
    }


def without_ours(environ: Mapping[str, str]) -> dict[str, str]:
    """Return the user's environment for their own browser: all but what is ours."""
    return {name: value for name, value in environ.items() if not name.startswith(_OURS)}


class Processes:
    """Starts programs in this environment."""

    def __init__(self, environ: Mapping[str, str], most: int = MOST) -> None:
        self._environ, self._most = dict(environ), most
        self._running: set[threading.Thread] = set()

    async def start(self, command: Sequence[str], *, look_s: float = LOOK_AT_END_S) -> None:
        """Start a program. Raises NotOpened, also where it ends badly at once."""
        self._running = {thread for thread in self._running if thread.is_alive()}
        if len(self._running) >= self._most:
            raise NotOpened(command[0], tr("{count} of them are running still", count=self._most))
        child = _Child([self.found(command[0]), *command[1:]], self._environ)
        self._running.add(child)
        child.start()
        try:
            await asyncio.wait_for(asyncio.shield(child.started), START_WITHIN_S)
        except TimeoutError:
            raise NotOpened(command[0], tr("it does not start")) from None
        except OSError as error:
            raise NotOpened(command[0], error.strerror or str(error)) from error
        with contextlib.suppress(TimeoutError):
            code = await asyncio.wait_for(asyncio.shield(child.ended), look_s)
            if code:
                raise NotOpened(command[0], tr("it ended at once with {code}", code=code))

    def found(self, program: str) -> str:
        """Return where a program is. Raises NotOpened."""
        place = shutil.which(program, path=self._environ.get("PATH", os.defpath))
        if place is None or not Path(place).is_absolute():  # Windows looks in this folder, too
            raise NotOpened(program, tr("there is no such program"))
        if place.lower().endswith(_BATCH):
            raise NotOpened(program, tr("it is a batch file"))
        return place


class _Child(threading.Thread):
    """One program from its start to its end."""

    def __init__(self, command: list[str], environ: dict[str, str]) -> None:
        super().__init__(name="traydial-program", daemon=True)
        self._command, self._environ = command, environ
        self._loop = asyncio.get_running_loop()
        self.started: asyncio.Future[None] = self._loop.create_future()
        self.ended: asyncio.Future[int] = self._loop.create_future()

    def run(self) -> None:
        try:
            process = self._popen()
        except (OSError, ValueError) as error:
            wrong = error if isinstance(error, OSError) else OSError(str(error))
            self._tell(_failed, self.started, wrong)
            return
        self._tell(_done, self.started, None)
        self._tell(_done, self.ended, process.wait())

    def _popen(self) -> "subprocess.Popen[bytes]":
        flags = 0
        if sys.platform == "win32":
            flags = subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP
        return subprocess.Popen(  # noqa: S603
            self._command,
            env=self._environ,
            cwd=Path.home(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            close_fds=True,
            start_new_session=True,  # it outlives this program; Windows ignores it
            creationflags=flags,
        )

    def _tell(self, *what: object) -> None:
        tell, future, value = what
        with contextlib.suppress(RuntimeError):  # the program has ended meanwhile
            self._loop.call_soon_threadsafe(tell, future, value)  # type: ignore[arg-type]


def _done(future: "asyncio.Future[object]", value: object) -> None:
    if not future.done():
        future.set_result(value)


def _failed(future: "asyncio.Future[object]", error: OSError) -> None:
    if not future.done():
        future.set_exception(error)
