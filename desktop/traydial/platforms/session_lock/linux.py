"""Screen savers on the session bus and logind on the system bus; whoever says locked is right."""

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any

from traydial.domain.store import Store
from traydial.platforms.message_bus import call, listen, match

if TYPE_CHECKING:
    from dbus_fast import Message
    from dbus_fast.aio import MessageBus

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

    async def _watch(
        self, address: str, ask: Callable[["MessageBus"], Coroutine[Any, Any, None]]
    ) -> None:
        if bus := await listen(address, self._signal, ask):
            self._buses.append(bus)

    async def _ask_savers(self, bus: "MessageBus") -> None:
        for name, path in _SAVERS.items():
            await match(bus, f"interface='{name}',member='ActiveChanged'")
            await match(bus, f"sender='{_BUS}',member='NameOwnerChanged',arg0='{name}'")
            answer = await call(bus, name, path, "GetActive")
            if answer and isinstance(answer[0], bool):
                self._note(name, answer[0])

    async def _ask_logind(self, bus: "MessageBus") -> None:
        # signals carry the session's own path, not "auto"
        own = await call(
            bus, _LOGIND, _OWN_SESSION, "Get", "ss", [_SESSION, "Id"], interface=_PROPERTIES
        )
        if not own:
            return
        found = await call(
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
        await match(bus, f"interface='{_PROPERTIES}',path='{self._session_path}'")
        arguments = [_SESSION, "LockedHint"]
        answer = await call(
            bus, _LOGIND, _OWN_SESSION, "Get", "ss", arguments, interface=_PROPERTIES
        )
        if answer and isinstance(answer[0].value, bool):
            self._note(_LOGIND, answer[0].value)

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
