"""Asks whom to give a call to; the call's card stays in sight beside it."""

from collections.abc import Callable

from PySide6.QtCore import QRect

from traydial.domain.calls import Call
from traydial.domain.connection import Connection
from traydial.domain.errors import DesktopError
from traydial.domain.presence import Colleagues
from traydial.domain.privileges import Ability
from traydial.ui.actions import Actions
from traydial.ui.entry_presenter import Reading
from traydial.ui.errands import Start
from traydial.ui.notes import Note
from traydial.ui.number_entry import NumberEntry
from traydial.ui.side_card import SideCard
from traydial.ui.text import safe_text
from traydial.ui.widgets import Line
from traydial.ui.words import ability_why_not

WIDTH = 400


class TransferPicker(SideCard):
    """A field that has the focus, because somebody asked for it. Enter transfers now."""

    def __init__(
        self,
        call: Call,
        card: QRect,
        actions: Actions,
        start: Start,
        otherwise: Callable[[DesktopError], None],
        written: Callable[[str], str],
    ) -> None:
        verb = "Transfer" if call.talking else "Divert"
        who = safe_text(call.name) or safe_text(written(call.number), 40) or "this call"
        title = f"{verb} {who} to"
        super().__init__(WIDTH, title, call, card, actions, start, otherwise)
        self._verb = verb
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
        self._settle()

    def connection_changed(self, connection: Connection) -> None:
        """Take the link as it is now."""
        self.entry.set_why_not(ability_why_not(connection, Ability.TRANSFER))

    def colleagues_changed(self, colleagues: Colleagues) -> None:
        """Take what colleagues' phones do now."""
        self.entry.set_colleagues(colleagues)

    def open(self) -> None:
        """Come up with the field ready for typing."""
        self.open_at(self.entry.field)

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
