"""What the administrator set on this computer: locked, or proposed. Nothing is written here.

``place`` is ``/etc/xdg`` on Linux, ``Software`` in the registry of Windows, ``/Library`` on
macOS; it is fixed, for whoever may move it is not bound by what stands there.
"""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from traydial.domain.language import tr
from traydial.domain.setting_layers import Layer, Layered, Source, fitted, layered
from traydial.domain.settings import Problem
from traydial.services.settings_file import FILE_NAME, MAX_BYTES, read_tables

POLICY_FILE = "policy.toml"
_PREFERENCES = "org.traydial.Traydial.plist"
_MOST_VALUES = 500  # of one key of the registry


def load_layers(config_file: Path, of_admin: Iterable[Source] = ()) -> Layered:
    """Return the settings of the user's file, with what the administrator says of them."""
    tables, problems = read_tables(config_file)
    return layered([*of_admin, Source(Layer.USER, tables, tuple(problems))])


def administered(place: str) -> list[Source]:
    """Return what the administrator says, what is more binding first; nothing without a place."""
    if not place:
        return []
    if sys.platform == "win32":
        return _registry(place)
    if sys.platform == "darwin":
        return preferences(Path(place))
    return folder(Path(place, "traydial"))


def folder(where: Path) -> list[Source]:
    """Read ``policy.toml`` and ``config.toml`` of a folder."""
    files = ((Layer.POLICY, POLICY_FILE), (Layer.MACHINE, FILE_NAME))
    return [_of_file(layer, where / name) for layer, name in files]


def preferences(library: Path) -> list[Source]:
    """Read managed preferences, which are locked, and those of the machine."""
    return [
        _of_plist(Layer.POLICY, library / "Managed Preferences" / _PREFERENCES),
        _of_plist(Layer.MACHINE, library / "Preferences" / _PREFERENCES),
    ]


def _of_file(layer: Layer, file: Path) -> Source:
    tables, problems = read_tables(file)
    return Source(layer, tables, tuple(problems), str(file))


def _of_plist(layer: Layer, file: Path) -> Source:
    def failed(why: str) -> Source:
        return Source(layer, {}, (Problem(file.name, why),), str(file))

    try:
        if file.stat().st_size > MAX_BYTES:
            return failed(tr("is too large"))
        content = file.read_bytes()
    except FileNotFoundError:
        return Source(layer)
    except OSError as error:
        return failed(tr("cannot be read: {why}", why=error.strerror))
    import plistlib
    from xml.parsers.expat import ExpatError

    try:
        tables = plistlib.loads(content)
    except (plistlib.InvalidFileException, ExpatError, ValueError, RecursionError, OverflowError):
        return failed(tr("is not a property list"))
    if not isinstance(tables, dict):
        return failed(tr("is not a list of sections"))
    return Source(layer, {str(key): value for key, value in tables.items()}, (), str(file))


if sys.platform == "win32":
    import winreg

    _VIEW = winreg.KEY_READ | winreg.KEY_WOW64_64KEY

    def _registry(software: str) -> list[Source]:
        locked, proposed = rf"{software}\Policies\Traydial", rf"{software}\Traydial"
        return [
            _of_key(Layer.POLICY, winreg.HKEY_LOCAL_MACHINE, locked, "HKLM"),
            _of_key(Layer.POLICY, winreg.HKEY_CURRENT_USER, locked, "HKCU"),
            _of_key(Layer.MACHINE, winreg.HKEY_LOCAL_MACHINE, proposed, "HKLM"),
        ]

    def _of_key(layer: Layer, root: int, path: str, hive: str) -> Source:
        name = rf"{hive}\{path}"
        tables: dict[str, dict[str, Any]] = {}
        try:
            with winreg.OpenKey(root, path, 0, _VIEW) as key:
                for number in range(min(winreg.QueryInfoKey(key)[0], _MOST_VALUES)):
                    section = winreg.EnumKey(key, number)
                    if layer is Layer.MACHINE and section == "Capabilities":
                        continue  # what the handler of phone links writes there, see tel_handler
                    with winreg.OpenKey(key, section, 0, _VIEW) as opened:
                        tables[section] = _values(opened)
        except FileNotFoundError:
            return Source(layer)
        except OSError as error:
            problem = Problem(name, tr("cannot be read: {why}", why=error.strerror))
            return Source(layer, {}, (problem,), name)
        return Source(layer, fitted(tables), (), name)

    def _values(key: winreg.HKEYType) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for number in range(min(winreg.QueryInfoKey(key)[1], _MOST_VALUES)):
            name, value, _ = winreg.EnumValue(key, number)
            values[name] = value
        return values

else:

    def _registry(software: str) -> list[Source]:
        raise NotImplementedError(f"there is no registry to read {software} in")
