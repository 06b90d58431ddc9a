"""Where to send calls: which of them, and to whom. Enter forwards, Esc closes."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCursor, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout

from traydial.domain.connection import Connection
from traydial.domain.diversions import Diversions, Forward
from traydial.domain.errors import DesktopError
from traydial.domain.language import tr
from traydial.domain.presence import Colleagues
from traydial.domain.privileges import Ability
from traydial.ui import look
from traydial.ui.actions import Actions
from traydial.ui.choice import Choice
from traydial.ui.entry_presenter import Reading
from traydial.ui.errands import Errands, Start
from traydial.ui.floating import Floating
from traydial.ui.look import GROUP, SECTION
from traydial.ui.notes import Note
from traydial.ui.number_entry import NumberEntry
from traydial.ui.places import centred
from traydial.ui.widgets import Button, Line
from traydial.ui.words import FORWARDS, ability_why_not, forward_words, forwards_hint

WIDTH = 520


class ForwardBox(Floating):
    """A radio button for each kind of call, where those go now, and a field for a number."""

    over = Signal()

    def __init__(
        self,
        actions: Actions,
        start: Start,
        otherwise: Callable[[DesktopError], None],
        written: Callable[[str], str],
        who: Callable[[str], str],
        extension: str,
    ) -> None:
        super().__init__(WIDTH, take_focus=True, margin=SECTION)
        self._actions, self._who = actions, who
        self._errands = Errands(start, otherwise)
        self._diversions, self._why_not = Diversions(), ""
        self.setWindowTitle(tr("Forward calls"))
        self.setAccessibleName(tr("Forward calls"))
        self.kinds = {when: Choice(tr(words)) for when, words in FORWARDS.items()}
        kinds = QHBoxLayout()
        kinds.setSpacing(SECTION)
        for radio in self.kinds.values():
            radio.clicked.connect(self._kind_picked)
            kinds.addWidget(radio)
        kinds.addStretch(1)
        self.kinds[Forward.ALWAYS].setChecked(True)
        self.now = Line(ink=look.secondary_ink)
        self.stop = Button(tr("Stop forwarding"), "x")
        self.stop.clicked.connect(self._stop)
        state = QHBoxLayout()
        state.setSpacing(GROUP)
        state.addWidget(self.now, 1)
        state.addWidget(self.stop)
        self.entry = NumberEntry(
            actions,
            written,
            self._hint,
            tr("Enter forwards, Esc closes"),
            verb=tr("Forward"),
            icon="phone-forwarded",
            factor=1.15,
            without=extension,
        )
        self.note = Note()
        self.body.setSpacing(GROUP)
        self.body.addWidget(Line(tr("Forward calls"), strong=True))
        self.body.addLayout(kinds)
        self.body.addLayout(state)
        self.body.addWidget(self.entry)
        self.body.addWidget(self.note)
        self.entry.chosen.connect(self._chosen)
        self.entry.edited.connect(self.note.clear)
        self.entry.resized.connect(self.fit)
        self.entry.given_up.connect(self.over)

    @property
    def when(self) -> Forward:
        """Which calls are meant."""
        return next(when for when, radio in self.kinds.items() if radio.isChecked())

    def diversions_changed(self, diversions: Diversions) -> None:
        """Take what is forwarded now."""
        self._diversions = diversions
        for when, radio in self.kinds.items():
            radio.setVisible(when in diversions.forwards)
        offered = [self.kinds[when] for when in self.kinds if when in diversions.forwards]
        if offered and not any(radio.isChecked() for radio in offered):
            offered[0].setChecked(True)
        self._show_now()

    def connection_changed(self, connection: Connection) -> None:
        """Take the link as it is now."""
        by_codes = self._diversions.by_codes and connection.may(Ability.DIAL)
        self._why_not = "" if by_codes else ability_why_not(connection, Ability.DIVERT)
        self.entry.set_why_not(self._why_not)
        self.stop.set_allowed(self._why_not)

    def colleagues_changed(self, colleagues: Colleagues) -> None:
        """Take what colleagues' phones do now."""
        self.entry.set_colleagues(colleagues)

    def choose_active(self) -> None:
        """Begin with what is forwarded already."""
        for when in self._diversions.active:
            self.kinds[when].setChecked(True)
            self._show_now()
            return

    def open(self) -> None:
        """Come up with the field ready for typing."""
        screen = QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()
        self.put(centred(screen.availableGeometry(), self.fit()))
        self.show()
        self.raise_()
        self.activateWindow()
        self.entry.field.setFocus()

    def end(self) -> None:
        """Go away for good."""
        self._errands.end()
        self.hide()
        self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.over.emit()
        else:
            super().keyPressEvent(event)

    def _kind_picked(self, checked: bool = False) -> None:
        self.note.clear()
        self.entry.set_why_not(self._why_not)  # the hint tells of the kind, too
        self._show_now()

    def _show_now(self) -> None:
        target = self._diversions.active.get(self.when, "")
        self.now.say(
            forward_words(self.when, self._who(target)) if target else tr("Not forwarded now")
        )
        self.stop.setVisible(bool(target))
        self.fit()

    def _hint(self, reading: Reading) -> str:
        who = f"{reading.name}, {reading.shown}" if reading.name else reading.shown
        return forwards_hint(self.when, who)

    def _chosen(self, target: str) -> None:
        self._run(target)

    def _stop(self, checked: bool = False) -> None:
        self._run("")

    def _run(self, target: str) -> None:
        self.entry.set_busy(True)
        self.note.clear()
        self.fit()
        self._errands.run(self._actions.forward(self.when, target), self._failed, self._done)

    def _done(self, _: object) -> None:
        self.over.emit()  # the tray shows it from here on

    def _failed(self, error: DesktopError) -> None:
        self.entry.set_busy(False)
        self.note.explain(error)
        self.entry.field.selectAll()
        self.fit()
