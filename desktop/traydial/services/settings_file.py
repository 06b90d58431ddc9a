"""``config.toml``: read leniently, written without losing the user's comments."""

import contextlib
import glob
import os
import tempfile
import time
import tomllib
from pathlib import Path
from typing import Any

from traydial.domain.language import tr
from traydial.domain.setting_layers import Layered, to_write
from traydial.domain.settings import Problem, Settings, dump, read

FILE_NAME = "config.toml"
MAX_BYTES = 1 << 20
_LEFT_AFTER_S = 600.0  # nobody writes for so long


def load(path: Path) -> tuple[Settings, list[Problem]]:
    """Return the settings of one file and what was wrong; a missing file means defaults."""
    tables, problems = read_tables(path)
    settings, wrong = read(tables)
    return settings, problems + wrong


def read_tables(path: Path) -> tuple[dict[str, Any], list[Problem]]:
    """Return what a file holds, unchecked; a missing file holds nothing.

    A file that is no TOML costs all settings, never the program: its place is named.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            return {}, [Problem(path.name, tr("is too large to be a config file"))]
        return tomllib.loads(path.read_bytes().decode("utf-8")), []
    except FileNotFoundError:
        return {}, []
    except OSError as error:
        return {}, [Problem(path.name, tr("cannot be read: {why}", why=error.strerror))]
    except UnicodeDecodeError:
        return {}, [Problem(path.name, tr("is not UTF-8 text"))]
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return {}, [Problem(path.name, tr("is not valid TOML: {error}", error=error))]


def save(path: Path, settings: Settings, layers: Layered | None = None) -> None:
    """Write the settings, keeping comments and keys of the file; readable by the user alone.

    Above and below the user's file may be ``layers``: what those say is left to them.
    The file is replaced in one step: a crash leaves the old one or the new one. Raises OSError.
    """
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    try:
        document = tomlkit.parse(path.read_text("utf-8"))
    except (FileNotFoundError, UnicodeDecodeError, TOMLKitError):
        _keep_aside(path)
        document = tomlkit.document()
    belongs = to_write(settings, layers or Layered())
    for section, values in dump(settings).items():
        old = document.get(section)
        known = old if isinstance(old, dict) else {}
        wanted = {key: v for key, v in values.items() if belongs(section, key, key in known)}
        if not wanted:
            continue
        if not isinstance(old, dict):
            document[section] = tomlkit.table()
        table = document[section]
        for key, value in wanted.items():
            if table.get(key) != value:
                table[key] = value
    write_private(path, tomlkit.dumps(document))


def write_private(path: Path, text: str) -> None:
    """Replace a file in one step, readable and writable by the user alone."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")  # 0600
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    _sweep(path)


def _sweep(path: Path) -> None:
    """Delete what writers left that were killed: it holds what the file itself may not any more."""
    for left in path.parent.glob(f".{glob.escape(path.name)}.????????"):
        with contextlib.suppress(OSError):
            if time.time() - left.stat().st_mtime > _LEFT_AFTER_S:
                left.unlink()


def _keep_aside(path: Path) -> None:
    """Keep a file that could not be understood: somebody wrote it by hand."""
    if path.exists():
        path.replace(path.with_name(f"{path.name}.unreadable"))
