"""What colleagues' phones are doing, as the hints of the dialplan tell it. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Presence(StrEnum):
    """What a phone is doing; the words are English for JSON."""

    IDLE = "idle"
    RINGING = "ringing"
    IN_USE = "in use"
    ON_HOLD = "on hold"
    BUSY = "busy"
    UNAVAILABLE = "unavailable"
    UNKNOWN = "unknown"  # not told, or not any more

    @property
    def free(self) -> bool:
        """Tell whether a call would reach somebody who is not in another."""
        return self is Presence.IDLE

    @property
    def engaged(self) -> bool:
        """Tell whether somebody is there who will be free later."""
        return self in (Presence.RINGING, Presence.IN_USE, Presence.ON_HOLD, Presence.BUSY)


@dataclass(frozen=True, slots=True)
class Colleague:
    """An extension of the same PBX; ``name`` is empty until one is known."""

    extension: str
    name: str = ""
    state: Presence = Presence.UNKNOWN


Colleagues = Mapping[str, Colleague]

# the bits of a status, the telling one first: who talks while it rings is in use
_BITS = (
    (2, Presence.BUSY),
    (1, Presence.IN_USE),
    (8, Presence.RINGING),
    (16, Presence.ON_HOLD),
    (4, Presence.UNAVAILABLE),
)


def presence_of(status: str) -> Presence:
    """Return what the ``Status`` of an extension means: bits, or below 0 where none is known."""
    try:
        bits = int(status)
    except ValueError:
        return Presence.UNKNOWN
    if bits == 0:
        return Presence.IDLE
    if bits < 0:
        return Presence.UNKNOWN
    return next((presence for bit, presence in _BITS if bits & bit), Presence.UNKNOWN)


def is_removed(status: str) -> bool:
    """Tell whether a ``Status`` says that there is no such hint any more."""
    return status == "-2"
