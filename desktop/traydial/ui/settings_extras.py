"""What pages of the settings have besides fields: a number to try, who opens links."""

from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from traydial.domain.errors import DesktopError
from traydial.domain.language import tr
from traydial.domain.numbers import understand
from traydial.domain.settings import DialSettings
from traydial.ui import look
from traydial.ui.actions import Actions, LinkHandler
from traydial.ui.errands import Errands
from traydial.ui.error_words import Words, error_words
from traydial.ui.look import GROUP, TIGHT, TOUCH
from traydial.ui.meaning import Meaning
from traydial.ui.notes import Note, Paragraph
from traydial.ui.settings_fields import label_width
from traydial.ui.widgets import Button


class TryNumber(QWidget):
    """Says what would be dialled for a number, with the fields as they are now."""

    def __init__(self, settings: Callable[[], DialSettings]) -> None:
        super().__init__()
        self._settings = settings
        label = QLabel(tr("Try a number:"))
        label.setFixedWidth(label_width())
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.field = QLineEdit()
        self.field.setAccessibleName(tr("Try a number"))
        self.field.setPlaceholderText(tr("nothing is dialled here"))
        self.field.setMinimumHeight(TOUCH)
        self.field.textChanged.connect(self.refresh)
        label.setBuddy(self.field)
        self.says = Paragraph("", look.secondary_ink)
        line = QHBoxLayout()
        line.setSpacing(GROUP)
        line.addWidget(label)
        line.addWidget(self.field, 1)
        below = QHBoxLayout()
        below.addSpacing(label_width() + GROUP)
        below.addWidget(self.says, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addLayout(line)
        column.addLayout(below)

    def refresh(self) -> None:
        """Say it anew: a field has changed."""
        self.says.say(self._told())

    def _told(self) -> str:
        text = self.field.text()
        if not text.strip():
            return ""
        try:
            number = understand(text, self._settings())
        except DesktopError as error:
            return error_words(error).sentence
        if number.why:
            return f"{number.why[:1].upper()}{number.why[1:]}."
        if "own" in number.kinds:
            return tr("Dialled as {dial}, an extension.", dial=number.dial)
        return tr("Dialled as {dial}.", dial=number.dial)


class _OfTheSystem(QWidget):
    """Says how something of the system is now, and a button that changes it at once."""

    def __init__(
        self, errands: Errands, turn: Callable[[bool], Coroutine[Any, Any, str | None]]
    ) -> None:
        super().__init__()
        self._errands, self._turn = errands, turn
        self._on = False
        self.says = Paragraph("", look.text_ink)
        self.button = Button("")
        self.button.clicked.connect(self._change)
        self.button.hide()
        self.note = Note()
        column = QVBoxLayout(self)
        column.setContentsMargins(label_width() + GROUP, 0, 0, 0)
        column.setSpacing(GROUP)
        column.addWidget(self.says)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.note)

    def refresh(self) -> None:
        """Look how it is now."""
        raise NotImplementedError

    def _is_now(self, on: bool, says: str, button: str) -> None:
        self._on = on
        self.says.say(says)
        self.button.say(button, "")
        self.button.set_allowed("")
        self.button.setVisible(bool(button))

    def _change(self) -> None:
        self.note.clear()
        self.button.set_allowed(tr("One moment."))
        self._errands.run(self._turn(not self._on), self._failed, self._changed)

    def _changed(self, to_do: str | None) -> None:
        if to_do:
            self.note.show_words(Words(to_do), Meaning.ATTENTION)
        self.refresh()

    def _failed(self, error: DesktopError) -> None:
        self.button.set_allowed("")
        self.note.explain(error)


class LinkOpener(_OfTheSystem):
    """Says who opens phone links now, and changes it."""

    def __init__(self, actions: Actions, errands: Errands) -> None:
        super().__init__(errands, actions.open_links)
        self._actions = actions

    def refresh(self) -> None:
        """Look who it is now."""
        self._errands.run(self._actions.link_handler(), self._failed, self._show)

    def _show(self, handler: LinkHandler) -> None:
        if handler.ours:
            says = tr("Phone links in browsers and mail are opened by Traydial.")
        elif handler.name:
            says = tr("Phone links are opened by {name}.", name=handler.name)
        else:
            says = tr("Phone links are opened by no program yet.")
        change = (
            tr("Leave phone links to others")
            if handler.ours
            else tr("Let Traydial open phone links")
        )
        self._is_now(handler.ours, says, "" if handler.why_not else change)
        if handler.why_not:
            self.note.show_words(Words(handler.why_not), None)


class LoginStart(_OfTheSystem):
    """Says whether the program starts when the user logs in, and changes it."""

    def __init__(self, actions: Actions, errands: Errands) -> None:
        super().__init__(errands, actions.start_at_login)
        self._actions = actions

    def refresh(self) -> None:
        """Look whether it does now."""
        self._errands.run(self._actions.starts_at_login(), self._failed, self._show)

    def _show(self, on: bool) -> None:
        if on:
            self._is_now(
                on, tr("Traydial starts when you log in."), tr("Do not start it by itself")
            )
        else:
            self._is_now(on, tr("Traydial does not start by itself."), tr("Start it when I log in"))
