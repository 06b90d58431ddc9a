"""Every word about errors, calls and the link, in one place.

Imports no Qt: the command line says the same things. Plain and short, no terms of the
phone system; the technical detail is kept apart.
"""

from dataclasses import dataclass

from traydial.domain import errors as e
from traydial.domain.calls import Call, Cause, Direction, Phase
from traydial.domain.connection import Connection, Link
from traydial.domain.diversions import UNTOLD, Forward
from traydial.domain.errors import CertificateFault as Fault
from traydial.domain.numbers import Number
from traydial.domain.onward import Stage
from traydial.domain.pairing import PhoneFound, ToDial
from traydial.domain.plain_text import safe_text
from traydial.domain.privileges import Ability, classes, refused
from traydial.domain.queues import Queue
from traydial.domain.wishes import Question
from traydial.ui.history_words import FAULTS as HISTORY_FAULTS
from traydial.ui.text import span, time_of_day


@dataclass(frozen=True, slots=True)
class Words:
    """What happened, what helps, and the detail for whoever wants to know."""

    sentence: str
    remedy: str = ""
    detail: str = ""


_CERTIFICATE: dict[Fault, tuple[str, str]] = {
    Fault.SELF_SIGNED: (
        "The phone system vouches for itself only.",
        "Compare its fingerprint with your administrator's, then trust this certificate.",
    ),
    Fault.UNKNOWN_ISSUER: (
        "The phone system's certificate was issued by somebody this computer does not know.",
        "Ask your administrator for the issuer's file, or trust this very certificate.",
    ),
    Fault.WRONG_NAME: (
        "The phone system's certificate is for another name.",
        "Use the name in the certificate as the address, or trust this very certificate.",
    ),
    Fault.EXPIRED: (
        "The phone system's certificate has expired.",
        "Your administrator has to renew it.",
    ),
    Fault.NOT_YET_VALID: (
        "The phone system's certificate is not valid yet.",
        "Check the date of this computer; otherwise ask your administrator.",
    ),
    Fault.BAD_ISSUER: (
        "The issuer of the phone system's certificate was not made the way issuers must be.",
        "Trust this very certificate by its fingerprint instead.",
    ),
    Fault.CHANGED: (
        "The phone system shows another certificate than the one you trust.",
        "If your administrator has renewed it, trust the new one; otherwise do not connect.",
    ),
    Fault.CA_FILE: (
        "The file with the issuer's certificate cannot be used.",
        "Check the file in the settings.",
    ),
    Fault.OTHER: (
        "The phone system's certificate was not accepted.",
        "Ask your administrator, and show the detail.",
    ),
}

