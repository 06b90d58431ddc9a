"""``tel:`` links on Linux desktops: a .desktop file, a D-Bus service, the list of defaults."""

import contextlib
import os
import shutil
import subprocess  # nosec B404 - update-desktop-database alone, no shell
from collections.abc import Mapping
from pathlib import Path

from traydial.domain.language import mark, tr
from traydial.platforms import APP_ID, SCHEMES, HandlerState
from traydial.platforms.desktop_entry import COMMENT, GENERIC_NAME, quoted, write
from traydial.platforms.tel_handler.mimeapps import DEFAULTS, MimeApps

ENTRY = f"{APP_ID}.desktop"
ICON = Path(__file__).with_name("traydial.svg")
_DESKTOP = """\
[Desktop Entry]
Type=Application
Name=Traydial
{generic_name}
{comment}
Icon={icon}
Exec={command} %u
DBusActivatable=true
StartupNotify=false
Terminal=false
Categories=Network;Telephony;
MimeType={kinds}
"""
_SERVICE = """\
[D-BUS Service]
Name={name}
Exec={command}
"""
_OVERRULED = mark(
    "This desktop keeps another program for phone links; "
    "choose Traydial in its settings under default applications."
)


def desktop_entry(open_command: list[str], schemes: tuple[str, ...]) -> str:
    """Return the .desktop file of a program that opens these links (Desktop Entry 1.5)."""
    return _DESKTOP.format(
        generic_name=GENERIC_NAME,
        comment=COMMENT,
        icon=APP_ID,
        command=" ".join(map(quoted, open_command)),
        kinds="".join(f"{_kind(scheme)};" for scheme in schemes),
    )


def service(start_command: list[str]) -> str:
    """Return the file by which the bus starts the program (D-Bus Specification)."""
    return _SERVICE.format(name=APP_ID, command=" ".join(map(_shell_quoted, start_command)))


class LinuxTelHandler:
    """``open_command`` takes a link as its last argument; ``start_command`` starts the program."""

    why_not = ""

    def __init__(
        self,
        environ: Mapping[str, str],
        home: Path,
        open_command: list[str],
        start_command: list[str],
    ) -> None:
        self._apps = MimeApps(environ, home)
        self._open, self._start = open_command, start_command
        self._path = environ.get("PATH", os.defpath)

    def state(self) -> HandlerState:
        """Look who is the handler now."""
        current = {scheme: self._apps.default(_kind(scheme)) for scheme in (*SCHEMES, "sip")}
        ours = frozenset(scheme for scheme, entry in current.items() if entry == ENTRY)
        names = {scheme: self._apps.name(e) if e else "" for scheme, e in current.items()}
        return HandlerState(self._desktop_file.is_file(), names, ours)

    def register(self, schemes: tuple[str, ...] = SCHEMES) -> str:
        """Become the handler of these links. Raises OSError."""
        kinds = [_kind(scheme) for scheme in schemes]
        texts = {  # all of them before the first is written
            self._desktop_file: desktop_entry(self._open, schemes),
            self._service_file: service(self._start),
            self._icon_file: ICON.read_text("utf-8"),
            self._apps.file: self._apps.prefer(ENTRY, kinds),
        }
        for file, text in texts.items():
            write(file, text)
        self._tell()
        return "" if self.state().ours >= {*schemes} else tr(_OVERRULED)

    def unregister(self) -> None:
        """Take back what ``register`` wrote. Raises OSError."""
        before, text = self._apps.text(), self._apps.without(ENTRY)
        if text != before and text.strip() in ("", f"[{DEFAULTS}]"):
            self._apps.file.unlink(missing_ok=True)
        elif text != before:
            write(self._apps.file, text)
        for file in (self._desktop_file, self._service_file, self._icon_file):
            file.unlink(missing_ok=True)
        self._tell()

    def open_settings(self) -> bool:
        """There is no such page that all desktops have; registering is enough here."""
        return False

    @property
    def _desktop_file(self) -> Path:
        return self._apps.data / "applications" / ENTRY

    @property
    def _service_file(self) -> Path:
        return self._apps.data / "dbus-1/services" / f"{APP_ID}.service"

    @property
    def _icon_file(self) -> Path:
        return self._apps.data / "icons/hicolor/scalable/apps" / f"{APP_ID}.svg"

    def _tell(self) -> None:
        """Refresh the cache that some desktops read; without it they notice later."""
        tool = shutil.which("update-desktop-database", path=self._path)
        if tool and self._desktop_file.parent.is_dir():
            with contextlib.suppress(OSError, subprocess.TimeoutExpired):
                subprocess.run(  # noqa: S603
                    [tool, "--quiet", str(self._desktop_file.parent)], check=False, timeout=10
                )


def _kind(scheme: str) -> str:
    return f"x-scheme-handler/{scheme}"


def _shell_quoted(argument: str) -> str:
    """Quote for a D-Bus service file, whose Exec is split as a shell would."""
    if any(ord(c) < 32 for c in argument):
        raise OSError(f"a path holds a control character: {argument!r}")
    quoted = argument.replace("'", "'\"'\"'").replace("\\", "\\\\")  # the value is escaped, too
    return f"'{quoted}'"
