"""What a user can do with calls: dial, hang up, transfer; and what is known of them."""

import asyncio
import contextlib
import logging
import secrets
import time
from collections.abc import Callable, Collection, Coroutine
from dataclasses import replace
from typing import Any, TypeVar

from traydial.ami.legs import OUR_PREFIX
from traydial.ami.protocol import Message
from traydial.ami.session import AmiSession
from traydial.ami.tracker import Tracker
from traydial.domain.call_events import Appeared, CallEvent, Ended, Monitored, Progressed, Resynced
from traydial.domain.call_reducer import reduce
from traydial.domain.calls import Call, Calls, Cause, Direction, Phase, find
from traydial.domain.errors import (
    ActionFailed,
    CallGone,
    DesktopError,
    NotPermitted,
)
from traydial.domain.numbers import Number, plain
from traydial.domain.settings import Settings
from traydial.domain.store import Store
from traydial.services import dialplan
from traydial.services.come_back import ComeBack
from traydial.services.consult import Consult
from traydial.services.dialler import OWN_LEG_WITHIN_S, Dialler
from traydial.services.handover_notes import HandOverNotes
from traydial.services.keypad import Keypad
from traydial.services.own_devices import OwnDevices
from traydial.services.parking import Parking
from traydial.services.recorder import Recorder
from traydial.services.remote_control import RemoteControl
from traydial.services.transferring import Transferring

Arg = TypeVar("Arg")
log = logging.getLogger(__name__)

# an own leg in one of these is still on its way to somebody
_ON_THE_WAY = frozenset(
    {"", "Answer", "AppDial", "AppDial2", "Busy", "Congestion", "Dial", "Gosub", "Goto", "GotoIf"}
    | {"Hangup", "Macro", "NoOp", "Playtones", "Progress", "Queue", "Ringing", "Set", "Wait"}
)
LOOK_AGAIN_S = 2.0
CALLING_S = 60.0  # that long somebody may ring whose answer is hidden
SETTLE_S = (1.0, 2.0, 4.0, 8.0, 16.0)  # when to look whether an application has answered


