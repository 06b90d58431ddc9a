"""What a provisioning file would change: a file of settings that somebody was sent.

Nothing in it is trusted: each change is shown before it is made, what the administrator locks
stays, and what starts programs is taken of signed files alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from traydial.domain.setting_layers import Layer, Layered, Source, layered
from traydial.domain.settings import Problem, Settings, dump, read

LINK = "https://"  # how a link to such a file begins
SUFFIX = ".traydial"
SIGNED_ONLY = frozenset({"pop.command"})  # programs that are started with the user's rights


@dataclass(frozen=True, slots=True)
class Change:
    """One setting that would be another."""

    place: str
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class Provision:
    """What a file called ``name`` would do. ``settings`` are those after it.

    ``locked`` and ``unsigned`` are places that it names in vain: the administrator's own, and
    such as are taken of signed files alone.
    """

    name: str
    settings: Settings
    changes: tuple[Change, ...] = ()
    locked: tuple[str, ...] = ()
    unsigned: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    signed: bool = False

    def onto(self, settings: Settings) -> Settings:
        """Return these settings with the changes: others may have been made meanwhile."""
        tables = dump(settings)
        for change in self.changes:
            section, key = change.place.split(".")
            tables[section][key] = change.new
        return read(tables)[0]


def provision(name: str, tables: Mapping[str, Any], layers: Layered, *, signed: bool) -> Provision:
    """Return what a file with these tables would change."""
    told = layered([Source(Layer.USER, tables)])
    given = dump(told.settings)
    named = {
        f"{section}.{key}"
        for section, values in tables.items()
        if isinstance(values, Mapping)
        for key in values
    }
    wrong = {problem.place for problem in told.problems}
    refused = SIGNED_ONLY & named if not signed else frozenset[str]()
    wanted, before = dump(layers.settings), dump(layers.settings)
    for section, values in wanted.items():
        for key in values:
            place = f"{section}.{key}"
            if place in named and place not in wrong | refused | layers.locked:
                values[key] = given[section][key]
    settings, misfits = read(wanted)
    after = dump(settings)
    changes = tuple(
        Change(f"{section}.{key}", before[section][key], after[section][key])
        for section, values in after.items()
        for key in values
        if before[section][key] != after[section][key]
    )
    return Provision(
        name,
        settings,
        changes,
        tuple(sorted(named & layers.locked)),
        tuple(sorted(refused - layers.locked)),
        (*told.problems, *misfits),
        signed,
    )
