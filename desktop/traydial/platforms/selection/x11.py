"""The selections of X11, read in a thread on a connection of its own.

Not by QClipboard: with an owner that hangs it stops the whole interface for seconds.
"""

import asyncio
import codecs
import contextlib
import select
import socket
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from traydial.domain.errors import SelectionFault, SelectionUnreadable

if TYPE_CHECKING:
    from Xlib.display import Display

_CHARACTERS = 2000
_WITHIN_S = 0.3
_GRACE_S = 0.03  # for the thread to give up by itself, which closes the connection
_ENOUGH_BYTES = 4 * _CHARACTERS
_ENCODINGS = {"UTF8_STRING": "utf-8", "STRING": "latin-1"}


class X11Selection:
    """``display_name`` as in DISPLAY; ``name`` is PRIMARY or CLIPBOARD."""

    why_not = ""

    def __init__(
        self, display_name: str, name: str = "PRIMARY", within_s: float = _WITHIN_S
    ) -> None:
        self._display_name, self._name, self._within_s = display_name, name, within_s

    async def read(self) -> str:
        """Return the first 2,000 characters, empty where nothing is selected."""
        made: list[Display] = []
        ends = time.monotonic() + self._within_s
        try:
            async with asyncio.timeout(self._within_s + _GRACE_S):
                return await asyncio.to_thread(_read, self._display_name, self._name, ends, made)
        except TimeoutError:
            raise SelectionUnreadable(SelectionFault.NO_ANSWER) from None
        finally:
            for left in made:  # it waits for the server itself: an error wakes it
                with contextlib.suppress(OSError):
                    left.display.socket.shutdown(socket.SHUT_RDWR)


def _read(display_name: str, name: str, ends: float, made: "list[Display]") -> str:
    from Xlib import display, error

    try:
        connection = display.Display(display_name)
        made.append(connection)
        try:
            return _Reading(connection, ends).text(name)
        finally:
            made.clear()
            connection.close()
    except (error.DisplayError, error.ConnectionClosedError, error.XauthError) as gone:
        why = str(gone)
    # out here, so that the error keeps no half-made connection alive
    raise SelectionUnreadable(SelectionFault.OTHER, why)


class _Reading:
    """Asks the owner once. Raises TimeoutError."""

    def __init__(self, connection: "Display", ends: float) -> None:
        from Xlib import X

        self._connection, self._ends = connection, ends
        self._window = connection.screen().root.create_window(
            0, 0, 1, 1, 0, X.CopyFromParent, event_mask=X.PropertyChangeMask
        )
        self._property = connection.intern_atom("TRAYDIAL_SELECTION")
        self._incremental = connection.intern_atom("INCR")

    def text(self, name: str) -> str:
        selection = self._connection.intern_atom(name)
        if not self._connection.get_selection_owner(selection):
            return ""
        for target, encoding in _ENCODINGS.items():
            data = self._converted(selection, self._connection.intern_atom(target))
            if data is not None:
                # what the limit cut off in the middle of a character is left out
                decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
                return decoder.decode(data)[:_CHARACTERS].rstrip("\r\n\0")
        return ""  # something is selected, but it is no text

    def _converted(self, selection: int, target: int) -> bytes | None:
        """Return what the owner gives, None if it has no such thing."""
        from Xlib import X

        self._window.convert_selection(selection, target, self._property, X.CurrentTime)
        events = self._events()
        for event in events:
            if event.type == X.SelectionNotify and event.target == target:
                break
        if event.property == X.NONE:
            return None
        kind, data, _ = self._take()
        if kind != self._incremental:
            return data
        return self._in_pieces(events)

    def _in_pieces(self, events: Iterator[Any]) -> bytes:
        """Collect what comes bit by bit, as ICCCM calls INCR.

        An owner that is left in the middle may be confused from then on, so the rest is
        let go by, unread, as long as there is time.
        """
        from Xlib import X

        data = b""
        try:
            for event in events:
                if event.type != X.PropertyNotify or event.atom != self._property:
                    continue
                if event.state == X.PropertyNewValue:
                    wanted = max(0, _ENOUGH_BYTES - len(data))
                    _, piece, left = self._take(wanted)
                    data += piece
                    if not piece and not left:
                        break
        except TimeoutError:
            if len(data) < _ENOUGH_BYTES:
                raise
        return data

    def _take(self, wanted: int = _ENOUGH_BYTES) -> tuple[int, bytes, int]:
        """Take so many bytes and drop the rest; return type, bytes and the size of the rest."""
        from Xlib import X

        found = self._window.get_property(
            self._property, X.AnyPropertyType, 0, -(-wanted // 4), delete=True
        )
        if found is None:
            return 0, b"", 0
        if found.bytes_after:  # X deletes only what was read to its end
            self._window.delete_property(self._property)
        data = bytes(found.value) if found.format == 8 else b""
        return found.property_type, data, found.bytes_after

    def _events(self) -> Iterator[Any]:
        """Yield what the server tells. Raises TimeoutError."""
        while True:
            while not self._connection.pending_events():
                left = self._ends - time.monotonic()
                ready, _, _ = select.select([self._connection], [], [], max(0, left))
                if not ready:
                    raise TimeoutError
            yield self._connection.next_event()
