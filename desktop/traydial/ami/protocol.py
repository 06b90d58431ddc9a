"""AMI's wire format without I/O: bytes in, messages out; actions in, bytes out."""

from collections.abc import Iterable

from traydial.domain.errors import LocalProtocolError, RemoteProtocolError

MAX_MESSAGE = 1 << 20  # the longest real message, a full variable dump, is far below
MAX_LINE = 1023  # Asterisk throws longer lines away, and the action with them
MAX_HEADERS = 128  # as many as Asterisk reads (AST_MAX_MANHEADERS)
MAX_BANNER = 256
SECRET_HEADERS = frozenset({"secret", "key"})
Headers = Iterable[tuple[str, str]]


class Message:
    """One AMI message. Header order and repeats are kept; names ignore case.

    The text is taken apart when it is first asked for: most events of a busy PBX are
    none of our business, and their first line tells.
    """

    __slots__ = ("_fields", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._fields: dict[str, str] | None = None

    @property
    def event(self) -> str:
        """The event's name, or empty when this is no event."""
        # Asterisk writes this header first; anything else takes the slow way
        if self.text[:7] == "Event: ":
            return self.text[7:].partition("\r\n")[0]
        return self.get("event")

    @property
    def headers(self) -> tuple[tuple[str, str], ...]:
        """All headers in the order they came, ``Output`` lines included."""
        parts = (line.partition(":") for line in self.text.split("\r\n"))
        return tuple((key, value.removeprefix(" ")) for key, sep, value in parts if sep)

    def get(self, name: str, default: str = "") -> str:
        """Return the first value of a header; ``default`` where it is missing."""
        if self._fields is None:
            # backwards, so that the first of several wins; the hottest line of the program
            parts = [line.partition(":") for line in reversed(self.text.split("\r\n"))]
            self._fields = {
                key.lower(): value.removeprefix(" ") for key, sep, value in parts if sep
            }
        return self._fields.get(name.lower(), default)

    def output(self) -> list[str]:
        """Return the lines that action ``Command`` printed."""
        return [value for key, value in self.headers if key.lower() == "output"]

    def __repr__(self) -> str:
        return f"<Message {redacted(self.headers)}>"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Message) and other.headers == self.headers

    def __hash__(self) -> int:
        return hash(self.text)


class AmiProtocol:
    """One connection's framing state. Feed it every byte once, in order."""

    def __init__(self) -> None:
        self.banner: str | None = None
        self._buffer = bytearray()

    def receive_data(self, data: bytes) -> list[Message]:
        """Return the messages that these bytes complete; keep the rest.

        Raises RemoteProtocolError for what is no AMI or has no end.
        """
        buffer = self._buffer
        # the end may straddle two chunks; nothing before that was an end already
        scan_from = max(0, len(buffer) - 3)
        buffer += data
        if self.banner is None:
            if not self._take_banner():
                return []
            scan_from = 0
        end = buffer.rfind(b"\r\n\r\n", scan_from)
        if end < 0:
            if len(buffer) > MAX_MESSAGE:
                raise RemoteProtocolError(f"message longer than {MAX_MESSAGE} bytes")
            return []
        complete = bytes(buffer[:end])
        del buffer[: end + 4]
        # cut first, decode after: a character split by TCP is whole again here
        return [
            Message(text)
            for text in complete.decode("utf-8", "replace").split("\r\n\r\n")
            if text.strip("\r\n")
        ]

    def _take_banner(self) -> bool:
        line, found, _ = self._buffer.partition(b"\r\n")
        if not found:
            if len(self._buffer) > MAX_BANNER or not _may_be_banner(self._buffer):
                raise RemoteProtocolError(f"not an AMI server: {bytes(line[:40])!r}")
            return False
        if not line.startswith(_BANNER):
            raise RemoteProtocolError(f"not an AMI server: {bytes(line[:40])!r}")
        self.banner = line.decode("ascii", "replace")
        del self._buffer[: len(line) + 2]
        return True


_BANNER = b"Asterisk Call Manager/"


def _may_be_banner(start: bytes | bytearray) -> bool:
    return _BANNER.startswith(start) or start.startswith(_BANNER)


def encode_action(name: str, headers: Headers) -> bytes:
    """Serialise one action. Raises LocalProtocolError for what AMI cannot carry."""
    pairs = [("Action", name), *headers]
    if len(pairs) > MAX_HEADERS:
        raise LocalProtocolError(f"{name} has more than {MAX_HEADERS} headers")
    lines = []
    for key, value in pairs:
        line = f"{key}: {value}"
        # \0 ends a string in Asterisk; CR or LF would start another header
        if any(c in line for c in "\r\n\0") or ":" in key:
            raise LocalProtocolError(f"line break in a header of {name}")
        try:
            encoded = line.encode()
        except UnicodeEncodeError as error:  # half a character, say of a command line
            raise LocalProtocolError(f"no text in a header of {name}") from error
        if len(encoded) > MAX_LINE:
            raise LocalProtocolError(f"header {key} of {name} is longer than {MAX_LINE} bytes")
        lines.append(encoded)
    return b"\r\n".join(lines) + b"\r\n\r\n"


def redacted(headers: Headers) -> str:
    """Return headers as one line for logs, without their secrets."""
    return ", ".join(f"{k}: {'***' if is_secret(k, v) else v}" for k, v in headers)


def is_secret(header: str, value: str) -> bool:
    """Tell whether this must not be written down: a login, or a line of ``manager.conf``."""
    return header.lower() in SECRET_HEADERS or value[:8].lower().startswith(("secret=", "secret "))