_SENTENCES: dict[type[BaseException], tuple[str, str]] = {
    e.NoTls: (
        "The phone system answers, but not over a secure connection.",
        "Check address and port; secure connections usually use port 5039.",
    ),
    e.ConnectFailed: (
        "The phone system cannot be reached.",
        "Check the address and your network; Traydial keeps trying.",
    ),
    e.RemoteProtocolError: (
        "What answers there is not an Asterisk phone system.",
        "Check address and port.",
    ),
    e.NoAnswerInTime: (
        "The phone system did not answer in time.",
        "Try again; if it stays so, tell your administrator.",
    ),
    e.ConnectionLost: (
        "The connection to the phone system was lost.",
        "Traydial reconnects by itself.",
    ),
    e.Unreachable: ("The phone system cannot be reached.", "Traydial keeps trying."),
    e.NoSecret: ("No password is stored.", "Enter it in the settings."),
    e.LoginRefused: (
        "The phone system refused user name or password.",
        "Check both in the settings; Traydial does not try again by itself.",
    ),
    e.FileRefused: ("These settings are not taken.", "Ask whoever sent you the file."),
    e.SettingLocked: (
        "Your administrator has set this on this computer.",
        "It can be changed by them alone.",
    ),
    e.SettingsError: ("The settings are not complete.", "Open the settings and fill them in."),
    e.SecretStoreError: (
        "This computer's keyring cannot be used.",
        "The password is kept for this run only.",
    ),
    e.LocalProtocolError: ("That cannot be sent to the phone system.", "Check what was typed."),
    e.NothingToDial: ("There is no number to dial in that.", "Type a phone number."),
    e.PhoneNotRegistered: (
        "Your own phone is not connected to the phone system.",
        "Check that it is switched on and signed in, then try again.",
    ),
    e.OwnPhoneUnknown: (
        "The phone system does not say which phone is yours.",
        "Pair your phone in the settings, on the page Phone.",
    ),
    e.NoSuchNumber: ("The phone system does not know that number.", "Check the number."),
    e.NoVoicemail: ("That number has no voicemail box.", "Choose somebody else, or transfer now."),
    e.NobodyDialled: (
        "No phone was seen to dial that.",
        "Try again; if it was dialled, your account may not see the calls of that phone: "
        "ask your administrator.",
    ),
    e.CallGone: ("That call is over.", ""),
    e.NoOtherParty: ("Nobody is connected to this call.", ""),
    e.NotTalking: ("That works once the call is answered.", ""),
    e.ForwardsToItself: ("Calls cannot be forwarded to your own number.", "Choose another one."),
    e.ForwardsBack: (
        "That number forwards its own calls to you, so nobody would ever be reached.",
        "Choose another number.",
    ),
    e.NotKept: (
        "This phone system offers no such setting, as far as Traydial knows.",
        "The settings tell where the phone system keeps it; ask your administrator.",
    ),
    e.AlwaysInQueue: (
        "The phone system has you in this queue for good.",
        "Pause instead; only your administrator can take you out.",
    ),
    e.NotInQueue: (
        "You are not in that queue any more, or it is gone.",
        "Look at your queues again.",
    ),
    e.OthersRecord: (
        "The phone system itself records this call, and Traydial leaves that alone.",
        "",
    ),
    e.NoPage: ("No page is known for this number.", "The settings say which page is opened."),
    e.NotShown: ("No program shows this file.", "It is where it was saved."),
    e.NotSaved: (
        "The file could not be saved.",
        "Make sure that there is room, and that you may write there.",
    ),
    e.NotOpened: (
        "A page or program for a call could not be opened.",
        "Look at Customer page in the settings.",
    ),
    e.LookupFailed: ("The contacts could not be asked.", "Look at the contacts in the settings."),
    e.TargetEngaged: ("They are talking.", "Once more transfers anyway."),
    e.TargetAway: ("Their phone cannot be reached.", "Once more transfers anyway."),
    e.PhoneDoesNotLift: (
        "Your phone does not listen to this computer.",
        "Pick it up, or press its own key.",
    ),
    e.NoOneTouch: (
        "The phone system did not take its recording key.",
        "Ask your administrator to check it; the other party may have heard it.",
    ),
    e.NotAnnounced: (
        "It could not be said that this call would be recorded.",
        "So it is not recorded. Ask your administrator to check the announcement.",
    ),
    e.NeverRecorded: ("Calls are not recorded here.", ""),
    e.RecordingStays: ("All calls are recorded to their end.", "You can pause the recording."),
    e.ActionFailed: ("The phone system could not do that.", "Try again."),
    e.NotReached: ("That did not work.", "Try again."),
}


_COPY = "Copy the number, then choose Dial clipboard."
_SELECTION = {
    e.SelectionFault.NO_ANSWER: ("The program with the selected text does not answer.", _COPY),
    e.SelectionFault.NOT_HERE: ("This desktop lets no program read what is selected.", _COPY),
    e.SelectionFault.CONSOLE: ("In a terminal, text cannot be copied from outside.", _COPY),
    e.SelectionFault.ELEVATED: (
        "That window belongs to an administrator, and nothing can be copied from it.",
        _COPY,
    ),
    e.SelectionFault.OTHER: ("What is selected could not be read.", _COPY),
}


def error_words(error: BaseException) -> Words:
    """Return the sentence, the remedy and the detail for an error of any kind."""
    detail = str(error)
    if isinstance(error, e.CertificateNotTrusted):
        sentence, remedy = _CERTIFICATE[error.fault]
        shown = f"; its fingerprint is {error.fingerprint}" if error.fingerprint else ""
        return Words(sentence, remedy, detail + shown)
    if isinstance(error, e.NotPermitted):
        lost = refused(error.action)
        return Words(
            f"Your account may not {lost.ability.value if lost else 'do that'}.",
            "Ask your administrator to allow it.",
            f"manager.conf needs write = {classes(lost.write)}" if lost else detail,
        )
    if isinstance(error, e.TargetEngaged | e.TargetAway):
        who = safe_text(error.name, 40) or error.number
        does = "is talking" if isinstance(error, e.TargetEngaged) else "cannot be reached"
        return Words(f"{who} {does}.", "Press Enter or click again to transfer anyway.")
    if isinstance(error, e.FileRefused):
        name, reason = safe_text(error.name, 60), safe_text(error.why, 100)
        return Words(f"{name} is not taken: {reason}.", _SENTENCES[e.FileRefused][1])
    if isinstance(error, e.NotRecorded):
        why = error_words(error.why)
        return Words(
            "This call has to be recorded, and is not.",
            f"{why.sentence} {why.remedy}".strip(),
            why.detail,
        )
    if isinstance(error, e.SelectionUnreadable):
        return Words(*_SELECTION[error.fault], detail)
    if isinstance(error, e.HistoryTrouble):
        return Words(*HISTORY_FAULTS[error.fault], error.why)
    for kind in type(error).__mro__:
        if kind in _SENTENCES:
            sentence, remedy = _SENTENCES[kind]
            return Words(sentence, remedy, detail)
    return Words(
        "Something went wrong in Traydial.",
        "Try again; the log has the details.",
        f"{type(error).__name__}: {detail}",
    )


