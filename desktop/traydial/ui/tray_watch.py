"""Waits for a tray to put the icon in; where none comes, a small window stands for it."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QSystemTrayIcon

from traydial.domain.connection import Connection
from traydial.domain.settings import Settings
from traydial.domain.store import Store
from traydial.ui.trayless_window import TraylessWindow

# a panel may start long after us at login; else it is there, or there is none
TRAY_WITHIN_MS = {True: 60_000, False: 3_000}
LOOK_FOR_TRAY_MS = 5_000


class TrayWatch:
    """Looks for the tray until there is one. ``make`` makes the window."""

    def __init__(
        self,
        make: Callable[[], TraylessWindow],
        connection: Store[Connection],
        settings: Store[Settings],
    ) -> None:
        self._make, self._connection, self._settings = make, connection, settings
        self.window: TraylessWindow | None = None
        self.timer = QTimer()
        self.timer.timeout.connect(self._look)

    def has_tray(self) -> bool:
        """Tell whether the icon can be seen."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    def start(self, *, at_login: bool) -> None:
        """Begin; at login the desktop itself is starting too."""
        if not self.has_tray():
            self.timer.start(TRAY_WITHIN_MS[at_login])

    def state_changed(self) -> None:
        """Show in the window what the icon would tell."""
        if self.window is not None:
            extension = self._settings.value.phone.extension
            self.window.show_state(self._connection.value, extension)

    def close(self) -> None:
        """Look no more, and take the window away."""
        self.timer.stop()
        if self.window is not None:
            window, self.window = self.window, None
            window.end()

    def _look(self) -> None:
        if self.has_tray():  # a panel has come
            self.close()
        elif self.window is None:
            self.timer.start(LOOK_FOR_TRAY_MS)
            self.window = self._make()
            self.state_changed()
            self.window.show()
