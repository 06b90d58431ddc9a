"""Click-to-dial: the Originate, its verdict, and what may go wrong between the two."""

import asyncio
import logging
import re
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, replace
from typing import Any

from traydial.ami import auto_answer
from traydial.ami.own_legs import is_local
from traydial.ami.protocol import Message
from traydial.ami.session import AmiSession
from traydial.ami.tracker import Tracker
from traydial.domain.call_events import Appeared, CallEvent, Ended
from traydial.domain.calls import Call, Cause, Direction, Phase
from traydial.domain.errors import (
    ActionFailed,
    DesktopError,
    NoSuchNumber,
    NothingToDial,
    NotPermitted,
)
from traydial.domain.numbers import Number
from traydial.domain.settings import Settings
from traydial.services import dialplan
from traydial.services.own_devices import OwnDevices

log = logging.getLogger(__name__)

DIALLABLE = re.compile(r"\+?[0-9A-Za-z*#_.-]{1,40}")
OWN_LEG_WITHIN_S = 3.0  # of the Originate; an admin's event filter may hide that it failed
_NAME_FORBIDDEN = re.compile(r'[\x00-\x1f<>",;|\\$\[\]{}()&=]')


@dataclass(slots=True)
class _Originated:
    """A click-to-dial whose own leg may not exist yet."""

    key: str
    cancelled: bool = False


def presented(name: str, number: str) -> str:
    """Write a party as Asterisk reads it, without what would mean something else there."""
    return f"{_NAME_FORBIDDEN.sub(' ', name)[:60].strip()} <{number}>".strip()


