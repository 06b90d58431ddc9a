"""What the history says, sentence by sentence."""

from traydial.domain.calls import Cause, Direction
from traydial.domain.errors import HistoryFault
from traydial.domain.history import Gap, PastCall
from traydial.domain.language import mark, plural, tr
from traydial.domain.plain_text import safe_text
from traydial.ui.text import day_words, same_day, span, time_of_day

FAULTS: dict[HistoryFault, tuple[str, str]] = {
    HistoryFault.DAMAGED: (
        mark("The call history could not be read, so a new one was begun."),
        mark("The old file was kept beside it."),
    ),
    HistoryFault.TOO_NEW: (
        mark("A newer Traydial wrote the call history."),
        mark("New calls are not added to it; update Traydial."),
    ),
    HistoryFault.FULL: (
        mark("The disk is full, so calls are not added to the history."),
        mark("Make room; later calls are added again."),
    ),
    HistoryFault.IN_USE: (
        mark("Traydial on another computer uses the call history."),
        mark("Calls of this computer are not added to it."),
    ),
    HistoryFault.UNWRITABLE: (
        mark("The call history cannot be opened or written."),
        mark("Look who may write to its folder."),
    ),
    HistoryFault.GONE: (
        mark("This call is not in the history any more."),
        mark("Open the history again."),
    ),
    HistoryFault.CLOSED: (mark("The call history is closed."), mark("Start Traydial again.")),
    HistoryFault.NOT_EXPORTED: (
        mark("The calls could not be written to that file."),
        mark("Choose another folder."),
    ),
}

WITHHELD = mark("Withheld number")
NOTHING_KEPT = mark("No calls yet. From now on each call is kept here.")
NOTHING_FOUND = mark("No call is like that.")
UNBLOCK = mark("Whom you block is listed on the page Privacy of the settings.")
LOADING = mark("Looking…")

_RESULTS: dict[Cause, str] = {
    Cause.HUNG_UP: "",
    Cause.TRANSFERRED: mark("transferred"),
    Cause.PARKED: mark("parked"),
    Cause.ANSWERED_ELSEWHERE: mark("answered elsewhere"),
    Cause.DECLINED: mark("declined"),
    Cause.MISSED: mark("missed"),
    Cause.CANCELLED: mark("cancelled"),
    Cause.BUSY: mark("busy"),
    Cause.NO_ANSWER: mark("no answer"),
    Cause.NOT_REACHABLE: mark("not reachable"),
    Cause.REFUSED: mark("refused"),
    Cause.OWN_NO_ANSWER: mark("own phone not picked up"),
    Cause.OWN_DECLINED: mark("own phone declined"),
    Cause.OWN_UNREACHABLE: mark("own phone not reachable"),
    Cause.LINK_LOST: mark("connection lost"),
    Cause.BLOCKED: mark("blocked"),
}


def result_words(past: PastCall) -> str:
    """Return what became of a call, and how long the parties spoke."""
    ended = tr(_RESULTS.get(past.cause, past.cause.value))
    if past.direction is Direction.IN and past.cause is Cause.DECLINED:
        ended = tr("you declined")
    talked = span(past.talked_s) if past.talking_since is not None else ""
    return " · ".join(part for part in (ended, talked) if part) or "ended"


def direction_words(past: PastCall) -> str:
    """Return who called whom."""
    if past.missed:
        return tr("Missed call")
    return tr("Incoming call") if past.direction is Direction.IN else tr("Outgoing call")


def taker_words(past: PastCall) -> str:
    """Return who else had to do with it."""
    taker = safe_text(past.taker, 60)
    if not taker:
        return ""
    return (
        tr("to {taker}", taker=taker)
        if past.cause is Cause.TRANSFERRED
        else tr("taken by {taker}", taker=taker)
    )


def gap_words(gap: Gap) -> str:
    """Return when nobody could watch; the day is told where it is another."""
    until = time_of_day(gap.until)
    if not same_day(gap.until, gap.since):
        until = f"{day_words(gap.until, gap.until + 10 * 86_400)}, {until}"
    return tr(
        "Not connected from {since} to {until}",
        since=time_of_day(gap.since),
        until=until,
    )


def count_words(count: int) -> str:
    """Return how many calls are shown."""
    return plural("{n} call", "{n} calls", count)


def forget_question(who: str) -> str:
    """Return what is asked before somebody is forgotten."""
    return tr(
        "Delete all calls and notes, the star and the digits of {who}? It cannot be "
        "undone. What the phone system recorded is not touched.",
        who=safe_text(who, 60),
    )


def forgotten_words(calls: int) -> str:
    """Return what was done."""
    return plural("Forgotten, with {n} call.", "Forgotten, with {n} calls.", calls)
