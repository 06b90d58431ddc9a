"""Recording without class system: the phone system's own key for it (automixmon, say ``*3``).

Asterisk is told that the own phone has keyed it. It then records the *other* party's channel
and notes the file's name in a variable of both. The key toggles, and it toggles whatever records
that channel; so it is only ever keyed to start, and only where nothing else can be running.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from traydial.ami.session import AmiSession
from traydial.domain.calls import Call
from traydial.domain.errors import ActionFailed, NoOneTouch, NoOtherParty, OthersRecord
from traydial.services import dialplan
from traydial.services.keypad import GAP_S, TONE_MS

NOTE = "TOUCH_MIXMONITOR_OUTPUT"  # what Asterisk itself writes when the key starts a recording
FILE = "MIXMONITOR_FILENAME"  # on a channel that is, or was, recorded by whomever
PAUSED = "TRAYDIAL_MIXMONITOR_PAUSED"
NOTED_WITHIN_S = (0.02, 0.06, 0.15, 0.3)  # after its event: Asterisk starts first, then it notes
STARTS_WITHIN_S = (0.05, 0.1, 0.2, 0.4, 0.8, 1.6)  # after the last digit


@dataclass(frozen=True, slots=True)
class Touched:
    """A recording that the key has started."""

    leg: str
    peer: str
    paused: bool


class OneTouch:
    """Starts, pauses and stops recordings by ``code``; an empty one means that there is none."""

    def __init__(self, code: str, session: Callable[[], AmiSession]) -> None:
        self.code, self._session = code, session

    async def find(self, call: Call, monitors: int | None) -> Touched | None:
        """Return the recording that was started by the key, here or at the phone.

        ``monitors`` is how many recordings events tell of; None where they cannot be believed
        yet, or do not come. Raises OthersRecord when somebody else records that channel since,
        and NoOtherParty when it cannot be looked at now.
        """
        if not self.code or monitors == 0:
            return None
        leg = call.legs[0]
        for pause in (*(NOTED_WITHIN_S if monitors else ()), 0.0):
            note, peer = await asyncio.gather(self._get(leg, NOTE), self._get(leg, "BRIDGEPEER"))
            if note:
                break
            await asyncio.sleep(pause)
        else:
            return None
        if not peer:
            raise NoOtherParty(call.key)
        if not (await self._get(peer, FILE)).endswith(note):
            raise OthersRecord(call.key)
        return Touched(leg, peer, bool(await self._get(leg, PAUSED)))

    async def start(self, call: Call) -> None:
        """Key the code. Raises OthersRecord, NoOtherParty, NoOneTouch, NotPermitted and others."""
        leg = call.legs[0]
        peer = await dialplan.peer_of(self._session(), leg)
        if not peer:
            raise NoOtherParty(call.key)
        note, file = await asyncio.gather(self._get(peer, NOTE), self._get(peer, FILE))
        if file and not (note and file.endswith(note)):
            raise OthersRecord(call.key)  # the key would stop that one
        await self._set(leg, NOTE, "")
        await self._set(leg, PAUSED, "")
        for digit in self.code:
            await self._session().perform(
                "PlayDTMF",
                ("Channel", leg),
                ("Digit", digit),
                ("Duration", str(TONE_MS)),
                ("Receive", "true"),
            )
            await asyncio.sleep(GAP_S)
        for pause in STARTS_WITHIN_S:
            if await self._get(leg, NOTE):
                return
            await asyncio.sleep(pause)
        raise NoOneTouch(self.code)

    async def stop(self, touched: Touched) -> None:
        """Stop it, not by the key: that would start one where none runs any more."""
        await self._set(touched.leg, NOTE, "")
        try:
            await self._session().perform("StopMixMonitor", ("Channel", touched.peer))
        except ActionFailed as error:
            if "could not stop" not in error.reason.lower():
                raise
            # the phone's key was quicker

    async def forget(self, call: Call) -> None:
        """Take note that what the key has started was stopped at the phone."""
        if self.code and await self._get(call.legs[0], NOTE):
            await self._set(call.legs[0], NOTE, "")

    async def pause(self, touched: Touched, paused: bool) -> None:
        """Leave out what is said. The caller makes sure that ours is the only recording."""
        await self._set(touched.leg, PAUSED, "1" if paused else "")
        try:
            await self._session().perform(
                "MixMonitorMute",
                ("Channel", touched.peer),
                ("Direction", "both"),
                ("State", "1" if paused else "0"),
            )
        except ActionFailed:
            await self._set(touched.leg, PAUSED, "" if paused else "1")
            raise

    async def _get(self, channel: str, variable: str) -> str:
        return await dialplan.variable(self._session(), channel, variable)

    async def _set(self, channel: str, variable: str, value: str) -> None:
        await self._session().perform(
            "Setvar", ("Channel", channel), ("Variable", variable), ("Value", value)
        )
