"""Asks whom to give a call to; the call's card stays in sight beside it."""

from collections.abc import Callable

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QGuiApplication

from traydial.domain.calls import Call
from traydial.domain.connection import Connection
from traydial.domain.errors import DesktopError
from traydial.domain.presence import Colleagues
from traydial.domain.privileges import Ability
from traydial.ui.actions import Actions
from traydial.ui.entry_presenter import Reading
from traydial.ui.errands import Errands, Start
from traydial.ui.floating import Floating
from traydial.ui.look import GROUP
from traydial.ui.notes import Note
from traydial.ui.number_entry import NumberEntry
from traydial.ui.places import beside
from traydial.ui.text import safe_text
from traydial.ui.widgets import Line
from traydial.ui.words import ability_why_not

WIDTH = 400


class TransferPicker(Floating):
    """A field that has the focus, because somebody asked for it. Enter transfers now."""

    over = Signal()

    def __init__(
        self,
        call: Call,
        card: QRect,
        actions: Actions,
        start: Start,
        otherwise: Callable[[DesktopError], None],
        written: Callable[[str], str],
    ) -> None:
        super().__init__(WIDTH, take_focus=True)
        self._call, self._card, self._actions = call, card, actions
        self._errands = Errands(start, otherwise)
        self._verb = "Transfer" if call.talking else "Divert"
        who = safe_text(call.name) or safe_text(written(call.number), 40) or "this call"
        title = f"{self._verb} {who} to"
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.entry = NumberEntry(
            actions,
            written,
            self._hint,
            f"Enter {self._verb.lower()}s, Esc closes",
            verb=self._verb,
            icon="search",
            factor=1.15,
            without=call.number,
        )
        self.entry.hint.setMinimumHeight(self.entry.hint.sizeHint().height())
        self.note = Note()
        self.body.addWidget(Line(title, strong=True))
        self.body.addWidget(self.entry)
        self.body.addWidget(self.note)
        self.entry.chosen.connect(self._chosen)
        self.entry.edited.connect(self._forget_error)
        self.entry.resized.connect(self._settle)
        self.entry.given_up.connect(self.over)
        self.body.setSpacing(GROUP)
        self._settle()

    @property
    def key(self) -> str:
        """The key of the call that is to be moved."""
        return self._call.key

    def connection_changed(self, connection: Connection) -> None:
        """Take the link as it is now."""
        self.entry.set_why_not(ability_why_not(connection, Ability.TRANSFER))

    def colleagues_changed(self, colleagues: Colleagues) -> None:
        """Take what colleagues' phones do now."""
        self.entry.set_colleagues(colleagues)

    def card_moved(self, card: QRect) -> None:
        """Stay beside the card."""
        self._card = card
        self._settle()

    def open(self) -> None:
        """Come up with the field ready for typing."""
        self._settle()
        self.show()
        self.raise_()
        self.activateWindow()
        self.entry.field.setFocus()

    def end(self) -> None:
        """Go away for good."""
        self._errands.end()
        self.hide()
        self.deleteLater()

    def _hint(self, reading: Reading) -> str:
        to = f"{reading.name}, {reading.shown}" if reading.name else reading.shown
        return f"{self._verb.lower()}s to {to}"

    def _chosen(self, target: str) -> None:
        self.entry.set_busy(True)
        self.note.clear()
        self._settle()
        self._errands.run(self._actions.transfer(self.key, target), self._failed, self._moved)

    def _moved(self, _: object) -> None:
        self.over.emit()

    def _failed(self, error: DesktopError) -> None:
        self.entry.set_busy(False)
        self.note.explain(error)
        self.entry.field.selectAll()
        self._settle()

    def _forget_error(self) -> None:
        self.note.clear()

    def _settle(self) -> None:
        size = self.fit()
        screen = QGuiApplication.screenAt(self._card.center()) or QGuiApplication.primaryScreen()
        self.put(beside(self._card, size, screen.availableGeometry()))
