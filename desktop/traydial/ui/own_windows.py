"""The windows of their own, each there at most once: history, settings, set-up, check, offer."""

from collections.abc import Callable, Mapping

from traydial.domain.connection import Connection
from traydial.domain.errors import DesktopError, NoSecret
from traydial.domain.provisioning import Provision
from traydial.domain.settings import Problem, Settings
from traydial.domain.store import Store
from traydial.ui.actions import Actions
from traydial.ui.assistant import Assistant
from traydial.ui.doctor_window import DoctorWindow
from traydial.ui.errands import Start
from traydial.ui.history_window import HistoryWindow
from traydial.ui.provisioning_window import ProvisioningWindow
from traydial.ui.settings_dialog import SettingsDialog


class OwnWindows:
    """Opens them, or brings to the front what is open.

    ``problems`` of the settings are shown until the settings are saved; ``locked`` tells which
    of them an admin has set.
    """

    def __init__(
        self,
        actions: Actions,
        start: Start,
        say: Callable[[DesktopError], None],
        written: Callable[[str], str],
        connection: Store[Connection],
        settings: Store[Settings],
        hotkey_problems: Store[Mapping[str, str]],
        problems: list[Problem],
        locked: Callable[[], frozenset[str]],
    ) -> None:
        self._actions, self._start, self._say, self._written = actions, start, say, written
        self._connection, self._settings = connection, settings
        self._hotkey_problems, self._problems, self._locked = hotkey_problems, problems, locked
        self._closed = False
        self.history: HistoryWindow | None = None
        self.settings_dialog: SettingsDialog | None = None
        self.assistant: Assistant | None = None
        self.doctor: DoctorWindow | None = None
        self.offer: ProvisioningWindow | None = None

    def open_wanting(self) -> None:
        """Open what mends the settings, where something is wrong with them or missing."""
        if any(not problem.layer for problem in self._problems):
            self.open_settings()  # what is wrong elsewhere cannot be mended by who sits here
        elif self._settings.value.missing():
            self.open_assistant()

    def open_history(self, *, missed: bool = False) -> None:
        """Open the calls that were."""
        if self._closed:
            return
        if self.history is None:
            self.history = HistoryWindow(self._actions, self._start, self._say, self._written)
            self.history.over.connect(self._close_history)
            self.history.connection_changed(self._connection.value)
        self.history.open(missed=missed)

    def open_doctor(self) -> None:
        """Look at everything."""
        if self._closed:
            return
        if self.doctor is None:
            self.doctor = DoctorWindow(self._actions, self._start, self._say)
            self.doctor.over.connect(self._close_doctor)
        self.doctor.open()

    def open_settings(self) -> None:
        """Open the settings."""
        if self._closed:
            return
        if self.settings_dialog is None:
            self.settings_dialog = SettingsDialog(
                self._actions,
                self._start,
                self._say,
                self._settings.value,
                self._problems,
                has_password=self._has_password(),
                locked=self._locked(),
            )
            self.settings_dialog.over.connect(self._close_settings)
            self.settings_dialog.saved.connect(self._problems_solved)
            self.settings_dialog.show_hotkey_problems(self._hotkey_problems.value)
        self.settings_dialog.open()

    def open_assistant(self) -> None:
        """Open what leads to the first call."""
        if self._closed:
            return
        if self.assistant is None:
            self.assistant = Assistant(
                self._actions,
                self._start,
                self._say,
                self._settings.value,
                has_password=self._has_password(),
                locked=self._locked(),
            )
            self.assistant.over.connect(self._close_assistant)
            self.assistant.file.connect(self._actions.take_settings_file)
        self.assistant.open()

    def open_provision(self, provision: Provision) -> None:
        """Show what a file with settings would change, in place of what another one would."""
        if self._closed:
            return
        self._close_offer()
        self.offer = ProvisioningWindow(
            self._actions, self._start, self._say, provision, lambda: self._settings.value
        )
        self.offer.over.connect(self._close_offer)
        self.offer.imported.connect(self._imported)
        self.offer.open()

    def history_changed(self) -> None:
        """Show what the history has now."""
        if self.history is not None:
            self.history.changed()

    def connection_changed(self, connection: Connection) -> None:
        """Take the link as it is now."""
        if self.history is not None:
            self.history.connection_changed(connection)

    def close(self) -> None:
        """Close all of them; none is opened any more."""
        self._closed = True
        self._close_history()
        self._close_doctor()
        self._close_settings()
        self._close_assistant()
        self._close_offer()

    def _close_history(self) -> None:
        if self.history is not None:
            window, self.history = self.history, None
            window.end()

    def _close_doctor(self) -> None:
        if self.doctor is not None:
            window, self.doctor = self.doctor, None
            window.end()

    def _close_settings(self) -> None:
        if self.settings_dialog is not None:
            window, self.settings_dialog = self.settings_dialog, None
            window.end()

    def _close_assistant(self) -> None:
        if self.assistant is not None:
            window, self.assistant = self.assistant, None
            window.end()

    def _close_offer(self) -> None:
        if self.offer is not None:
            window, self.offer = self.offer, None
            window.end()

    def _imported(self) -> None:
        """Let no window go on that would write the settings of before."""
        self._close_settings()
        asked = self.assistant is not None
        self._close_assistant()
        if asked:
            self.open_assistant()  # for the password and the rest

    def _problems_solved(self) -> None:
        self._problems = []

    def _has_password(self) -> bool:
        without = isinstance(self._connection.value.problem, NoSecret)
        return bool(self._settings.value.pbx.username) and not without
