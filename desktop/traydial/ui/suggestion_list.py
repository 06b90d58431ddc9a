"""The list below a field for a name or number: who fits, what their phone does, a star."""

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QGuiApplication, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from traydial.domain.language import tr
from traydial.domain.presence import Presence
from traydial.ui import look
from traydial.ui.book import Suggestion
from traydial.ui.look import EDGE, GROUP, SMALL
from traydial.ui.meaning import Meaning

ROW = 40
ROWS_SEEN = 6
_DOT = 10
_ROLE = Qt.ItemDataRole.UserRole
_MEANINGS = {
    Presence.IDLE: Meaning.GO,
    Presence.RINGING: Meaning.ATTENTION,
    Presence.ON_HOLD: Meaning.ATTENTION,
    Presence.IN_USE: Meaning.END,
    Presence.BUSY: Meaning.END,
}
_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class SuggestionModel(QAbstractListModel):
    """The lines of the list. The same people doing other things change no selection."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: list[Suggestion] = []

    def show(self, lines: list[Suggestion]) -> None:
        """Show these lines."""
        old = self.lines
        if len(old) != len(lines) or any(
            one.number != other.number for one, other in zip(old, lines, strict=True)
        ):
            self.beginResetModel()
            self.lines = lines
            self.endResetModel()
            return
        self.lines = lines
        changed = [n for n, line in enumerate(lines) if line != old[n]]
        if changed:
            self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.lines):
            return None
        line = self.lines[index.row()]
        if role == _ROLE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            star = tr("favourite") if line.favourite else ""
            return ", ".join(part for part in (line.title, line.detail, star) if part)
        return None


class SuggestionList(QListView):
    """Shows the model. A click on a line picks it, one on its star marks it, two open it."""

    picked = Signal()
    opened = Signal()
    starred = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__()
        self.lines = SuggestionModel(self)
        self._on_star = False
        self.setModel(self.lines)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(_Rows(self))
        self.setAccessibleName(tr("Who fits"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # arrow keys reach it from the field
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.clicked.connect(self._row_clicked)

    def show_lines(self, lines: list[Suggestion]) -> None:
        """Show these lines, and be as high as a few of them."""
        self.lines.show(lines)
        row = look.grown(ROW)
        room = QGuiApplication.primaryScreen().availableSize().height() // 3
        self.setFixedHeight(row * min(len(lines), ROWS_SEEN, max(1, room // row)))
        self.setVisible(bool(lines))

    def count(self) -> int:
        """Return how many lines there are."""
        return len(self.lines.lines)

    def row(self) -> int:
        """Return the line that is chosen, or -1."""
        return self.currentIndex().row()

    def choose(self, row: int) -> None:
        """Choose a line; -1 chooses none."""
        if row < 0:
            self.setCurrentIndex(QModelIndex())
            self.clearSelection()
        else:
            self.setCurrentIndex(self.lines.index(row))

    def current(self) -> Suggestion | None:
        """Return what is chosen."""
        row = self.row()
        return self.lines.lines[row] if 0 <= row < self.count() else None

    def seen(self) -> list[str]:
        """Return the numbers of the lines that are in sight."""
        first = max(0, self.indexAt(QPoint(1, 1)).row())
        return [line.number for line in self.lines.lines[first : first + ROWS_SEEN + 1]]

    def mark_current(self) -> None:
        """Give the chosen line a star or take it away."""
        if (line := self.current()) is not None:
            self.starred.emit(line.number, not line.favourite)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        where = event.position().toPoint()
        index = self.indexAt(where)
        star = _star(self.visualRect(index), self.layoutDirection())
        self._on_star = index.isValid() and star.contains(where)
        if self._on_star:
            line = self.lines.lines[index.row()]
            self.starred.emit(line.number, not line.favourite)
        else:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._on_star:
            super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)
        if not self._on_star and self.indexAt(event.position().toPoint()).isValid():
            self.opened.emit()

    def _row_clicked(self, index: QModelIndex) -> None:
        self.setCurrentIndex(index)
        self.picked.emit()


def _star(row: QRect, direction: Qt.LayoutDirection) -> QRect:
    """Return where the star of a line takes a click: as high as the line."""
    width = look.grown(ROW)
    star = QRect(row.right() - width + 1, row.top(), width, row.height())
    return QStyle.visualRect(direction, row, star)


class _Rows(QStyledItemDelegate):
    """Draws a line: dot or icon, name, and the number, when and what in the second colour."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(0, look.grown(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        line = index.data(_ROLE)
        rect, palette = option.rect, option.palette
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or over:
            look.draw_row(painter, rect.adjusted(0, 1, 0, -1), palette, chosen=chosen)
        icon = rect.adjusted(GROUP, (rect.height() - SMALL) // 2, 0, 0)
        icon.setSize(QSize(SMALL, SMALL))
        icon = look.mirrored(painter, rect, icon)
        if line.presence is None:
            missed = line.icon == "phone-missed"
            ink = look.colour(palette, Meaning.END) if missed else look.secondary_ink(palette)
            look.draw_icon(painter, line.icon, icon, ink)
        else:
            self._draw_dot(painter, option, icon, line.presence)
        if line.favourite or chosen or over:
            star = _star(rect, option.direction)
            star = QRect(0, 0, SMALL, SMALL).translated(
                star.center() - QPoint(SMALL // 2, SMALL // 2)
            )
            name = "star-filled" if line.favourite else "star"
            look.draw_icon(painter, name, star, look.secondary_ink(palette))
        text = rect.adjusted(GROUP + SMALL + EDGE, 0, -_star(rect, option.direction).width(), 0)
        text = look.mirrored(painter, rect, text)
        self._draw_text(painter, option, text, line)
        painter.restore()

    @staticmethod
    def _draw_dot(
        painter: QPainter, option: QStyleOptionViewItem, place: QRect, presence: Presence
    ) -> None:
        meaning = _MEANINGS.get(presence)
        dot = QRect(0, 0, _DOT, _DOT)
        dot.moveCenter(place.center())
        if meaning is None:  # nobody can be reached there, or nobody knows
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.secondary_ink(option.palette), 1.5))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour(option.palette, meaning))
        painter.drawEllipse(dot)

    @staticmethod
    def _draw_text(
        painter: QPainter, option: QStyleOptionViewItem, text: QRect, line: Suggestion
    ) -> None:
        metrics, middle = option.fontMetrics, Qt.AlignmentFlag.AlignVCenter
        mode = Qt.TextElideMode.ElideRight
        tabular = look.tabular(option.font)
        wish = QFontMetrics(tabular).horizontalAdvance(line.detail) + 1
        title_wish = metrics.horizontalAdvance(line.title)
        detail_room = min(wish, max(text.width() - EDGE - title_wish, text.width() // 2))
        painter.setFont(option.font)
        painter.setPen(look.text_ink(option.palette))
        fits = text.width() - detail_room - EDGE
        title = metrics.elidedText(line.title, mode, fits)
        look.draw_text(painter, text, middle | Qt.AlignmentFlag.AlignLeft, title)
        painter.setFont(tabular)
        painter.setPen(look.secondary_ink(option.palette))
        detail = QFontMetrics(tabular).elidedText(line.detail, mode, detail_room)
        look.draw_text(painter, text, middle | Qt.AlignmentFlag.AlignRight, detail)
