"""Requests of other processes of this user, done by the running copy."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, Protocol

from traydial.app import exits
from traydial.app.commands import Request, complain, run
from traydial.app.core import Core
from traydial.app.dialling import Dialling
from traydial.app.forgetting import forgotten_words
from traydial.app.handover import VERSION
from traydial.domain.errors import DesktopError
from traydial.domain.language import tr
from traydial.platforms.local_server import Peer

ALLOWED = {
    "dial": 1,
    "link": 1,
    "watch": 0,
    "calls": 0,
    "record": 2,
    "transfer": 2,
    "answer": 1,
    "hangup": 1,
    "status": 0,
    "selection": 0,
    "clipboard": 0,
    "secret": 1,
    "show": 0,
    "reload": 0,
    "quit": 0,
    "import": 1,
    "forget": 1,
}
MAX_ARGUMENT = 2000


class PeerOutput:
    """What a verb writes, as JSON lines to the peer."""

    def __init__(self, peer: Peer) -> None:
        self._peer = peer

    def line(self, text: str) -> None:
        """Send one line of the result."""
        self._send({"line": text})

    def note(self, text: str) -> None:
        """Send one line for the person at the terminal."""
        self._send({"note": text})

    def taken(self) -> None:
        """Tell that the request was read and is in our hands."""
        self._send({"taken": True})

    def exit(self, code: int) -> None:
        """Send the exit code and close."""
        self._send({"exit": code})
        self._peer.close()

    def _send(self, answer: dict[str, object]) -> None:
        self._peer.send(json.dumps(answer, ensure_ascii=False).encode())


class Gestures(Protocol):
    """What is done at the desk, and not by a verb of the command line."""

    def link(self, text: str) -> Dialling | None: ...
    async def dial_selection(self) -> None: ...
    async def dial_clipboard(self) -> None: ...


class Served:
    """Takes requests from peers. ``core`` raises why there is none (e.g. nothing is set)."""

    def __init__(
        self,
        core: Callable[[], Core],
        start: Callable[[Coroutine[Any, Any, None]], None],
        gestures: Gestures,
        on_secret: Callable[[str, str], None],  # of a section, empty for the PBX's
        on_show: Callable[[], None],
        say: Callable[[DesktopError], None],
        on_reload: Callable[[], None],
        forget: Callable[[str], Awaitable[int]],
        on_quit: Callable[[], None],
        on_import: Callable[[str], None],
    ) -> None:
        self._core, self._start, self._gestures = core, start, gestures
        self._on_secret, self._on_show, self._say = on_secret, on_show, say
        self._on_reload, self._forget, self._on_quit = on_reload, forget, on_quit
        self._on_import = on_import

    def connected(self, peer: Peer) -> None:
        """Serve one connection: its first line is a request, a later one may cancel it."""
        output = PeerOutput(peer)
        cancel = asyncio.Event()
        begun = False

        def on_line(line: bytes) -> None:
            nonlocal begun
            if begun:
                if _is_cancel(line):
                    cancel.set()
                return
            begun = True
            request = parse_request(line)
            if request is None:
                output.note(tr("That request was not understood; is another version running?"))
                output.exit(exits.USAGE)
            elif request.verb == "secret":
                section, secret = json.loads(request.arguments[0])
                self._on_secret(str(section), str(secret))
                output.exit(exits.DONE)
            elif request.verb == "reload":
                self._on_reload()
                output.exit(exits.DONE)
            elif request.verb == "quit":
                output.exit(exits.DONE)
                self._on_quit()
            elif request.verb == "import":
                self._on_import(request.arguments[0])
                output.exit(exits.DONE)
            elif request.verb == "show":
                self._on_show()
                output.exit(exits.DONE)
            elif request.verb == "link":
                output.taken()  # who clicked is not to wait for what becomes of it
                self._start(self._link(request.arguments[0], output))
            elif request.verb == "forget":
                self._start(self._forgotten(request.arguments[0], output))
            elif request.verb in ("selection", "clipboard"):
                self._start(self._gesture(request.verb, output))
            else:
                if request.verb == "watch":  # a call goes on though nobody looks any more
                    peer.on_gone = cancel.set
                self._start(self._run(request, output, cancel))

        peer.on_line = on_line

    async def _link(self, link: str, output: PeerOutput) -> None:
        try:
            dialling = self._gestures.link(link)
        except DesktopError as error:
            self._say(error)  # a browser shows nobody what we write
            complain(error, output)
            output.exit(exits.exit_code(error))
            return
        if dialling is not None:
            await asyncio.wait({dialling.task})
        if dialling is None or dialling.task.cancelled():
            output.note(tr("Traydial asks before it dials."))
            output.exit(exits.DONE)
            return
        error_of = dialling.task.exception()
        if isinstance(error_of, DesktopError):  # the desk has told already
            complain(error_of, output)
            output.exit(exits.exit_code(error_of))
        else:
            output.exit(exits.DONE)

    async def _gesture(self, verb: str, output: PeerOutput) -> None:
        gestures = self._gestures
        work = gestures.dial_selection if verb == "selection" else gestures.dial_clipboard
        try:
            await work()
        except DesktopError as error:
            self._say(error)
            complain(error, output)
            output.exit(exits.exit_code(error))
        else:
            output.exit(exits.DONE)

    async def _forgotten(self, number: str, output: PeerOutput) -> None:
        try:
            output.line(forgotten_words(await self._forget(number)))
        except DesktopError as error:
            complain(error, output)
            output.exit(exits.exit_code(error))
        else:
            output.exit(exits.DONE)

    async def _run(self, request: Request, output: PeerOutput, cancel: asyncio.Event) -> None:
        try:
            code = await run(request, self._core(), output, cancel)
        except DesktopError as error:
            complain(error, output)
            code = exits.exit_code(error)
        except Exception:  # whoever asked must not wait for ever
            output.note(tr("Something went wrong in Traydial; its log tells more."))
            output.exit(exits.FAILED)
            raise
        output.exit(code)


def parse_request(line: bytes) -> Request | None:
    """Read a request from the socket; None for whatever is not one."""
    try:
        data = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(data, dict) or data.get("v") != VERSION:
        return None
    verb, arguments = data.get("verb"), data.get("arguments")
    if not isinstance(verb, str) or verb not in ALLOWED or not isinstance(arguments, list):
        return None
    if len(arguments) != ALLOWED[verb]:
        return None
    if not all(isinstance(a, str) and _is_text(a) for a in arguments):
        return None
    return Request(verb, tuple(arguments), data.get("json") is True)


def _is_text(argument: str) -> bool:
    # half a surrogate pair can be written in JSON, and nowhere else
    whole = not any("\ud800" <= character <= "\udfff" for character in argument)
    return whole and len(argument) <= MAX_ARGUMENT


def _is_cancel(line: bytes) -> bool:
    try:
        data = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(data, dict) and data.get("cancel") is True
