"""Our own recording of a call: started with an id, touched only by that id.

The id lives in a channel variable of the own leg, so that every process of this user,
and this one after a restart, finds it there.
"""

import time
from collections.abc import Callable

from traydial.ami.session import AmiSession
from traydial.domain.calls import Call, CallEvent, Monitored, Recorded, Recording
from traydial.domain.errors import (
    ActionFailed,
    CallGone,
    DesktopError,
    NotTalking,
    OthersRecord,
    SettingsError,
)
from traydial.domain.settings import Settings
from traydial.services import dialplan
from traydial.services.recording_name import recording_name

ID_VARIABLE = "TRAYDIAL_MIXMONITOR_ID"
PAUSED_VARIABLE = "TRAYDIAL_MIXMONITOR_PAUSED"


class Recorder:
    """Starts, pauses and stops recordings (MixMonitor) on the own leg of a call."""

    def __init__(
        self,
        settings: Settings,
        session: Callable[[], AmiSession],
        call: Callable[[str], Call],
        apply: Callable[[CallEvent], None],
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._settings, self._session, self._clock = settings, session, clock
        self._call, self._apply = call, apply
        self._busy: set[str] = set()  # calls at which an action of ours is under way

    async def record(self, key: str, on: bool) -> None:
        """Start or stop recording. Asking for what is so already changes nothing.

        Raises NotTalking, CallGone, NotPermitted, OthersRecord.
        """
        call = self._call(key)
        if not call.talking:
            raise NotTalking(key)
        if call.key in self._busy:
            return
        self._busy.add(call.key)
        try:
            await (self._start(call) if on else self._stop(call))
        finally:
            self._busy.discard(call.key)

    async def pause(self, key: str, paused: bool) -> None:
        """Leave out what is said until it goes on. Raises as ``record`` does.

        Older Asterisk mutes every recording of the channel and ignores the id; so this
        is done only while ours is the only one.
        """
        call = self._call(key)
        leg = call.legs[0]
        own_id = await self._get(leg, ID_VARIABLE)
        if not own_id or call.recorded_by_pbx:
            raise OthersRecord(key)
        # first the note, then the deed: whoever hears of it looks at the note
        await self._set(leg, PAUSED_VARIABLE, "1" if paused else "")
        try:
            await self._session().perform(
                "MixMonitorMute",
                ("Channel", leg),
                ("MixMonitorID", own_id),
                ("Direction", "both"),
                ("State", "1" if paused else "0"),
            )
        except DesktopError:
            await self._set(leg, PAUSED_VARIABLE, "" if paused else "1")
            raise
        self._apply(Recorded(call.key, Recording.PAUSED if paused else Recording.ON))

    def must_ask(self, event: Monitored) -> bool:
        """Tell whether it is open whose recording an event speaks of."""
        return event.key not in self._busy

    async def reconcile(self, event: Monitored) -> None:
        """Learn from the own leg whether one of the running recordings is ours."""
        recording = Recording.OFF
        try:
            leg = self._call(event.key).legs[0]
            own_id = await self._get(leg, ID_VARIABLE)
            if own_id:
                paused = await self._get(leg, PAUSED_VARIABLE)
                recording = Recording.PAUSED if paused else Recording.ON
        except CallGone:
            return
        except DesktopError:
            pass  # it cannot be told: then it counts as somebody else's, which is never touched
        if event.key in self._busy:
            return  # meanwhile the user did something newer
        ours = recording is not Recording.OFF
        # after a reconnect ours may be the only trace of it
        changes: list[CallEvent] = [
            Recorded(event.key, recording),
            Monitored(event.key, max(event.monitors, int(ours))),
        ]
        # in the order that never lets ours look like a stranger's for a moment
        for change in changes if ours else reversed(changes):
            self._apply(change)

    async def _start(self, call: Call) -> None:
        leg = call.legs[0]
        if await self._get(leg, ID_VARIABLE):
            self._apply(Recorded(call.key, Recording.ON))
            return
        before = call.recording
        self._apply(Recorded(call.key, Recording.STARTING))
        try:
            # "a": a name that was there already is continued, never overwritten
            await self._session().perform(
                "MixMonitor",
                ("Channel", leg),
                ("File", self._file_name(call)),
                ("Options", f"ai({ID_VARIABLE})"),
            )
        except BaseException:
            self._apply(Recorded(call.key, before))
            raise
        self._apply(Recorded(call.key, Recording.ON))
        # its event may still be on the way (before 16.17 and 18.3 none comes at all), and a
        # count that lags would make a stranger's recording look like ours
        monitors = max(self._call(call.key).monitors, call.monitors + 1)
        self._apply(Monitored(call.key, monitors))

    async def _stop(self, call: Call) -> None:
        leg = call.legs[0]
        own_id = await self._get(leg, ID_VARIABLE)
        if not own_id:  # without an id the PBX's own recording might be the one that stops
            if call.monitors:
                raise OthersRecord(call.key)
            self._apply(Recorded(call.key, Recording.OFF))
            return
        # whoever hears of the stop finds no id any more
        await self._set(leg, ID_VARIABLE, "")
        try:
            await self._session().perform(
                "StopMixMonitor", ("Channel", leg), ("MixMonitorID", own_id)
            )
        except ActionFailed:
            await self._set(leg, ID_VARIABLE, own_id)
            raise
        await self._set(leg, PAUSED_VARIABLE, "")
        monitors = self._call(call.key).monitors
        if monitors == call.monitors:  # its event is still on the way
            self._apply(Monitored(call.key, max(0, monitors - 1)))
        self._apply(Recorded(call.key, Recording.OFF))

    def _file_name(self, call: Call) -> str:
        template = self._settings.recording.file_name
        if not template:
            raise SettingsError("recording.file_name is empty")
        return recording_name(template, call, self._settings.phone.extension, self._clock())

    async def _get(self, leg: str, variable: str) -> str:
        return await dialplan.variable(self._session(), leg, variable)

    async def _set(self, leg: str, variable: str, value: str) -> None:
        await self._session().perform(
            "Setvar", ("Channel", leg), ("Variable", variable), ("Value", value)
        )
