"""Digits for whoever is at the other end: a person, a voice menu, a conference.

Asterisk is told that the own phone has sent them (action PlayDTMF with ``Receive``): so they
go the way of its own keys, to a bridged party and to an application alike.
"""

import asyncio
import contextlib
import re
from collections.abc import Callable

from traydial.ami.session import AmiSession
from traydial.domain.calls import Call
from traydial.domain.errors import ActionFailed, NothingToDial, NotTalking
from traydial.services.dialplan import peer_of

TONE_MS = 120
GAP_S = 0.2  # from the start of one digit to that of the next
FRESH_S = 2.0  # so long after the answer it is made sure that somebody can hear
BRIDGED_WITHIN_S = (0.05, 0.1, 0.2)
PAUSE_S = 2.0  # a comma, as in 1,,4321
_DIGITS = re.compile(r"[0-9*#A-D,]{1,40}")


class Keypad:
    """Sends digits one after the other, whoever asks."""

    def __init__(
        self,
        session: Callable[[], AmiSession],
        call: Callable[[str], Call],
        clock: Callable[[], float],
        *,
        gap_s: float = GAP_S,
        pause_s: float = PAUSE_S,
    ) -> None:
        self._session, self._call, self._clock = session, call, clock
        self._gap_s, self._pause_s = gap_s, pause_s
        self._one_at_a_time = asyncio.Lock()

    async def send(self, key: str, digits: str) -> None:
        """Send digits into a call; a comma waits.

        Raises NothingToDial, CallGone, NotTalking, NotPermitted and others.
        """
        if not _DIGITS.fullmatch(digits):
            raise NothingToDial(digits)
        async with self._one_at_a_time:
            await self._until_heard(self._call(key))
            for digit in digits:
                call = self._call(key)
                if not call.talking:
                    raise NotTalking(key)
                if digit == ",":
                    await asyncio.sleep(self._pause_s)
                    continue
                await self._session().perform(
                    "PlayDTMF",
                    ("Channel", call.legs[0]),
                    ("Digit", digit),
                    ("Duration", str(TONE_MS)),
                    ("Receive", "true"),
                )
                await asyncio.sleep(self._gap_s)

    async def _until_heard(self, call: Call) -> None:
        """Digits that come between the answer and the bridge are heard by nobody."""
        if call.talking_since is None or self._clock() - call.talking_since > FRESH_S:
            return
        with contextlib.suppress(ActionFailed):  # whatever it is, the digits will tell
            await peer_of(self._session(), call.legs[0], BRIDGED_WITHIN_S)
