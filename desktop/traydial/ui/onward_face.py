"""What a card shows of a caller who was given to somebody else. Knows no Qt."""

from dataclasses import dataclass

from traydial.domain.connection import Connection, Link
from traydial.domain.onward import Onward, Stage
from traydial.ui.meaning import Meaning
from traydial.ui.words import onward_words, unwatched_words

SOON, TAKEN, A_WHILE = 2.0, 4.0, 8.0
_LINGERS = {Stage.ON_THE_WAY: None, Stage.TAKEN: TAKEN, Stage.FETCHED: SOON}
_ICONS = {
    Stage.ON_THE_WAY: "phone-forwarded",
    Stage.TAKEN: "check",
    Stage.TAKEN_ELSEWHERE: "check",
    Stage.LEFT: "phone-missed",
    Stage.UNKNOWN: "circle-alert",
}
_MEANINGS = {Stage.ON_THE_WAY: Meaning.GO, Stage.TAKEN: None, Stage.FETCHED: None}


@dataclass(frozen=True, slots=True)
class OnwardFace:
    """The part of a ``Face`` that the transfer decides."""

    status: str
    icon: str
    meaning: Meaning | None
    clock_from: float | None
    lingers: float | None


def onward_face(onward: Onward, who: str, connection: Connection) -> OnwardFace:
    """Return it; ``who`` is the target as people know them."""
    stage = onward.stage
    on_the_way = stage is Stage.ON_THE_WAY
    if on_the_way and connection.link is not Link.ONLINE:
        return OnwardFace(unwatched_words(who), "circle-alert", Meaning.ATTENTION, None, None)
    return OnwardFace(
        onward_words(stage, who),
        _ICONS.get(stage, "undo-2"),
        _MEANINGS.get(stage, Meaning.ATTENTION),
        onward.since if on_the_way else None,
        _LINGERS.get(stage, A_WHILE),
    )
