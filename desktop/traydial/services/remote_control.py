"""Tells the own phone to lift, where it understands that (action PJSIPNotify, class system).

Many desk phones do what a NOTIFY with ``Event: talk`` asks for in the dialog of a call. Whether
this one does, nobody tells: it lifts, or it does not.
"""

import asyncio
import logging
from collections.abc import Callable, Sequence

from traydial.ami.session import AmiSession
from traydial.domain.calls import Call, Calls, Direction, Phase, find
from traydial.domain.errors import ActionFailed, CallGone, NotPermitted, PhoneDoesNotLift
from traydial.domain.settings import PhoneSettings
from traydial.domain.store import Store
from traydial.services import dialplan

LIFTS_WITHIN_S = 4.0
log = logging.getLogger(__name__)
RINGS_WITHIN_S = (0.1, 0.2, 0.4, 0.8)
KIND = "PJSIP/"  # other kinds of phones cannot be told


class RemoteControl:
    """Answers on the own phone; learns which of them do not listen."""

    def __init__(
        self,
        settings: PhoneSettings,
        session: Callable[[], AmiSession],
        call: Callable[[str], Call],
        calls: Store[Calls],
        devices: Callable[[], Sequence[str]],
        *,
        lifts_within_s: float = LIFTS_WITHIN_S,
    ) -> None:
        self._settings, self._session = settings, session
        self._call, self._calls, self._devices = call, calls, devices
        self._lifts_within_s = lifts_within_s
        self._deaf: set[str] = set()  # devices that did not lift when they were told to

    def can_answer(self, call: Call) -> bool:
        """Tell whether it is worth a try."""
        devices = [d for d in self._devices() if d.startswith(KIND)]
        listening = [d for d in devices if d not in self._deaf]
        return self._settings.answer_here and _waits_here(call) and bool(listening)

    async def answer(self, key: str) -> None:
        """Let the phone lift that rings with this call, the preferred one of several.

        A call on hold is taken back; the phone then holds the one it talks on.
        Raises PhoneDoesNotLift, CallGone, NotPermitted and others.
        """
        call = self._call(key)
        if not _waits_here(call):
            return  # somebody was quicker with the phone itself
        session = self._session()
        for device, channel in await self._ringing(session, call):
            if await self._told(session, channel, key):
                if await self._lifted(key, self._lifts_within_s):
                    return
                self._deaf.add(device)
        if _waits_here(self._call(key)):
            raise PhoneDoesNotLift(key)

    async def resume(self, key: str) -> None:
        """Let the phone take a call off hold; where it does not listen, the user does that."""
        call = find(self._calls.value, key)
        if call is None or call.phase is not Phase.HELD or not self._settings.answer_here:
            return
        session = self._session()
        try:
            name = await dialplan.variable(session, call.legs[0], "CHANNEL(name)")
            if name.startswith(KIND):
                await session.perform("PJSIPNotify", ("Channel", name), ("Variable", "Event=talk"))
        except ActionFailed as error:
            log.info("the phone was not told to take a call off hold: %s", error.reason)

    async def _told(self, session: AmiSession, channel: str, key: str) -> bool:
        """Tell a phone to talk; return whether the PBX could."""
        for pause in RINGS_WITHIN_S:
            try:
                await session.perform(
                    "PJSIPNotify", ("Channel", channel), ("Variable", "Event=talk")
                )
            except ActionFailed:
                # it has not said yet that it rings, or has just stopped
                if await self._lifted(key, pause):
                    return False
            else:
                return True
        return False

    async def _ringing(self, session: AmiSession, call: Call) -> list[tuple[str, str]]:
        """Return (device, channel) of the phones that ring and may listen, best first."""
        found: dict[str, str] = {}
        for leg in call.legs:
            try:
                name = await dialplan.variable(session, leg, "CHANNEL(name)")
            except NotPermitted:
                raise
            except ActionFailed:
                continue  # another phone of the user's that has stopped ringing
            device = name.rpartition("-")[0]
            if device.startswith(KIND) and device not in self._deaf:
                found[device] = name
        order = {device: place for place, device in enumerate(self._devices())}
        return sorted(found.items(), key=lambda item: order.get(item[0], len(order)))

    async def _lifted(self, key: str, within_s: float) -> bool:
        """Wait until it has. Raises CallGone when nobody is left to talk to."""
        changed = asyncio.Event()
        end = self._calls.subscribe(lambda _: changed.set())
        try:
            async with asyncio.timeout(within_s):
                while True:
                    changed.clear()
                    call = find(self._calls.value, key)
                    if call is None or not call.alive:
                        raise CallGone(key)
                    if not _waits_here(call):
                        return True
                    await changed.wait()
        except TimeoutError:
            return False
        finally:
            end()


def _waits_here(call: Call) -> bool:
    """Tell whether somebody waits for this phone to be lifted, or to take them off hold."""
    incoming = call.direction is Direction.IN and call.phase is Phase.RINGING
    return incoming or call.phase in (Phase.OWN_RINGING, Phase.HELD)
