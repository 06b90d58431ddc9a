"""Callers who wait in a parking lot, as plain values."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Parked:
    """One caller. ``space`` is what is dialled to fetch them; ``channel`` is theirs.

    ``since`` is in seconds since the epoch; ``by`` the device that parked them, say
    ``PJSIP/7001``; ``lot`` is the parking lot.
    """

    space: str
    channel: str
    number: str = ""
    name: str = ""
    by: str = ""
    since: float = 0.0
    lot: str = "default"