_CAUSES: dict[Cause, str] = {
    Cause.HUNG_UP: "Call ended",
    Cause.TRANSFERRED: "Transferred",
    Cause.PARKED: "Parked",
    Cause.ANSWERED_ELSEWHERE: "Answered elsewhere",
    Cause.DECLINED: "Declined",
    Cause.MISSED: "Missed call",
    Cause.BLOCKED: "Blocked",
    Cause.CANCELLED: "Cancelled",
    Cause.BUSY: "Busy",
    Cause.NO_ANSWER: "No answer",
    Cause.NOT_REACHABLE: "Not reachable",
    Cause.REFUSED: "The call was refused",
    Cause.OWN_NO_ANSWER: "You did not pick up your phone",
    Cause.OWN_DECLINED: "Your phone declined the call",
    Cause.OWN_UNREACHABLE: "Your own phone cannot be reached",
    Cause.LINK_LOST: "The connection to the phone system was lost",
}


def cause_words(cause: Cause, direction: Direction) -> str:
    """Say why a call is over or not getting through."""
    if cause is Cause.TRANSFERRED and direction is Direction.IN:
        return "Passed on"
    return _CAUSES[cause]


_ONWARD: dict[Stage, str] = {
    Stage.ON_THE_WAY: "Ringing at {who}",
    Stage.TAKEN: "{who} took it",
    Stage.TAKEN_ELSEWHERE: "Somebody else took it",
    Stage.LEFT: "Hung up before {who} answered",
    Stage.UNKNOWN: "Whether {who} took it is not known",
    Stage.BUSY: "{who} is busy",
    Stage.DECLINED: "{who} declined",
    Stage.NO_ANSWER: "{who} did not answer",
    Stage.NOT_REACHED: "{who} did not take it",
    Stage.FETCHED: "Fetched back",
}


def onward_words(stage: Stage, who: str) -> str:
    """Say what became of a caller who was given to somebody."""
    return _ONWARD[stage].format(who=who)


def unwatched_words(who: str) -> str:
    """Say that a transfer goes on while nobody can watch."""
    return f"Given to {who}; not connected"


def from_parking_words(space: str) -> str:
    """Say that a parked caller, for whom nobody came, rings here again."""
    return f"Came back from parking space {space}" if space else "Came back from parking"


def came_back_words(who: str) -> str:
    """Say who did not take a caller for whom the own phone rings again."""
    return f"Came back from {who}, pick up your phone"


def taken_words(call: Call, who: str) -> str:
    """Say who answered in the user's place, and after how long."""
    after = f" after {span(call.since - call.began)}" if call.began else ""
    if who:
        return f"{who} took it{after}"
    by = "by a colleague" if call.via else "elsewhere"  # a group or a queue rang; or own phones
    return f"Answered {by}{after}"


_PHASES: dict[Phase, str] = {
    Phase.OWN_RINGING: "Your phone is ringing, pick it up",
    Phase.CALLING: "Calling",
    Phase.RINGING: "Ringing",
    Phase.TALKING: "Talking",
    Phase.HELD: "On hold",
    Phase.ENDED: "Call ended",
}


def phase_words(call: Call) -> str:
    """Say where a call is."""
    if call.phase is Phase.ENDED and call.cause is not None:
        return cause_words(call.cause, call.direction)
    if call.phase is Phase.RINGING and call.direction is Direction.IN:
        return "Incoming call"
    return _PHASES[call.phase]


def link_words(connection: Connection, extension: str) -> str:
    """Say whether the phone system is reached, in one line."""
    who = f"{extension} · " if extension else ""
    match connection.link:
        case Link.ONLINE:
            return f"{who}ready"
        case Link.CONNECTING:
            return f"{who}connecting"
        case Link.BOOTING:
            return f"{who}the phone system is starting"
        case Link.REFUSED:
            why = error_words(connection.problem).sentence if connection.problem else "not set up"
            return f"{who}{why}"
        case Link.OFFLINE:
            since = f" since {time_of_day(connection.since)}" if connection.since else ""
            return f"{who}not connected{since}"


def ability_why_not(connection: Connection, ability: Ability) -> str:
    """Say why something cannot be done now; empty when it can."""
    if connection.may(ability):
        return ""
    if connection.link is not Link.ONLINE:
        return "Not connected to the phone system."
    if ability is Ability.RECORD:
        return (
            "Your account may not record. Your administrator can allow it (write = system), "
            "or set up a key of the phone system for it."
        )
    return f"Your account may not {ability.value}. Ask your administrator to allow it."


