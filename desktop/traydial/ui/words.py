"""Every word about calls, queues and the link, in one place; about errors see `error_words`.

Imports no Qt: the command line says the same things. Plain and short, no terms of the phone system.
"""

from traydial.domain.calls import Call, Cause, Direction, Phase
from traydial.domain.connection import Connection, Link
from traydial.domain.diversions import UNTOLD, Forward
from traydial.domain.language import mark, plural, tr
from traydial.domain.numbers import Number
from traydial.domain.onward import Stage
from traydial.domain.pairing import PhoneFound, ToDial
from traydial.domain.privileges import Ability
from traydial.domain.queues import Queue
from traydial.domain.wishes import Question
from traydial.ui.error_words import Words, error_words, may_not
from traydial.ui.text import span, time_of_day

_CAUSES: dict[Cause, str] = {
    Cause.HUNG_UP: mark("Call ended"),
    Cause.TRANSFERRED: mark("Transferred"),
    Cause.PARKED: mark("Parked"),
    Cause.ANSWERED_ELSEWHERE: mark("Answered elsewhere"),
    Cause.DECLINED: mark("Declined"),
    Cause.MISSED: mark("Missed call"),
    Cause.BLOCKED: mark("Blocked"),
    Cause.CANCELLED: mark("Cancelled"),
    Cause.BUSY: mark("Busy"),
    Cause.NO_ANSWER: mark("No answer"),
    Cause.NOT_REACHABLE: mark("Not reachable"),
    Cause.REFUSED: mark("The call was refused"),
    Cause.OWN_NO_ANSWER: mark("You did not pick up your phone"),
    Cause.OWN_DECLINED: mark("Your phone declined the call"),
    Cause.OWN_UNREACHABLE: mark("Your own phone cannot be reached"),
    Cause.LINK_LOST: mark("The connection to the phone system was lost"),
}


def cause_words(cause: Cause, direction: Direction) -> str:
    """Say why a call is over or not getting through."""
    if cause is Cause.TRANSFERRED and direction is Direction.IN:
        return tr("Passed on")
    return tr(_CAUSES[cause])


_ONWARD: dict[Stage, str] = {
    Stage.ON_THE_WAY: mark("Ringing at {who}"),
    Stage.TAKEN: mark("{who} took it"),
    Stage.TAKEN_ELSEWHERE: mark("Somebody else took it"),
    Stage.LEFT: mark("Hung up before {who} answered"),
    Stage.UNKNOWN: mark("Whether {who} took it is not known"),
    Stage.BUSY: mark("{who} is busy"),
    Stage.DECLINED: mark("{who} declined"),
    Stage.NO_ANSWER: mark("{who} did not answer"),
    Stage.NOT_REACHED: mark("{who} did not take it"),
    Stage.FETCHED: mark("Fetched back"),
}


def onward_words(stage: Stage, who: str) -> str:
    """Say what became of a caller who was given to somebody."""
    return tr(_ONWARD[stage], who=who)


def unwatched_words(who: str) -> str:
    """Say that a transfer goes on while nobody can watch."""
    return tr("Given to {who}; not connected", who=who)


def from_parking_words(space: str) -> str:
    """Say that a parked caller, for whom nobody came, rings here again."""
    return (
        tr("Came back from parking space {space}", space=space)
        if space
        else tr("Came back from parking")
    )


def came_back_words(who: str) -> str:
    """Say who did not take a caller for whom the own phone rings again."""
    return tr("Came back from {who}, pick up your phone", who=who)


def taken_words(call: Call, who: str) -> str:
    """Say who answered in the user's place, and after how long."""
    if who:
        told = tr("{who} took it", who=who)
    else:  # a group or a queue rang; or own phones
        told = tr("Answered by a colleague") if call.via else tr("Answered elsewhere")
    if not call.began:
        return told
    return tr("{told} after {span}", told=told, span=span(call.since - call.began))


_PHASES: dict[Phase, str] = {
    Phase.OWN_RINGING: mark("Your phone is ringing, pick it up"),
    Phase.CALLING: mark("Calling"),
    Phase.RINGING: mark("Ringing"),
    Phase.TALKING: mark("Talking"),
    Phase.HELD: mark("On hold"),
    Phase.ENDED: mark("Call ended"),
}


def phase_words(call: Call) -> str:
    """Say where a call is."""
    if call.phase is Phase.ENDED and call.cause is not None:
        return cause_words(call.cause, call.direction)
    if call.phase is Phase.RINGING and call.direction is Direction.IN:
        return tr("Incoming call")
    return tr(_PHASES[call.phase])


def link_words(connection: Connection, extension: str) -> str:
    """Say whether the phone system is reached, in one line."""
    who = f"{extension} · " if extension else ""
    match connection.link:
        case Link.ONLINE:
            return who + tr("ready")
        case Link.CONNECTING:
            return who + tr("connecting")
        case Link.BOOTING:
            return who + tr("the phone system is starting")
        case Link.REFUSED:
            why = (
                error_words(connection.problem).sentence if connection.problem else tr("not set up")
            )
            return f"{who}{why}"
        case Link.OFFLINE:
            since = time_of_day(connection.since) if connection.since else ""
            told = tr("not connected since {time}", time=since) if since else tr("not connected")
            return f"{who}{told}"


