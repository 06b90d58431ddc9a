"""Listening on a D-Bus message bus, where there is one."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dbus_fast import Message
    from dbus_fast.aio import MessageBus

log = logging.getLogger(__name__)

_BUS = "org.freedesktop.DBus"
_ANSWER_WITHIN_S = 2.0


async def listen(
    address: str,
    tell: Callable[["Message"], None],
    ask: Callable[["MessageBus"], Awaitable[None]],
) -> "MessageBus | None":
    """Connect, let ``tell`` have what comes, and ``ask`` for it; None where there is no bus."""
    from dbus_fast.aio import MessageBus
    from dbus_fast.errors import AuthError, DBusError, InvalidAddressError

    bus = None
    try:
        connecting = MessageBus(bus_address=address)
        async with asyncio.timeout(_ANSWER_WITHIN_S):
            bus = await connecting.connect()
            bus.add_message_handler(tell)
            await ask(bus)
    except (AuthError, DBusError, EOFError, InvalidAddressError, OSError) as error:
        log.info("%s is not heard: %s", address or "no bus", error)
    return bus


async def match(bus: "MessageBus", rule: str) -> None:
    """Ask for signals (D-Bus Specification, "Match Rules")."""
    await call(bus, _BUS, "/org/freedesktop/DBus", "AddMatch", "s", [f"type='signal',{rule}"])


async def call(
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
