"""What passed between the program and the PBX lately, kept in memory in case something is odd."""

import marshal
import time
import zlib
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from traydial.ami.trace import Logins, Said, without_secrets

BLOCK = 1 << 16  # characters; compressing that many takes a millisecond
MOST_BYTES = 2 << 20  # compressed: about 20,000 messages
HEAD_S = 15.0  # what is learnt at login is kept longer than the rest


@dataclass(slots=True)
class _Block:
    began: float
    data: bytes
    is_head: bool


class Recent:
    """A trace (``ami.trace``) of bounded size; passwords are left out as it goes.

    The oldest goes first, except for the seconds after the last login: without what was
    read there nothing later is understood.
    """

    def __init__(self, clock: Callable[[], float] = time.time, most: int = MOST_BYTES) -> None:
        self._clock, self._most = clock, most
        self._blocks: deque[_Block] = deque()
        self._open: list[tuple[bool, float, str]] = []
        self._room = BLOCK
        self._bytes = 0
        self._login = 0.0
        self._logins = Logins()
        self._gap = False

    def __call__(self, sent: bool, text: str) -> None:
        """Keep one message; the hottest line but one of the program."""
        now = self._clock()
        if sent:
            text = without_secrets(text)
            self._sent(text, now)
        self._open.append((sent, now, text))  # a Said takes longer to make
        self._room -= len(text)
        if self._room <= 0:
            self._seal()

    def messages(self) -> Iterator[Said | None]:
        """Return all that is kept, oldest first; None stands where something is missing."""
        was_head = True
        for block in [*self._blocks]:
            if self._gap and was_head and not block.is_head:
                yield None
            was_head = block.is_head
            yield from (Said(*one) for one in _unpacked(block.data))
        if self._gap and was_head:
            yield None
        yield from [Said(*one) for one in self._open]

    def _sent(self, text: str, now: float) -> None:
        if self._logins.begins(text):
            self._seal()
            for block in self._blocks:
                block.is_head = False
            self._login = now

    def _seal(self) -> None:
        if not self._open:
            return
        began = self._open[0][1]
        data = zlib.compress(marshal.dumps(self._open), 1)
        self._open, self._room = [], BLOCK
        is_head = 0 <= began - self._login < HEAD_S and len(data) + self._head() < self._most // 2
        self._blocks.append(_Block(began, data, is_head))
        self._bytes += len(data)
        while self._bytes > self._most:
            oldest = next(block for block in self._blocks if not block.is_head)
            self._blocks.remove(oldest)
            self._bytes -= len(oldest.data)
            self._gap = True

    def _head(self) -> int:
        return sum(len(block.data) for block in self._blocks if block.is_head)


def _unpacked(data: bytes) -> list[tuple[bool, float, str]]:
    block: list[tuple[bool, float, str]] = marshal.loads(zlib.decompress(data))  # noqa: S302 - ours
    return block