def ability_why_not(connection: Connection, ability: Ability) -> str:
    """Say why something cannot be done now; empty when it can."""
    if connection.may(ability):
        return ""
    if connection.link is not Link.ONLINE:
        return tr("Not connected to the phone system.")
    if ability is Ability.RECORD:
        return tr(
            "Your account may not record. Your administrator can allow it (write = system), "
            "or set up a key of the phone system for it."
        )
    remedy = tr("Ask your administrator to allow it.")
    return f"{may_not(ability)} {remedy}"


def question_words(question: Question) -> str:
    """Say what is asked before anything is dialled."""
    several = len(question.numbers) > 1
    if question.why == "burst" and several:
        return plural(
            "{n} link wants to call. Call it?",
            "{n} links want to call at the same time. Call one of them?",
            len(question.numbers),
        )
    if question.why == "locked" and several:
        return tr("These links were opened while the screen was locked. Call one of them?")
    if question.why == "copied" and several:
        return tr("Call one of the numbers that were copied?")
    return tr(_QUESTIONS[question.why])


_QUESTIONS = {
    "choose": mark("There is more than one number. Which one do you want to call?"),
    "burst": mark("Another link wants to call. Call this number too?"),
    "links": mark("A link wants to call this number. Call it?"),
    "international": mark("This number is abroad. Call it?"),
    "premium": mark("Calls to this number cost extra. Call it?"),
    "emergency": mark("This is an emergency number. Call it?"),
    "listed": mark("Your settings ask before calling this number. Call it?"),
    "locked": mark("This link was opened while the screen was locked. Call the number?"),
    "copied": mark("Call the number that was copied?"),
    "free": mark("Free now. Call them?"),
}


def number_details(number: Number, *, reasons: bool = True) -> str:
    """Say how a number is dialled, for which reasons, and what is left to do then."""
    why = number.why if reasons else number.why.partition(":")[0]
    parts = [why[:1].upper() + why[1:] + "." if why else ""]
    if number.after:
        parts.append(tr("Then key {after} when they answer.", after=number.after))
    return " ".join(part for part in parts if part)


def to_dial_words(to_dial: ToDial) -> str:
    """Say what to do so that the own phone is found."""
    if not to_dial.digits:
        return tr("Dial your own extension on your phone, the number that colleagues call you at.")
    return tr(
        "Dial this number on your phone. "
        "If the phone says that there is no such number, dial your own extension instead."
    )


def phone_found_words(found: PhoneFound) -> Words:
    """Say which phone dialled, so that nobody takes somebody else's for theirs."""
    who = " · ".join(part for part in (found.name, found.extension) if part)
    return Words(
        who or found.device,
        tr("The call came from {device}. Is that your phone?", device=found.device),
    )


def unseen_words(found: PhoneFound) -> Words:
    """Say that an administrator's filter keeps the calls of a phone away."""
    return Words(
        tr("Your account is not told of this phone's calls."),
        tr("Ask your administrator to let it see them; until then no call is shown."),
        f"manager.conf: an eventfilter of this account keeps {found.device} out",
    )


def hotkey_words(reasons: list[str]) -> tuple[str, str]:
    """Say why global keys do not work, and what helps."""
    return " ".join(reasons), tr("Choose other keys in the settings.")


# to choose from, each with the letter that picks it
FORWARDS = {
    Forward.ALWAYS: mark("&All calls"),
    Forward.BUSY: mark("When I am &busy"),
    Forward.NO_ANSWER: mark("When I do &not answer"),
}
_FORWARDED = {
    Forward.ALWAYS: (mark("All calls go to {who}"), mark("All calls are forwarded")),
    Forward.BUSY: (
        mark("Calls go to {who} when I am busy"),
        mark("Calls are forwarded when I am busy"),
    ),
    Forward.NO_ANSWER: (
        mark("Calls that I do not answer go to {who}"),
        mark("Calls that I do not answer are forwarded"),
    ),
}


def forward_words(when: Forward, who: str) -> str:
    """Say which calls go to whom, where that is told."""
    to_whom, somewhere = _FORWARDED[when]
    return tr(somewhere) if who == UNTOLD else tr(to_whom, who=who)


_FORWARD_HINTS = {
    Forward.ALWAYS: mark("forwards all calls to {who}"),
    Forward.BUSY: mark("forwards calls to {who} when I am busy"),
    Forward.NO_ANSWER: mark("forwards calls to {who} that I do not answer"),
}


def forwards_hint(when: Forward, who: str) -> str:
    """Say what Enter would do."""
    return tr(_FORWARD_HINTS[when], who=who)


def waiting_words(count: int) -> str:
    """Say how many callers wait."""
    return plural("{n} waits", "{n} wait", count)


def queue_line(queue: Queue) -> str:
    """Say of a queue in one line what one looks for first."""
    parts = [queue.shown, waiting_words(len(queue.waiting)) if queue.waiting else ""]
    if not queue.logged_in:
        parts.append(tr("logged out"))
    elif queue.paused:
        parts.append(tr("paused"))
    return " · ".join(part for part in parts if part)


def queue_words(queue: Queue) -> str:
    """Say whether the user takes calls of a queue."""
    if not queue.logged_in:
        return tr("Logged out")
    if not queue.paused:
        return tr("Taking calls")
    since = time_of_day(queue.paused_since) if queue.paused_since else ""
    paused = tr("Paused since {time}", time=since) if since else tr("Paused")
    return paused + (f": {tr(queue.reason)}" if queue.reason else "")


def paused_words(queue: Queue) -> str:
    """Say where the user pauses, and why."""
    return tr("Paused in {queue}", queue=queue.shown) + (
        f": {tr(queue.reason)}" if queue.reason else ""
    )
