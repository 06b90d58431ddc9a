"""Asking a colleague first, then bringing caller and colleague together.

The colleague is a second call of the own phone, and the phone itself puts the first on hold:
every phone with two lines can do that, whatever the PBX. Nothing is moved before both talk,
so whatever goes wrong until then, the caller is still there.
"""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, Protocol

from traydial.ami.session import AmiSession
from traydial.ami.tracker import Tracker
from traydial.domain.call_events import Joined
from traydial.domain.call_reducer import reduce
from traydial.domain.calls import Call, Calls, Cause, Phase, partner_of
from traydial.domain.errors import (
    ActionFailed,
    CallGone,
    DesktopError,
    NoOtherParty,
    NoSuchNumber,
    NotTalking,
)
from traydial.domain.numbers import Number
from traydial.domain.settings import PhoneSettings
from traydial.domain.store import Store
from traydial.services import dialplan


class Dial(Protocol):
    """What makes the second call."""

    def __call__(
        self, number: Number | str, name: str = "", *, consults: str
    ) -> Coroutine[Any, Any, str]:
        """Ring the own phone, then the number; return the new call's key."""
        ...


class Consult:
    """Second calls about a first one, and what can become of the two."""

    def __init__(
        self,
        settings: PhoneSettings,
        session: Callable[[], AmiSession],
        calls: Store[Calls],
        tracker: Tracker,
        dial: Dial,
        call: Callable[[str], Call],
    ) -> None:
        self._settings, self._session, self._calls = settings, session, calls
        self._tracker, self._dial, self._call = tracker, dial, call

    async def ask(self, key: str, number: Number | str, name: str = "") -> str:
        """Call a colleague about a call that goes on; return the second call's key.

        Raises NotTalking, CallGone, and what dialling raises; the first call then stays as
        it is.
        """
        call = self._call(key)
        if not call.talking:
            raise NotTalking(key)
        return await self._dial(number, name, consults=call.key)

    async def connect(self, key: str) -> None:
        """Bring the other parties of two calls together; both own legs end (action Bridge).

        ``key`` is either call. Raises NoOtherParty, NotTalking, CallGone, NotPermitted and
        others; both calls then stay as they are.
        """
        asked, first = self._both(key)
        session = self._session()
        tried: set[tuple[str, str]] = set()
        while True:
            caller, colleague = await self._parties(session, first, asked)
            tried.add((caller, colleague))
            with_both = ("Channel1", caller), ("Channel2", colleague)
            try:
                await self._as_transfer(
                    (first, asked), self._perform(session, "Bridge", *with_both)
                )
            except NoOtherParty:
                # a Local channel may have left the call just now: then somebody else is there
                if (await self._parties(session, first, asked)) in tried:
                    raise
            else:
                return

    async def all_three(self, key: str) -> None:
        """Bring all into a conference, on the own phone's line that is not on hold.

        Raises NoSuchNumber where the dialplan has no such conference, and as ``connect``.
        """
        asked, first = self._both(key)
        if asked.phase is Phase.HELD and first.phase is not Phase.HELD:  # swapped at the phone
            asked, first = first, asked
        room, context = self.room, self._settings.context
        session = self._session()
        if not room or not await dialplan.exists(session, context, room):
            raise NoSuchNumber(room)
        caller, colleague = await self._parties(session, first, asked)
        own = await dialplan.variable(session, self._call(asked.key).legs[0], "CHANNEL(name)")
        where = ("Context", context), ("Exten", room), ("Priority", "1")
        extra = ("ExtraContext", context), ("ExtraExten", room), ("ExtraPriority", "1")
        # both in one action: who is moved alone leaves the other hung up
        both = ("Channel", own), ("ExtraChannel", colleague)
        await self._perform(session, "Redirect", *both, *where, *extra)
        # the own leg that is on hold ends when the caller leaves it
        move = self._perform(session, "Redirect", ("Channel", caller), *where)
        await self._as_transfer((first,), move)
        third = Joined(asked.key, first.name or first.number or "somebody")
        self._calls.set(reduce(self._calls.value, third))

    @property
    def room(self) -> str:
        """The extension of the user's own conference, empty where there is none."""
        return self._settings.conference.replace("{extension}", self._settings.extension)

    def _both(self, key: str) -> tuple[Call, Call]:
        """Return the call that asks and the one it is about. Raises where one is not there."""
        call = self._call(key)
        other = partner_of(call, self._calls.value)
        if other is None:
            raise CallGone(key)
        asked, first = (call, other) if call.consults == other.key else (other, call)
        if other.consults != call.key and call.consults != other.key:
            asked, first = sorted((call, other), key=lambda c: c.began, reverse=True)
        if not (asked.talking and first.talking):
            raise NotTalking(key)
        return asked, first

    async def _parties(self, session: AmiSession, first: Call, asked: Call) -> tuple[str, str]:
        caller, colleague = await asyncio.gather(
            *(self._other_party(session, call.key) for call in (first, asked))
        )
        return caller, colleague

    async def _other_party(self, session: AmiSession, key: str) -> str:
        """Return the channel of who talks to us. Raises NoOtherParty, CallGone."""
        for pause in dialplan.BRIDGED_WITHIN_S:
            try:
                if peer := await dialplan.peer_of(session, self._call(key).legs[0]):
                    return peer
            except ActionFailed as error:
                if "no such channel" not in error.reason.lower():
                    raise
                # a Local channel has just left the call to the phone's own
                await asyncio.sleep(pause)
            else:
                break
        raise NoOtherParty(key)

    async def _as_transfer(self, ending: tuple[Call, ...], move: Coroutine[Any, Any, None]) -> None:
        for call in ending:
            self._tracker.foretell(call.key, Cause.TRANSFERRED)
        try:
            await move
        except DesktopError:
            for call in ending:
                self._tracker.foretell(call.key, None)
            raise

    @staticmethod
    async def _perform(session: AmiSession, action: str, *headers: tuple[str, str]) -> None:
        for pause in (*dialplan.BRIDGED_WITHIN_S, None):
            try:
                await session.perform(action, *headers)
            except ActionFailed as error:
                if "not exist" in error.reason.lower():  # hung up at this very moment
                    raise NoOtherParty(headers[0][1]) from error
                if pause is None:
                    raise
                await asyncio.sleep(pause)  # answered a moment ago
            else:
                return
