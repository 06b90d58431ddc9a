"""``tel:`` links on Windows: we offer ourselves, and the user chooses in the settings.

Windows keeps the choice in UserChoice keys, signed with a hash; who writes them breaks the
association. What is written instead: Capabilities and RegisteredApplications, which put
Traydial on the page of default apps, and the scheme's own key where no program has it.
https://learn.microsoft.com/windows/win32/shell/default-programs
"""

import contextlib
import ctypes
import os
import subprocess  # nosec B404 - its quoting alone
import sys
import winreg
from collections.abc import Callable, Iterator
from ctypes import wintypes

from traydial.domain.language import mark, tr
from traydial.platforms import SCHEMES, HandlerState

assert sys.platform == "win32"

NAME = "Traydial"
DESCRIPTION = mark("Dial any number with your desk phone")
_KNOWN = (*SCHEMES, "sip")
_CAPABILITIES = rf"{NAME}\Capabilities"
_CHOICES = r"Microsoft\Windows\Shell\Associations\UrlAssociations"
_VIEW = winreg.KEY_WOW64_64KEY  # a 32-bit Python writes where 64-bit programs look, too
_CHOOSE = mark(
    "Windows lets only you choose who opens phone links: in its settings under Apps, Default apps, "
    "Traydial, choose Traydial for {}."
)
_SHCNE_ASSOCCHANGED = 0x08000000
_ASSOCF_IS_PROTOCOL, _ASSOCSTR_PROGID, _ASSOCSTR_FRIENDLYAPPNAME = 0x1000, 20, 4

_shell32 = ctypes.WinDLL("shell32")
_shell32.SHChangeNotify.argtypes = (
    wintypes.LONG, wintypes.UINT, wintypes.LPCVOID, wintypes.LPCVOID,
)  # fmt: skip
_shell32.SHChangeNotify.restype = None
_shlwapi = ctypes.WinDLL("shlwapi")
_shlwapi.AssocQueryStringW.argtypes = (
    wintypes.DWORD, ctypes.c_int, wintypes.LPCWSTR, wintypes.LPCWSTR, wintypes.LPWSTR,
    ctypes.POINTER(wintypes.DWORD),
)  # fmt: skip
_shlwapi.AssocQueryStringW.restype = wintypes.LONG


def asked_of_windows(scheme: str) -> tuple[str, str]:
    """Return the ProgID that opens this scheme's links, and its program's name; or nothing."""
    return _associated(_ASSOCSTR_PROGID, scheme), _associated(_ASSOCSTR_FRIENDLYAPPNAME, scheme)


