"""logind tells of sleep, NetworkManager of the network; both on the system bus."""

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from traydial.platforms.message_bus import listen, match

if TYPE_CHECKING:
    from dbus_fast import Message
    from dbus_fast.aio import MessageBus

log = logging.getLogger(__name__)

# https://www.freedesktop.org/software/systemd/man/org.freedesktop.login1.html
_LOGIND = "org.freedesktop.login1.Manager"
# https://networkmanager.dev/docs/api/latest/gdbus-org.freedesktop.NetworkManager.html
_NETWORK = "org.freedesktop.NetworkManager"
_NETWORK_PATH = "/org/freedesktop/NetworkManager"
_PROPERTIES = "org.freedesktop.DBus.Properties"
_RULES = (
    f"interface='{_LOGIND}',member='PrepareForSleep'",
    f"interface='{_NETWORK}',member='StateChanged'",
    f"interface='{_PROPERTIES}',path='{_NETWORK_PATH}',arg0='{_NETWORK}'",
)


class LinuxWake:
    """``system_bus`` is an address, empty where there is none; ``tell`` is called each time."""

    def __init__(self, system_bus: str, tell: Callable[[], None]) -> None:
        self._address, self._tell = system_bus, tell
        self._bus: MessageBus | None = None

    async def start(self) -> None:
        """Begin to listen."""
        if self._address:
            self._bus = await listen(self._address, self._signal, _ask)

    async def aclose(self) -> None:
        """Listen no longer."""
        if self._bus:
            self._bus.disconnect()
            self._bus = None

    def _signal(self, message: "Message") -> None:
        body = message.body
        if message.interface == _LOGIND and message.member == "PrepareForSleep":
            if body and body[0] is False:  # True before it sleeps
                log.info("the computer woke up")
                self._tell()
        elif message.interface == _NETWORK and message.member == "StateChanged":
            log.info("the network changed: state %s", *body[:1])
            self._tell()
        elif (
            message.interface == _PROPERTIES
            and message.path == _NETWORK_PATH
            and len(body) > 1
            and "PrimaryConnection" in body[1]
        ):
            log.info("another network is used now")
            self._tell()


async def _ask(bus: "MessageBus") -> None:
    for rule in _RULES:
        await match(bus, rule)
