"""Default programs as freedesktop.org has them: the mime-apps-list 1.0.1 specification."""

from collections.abc import Iterator, Mapping
from pathlib import Path

DEFAULTS = "Default Applications"
_CACHE = "MIME Cache"
Groups = dict[str, dict[str, str]]


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
        groups = _read(file) if file else {}
        return groups.get("Desktop Entry", {}).get("Name") or entry.removesuffix(".desktop")

    def prefer(self, entry: str, kinds: list[str]) -> str:
        """Return the user's list with this program first for these types, and only these."""
        lines = _without(self.text(), entry, kinds)
        for kind in kinds:
            # of a key that is there twice the last one counts
            found = [(at, value) for at, key, value in _defaults(lines) if key == kind]
            if found:
                at, value = found[-1]
                lines[at] = _line(kind, [entry, *(e for e in _values(value) if e != entry)])
            else:
                lines.insert(_below_header(lines), _line(kind, [entry]))
        return "".join(lines)

    def without(self, entry: str) -> str:
        """Return the user's list without this program; what it had replaced is back."""
        return "".join(_without(self.text(), entry, []))

    def text(self) -> str:
        """Return the user's list as it is."""
        try:
            return self.file.read_bytes().decode("utf-8", "surrogateescape")
        except FileNotFoundError:
            return ""

    def _lists(self) -> Iterator[Path]:
        for folder in (*self._config, *self._applications):
            for name in self._names:
                yield folder / name


def _read(file: Path) -> Groups:
    """Read a key file as GLib does: a line that is none makes it worthless."""
    try:
        text = file.read_text("utf-8", "replace")
    except OSError:
        return {}
    groups: Groups = {}
    group: dict[str, str] | None = None
    for line in map(str.strip, text.split("\n")):
        if not line or line.startswith("#"):
            continue
        if line.startswith("[") and line.endswith("]"):
            group = groups.setdefault(line[1:-1], {})
            continue
        key, equals, value = line.partition("=")
        if group is None or not equals:
            return {}
        group[key.strip()] = value.strip()
    return groups


def _entries(groups: Groups, group: str, kind: str) -> list[str]:
    return _values(groups.get(group, {}).get(kind, ""))


def _values(text: str) -> list[str]:
    return [part.strip() for part in text.split(";") if part.strip()]


def _lines(text: str) -> list[str]:
    """Return the lines with their ends; joined they are the text again."""
    return [line + "\n" for line in text.split("\n")[:-1]] + [text.rpartition("\n")[2]]


def _defaults(lines: list[str]) -> list[tuple[int, str, str]]:
    """Return place, key and value of each line that names a default."""
    found, inside = [], False
    for at, line in enumerate(lines):
        stripped = line.strip()
        if stripped.startswith("["):
            inside = stripped == f"[{DEFAULTS}]"
        elif inside and not stripped.startswith("#") and "=" in stripped:
            key, _, value = stripped.partition("=")
            found.append((at, key.strip(), value))
    return found


def _without(text: str, entry: str, kept: list[str]) -> list[str]:
    """Return the lines with this program taken out, but for the kept types."""
    lines = _lines(text)
    for at, kind, value in _defaults(lines):
        entries = _values(value)
        if entry in entries and kind not in kept:
            entries = [e for e in entries if e != entry]
            lines[at] = _line(kind, entries) if entries else ""
    return lines


def _line(kind: str, entries: list[str]) -> str:
    return f"{kind}={';'.join(entries)}\n"


def _below_header(lines: list[str]) -> int:
    """Return where the defaults begin; where there are none, begin them at the end."""
    for at, line in enumerate(lines):
        if line.strip() == f"[{DEFAULTS}]":
            lines[at] = line if line.endswith("\n") else line + "\n"
            return at + 1
    if "".join(lines):
        lines.append("\n" if lines[-1] in ("", "\n") else "\n\n")
    lines.append(f"[{DEFAULTS}]\n")
    return len(lines)
