"""Recordings of our own by MixMonitor (class system): started with an id, touched by it alone.

The id lives in a variable of the channel that is recorded, so that every process of this user,
and this one after a restart, finds it there.
"""

import contextlib
import re
from collections.abc import Callable
from dataclasses import dataclass

from traydial.ami.session import AmiSession
from traydial.domain.calls import Call, Recording
from traydial.domain.errors import ActionFailed, DesktopError, NoOtherParty, SettingsError
from traydial.domain.settings import Settings
from traydial.services import dialplan
from traydial.services.recording_name import recording_name

# on the own leg: only this user records that for himself
ID_VARIABLE, PAUSED_VARIABLE = "TRAYDIAL_MIXMONITOR_ID", "TRAYDIAL_MIXMONITOR_PAUSED"


@dataclass(frozen=True, slots=True)
class Running:
    """One recording of ours: where it hangs and where its id and its pause are noted."""

    channel: str
    own_id: str
    paused: bool
    id_variable: str = ID_VARIABLE
    paused_variable: str = PAUSED_VARIABLE


class MixMonitors:
    """Our recordings, on the own leg or on the other party's (``recording.leg``)."""

    def __init__(
        self, settings: Settings, session: Callable[[], AmiSession], clock: Callable[[], float]
    ) -> None:
        self._settings, self._session, self._clock = settings, session, clock
        # other users of Traydial may record the same channel as their own
        whose = re.sub(r"[^A-Za-z0-9]", "_", settings.phone.extension)
        self._other = (f"TRAYDIAL_{whose}_MIXMONITOR_ID", f"TRAYDIAL_{whose}_MIXMONITOR_PAUSED")

    async def find(self, call: Call) -> Running | None:
        """Return the recording of ours that runs on this call.

        Raises NoOtherParty when the channel that has it cannot be looked at now.
        """
        leg = call.legs[0]
        if own_id := await self._get(leg, ID_VARIABLE):
            return Running(leg, own_id, bool(await self._get(leg, PAUSED_VARIABLE)))
        if self._settings.recording.leg != "other":
            return None
        peer = await self._get(leg, "BRIDGEPEER")
        id_variable, paused_variable = self._other
        if not peer:
            if call.recording is Recording.OFF:
                return None
            raise NoOtherParty(call.key)
        if not (own_id := await self._get(peer, id_variable)):
            return None
        paused = bool(await self._get(peer, paused_variable))
        return Running(peer, own_id, paused, id_variable, paused_variable)

    async def start(self, call: Call) -> str:
        """Start one; return the name of its file. Raises NotPermitted, SettingsError and others."""
        channel, variable = call.legs[0], ID_VARIABLE
        wants_other = self._settings.recording.leg == "other"
        # a mailbox or a conference has no leg of its own
        if wants_other and (peer := await dialplan.peer_of(self._session(), channel)):
            channel, variable = peer, self._other[0]
        file = self._file_name(call)
        # "a": a name that was there already is continued, never overwritten
        await self._session().perform(
            "MixMonitor",
            ("Channel", channel),
            ("File", file),
            ("Options", f"ai({variable})"),
        )
        return file

    async def stop(self, running: Running) -> None:
        """Stop exactly this one."""
        # whoever hears of the stop finds no id any more
        await self._set(running.channel, running.id_variable, "")
        try:
            await self._session().perform(
                "StopMixMonitor", ("Channel", running.channel), ("MixMonitorID", running.own_id)
            )
        except ActionFailed:
            await self._set(running.channel, running.id_variable, running.own_id)
            raise
        with contextlib.suppress(ActionFailed):  # hung up meanwhile
            await self._set(running.channel, running.paused_variable, "")

    async def pause(self, running: Running, paused: bool) -> None:
        """Leave out what is said. The caller makes sure that ours is the only recording."""
        # first the note, then the deed: whoever hears of it looks at the note
        await self._set(running.channel, running.paused_variable, "1" if paused else "")
        try:
            await self._session().perform(
                "MixMonitorMute",
                ("Channel", running.channel),
                ("MixMonitorID", running.own_id),
                ("Direction", "both"),
                ("State", "1" if paused else "0"),
            )
        except DesktopError:
            await self._set(running.channel, running.paused_variable, "" if paused else "1")
            raise

    def _file_name(self, call: Call) -> str:
        template = self._settings.recording.file_name
        if not template:
            raise SettingsError("recording.file_name is empty")
        return recording_name(template, call, self._settings.phone.extension, self._clock())

    async def _get(self, channel: str, variable: str) -> str:
        return await dialplan.variable(self._session(), channel, variable)

    async def _set(self, channel: str, variable: str, value: str) -> None:
        await self._session().perform(
            "Setvar", ("Channel", channel), ("Variable", variable), ("Value", value)
        )
