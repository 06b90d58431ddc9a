"""A field for a name or number with a hint and suggestions below; dial box and picker."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from traydial.domain.contacts import Contact
from traydial.domain.errors import DesktopError
from traydial.domain.language import tr
from traydial.domain.presence import Colleagues
from traydial.ui import look
from traydial.ui.actions import Actions
from traydial.ui.book import Book
from traydial.ui.entry_presenter import Reading, Several, read
from traydial.ui.errands import Errands
from traydial.ui.error_words import error_words
from traydial.ui.found_contacts import FoundContacts
from traydial.ui.look import GROUP, LARGE, SMALL, TIGHT
from traydial.ui.meaning import Meaning
from traydial.ui.notes import Paragraph, ink_of
from traydial.ui.suggestion_list import SuggestionList
from traydial.ui.widgets import Button, Line, Picture


class NumberEntry(QWidget):
    """Says which number was ``chosen``; ``verb`` is what Enter does, for the hint.

    Where it ``takes_several``, a text with ``several`` numbers is handed on as it is. Unless
    ``click_takes``, a click in the list only says whom is meant, and a double click takes.
    """

    chosen = Signal(str)
    several = Signal(str)
    edited = Signal()
    aimed = Signal()  # it may be somebody else that ``target`` tells of
    given_up = Signal()
    resized = Signal()

    def __init__(
        self,
        actions: Actions,
        written: Callable[[str], str],
        hint: Callable[[Reading], str],
        idle: str,
        *,
        verb: str,
        icon: str,
        factor: float,
        without: str = "",
        takes_several: bool = False,
        click_takes: bool = True,
    ) -> None:
        super().__init__()
        self._takes_several = takes_several
        self._actions, self._hint_for = actions, hint
        self._found: FoundContacts | None = None
        self._book = Book(actions.recent(), written, actions.clock(), without, self._contacts)
        self._book.update({}, actions.favourites())
        self._colleagues: Colleagues = {}
        self._idle, self._why_not = idle, ""
        self.field = QLineEdit()
        self.field.setFrame(False)
        self.field.setMaxLength(400)
        self.field.setFont(look.sized(self.field.font(), factor))
        self.field.setAccessibleName(tr("Name or number"))
        self.field.setPlaceholderText(tr("Name or number"))
        clear = self.field.palette()
        clear.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.field.setPalette(clear)
        self.field.textChanged.connect(self._typed)
        self.field.installEventFilter(self)
        self.go = Button(verb, meaning=Meaning.GO)
        self.go.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.go.clicked.connect(self.accept)
        self._hide = Button(tr("Close"), "x", bare=True)
        self._hide.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._hide.clicked.connect(self.given_up)
        self.hint = Line(ink=look.secondary_ink)
        self.detail = Paragraph("", look.secondary_ink)
        self.detail.hide()
        self.list = SuggestionList()
        self.list.picked.connect(self.accept if click_takes else self._show_hint)
        if not click_takes:
            self.list.opened.connect(self.accept)
        self.list.starred.connect(self._star)
        self.list.verticalScrollBar().valueChanged.connect(self._look)
        line = QHBoxLayout()
        line.setSpacing(GROUP)
        line.addWidget(Picture(icon, look.secondary_ink, LARGE if factor > 1.2 else SMALL))
        line.addWidget(self.field, 1)
        line.addWidget(self.go)
        line.addWidget(self._hide)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addLayout(line)
        column.addWidget(self.hint)
        column.addWidget(self.detail)
        column.addWidget(self.list)
        self._typed("")

    def ask_sources(self, errands: Errands) -> None:
        """Search contacts that have to be asked for, too."""
        self._found = FoundContacts(self._actions, errands, self)
        self._found.found.connect(self._more_found)

    def set_text(self, text: str) -> None:
        """Put a text into the field, all of it selected."""
        self.field.setText(text)
        self.field.selectAll()

    def set_colleagues(self, colleagues: Colleagues) -> None:
        """Show what colleagues' phones do now."""
        self._colleagues = colleagues
        self._book.update(colleagues, self._actions.favourites())
        self._show_again()

    def _show_again(self) -> None:
        """Show the lines anew; who was chosen stays so."""
        chosen = self.list.current()
        self._show_fitting()
        if chosen is not None and self.list.current() is None:
            numbers = [line.number for line in self.list.lines.lines]
            if chosen.number in numbers:
                self.list.choose(numbers.index(chosen.number))
        self._show_hint()

    def set_why_not(self, why_not: str) -> None:
        """Say why nothing can be chosen now; empty when it can."""
        self._why_not = why_not
        self._show_hint()

    def set_busy(self, busy: bool) -> None:
        """Take no other number while one is under way."""
        self.field.setReadOnly(busy)
        self.list.setEnabled(not busy)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self.field or not isinstance(event, QKeyEvent):
            return False
        return event.type() == QEvent.Type.KeyPress and self._key(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:  # from one of the buttons
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def _key(self, event: QKeyEvent) -> bool:
        key, row = Qt.Key(event.key()), self.list.row()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if control:
                return False  # the window's, if anybody's
            self.accept()
        elif key is Qt.Key.Key_Escape:
            self.given_up.emit()
        elif key is Qt.Key.Key_Down:
            self.list.choose(min(row + 1, self.list.count() - 1))
            self._show_hint()
        elif key is Qt.Key.Key_Up:
            self.list.choose(max(row - 1, -1))
            self._show_hint()
        elif key is Qt.Key.Key_D and control:  # as browsers keep a page
            self.list.mark_current()
        else:
            return False
        return True

    def _contacts(self, text: str) -> list[Contact]:
        more = self._found.fitting(text) if self._found is not None else []
        return [*self._actions.contacts(text), *more]

    def _more_found(self) -> None:
        nobody = not self.list.count()
        self._show_again()
        if nobody:
            self._choose_first()
            self._show_hint()

    def _choose_first(self) -> None:
        # a name cannot be dialled, so Enter takes the first number that fits it
        by_name = isinstance(read(self.field.text(), self._actions.understand), DesktopError)
        self.list.choose(0 if by_name and self.list.count() else -1)

    def _typed(self, text: str) -> None:
        if self._found is not None:
            self._found.typed(text)
        self._show_fitting()
        self._choose_first()
        self.list.scrollToTop()
        self._show_hint()
        self.edited.emit()

    def _show_fitting(self) -> None:
        before = self.list.height() if self.list.count() else 0
        self.list.show_lines(self._book.find(self.field.text()))
        if before != (self.list.height() if self.list.count() else 0):
            self.resized.emit()
        self._look()

    def _look(self) -> None:
        self._actions.look_at(self.list.seen())

    def _star(self, number: str, on: bool) -> None:
        self._actions.favour(number, on)
        self.set_colleagues(self._colleagues)

    def _reading(self) -> Reading | Several | DesktopError | None:
        suggestion = self.list.current()
        if suggestion is None:
            numbers_in = self._actions.numbers_in if self._takes_several else None
            return read(self.field.text(), self._actions.understand, numbers_in)
        reading = read(suggestion.number, self._actions.understand)
        if isinstance(reading, Reading) and suggestion.title != reading.shown:
            return replace(reading, name=suggestion.title)
        return reading

    def _show_hint(self) -> None:
        reading = self._reading()
        if self._why_not:
            text, meaning = self._why_not, Meaning.ATTENTION
        elif isinstance(reading, Reading):
            text, meaning = self._hint_for(reading), None
        elif isinstance(reading, Several):
            text, meaning = (
                tr("holds {count} numbers, Enter lets you choose", count=reading.count),
                None,
            )
        elif isinstance(reading, DesktopError):
            text, meaning = error_words(reading).sentence, Meaning.ATTENTION
        else:
            text, meaning = self._idle, None
        self.go.setEnabled(isinstance(reading, Reading | Several) and not self._why_not)
        detail = reading.detail if isinstance(reading, Reading) and not self._why_not else ""
        if detail != self.detail.text():
            self.detail.say(detail)
            self.detail.setVisible(bool(detail))
            self.resized.emit()
        self.hint.say(text)
        self.hint.set_ink(ink_of(meaning))
        self.field.setAccessibleDescription(text)
        self.aimed.emit()

    def target(self) -> str:
        """Return the number that the hint tells of, empty where it tells of none."""
        reading = self._reading()
        return reading.number if isinstance(reading, Reading) else ""

    def accept(self) -> None:
        """Take the number that the hint tells of."""
        reading = self._reading()
        if self._why_not or self.field.isReadOnly():
            return
        if isinstance(reading, Reading):
            self.chosen.emit(reading.number)
        elif isinstance(reading, Several):
            self.several.emit(self.field.text())
