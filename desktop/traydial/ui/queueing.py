"""Ties the queues to the tray: what was picked there is done, what goes wrong is said."""

from collections.abc import Callable

from traydial.domain.errors import DesktopError
from traydial.domain.queues import Queues
from traydial.domain.settings import Settings
from traydial.ui.actions import Actions
from traydial.ui.errands import Errands, Start
from traydial.ui.tray import Tray


class Queueing:
    """The user's queues in the interface."""

    def __init__(
        self, actions: Actions, start: Start, say: Callable[[DesktopError], None], tray: Tray
    ) -> None:
        self._actions, self._say, self._tray = actions, say, tray
        self._errands = Errands(start, say)
        tray.queues.log_in.connect(self._log_in)
        tray.queues.log_out.connect(self._log_out)
        tray.queues.pause.connect(self._pause)
        tray.queues.go_on.connect(self._go_on)

    def queues_changed(self, queues: Queues) -> None:
        """Take the queues as they are now."""
        self._tray.queues_changed(queues)

    def settings_changed(self, settings: Settings) -> None:
        """Take the reasons to pause."""
        self._tray.queues.reasons_changed(settings.queues.pause_reasons)

    def close(self) -> None:
        """Bring nothing to the tray any more."""
        self._errands.end()

    def _log_in(self, name: str) -> None:
        self._errands.run(self._actions.log_in_to_queue(name), self._say)

    def _log_out(self, name: str) -> None:
        self._errands.run(self._actions.log_out_of_queue(name), self._say)

    def _pause(self, name: str, reason: str) -> None:
        self._errands.run(self._actions.pause_queue(name, True, reason), self._say)

    def _go_on(self, name: str) -> None:
        self._errands.run(self._actions.pause_queue(name, False), self._say)
