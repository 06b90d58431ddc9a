"""Ties do not disturb and forwarding together: the tray's entries, the box, what is done."""

from collections.abc import Callable

from traydial.domain.connection import Connection
from traydial.domain.diversions import Diversions, Forward
from traydial.domain.errors import DesktopError
from traydial.domain.presence import Colleagues
from traydial.ui.actions import Actions
from traydial.ui.errands import Errands, Start
from traydial.ui.forward_box import ForwardBox
from traydial.ui.tray import Tray


class Forwarding:
    """``box`` is the one that is open, if any."""

    def __init__(
        self,
        actions: Actions,
        start: Start,
        say: Callable[[DesktopError], None],
        written: Callable[[str], str],
        who: Callable[[str], str],
        tray: Tray,
    ) -> None:
        self._actions, self._start, self._say = actions, start, say
        self._written, self._who, self._tray = written, who, tray
        self._errands = Errands(start, say)
        self._diversions, self._connection = Diversions(), Connection()
        self._colleagues: Colleagues = {}
        self._extension, self._closed = "", False
        self.box: ForwardBox | None = None
        tray.states.disturb_not.connect(self._set_do_not_disturb)
        tray.states.forward.connect(self.open)
        tray.states.stop.connect(self._stop)

    def open(self) -> None:
        """Ask where calls are to go, or bring the question to the front."""
        if self._closed or not self._diversions.forwards:
            return
        if self.box is None:
            self.box = box = ForwardBox(
                self._actions, self._start, self._say, self._written, self._who, self._extension
            )
            box.over.connect(self._close_box)
            box.diversions_changed(self._diversions)
            box.choose_active()
            box.connection_changed(self._connection)
            box.colleagues_changed(self._colleagues)
            self._actions.colleagues_wanted()
        self.box.open()

    def diversions_changed(self, diversions: Diversions) -> None:
        """Take what is set now."""
        self._diversions = diversions
        self._tray.diversions_changed(diversions)
        if self.box is not None and diversions.forwards:
            self.box.diversions_changed(diversions)
            self.box.connection_changed(self._connection)
        else:
            self._close_box()

    def connection_changed(self, connection: Connection) -> None:
        """Take the link as it is now."""
        self._connection = connection
        if self.box is not None:
            self.box.connection_changed(connection)

    def colleagues_changed(self, colleagues: Colleagues) -> None:
        """Take who there is now: entries hold numbers, people are shown."""
        self._colleagues = colleagues
        self._tray.states.changed(self._diversions)
        if self.box is not None:
            self.box.colleagues_changed(colleagues)

    def extension_changed(self, extension: str) -> None:
        """Take the user's own extension."""
        self._extension = extension

    def close(self) -> None:
        """Close the box for good."""
        self._closed = True
        self._errands.end()
        self._close_box()

    def _set_do_not_disturb(self, on: bool) -> None:
        self._errands.run(self._actions.set_do_not_disturb(on), self._say)

    def _stop(self, when: Forward) -> None:
        self._errands.run(self._actions.forward(when, ""), self._say)

    def _close_box(self) -> None:
        if self.box is not None:
            self.box.end()
            self.box = None
