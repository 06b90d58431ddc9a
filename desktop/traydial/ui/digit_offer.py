"""What the keypad knows of a number: digits to send by one click, now or by themselves."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from traydial.domain.language import tr
from traydial.domain.plain_text import safe_text
from traydial.domain.remembered import Remembered, is_keyable, with_pauses
from traydial.ui.actions import Actions
from traydial.ui.look import TIGHT
from traydial.ui.widgets import Button

SHOWN = 20


class DigitOffer(QWidget):
    """Below the keys. ``after`` came with the number; the rest the user lets it remember."""

    send = Signal(str)
    changed = Signal()

    def __init__(self, actions: Actions, number: str, after: str, answered: float | None) -> None:
        super().__init__()
        self._actions, self._number, self._after = actions, number, after
        self._answered = answered
        self._keyed: list[tuple[float, str]] = []
        self.button = Button("")
        self.button.clicked.connect(self._clicked)
        self.remember = Button("", "star")
        self.remember.clicked.connect(self._remember)
        self.by_itself = QCheckBox(tr("When they answer"))
        self.by_itself.setToolTip(tr("Send these digits by themselves, as soon as they answer"))
        self.by_itself.toggled.connect(self._set_by_itself)
        self.forget = Button(tr("Forget these digits"), "x", bare=True)
        self.forget.clicked.connect(self._forget)
        kept = QHBoxLayout()
        kept.setContentsMargins(0, 0, 0, 0)
        kept.addWidget(self.by_itself, 1)
        kept.addWidget(self.forget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addWidget(self.button)
        column.addLayout(kept)
        column.addWidget(self.remember)
        self._show()

    @property
    def digits(self) -> str:
        """What one click sends, empty where there is nothing."""
        known = self._known()
        return known.on_request if known else self._after

    def set_allowed(self, why_not: str) -> None:
        """Say why nothing can be sent."""
        self.button.set_allowed(why_not)

    def keyed(self, digits: str) -> None:
        """Take note of what was sent by hand."""
        self._keyed.append((self._actions.clock(), digits))
        self._show()

    def _known(self) -> Remembered | None:
        return self._actions.remembered(self._number) if self._number else None

    def _show(self) -> None:
        known, digits, new = self._known(), self.digits, self._new()
        self.button.say(tr("Send {digits}", digits=safe_text(digits, SHOWN)), "")
        self.button.setVisible(bool(digits))
        self.remember.say(tr("Remember {digits}", digits=safe_text(new.lstrip(","), SHOWN)), "star")
        offer_new = bool(new) and (known is None or known.on_request != new.lstrip(","))
        self.remember.setVisible(offer_new)
        self.by_itself.blockSignals(True)
        self.by_itself.setChecked(known is not None and known.by_itself)
        self.by_itself.blockSignals(False)
        self.by_itself.setVisible(known is not None)
        self.forget.setVisible(known is not None)
        self.setVisible(bool(digits) or offer_new)
        self.changed.emit()

    def _new(self) -> str:
        digits = with_pauses(self._keyed, self._answered)
        return digits if self._number and is_keyable(digits) else ""

    def _clicked(self) -> None:
        digits, self._after = self.digits, ""
        if digits:
            self.send.emit(digits)
        self._show()

    def _remember(self) -> None:
        self._keep(Remembered(self._new()))

    def _set_by_itself(self, on: bool) -> None:
        if (known := self._known()) is not None:
            self._keep(Remembered(known.digits, on))

    def _forget(self) -> None:
        self._keyed.clear()
        self._keep(None)

    def _keep(self, remembered: Remembered | None) -> None:
        self._actions.remember(self._number, remembered)
        self._show()
