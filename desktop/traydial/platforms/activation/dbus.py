"""``org.freedesktop.Application``: desktops that know it hand links over without a process.

Desktop Entry Specification 1.5, "D-Bus Activation".
"""

import asyncio
import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from traydial.platforms import APP_ID as NAME

if TYPE_CHECKING:
    from dbus_fast import Message
    from dbus_fast.aio import MessageBus

log = logging.getLogger(__name__)

PATH = "/org/traydial/Traydial"
INTERFACE = "org.freedesktop.Application"
MAX_LINKS = 20
_INTROSPECTION = f"""\
<node><interface name="{INTERFACE}">
<method name="Activate"><arg type="a{{sv}}" direction="in"/></method>
<method name="Open"><arg type="as" direction="in"/><arg type="a{{sv}}" direction="in"/></method>
<method name="ActivateAction"><arg type="s" direction="in"/><arg type="av" direction="in"/>
<arg type="a{{sv}}" direction="in"/></method>
</interface></node>"""
_SIGNATURES = {"Activate": "a{sv}", "Open": "asa{sv}", "ActivateAction": "sava{sv}"}


class DBusActivation:
    """Owns the name from ``start`` to ``aclose`` where nobody else does."""

    def __init__(
        self, address: str, on_open: Callable[[str], None], on_activate: Callable[[], None]
    ) -> None:
        self._address, self._on_open, self._on_activate = address, on_open, on_activate
        self._bus: MessageBus | None = None

    async def start(self) -> bool:
        """Take the name; False where there is no bus or another copy has it."""
        from dbus_fast import NameFlag, RequestNameReply
        from dbus_fast.aio import MessageBus
        from dbus_fast.errors import AuthError, DBusError, InvalidAddressError

        if not self._address:
            return False
        try:
            async with asyncio.timeout(5):
                self._bus = await MessageBus(bus_address=self._address).connect()
                self._bus.add_message_handler(self._called)
                reply = await self._bus.request_name(NAME, NameFlag.DO_NOT_QUEUE)
        except (AuthError, DBusError, EOFError, InvalidAddressError, OSError) as error:
            log.info("links by D-Bus are not taken: %s", error)
            return False
        if reply is not RequestNameReply.PRIMARY_OWNER:
            log.info("another copy takes links by D-Bus")
            return False
        return True

    async def aclose(self) -> None:
        """Let go of the name."""
        if self._bus is not None:
            self._bus.disconnect()
            self._bus = None

    def _called(self, message: "Message") -> "Message | bool | None":
        from dbus_fast import Message, MessageType

        if message.message_type is not MessageType.METHOD_CALL or message.path != PATH:
            return None
        if message.member == "Introspect":
            return Message.new_method_return(message, "s", [_INTROSPECTION])
        if message.interface not in (INTERFACE, "", None):
            return None
        if _SIGNATURES.get(message.member or "") != message.signature:
            return None  # dbus-fast answers that there is no such method
        if message.member == "Open":
            for link in message.body[0][:MAX_LINKS]:
                self._on_open(link)
        else:
            self._on_activate()
        return Message.new_method_return(message)
