"""Gives the other party to somebody else, and gets them back where nobody takes them.

A dialplan that was told to ring somebody hangs up on the caller when that fails. So the caller
waits in the parking lot while the target is rung by a call of its own that picks them up when
it is answered: whatever goes wrong, the caller is still there, and should this program vanish,
the PBX itself ends the parking with a call back. See resources/decisions/0010-comeback.md.
"""

import asyncio
import logging
import re
import secrets
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from traydial.ami.legs import OUR_PREFIX
from traydial.ami.protocol import Message
from traydial.ami.session import AmiSession
from traydial.ami.tracker import Tracker
from traydial.domain.call_events import CallEvent, Moved, ParkedAt
from traydial.domain.calls import Call, Calls, Cause, find
from traydial.domain.errors import (
    ActionFailed,
    CallGone,
    DesktopError,
    NotPermitted,
    Unreachable,
)
from traydial.domain.numbers import Number
from traydial.domain.onward import Onward, Stage
from traydial.domain.parked import Parked
from traydial.domain.settings import Settings
from traydial.domain.store import Store
from traydial.services import dialplan
from traydial.services.dialler import presented
from traydial.services.handover_notes import HandOverNotes
from traydial.services.parking import Parking

log = logging.getLogger(__name__)

LOOK_EVERY_S = 1.0  # where an event filter keeps away what becomes of the target
REASON_WITHIN_S = 0.5  # its Hangup tells why, and may come after it is found gone
APPEARS_WITHIN_S = 3.0  # the leg that rings the target, after it was asked for
SLACK_S = 15  # the PBX's own call back comes later than ours
_NUMBER = re.compile(r"\+?[0-9A-Za-z*#]{1,40}")
_WHY = {"17": Stage.BUSY, "18": Stage.NO_ANSWER, "19": Stage.NO_ANSWER, "21": Stage.DECLINED}


class BringBack(Protocol):
    """What rings the own phone for who waits in the lot."""

    def __call__(
        self, number: Number, name: str, *, picks_up: str, came_from: str
    ) -> Coroutine[Any, Any, str]:
        """Return the new call's key."""
        ...


@dataclass(slots=True)
class _Move:
    """A caller on the way to a target. ``leg`` is what rings the target."""

    key: str
    onward: Onward
    caller: str
    leg: str
    parked: Parked
    failed: Stage | None = None
    was_there: bool = False
    gone_at: float | None = None
    rang_out: bool = False  # the dialplan itself gave up
    explained: bool = False  # its Hangup has been told
    blind: bool = False  # the link was down meanwhile
    woken: asyncio.Event = field(default_factory=asyncio.Event)