def question_words(question: Question) -> str:
    """Say what is asked before anything is dialled."""
    several = len(question.numbers) > 1
    if question.why == "burst" and several:
        return f"{len(question.numbers)} links want to call at the same time. Call one of them?"
    if question.why == "locked" and several:
        return "These links were opened while the screen was locked. Call one of them?"
    if question.why == "copied" and several:
        return "Call one of the numbers that were copied?"
    return _QUESTIONS[question.why]


_QUESTIONS = {
    "choose": "There is more than one number. Which one do you want to call?",
    "burst": "Another link wants to call. Call this number too?",
    "links": "A link wants to call this number. Call it?",
    "international": "This number is abroad. Call it?",
    "premium": "Calls to this number cost extra. Call it?",
    "emergency": "This is an emergency number. Call it?",
    "listed": "Your settings ask before calling this number. Call it?",
    "locked": "This link was opened while the screen was locked. Call the number?",
    "copied": "Call the number that was copied?",
    "free": "Free now. Call them?",
}


def number_details(number: Number, *, reasons: bool = True) -> str:
    """Say how a number is dialled, for which reasons, and what is left to do then."""
    why = number.why if reasons else number.why.partition(":")[0]
    parts = [why[:1].upper() + why[1:] + "." if why else ""]
    if number.after:
        parts.append(f"Then key {number.after} when they answer.")
    return " ".join(part for part in parts if part)


def to_dial_words(to_dial: ToDial) -> str:
    """Say what to do so that the own phone is found."""
    if not to_dial.digits:
        return "Dial your own extension on your phone, the number that colleagues call you at."
    return (
        "Dial this number on your phone. "
        "If the phone says that there is no such number, dial your own extension instead."
    )


def phone_found_words(found: PhoneFound) -> Words:
    """Say which phone dialled, so that nobody takes somebody else's for theirs."""
    who = " · ".join(part for part in (found.name, found.extension) if part)
    return Words(who or found.device, f"The call came from {found.device}. Is that your phone?")


def unseen_words(found: PhoneFound) -> Words:
    """Say that an administrator's filter keeps the calls of a phone away."""
    return Words(
        "Your account is not told of this phone's calls.",
        "Ask your administrator to let it see them; until then no call is shown.",
        f"manager.conf: an eventfilter of this account keeps {found.device} out",
    )


def hotkey_words(reasons: list[str]) -> tuple[str, str]:
    """Say why global keys do not work, and what helps."""
    return " ".join(reasons), "Choose other keys in the settings."


# to choose from, each with the letter that picks it
FORWARDS = {
    Forward.ALWAYS: "&All calls",
    Forward.BUSY: "When I am &busy",
    Forward.NO_ANSWER: "When I do &not answer",
}
_FORWARDED = {
    Forward.ALWAYS: ("All calls go to {who}", "All calls are forwarded"),
    Forward.BUSY: ("Calls go to {who} when I am busy", "Calls are forwarded when I am busy"),
    Forward.NO_ANSWER: (
        "Calls that I do not answer go to {who}",
        "Calls that I do not answer are forwarded",
    ),
}


def forward_words(when: Forward, who: str) -> str:
    """Say which calls go to whom, where that is told."""
    to_whom, somewhere = _FORWARDED[when]
    return somewhere if who == UNTOLD else to_whom.format(who=who)


_FORWARD_HINTS = {
    Forward.ALWAYS: "forwards all calls to {who}",
    Forward.BUSY: "forwards calls to {who} when I am busy",
    Forward.NO_ANSWER: "forwards calls to {who} that I do not answer",
}


def forwards_hint(when: Forward, who: str) -> str:
    """Say what Enter would do."""
    return _FORWARD_HINTS[when].format(who=who)


def waiting_words(count: int) -> str:
    """Say how many callers wait."""
    return "1 waits" if count == 1 else f"{count} wait"


def queue_line(queue: Queue) -> str:
    """Say of a queue in one line what one looks for first."""
    parts = [queue.shown, waiting_words(len(queue.waiting)) if queue.waiting else ""]
    if not queue.logged_in:
        parts.append("logged out")
    elif queue.paused:
        parts.append("paused")
    return " · ".join(part for part in parts if part)


def queue_words(queue: Queue) -> str:
    """Say whether the user takes calls of a queue."""
    if not queue.logged_in:
        return "Logged out"
    if not queue.paused:
        return "Taking calls"
    since = f" since {time_of_day(queue.paused_since)}" if queue.paused_since else ""
    return f"Paused{since}" + (f": {queue.reason}" if queue.reason else "")


def paused_words(queue: Queue) -> str:
    """Say where the user pauses, and why."""
    return f"Paused in {queue.shown}" + (f": {queue.reason}" if queue.reason else "")