class WindowsTelHandler:
    """``command`` takes a link as one more argument; ``icon`` is a file with an icon in it."""

    why_not = ""

    def __init__(
        self,
        command: list[str],
        icon: str,
        *,
        per_machine: bool = False,
        software: str = "Software",
        asked: Callable[[str], tuple[str, str]] = asked_of_windows,
    ) -> None:
        self._command = f'{subprocess.list2cmdline(command)} "%1"'
        self._icon, self._software, self._asked = f"{icon},0", software, asked
        self._per_machine = per_machine
        self._root = winreg.HKEY_LOCAL_MACHINE if per_machine else winreg.HKEY_CURRENT_USER

    def state(self) -> HandlerState:
        """Look who is the handler now."""
        names, ours = {}, set()
        for scheme in _KNOWN:
            prog_id, name = self._asked(scheme)
            prog_id = self._chosen(scheme) or prog_id or scheme
            command = self._anywhere(rf"Classes\{prog_id}\shell\open\command")
            if command and (prog_id == _prog_id(scheme) or command == self._command):
                ours.add(scheme)
                names[scheme] = NAME
            else:
                names[scheme] = name or self._name(prog_id, command)
        return HandlerState(
            bool(self._anywhere("RegisteredApplications", NAME)), names, frozenset(ours)
        )

    def register(self, schemes: tuple[str, ...] = SCHEMES) -> str:
        """Offer Traydial for these links; return what the user has to do. Raises OSError."""
        self._take_back({*_KNOWN} - {*schemes})
        free = {scheme for scheme in schemes if self._is_free(scheme)}
        for scheme in schemes:
            self._offer(rf"Classes\{_prog_id(scheme)}", scheme)
            self._write(rf"Classes\{_prog_id(scheme)}\Application", "ApplicationName", NAME)
            self._write(rf"{_CAPABILITIES}\URLAssociations", scheme, _prog_id(scheme))
            if scheme in free:
                self._offer(rf"Classes\{scheme}", scheme)
        self._write(_CAPABILITIES, "ApplicationName", NAME)
        self._write(_CAPABILITIES, "ApplicationDescription", tr(DESCRIPTION))
        self._write(_CAPABILITIES, "ApplicationIcon", self._icon)
        self._write("RegisteredApplications", NAME, rf"{self._software}\{_CAPABILITIES}")
        _tell()
        left = [scheme for scheme in schemes if scheme not in self.state().ours]
        return tr(_CHOOSE).format(", ".join(scheme.upper() for scheme in left)) if left else ""

    def unregister(self) -> None:
        """Take back what ``register`` wrote. Raises OSError."""
        self._take_back({*_KNOWN})
        self._delete_tree(_CAPABILITIES)
        self._delete_if_empty(NAME)  # an installer may have left settings there
        with (
            contextlib.suppress(FileNotFoundError),
            self._open("RegisteredApplications", winreg.KEY_SET_VALUE) as key,
        ):
            winreg.DeleteValue(key, NAME)
        self._delete_if_empty("RegisteredApplications")
        _tell()

    def open_settings(self) -> bool:
        """Open the page where the user chooses, at Traydial where Windows knows how."""
        kind = "Machine" if self._per_machine else "User"
        try:
            os.startfile(f"ms-settings:defaultapps?registeredApp{kind}={NAME}")  # noqa: S606 - a page
        except OSError:
            return False
        return True

    def _offer(self, path: str, scheme: str) -> None:
        """Write a class whose links we open."""
        self._write(path, "", f"URL:{NAME} {scheme}")
        self._write(path, "URL Protocol", "")
        self._write(rf"{path}\DefaultIcon", "", self._icon)
        self._write(rf"{path}\shell\open\command", "", self._command)

    def _take_back(self, schemes: set[str]) -> None:
        for scheme in schemes:
            # whoever took the scheme's own key meanwhile keeps it
            if self._is_ours(scheme):
                self._delete_tree(rf"Classes\{scheme}")
            self._delete_tree(rf"Classes\{_prog_id(scheme)}")
            with (
                contextlib.suppress(FileNotFoundError),
                self._open(rf"{_CAPABILITIES}\URLAssociations", winreg.KEY_SET_VALUE) as key,
            ):
                winreg.DeleteValue(key, scheme)

    def _is_free(self, scheme: str) -> bool:
        return self._is_ours(scheme) or not any(
            _exists(root, rf"{self._software}\Classes\{scheme}") for root in _ROOTS
        )

    def _is_ours(self, scheme: str) -> bool:
        """Tell whether we wrote the scheme's own key; the command may be of another version."""
        path = rf"{self._software}\Classes\{scheme}"
        return _value(self._root, path, "") == f"URL:{NAME} {scheme}" and _value(
            self._root, rf"{path}\shell\open\command", ""
        ) in ("", self._command, self._written_command(scheme))

    def _written_command(self, scheme: str) -> str:
        path = rf"{self._software}\Classes\{_prog_id(scheme)}\shell\open\command"
        return _value(self._root, path, "")

    def _chosen(self, scheme: str) -> str:
        """Return the ProgID that the user chose: newer versions of Windows have a second key."""
        for place in ("UserChoiceLatest\\ProgId", "UserChoice"):
            path = rf"{self._software}\{_CHOICES}\{scheme}\{place}"
            if prog_id := _value(winreg.HKEY_CURRENT_USER, path, "ProgId"):
                return prog_id
        return ""

    def _name(self, prog_id: str, command: str) -> str:
        """Name a program by what it says of itself, else by its file; empty for none."""
        name = self._anywhere(rf"Classes\{prog_id}\Application", "ApplicationName")
        if name and not name.startswith("@"):  # a text in a file of the program
            return name
        program = command.partition('"')[2].partition('"')[0] or command.partition(" ")[0]
        file = program.rpartition("\\")[2]
        if file:
            return file.rpartition(".")[0] or file
        return "" if prog_id in _KNOWN else prog_id

    def _anywhere(self, path: str, name: str = "") -> str:
        for root in _ROOTS:
            if value := _value(root, rf"{self._software}\{path}", name):
                return value
        return ""

    def _open(self, path: str, access: int) -> winreg.HKEYType:
        return winreg.OpenKey(self._root, rf"{self._software}\{path}", 0, access | _VIEW)

    def _write(self, path: str, name: str, value: str) -> None:
        full = rf"{self._software}\{path}"
        with winreg.CreateKeyEx(self._root, full, 0, winreg.KEY_SET_VALUE | _VIEW) as key:
            winreg.SetValueEx(key, name, 0, winreg.REG_SZ, value)

    def _delete_tree(self, path: str) -> None:
        with contextlib.suppress(FileNotFoundError):
            with self._open(path, winreg.KEY_READ) as key:
                below = [*_subkeys(key)]
            for name in below:
                self._delete_tree(rf"{path}\{name}")
            winreg.DeleteKeyEx(self._root, rf"{self._software}\{path}", _VIEW, 0)

    def _delete_if_empty(self, path: str) -> None:
        with contextlib.suppress(FileNotFoundError):
            with self._open(path, winreg.KEY_READ) as key:
                subkeys, values, _ = winreg.QueryInfoKey(key)
            if not subkeys and not values:
                winreg.DeleteKeyEx(self._root, rf"{self._software}\{path}", _VIEW, 0)


_ROOTS = (winreg.HKEY_CURRENT_USER, winreg.HKEY_LOCAL_MACHINE)


def _prog_id(scheme: str) -> str:
    return f"{NAME}.{scheme}"


def _exists(root: int, path: str) -> bool:
    try:
        winreg.OpenKey(root, path, 0, winreg.KEY_READ | _VIEW).Close()
    except OSError:
        return False
    return True


def _value(root: int, path: str, name: str) -> str:
    try:
        with winreg.OpenKey(root, path, 0, winreg.KEY_READ | _VIEW) as key:
            value, _ = winreg.QueryValueEx(key, name)
    except OSError:  # not there, or not for us
        return ""
    return value if isinstance(value, str) else ""


def _subkeys(key: winreg.HKEYType) -> Iterator[str]:
    for number in range(winreg.QueryInfoKey(key)[0]):
        yield winreg.EnumKey(key, number)


def _associated(what: int, scheme: str) -> str:
    text = ctypes.create_unicode_buffer(512)
    size = wintypes.DWORD(len(text))
    result = _shlwapi.AssocQueryStringW(
        _ASSOCF_IS_PROTOCOL, what, scheme, None, text, ctypes.byref(size)
    )
    return text.value if result == 0 else ""


def _tell() -> None:
    _shell32.SHChangeNotify(_SHCNE_ASSOCCHANGED, 0, None, None)
