"""What can be done with a caller in the transfer picker. Knows no Qt."""

from enum import Enum

from traydial.domain.calls import Call
from traydial.domain.connection import Connection
from traydial.domain.language import mark, tr
from traydial.domain.privileges import Ability
from traydial.ui.words import ability_why_not


class Way(Enum):
    """Each with the word on its button."""

    NOW = mark("Transfer now")
    DIVERT = mark("Divert")
    ASK = mark("Ask first")
    VOICEMAIL = mark("Voicemail")
    PARK = mark("Park")


ICONS = {
    Way.NOW: "phone-forwarded",
    Way.DIVERT: "phone-forwarded",
    Way.ASK: "messages-square",
    Way.VOICEMAIL: "voicemail",
    Way.PARK: "circle-parking",
}
# as they stand in the tooltips
KEYS = {
    Way.NOW: mark("Enter"),
    Way.DIVERT: mark("Enter"),
    Way.ASK: mark("Ctrl+Enter"),
    Way.VOICEMAIL: mark("Ctrl+M"),
    Way.PARK: mark("Ctrl+P"),
}
_NEEDS = {
    Way.NOW: Ability.TRANSFER,
    Way.DIVERT: Ability.TRANSFER,
    Way.ASK: Ability.CONSULT,
    Way.VOICEMAIL: Ability.TRANSFER,
    Way.PARK: Ability.PARK,
}


def ways(call: Call, *, voicemail: bool) -> tuple[Way, ...]:
    """Return what is offered; Enter does the first.

    A caller who still rings can only be sent elsewhere. ``voicemail``: it is known how
    somebody's box is reached.
    """
    boxes = (Way.VOICEMAIL,) if voicemail else ()
    if call.talking:
        return (Way.NOW, Way.ASK, *boxes, Way.PARK)
    return (Way.DIVERT, *boxes)


def way_why_not(connection: Connection, way: Way) -> str:
    """Say why that cannot be done now; empty when it can."""
    return ability_why_not(connection, _NEEDS[way])


def needs_target(way: Way) -> bool:
    """Tell whether it must be said to whom."""
    return way is not Way.PARK


def hint(way: Way, who: str) -> str:
    """Say what Enter does."""
    what = tr("Enter transfers to {who}") if way is Way.NOW else tr("Enter diverts to {who}")
    return what.format(who=who)


def idle_hint(offered: tuple[Way, ...]) -> str:
    """Say what the keys do."""
    first = tr("Enter transfers now") if offered[0] is Way.NOW else tr("Enter diverts")
    return (
        tr("{first}, Ctrl+Enter asks first", first=first)
        if Way.ASK in offered
        else tr("{first}, Esc closes", first=first)
    )