class Phone:
    """The user's phone as the PBX sees it. ``session`` raises while there is no link."""

    def __init__(
        self,
        settings: Settings,
        session: Callable[[], AmiSession],
        calls: Store[Calls],
        *,
        clock: Callable[[], float] = time.time,
        settle_s: tuple[float, ...] = SETTLE_S,
    ) -> None:
        self._settings, self._session, self._calls = settings, session, calls
        self._clock, self._settle_s = clock, settle_s
        self._tracker = Tracker((), settings.phone.extension)
        self.devices = OwnDevices(settings.phone, self._tracker.use)
        self._tasks: set[asyncio.Task[None]] = set()
        self._dialler = Dialler(
            settings, self.devices, self._tracker, self._apply, self._start, self.hang_up, clock
        )
        self.consult = Consult(settings.phone, session, calls, self._tracker, self.dial, self.call)
        self.keypad = Keypad(session, self.call, self._clock)
        self.parking = Parking(session, self._tracker, self.call, self._apply, clock)
        self.notes = HandOverNotes(settings, calls, self._apply, clock)
        self.come_back = ComeBack(
            settings,
            session,
            calls,
            self._tracker,
            self.parking,
            self._apply,
            self.dial,
            self._start,
            self.notes,
            clock,
        )
        self.transfer = Transferring(
            settings, session, self._tracker, self.call, self.come_back, self.notes
        ).transfer
        self.remote = RemoteControl(
            settings.phone, session, self.call, calls, lambda: self.devices.known
        )
        self.recorder = Recorder(settings, session, self.call, self._apply, clock)

    # -- what the supervisor needs ------------------------------------------------------------

    def on_event(self, message: Message) -> None:
        """Take one AMI event."""
        if message.event == "Hangup" and self._tracker.knows(message.get("Uniqueid")):
            cause, text = message.get("Cause"), message.get("Cause-txt")
            log.info("own leg %s is gone: cause %s, %s", message.get("Channel"), cause, text)
        if message.event == "OriginateResponse":
            self._dialler.verdict(message)
            self.come_back.on_event(message)
            return
        if self.devices.has_moved(message):
            self._start(self._follow, message.get("Hint"))
        self.parking.on_event(message)
        self.come_back.on_event(message)
        self.notes.on_event(message)
        for event in self._tracker.feed(message, self._clock()):
            if isinstance(event, Monitored) and self.recorder.must_ask(event):
                self._start(self.recorder.reconcile, event)
            else:
                self._apply(event)
        if message.event == "Newchannel":
            self._dialler.appeared(message.get("Uniqueid"))

    async def ready(self, session: AmiSession) -> bool:
        """Tell whether the PBX's dialplan knows the own extension already."""
        try:
            return await dialplan.exists(
                session, self._settings.phone.context, self._settings.phone.extension
            )
        except ActionFailed:
            return False
        except NotPermitted:
            return True  # it will never tell us

    async def resync(self, session: AmiSession) -> None:
        """Believe nothing old: rebuild the calls from a snapshot (action Status)."""
        await self.devices.look(session)
        await self._rebuild(session)

    async def _rebuild(self, session: AmiSession, on_their_way: Collection[str] = ()) -> None:
        self._tracker.begin_resync()
        rows: list[Message] = []
        try:
            rows = await session.collect("Status")
        except NotPermitted:
            log.info("this account may not ask for a snapshot")
        finally:
            for event in self._tracker.resync(rows, self._clock()):
                if isinstance(event, Resynced):
                    shown = {call.key for call in event.calls}
                    coming = [k for k in on_their_way if k not in shown and self.is_alive(k)]
                    calls = (*event.calls, *(self.call(k) for k in coming))
                    event = replace(event, calls=calls)
                self._apply(event)
        for way in self._tracker.ways_through():
            self._start(self._watch_for_its_end, way)
        await self.parking.refresh(session)
        self.come_back.look_again()
        for call in [*self._calls.value.values()]:
            if call.alive:
                await self.recorder.reconcile(Monitored(call.key, call.monitors), anew=True)

    async def aclose(self) -> None:
        """End what still runs in the background."""
        for task in [*self._tasks]:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def came_through(self, linkedid: str, queue: str, since: float) -> None:
        """Take the queue in which a caller waits who rings here, and since when."""
        for event in self._tracker.came_through(linkedid, queue, since):
            self._apply(event)

    # -- what the user does ---------------------------------------------------------------------

    def call(self, key: str) -> Call:
        """Return a living call by its key or by any own leg of it. Raises CallGone."""
        call = find(self._calls.value, key)
        if call is None or not call.alive:
            raise CallGone(key)
        return call

    def is_alive(self, key: str) -> bool:
        """Tell whether there is such a call and it has not ended."""
        call = find(self._calls.value, key)
        return call is not None and call.alive

    @staticmethod
    def new_key() -> str:
        """Return a key for a call that is about to be dialled, never used before."""
        return f"{OUR_PREFIX}{secrets.token_hex(8)}"

    async def dial(
        self,
        number: Number | str,
        name: str = "",
        key: str = "",
        *,
        consults: str = "",
        picks_up: str = "",
        came_from: str = "",
    ) -> str:
        """Ring the own phone, then ``number``; return the new call's key.

        Raises PhoneNotRegistered, NoSuchNumber, NotPermitted or an Unreachable; what
        happens later is told by the calls. A cancelled dial leaves no phone ringing.
        ``consults`` is the call it is about; see ``Dialler.dial`` for the others.
        """
        wanted = Number(number, number, number) if isinstance(number, str) else number
        key = key or self.new_key()
        session = self._session()
        await self._dialler.dial(
            session, wanted, name, key, consults, picks_up=picks_up, came_from=came_from
        )
        self._start(self._watch_for_own_leg, key)
        return key

    async def hang_up(self, key: str) -> None:
        """End, cancel or decline a call, whatever its phase. Raises CallGone and others."""
        call = self.call(key)
        headers: list[tuple[str, str]] = []
        cause, on_its_way = Cause.HUNG_UP, False
        if call.direction is Direction.IN and not call.talking:
            headers = [("Cause", "17")]  # busy: the caller's dialplan goes on as for a decline
            cause = Cause.DECLINED
            self._tracker.foretell(call.key, cause)
        elif not call.talking:
            cause = Cause.CANCELLED
            self._tracker.foretell(call.key, cause)
            on_its_way = self._dialler.cancel_when_there(call.key)
        gone = 0
        for leg in call.legs:
            try:
                await self._session().perform("Hangup", ("Channel", leg), *headers)
            except ActionFailed as error:
                if "no such channel" not in error.reason.lower():
                    raise
                gone += 1
        if gone == len(call.legs) and not on_its_way:
            with contextlib.suppress(CallGone):
                self._apply(Ended(self.call(key).key, cause, self._clock()))
            raise CallGone(key)

    # -- within -----------------------------------------------------------------------------------

    def _apply(self, event: CallEvent) -> None:
        if isinstance(event, Appeared):
            event = Appeared(self._as_meant(event.call))
        elif isinstance(event, Resynced):
            event = replace(event, calls=tuple(map(self._as_meant, event.calls)))
        self._calls.set(reduce(self._calls.value, event))
        self.notes.after(event)
        if isinstance(event, Progressed) and event.phase is Phase.CALLING:
            self._start(self._watch_for_application, event.key)
        elif isinstance(event, Appeared) and event.call.phase is Phase.CALLING:
            self._start(self._watch_for_application, event.call.key)

    def _as_meant(self, call: Call) -> Call:
        """Tell the number that was meant from what was dialled, say with an outside prefix.

        Of one who comes back from the parking lot, tell from which space.
        """
        if call.from_space is not None:
            space = self.parking.came_back(self._tracker.caller_of(call.key))
            call = replace(call, from_space=space)
        if call.direction is Direction.IN or call.dialled:
            return call
        meant = plain(call.number, self._settings.dialling)
        return call if meant == call.number else replace(call, number=meant, dialled=call.number)

    def _start(self, work: Callable[[Arg], Coroutine[Any, Any, None]], argument: Arg) -> None:
        async def guarded() -> None:
            try:
                await work(argument)
            except DesktopError as error:
                log.info("in the background: %s", error)

        task = asyncio.get_running_loop().create_task(guarded())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _follow(self, hint: str) -> None:
        log.info("the own extension has other phones now: %s", hint)
        session = self._session()
        if await self.devices.look(session):
            # what is being dialled may have no channel yet
            await self._rebuild(session, self._dialler.on_their_way())

    async def _watch_for_own_leg(self, key: str) -> None:
        await asyncio.sleep(OWN_LEG_WITHIN_S)
        if not self._tracker.knows(key) and self.is_alive(key):
            await self._dialler.check_own_leg(self._session(), key)

    async def _watch_for_its_end(self, way: tuple[str, str]) -> None:
        """Notice the end of a Local channel that a snapshot showed: its events may be hidden."""
        uid, name = way
        session = self._session()
        while True:
            await asyncio.sleep(LOOK_AGAIN_S)
            if not self._tracker.knows(uid):
                return
            try:
                await session.perform("Getvar", ("Channel", uid), ("Variable", "CHANNEL(state)"))
            except ActionFailed:  # no such channel
                gone = {"Event": "Hangup", "Channel": name, "Uniqueid": uid, "Cause": "16"}
                self.on_event(Message("\r\n".join(f"{key}: {gone[key]}" for key in gone)))
                return

    async def _watch_for_application(self, key: str) -> None:
        """Find out whether an application, say voicemail, has answered: no event tells.

        Nor does any that somebody has, to an account that sees the phone alone and not the
        Local channel before it.
        """
        first = self._settle_s[0]
        hidden = self._tracker.is_hidden(key)
        for pause in (first,) * round(CALLING_S / first) if hidden else self._settle_s:
            await asyncio.sleep(pause)
            call = self._calls.value.get(key)
            if call is None or call.phase is not Phase.CALLING:
                return
            if self._tracker.is_waiting(key) and await self._has_answered(call):
                for event in self._tracker.answered_by_application(key, self._clock()):
                    self._apply(event)
                return

    async def _has_answered(self, call: Call) -> bool:
        # a call of ours is where its key is, however the own phone is rung
        leg = call.key if call.key.startswith(OUR_PREFIX) else call.legs[0]
        try:
            rows = await self._session().collect("Status", ("Channel", leg))
        except ActionFailed:  # gone: the parties have been put together without it
            return self._tracker.is_hidden(call.key)
        return any(
            row.get("Application") not in _ON_THE_WAY
            or (row.get("BridgeID") and self._tracker.is_hidden(call.key))
            for row in rows
            if row.event == "Status"
        )
