"""Settings in layers, merged setting by setting: the first that says something counts.

They are: what the administrator locks, what the user chose, what the administrator proposes,
what is built in.
"""

import base64
import binascii
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any

from traydial.domain.language import mark, tr
from traydial.domain.settings import Problem, Settings, dump, read, sound

Tables = Mapping[str, Any]
_SECRET = re.compile(r"pass|pwd|secret|token|credential", re.IGNORECASE)
_KEYRING = mark("is a password by its name; those are kept in each user's keyring only")
_PUBLIC_KEY_BYTES = 32  # of Ed25519


class Layer(Enum):
    """Who says something. The value is how a person is told."""

    POLICY = mark("locked by the administrator")
    USER = ""
    MACHINE = mark("proposed by the administrator")


@dataclass(frozen=True, slots=True)
class Source:
    """What one file or branch of the registry says; ``problems`` kept it from being read."""

    layer: Layer
    tables: Tables = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    name: str = ""


@dataclass(frozen=True, slots=True)
class Layered:
    """The settings as they count. ``locked`` are places that the user cannot change.

    ``without_user`` is what would count had the user chosen nothing. ``signer`` is the public
    key that provisioning files must be signed with, empty where they need not be; ``sources``
    are the administrator's files or keys that say something.
    """

    settings: Settings = field(default_factory=Settings)
    problems: tuple[Problem, ...] = ()
    locked: frozenset[str] = frozenset()
    without_user: Settings = field(default_factory=Settings)
    signer: str = ""
    sources: tuple[str, ...] = ()

    def kept_locked(self, settings: Settings) -> tuple[Settings, list[str]]:
        """Return these settings with what is locked as it is, and which places that changed."""
        wanted, here = dump(settings), dump(self.settings)
        refused = []
        for place in sorted(self.locked):
            section, key = place.split(".")
            if wanted[section][key] != here[section][key]:
                refused.append(place)
                wanted[section][key] = here[section][key]
        return (read(wanted)[0] if refused else settings), refused


def layered(sources: Iterable[Source]) -> Layered:
    """Merge what all sources say; of one layer, the first source counts."""
    problems: list[Problem] = []
    merged: dict[Layer, dict[str, dict[str, Any]]] = {layer: {} for layer in Layer}
    names: list[str] = []
    signer = ""
    for source in sources:
        told: list[Problem] = [*source.problems]
        tables = dict(source.tables)
        if source.layer is Layer.POLICY and "provisioning" in tables:
            signer = signer or _signer(tables.pop("provisioning"), told)
        known, wrong = sound(_without_secrets(tables, told))
        told += wrong
        for section, values in known.items():
            into = merged[source.layer].setdefault(section, {})
            for key, value in values.items():
                into.setdefault(key, value)
        if source.name and (source.tables or source.problems):
            names.append(source.name)
        problems += (replace(problem, layer=tr(source.layer.value)) for problem in told)
    below = _over(merged[Layer.MACHINE], {})
    settings, wrong = read(_over(merged[Layer.POLICY], _over(merged[Layer.USER], below)))
    # each value alone was fine: what is left is how those of several layers fit together
    problems += (_blamed(problem, merged) for problem in wrong)
    return Layered(
        settings,
        tuple(problems),
        frozenset(f"{s}.{key}" for s, keys in merged[Layer.POLICY].items() for key in keys),
        read(_over(merged[Layer.POLICY], below))[0],
        signer,
        tuple(names),
    )


def fitted(tables: Tables) -> dict[str, dict[str, Any]]:
    """Return tables as a registry has them, with yes and no for 1 and 0 where that is meant."""
    flags = {
        (section, key)
        for section, keys in dump(Settings()).items()
        for key, value in keys.items()
        if isinstance(value, bool)
    }
    return {
        section: {
            key: bool(value)
            if (section, key) in flags and type(value) is int and value in (0, 1)
            else value
            for key, value in values.items()
        }
        for section, values in tables.items()
    }


def to_write(settings: Settings, layers: Layered) -> Callable[[str, str, bool], bool]:
    """Return what tells whether a setting belongs into the user's file.

    It is asked for section, key, and whether the file has the setting. What is locked is never
    written; what would count anyway is not either, so that the administrator can still change
    it, unless the user's file has it.
    """
    wanted, anyway = dump(settings), dump(layers.without_user)

    def belongs(section: str, key: str, there: bool) -> bool:
        if f"{section}.{key}" in layers.locked:
            return False
        return there or wanted[section][key] != anyway[section][key]

    return belongs


def _over(above: Tables, below: Tables) -> dict[str, dict[str, Any]]:
    return {
        section: {**below.get(section, {}), **above.get(section, {})}
        for section in {**below, **above}
    }


def _without_secrets(tables: dict[str, Any], problems: list[Problem]) -> dict[str, Any]:
    """Leave out and name what looks like a password; its value is repeated nowhere."""
    kept: dict[str, Any] = {}
    for section, values in tables.items():
        if not isinstance(values, Mapping):
            kept[section] = values
            continue
        for key in values:
            if _SECRET.search(str(key)):
                problems.append(Problem(f"{section}.{key}", _KEYRING))
        kept[section] = {k: v for k, v in values.items() if not _SECRET.search(str(k))}
    return kept


def _blamed(problem: Problem, merged: Mapping[Layer, Tables]) -> Problem:
    section, _, key = problem.place.partition(".")
    for layer in (Layer.POLICY, Layer.USER, Layer.MACHINE):
        if key in merged[layer].get(section, {}):
            return replace(problem, layer=tr(layer.value))
    return problem


def _signer(table: object, problems: list[Problem]) -> str:
    values = table if isinstance(table, Mapping) else {}
    key = values.get("key", "")
    try:
        if isinstance(key, str) and len(base64.b64decode(key, validate=True)) == _PUBLIC_KEY_BYTES:
            return key
    except (binascii.Error, ValueError):
        pass
    problems.append(
        Problem("provisioning.key", tr("is not a public Ed25519 key, 32 bytes in Base64"))
    )
    return _UNKNOWN_SIGNER  # whoever wants signatures is not to be without them for a typing error


_UNKNOWN_SIGNER = "?"
