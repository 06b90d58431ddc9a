"""What a call's card says and offers. Knows no Qt."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from traydial.domain.calls import Call, Cause, Direction, Phase, Recording
from traydial.domain.connection import Connection
from traydial.domain.language import mark, tr
from traydial.domain.notes import MOST
from traydial.domain.onward import Stage
from traydial.domain.plain_text import safe_text
from traydial.domain.privileges import Ability
from traydial.domain.settings import RecordingSettings
from traydial.ui.card_offers import (
    AS_ASKED,
    CONSENT,
    MOMENT,
    RECORDING,
    Do,
    Offer,
    offer_of,
    on_hold,
    record_offers,
    with_page,
)
from traydial.ui.meaning import Meaning
from traydial.ui.onward_face import onward_face
from traydial.ui.several import Among
from traydial.ui.text import initials
from traydial.ui.words import came_back_words, from_parking_words, phase_words, taken_words


@dataclass(frozen=True, slots=True)
class Face:
    """Everything a card shows of a call.

    ``question`` is what the user has to ask before ``offers`` go on. ``step`` is the one of
    three an outgoing call has got to. ``beside`` tells of another call that belongs to it,
    ``note`` is what a colleague wrote who hands the caller over.
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
    among: Among = Among.ALONE
    question: str = ""
    beside: str = ""
    note: str = ""
    picture: bytes = b""
    offers: tuple[Offer, ...] = ()
    lingers: float | None = None


UNKNOWN = mark("Unknown number")
BRIEFLY, TAKEN, A_WHILE, LONG, PARKED = 2.0, 4.0, 8.0, 45.0, 90.0

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
    can_open: bool = False,
    can_block: bool = False,
    picture: bytes = b"",
    among: Among = Among.ALONE,
    rules: RecordingSettings = AS_ASKED,
    asks_consent: bool = False,
    named: Callable[[str], str] | None = None,
) -> Face:
    """Return what the card of a call shows now.

    ``written`` writes a number as people do; ``pending`` is what was asked for and is not
    done yet. ``can_wait``: the PBX will tell when who was busy is free. ``can_answer``: the
    own phone can be told to lift, and to take off hold. ``can_block``: this caller need
    not be shown again. ``picture`` is the file of theirs. ``can_open``: there is a page for the
    number. ``rules`` are for recording;
    ``asks_consent``: it was clicked, and the other party has to agree first. ``named``
    writes a number as a colleague's name, where it is one's. ``among`` is how this call
    stands to others.
    """
    number = safe_text(written(call.number), 40)
    name = safe_text(call.name)
    title = name or number or tr(UNKNOWN)
    company = safe_text(call.company if name else call.origin, 60)
    if call.parked_at:  # it is read across the desk, and called out
        parked = tr("Parked at {space}", space=safe_text(call.parked_at, 20))
        title, name, number = parked, title, title
    asks_consent = asks_consent and call.talking
    does = CONSENT if asks_consent else _offers(call, can_wait, rules)
    if can_answer and connection.may(Ability.ANSWER):
        does = on_hold(does) if call.phase is Phase.HELD else (Do.ANSWER, *does)
    if can_open and not asks_consent:
        does = with_page(does)
    if can_block and Do.CALL_BACK in does:
        does = (*does[:-1], Do.BLOCK, *does[-1:])
    begins = RECORDING if call.recording is Recording.STARTING else frozenset[Do]()
    offers = tuple(
        Offer(do, tr(MOMENT)) if do in begins else offer_of(connection, do, pending, rules)
        for do in does
    )
    face = Face(
        title=title,
        number=" · ".join(filter(None, (company, number if name else "", *_extras(call)))),
        initials=initials(name),
        picture=picture if name else b"",
        status=_status(call, name or number, named or written),
        icon=_icon(call),
        meaning=_meaning(call),
        via=_via(call, written),
        step=_step(call),
        clock_from=_clock_from(call),
        lamp=call.recording,
        pbx_records=call.recorded_by_pbx,
        is_bar=call.talking,
        among=among,
        question=safe_text(rules.consent, 200) if asks_consent else "",
        offers=offers,
        lingers=_lingers(call),
        note=safe_text(call.note, MOST) if call.alive else "",
    )
    if call.onward is None or call.alive or call.parked_at:
        return face
    who = call.onward.name or written(call.onward.target)
    onward = onward_face(call.onward, safe_text(who, 40), connection)
    return replace(
        face,
        status=onward.status,
        icon=onward.icon,
        meaning=onward.meaning,
        clock_from=onward.clock_from,
        via="",
        lingers=onward.lingers,
    )


def _extras(call: Call) -> list[str]:
    """Say what the own phone does not: how it is dialled, what is left to be keyed."""
    if call.direction is Direction.IN or not call.alive:
        return []
    extras = []
    if call.dialled:
        extras.append(tr("dialled as {dialled}", dialled=safe_text(call.dialled, 40)))
    if call.after:
        extras.append(tr("then key {after}", after=safe_text(call.after, 20)))
    return extras


def _offers(call: Call, can_wait: bool, rules: RecordingSettings) -> tuple[Do, ...]:
    incoming = call.direction is Direction.IN
    if call.talking:
        return (*record_offers(call, rules), Do.TRANSFER, Do.PARK, Do.KEYPAD, Do.HANG_UP)
    if call.alive:
        return (Do.DIVERT, Do.DECLINE) if incoming else (Do.CANCEL,)
    if call.parked_at:
        return (Do.FETCH, Do.CLOSE)
    if call.onward is not None:
        return (Do.FETCH_BACK,) if call.onward.stage is Stage.ON_THE_WAY else ()
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
    is_waiting = call.alive and call.waits_since is not None and not call.talking
    waits = tr(", waiting") if is_waiting else ""
    return f"{via[:1].upper()}{via[1:]}{waits}"


def _status(call: Call, who: str, named: Callable[[str], str]) -> str:
    if call.cause is Cause.ANSWERED_ELSEWHERE:
        taker = call.taker_name or (named(call.taker) if call.taker else "")
        return taken_words(call, safe_text(taker, 40))
    if call.alive and call.cause is not None:  # it lives but does not get through
        return phase_words(Call(call.key, call.direction, Phase.ENDED, 0, cause=call.cause))
    if call.from_space is not None and call.phase is Phase.RINGING:
        return from_parking_words(safe_text(call.from_space, 20))
    if call.came_from and call.phase is Phase.OWN_RINGING:
        return came_back_words(safe_text(call.came_from, 40))
    if call.phase is Phase.CALLING and who:
        return tr("Calling {who}", who=who)
    if call.phase is Phase.RINGING and call.direction is Direction.OUT:
        return tr("Ringing at {who}", who=who) if who else tr("Ringing")
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
