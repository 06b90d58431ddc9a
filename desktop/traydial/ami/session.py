"""One AMI connection on asyncio. It never reconnects: that is the supervisor's job."""

import asyncio
import contextlib
import itertools
import logging
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field

from traydial.ami.protocol import AmiProtocol, Message, encode_action, redacted
from traydial.ami.trace import Trace
from traydial.domain.errors import (
    ActionFailed,
    ConnectionLost,
    DesktopError,
    NoAnswerInTime,
    NotPermitted,
)

log = logging.getLogger(__name__)

READ_SIZE = 1 << 18
PING_AFTER_S = 5.0  # silence that makes us ask
DEAD_AFTER_S = 12.0  # silence that ends the link, half-open ones included
ANSWER_WITHIN_S = 10.0
MAX_LIST = 100_000  # events of one list; the channels of the largest PBX are far fewer


@dataclass(slots=True)
class _Pending:
    """An action whose answer is awaited; ``rows`` collects an event list."""

    name: str
    answer: asyncio.Future[Message]
    rows: list[Message] = field(default_factory=list)
    is_list: bool = False


class AmiSession:
    """Pairs answers with actions; hands events to ``on_event``.

    ``run`` owns the connection. When it ends, for whatever reason, the socket is closed
    and no ``perform`` is left waiting. ``on_event`` is called at once, in order, and must
    not block: Asterisk cuts off a client that reads too slowly.
    """

    def __init__(
        self,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        on_event: Callable[[Message], None],
        *,
        answer_within: float = ANSWER_WITHIN_S,
        ping_after: float = PING_AFTER_S,
        dead_after: float = DEAD_AFTER_S,
        trace: Trace | None = None,
    ) -> None:
        self._reader, self._writer, self._on_event = reader, writer, on_event
        self._answer_within = answer_within
        self._ping_after, self._dead_after = ping_after, dead_after
        self._protocol = AmiProtocol()
        self._trace = trace
        self._pending: dict[str, _Pending] = {}
        # our ids never collide with those of another program on the same account
        self._id_prefix = f"traydial-{secrets.token_hex(4)}"
        self._ids = itertools.count(1)
        self._last_byte = asyncio.get_running_loop().time()
        self._why_lost: DesktopError | None = None
        self.banner: asyncio.Future[str] = asyncio.get_running_loop().create_future()

    @property
    def closed(self) -> bool:
        """Tell whether the connection is over."""
        return self._writer.is_closing()

    async def run(self) -> None:
        """Read until the connection ends.

        Raises ConnectionLost, or RemoteProtocolError when the peer does not speak AMI.
        """
        error: DesktopError = ConnectionLost("Asterisk closed the connection")
        watchdog = asyncio.create_task(self._watch())
        try:
            while data := await self._reader.read(READ_SIZE):
                self._last_byte = asyncio.get_running_loop().time()
                for message in self._protocol.receive_data(data):
                    if self._trace is not None:
                        self._trace(False, message.text)
                    self._route(message)
                if not self.banner.done() and self._protocol.banner:
                    self.banner.set_result(self._protocol.banner)
        except OSError as os_error:
            error = ConnectionLost(str(os_error))
        except DesktopError as protocol_error:
            error = protocol_error
        finally:
            watchdog.cancel()
            error = self._why_lost or error
            self._abort(error)
        raise error

    async def perform(
        self, name: str, *headers: tuple[str, str], action_id: str = "", within: float | None = None
    ) -> Message:
        """Send an action and return its answer.

        Raises NotPermitted, ActionFailed (Asterisk said no), NoAnswerInTime, ConnectionLost,
        or LocalProtocolError before anything is sent.
        """
        answer, _ = await self._ask(name, headers, action_id, within, is_list=False)
        return answer

    async def collect(self, name: str, *headers: tuple[str, str]) -> list[Message]:
        """Send an action that answers with a list of events and return those events.

        Raises as ``perform`` does.
        """
        _, rows = await self._ask(name, headers, "", None, is_list=True)
        return rows

    def new_action_id(self) -> str:
        """Return an id for an action whose later events are to be recognised."""
        return f"{self._id_prefix}-{next(self._ids)}"

    async def log_off(self) -> None:
        """Say good-bye and close; never raises."""
        with contextlib.suppress(DesktopError):
            await self.perform("Logoff", within=1.0)
        self._abort(ConnectionLost("logged off"))

    def abort(self) -> None:
        """Close the connection now."""
        self._abort(ConnectionLost("closed by us"))

    async def prove(self, within: float) -> None:
        """Ask for a sign of life; where none comes in time, end the link at once."""
        try:
            await self.perform("Ping", within=within)
        except NoAnswerInTime:
            self._abort(ConnectionLost(f"no answer within {within:.0f} s"))
        except DesktopError as error:  # it ends by itself, or lives
            log.info("the link was looked at: %s", error)

    async def _ask(
        self,
        name: str,
        headers: tuple[tuple[str, str], ...],
        action_id: str,
        within: float | None,
        *,
        is_list: bool,
    ) -> tuple[Message, list[Message]]:
        if self.closed:
            raise ConnectionLost("not connected")
        action_id = action_id or self.new_action_id()
        data = encode_action(name, [("ActionID", action_id), *headers])
        log.debug("-> %s %s", name, redacted(headers))
        pending = _Pending(name, asyncio.get_running_loop().create_future(), is_list=is_list)
        self._pending[action_id] = pending
        try:
            if self._trace is not None:
                self._trace(True, data.decode().rstrip("\r\n"))
            self._writer.write(data)
            async with asyncio.timeout(within or self._answer_within):
                answer = await pending.answer
        except TimeoutError as error:
            raise NoAnswerInTime(f"no answer to {name}") from error
        finally:
            del self._pending[action_id]
        log.debug("<- %s %r", name, answer)
        if answer.get("Response").lower() == "error":
            reason = answer.get("Message")
            if reason.lower() == "permission denied":
                raise NotPermitted(name)
            raise ActionFailed(name, reason)
        return answer, pending.rows

    def _route(self, message: Message) -> None:
        if not message.event:
            self._answer(message)
            return
        # only an event of a list, or one that follows an action of ours, has an ActionID
        pending = self._pending.get(message.get("ActionID")) if self._pending else None
        if pending is None or not pending.is_list:
            try:
                self._on_event(message)
            except Exception:  # one bad event must not end the link
                log.exception("event skipped: %r", message)
        elif message.get("EventList").lower() == "complete":
            _settle(pending.answer, message)
        elif len(pending.rows) < MAX_LIST:
            pending.rows.append(message)

    def _answer(self, message: Message) -> None:
        pending = self._pending.get(message.get("ActionID"))
        if pending is None:
            return  # late: whoever asked has given up
        if pending.is_list and message.get("EventList").lower() == "start":
            return
        _settle(pending.answer, message)

    async def _watch(self) -> None:
        """Ask when it is silent, and end the link when nothing comes back."""
        loop = asyncio.get_running_loop()
        asked = False
        while True:
            # coarse timers may be early, so the clock is looked at each time
            silent = loop.time() - self._last_byte
            if silent >= self._dead_after:
                self._abort(ConnectionLost(f"no byte for {self._dead_after:.0f} s"))
                return
            if silent < self._ping_after:
                asked = False
            elif not asked and self.banner.done():
                asked = True
                self._writer.write(encode_action("Ping", [("ActionID", self.new_action_id())]))
            await asyncio.sleep(min(self._ping_after, self._dead_after - silent) / 2 + 0.01)

    def _abort(self, why: DesktopError) -> None:
        self._why_lost = self._why_lost or why
        if not self._writer.is_closing():
            self._writer.transport.abort()
        for pending in self._pending.values():
            if not pending.answer.done():
                pending.answer.set_exception(ConnectionLost(str(self._why_lost)))
        if not self.banner.done():
            self.banner.cancel()


def _settle(future: asyncio.Future[Message], message: Message) -> None:
    if not future.done():
        future.set_result(message)
