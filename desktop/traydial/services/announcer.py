"""Plays an extension of the dialplan to both parties of a call (class originate).

A Local channel calls the extension; its other end barges in (ChanSpy) on the other party's
channel. The dialplan has to *send* sound by itself, as Playback() does: a tone generator waits
for sound that never comes.
"""

import asyncio
import secrets
from collections.abc import Callable

from traydial.ami.session import AmiSession
from traydial.domain.calls import Call
from traydial.domain.errors import ActionFailed, NoOtherParty, NotAnnounced
from traydial.services import dialplan

BEGINS_WITHIN_S = 3.0
ENDS_WITHIN_S = 30.0
LOOK_S = 0.1
AT_LEAST_S = 0.3  # nobody could have said anything in less


class Announcer:
    """Says that a call will be recorded. ``extension`` is empty where nothing is to be said."""

    def __init__(self, extension: str, context: str, session: Callable[[], AmiSession]) -> None:
        self._extension, self._context, self._session = extension, context, session

    async def announce(self, call: Call) -> None:
        """Play it and wait for its end. Raises NotAnnounced, NoOtherParty and others."""
        if not self._extension:
            return
        session = self._session()
        if not await dialplan.exists(session, self._context, self._extension):
            raise NotAnnounced(f"no extension {self._extension}")
        peer = await dialplan.peer_of(session, call.legs[0])
        if not peer:
            raise NoOtherParty(call.key)
        said = f"announcement-{secrets.token_hex(8)}"
        try:
            await session.perform(
                "Originate",
                ("Channel", f"Local/{self._extension}@{self._context}/n"),
                ("Application", "ChanSpy"),
                ("Data", f"{peer},qBE"),  # both hear it; over when the call is
                ("Timeout", str(int(BEGINS_WITHIN_S * 1000))),
                ("Async", "true"),
                ("ChannelId", said),
                ("OtherChannelId", f"{said}-2"),
            )
        except ActionFailed as error:
            raise NotAnnounced(error.reason) from error
        loop = asyncio.get_running_loop()
        asked = loop.time()
        while not await self._is_up(said):
            if loop.time() - asked > BEGINS_WITHIN_S:
                raise NotAnnounced("it did not begin")
            await asyncio.sleep(LOOK_S)
        began = loop.time()
        # an event filter hides how it ends; so it is asked for, while it lasts
        while await self._is_up(said):
            if loop.time() - began > ENDS_WITHIN_S:
                raise NotAnnounced("it did not end")
            await asyncio.sleep(LOOK_S)
        if loop.time() - began < AT_LEAST_S:
            raise NotAnnounced("it was over at once")

    async def _is_up(self, channel: str) -> bool:
        try:
            return await dialplan.variable(self._session(), channel, "CHANNEL(state)") == "Up"
        except ActionFailed:
            return False
