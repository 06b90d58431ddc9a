"""What pages of the settings are made of. Knows no Qt."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Group:
    """Fields that unfold together. ``section`` is theirs in the settings file.

    ``secret`` is what the password kept for that section is called, empty where there is none.
    """

    title: str
    section: str
    secret: str = ""
    secret_help: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """One setting: where it is kept, what it is called, what it is like and what it is for.

    ``choices`` are values with their words; ``kind`` is ``keys`` for a key combination,
    ``lines`` for one item a line, ``days`` for a number of days.
    """

    place: str
    label: str
    example: str = ""
    help: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    kind: str = ""
    group: Group | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the dialog."""

    title: str
    icon: str
    fields: tuple[Field, ...]
