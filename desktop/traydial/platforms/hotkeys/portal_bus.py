"""Talks to the desktop's portal: requests whose answers come as signals, once the user decided."""

import asyncio
import contextlib
import itertools
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dbus_fast import Message

NAME = "org.freedesktop.portal.Desktop"
PATH = "/org/freedesktop/portal/desktop"
SHORTCUTS = "org.freedesktop.portal.GlobalShortcuts"
_REQUEST = "org.freedesktop.portal.Request"
_SESSION = "org.freedesktop.portal.Session"
_BUS, _BUS_PATH = "org.freedesktop.DBus", "/org/freedesktop/DBus"
_DONE, _CANCELLED, _NEVER = 0, 1, -1  # the portal's own; the last is ours: it ended meanwhile
_ACTIVATION_S = 30.0  # the bus itself gives up starting a service after 25 s
_RULES = (
    *(f"type='signal',sender='{NAME}',interface='{i}'" for i in (_REQUEST, _SESSION, SHORTCUTS)),
    f"type='signal',sender='{_BUS}',member='NameOwnerChanged',arg0='{NAME}'",
)


class NoPortal(Exception):
    """There is no bus, no portal on it, or this one has no global keys."""


class Refused(Exception):
    """The user said no."""


class PortalFailed(Exception):
    """The portal could not do it. The text is its reason."""


class PortalBus:
    """A connection of its own: what the portal keeps for it ends with it.

    ``on_signal`` hears what belongs to global shortcuts. ``changed`` is set when the portal
    ends, starts or closes the session, ``gone`` when the bus itself ends.
    """

    def __init__(self, on_signal: Callable[[str, list[Any]], None]) -> None:
        self._on_signal = on_signal
        self._answers: dict[str, asyncio.Future[list[Any]]] = {}
        self._tokens = itertools.count(1)
        self._owner = ""
        self._bus: Any = None
        self._watching: asyncio.Task[None] | None = None
        self.session = ""
        self.closed = False  # the session, by the desktop
        self.changed = asyncio.Event()
        self.gone = False

    async def connect(self, address: str, app_id: str) -> None:
        """Connect, and find the portal's global shortcuts. Raises NoPortal."""
        from dbus_fast import Variant
        from dbus_fast.aio import MessageBus
        from dbus_fast.errors import AuthError, DBusError, InvalidAddressError

        try:
            self._bus = MessageBus(bus_address=address)
            async with asyncio.timeout(5):
                await self._bus.connect()
        except (AuthError, DBusError, EOFError, InvalidAddressError, OSError) as error:
            self.gone = True
            self._ended()
            raise NoPortal(str(error)) from error
        self._watching = asyncio.create_task(self._watch())
        self._bus.add_message_handler(self._received)
        for rule in _RULES:
            await self._call(_BUS, _BUS_PATH, _BUS, "AddMatch", "s", [rule])
        # tells desktops who we are; those before 2025 ask nobody, and see a nameless program
        registry = "org.freedesktop.host.portal.Registry"
        await self._call(NAME, PATH, registry, "Register", "sa{sv}", [app_id, {}])
        answer = await self._call(
            NAME, PATH, "org.freedesktop.DBus.Properties", "Get", "ss", [SHORTCUTS, "version"]
        )
        if isinstance(answer, str) or not isinstance(answer.body[0], Variant):
            raise NoPortal(str(answer))
        self._owner = answer.sender or ""
        self.changed.clear()  # it may have been started by our question

    async def request(
        self, member: str, signature: str, body: list[Any], options: dict[str, Any]
    ) -> dict[str, Any]:
        """Ask; wait as long as the user takes. Raises Refused or PortalFailed."""
        from dbus_fast import Variant

        token = f"traydial{next(self._tokens)}"
        sender = self._bus.unique_name[1:].replace(".", "_")
        path = f"{PATH}/request/{sender}/{token}"
        answer = self._answers[path] = asyncio.get_running_loop().create_future()
        try:
            options = options | {"handle_token": Variant("s", token)}
            called = await self._call(NAME, PATH, SHORTCUTS, member, signature, [*body, options])
            if isinstance(called, str):
                raise PortalFailed(called)
            outcome, results = await answer
        finally:
            del self._answers[path]
        if outcome == _CANCELLED:
            raise Refused
        if outcome != _DONE:
            raise PortalFailed(f"{member} was answered with {outcome}")
        return {name: variant.value for name, variant in results.items()}

    async def disconnect(self) -> None:
        """End the connection, and with it all that the portal keeps for us."""
        if self._watching:
            self._bus.disconnect()
            await self._watching

    async def _call(
        self, name: str, path: str, interface: str, member: str, signature: str, body: list[Any]
    ) -> "Message | str":
        """Return the answer, or why there is none."""
        from dbus_fast import Message, MessageType

        message = Message(
            destination=name,
            path=path,
            interface=interface,
            member=member,
            signature=signature,
            body=body,
        )
        try:
            async with asyncio.timeout(_ACTIVATION_S):
                answer: Message | None = await self._bus.call(message)
        except (EOFError, OSError) as error:  # the bus ended; a deadline is an OSError too
            return str(error) or type(error).__name__
        if answer is None:
            return "the bus has ended"
        if answer.message_type is MessageType.ERROR:
            return f"{answer.error_name}: {answer.body[0] if answer.body else ''}"
        return answer

    async def _watch(self) -> None:
        with contextlib.suppress(Exception):  # whatever it is, the bus is gone
            await self._bus.wait_for_disconnect()
        self.gone = True
        self._ended()

    def _received(self, message: "Message") -> None:
        from dbus_fast import MessageType

        if message.message_type is not MessageType.SIGNAL:
            return
        body, member = message.body, message.member
        if message.sender == _BUS and member == "NameOwnerChanged" and body[0] == NAME:
            if body[2] != self._owner:
                self._ended()
        elif self._owner and message.sender != self._owner:
            return  # anybody may send us signals
        elif message.interface == _REQUEST and member == "Response":
            answer = self._answers.get(message.path or "")
            if answer and not answer.done():
                answer.set_result(body)
        elif message.interface == _SESSION and member == "Closed":
            if message.path == self.session:
                self.closed = True
                self.changed.set()
        elif message.interface == SHORTCUTS and body and body[0] == self.session:
            self._on_signal(member or "", body)

    def _ended(self) -> None:
        self.changed.set()
        for answer in self._answers.values():
            if not answer.done():
                answer.set_result([_NEVER, {}])
