"""What a person can do from a call's card, as buttons and in menus. Knows no Qt."""

from dataclasses import dataclass
from enum import Enum

from traydial.domain.calls import Call, Recording
from traydial.domain.connection import Connection
from traydial.domain.language import mark, tr
from traydial.domain.privileges import Ability
from traydial.domain.settings import RecordingSettings
from traydial.ui.meaning import Meaning
from traydial.ui.words import ability_why_not

MOMENT = mark("One moment.")
AS_ASKED = RecordingSettings()


class Do(Enum):
    """What a person can do from a card."""

    ANSWER = mark("Answer")
    TALK = mark("Talk")
    DIVERT = mark("Divert…")
    DECLINE = mark("Decline")
    CANCEL = mark("Cancel")
    RECORD = mark("Record")
    STOP_RECORDING = mark("Stop")
    CONSENTED = mark("They agree")
    NOT_CONSENTED = mark("Not now")
    PAUSE = mark("Pause recording")
    RESUME = mark("Go on recording")
    TRANSFER = mark("Transfer…")
    PARK = mark("Park")
    KEYPAD = mark("Keypad")
    OPEN = mark("Open page")
    CONNECT = mark("Connect them")
    ALL_THREE = mark("All three")
    BACK = mark("Back")
    FETCH = mark("Fetch")
    FETCH_BACK = mark("Fetch back")
    HANG_UP = mark("Hang up")
    TRY_AGAIN = mark("Try again")
    WHEN_FREE = mark("When free")
    CALL_BACK = mark("Call back")
    BLOCK = mark("Block")
    CLOSE = mark("Close")


ICONS = {
    Do.ANSWER: "phone",
    Do.TALK: "phone-call",
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
    Do.OPEN: "external-link",
    Do.CONNECT: "merge",
    Do.ALL_THREE: "users",
    Do.BACK: "undo-2",
    Do.FETCH: "phone",
    Do.FETCH_BACK: "undo-2",
    Do.HANG_UP: "phone-off",
    Do.TRY_AGAIN: "rotate-cw",
    Do.WHEN_FREE: "clock",
    Do.CALL_BACK: "phone",
    Do.BLOCK: "ban",
    Do.CLOSE: "",
}
# where nothing beside it says what a word is about: in a menu, or read aloud
IN_FULL = {do: do.value for do in Do} | {
    Do.STOP_RECORDING: mark("Stop recording"),
    Do.CONSENTED: mark("They agree to be recorded"),
    Do.NOT_CONSENTED: mark("Do not record now"),
    Do.TALK: mark("Take off hold"),
    Do.OPEN: mark("Open customer page"),
    Do.BLOCK: mark("Block this caller"),
    Do.WHEN_FREE: mark("Tell me when they are free"),
    Do.ALL_THREE: mark("Talk, all three"),
    Do.BACK: mark("Back to the caller"),
}
MEANINGS = {
    Do.DECLINE: Meaning.END,
    Do.CANCEL: Meaning.END,
    Do.HANG_UP: Meaning.END,
    Do.ANSWER: Meaning.GO,
    Do.TALK: Meaning.GO,
    Do.CONNECT: Meaning.GO,
    Do.TRY_AGAIN: Meaning.GO,
    Do.CALL_BACK: Meaning.GO,
    Do.FETCH: Meaning.GO,
}
_NEEDS = {
    Do.ANSWER: Ability.ANSWER,
    Do.TALK: Ability.ANSWER,
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
    Do.FETCH_BACK: Ability.COME_BACK,
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
    """One button. ``why_not`` says, where it is disabled, why; ``small`` is an icon alone."""

    do: Do
    why_not: str = ""
    small: bool = False


CONSENT = (Do.CONSENTED, Do.NOT_CONSENTED, Do.HANG_UP)
_ON_HOLD = frozenset(
    {Do.STOP_RECORDING, Do.TRANSFER, Do.PARK, Do.OPEN, Do.HANG_UP}
    | {Do.CONSENTED, Do.NOT_CONSENTED}
)
RECORDING = frozenset({Do.RECORD, Do.STOP_RECORDING, Do.PAUSE, Do.RESUME})


def offer_of(
    connection: Connection,
    do: Do,
    pending: frozenset[Do] = frozenset(),
    rules: RecordingSettings = AS_ASKED,
) -> Offer:
    """Return a button, with why it cannot be used now if so."""
    return Offer(do, _why_not(connection, do, pending, rules))


def _why_not(
    connection: Connection, do: Do, pending: frozenset[Do], rules: RecordingSettings
) -> str:
    ends = MEANINGS.get(do) is Meaning.END
    if do in pending or (pending and not ends):  # one can hang up whatever else takes its time
        return tr(MOMENT)
    need = _NEEDS.get(do)
    by_key = bool(rules.one_touch) and connection.may(Ability.ONE_TOUCH)
    if need in (Ability.RECORD, Ability.PAUSE_RECORDING) and by_key:
        return ""
    return ability_why_not(connection, need) if need else ""


def record_offers(call: Call, rules: RecordingSettings) -> tuple[Do, ...]:
    """Return what can be done about recording a call, as far as the rules leave it."""
    if call.recording is Recording.OFF:
        return () if rules.policy == "never" else (Do.RECORD,)
    pause = Do.RESUME if call.recording is Recording.PAUSED else Do.PAUSE
    return (pause,) if rules.policy == "always" else (Do.STOP_RECORDING, pause)


def with_page(does: tuple[Do, ...]) -> tuple[Do, ...]:
    """Offer the customer's page, too; what ends a call keeps its corner."""
    return (*does[:-1], Do.OPEN, *does[-1:]) if does else does


def on_hold(does: tuple[Do, ...]) -> tuple[Do, ...]:
    """Put first what takes a call off hold; what is of no use to who waits makes room."""
    return (Do.TALK, *(do for do in does if do in _ON_HOLD))
