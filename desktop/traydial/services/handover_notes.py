"""One line from who hands a caller over, shown to the colleague before they lift.

It travels as an event of our own (action UserEvent, class user on both sides) and names the
call by what the PBX calls all that belongs to one caller. Anybody with that class can send
one: so it is shown only for a call that rings here, as plain text of one line.
"""

import logging
from collections.abc import Callable

from traydial.ami.protocol import Message
from traydial.ami.session import AmiSession
from traydial.domain.call_events import Appeared, CallEvent, Noted
from traydial.domain.calls import Call, Calls, Direction, Phase
from traydial.domain.errors import ActionFailed, DesktopError
from traydial.domain.notes import one_line
from traydial.domain.settings import Settings
from traydial.domain.store import Store
from traydial.services import dialplan

log = logging.getLogger(__name__)

EVENT = "TraydialNote"
KEPT_S = 60.0  # a note may come before the ring
MOST_KEPT = 20


class HandOverNotes:
    """Sends notes, and finds the call to which one belongs."""

    def __init__(
        self,
        settings: Settings,
        calls: Store[Calls],
        apply: Callable[[CallEvent], None],
        clock: Callable[[], float],
    ) -> None:
        self._settings, self._calls, self._apply, self._clock = settings, calls, apply, clock
        self._early: dict[str, tuple[float, str]] = {}  # linked id -> when it came, and the note

    async def send(self, session: AmiSession, text: str, target: str, linked: str) -> None:
        """Tell whoever will be rung for this call; that it fails is no reason not to transfer."""
        note = one_line(text)
        if not note or not linked or not self._settings.transfer.notes:
            return
        try:
            # an admin's event filter for one phone goes by the channel
            phone = await self._phone_of(session, target)
            channel = [("Channel", f"{phone}-note")] if phone else []
            await session.perform(
                "UserEvent", ("UserEvent", EVENT), *channel, ("Call", linked), ("Note", note)
            )
        except DesktopError as error:
            log.info("the note was not sent: %s", error)

    def on_event(self, message: Message) -> None:
        """Take a note that belongs to a call which rings here, or may do so in a moment."""
        if message.event != "UserEvent" or message.get("UserEvent") != EVENT:
            return
        linked, note = message.get("Call")[:150], one_line(message.get("Note"))
        if not linked or not note or not self._settings.transfer.notes:
            return
        for call in self._calls.value.values():
            if call.linked == linked and _rings(call):
                self._apply(Noted(call.key, note))
                return
        now = self._clock()
        fresh = {k: kept for k, kept in self._early.items() if now - kept[0] < KEPT_S}
        fresh.pop(linked, None)
        while len(fresh) >= MOST_KEPT:
            del fresh[next(iter(fresh))]
        self._early = {**fresh, linked: (now, note)}

    def after(self, event: CallEvent) -> None:
        """Give a call that has just appeared the note that came before it."""
        if not isinstance(event, Appeared) or not _rings(event.call):
            return
        at, note = self._early.pop(event.call.linked, (0.0, ""))
        if note and self._clock() - at < KEPT_S:
            self._apply(Noted(event.call.key, note))

    async def _phone_of(self, session: AmiSession, target: str) -> str:
        hint = f"HINT({target}@{self._settings.phone.context})"
        try:
            devices = await dialplan.evaluate(session, hint)
        except ActionFailed:
            return ""
        return devices.replace(",", "&").partition("&")[0]


def _rings(call: Call) -> bool:
    return call.direction is Direction.IN and call.phase is Phase.RINGING
