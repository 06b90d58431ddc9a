"""What cards say and offer while a colleague is asked about a call. Knows no Qt."""

from collections.abc import Callable
from dataclasses import replace

from traydial.domain.calls import Call, Calls, Cause, Phase, partner_of
from traydial.domain.language import tr
from traydial.domain.plain_text import safe_text
from traydial.ui.call_presenter import A_WHILE, Face
from traydial.ui.card_offers import Do, Offer

_RECORDING = (Do.STOP_RECORDING, Do.PAUSE, Do.RESUME)
_THREE = (Do.RECORD, *_RECORDING, Do.OPEN, Do.CONSENTED, Do.NOT_CONSENTED, Do.HANG_UP)
OfferOf = Callable[[Do], Offer]


def other_of(call: Call, calls: Calls) -> Call | None:
    """Return the call that this one asks about, or the living one that asks about it.

    Two calls of which neither asks may be brought together as well.
    """
    if call.consults:
        return calls.get(call.consults)
    return partner_of(call, calls) if call.alive else None


def together(
    face: Face,
    call: Call,
    other: Call | None,
    offer: OfferOf,
    written: Callable[[str], str] = str,
    *,
    can_meet: bool = False,
) -> Face:
    """Return what a card shows in the light of the call that belongs to it.

    ``offer`` makes a button; ``can_meet``: there is a place for three to talk.
    """
    if call.third and call.alive:
        return _as_three(face, safe_text(call.third, 40))
    if other is None:
        return face
    who = safe_text(other.name, 40) or safe_text(written(other.number), 40) or tr("The other one")
    if call.consults == other.key:
        return _asking(face, call, other, who, offer, can_meet=can_meet)
    if other.consults == call.key:
        return _waiting(face, call, other, who) if call.alive and other.alive else face
    return _mergeable(face, call, other, offer, can_meet=can_meet)


def _asking(
    face: Face, call: Call, other: Call, who: str, offer: OfferOf, *, can_meet: bool
) -> Face:
    """Show the call to a colleague, and what can become of it."""
    if not call.alive:
        return _asked(face, call, other, who)
    if not other.alive:
        return replace(face, beside=tr("{who} has hung up", who=who)) if _hung_up(other) else face
    kept = [o for o in face.offers if o.do in (Do.ANSWER, Do.TALK, *_RECORDING)]
    made = [offer(Do.BACK)]
    if call.talking and other.talking:
        three = [replace(offer(Do.ALL_THREE), small=bool(kept))] if can_meet else []
        made = [offer(Do.CONNECT), *three, *made]
    held = other.phase is Phase.HELD
    about = tr("About {who}, who is on hold") if held else tr("About {who}, who is still there")
    return replace(face, beside=about.format(who=who), offers=(*kept, *made))


def _mergeable(face: Face, call: Call, other: Call, offer: OfferOf, *, can_meet: bool) -> Face:
    """Offer to bring two calls together, on the card of the one that is on hold.

    It takes the place of what makes little sense there; the picker can park, too.
    """
    if call.phase is not Phase.HELD or other.phase is not Phase.TALKING or other.third:
        return face
    does = (Do.CONNECT, Do.ALL_THREE) if can_meet else (Do.CONNECT,)
    made = (replace(offer(do), small=True) for do in does)
    rest = [o for o in face.offers if o.do not in (Do.PARK, Do.KEYPAD)]
    return replace(face, offers=(*rest[:-1], *made, *rest[-1:]))


def _waiting(face: Face, call: Call, other: Call, who: str) -> Face:
    """Show the call that is asked about: nothing is done to it until that is over."""
    beside = (
        tr("Waits while you ask {who}", who=who)
        if call.phase is Phase.HELD
        else tr("You are asking {who}", who=who)
    )
    if other.phase is Phase.HELD:
        beside = tr("{who}, whom you are asking, waits", who=who)
    keeps = (Do.TALK, *_RECORDING, Do.OPEN, Do.HANG_UP)
    return replace(face, beside=beside, offers=tuple(o for o in face.offers if o.do in keeps))


def _asked(face: Face, call: Call, other: Call, who: str) -> Face:
    """Show that the colleague is asked no longer, and where the caller is."""
    if call.cause is Cause.TRANSFERRED:
        return replace(face, status=tr("Connected with {who}", who=who))
    if not other.talking:
        return face
    held = other.phase is Phase.HELD
    still = tr("{who} is still on hold on your phone") if held else tr("{who} is still there")
    lingers = max(face.lingers or 0.0, A_WHILE)  # long enough to be read
    return replace(face, beside=still.format(who=who), lingers=lingers)


def _as_three(face: Face, third: str) -> Face:
    return replace(
        face,
        title=tr("{title} and {third}", title=face.title, third=third),
        status=tr("All three talking"),
        icon="users",
        offers=tuple(o for o in face.offers if o.do in _THREE),
    )


def _hung_up(other: Call) -> bool:
    return other.cause in (Cause.HUNG_UP, Cause.LINK_LOST)
