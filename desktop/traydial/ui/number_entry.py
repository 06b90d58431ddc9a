"""A field for a name or number with a hint and suggestions below; dial box and picker."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from traydial.domain.errors import DesktopError
from traydial.ui import look
from traydial.ui.actions import Actions
from traydial.ui.entry_presenter import Reading, Several, Suggestion, read, suggestions
from traydial.ui.look import EDGE, GROUP, LARGE, SMALL, TIGHT
from traydial.ui.meaning import Meaning
from traydial.ui.notes import Paragraph, ink_of
from traydial.ui.widgets import Button, Line, Picture
from traydial.ui.words import error_words

ROW = 40
_ROLE = Qt.ItemDataRole.UserRole


class NumberEntry(QWidget):
    """Says which number was ``chosen``; ``verb`` is what Enter does, for the hint.

    Where it ``takes_several``, a text with ``several`` numbers is handed on as it is.
    """

    chosen = Signal(str)
    several = Signal(str)
    edited = Signal()
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
    ) -> None:
        super().__init__()
        self._takes_several = takes_several
        self._without = without
        self._actions, self._written, self._hint_for = actions, written, hint
        self._idle, self._why_not = idle, ""
        self.field = QLineEdit()
        self.field.setFrame(False)
        self.field.setMaxLength(400)
        self.field.setFont(look.sized(self.field.font(), factor))
        self.field.setAccessibleName("Name or number")
        self.field.setPlaceholderText("Name or number")
        clear = self.field.palette()
        clear.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.field.setPalette(clear)
        self.field.textChanged.connect(self._typed)
        self.field.installEventFilter(self)
        self.go = Button(verb, meaning=Meaning.GO)
        self.go.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.go.clicked.connect(self.accept)
        self._hide = Button("Close", "x", bare=True)
        self._hide.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._hide.clicked.connect(self.given_up)
        self.hint = Line(ink=look.secondary_ink)
        self.detail = Paragraph("", look.secondary_ink)
        self.detail.hide()
        self.list = QListWidget()
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.list.setItemDelegate(_Rows(self.list))
        self.list.setAccessibleName("Recent numbers")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # arrow keys reach it from the field
        self.list.viewport().setAutoFillBackground(False)
        self.list.itemClicked.connect(self._row_clicked)
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

    def set_text(self, text: str) -> None:
        """Put a text into the field, all of it selected."""
        self.field.setText(text)
        self.field.selectAll()

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
        key, row = Qt.Key(event.key()), self.list.currentRow()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accept()
        elif key is Qt.Key.Key_Escape:
            self.given_up.emit()
        elif key is Qt.Key.Key_Down:
            self.list.setCurrentRow(min(row + 1, self.list.count() - 1))
            self._show_hint()
        elif key is Qt.Key.Key_Up:
            self.list.setCurrentRow(max(row - 1, -1))
            self._show_hint()
        else:
            return False
        return True

    def _typed(self, text: str) -> None:
        recent, now = self._actions.recent(), self._actions.clock()
        fitting = suggestions(text, recent, self._written, now, self._without)
        self.list.clear()
        for suggestion in fitting:
            item = QListWidgetItem(f"{suggestion.title}, {suggestion.detail}")
            item.setData(_ROLE, suggestion)
            item.setSizeHint(QSize(0, ROW))
            self.list.addItem(item)
        # a name cannot be dialled, so Enter takes the first number that fits it
        by_name = isinstance(read(text, self._actions.understand), DesktopError) and fitting
        self.list.setCurrentRow(0 if by_name else -1)
        self.list.setFixedHeight(ROW * len(fitting))
        self.list.setVisible(bool(fitting))
        self._show_hint()
        self.edited.emit()
        self.resized.emit()

    def _current(self) -> Suggestion | None:
        item = self.list.currentItem()
        suggestion = item.data(_ROLE) if item is not None else None
        return suggestion if isinstance(suggestion, Suggestion) else None

    def _reading(self) -> Reading | Several | DesktopError | None:
        suggestion = self._current()
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
            text, meaning = f"holds {reading.count} numbers, Enter lets you choose", None
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

    def accept(self) -> None:
        """Take the number that the hint tells of."""
        reading = self._reading()
        if self._why_not or self.field.isReadOnly():
            return
        if isinstance(reading, Reading):
            self.chosen.emit(reading.number)
        elif isinstance(reading, Several):
            self.several.emit(self.field.text())

    def _row_clicked(self, item: QListWidgetItem) -> None:
        self.list.setCurrentItem(item)
        self.accept()


class _Rows(QStyledItemDelegate):
    """Draws a suggestion: icon, name, and the number and when in the second colour."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        suggestion = index.data(_ROLE)
        rect, palette = option.rect, option.palette
        state = option.state
        font = option.font
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        if chosen or over:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.mixed(palette, 0.16 if chosen else 0.08))
            painter.drawRoundedRect(rect.adjusted(0, 1, 0, -1), 6, 6)
        icon = rect.adjusted(GROUP, (ROW - SMALL) // 2, 0, 0)
        icon.setSize(QSize(SMALL, SMALL))
        missed = suggestion.icon == "phone-missed"
        ink = look.colour(palette, Meaning.END) if missed else look.secondary_ink(palette)
        look.draw_icon(painter, suggestion.icon, icon, ink)
        text = rect.adjusted(GROUP + SMALL + EDGE, 0, -GROUP, 0)
        metrics = option.fontMetrics
        middle = Qt.AlignmentFlag.AlignVCenter
        tabular = look.tabular(font)
        wish = QFontMetrics(tabular).horizontalAdvance(suggestion.detail) + 1
        title_wish = metrics.horizontalAdvance(suggestion.title)
        detail_room = min(wish, max(text.width() - EDGE - title_wish, text.width() // 2))
        painter.setFont(font)
        painter.setPen(look.text_ink(palette))
        fits = text.width() - detail_room - EDGE
        mode = Qt.TextElideMode.ElideRight
        title = metrics.elidedText(suggestion.title, mode, fits)
        painter.drawText(text, middle | Qt.AlignmentFlag.AlignLeft, title)
        painter.setFont(tabular)
        painter.setPen(look.secondary_ink(palette))
        detail = QFontMetrics(tabular).elidedText(suggestion.detail, mode, detail_room)
        painter.drawText(text, middle | Qt.AlignmentFlag.AlignRight, detail)
        painter.restore()
