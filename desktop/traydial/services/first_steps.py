"""For whoever sets the program up: whose phone it may be, and ringing it to try."""

import asyncio
import re
from collections.abc import Callable

from traydial.ami.protocol import Message
from traydial.ami.session import AmiSession
from traydial.domain.errors import ActionFailed, DesktopError, NotPermitted
from traydial.domain.proposals import OwnPhone, Proposal, Rang
from traydial.domain.settings import PhoneSettings
from traydial.services import dialplan
from traydial.services.own_devices import OwnDevices
from traydial.services.pairing import USUAL_CONTEXTS

MOST = 200  # phones to choose from: more is no help
RINGS_S = 20
_NUMBER = re.compile(r"\d{2,8}")
_DEVICE = re.compile(r"(?!Local/|Custom:)[A-Za-z0-9_]+/[A-Za-z0-9._@%+-]+")
_GONE = ("4", "-1", "-2")  # Status of ExtensionStateList: unavailable, removed, deactivated
_NO_ANSWER = "3"  # Reason of OriginateResponse


async def propose(session: AmiSession, username: str, context: str = "") -> Proposal:
    """Guess whose account this is: by its name, by hints, by what is signed in.

    Of what the account may not read (actions ExtensionStateList, Getvar) nothing is guessed.
    Raises Unreachable.
    """
    contexts = (context,) if context else USUAL_CONTEXTS
    hinted = await _hinted(session)
    numbers = [*dict.fromkeys(_NUMBER.findall(username)[::-1])]
    likely = None
    for number in numbers:
        where = await _context_of(session, number, contexts)
        known = hinted.get(number)
        if where or known:
            device = known.device if known else ""
            likely = OwnPhone(number, where, device, known.is_there if known else True)
            break
    # one context does for all of them: asking for each would take hundreds of questions
    usual = likely.context if likely else ""
    if not usual and hinted:
        usual = await _context_of(session, next(iter(hinted)), contexts)
    others = [
        OwnPhone(one.extension, usual, one.device)
        for one in hinted.values()
        if one.is_there and (likely is None or one.extension != likely.extension)
    ]
    return Proposal(likely, tuple(others[:MOST]))


class TrialRing:
    """Rings the own phone once, on a session of its own; ``on_event`` takes its events."""

    def __init__(self, phone: PhoneSettings) -> None:
        self._devices = OwnDevices(phone, lambda _: None)
        self._verdict: asyncio.Future[Rang] = asyncio.get_running_loop().create_future()
        self._action_id = ""

    def on_event(self, message: Message) -> None:
        """Take one AMI event (OriginateResponse)."""
        if message.event != "OriginateResponse" or message.get("ActionID") != self._action_id:
            return
        if not self._verdict.done():
            self._verdict.set_result(_rang(message))

    async def ring(self, session: AmiSession, tell: Callable[[str], None]) -> Rang:
        """Ring; ``tell`` is given the device once it does. Cancel it to stop.

        Whoever lifts hears nothing and is hung up after a moment. Raises PhoneNotRegistered,
        OwnPhoneUnknown, NotPermitted or an Unreachable.
        """
        await self._devices.look(session)
        device = await self._devices.that_rings(session)
        self._action_id = session.new_action_id()
        key = f"{self._action_id}-ring"
        await session.perform(
            "Originate",
            ("Channel", device),
            ("Application", "Wait"),
            ("Data", "1"),
            ("Timeout", str(RINGS_S * 1000)),
            ("ChannelId", key),
            ("CallerID", '"Traydial" <>'),
            ("Async", "true"),
            action_id=self._action_id,
        )
        tell(device)
        try:
            async with asyncio.timeout(RINGS_S + 5):
                return await asyncio.shield(self._verdict)
        except TimeoutError:  # an event filter keeps it from us
            return Rang.UNANSWERED
        finally:
            if not self._verdict.done():
                await self._stop(session, key)

    @staticmethod
    async def _stop(session: AmiSession, key: str) -> None:
        try:
            await session.perform("Hangup", ("Channel", key))
        except DesktopError:
            return  # it has ended, or the link has


def _rang(message: Message) -> Rang:
    if message.get("Response").lower() == "success":
        return Rang.ANSWERED
    return Rang.UNANSWERED if message.get("Reason") == _NO_ANSWER else Rang.UNREACHED


async def _hinted(session: AmiSession) -> dict[str, OwnPhone]:
    """Return the extensions whose state is told, with the phone of each."""
    try:
        rows = await session.collect("ExtensionStateList")
    except (ActionFailed, NotPermitted):
        return {}
    found: dict[str, OwnPhone] = {}
    for row in rows:
        device = _DEVICE.search(row.get("Hint"))
        extension = row.get("Exten")
        if device is not None and _NUMBER.fullmatch(extension):
            is_there = row.get("Status") not in _GONE
            found[extension] = OwnPhone(extension, "", device[0], is_there)
    return found


async def _context_of(session: AmiSession, number: str, contexts: tuple[str, ...]) -> str:
    for context in contexts:
        try:
            if await dialplan.exists(session, context, number):
                return context
        except (ActionFailed, NotPermitted):
            return ""
    return ""
