"""Our own recording of a call: started once, shown truly, and nobody else's touched."""

import asyncio
import contextlib
import time
from collections.abc import Callable

from traydial.ami.session import AmiSession
from traydial.domain.call_events import CallEvent, Monitored, Recorded
from traydial.domain.calls import Call, Recording
from traydial.domain.errors import (
    CallGone,
    DesktopError,
    NeverRecorded,
    NoOtherParty,
    NotPermitted,
    NotTalking,
    OthersRecord,
    RecordingStays,
)
from traydial.domain.settings import Settings
from traydial.services.announcer import Announcer
from traydial.services.mix_monitor import MixMonitors, Running
from traydial.services.one_touch import OneTouch, Touched

TOLD_WITHIN_S = (0.01, 0.04, 0.1, 0.2)  # the event of a recording that was stopped


class Recorder:
    """Records by MixMonitor where the account may, else by the phone system's own key."""

    def __init__(
        self,
        settings: Settings,
        session: Callable[[], AmiSession],
        call: Callable[[str], Call],
        apply: Callable[[CallEvent], None],
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._rules = settings.recording
        self._call, self._apply = call, apply
        self._monitors = MixMonitors(settings, session, clock)
        self._touch = OneTouch(self._rules.one_touch, session)
        self._announcer = Announcer(self._rules.announce, settings.phone.context, session)
        self._busy: set[str] = set()  # calls at which an action of ours is under way

    async def record(self, key: str, on: bool) -> None:
        """Start or stop recording. Asking for what is so already changes nothing.

        Raises NotTalking, CallGone, NotPermitted, OthersRecord, NotAnnounced, NoOneTouch;
        NeverRecorded and RecordingStays where the policy is against it.
        """
        call = self._call(key)
        if not call.talking:
            raise NotTalking(key)
        if on and self._rules.policy == "never":
            raise NeverRecorded(key)
        if not on and self._rules.policy == "always":
            raise RecordingStays(key)
        if call.key in self._busy:
            return
        self._busy.add(call.key)
        try:
            await (self._start(call) if on else self._stop(call))
        finally:
            self._busy.discard(call.key)

    async def pause(self, key: str, paused: bool) -> None:
        """Leave out what is said until it goes on. Raises as ``record`` does.

        Older Asterisk mutes every recording of the channel and ignores the id, and what a key
        has started has none; so this is done only while ours is the only one.
        """
        call = self._call(key)
        ours = await self._find(call)
        if ours is None or call.recorded_by_pbx:
            raise OthersRecord(key)
        if isinstance(ours, Running):
            await self._monitors.pause(ours, paused)
        else:
            await self._touch.pause(ours, paused)
        self._apply(Recorded(call.key, Recording.PAUSED if paused else Recording.ON))

    def must_ask(self, event: Monitored) -> bool:
        """Tell whether it is open whose recording an event speaks of."""
        return event.key not in self._busy

    async def reconcile(self, event: Monitored, *, anew: bool = False) -> None:
        """Learn whether one of the running recordings is ours.

        ``anew``: after a reconnect, when nobody has counted what runs.
        """
        ours: Running | Touched | None = None
        try:
            call = self._call(event.key)
            ours = await self._find(call, None if anew else event.monitors)
            if event.monitors == 0 and not anew:
                await self._touch.forget(call)
        except CallGone:
            return
        except NoOtherParty:
            return  # for a moment nobody is there: what was known stays so
        except DesktopError:
            pass  # it cannot be told: then it counts as somebody else's, which is never touched
        if event.key in self._busy:
            return  # meanwhile the user did something newer
        # after a reconnect ours may be the only trace of it
        changes: list[CallEvent] = [
            Recorded(event.key, _state(ours)),
            Monitored(event.key, max(event.monitors, int(ours is not None))),
        ]
        # in the order that never lets ours look like a stranger's for a moment
        for change in changes if ours else reversed(changes):
            self._apply(change)

    async def _find(self, call: Call, monitors: int | None = None) -> Running | Touched | None:
        return await self._monitors.find(call) or await self._touch.find(call, monitors)

    async def _start(self, call: Call) -> None:
        if (ours := await self._find(call)) is not None:
            self._apply(Recorded(call.key, _state(ours)))
            return
        before = call.recording
        self._apply(Recorded(call.key, Recording.STARTING))
        try:
            # whoever must not be recorded without a word is not: no announcement, no recording
            await self._announcer.announce(call)
            file = await self._begin(call)
        except BaseException:
            self._apply(Recorded(call.key, before))
            raise
        self._apply(Recorded(call.key, Recording.ON, file))
        # its event may still be on the way (before 16.17 and 18.3 none comes at all, nor through
        # a filter), and a count that lags would make a stranger's recording look like ours
        monitors = max(self._call(call.key).monitors, call.monitors + 1)
        self._apply(Monitored(call.key, monitors))

    async def _begin(self, call: Call) -> str:
        try:
            return await self._monitors.start(call)
        except NotPermitted:
            if not self._touch.code:
                raise
            await self._touch.start(call)
            return ""  # the phone system chose the name

    async def _stop(self, call: Call) -> None:
        ours = await self._find(call)
        if ours is None:  # without an id the PBX's own recording might be the one that stops
            if call.recorded_by_pbx:
                raise OthersRecord(call.key)
        elif isinstance(ours, Running):
            await self._monitors.stop(ours)
        else:
            if call.recorded_by_pbx:
                raise OthersRecord(call.key)  # which of them would stop is not ours to choose
            await self._touch.stop(ours)
        # what events tell until then is older than what was done
        for pause in TOLD_WITHIN_S:
            with contextlib.suppress(CallGone):  # nothing is recorded any more then
                if self._call(call.key).monitors != call.monitors:
                    break
            await asyncio.sleep(pause)
        else:  # none comes through a filter
            self._apply(Monitored(call.key, max(0, call.monitors - 1)))
        self._apply(Recorded(call.key, Recording.OFF))


def _state(ours: Running | Touched | None) -> Recording:
    if ours is None:
        return Recording.OFF
    return Recording.PAUSED if ours.paused else Recording.ON
