"""What a call's card says and offers. Knows no Qt."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from traydial.domain.calls import Call, Cause, Direction, Phase, Recording
from traydial.domain.connection import Connection
from traydial.domain.privileges import Ability
from traydial.domain.settings import RecordingSettings
from traydial.ui.meaning import Meaning
from traydial.ui.text import initials, safe_text
from traydial.ui.words import ability_why_not, phase_words, taken_words


class Do(Enum):
    """What a person can do from a card."""

    ANSWER = "Answer"
    DIVERT = "Divert…"
    DECLINE = "Decline"
    CANCEL = "Cancel"
    RECORD = "Record"
    STOP_RECORDING = "Stop"
    CONSENTED = "They agree"
    NOT_CONSENTED = "Not now"
    PAUSE = "Pause recording"
    RESUME = "Go on recording"
    TRANSFER = "Transfer…"
    PARK = "Park"
    KEYPAD = "Keypad"
    CONNECT = "Connect them"
    ALL_THREE = "All three"
    BACK = "Back"
    FETCH = "Fetch"
    HANG_UP = "Hang up"
    TRY_AGAIN = "Try again"
    WHEN_FREE = "When free"
    CALL_BACK = "Call back"
    CLOSE = "Close"


ICONS = {
    Do.ANSWER: "phone",
    Do.DIVERT: "phone-forwarded",
    Do.DECLINE: "phone-off",
    Do.CANCEL: "phone-off",
    Do.RECORD: "circle-dot",
    Do.STOP_RECORDING: "square",
    Do.CONSENTED: "circle-dot",
    Do.NOT_CONSENTED: "",
    Do.PAUSE: "pause",
    Do.RESUME: "play",
    Do.TRANSFER: "phone-forwarded",
    Do.PARK: "circle-parking",
    Do.KEYPAD: "grip",
    Do.CONNECT: "merge",
    Do.ALL_THREE: "users",
    Do.BACK: "undo-2",
    Do.FETCH: "phone",
    Do.HANG_UP: "phone-off",
    Do.TRY_AGAIN: "rotate-cw",
    Do.WHEN_FREE: "clock",
    Do.CALL_BACK: "phone",
    Do.CLOSE: "",
}
# where nothing beside it says what a word is about: in a menu, or read aloud
IN_FULL = {do: do.value for do in Do} | {
    Do.STOP_RECORDING: "Stop recording",
    Do.CONSENTED: "They agree to be recorded",
    Do.NOT_CONSENTED: "Do not record now",
    Do.WHEN_FREE: "Tell me when they are free",
    Do.ALL_THREE: "Talk, all three",
    Do.BACK: "Back to the caller",
}
MEANINGS = {
    Do.DECLINE: Meaning.END,
    Do.CANCEL: Meaning.END,
    Do.HANG_UP: Meaning.END,
    Do.ANSWER: Meaning.GO,
    Do.CONNECT: Meaning.GO,
    Do.TRY_AGAIN: Meaning.GO,
    Do.CALL_BACK: Meaning.GO,
    Do.FETCH: Meaning.GO,
}
_NEEDS = {
    Do.ANSWER: Ability.ANSWER,
    Do.DIVERT: Ability.TRANSFER,
    Do.TRANSFER: Ability.TRANSFER,
    Do.DECLINE: Ability.HANG_UP,
    Do.CANCEL: Ability.HANG_UP,
    Do.HANG_UP: Ability.HANG_UP,
    Do.PARK: Ability.PARK,
    Do.KEYPAD: Ability.KEYPAD,
    Do.CONNECT: Ability.CONSULT,
    Do.ALL_THREE: Ability.CONSULT,
    Do.BACK: Ability.HANG_UP,
    Do.FETCH: Ability.DIAL,
    Do.RECORD: Ability.RECORD,
    Do.STOP_RECORDING: Ability.RECORD,
    Do.CONSENTED: Ability.RECORD,
    Do.PAUSE: Ability.PAUSE_RECORDING,
    Do.RESUME: Ability.PAUSE_RECORDING,
    Do.TRY_AGAIN: Ability.DIAL,
    Do.CALL_BACK: Ability.DIAL,
}


@dataclass(frozen=True, slots=True)
class Offer:
    """One button. ``why_not`` says, where it is disabled, why."""

    do: Do
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class Face:
    """Everything a card shows of a call.

    ``question`` is what the user has to ask before ``offers`` go on. ``step`` is the one of
    three an outgoing call has got to. ``beside`` tells of another call that belongs to it.
    ``clock_from`` is since when the timer runs. ``lingers`` is how many seconds a card stays
    after the end.
    """

    title: str
    number: str
    initials: str
    status: str
    icon: str
    meaning: Meaning | None
    via: str = ""
    step: int | None = None
    clock_from: float | None = None
    lamp: Recording = Recording.OFF
    pbx_records: bool = False
    is_bar: bool = False
    question: str = ""
    beside: str = ""
    offers: tuple[Offer, ...] = ()
    lingers: float | None = None


UNKNOWN = "Unknown number"
CONSENT = (Do.CONSENTED, Do.NOT_CONSENTED, Do.HANG_UP)
BRIEFLY, TAKEN, A_WHILE, LONG, PARKED = 2.0, 4.0, 8.0, 45.0, 90.0

_AS_ASKED = RecordingSettings()
_STEPS = {Phase.OWN_RINGING: 0, Phase.CALLING: 1, Phase.RINGING: 1, Phase.TALKING: 2, Phase.HELD: 2}
_ENDED_WELL = {Cause.HUNG_UP, Cause.TRANSFERRED, Cause.CANCELLED, Cause.DECLINED, Cause.PARKED}
_ICON_OF_END = {Cause.ANSWERED_ELSEWHERE: "check", Cause.TRANSFERRED: "phone-forwarded"}


def describe(
    call: Call,
    connection: Connection,
    written: Callable[[str], str] = str,
    pending: frozenset[Do] = frozenset(),
    *,
    can_wait: bool = False,
    can_answer: bool = False,
    rules: RecordingSettings = _AS_ASKED,
    asks_consent: bool = False,
) -> Face:
    """Return what the card of a call shows now.

    ``written`` writes a number as people do; ``pending`` is what was asked for and is not
    done yet. ``can_wait``: the PBX will tell when who was busy is free. ``can_answer``: the
    own phone can be told to lift. ``rules`` are for recording; ``asks_consent``: it was
    clicked, and the other party has to agree first.
    """
    number = safe_text(written(call.number), 40)
    name = safe_text(call.name)
    title = name or number or UNKNOWN
    if call.parked_at:  # it is read across the desk, and called out
        title, name, number = f"Parked at {safe_text(call.parked_at, 20)}", title, title
    asks_consent = asks_consent and call.talking
    does = CONSENT if asks_consent else _offers(call, can_wait, rules)
    if can_answer and connection.may(Ability.ANSWER):
        does = (Do.ANSWER, *does)
    offers = tuple(offer_of(connection, do, pending, rules) for do in does)
    return Face(
        title=title,
        number=" · ".join(filter(None, (number if name else "", *_extras(call)))),
        initials=initials(name),
        status=_status(call, name or number, written),
        icon=_icon(call),
        meaning=_meaning(call),
        via=_via(call, written),
        step=_step(call),
        clock_from=_clock_from(call),
        lamp=call.recording,
        pbx_records=call.recorded_by_pbx,
        is_bar=call.talking,
        question=safe_text(rules.consent, 200) if asks_consent else "",
        offers=offers,
        lingers=_lingers(call),
    )


def _extras(call: Call) -> list[str]:
    """Say what the own phone does not: how it is dialled, what is left to be keyed."""
    if call.direction is Direction.IN or not call.alive:
        return []
    dialled = f"dialled as {safe_text(call.dialled, 40)}" if call.dialled else ""
    return [dialled, f"then key {safe_text(call.after, 20)}" if call.after else ""]


def offer_of(
    connection: Connection,
    do: Do,
    pending: frozenset[Do] = frozenset(),
    rules: RecordingSettings = _AS_ASKED,
) -> Offer:
    """Return a button, with why it cannot be used now if so."""
    return Offer(do, _why_not(connection, do, pending, rules))


def _why_not(
    connection: Connection, do: Do, pending: frozenset[Do], rules: RecordingSettings
) -> str:
    ends = MEANINGS.get(do) is Meaning.END
    if do in pending or (pending and not ends):  # one can hang up whatever else takes its time
        return "One moment."
    need = _NEEDS.get(do)
    by_key = bool(rules.one_touch) and connection.may(Ability.ONE_TOUCH)
    if need in (Ability.RECORD, Ability.PAUSE_RECORDING) and by_key:
        return ""
    return ability_why_not(connection, need) if need else ""


def _record_offers(call: Call, rules: RecordingSettings) -> tuple[Do, ...]:
    if call.recording is Recording.OFF:
        return () if rules.policy == "never" else (Do.RECORD,)
    pause = Do.RESUME if call.recording is Recording.PAUSED else Do.PAUSE
    return (pause,) if rules.policy == "always" else (Do.STOP_RECORDING, pause)


def _offers(call: Call, can_wait: bool, rules: RecordingSettings) -> tuple[Do, ...]:
    incoming = call.direction is Direction.IN
    if call.talking:
        return (*_record_offers(call, rules), Do.TRANSFER, Do.PARK, Do.KEYPAD, Do.HANG_UP)
    if call.alive:
        return (Do.DIVERT, Do.DECLINE) if incoming else (Do.CANCEL,)
    if call.parked_at:
        return (Do.FETCH, Do.CLOSE)
    if incoming:
        return (Do.CALL_BACK, Do.CLOSE) if call.cause is Cause.MISSED and call.number else ()
    if _ended_well(call):
        return ()
    return (Do.TRY_AGAIN, Do.WHEN_FREE, Do.CLOSE) if can_wait else (Do.TRY_AGAIN, Do.CLOSE)


def _ended_well(call: Call) -> bool:
    if call.cause is Cause.LINK_LOST:
        return call.talking_since is not None
    return call.cause is None or call.cause in _ENDED_WELL


def _via(call: Call, written: Callable[[str], str]) -> str:
    via = safe_text(written(call.via), 60) if call.via else ""
    waits = ", waiting" if call.alive and call.waits_since is not None and not call.talking else ""
    return f"{via[:1].upper()}{via[1:]}{waits}"


def _status(call: Call, who: str, written: Callable[[str], str]) -> str:
    if call.cause is Cause.ANSWERED_ELSEWHERE:
        taker = call.taker_name or (written(call.taker) if call.taker else "")
        return taken_words(call, safe_text(taker, 40))
    if call.alive and call.cause is not None:  # it lives but does not get through
        return phase_words(Call(call.key, call.direction, Phase.ENDED, 0, cause=call.cause))
    if call.phase is Phase.CALLING and who:
        return f"Calling {who}"
    if call.phase is Phase.RINGING and call.direction is Direction.OUT:
        return f"Ringing at {who}" if who else "Ringing"
    return phase_words(call)


def _icon(call: Call) -> str:
    incoming = call.direction is Direction.IN
    if not call.alive:
        if call.cause is Cause.MISSED:
            return "phone-missed"
        default = "phone" if _ended_well(call) else "circle-alert"
        return _ICON_OF_END.get(call.cause, default) if call.cause else default
    if call.cause is not None:
        return "circle-alert"
    if call.phase is Phase.HELD:
        return "pause"
    if call.talking:
        return "phone-call"
    return "phone-incoming" if incoming else "phone-outgoing"


def _meaning(call: Call) -> Meaning | None:
    if not call.alive:
        quiet = _ended_well(call) or call.cause is Cause.ANSWERED_ELSEWHERE
        return None if quiet else Meaning.END
    if call.cause is not None or call.phase is Phase.HELD:
        return Meaning.ATTENTION
    return Meaning.GO


def _step(call: Call) -> int | None:
    if call.direction is Direction.IN or call.talking or not call.alive:
        return None
    return _STEPS[call.phase]


def _clock_from(call: Call) -> float | None:
    if call.talking:
        return call.talking_since if call.talking_since is not None else call.since
    if call.alive:
        # a caller has waited since it began; an outgoing call counts its own phase
        began = call.began if call.waits_since is None else call.waits_since
        return began if call.direction is Direction.IN and began else call.since
    return None


def _lingers(call: Call) -> float | None:
    if call.alive:
        return None
    if call.parked_at:
        return PARKED
    if call.cause in (Cause.MISSED, Cause.LINK_LOST):
        return A_WHILE
    if call.cause is Cause.ANSWERED_ELSEWHERE:
        return TAKEN
    if _ended_well(call) or call.direction is Direction.IN:
        return BRIEFLY
    return LONG
