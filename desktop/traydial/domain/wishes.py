"""A wish to dial, where it came from, and whether it may be dialled without a question."""

from dataclasses import dataclass
from enum import StrEnum

from traydial.domain.numbers import Number


class Source(StrEnum):
    """Which gesture it was."""

    LINK = "link"
    SELECTION = "selection"
    CLIPBOARD = "clipboard"
    DROP = "drop"
    PRESENCE = "presence"  # somebody who was waited for is free


@dataclass(frozen=True, slots=True)
class Question:
    """What a person is asked before anything is dialled.

    ``numbers`` are those to choose from, one at least. ``why`` is one of ``choose`` (several
    in one text), ``burst`` (several links at once), ``links`` (links always ask),
    ``international``, ``premium``, ``emergency``, ``listed``, ``locked`` (it came while the
    session was locked), ``copied`` (an offer, nobody asked for it yet) or ``free`` (a
    colleague was busy before).
    """

    numbers: tuple[Number, ...]
    source: Source
    why: str
