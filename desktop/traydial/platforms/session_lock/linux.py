"""Screen savers on the session bus and logind on the system bus; whoever says locked is right."""

import asyncio
import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from traydial.domain.store import Store

if TYPE_CHECKING:
    from dbus_fast import Message
    from dbus_fast.aio import MessageBus

log = logging.getLogger(__name__)

# the interfaces are the names of the services: freedesktop's own, and what desktops made of it
_SAVERS = {
    "org.freedesktop.ScreenSaver": "/org/freedesktop/ScreenSaver",
    "org.gnome.ScreenSaver": "/org/gnome/ScreenSaver",
    "org.cinnamon.ScreenSaver": "/org/cinnamon/ScreenSaver",
    "org.mate.ScreenSaver": "/org/mate/ScreenSaver",
    "org.xfce.ScreenSaver": "/org/xfce/ScreenSaver",
}
_BUS = "org.freedesktop.DBus"
_LOGIND = "org.freedesktop.login1"
_SESSION = "org.freedesktop.login1.Session"
_OWN_SESSION = "/org/freedesktop/login1/session/auto"
_PROPERTIES = "org.freedesktop.DBus.Properties"
_ANSWER_WITHIN_S = 2.0


class LinuxSessionLock:
    """``session_bus`` and ``system_bus`` are addresses, empty where there is no such bus."""

    def __init__(self, session_bus: str, system_bus: str) -> None:
        self._addresses = (session_bus, system_bus)
        self._buses: list[MessageBus] = []
        self._who: dict[str, bool] = {}
        self._session_path = _OWN_SESSION
        self.locked = Store(False)

    async def start(self) -> None:
        """Begin to watch; where the system does not tell, the session counts as unlocked."""
        session, system = self._addresses
        if session:
            await self._watch(session, self._ask_savers)
        if system:
            await self._watch(system, self._ask_logind)

    async def aclose(self) -> None:
        """End watching."""
        buses, self._buses = self._buses, []
        for bus in buses:
            bus.disconnect()

    async def _watch(self, address: str, ask: Callable[["MessageBus"], Any]) -> None:
        from dbus_fast.aio import MessageBus
        from dbus_fast.errors import AuthError, DBusError, InvalidAddressError

        try:
            bus = MessageBus(bus_address=address)
            async with asyncio.timeout(_ANSWER_WITHIN_S):
                await bus.connect()
                bus.add_message_handler(self._signal)
                self._buses.append(bus)
                await ask(bus)
        except (AuthError, DBusError, EOFError, InvalidAddressError, OSError) as error:
            log.info("whether the session is locked is not told: %s", error)

    async def _ask_savers(self, bus: "MessageBus") -> None:
        for name, path in _SAVERS.items():
            await self._match(bus, f"interface='{name}',member='ActiveChanged'")
            await self._match(bus, f"sender='{_BUS}',member='NameOwnerChanged',arg0='{name}'")
            answer = await self._call(bus, name, path, "GetActive")
            if answer and isinstance(answer[0], bool):
                self._note(name, answer[0])

    async def _ask_logind(self, bus: "MessageBus") -> None:
        # signals carry the session's own path, not "auto"
        own = await self._call(
            bus, _LOGIND, _OWN_SESSION, "Get", "ss", [_SESSION, "Id"], interface=_PROPERTIES
        )
        if not own:
            return
        found = await self._call(
            bus,
            _LOGIND,
            "/org/freedesktop/login1",
            "GetSession",
            "s",
            [own[0].value],
            interface="org.freedesktop.login1.Manager",
        )
        if found:
            self._session_path = str(found[0])
        await self._match(bus, f"interface='{_PROPERTIES}',path='{self._session_path}'")
        arguments = [_SESSION, "LockedHint"]
        answer = await self._call(
            bus, _LOGIND, _OWN_SESSION, "Get", "ss", arguments, interface=_PROPERTIES
        )
        if answer and isinstance(answer[0].value, bool):
            self._note(_LOGIND, answer[0].value)

    async def _match(self, bus: "MessageBus", rule: str) -> None:
        rule = f"type='signal',{rule}"
        await self._call(bus, _BUS, "/org/freedesktop/DBus", "AddMatch", "s", [rule])

    @staticmethod
    async def _call(
        bus: "MessageBus",
        name: str,
        path: str,
        member: str,
        signature: str = "",
        body: list[Any] | None = None,
        interface: str = "",
    ) -> list[Any]:
        """Call without starting the service; return what it answers, or nothing."""
        from dbus_fast import Message, MessageFlag, MessageType

        answer = await bus.call(
            Message(
                destination=name,
                path=path,
                interface=interface or name,
                member=member,
                signature=signature,
                body=body or [],
                flags=MessageFlag.NO_AUTOSTART,
            )
        )
        if answer is None or answer.message_type is not MessageType.METHOD_RETURN:
            return []
        return list(answer.body)

    def _signal(self, message: "Message") -> None:
        body = message.body
        if message.member == "ActiveChanged" and message.interface in _SAVERS:
            if body and isinstance(body[0], bool):
                self._note(message.interface, body[0])
        elif message.member == "NameOwnerChanged" and len(body) > 2:
            if body[0] in _SAVERS and not body[2]:  # it ended, and tells no more
                self._note(body[0], False)
        elif (
            message.member == "PropertiesChanged"
            and message.path == self._session_path
            and len(body) > 1
            and body[0] == _SESSION
            and "LockedHint" in body[1]
        ):
            self._note(_LOGIND, bool(body[1]["LockedHint"].value))

    def _note(self, who: str, locked: bool) -> None:
        self._who[who] = locked
        self.locked.set(any(self._who.values()))
