"""The server's side of AMI's wire format: actions in, answers and events out."""

from collections.abc import Iterable

from traydial.ami.protocol import MAX_HEADERS, MAX_LINE, Message

Headers = Iterable[tuple[str, str]]
LINE_TOO_LONG = "Failed to parse message: line too long"
TOO_MANY_LINES = "Too many lines in message or allocation failure"
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\0": ""}


class ActionReader:
    """Cuts a client's bytes into actions; bounded, whatever the client sends."""

    def __init__(self) -> None:
        self._buffer = bytearray()
        self._lines: list[str] = []
        self._size = 0
        self._fault = ""

    def feed(self, data: bytes) -> list[tuple[Message, str]]:
        """Return the actions that these bytes complete, each with what is wrong with it."""
        actions: list[tuple[Message, str]] = []
        self._buffer += data
        *lines, rest = bytes(self._buffer).split(b"\n")
        for line in lines:
            self._take(line, actions)
        if len(rest) > MAX_LINE + 1:
            self._fault = LINE_TOO_LONG
            rest = rest[:MAX_LINE] + b"!"  # remembered as too long, not as text
        self._buffer = bytearray(rest)
        return actions

    def _take(self, raw: bytes, actions: list[tuple[Message, str]]) -> None:
        line = raw.removesuffix(b"\r")
        if not line:
            if self._lines or self._fault:
                actions.append((Message("\r\n".join(self._lines)), self._fault))
            self._lines, self._fault = [], ""
        elif len(line) > MAX_LINE:
            self._fault = LINE_TOO_LONG
        elif len(self._lines) >= MAX_HEADERS:
            self._fault = self._fault or TOO_MANY_LINES
        else:
            self._lines.append(line.decode("utf-8", "replace").replace("\0", ""))


def encode(headers: Headers) -> bytes:
    """Serialise one message of a server."""
    return ("\r\n".join(f"{key}: {value}" for key, value in headers) + "\r\n\r\n").encode()


def escaped(text: str) -> str:
    """Write a name as Asterisk does in channel events: C escapes, ``<unknown>`` for nothing."""
    return "".join(_ESCAPES.get(c, c) for c in text) or "<unknown>"


def variables_of(action: Message) -> dict[str, str]:
    """Return the ``Variable: a=b`` headers of an action."""
    pairs = (value for key, value in action.headers if key.lower() == "variable")
    named = (pair.partition("=") for pair in pairs)
    return {name.strip(): value for name, found, value in named if found}
