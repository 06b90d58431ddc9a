"""The doctor as a window: what works, what does not, and what helps, as it is found out."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from traydial.domain.errors import DesktopError
from traydial.domain.language import tr
from traydial.ui import look
from traydial.ui.actions import Actions, Check
from traydial.ui.check_line import CheckLine
from traydial.ui.doctor_words import check_text, verdict
from traydial.ui.errands import Errand, Errands, Start
from traydial.ui.look import EDGE, GROUP, SECTION
from traydial.ui.widgets import Button, Line
from traydial.ui.window import Window

SIZE = (640, 620)
COPIED_MS = 1500


class DoctorWindow(Window):
    """A window of its own, not modal: calls go on meanwhile. ``over`` says that it was closed."""

    over = Signal()

    def __init__(
        self, actions: Actions, start: Start, otherwise: Callable[[DesktopError], None]
    ) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setWindowTitle(tr("Check the connection"))
        self.setAccessibleName(tr("Check the connection"))
        self.resize(look.window_size(*SIZE))
        self._actions, self._errands = actions, Errands(start, otherwise)
        self._errand: Errand | None = None
        self._busy: object | None = None  # which look at everything is under way
        self._checks: list[Check] = []
        self.verdict = Line(strong=True)
        self.again = Button(tr("Check again"), "rotate-cw")
        self.again.set_tip(tr("Look at everything once more (F5)"))
        self.copy = Button(tr("Copy report"), "copy")
        self.copy.set_tip(tr("Copy all lines as text, without passwords (Ctrl+C)"))
        self._back = QTimer(self)
        self._back.setSingleShot(True)
        self._back.setInterval(COPIED_MS)
        self._back.timeout.connect(lambda: self.copy.say(tr("Copy report"), "copy"))
        self._lay_out()
        self.again.clicked.connect(self._again)
        self.copy.clicked.connect(self._copy)
        QShortcut(QKeySequence("F5"), self).activated.connect(self._start)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self).activated.connect(self._copy)

    def open(self) -> None:
        """Come up and look, or come to the front."""
        if not self.isVisible():
            self._start()
        self.show()
        self.raise_()
        self.activateWindow()

    def end(self) -> None:
        """Go away for good."""
        self._stop()
        self._back.stop()
        self._errands.end()
        self.hide()
        self.deleteLater()

    @property
    def report(self) -> str:
        """All lines as text."""
        return "\n".join([verdict(self._checks), "", *map(check_text, self._checks), ""])

    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()
        self.over.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    # -- within ---------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        page = QWidget()
        rows = QVBoxLayout(page)
        rows.setContentsMargins(0, 0, GROUP, 0)
        rows.setSpacing(GROUP)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(GROUP)
        rows.addLayout(self._lines)
        rows.addStretch(1)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName(tr("Checks"))
        self._area.setWidget(page)
        foot = QHBoxLayout()
        foot.setSpacing(GROUP)
        foot.addWidget(self.again)
        foot.addStretch(1)
        foot.addWidget(self.copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(SECTION, SECTION, SECTION, EDGE)
        column.setSpacing(SECTION)
        column.addWidget(self.verdict)
        column.addWidget(self._area, 1)
        column.addLayout(foot)

    def _again(self) -> None:
        if self._busy is None:
            self._start()
        else:
            self._stop()

    def _start(self) -> None:
        self._stop()
        self._checks.clear()
        while (item := self._lines.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.verdict.say(tr("Checking…"))
        self.again.say(tr("Stop"), "x")
        self.copy.set_allowed(tr("Nothing has been checked yet."))
        self._busy = busy = object()

        def report(check: Check) -> None:
            if self._busy is busy:
                self._add(check)

        def failed(error: DesktopError) -> None:
            if self._busy is busy:
                self._add(Check(False, tr("Check"), error))
                self._ended("")

        def done(_: None) -> None:
            if self._busy is busy:
                self._ended("")

        self._errand = self._errands.run(self._actions.examine(report), failed, done)

    def _stop(self) -> None:
        if self._busy is not None:
            if self._errand is not None:
                self._errand.call_off()
            self._ended(tr("Stopped.") + " ")

    def _ended(self, how: str) -> None:
        self._busy = self._errand = None
        self.verdict.say(f"{how}{verdict(self._checks)}")
        self.again.say(tr("Check again"), "rotate-cw")

    def _add(self, check: Check) -> None:
        self._checks.append(check)
        self._lines.addWidget(CheckLine(check, trusts=False))
        self.copy.set_allowed("")

    def _copy(self) -> None:
        if self._checks:
            QGuiApplication.clipboard().setText(self.report)
            self.copy.say(tr("Copied"), "check")
            self._back.start()
