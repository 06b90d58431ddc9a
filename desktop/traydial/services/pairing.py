"""Pair my desk phone: somebody dials what we show, and its new channel tells which phone it is.

SIP refuses a number that the dialplan does not know before there is a channel, and then
nothing at all is told to anybody. So the digits are some that the dialplan takes for a number
without their being anybody's extension, as on FreePBX any number is; and where there are none
such, or the phone lives in another context, the phone's own number does as well: only its own
phone calls itself.
"""

import asyncio
import contextlib
import random
import re
import secrets
from collections.abc import Callable, Iterable

from traydial.ami.legs import NO_NUMBER, caller_id
from traydial.ami.protocol import Message
from traydial.ami.session import AmiSession
from traydial.domain.errors import ActionFailed, DesktopError, NotPermitted
from traydial.domain.pairing import PhoneFound
from traydial.services import dialplan

# the contexts of phones in FreePBX, in Asterisk's samples and in many a handmade dialplan
USUAL_CONTEXTS = ("from-internal", "internal", "default", "users", "local")
CANDIDATES = 12
LOOK_EVERY_S = 0.5  # where an event filter hides the channel, a list still shows it
TOLD_WITHIN_S = 0.3  # after which an event is not late but hidden
_RING, _UP = "4", "6"  # ChannelState: the phone dialled, and was answered already
_DEVICE = re.compile(r"(?!Local/)[A-Za-z0-9_]+/[A-Za-z0-9._@%+-]+")
_EXTENSION = re.compile(r"[A-Za-z0-9*#+._-]{1,40}")
# what FreePBX calls every phone until the dialplan learns better
_NO_NAME = frozenset({"device"})


class Pairing:
    """One attempt, on a session of its own that sees everything the account may see."""

    def __init__(
        self,
        session: Callable[[], AmiSession],
        context: str = "",
        *,
        chance: random.Random | None = None,
        look_every_s: float = LOOK_EVERY_S,
        told_within_s: float = TOLD_WITHIN_S,
    ) -> None:
        self._session, self._contexts = session, (context,) if context else USUAL_CONTEXTS
        self._chance = chance or secrets.SystemRandom()
        self._look_every_s, self._told_within_s = look_every_s, told_within_s
        self._digits = ""
        self._told: dict[str, Message] = {}  # new channels by unique id
        self._refused: set[str] = set()  # there before, or no phone of anybody's
        self._news = asyncio.Event()

    def on_event(self, message: Message) -> None:
        """Take one AMI event."""
        if message.event == "Newchannel" and self._fits(message):
            self._told.setdefault(message.get("Uniqueid"), message)
            self._news.set()

    async def digits(self) -> str:
        """Return four digits to dial, or an empty text where none of ours would be let through."""
        self._refused = {row.get("Uniqueid") for row in await self._channels()} | {*self._told}
        self._told.clear()
        # neither an outside line nor an emergency number begins like that
        candidates = [str(n) for n in self._chance.sample(range(2000, 9000), CANDIDATES)]
        for context in self._contexts:
            known = await asyncio.gather(*(self._is_known(context, one) for one in candidates))
            for digits, is_known in zip(candidates, known, strict=True):
                if is_known and not await self._is_extension(context, digits):
                    self._digits = digits
                    return digits
        return ""

    async def found(self) -> PhoneFound:
        """Wait until a phone dials it, hang that call up, and say which phone it is.

        Raises a DesktopError when the connection is lost.
        """
        while True:
            if self._told:
                message = self._told.pop(next(iter(self._told)))
                return await self._phone(message, is_told=True)
            if rows := await self._look():
                return await self._unless_told(rows[0])
            self._news.clear()
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(self._look_every_s):
                    await self._news.wait()

    # -- within -----------------------------------------------------------------------------------

    def _fits(self, message: Message) -> bool:
        """Tell whether a phone has just dialled what was asked for."""
        uid, exten = message.get("Uniqueid"), message.get("Exten")
        device = message.get("Channel").rpartition("-")[0]
        own = (message.get("CallerIDNum"), device.partition("/")[2])
        return (
            uid not in self._refused
            and uid == message.get("Linkedid")  # nobody called it
            and message.get("ChannelState") in (_RING, _UP)
            and _DEVICE.fullmatch(device) is not None
            and exten not in NO_NUMBER
            and exten in (self._digits, *own)
        )

    async def _look(self) -> list[Message]:
        """Return what fits of all channels that there are: no filter keeps any off that list."""
        rows = await self._channels()
        return [row for row in rows if self._fits(row) and row.get("Uniqueid") not in self._told]

    async def _channels(self) -> list[Message]:
        try:
            rows = await self._session().collect("Status")
        except (NotPermitted, ActionFailed):
            return []
        return [row for row in rows if row.event == "Status"]

    async def _unless_told(self, row: Message) -> PhoneFound:
        """Make sure that the event of this channel is kept from us, and not just late."""
        self._news.clear()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(self._told_within_s):
                while row.get("Uniqueid") not in self._told:
                    await self._news.wait()
                    self._news.clear()
        message = self._told.pop(row.get("Uniqueid"), None)
        return await self._phone(message or row, is_told=message is not None)

    async def _phone(self, message: Message, *, is_told: bool) -> PhoneFound:
        device = message.get("Channel").rpartition("-")[0]
        context = message.get("Context")
        with contextlib.suppress(DesktopError):  # whoever dialled hears at once that it worked
            await self._session().perform("Hangup", ("Channel", message.get("Uniqueid")))
        number, name = caller_id(message, "CallerID")
        dialled = message.get("Exten")
        guesses = [] if dialled == self._digits else [dialled]
        extension = await self._extension(context, [*guesses, number, device.partition("/")[2]])
        name = "" if name.lower() in _NO_NAME or name == number else name
        return PhoneFound(device, extension, name, context, is_told)

    async def _extension(self, context: str, guesses: Iterable[str]) -> str:
        """Return the first that can be dialled: caller ids may be outside numbers."""
        for guess in guesses:
            if _EXTENSION.fullmatch(guess) and await self._is_known(context, guess):
                return guess
        return ""

    async def _is_known(self, context: str, number: str) -> bool:
        try:
            return await dialplan.exists(self._session(), context, number)
        except (ActionFailed, NotPermitted):
            return False

    async def _is_extension(self, context: str, number: str) -> bool:
        try:
            return bool(await dialplan.evaluate(self._session(), f"HINT({number}@{context})"))
        except ActionFailed:
            return False