class ComeBack:
    """Rings a target for a caller who waits; ``start`` runs a coroutine in the background."""

    def __init__(
        self,
        settings: Settings,
        session: Callable[[], AmiSession],
        calls: Store[Calls],
        tracker: Tracker,
        parking: Parking,
        apply: Callable[[CallEvent], None],
        bring_back: BringBack,
        start: Callable[[Callable[["_Move"], Coroutine[Any, Any, None]], "_Move"], None],
        notes: HandOverNotes,
        clock: Callable[[], float],
    ) -> None:
        self._settings, self._session, self._calls = settings, session, calls
        self._tracker, self._parking, self._apply = tracker, parking, apply
        self._bring_back, self._start, self._notes = bring_back, start, notes
        self._clock = clock
        self._moves: dict[str, _Move] = {}  # by the call that was given away

    # -- what is told ---------------------------------------------------------------------------

    def on_event(self, message: Message) -> None:
        """Take one AMI event: it only wakes who looks, and may say why it failed."""
        for move in self._moves.values():
            if message.event in ("Hangup", "OriginateResponse", "DialEnd"):
                if message.get("Uniqueid").removesuffix("-2") == move.leg:
                    self._note_end(move, message)
                    move.woken.set()
            elif message.get("ParkeeChannel") == move.caller:
                move.woken.set()

    def look_again(self) -> None:
        """There is a new link: find out what has become of all that are on the way."""
        for move in self._moves.values():
            move.woken.set()

    @staticmethod
    def _note_end(move: _Move, message: Message) -> None:
        if message.event == "DialEnd":
            move.rang_out = message.get("DialStatus") == "NOANSWER"
        elif message.event == "Hangup":
            move.explained = True
            why = _WHY.get(message.get("Cause"))
            move.failed = move.failed or why
        elif message.get("Reason") == "3":
            move.failed = move.failed or Stage.NO_ANSWER

    # -- what the user does ---------------------------------------------------------------------

    async def transfer(self, call: Call, target: str, name: str, seconds: int, note: str) -> bool:
        """Let the caller wait in the lot while the target is rung; tell whether that works here."""
        onward = Onward(target, name, self._clock())
        stays_s = seconds + self._settings.dialling.timeout_s + SLACK_S
        self._apply(Moved(call.key, onward))  # the own leg may end at once
        try:
            session, own, caller = await self._parking.leave(
                call, Cause.TRANSFERRED, stays_s=stays_s
            )
        except (ActionFailed, NotPermitted) as error:
            self._apply(Moved(call.key, None))
            log.info("nobody can wait in a parking lot here: %s", error)
            return False
        except DesktopError:
            self._apply(Moved(call.key, None))
            raise
        try:
            parked = await self._parking.place_of(session, caller)
        except Unreachable:  # the PBX itself brings the caller back
            self._apply(Moved(call.key, replace(onward, stage=Stage.UNKNOWN)))
            raise
        leg = f"{OUR_PREFIX}{secrets.token_hex(8)}"
        await self._notes.send(session, note, target, leg)
        if parked is not None:  # known before it rings: it may be over before the answer is here
            self._moves[call.key] = _Move(call.key, onward, caller, leg, parked)
        if parked is None or not await self._is_rung(session, target, seconds, parked, leg):
            self._moves.pop(call.key, None)
            self._apply(Moved(call.key, None))
            where = (("Context", self._settings.phone.context), ("Exten", target))
            await dialplan.redirect(session, caller, where)
            return True
        self._start(self._watch, self._moves[call.key])
        await self._parking.hang_up(session, own)
        return True

    async def fetch_back(self, key: str) -> None:
        """Stop to ring the target and let the caller come back. Raises CallGone: too late."""
        move = self._move_of(key)
        move.failed = Stage.FETCHED
        await self._end_leg(self._session(), move)
        move.woken.set()

    # -- within -----------------------------------------------------------------------------------

    def _move_of(self, key: str) -> _Move:
        call = find(self._calls.value, key)
        move = self._moves.get(call.key if call is not None else key)
        if move is None:
            raise CallGone(key)
        return move

    async def _is_rung(
        self, session: AmiSession, target: str, seconds: int, parked: Parked, leg: str
    ) -> bool:
        """Ring the target; False where that is not permitted."""
        try:
            await session.perform("Originate", *self._ring(target, seconds, parked, leg))
        except (ActionFailed, NotPermitted) as error:
            log.info("the target cannot be rung apart, the caller is sent there: %s", error)
            return False
        except Unreachable as error:  # whether it was done is seen once there is a link again
            log.info("the link went down during a transfer: %s", error)
        return True

    def _ring(self, target: str, seconds: int, parked: Parked, leg: str) -> list[tuple[str, str]]:
        number = parked.number if _NUMBER.fullmatch(parked.number) else ""
        who = [("CallerID", presented(parked.name, number))] if number else []
        return [
            ("Channel", f"Local/{target}@{self._settings.phone.context}"),
            ("Application", "ParkedCall"),
            ("Data", _place(parked)),
            ("Timeout", str(seconds * 1000)),
            ("ChannelId", leg),
            ("OtherChannelId", f"{leg}-2"),
            ("Async", "true"),
            *who,
        ]

    async def _watch(self, move: _Move) -> None:
        began = self._clock()
        stage: Stage | None = None
        try:
            while stage is None:
                move.woken.clear()
                try:
                    stage = await self._look(move, self._clock() - began)
                except Unreachable:
                    move.blind = True
                except ActionFailed as error:
                    log.info("where the caller is cannot be told: %s", error)
                if stage is None:
                    try:
                        pause = LOOK_EVERY_S if move.gone_at is None else REASON_WITHIN_S
                        async with asyncio.timeout(pause):
                            await move.woken.wait()
                    except TimeoutError:
                        pass
        finally:
            del self._moves[move.key]
        log.info("the transfer to %s: %s", move.onward.target, stage.value)
        onward = Onward(move.onward.target, move.onward.name, self._clock(), stage)
        self._apply(Moved(move.key, onward))
        if stage.comes_back:
            await self._back(move)

    async def _look(self, move: _Move, seconds: float) -> Stage | None:
        """Ask the PBX where caller and target are; None while that is still open."""
        session = self._session()
        rows = await session.collect("ParkedCalls")
        if any(row.get("ParkeeChannel") == move.caller for row in rows):
            if await self._state(session, move.leg):
                move.was_there = True
                return None
            if move.was_there or move.failed or move.explained or seconds > APPEARS_WITHIN_S:
                return self._failed(move, seconds)
            return None
        try:
            peer = await dialplan.variable(session, move.caller, "BRIDGEPEER")
        except ActionFailed:
            await self._end_leg(session, move)
            return Stage.UNKNOWN if move.blind else Stage.LEFT
        if not peer:
            return None  # being connected, or the PBX itself rings the own phone
        state = await self._state(session, move.leg)
        if self._tracker.is_own(peer):
            await self._end_leg(session, move)
            return Stage.FETCHED
        if state in ("", "Up"):
            return Stage.TAKEN
        await self._end_leg(session, move)
        return Stage.TAKEN_ELSEWHERE

    @staticmethod
    def _failed(move: _Move, seconds: float) -> Stage | None:
        """Say why the target was not reached; None while that may still be told."""
        if move.gone_at is None:
            move.gone_at = seconds
        waits = seconds - move.gone_at < REASON_WITHIN_S
        if move.failed is None and not move.explained and waits:
            return None
        return move.failed or (Stage.NO_ANSWER if move.rang_out else Stage.NOT_REACHED)

    @staticmethod
    async def _state(session: AmiSession, leg: str) -> str:
        try:
            return await dialplan.variable(session, leg, "CHANNEL(state)")
        except ActionFailed:
            return ""

    @staticmethod
    async def _end_leg(session: AmiSession, move: _Move) -> None:
        try:
            await session.perform("Hangup", ("Channel", move.leg))
        except ActionFailed as error:
            if "no such channel" not in error.reason.lower():
                raise

    async def _back(self, move: _Move) -> None:
        """Ring the own phone for the caller; who is not fetched so stays in the lot."""
        who, came_from = move.parked, move.onward.name or move.onward.target
        number = Number(who.number, who.number or who.space, who.number)
        try:
            key = await self._bring_back(
                number, who.name, picks_up=_place(who), came_from=came_from
            )
        except DesktopError:
            self._apply(ParkedAt(move.key, who.space))
            raise
        await self._until(key)
        rows = await self._session().collect("ParkedCalls")
        if any(row.get("ParkeeChannel") == move.caller for row in rows):
            self._apply(ParkedAt(key, who.space))

    async def _until(self, key: str) -> None:
        """Wait until a call has been answered and somebody is there, or has ended."""
        changed = asyncio.Event()
        end = self._calls.subscribe(lambda _: changed.set())
        try:
            while (call := self._calls.value.get(key)) and call.alive and not call.talking:
                changed.clear()
                await changed.wait()
        finally:
            end()


def _place(parked: Parked) -> str:
    return f"{parked.lot},{parked.space}"
