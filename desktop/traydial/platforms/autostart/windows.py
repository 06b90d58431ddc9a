"""Start at login on Windows: the user's Run key, which the Task Manager can switch off.

https://learn.microsoft.com/windows/win32/setupapi/run-and-runonce-registry-keys
"""

import contextlib
import subprocess  # nosec B404 - its quoting alone
import sys
import winreg

assert sys.platform == "win32"

NAME = "Traydial"
_RUN = r"Microsoft\Windows\CurrentVersion\Run"
_APPROVED = r"Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
_VIEW = winreg.KEY_WOW64_64KEY


class WindowsAutostart:
    """``command`` starts the program. What was set up for all users counts, too."""

    why_not = ""

    def __init__(self, command: list[str], *, software: str = "Software") -> None:
        self._command, self._software = subprocess.list2cmdline(command), software

    def is_on(self) -> bool:
        """Look whether Windows starts the program at login."""
        own = self._value(winreg.HKEY_CURRENT_USER, _RUN)
        if not own and not self._value(winreg.HKEY_LOCAL_MACHINE, _RUN):
            return False
        return not self._is_switched_off()

    def turn(self, on: bool) -> None:
        """Start at login from now on, or not. Raises OSError."""
        if on:
            with self._open(_RUN) as key:
                winreg.SetValueEx(key, NAME, 0, winreg.REG_SZ, self._command)
            if self._is_switched_off():
                self._drop(_APPROVED)
            return
        self._drop(_RUN)
        if self._value(winreg.HKEY_LOCAL_MACHINE, _RUN):  # set up for all users: as the Task
            with self._open(_APPROVED) as key:  # Manager switches it off for one of them
                winreg.SetValueEx(key, NAME, 0, winreg.REG_BINARY, b"\x03" + bytes(11))

    def _is_switched_off(self) -> bool:
        state = self._value(winreg.HKEY_CURRENT_USER, _APPROVED)
        return isinstance(state, bytes) and bool(state) and bool(state[0] & 1)

    def _open(self, path: str) -> winreg.HKEYType:
        return winreg.CreateKeyEx(
            winreg.HKEY_CURRENT_USER, rf"{self._software}\{path}", 0, winreg.KEY_SET_VALUE | _VIEW
        )

    def _drop(self, path: str) -> None:
        with contextlib.suppress(FileNotFoundError), self._open(path) as key:
            winreg.DeleteValue(key, NAME)

    def _value(self, root: int, path: str) -> object:
        try:
            with winreg.OpenKeyEx(
                root, rf"{self._software}\{path}", 0, winreg.KEY_READ | _VIEW
            ) as key:
                return winreg.QueryValueEx(key, NAME)[0]
        except OSError:
            return None
