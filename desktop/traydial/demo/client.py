"""One AMI connection to the demo PBX: login, event classes, limits."""

import asyncio
import hashlib
import hmac
import secrets
from typing import Protocol

from traydial.ami.protocol import Message
from traydial.demo.clock import Clock, Timer
from traydial.demo.wire import ActionReader, Headers, encode

BANNER = b"Asterisk Call Manager/11.0.0\r\n"
MAX_UNREAD = 1 << 20  # a client that does not read is cut off, as Asterisk does
MAX_CLIENTS = 50
LOGIN_WITHIN_S = 30.0
CLASSES = frozenset(
    (
        *("system", "call", "log", "verbose", "command", "agent", "user", "config", "dtmf"),
        *("reporting", "cdr", "dialplan", "originate", "agi", "cc", "aoc", "test", "security"),
        "message",
    )
)


class Pbx(Protocol):
    """What a connection needs of the PBX it belongs to."""

    username: str
    secret: str
    read: frozenset[str]
    write: frozenset[str]
    clock: Clock
    clients: "set[Client]"

    def perform(self, client: "Client", action: Message) -> None:
        """Carry out an action and answer it."""


class Client(asyncio.Protocol):
    """Reads actions and writes answers; never waits for the other side."""

    def __init__(self, pbx: Pbx) -> None:
        self._pbx = pbx
        self._reader = ActionReader()
        self._transport: asyncio.Transport | None = None
        self._challenge = ""
        self._timer: Timer | None = None
        self._leaving = False
        self.username = ""
        self.classes: frozenset[str] = frozenset()
        self.gone: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Greet, and give some time to log in."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        if len(self._pbx.clients) >= MAX_CLIENTS:
            transport.abort()
            return
        self._pbx.clients.add(self)
        self._timer = self._pbx.clock.later(LOGIN_WITHIN_S, self.close)
        transport.write(BANNER)

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the client."""
        if self._timer is not None:
            self._timer.cancel()
        self._pbx.clients.discard(self)
        if not self.gone.done():
            self.gone.set_result(None)

    def data_received(self, data: bytes) -> None:
        """Perform the actions that these bytes complete."""
        for action, fault in self._reader.feed(data):
            if self._leaving:
                return
            if fault:
                self.error(action, fault)
            else:
                self._perform(action)

    def send(self, headers: Headers) -> None:
        """Write one message, or cut the client off if it has stopped reading."""
        transport = self._transport
        if transport is None or transport.is_closing():
            return
        if transport.get_write_buffer_size() > MAX_UNREAD:
            transport.abort()
            return
        transport.write(encode(headers))

    def answer(self, action: Message, *headers: tuple[str, str], kind: str = "Success") -> None:
        """Answer an action, with its id where it has one."""
        action_id = action.get("ActionID")
        echoed = [("ActionID", action_id)] if action_id else []
        self.send([("Response", kind), *echoed, *headers])

    def error(self, action: Message, text: str) -> None:
        """Answer that it did not work."""
        self.answer(action, ("Message", text), kind="Error")

    @property
    def write(self) -> frozenset[str]:
        """The classes of actions that this account may use."""
        return self._pbx.write

    def wants(self, privilege: str) -> bool:
        """Tell whether events with this Privilege are for this client."""
        return {*privilege.split(",")} - {"all"} <= self.classes

    def mask(self, text: str) -> bool:
        """Set which classes of events are sent; tell whether any is."""
        words = {word.strip().lower() for word in text.split(",")}
        if words & {"on", "all", "-1"} or not text:
            self.classes = self._pbx.read
        else:
            self.classes = self._pbx.read & words
        return bool(self.classes)

    def close(self) -> None:
        """Send what is waiting, then close."""
        self._leaving = True
        if self._transport is not None:
            self._transport.close()

    def abort(self) -> None:
        """Close now."""
        if self._transport is not None:
            self._transport.abort()

    def _perform(self, action: Message) -> None:
        name = action.get("Action").lower()
        if not name:
            self.error(action, "Missing action in request")
        elif name == "challenge":
            self._give_challenge(action)
        elif name == "login" and self.username:
            self.answer(action, ("Message", "Already authenticated"))
        elif name == "login":
            self._log_in(action)
        elif name == "logoff":
            self.answer(action, ("Message", "Thanks for all the fish."), kind="Goodbye")
            self.close()
        elif not self.username:
            self.error(action, "Permission denied")
        elif name == "events":
            self._set_mask(action)
        else:
            self._pbx.perform(self, action)

    def _set_mask(self, action: Message) -> None:
        if not (mask := action.get("EventMask")):
            self.error(action, "Invalid event mask")
        else:
            self.answer(action, ("Events", "On" if self.mask(mask) else "Off"))

    def _give_challenge(self, action: Message) -> None:
        if action.get("AuthType").lower() != "md5":
            self.error(action, "Must specify AuthType")
            return
        self._challenge = self._challenge or str(secrets.randbelow(10**9))
        self.answer(action, ("Challenge", self._challenge))

    def _log_in(self, action: Message) -> None:
        if self._knows_secret(action):
            self.username = self._pbx.username
            if self._timer is not None:
                self._timer.cancel()
            self.mask(action.get("Events"))
            self.answer(action, ("Message", "Authentication accepted"))
            if "system" in self._pbx.read:
                boot = [("Event", "FullyBooted"), ("Privilege", "system,all")]
                times = [("Uptime", "60"), ("LastReload", "60")]
                self.send([*boot, *times, ("Status", "Fully Booted")])
            return

        def refuse() -> None:
            self.error(action, "Authentication failed")
            self.close()

        self._leaving = True  # whatever else comes meanwhile is not looked at
        if self._timer is not None:
            self._timer.cancel()
        self._timer = self._pbx.clock.later(1.0, refuse)

    def _knows_secret(self, action: Message) -> bool:
        secret = self._pbx.secret
        if action.get("AuthType").lower() == "md5":
            # MD5 is what AMI speaks
            digest = hashlib.md5((self._challenge + secret).encode(), usedforsecurity=False)
            same = bool(self._challenge) and _same(action.get("Key").lower(), digest.hexdigest())
        else:
            same = _same(action.get("Secret"), secret)
        return _same(action.get("Username"), self._pbx.username) and same


def _same(given: str, known: str) -> bool:
    return hmac.compare_digest(given.encode(), known.encode())
