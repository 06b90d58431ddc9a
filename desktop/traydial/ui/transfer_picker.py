"""Asks whom to give a call to, and how; the call's card stays in sight beside it."""

from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout

from traydial.domain.calls import Call
from traydial.domain.connection import Connection
from traydial.domain.errors import DesktopError, TargetAway, TargetEngaged
from traydial.domain.language import tr
from traydial.domain.plain_text import safe_text
from traydial.domain.presence import Colleagues
from traydial.domain.privileges import Ability
from traydial.ui.actions import Actions
from traydial.ui.entry_presenter import Reading
from traydial.ui.errands import Start
from traydial.ui.error_words import error_words
from traydial.ui.look import GROUP
from traydial.ui.meaning import Meaning
from traydial.ui.note_line import NoteLine
from traydial.ui.notes import Note
from traydial.ui.number_entry import NumberEntry
from traydial.ui.side_card import SideCard
from traydial.ui.transfer_ways import (
    ICONS,
    KEYS,
    Way,
    hint,
    idle_hint,
    needs_target,
    way_why_not,
    ways,
)
from traydial.ui.widgets import Button, Line

WIDTH = 440
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WITH_CTRL = {Qt.Key.Key_M: Way.VOICEMAIL, Qt.Key.Key_P: Way.PARK}


class TransferPicker(SideCard):
    """A field that has the focus, because somebody asked for it, and a button for each way.

    A click on somebody chooses them; only a double click sends the caller off at once.
    """

    def __init__(
        self,
        call: Call,
        card: QRect,
        actions: Actions,
        start: Start,
        otherwise: Callable[[DesktopError], None],
        written: Callable[[str], str],
        *,
        voicemail: bool = False,
        notes: bool = False,
    ) -> None:
        self._ways = ways(call, voicemail=voicemail)
        who = safe_text(call.name) or safe_text(written(call.number), 40) or tr("this call")
        title = tr("Transfer {who} to") if call.talking else tr("Divert {who} to")
        title = title.format(who=who)
        super().__init__(WIDTH, title, call, card, actions, start, otherwise)
        self._connection, self._busy = Connection(), False
        self._warned_of = ""  # who talks or is away: once more transfers anyway
        self.entry = NumberEntry(
            actions,
            written,
            self._hint,
            idle_hint(self._ways),
            verb=tr(self._ways[0].value),
            icon="search",
            factor=1.15,
            without=call.number,
            click_takes=False,
        )
        self.entry.ask_sources(self._errands)
        self.entry.hint.setMinimumHeight(self.entry.hint.sizeHint().height())
        self.note = Note()
        self.body.addWidget(Line(title, strong=True))
        self.body.addWidget(self.entry)
        self.line = NoteLine()
        self.line.hide()
        self.line.entered.connect(self.entry.accept)
        self._notes = notes
        self.body.addWidget(self.line)
        self.body.addWidget(self.note)
        self.buttons = {way: self._button(way) for way in self._ways}
        row = QHBoxLayout()
        row.setSpacing(GROUP)
        for way, button in self.buttons.items():
            if way is Way.PARK:  # with nobody chosen, and apart from what wants somebody
                row.addStretch(1)
            row.addWidget(button)
        if Way.PARK not in self.buttons:
            row.addStretch(1)
        self.body.addLayout(row)
        self.entry.aimed.connect(self._show_allowed)
        self.entry.chosen.connect(self._chosen)
        self.entry.edited.connect(self._forget_error)
        self.entry.resized.connect(self._settle)
        self.entry.given_up.connect(self.over)
        self._show_allowed()
        self._settle()

    def connection_changed(self, connection: Connection) -> None:
        """Take the link as it is now."""
        self._connection = connection
        self.entry.set_why_not(way_why_not(connection, self._ways[0]))
        self.line.setVisible(self._notes and connection.may(Ability.NOTE))
        self._settle()
        self._show_allowed()

    def colleagues_changed(self, colleagues: Colleagues) -> None:
        """Take what colleagues' phones do now."""
        self.entry.set_colleagues(colleagues)

    def open(self) -> None:
        """Come up with the field ready for typing."""
        self.open_at(self.entry.field)

    def go(self, way: Way, _: bool = False) -> None:
        """Do it with whoever is chosen; nothing where it cannot be done."""
        if self._why_not(way) or way not in self.buttons:
            return
        self._busy = True
        self.entry.set_busy(True)
        self.note.clear()
        self._show_allowed()
        self._settle()
        self._errands.run(self._work(way, self.entry.target()), self._failed, self._done)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        way = Way.ASK if key in _ENTER else _WITH_CTRL.get(key)
        if way is not None and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.go(way)
        elif key is Qt.Key.Key_Escape:
            self.over.emit()
        else:
            super().keyPressEvent(event)

    def _button(self, way: Way) -> Button:
        if way is self._ways[0]:
            button = self.entry.go  # it stands with the others here
            button.say(tr(way.value), ICONS[way])
        else:
            button = Button(tr(way.value), ICONS[way])
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(partial(self.go, way))
        button.set_tip(tr(KEYS[way]))
        return button

    def _why_not(self, way: Way) -> str:
        if self._busy:
            return tr("One moment.")
        if why_not := way_why_not(self._connection, way):
            return why_not
        return "" if self.entry.target() or not needs_target(way) else tr("Choose somebody first.")

    def _show_allowed(self) -> None:
        for way, button in self.buttons.items():
            button.set_allowed(self._why_not(way))

    def _hint(self, reading: Reading) -> str:
        to = f"{reading.name}, {reading.shown}" if reading.name else reading.shown
        return hint(self._ways[0], to)

    def _work(self, way: Way, target: str) -> Coroutine[Any, Any, Any]:
        note = self.line.text()
        match way:
            case Way.ASK:
                return self._actions.consult(self.key, target, note=note)
            case Way.VOICEMAIL:
                return self._actions.to_voicemail(self.key, target)
            case Way.PARK:
                return self._actions.park(self.key)
            case _:
                anyway = target == self._warned_of
                return self._actions.transfer(self.key, target, anyway=anyway, note=note)

    def _chosen(self, _: str) -> None:
        self.go(self._ways[0])

    def _done(self, _: object) -> None:
        self.over.emit()

    def _failed(self, error: DesktopError) -> None:
        self._busy = False
        self.entry.set_busy(False)
        self._show_allowed()
        if isinstance(error, TargetEngaged | TargetAway):
            self._warned_of = error.number
            self.note.show_words(error_words(error), Meaning.ATTENTION)
        else:
            self._warned_of = ""
            self.note.explain(error)
        self.entry.field.selectAll()
        self._settle()

    def _forget_error(self) -> None:
        self._warned_of = ""
        self.note.clear()