class Dialler:
    """Makes calls for ``Phone``; ``start`` runs a coroutine function with a key."""

    def __init__(
        self,
        settings: Settings,
        devices: OwnDevices,
        tracker: Tracker,
        apply: Callable[[CallEvent], None],
        start: Callable[[Callable[[str], Coroutine[Any, Any, None]], str], None],
        hang_up: Callable[[str], Coroutine[Any, Any, None]],
        clock: Callable[[], float],
    ) -> None:
        self._settings, self._devices = settings, devices
        self._tracker, self._apply = tracker, apply
        self._start, self._hang_up, self._clock = start, hang_up, clock
        self._originated: dict[str, _Originated] = {}  # by ActionID

    async def dial(
        self,
        session: AmiSession,
        wanted: Number,
        name: str,
        key: str,
        consults: str = "",
        *,
        picks_up: str = "",
        came_from: str = "",
    ) -> None:
        """Ring the own phone, then the number. Raises as ``Phone.dial`` does.

        ``picks_up`` is a lot and a space of it, ``default,801``: who waits there is connected
        instead, ``came_from`` being who did not take them.
        """
        number = wanted.dial
        if picks_up:
            device = await self._devices.that_rings(session)
        elif not DIALLABLE.fullmatch(number):
            raise NothingToDial(number)
        else:
            device = await self._checked(session, number)
        action_id = session.new_action_id()
        self._originated[action_id] = originated = _Originated(key)
        if is_local(device):
            self._tracker.asked_through(key)
        call = replace(self._call(wanted, name, key), consults=consults, came_from=came_from)
        self._apply(Appeared(call))
        try:
            headers = self._originate(device, number, name, key, picks_up)
            await session.perform("Originate", *headers, action_id=action_id)
        except asyncio.CancelledError:
            originated.cancelled = True  # it was sent: whatever comes of it is hung up
            self._start(self._hang_up, key)
            raise
        except DesktopError as error:
            del self._originated[action_id]
            if isinstance(error, ActionFailed) and "not exist" in error.reason:
                self._apply(Ended(key, Cause.NOT_REACHABLE, self._clock()))
                raise NoSuchNumber(number) from error
            refused = isinstance(error, (ActionFailed, NotPermitted))
            cause = Cause.REFUSED if refused else Cause.LINK_LOST
            self._apply(Ended(key, cause, self._clock()))
            raise

    def verdict(self, message: Message) -> None:
        """Take an OriginateResponse: only its ActionID tells whose it is."""
        originated = self._originated.pop(message.get("ActionID"), None)
        if originated is None or message.get("Response").lower() == "success":
            return
        log.info("the own phone was not reached: reason %s", message.get("Reason"))
        if self._tracker.knows(originated.key):
            return  # the own leg's Hangup says more
        cause = Cause.OWN_UNREACHABLE
        if originated.cancelled:
            cause = Cause.CANCELLED
        elif message.get("Reason") == "3":
            cause = Cause.OWN_NO_ANSWER
        self._apply(Ended(originated.key, cause, self._clock()))

    def on_their_way(self) -> list[str]:
        """Return the keys of calls whose own phone has not been answered or given up yet."""
        return [originated.key for originated in self._originated.values()]

    def cancel_when_there(self, key: str) -> bool:
        """Note that an own leg is not wanted any more; tell whether it is on its way."""
        pending = [o for o in self._originated.values() if o.key == key]
        for originated in pending:
            originated.cancelled = True
        return bool(pending)

    def appeared(self, leg: str) -> None:
        """Hang up an own leg that came after it was cancelled."""
        if any(o.cancelled and o.key == leg for o in self._originated.values()):
            self._start(self._hang_up, leg)

    async def check_own_leg(self, session: AmiSession, key: str) -> None:
        """End a call whose own leg never came to be, when no event is let through to say so."""
        try:
            await session.perform("Getvar", ("Channel", key), ("Variable", "CHANNEL(state)"))
        except ActionFailed:  # no such channel
            self._apply(Ended(key, Cause.OWN_UNREACHABLE, self._clock()))

    async def _checked(self, session: AmiSession, number: str) -> str:
        """Return the device that will ring. Raises PhoneNotRegistered, NoSuchNumber."""
        phone = self._settings.phone
        # asked together: a clicked link is not to wait for two answers in turn
        device, exists = await asyncio.gather(
            self._devices.that_rings(session),
            dialplan.exists(session, phone.context, number),
            return_exceptions=True,
        )
        if isinstance(device, BaseException):
            raise device
        if isinstance(exists, BaseException):
            raise exists
        if not exists:
            raise NoSuchNumber(number)
        return device

    def _own_caller_id(self, device: str) -> list[tuple[str, str]]:
        """Give the callee the user's number where the channel driver does not by itself."""
        if device.startswith("PJSIP/") or is_local(device):
            return []
        return [("Variable", f"CALLERID(num)={self._settings.phone.extension}")]

    def _call(self, wanted: Number, name: str, key: str) -> Call:
        now = self._clock()
        return Call(
            key,
            Direction.OUT,
            Phase.OWN_RINGING,
            now,
            wanted.meant,
            name,
            legs=(key,),
            began=now,
            dialled=wanted.dial if wanted.dial != wanted.meant else "",
            after=wanted.after,
        )

    def _originate(
        self, device: str, number: str, name: str, key: str, picks_up: str
    ) -> list[tuple[str, str]]:
        # CallerID would change what the callee sees; the connected line is what the own
        # phone shows, and leaves the callee with the user's real caller ID
        where = [
            ("Context", self._settings.phone.context),
            ("Exten", number),
            ("Priority", "1"),
        ]
        if picks_up:  # needs no extension for it in the own context
            where = [("Application", "ParkedCall"), ("Data", picks_up)]
        return [
            ("Channel", device),
            *where,
            ("Timeout", str(self._settings.dialling.timeout_s * 1000)),
            ("ChannelId", key),
            ("Async", "true"),
            ("Variable", f"CONNECTEDLINE(all)={presented(name, number)}"),
            *self._own_caller_id(device),
            *auto_answer.variables(device, self._settings.phone.auto_answer),
        ]
