"""Keys for voice menus: twelve buttons, the keyboard, and what was sent so far."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from traydial.domain.calls import Call
from traydial.domain.connection import Connection
from traydial.domain.errors import DesktopError
from traydial.domain.language import tr
from traydial.domain.plain_text import safe_text
from traydial.domain.privileges import Ability
from traydial.ui import look
from traydial.ui.actions import Actions
from traydial.ui.digit_offer import DigitOffer
from traydial.ui.errands import Start
from traydial.ui.look import TIGHT
from traydial.ui.notes import Note
from traydial.ui.side_card import SideCard
from traydial.ui.widgets import Button, Line
from traydial.ui.words import ability_why_not

WIDTH = 220
KEYS = ("123", "456", "789", "*0#")
SHOWN = 18  # the last digits; more do not fit


class Keypad(SideCard):
    """Has the focus, because somebody asked for it. Esc closes, Enter sends what is offered."""

    def __init__(
        self,
        call: Call,
        card: QRect,
        actions: Actions,
        start: Start,
        otherwise: Callable[[DesktopError], None],
    ) -> None:
        who = safe_text(call.name) or tr("this call")
        super().__init__(
            WIDTH, tr("Keypad for {who}", who=who), call, card, actions, start, otherwise
        )
        self.sent = ""
        self.line = Line("", factor=1.5, strong=True)
        self.line.setAlignment(Qt.AlignmentFlag.AlignCenter)
        hide = Button(tr("Close"), "x", bare=True)
        hide.clicked.connect(self.over)
        head = QHBoxLayout()
        head.addWidget(self.line, 1)
        head.addWidget(hide)
        self.body.addLayout(head)
        self.hint = Line(tr("Type, or click the keys"), ink=look.secondary_ink)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.body.addWidget(self.hint)
        self.keys: dict[str, Button] = {}
        pad = QWidget()
        pad.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as every telephone has it
        grid = QGridLayout(pad)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(TIGHT)
        for row, digits in enumerate(KEYS):
            for column, digit in enumerate(digits):
                key = self.keys[digit] = Button(digit)
                key.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard sends its own
                key.clicked.connect(partial(self.send, digit))
                grid.addWidget(key, row, column)
        self.body.addWidget(pad)
        self.offer = DigitOffer(actions, call.number, call.after, call.talking_since)
        self.offer.send.connect(self._send)
        self.body.addWidget(self.offer)
        self.note = Note()
        self.body.addWidget(self.note)
        self.offer.changed.connect(self._settle)
        self._settle()

    def connection_changed(self, connection: Connection) -> None:
        """Take the link as it is now."""
        why_not = ability_why_not(connection, Ability.KEYPAD)
        for key in self.keys.values():
            key.set_allowed(why_not)
        self.offer.set_allowed(why_not)

    def send(self, digits: str, _: bool = False) -> None:
        """Send what was keyed and show it."""
        self.offer.keyed(digits)
        self._send(digits)

    def _send(self, digits: str) -> None:
        self.note.clear()
        self.sent += digits
        self.line.say(self.sent[-SHOWN:])
        self.hint.hide()
        self._errands.run(self._actions.send_digits(self.key, digits), self._failed)
        self._settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text().upper()
        if event.key() == Qt.Key.Key_Escape:
            self.over.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.offer.button.click()
        elif text and text in "0123456789*#ABCD":
            self.send(text)
        else:
            super().keyPressEvent(event)

    def _failed(self, error: DesktopError) -> None:
        self.note.explain(error)
        self._settle()
