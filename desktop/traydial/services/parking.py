"""Parks the other party and knows who is parked (actions Park and ParkedCalls, class call)."""

import asyncio
from collections.abc import Callable, Mapping

from traydial.ami.legs import caller_id
from traydial.ami.protocol import Message
from traydial.ami.session import AmiSession
from traydial.ami.tracker import Tracker
from traydial.domain.call_events import CallEvent, ParkedAt
from traydial.domain.calls import Call, Cause
from traydial.domain.errors import (
    ActionFailed,
    DesktopError,
    NoOtherParty,
    NotPermitted,
    NotTalking,
)
from traydial.domain.parked import Parked
from traydial.domain.store import Store
from traydial.services import dialplan

MOST_REMEMBERED = 50
LOOKS = (0.0, 0.05, 0.1, 0.2, 0.4, 0.8)  # the caller is in the lot a moment after the answer


class Parking:
    """``parked`` are all callers of the lots that the account may see, by their channel."""

    def __init__(
        self,
        session: Callable[[], AmiSession],
        tracker: Tracker,
        call: Callable[[str], Call],
        apply: Callable[[CallEvent], None],
        clock: Callable[[], float],
    ) -> None:
        self._session, self._tracker, self._call = session, tracker, call
        self._apply, self._clock = apply, clock
        self.parked: Store[Mapping[str, Parked]] = Store({})
        self._news: dict[str, Parked | None] = {}  # what events told while a list was coming
        self._last: dict[str, str] = {}  # channel -> the space where it waited

    def on_event(self, message: Message) -> None:
        """Take ParkedCall and what ends it; an event filter may hide them all."""
        if message.event == "ParkedCall":
            parked = self._read(message)
            self._news[parked.channel] = parked
        elif message.event in ("UnParkedCall", "ParkedCallGiveUp", "ParkedCallTimeOut"):
            channel = message.get("ParkeeChannel")
            self._news[channel] = None
            if message.event == "ParkedCallTimeOut":
                self._remember(channel, message.get("ParkingSpace"))
        else:
            return
        self._set(self.parked.value)

    async def refresh(self, session: AmiSession) -> None:
        """Ask who is parked now. Raises what the link raises."""
        self._news = {}
        try:
            rows = await session.collect("ParkedCalls")
        except (ActionFailed, NotPermitted):
            rows = []  # a PBX without parking
        found = [self._read(row) for row in rows if row.event == "ParkedCall"]
        self._set({parked.channel: parked for parked in found})

    def came_back(self, channel: str) -> str:
        """Return the space where one waited too long who rings here now, if it is known."""
        if parked := self.parked.value.get(channel):  # a filter has hidden the event
            self._remember(channel, parked.space)
            self._news[channel] = None
            self._set(self.parked.value)
        return self._last.get(channel, "")

    def _remember(self, channel: str, space: str) -> None:
        if len(self._last) >= MOST_REMEMBERED:
            del self._last[next(iter(self._last))]
        self._last[channel] = space

    def _set(self, listed: Mapping[str, Parked]) -> None:
        """Take a list; an event that came since it was asked for knows better."""
        known = {**listed, **self._news}
        self.parked.set({channel: one for channel, one in known.items() if one is not None})

    async def park(self, key: str) -> str:
        """Park the other party; return the space, where it is told.

        Raises NotTalking, NoOtherParty, CallGone, NotPermitted and others; the call then
        stays as it is.
        """
        call = self._call(key)
        session, own, peer = await self.leave(call, Cause.PARKED)
        parked = await self.place_of(session, peer)
        space = parked.space if parked is not None else ""
        self._apply(ParkedAt(call.key, space))
        await self.hang_up(session, own)
        return space

    async def leave(
        self, call: Call, cause: Cause, *, stays_s: int = 0
    ) -> tuple[AmiSession, str, str]:
        """Put the other party into the lot; return the link, the own channel and theirs.

        The PBX itself rings the own phone after ``stays_s`` seconds, or 0 for its own choice.
        Raises as ``park`` does.
        """
        if not call.talking:
            raise NotTalking(call.key)
        session = self._session()
        own, peer = await asyncio.gather(
            dialplan.variable(session, call.legs[0], "CHANNEL(name)"),
            dialplan.peer_of(session, call.legs[0]),
        )
        if not peer:
            raise NoOtherParty(call.key)
        stays = [("Timeout", str(stays_s * 1000))] if stays_s else []
        self._tracker.foretell(call.key, cause)
        try:
            # a unique id as TimeoutChannel is accepted, and the caller never comes back
            await session.perform("Park", ("Channel", peer), ("TimeoutChannel", own), *stays)
        except DesktopError:
            self._tracker.foretell(call.key, None)
            raise
        return session, own, peer

    async def place_of(self, session: AmiSession, channel: str) -> Parked | None:
        """Return where a channel was put; the list lags a moment."""
        for pause in LOOKS:
            await asyncio.sleep(pause)
            await self.refresh(session)
            if parked := self.parked.value.get(channel):
                return parked
        return None

    @staticmethod
    async def hang_up(session: AmiSession, own: str) -> None:
        """End a channel, if it is still there."""
        try:
            await session.perform("Hangup", ("Channel", own))
        except ActionFailed as error:
            if "no such channel" not in error.reason.lower():
                raise

    def _read(self, row: Message) -> Parked:
        number, name = caller_id(row, "CallerID", "Parkee")
        waited = row.get("ParkingDuration")
        since = self._clock() - (int(waited) if waited.isdigit() else 0)
        space, channel = row.get("ParkingSpace"), row.get("ParkeeChannel")
        if known := self.parked.value.get(channel):
            since = known.since  # a row tells whole seconds only
        lot = row.get("Parkinglot") or row.get("ParkingLot") or "default"
        return Parked(space, channel, number, name, row.get("ParkerDialString"), since, lot)
