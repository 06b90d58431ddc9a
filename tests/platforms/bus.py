"""A private message bus, and services on it that a test drives."""

import asyncio
import contextlib
import os

from dbus_fast import Message, MessageType
from dbus_fast.aio import MessageBus


@contextlib.asynccontextmanager
async def private_bus(*options):
    """Yield the address of a bus of its own; it can start what the system's session bus can.

    Other ``options`` of dbus-daemon take the place of ``--session``.
    """
    reader, writer = os.pipe()
    daemon = await asyncio.create_subprocess_exec(
        "dbus-daemon",
        *(options or ["--session"]),
        "--nofork",
        "--nosyslog",
        f"--print-address={writer}",
        pass_fds=(writer,),
        stderr=asyncio.subprocess.DEVNULL,
    )
    os.close(writer)
    with os.fdopen(reader) as pipe:
        address = await asyncio.to_thread(pipe.readline)
    try:
        yield address.strip()
    finally:
        daemon.terminate()
        await daemon.wait()


@contextlib.asynccontextmanager
async def service(address, name, answers):
    """Own a name; ``answers`` maps (interface, member, argument…) to (signature, body)."""
    bus = await MessageBus(bus_address=address).connect()

    def answer(message):
        if message.message_type is not MessageType.METHOD_CALL:
            return None
        known = answers.get((message.interface, message.member, *message.body))
        if known is None:
            return Message.new_error(message, "org.example.Unknown", "not known here")
        return Message.new_method_return(message, *known)

    bus.add_message_handler(answer)
    await bus.request_name(name)
    try:
        yield bus
    finally:
        bus.disconnect()
        await bus.wait_for_disconnect()
