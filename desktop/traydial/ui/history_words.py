"""What the history says, sentence by sentence."""

from traydial.domain.calls import Cause, Direction
from traydial.domain.errors import HistoryFault
from traydial.domain.history import Gap, PastCall
from traydial.domain.plain_text import safe_text
from traydial.ui.text import day_words, span, time_of_day

FAULTS: dict[HistoryFault, tuple[str, str]] = {
    HistoryFault.DAMAGED: (
        "The call history could not be read, so a new one was begun.",
        "The old file was kept beside it.",
    ),
    HistoryFault.TOO_NEW: (
        "A newer Traydial wrote the call history.",
        "New calls are not added to it; update Traydial.",
    ),
    HistoryFault.FULL: (
        "The disk is full, so calls are not added to the history.",
        "Make room; later calls are added again.",
    ),
    HistoryFault.IN_USE: (
        "Traydial on another computer uses the call history.",
        "Calls of this computer are not added to it.",
    ),
    HistoryFault.UNWRITABLE: (
        "The call history cannot be opened or written.",
        "Look who may write to its folder.",
    ),
    HistoryFault.GONE: ("This call is not in the history any more.", "Open the history again."),
    HistoryFault.CLOSED: ("The call history is closed.", "Start Traydial again."),
    HistoryFault.NOT_EXPORTED: (
        "The calls could not be written to that file.",
        "Choose another folder.",
    ),
}

WITHHELD = "Withheld number"
NOTHING_KEPT = "No calls yet. From now on each call is kept here."
NOTHING_FOUND = "No call is like that."
UNBLOCK = "Whom you block is listed on the page Privacy of the settings."
LOADING = "Looking…"

_RESULTS: dict[Cause, str] = {
    Cause.HUNG_UP: "",
    Cause.TRANSFERRED: "transferred",
    Cause.PARKED: "parked",
    Cause.ANSWERED_ELSEWHERE: "answered elsewhere",
    Cause.DECLINED: "declined",
    Cause.MISSED: "missed",
    Cause.CANCELLED: "cancelled",
    Cause.BUSY: "busy",
    Cause.NO_ANSWER: "no answer",
    Cause.NOT_REACHABLE: "not reachable",
    Cause.REFUSED: "refused",
    Cause.OWN_NO_ANSWER: "own phone not picked up",
    Cause.OWN_DECLINED: "own phone declined",
    Cause.OWN_UNREACHABLE: "own phone not reachable",
    Cause.LINK_LOST: "connection lost",
    Cause.BLOCKED: "blocked",
}


def result_words(past: PastCall) -> str:
    """Return what became of a call, and how long the parties spoke."""
    ended = _RESULTS.get(past.cause, past.cause.value)
    if past.direction is Direction.IN and past.cause is Cause.DECLINED:
        ended = "you declined"
    talked = span(past.talked_s) if past.talking_since is not None else ""
    return " · ".join(part for part in (ended, talked) if part) or "ended"


def direction_words(past: PastCall) -> str:
    """Return who called whom."""
    if past.missed:
        return "Missed call"
    return "Incoming call" if past.direction is Direction.IN else "Outgoing call"


def taker_words(past: PastCall) -> str:
    """Return who else had to do with it."""
    taker = safe_text(past.taker, 60)
    if not taker:
        return ""
    return f"to {taker}" if past.cause is Cause.TRANSFERRED else f"taken by {taker}"


def gap_words(gap: Gap) -> str:
    """Return when nobody could watch; the day is told where it is another."""
    until = time_of_day(gap.until)
    if day_words(gap.until, gap.since) != "Today":
        until = f"{day_words(gap.until, gap.until + 10 * 86_400)}, {until}"
    return f"Not connected from {time_of_day(gap.since)} to {until}"


def count_words(count: int) -> str:
    """Return how many calls are shown."""
    return f"{count:,} call{'s' if count != 1 else ''}"


def forget_question(who: str) -> str:
    """Return what is asked before somebody is forgotten."""
    return (
        f"Delete all calls and notes, the star and the digits of {safe_text(who, 60)}? "
        "It cannot be undone. What the phone system recorded is not touched."
    )


def forgotten_words(calls: int) -> str:
    """Return what was done."""
    return f"Forgotten, with {count_words(calls)}."
