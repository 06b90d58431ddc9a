"""Keys for voice menus: twelve buttons, the keyboard, and what was sent so far."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from traydial.domain.calls import Call
from traydial.domain.connection import Connection
from traydial.domain.errors import DesktopError
from traydial.domain.privileges import Ability
from traydial.ui import look
from traydial.ui.actions import Actions
from traydial.ui.errands import Errands, Start
from traydial.ui.floating import Floating
from traydial.ui.look import GROUP, TIGHT
from traydial.ui.notes import Note
from traydial.ui.places import beside
from traydial.ui.text import safe_text
from traydial.ui.widgets import Button, Line
from traydial.ui.words import ability_why_not

WIDTH = 220
KEYS = ("123", "456", "789", "*0#")
SHOWN = 18  # the last digits; more do not fit


class Keypad(Floating):
    """Has the focus, because somebody asked for it. Esc closes."""

    over = Signal()

    def __init__(
        self,
        call: Call,
        card: QRect,
        actions: Actions,
        start: Start,
        otherwise: Callable[[DesktopError], None],
    ) -> None:
        super().__init__(WIDTH, take_focus=True)
        self._call, self._card, self._actions = call, card, actions
        self._errands = Errands(start, otherwise)
        self.sent = ""
        who = safe_text(call.name) or "this call"
        self.setWindowTitle(f"Keypad for {who}")
        self.setAccessibleName(f"Keypad for {who}")
        self.line = Line("", factor=1.5, strong=True)
        self.line.setAlignment(Qt.AlignmentFlag.AlignCenter)
        hide = Button("Close", "x", bare=True)
        hide.clicked.connect(self.over)
        head = QHBoxLayout()
        head.addWidget(self.line, 1)
        head.addWidget(hide)
        self.body.addLayout(head)
        self.hint = Line("Type, or click the keys", ink=look.secondary_ink)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.body.addWidget(self.hint)
        self.keys: dict[str, Button] = {}
        grid = QGridLayout()
        grid.setSpacing(TIGHT)
        for row, digits in enumerate(KEYS):
            for column, digit in enumerate(digits):
                key = self.keys[digit] = Button(digit)
                key.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard sends its own
                key.clicked.connect(partial(self.send, digit))
                grid.addWidget(key, row, column)
        self.body.addLayout(grid)
        self.later = Button(f"Send {safe_text(call.after, 20)}")
        self.later.clicked.connect(self._send_later)
        self.later.setVisible(bool(call.after))
        self.body.addWidget(self.later)
        self.note = Note()
        self.body.addWidget(self.note)
        self.body.setSpacing(GROUP)
        self._settle()

    @property
    def key(self) -> str:
        """The key of the call that the digits go to."""
        return self._call.key

    def connection_changed(self, connection: Connection) -> None:
        """Take the link as it is now."""
        why_not = ability_why_not(connection, Ability.KEYPAD)
        for button in (*self.keys.values(), self.later):
            button.set_allowed(why_not)

    def card_moved(self, card: QRect) -> None:
        """Stay beside the card."""
        self._card = card
        self._settle()

    def open(self) -> None:
        """Come up ready for typing."""
        self._settle()
        self.show()
        self.raise_()
        self.activateWindow()
        self.setFocus()

    def end(self) -> None:
        """Go away for good."""
        self._errands.end()
        self.hide()
        self.deleteLater()

    def send(self, digits: str, _: bool = False) -> None:
        """Send digits and show them."""
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
        elif text and text in "0123456789*#ABCD":
            self.send(text)
        else:
            super().keyPressEvent(event)

    def _send_later(self) -> None:
        self.later.hide()
        self.send(self._call.after)

    def _failed(self, error: DesktopError) -> None:
        self.note.explain(error)
        self._settle()

    def _settle(self) -> None:
        size = self.fit()
        screen = QGuiApplication.screenAt(self._card.center()) or QGuiApplication.primaryScreen()
        self.put(beside(self._card, size, screen.availableGeometry()))
