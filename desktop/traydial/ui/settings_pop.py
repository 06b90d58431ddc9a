"""What would be opened and started for a number, with the fields as they are now."""

from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from traydial.domain.language import tr
from traydial.domain.screen_pop import NOBODY, Event, command_of, page_of
from traydial.domain.settings import Settings
from traydial.ui import look
from traydial.ui.actions import Actions
from traydial.ui.errands import Errands
from traydial.ui.look import GROUP, TIGHT, TOUCH
from traydial.ui.notes import Note, Paragraph
from traydial.ui.settings_fields import label_width
from traydial.ui.widgets import Button

_SHOWN = 300  # letters of a command


class TryPop(QWidget):
    """A number to try: says what would happen, and does it."""

    def __init__(
        self, actions: Actions, errands: Errands, settings: Callable[[], Settings]
    ) -> None:
        super().__init__()
        self._actions, self._errands, self._settings = actions, errands, settings
        label = QLabel(tr("Try a number:"))
        label.setFixedWidth(label_width())
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.field = QLineEdit()
        self.field.setAccessibleName(tr("Try a number"))
        self.field.setPlaceholderText(tr("of a customer"))
        self.field.setMinimumHeight(TOUCH)
        self.field.textChanged.connect(self.refresh)
        self.field.returnPressed.connect(self._open)
        label.setBuddy(self.field)
        self.open = Button(tr("Open"), "external-link")
        self.open.clicked.connect(self._open)
        self.run = Button(tr("Start"), "play")
        self.run.clicked.connect(self._run)
        self.says = Paragraph("", look.secondary_ink)
        self.starts = Paragraph("", look.secondary_ink)
        self.note = Note()
        line = QHBoxLayout()
        line.setSpacing(GROUP)
        line.addWidget(label)
        line.addWidget(self.field, 1)
        line.addWidget(self.open)
        line.addWidget(self.run)
        below = QVBoxLayout()
        below.setContentsMargins(label_width() + GROUP, 0, 0, 0)
        below.setSpacing(GROUP)
        below.addWidget(self.says)
        below.addWidget(self.starts)
        below.addWidget(self.note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addLayout(line)
        column.addLayout(below)
        self.refresh()

    def refresh(self) -> None:
        """Say it anew: a field has changed."""
        settings, number = self._settings(), self.field.text().strip()
        page = page_of(settings, number) if number else ""
        self.note.clear()
        self.open.set_allowed("" if page else tr("There is no page for that."))
        self.run.setVisible(bool(settings.pop.command))
        self.run.set_allowed("" if number else tr("Type a number first."))
        self.says.say(tr("Opens {page}", page=page) if page else tr("Opens nothing."))
        self.says.setVisible(bool(number))
        words = command_of(settings, Event.RING, number, NOBODY) if settings.pop.command else []
        self.starts.say(tr("Starts {command}", command=" ".join(map(_quoted, words)))[:_SHOWN])
        self.starts.setVisible(bool(number and words))

    def _open(self) -> None:
        if self.open.isEnabled():
            self._do(self._actions.try_page)

    def _run(self) -> None:
        self._do(self._actions.try_command)

    def _do(self, what: Callable[[Settings, str], Coroutine[Any, Any, None]]) -> None:
        self.note.clear()
        work = what(self._settings(), self.field.text().strip())
        self._errands.run(work, self.note.explain)


def _quoted(word: str) -> str:
    return f"“{word}”" if " " in word or not word else word
