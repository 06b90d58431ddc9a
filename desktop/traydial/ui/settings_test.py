"""The connection test of the settings: green and red lines as they come, and what helps."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from traydial.domain.errors import CertificateFault, CertificateNotTrusted, DesktopError
from traydial.domain.settings import Settings
from traydial.ui import look
from traydial.ui.actions import Actions, Check, Grade
from traydial.ui.errands import Errand, Errands
from traydial.ui.look import GROUP, SMALL, TIGHT
from traydial.ui.meaning import Meaning
from traydial.ui.notes import Note, Paragraph, ink_of
from traydial.ui.settings_fields import LABELS
from traydial.ui.widgets import Button, Line, Picture

Ask = Callable[[], tuple[Settings, str | None] | None]


class ConnectionTest(QWidget):
    """A button and what came of it. ``ask`` returns what to test, or None when it is wrong."""

    trusted = Signal(str)  # this fingerprint
    grown = Signal()

    def __init__(self, actions: Actions, errands: Errands, ask: Ask) -> None:
        super().__init__()
        self._actions, self._errands, self._ask = actions, errands, ask
        self._errand: Errand | None = None
        self.button = Button("Test connection", "check")
        self.button.clicked.connect(self._clicked)
        self._state = Line(ink=look.secondary_ink)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(GROUP)
        line = QHBoxLayout()
        line.setSpacing(GROUP)
        line.addWidget(self.button)
        line.addWidget(self._state, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(LABELS + GROUP, GROUP, 0, 0)
        column.setSpacing(GROUP)
        column.addLayout(line)
        column.addLayout(self._lines)

    def start(self) -> None:
        """Test what the fields hold."""
        asked = self._ask()
        if asked is None:
            return
        self._clear()
        self.button.say("Stop", "x")
        self._state.say("Testing…")
        settings, secret = asked
        errand: Errand | None = None

        def report(check: Check) -> None:
            if self._errand is errand:
                self._report(check)

        def failed(error: DesktopError) -> None:
            if self._errand is errand:
                self._report(Check(False, "Test", error))
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
            self._state.say("Stopped")
            self.button.say("Test connection", "check")

    def _clicked(self) -> None:
        if self._errand is None:
            self.start()
        else:
            self.stop()

    def _ended(self, _: object) -> None:
        self._errand = None
        self._state.say("")
        self.button.say("Test again", "rotate-cw")

    def _report(self, check: Check) -> None:
        line = _CheckLine(check)
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


_LIGHTS = {
    Grade.GREEN: ("check", Meaning.GO, "works"),
    Grade.AMBER: ("circle-alert", Meaning.ATTENTION, "worth a look"),
    Grade.RED: ("x", Meaning.END, "does not work"),
}


class _CheckLine(QWidget):
    trusted = Signal(str)

    def __init__(self, check: Check) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        icon, meaning, told = _LIGHTS[check.grade]
        head = QHBoxLayout()
        head.setSpacing(GROUP)
        head.addWidget(Picture(icon, ink_of(meaning)))
        head.addWidget(Line(check.what, strong=not check.ok), 1)
        column.addLayout(head)
        self.setAccessibleName(f"{check.what}: {told}")
        words = None if check.ok else check.explained
        if words is not None:
            indented = QVBoxLayout()
            indented.setContentsMargins(SMALL + GROUP, 0, 0, 0)
            indented.setSpacing(TIGHT)
            column.addLayout(indented)
            note = Note(pictured=False)
            note.show_words(words, meaning)
            indented.addWidget(note)
            if isinstance(check.error, CertificateNotTrusted) and _may_be_trusted(check.error):
                self._offer_trust(check.error.fingerprint, indented)

    def _offer_trust(self, fingerprint: str, column: QVBoxLayout) -> None:
        self._fingerprint = fingerprint
        text = Paragraph(f"SHA-256 {fingerprint.replace(':', ' ')}")
        text.setFont(look.fixed(text.font()))
        column.addWidget(text)
        row = QHBoxLayout()
        button = Button("Trust this certificate", "lock")
        button.clicked.connect(self._trust)
        row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)

    def _trust(self) -> None:
        self.trusted.emit(self._fingerprint)


def _may_be_trusted(error: CertificateNotTrusted) -> bool:
    return bool(error.fingerprint) and error.fault is not CertificateFault.CA_FILE
