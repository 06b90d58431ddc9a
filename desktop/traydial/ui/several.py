"""How one call stands to the others, so that one of several is clearly in front. Knows no Qt."""

from enum import Enum

from traydial.domain.calls import Call, Calls, Phase, in_front


class Among(Enum):
    """How a call stands to the other calls that there are."""

    ALONE = "alone"
    FRONT = "front"  # the one that the user is on
    BESIDE = "beside"
    BEHIND = "behind"  # it waits on hold while the user is on another


def among(call: Call, calls: Calls) -> Among:
    """Return how this call stands to the others."""
    alive = [other for other in calls.values() if other.alive]
    if not call.alive or len(alive) < 2:
        return Among.ALONE
    front = in_front(calls)
    if front is None:
        return Among.BESIDE
    if front.key == call.key:
        return Among.FRONT
    return Among.BEHIND if call.phase is Phase.HELD else Among.BESIDE
