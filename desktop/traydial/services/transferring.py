"""Gives the other party to somebody else, or diverts a caller who still rings."""

import asyncio
from collections.abc import Callable

from traydial.ami.session import AmiSession
from traydial.ami.tracker import Tracker
from traydial.domain.calls import Call, Cause, Direction
from traydial.domain.errors import (
    ActionFailed,
    DesktopError,
    NoOtherParty,
    NoSuchNumber,
    NothingToDial,
    NotTalking,
    TargetAway,
    TargetEngaged,
)
from traydial.domain.settings import Settings
from traydial.services import dialplan
from traydial.services.come_back import ComeBack
from traydial.services.dialler import DIALLABLE
from traydial.services.handover_notes import HandOverNotes

Where = tuple[tuple[str, str], ...]
_ENGAGED = frozenset({"INUSE", "BUSY", "RINGINUSE", "ONHOLD"})


class Transferring:
    """Transfers for ``Phone``."""

    def __init__(
        self,
        settings: Settings,
        session: Callable[[], AmiSession],
        tracker: Tracker,
        call: Callable[[str], Call],
        come_back: ComeBack,
        notes: HandOverNotes,
    ) -> None:
        self._settings, self._session, self._tracker = settings, session, tracker
        self._call, self._come_back, self._notes = call, come_back, notes

    async def transfer(
        self,
        key: str,
        target: str,
        name: str = "",
        *,
        anyway: bool = True,
        note: str = "",
        for_good: bool = False,
    ) -> None:
        """Move the other party to ``target``, or divert a caller who still rings.

        ``note`` is for who takes the call; ``for_good``: nobody is to come back. Unless
        ``anyway``, a target that talks or is away is not tried. Raises NoSuchNumber,
        TargetEngaged, TargetAway (and the call stays as it is), NotTalking, CallGone,
        NotPermitted.
        """
        call = self._call(key)
        if not DIALLABLE.fullmatch(target):
            raise NothingToDial(target)
        session = self._session()
        context = self._settings.phone.context
        # an unknown target answers Success and hangs up on the caller: ask first
        if not await dialplan.exists(session, context, target):
            raise NoSuchNumber(target)
        if not anyway:
            await self._check(session, target, name)
        call = self._call(key)
        where = (("Context", context), ("Exten", target))
        if call.talking:
            seconds = self._settings.transfer.comes_back_after_s
            if (
                seconds
                and not for_good
                and await self._come_back.transfer(call, target, name, seconds, note)
            ):
                return
            linked = await self._linked(session, call.legs[0], note)
            move = self._blind_transfer(session, call, where)
        elif call.direction is Direction.IN and (caller := self._tracker.caller_of(call.key)):
            linked = await self._linked(session, caller, note)
            # never the ringing own leg: that would go on ringing and dial by itself
            move = dialplan.redirect(session, caller, where)
        else:
            raise NotTalking(key)
        self._tracker.foretell(call.key, Cause.TRANSFERRED)
        await self._notes.send(session, note, target, linked)
        try:
            await move
        except DesktopError:
            self._tracker.foretell(call.key, None)
            raise

    @staticmethod
    async def _linked(session: AmiSession, leg: str, note: str) -> str:
        """Return by what the PBX links the target's leg to this one; asked where it is needed."""
        try:
            return await dialplan.variable(session, leg, "CHANNEL(linkedid)") if note else ""
        except ActionFailed:
            return ""

    async def _check(self, session: AmiSession, target: str, name: str) -> None:
        hint = f"EXTENSION_STATE({target}@{self._settings.phone.context})"
        try:
            state = await dialplan.evaluate(session, hint)
        except ActionFailed:
            return  # nobody tells
        if state in _ENGAGED:
            raise TargetEngaged(target, name)
        if state == "UNAVAILABLE":
            raise TargetAway(target, name)

    async def _blind_transfer(self, session: AmiSession, call: Call, where: Where) -> None:
        for pause in dialplan.BRIDGED_WITHIN_S:
            try:
                await session.perform("BlindTransfer", ("Channel", call.legs[0]), *where)
            except ActionFailed as error:
                # invalid: not in a bridge; failed: alone in it
                if not {"invalid", "failed"} & {*error.reason.lower().split()}:
                    raise
            else:
                return
            # answered a moment ago: the two are not in their bridge yet
            await asyncio.sleep(pause)
            self._call(call.key)
        raise NoOtherParty(call.key)
