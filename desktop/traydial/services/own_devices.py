"""Which phones are the user's: as the settings name them, or as the PBX tells of the extension.

Where none is named, the phones follow the extension: whoever signs in at another desk is found
there. The dialplan's hint says it on any PBX, FreePBX's own table where there is no hint, and
last a phone that is simply called like the extension.
"""

import asyncio
import logging
import re
from collections.abc import Callable, Sequence

from traydial.ami.own_legs import is_local
from traydial.ami.protocol import Message
from traydial.ami.session import AmiSession
from traydial.domain.errors import ActionFailed, NotPermitted, OwnPhoneUnknown, PhoneNotRegistered
from traydial.domain.setting_checks import check_device
from traydial.domain.settings import PhoneSettings
from traydial.services import dialplan

log = logging.getLogger(__name__)

_GUESSED = ("PJSIP", "SIP", "IAX2")


class OwnDevices:
    """Keeps the tracker (``use``) and the dialler told of the user's phones.

    ``to_ring`` are those to dial from, ``known`` also those behind Local channels.
    """

    def __init__(self, settings: PhoneSettings, use: Callable[[Sequence[str]], None]) -> None:
        self._settings, self._use = settings, use
        self._follows = not settings.devices or any(map(is_local, settings.devices))
        self._hint = ""
        self.to_ring = self.known = settings.devices
        use(settings.devices)

    async def look(self, session: AmiSession) -> bool:
        """Ask the PBX anew; tell whether the phones are others than before."""
        if not self._follows:
            return False
        before = self.to_ring, self._hint
        extension, context = self._settings.extension, self._settings.context
        self._hint = await self._asked(session, extension, context)
        behind = list(_phones(self._hint))
        for device in self._settings.devices:
            if is_local(device):
                where = device.removeprefix("Local/").removesuffix("/n").partition("@")
                behind += _phones(await self._asked(session, where[0], where[2] or context))
        if not self._settings.devices:
            behind = behind or await self._by_table(session) or await self._by_name(session)
            self.to_ring = tuple(dict.fromkeys(behind))
        self.known = tuple(dict.fromkeys([*self.to_ring, *behind]))
        self._use(self.known)
        return (self.to_ring, self._hint) != before

    def has_moved(self, message: Message) -> bool:
        """Tell whether an event says that the extension has other phones now."""
        return (
            self._follows
            and message.event == "ExtensionStatus"
            and message.get("Exten") == self._settings.extension
            and message.get("Context") == self._settings.context
            and bool(message.get("Hint"))
            and message.get("Hint") != self._hint
        )

    async def that_rings(self, session: AmiSession) -> str:
        """Return the first phone that is there. Raises PhoneNotRegistered, OwnPhoneUnknown."""
        tried = self.to_ring
        try:
            return await self._that_rings(session)
        except (PhoneNotRegistered, OwnPhoneUnknown):
            await self.look(session)
            if self.to_ring == tried:
                raise
        return await self._that_rings(session)

    async def _that_rings(self, session: AmiSession) -> str:
        if not self.to_ring:
            raise OwnPhoneUnknown(self._settings.extension)
        return await dialplan.device_that_rings(session, self.to_ring)

    async def _asked(self, session: AmiSession, extension: str, context: str) -> str:
        try:
            return await dialplan.evaluate(session, f"HINT({extension}@{context})")
        except (ActionFailed, NotPermitted) as error:
            log.info("the phones of %s are not told: %s", extension, error)
            return ""

    async def _by_table(self, session: AmiSession) -> list[str]:
        """Read FreePBX's table of users and devices, where the account may."""
        found: list[str] = []
        family = f"AMPUSER/{self._settings.extension}"
        for name in (await self._row(session, family, "device")).split("&"):
            if name:
                found += _phones(await self._row(session, f"DEVICE/{name}", "dial"))
        return found

    @staticmethod
    async def _row(session: AmiSession, family: str, key: str) -> str:
        try:
            rows = await session.collect("DBGet", ("Family", family), ("Key", key))
        except (ActionFailed, NotPermitted):
            return ""
        return next((row.get("Val") for row in rows), "")

    async def _by_name(self, session: AmiSession) -> list[str]:
        names = [f"{kind}/{self._settings.extension}" for kind in _GUESSED]
        states = await asyncio.gather(
            *(dialplan.evaluate(session, f"DEVICE_STATE({name})") for name in names),
            return_exceptions=True,
        )
        known = zip(names, states, strict=True)
        return [name for name, state in known if isinstance(state, str) and state != "INVALID"]


def _phones(hint: str) -> list[str]:
    """Return the phones of a hint; it may name lamps and states besides."""
    found: list[str] = []
    for part in re.split(r"[&,]", hint):
        try:
            check_device(part)
        except ValueError:
            continue  # Custom:DND7001 and the like
        if not is_local(part):
            found.append(part)
    return found
