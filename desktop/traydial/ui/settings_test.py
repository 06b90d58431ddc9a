"""The connection test of the settings: green and red lines as they come, and what helps."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from traydial.domain.errors import DesktopError
from traydial.domain.language import tr
from traydial.domain.settings import Settings
from traydial.ui import look
from traydial.ui.actions import Actions, Check
from traydial.ui.check_line import CheckLine
from traydial.ui.errands import Errand, Errands
from traydial.ui.look import GROUP
from traydial.ui.settings_fields import label_width
from traydial.ui.widgets import Button, Line

Ask = Callable[[], tuple[Settings, str | None] | None]


class ConnectionTest(QWidget):
    """A button and what came of it. ``ask`` returns what to test, or None when it is wrong."""

    trusted = Signal(str)  # this fingerprint
    grown = Signal()

    def __init__(self, actions: Actions, errands: Errands, ask: Ask) -> None:
        super().__init__()
        self._actions, self._errands, self._ask = actions, errands, ask
        self._errand: Errand | None = None
        self.button = Button(tr("Test connection"), "check")
        self.button.clicked.connect(self._clicked)
        self._state = Line(ink=look.secondary_ink)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(GROUP)
        line = QHBoxLayout()
        line.setSpacing(GROUP)
        line.addWidget(self.button)
        line.addWidget(self._state, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(label_width() + GROUP, GROUP, 0, 0)
        column.setSpacing(GROUP)
        column.addLayout(line)
        column.addLayout(self._lines)

    def start(self) -> None:
        """Test what the fields hold."""
        asked = self._ask()
        if asked is None:
            return
        self._clear()
        self.button.say(tr("Stop"), "x")
        self._state.say(tr("Testing…"))
        settings, secret = asked
        errand: Errand | None = None

        def report(check: Check) -> None:
            if self._errand is errand:
                self._report(check)

        def failed(error: DesktopError) -> None:
            if self._errand is errand:
                self._report(Check(False, tr("Test"), error))
                self._ended(None)

        def done(_: None) -> None:
            if self._errand is errand:
                self._ended(None)

        errand = self._errand = self._errands.run(
            self._actions.test_connection(settings, secret, report), failed, done
        )

    def stop(self) -> None:
        """Call a test under way off."""
        if self._errand is not None:
            errand, self._errand = self._errand, None
            errand.call_off()
            self._state.say(tr("Stopped"))
            self.button.say(tr("Test connection"), "check")

    def _clicked(self) -> None:
        if self._errand is None:
            self.start()
        else:
            self.stop()

    def _ended(self, _: object) -> None:
        self._errand = None
        self._state.say("")
        self.button.say(tr("Test again"), "rotate-cw")

    def _report(self, check: Check) -> None:
        line = CheckLine(check)
        line.trusted.connect(self._trust)
        self._lines.addWidget(line)
        self.grown.emit()

    def _trust(self, fingerprint: str) -> None:
        self.trusted.emit(fingerprint)
        self.start()  # one sees at once whether it helps

    def _clear(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
