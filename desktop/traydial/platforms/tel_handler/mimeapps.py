"""Default programs as freedesktop.org has them: the mime-apps-list 1.0.1 specification."""

import configparser
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

DEFAULTS = "Default Applications"
_CACHE = "MIME Cache"


class MimeApps:
    """Reads who opens a type, and edits the user's own list without touching another line."""

    def __init__(self, environ: Mapping[str, str], home: Path) -> None:
        def folders(name: str, default: str) -> list[Path]:
            listed = environ.get(name) or default
            return [Path(part) for part in listed.split(":") if part.startswith("/")]

        own_config = Path(environ.get("XDG_CONFIG_HOME") or home / ".config")
        self.data = Path(environ.get("XDG_DATA_HOME") or home / ".local/share")
        self.file = own_config / "mimeapps.list"
        self._config = [own_config, *folders("XDG_CONFIG_DIRS", "/etc/xdg")]
        data_dirs = folders("XDG_DATA_DIRS", "/usr/local/share:/usr/share")
        self._applications = [folder / "applications" for folder in (self.data, *data_dirs)]
        desktops = environ.get("XDG_CURRENT_DESKTOP", "").lower().split(":")
        names = [f"{name}-mimeapps.list" for name in desktops if name]
        self._names = [*names, "mimeapps.list"]

    def default(self, kind: str) -> str:
        """Return the id (``x.desktop``) of the program that opens this type, or an empty text."""
        removed: set[str] = set()
        fallback: list[str] = []
        for file in self._lists():
            groups = _read(file)
            for entry in _entries(groups, DEFAULTS, kind):
                if self.find(entry):
                    return entry
            removed.update(_entries(groups, "Removed Associations", kind))
            added = _entries(groups, "Added Associations", kind)
            fallback += [entry for entry in added if entry not in removed]
        for folder in self._applications:
            cached = _entries(_read(folder / "mimeinfo.cache"), _CACHE, kind)
            fallback += [entry for entry in cached if entry not in removed]
        return next((entry for entry in fallback if self.find(entry)), "")

    def find(self, entry: str) -> Path | None:
        """Return the file of a program's id; its folders may be written as dashes."""
        for folder in self._applications:
            parts = entry.split("-")
            for count in range(len(parts)):
                file = folder.joinpath(*parts[:count], "-".join(parts[count:]))
                if file.is_file():
                    return file
        return None

    def name(self, entry: str) -> str:
        """Return what a program calls itself."""
        file = self.find(entry)
        groups = _read(file) if file else None
        if groups is None or not groups.has_option("Desktop Entry", "Name"):
            return entry.removesuffix(".desktop")
        return groups.get("Desktop Entry", "Name")

    def prefer(self, entry: str, kinds: list[str]) -> str:
        """Return the user's list with this program first for these types."""
        text = self._text()
        for kind in kinds:
            others = [e for e in _values(_line(text, kind)) if e != entry]
            text = _with(text, kind, [entry, *others])
        return text

    def without(self, entry: str) -> str:
        """Return the user's list without this program; what it had replaced is back."""
        text = self._text()
        for kind in _kinds_of(text, entry):
            text = _with(text, kind, [e for e in _values(_line(text, kind)) if e != entry])
        return text

    def _text(self) -> str:
        try:
            return self.file.read_bytes().decode("utf-8", "surrogateescape")
        except FileNotFoundError:
            return ""

    def _lists(self) -> Iterator[Path]:
        for folder in (*self._config, *self._applications):
            for name in self._names:
                yield folder / name


def _read(file: Path) -> configparser.ConfigParser:
    groups = configparser.ConfigParser(
        interpolation=None, strict=False, delimiters=("=",), comment_prefixes=("#",)
    )
    groups.optionxform = str  # type: ignore[assignment,method-assign]
    try:
        groups.read_string(file.read_text("utf-8", "replace"))
    except (OSError, configparser.Error):
        groups.clear()
    return groups


def _entries(groups: configparser.ConfigParser, group: str, kind: str) -> list[str]:
    return _values(groups.get(group, kind, fallback=""))


def _values(text: str) -> list[str]:
    return [part.strip() for part in text.split(";") if part.strip()]


def _group(text: str) -> tuple[int, int]:
    """Return where the lines of the defaults begin and end; (-1, -1) where there are none."""
    found = re.search(rf"^\[{DEFAULTS}\][^\S\n]*(?:\n|\Z)", text, re.MULTILINE)
    if found is None:
        return -1, -1
    end = re.compile(r"^\[", re.MULTILINE).search(text, found.end())
    return found.end(), end.start() if end else len(text)


def _key(text: str, kind: str) -> re.Match[str] | None:
    start, end = _group(text)
    pattern = re.compile(rf"^{re.escape(kind)}[^\S\n]*=(?P<value>[^\n]*)(?:\n|\Z)", re.MULTILINE)
    return pattern.search(text, start, end) if start >= 0 else None


def _line(text: str, kind: str) -> str:
    found = _key(text, kind)
    return found["value"] if found else ""


def _kinds_of(text: str, entry: str) -> list[str]:
    start, end = _group(text)
    if start < 0:
        return []
    lines = (line.partition("=") for line in text[start:end].splitlines())
    return [key.strip() for key, _, value in lines if entry in _values(value)]


def _with(text: str, kind: str, entries: list[str]) -> str:
    line = f"{kind}={';'.join(entries)}\n" if entries else ""
    if found := _key(text, kind):
        return text[: found.start()] + line + text[found.end() :]
    start, _ = _group(text)
    if start < 0:
        gap = "" if not text else "\n" if text.endswith("\n") else "\n\n"
        return f"{text}{gap}[{DEFAULTS}]\n{line}"
    head = text[:start] if text[:start].endswith("\n") else text[:start] + "\n"
    return head + line + text[start:]
