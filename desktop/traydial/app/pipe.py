"""The running copy's named pipe, as others of the same session see it. Windows only.

Imports nothing heavy: ``open_link_windows`` uses it for clicked links. Reads and writes are
overlapped, for on a plain handle a write would wait until a read has ended.
"""

import _winapi
import ctypes
import nt
import sys
import time
from ctypes import wintypes

assert sys.platform == "win32"

BUSY_FOR_S = 3.0  # all instances are taken: others ask at the same moment
_ERROR_BROKEN_PIPE, _ERROR_SEM_TIMEOUT, _ERROR_PIPE_BUSY = 109, 121, 231
_ERROR_ALREADY_EXISTS = 183
# a server that is not ours may learn who we are, but not act in our name
_FLAGS = _winapi.FILE_FLAG_OVERLAPPED | 0x100000 | 0x10000  # SQOS_PRESENT, IDENTIFICATION
_STEP_MS = 250  # Python's signal handlers run between two steps

_kernel32 = ctypes.WinDLL("kernel32", use_last_error=True)
_GET_ID = (wintypes.HANDLE, ctypes.POINTER(wintypes.ULONG))


def session_id() -> int:
    """Return the number of our session, which outlives a reconnect; the name of it does not."""
    found = wintypes.DWORD()
    ask = _kernel32.ProcessIdToSessionId
    ask.argtypes, ask.restype = (wintypes.DWORD, ctypes.POINTER(wintypes.DWORD)), wintypes.BOOL
    ask(nt.getpid(), ctypes.byref(found))
    return found.value


def first_to_start(server: str) -> bool:
    """Tell whether nobody else in this session is about to start the copy; holds until we end."""
    make = _kernel32.CreateMutexW
    make.argtypes = (wintypes.LPCVOID, wintypes.BOOL, wintypes.LPCWSTR)
    make.restype = wintypes.HANDLE
    make(None, False, "Local\\" + server.rpartition("\\")[2])
    return ctypes.get_last_error() != _ERROR_ALREADY_EXISTS


class Pipe:
    """One connection to the running copy."""

    def __init__(self, handle: int) -> None:
        self._handle = handle

    @classmethod
    def connect(cls, name: str) -> "Pipe | None":
        """Return a connection, or None where nobody of this session listens."""
        deadline = time.monotonic() + BUSY_FOR_S
        while True:
            try:
                handle = _winapi.CreateFile(
                    name,
                    _winapi.GENERIC_READ | _winapi.GENERIC_WRITE,
                    0,
                    _winapi.NULL,
                    _winapi.OPEN_EXISTING,
                    _FLAGS,
                    _winapi.NULL,
                )
                break
            except OSError as error:
                left_ms = int((deadline - time.monotonic()) * 1000)
                if error.winerror != _ERROR_PIPE_BUSY or left_ms <= 0:
                    return None
                if not _until_free(name, left_ms):
                    return None
        if _asked(_kernel32.GetNamedPipeServerSessionId, handle) == session_id():
            return cls(handle)
        _winapi.CloseHandle(handle)  # somebody of another session took the name
        return None

    def let_come_to_front(self) -> None:
        """Give the running copy our right to show a window before all others."""
        allow = ctypes.WinDLL("user32").AllowSetForegroundWindow
        allow.argtypes, allow.restype = (wintypes.DWORD,), wintypes.BOOL
        allow(self.server_process())

    def server_process(self) -> int:
        """Return the id of the running copy's process."""
        return _asked(_kernel32.GetNamedPipeServerProcessId, self._handle)

    def send(self, data: bytes) -> None:
        """Send all of it. Raises OSError when the running copy has gone."""
        sending, _ = _winapi.WriteFile(self._handle, data, overlapped=True)
        sending.GetOverlappedResult(True)

    def receive(self, within_s: float | None = None) -> bytes:
        """Return what has come; nothing where the copy has gone. Raises TimeoutError."""
        try:
            coming, _ = _winapi.ReadFile(self._handle, 65536, overlapped=True)
            ends = None if within_s is None else time.monotonic() + within_s
            while not _is_over(coming):
                if ends is not None and time.monotonic() > ends:
                    coming.cancel()
                    raise TimeoutError
            coming.GetOverlappedResult(True)
        except BrokenPipeError:
            return b""
        except OSError as error:
            if error.winerror == _ERROR_BROKEN_PIPE:
                return b""
            raise
        return bytes(coming.getbuffer() or b"")

    def close(self) -> None:
        """Hang up."""
        _winapi.CloseHandle(self._handle)


def _is_over(coming: _winapi.Overlapped) -> bool:
    try:
        done = _winapi.WaitForMultipleObjects([coming.event], False, _STEP_MS)
    except InterruptedError:  # a signal, whose handler has run
        return False
    return done == _winapi.WAIT_OBJECT_0


def _until_free(name: str, milliseconds: int) -> bool:
    try:
        _winapi.WaitNamedPipe(name, milliseconds)
    except OSError as error:
        return error.winerror == _ERROR_SEM_TIMEOUT
    return True


def _asked(get: "ctypes._NamedFuncPointer", handle: int) -> int:
    found = wintypes.ULONG()
    get.argtypes, get.restype = _GET_ID, wintypes.BOOL
    return found.value if get(handle, ctypes.byref(found)) else -1
