"""The list of past calls: as long as the history, read where it is in sight."""

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from traydial.domain.calls import Direction
from traydial.domain.history import Gap, PastCall
from traydial.domain.language import tr
from traydial.domain.plain_text import safe_text
from traydial.ui import look
from traydial.ui.history_outline import Heading, Line, Outline
from traydial.ui.history_words import (
    WITHHELD,
    direction_words,
    gap_words,
    result_words,
    taker_words,
)
from traydial.ui.look import EDGE, GROUP, SMALL
from traydial.ui.meaning import Meaning
from traydial.ui.text import day_words, time_of_day

ROW = 48
PAGE = 100  # calls that are read at once
PAGES_KEPT = 30
_RIGHT = 170
_ROLE = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


def title_of(past: PastCall, written: Callable[[str], str]) -> str:
    """Return who it was."""
    name = safe_text(past.name) or safe_text(past.company)
    shown = safe_text(written(past.number), 40) if past.number else ""
    return name or shown or tr(WITHHELD)


def detail_of(past: PastCall, written: Callable[[str], str]) -> str:
    """Return what else is known, the note last."""
    name, company = safe_text(past.name), safe_text(past.company, 60)
    via = safe_text(past.via, 40)
    parts = (
        safe_text(written(past.number), 40) if name or company else "",
        company if name else "",
        tr("via {via}", via=safe_text(written(via), 40)) if via else "",
        taker_words(past),
        f"“{safe_text(past.note)}”" if past.note else "",
    )
    return " · ".join(part for part in parts if part)


class HistoryModel(QAbstractListModel):
    """Lines of an outline; ``wanted`` asks for a page of calls that is not read yet."""

    wanted = Signal(int)

    def __init__(
        self,
        written: Callable[[str], str],
        clock: Callable[[], float],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._written, self._clock = written, clock
        self.outline = Outline()
        self._pages: OrderedDict[int, Sequence[PastCall]] = OrderedDict()
        self._asked: set[int] = set()

    def show(self, outline: Outline, pages: Mapping[int, Sequence[PastCall]]) -> None:
        """Show other lines; some pages of their calls are read already."""
        self.beginResetModel()
        self.outline, self._pages = outline, OrderedDict(pages)
        self._asked.clear()
        self.endResetModel()

    def put(self, page: int, calls: Sequence[PastCall]) -> None:
        """Take a page that was asked for."""
        self._asked.discard(page)
        self._pages[page] = calls
        while len(self._pages) > PAGES_KEPT:
            self._pages.popitem(last=False)
        first = page * PAGE
        last = min(first + PAGE, self.outline.calls) - 1
        if first <= last:
            outline = self.outline
            self.dataChanged.emit(self.index(outline.row(first)), self.index(outline.row(last)))

    def call_at(self, row: int) -> PastCall | None:
        """Return the call in a line, None where there is none or it is not read yet."""
        if not 0 <= row < self.outline.length:
            return None
        line = self.outline.line(row)
        return self._call(line) if isinstance(line, int) else None

    def row_of(self, call: int) -> int:
        """Return the line of the call with this id, -1 where it is not among those read."""
        for page, calls in self._pages.items():
            for place, past in enumerate(calls):
                if past.id == call and page * PAGE + place < self.outline.calls:
                    return self.outline.row(page * PAGE + place)
        return -1

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else self.outline.length

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self.outline.line(index.row()), int):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags  # the keys go past a heading

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= self.outline.length:
            return None
        line = self.outline.line(index.row())
        if role == _ROLE:
            return self._call(line) if isinstance(line, int) else line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(line)
        return None

    def _spoken(self, line: Line) -> str:
        if isinstance(line, Heading):
            return day_words(line.noon, self._clock())
        if isinstance(line, Gap):
            return gap_words(line)
        if (past := self._call(line)) is None:
            return "…"
        parts = (
            direction_words(past),
            title_of(past, self._written),
            detail_of(past, self._written),
            time_of_day(past.began),
            result_words(past),
            tr("recorded") if past.recorded else "",
        )
        return ", ".join(part for part in parts if part)

    def _call(self, place: int) -> PastCall | None:
        page, within = divmod(place, PAGE)
        calls = self._pages.get(page)
        if calls is None:
            if page not in self._asked:
                self._asked.add(page)
                self.wanted.emit(page)
            return None
        self._pages.move_to_end(page)
        return calls[within] if within < len(calls) else None


class HistoryList(QTableView):
    """Enter or a double click dials; moving chooses.

    A table of one column: a list view asks for each of its rows whenever it is laid out.
    """

    opened = Signal()
    moved = Signal()

    def __init__(self, model: HistoryModel, written: Callable[[str], str]) -> None:
        super().__init__()
        self._lines = model
        self.setItemDelegate(_Rows(written, self))
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.hide()
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setDefaultSectionSize(look.grown(ROW))
        self.setModel(model)
        ours = QPalette()  # the ground of a chosen line is drawn by the line
        ours.setColor(QPalette.ColorRole.Highlight, Qt.GlobalColor.transparent)
        self.setPalette(ours)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(tr("Calls"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.activated.connect(self._activated)

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        self.moved.emit()

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Go where a key leads; in one column Home and End are the first and the last call."""
        ends = {_Cursor.MoveHome: 0, _Cursor.MoveEnd: self._lines.outline.calls - 1}
        if action in ends and self._lines.outline.calls:
            return self._lines.index(self._lines.outline.row(ends[action]))
        return super().moveCursor(action, modifiers)

    def _activated(self, _: QModelIndex) -> None:
        self.opened.emit()


_Cursor = QAbstractItemView.CursorAction


class _Rows(QStyledItemDelegate):
    """Draws a heading, a gap, or a call in two lines."""

    def __init__(self, written: Callable[[str], str], parent: QObject) -> None:
        super().__init__(parent)
        self._written = written

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(0, look.grown(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        line = index.data(_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = option.rect.adjusted(EDGE, 0, -EDGE, 0)
        if isinstance(line, PastCall):
            self._paint_call(painter, option, inner, line)
        else:
            self._paint_other(painter, option, inner, line, str(index.data()))
        painter.restore()

    @staticmethod
    def _paint_other(
        painter: QPainter,
        option: QStyleOptionViewItem,
        inner: QRect,
        line: Heading | Gap | None,
        text: str,
    ) -> None:
        left = Qt.AlignmentFlag.AlignLeft
        painter.setPen(look.secondary_ink(option.palette))
        painter.setFont(option.font)
        if isinstance(line, Heading):
            painter.setFont(look.sized(option.font, strong=True))
            painter.setPen(look.text_ink(option.palette))
            place = inner.adjusted(0, 0, 0, -GROUP)
            look.draw_text(painter, place, left | Qt.AlignmentFlag.AlignBottom, text)
            painter.setPen(look.mixed(option.palette, 0.18))
            painter.drawLine(inner.bottomLeft(), inner.bottomRight())
            return
        place = inner.adjusted(SMALL + EDGE, 0, 0, 0)
        if isinstance(line, Gap):
            painter.setPen(look.colour(option.palette, Meaning.ATTENTION))
            icon = QRect(inner.left(), inner.center().y() - SMALL // 2, SMALL, SMALL)
            ink = look.colour(option.palette, Meaning.ATTENTION)
            look.draw_icon(painter, "circle-alert", look.mirrored(painter, inner, icon), ink)
        place = look.mirrored(painter, inner, place)
        look.draw_text(painter, place, left | Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_call(
        self, painter: QPainter, option: QStyleOptionViewItem, inner: QRect, past: PastCall
    ) -> None:
        palette = option.palette
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if chosen or over:
            row = option.rect.adjusted(TINY, 1, -TINY, -1)
            look.draw_row(painter, row, palette, chosen=chosen)
        red = look.colour(palette, Meaning.END)
        second = look.secondary_ink(palette)
        icon = QRect(inner.left(), inner.center().y() - SMALL // 2, SMALL, SMALL)
        icon = look.mirrored(painter, inner, icon)
        look.draw_icon(painter, _icon_of(past), icon, red if past.missed else second)
        beside = look.grown(_RIGHT)
        text = inner.adjusted(SMALL + EDGE, TINY, -beside - EDGE, -TINY)
        right = QRect(inner.right() - beside, text.top(), beside, text.height())
        disc = QRect(0, 0, SMALL - 2, SMALL - 2)
        disc.moveCenter(right.center())
        beside_end = right.right()
        text, right = (look.mirrored(painter, inner, part) for part in (text, right))
        upper, lower = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignBottom
        left, far = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        small = look.tabular(look.sized(option.font, 0.92))
        title = look.sized(option.font, strong=past.missed and not past.seen)
        painter.setFont(title)
        painter.setPen(red if past.missed else look.text_ink(palette))
        elide = Qt.TextElideMode.ElideRight
        who = QFontMetrics(title).elidedText(title_of(past, self._written), elide, text.width())
        look.draw_text(painter, text, left | upper, who)
        painter.setFont(look.tabular(option.font))
        painter.setPen(look.text_ink(palette))
        look.draw_text(painter, right, far | upper, time_of_day(past.began))
        painter.setFont(small)
        painter.setPen(second)
        metrics = QFontMetrics(small)
        detail = metrics.elidedText(detail_of(past, self._written), elide, text.width())
        look.draw_text(painter, text, left | lower, detail)
        result = metrics.elidedText(result_words(past), elide, beside)
        look.draw_text(painter, right, far | lower, result)
        if past.recorded:
            disc.moveRight(beside_end - metrics.horizontalAdvance(result) - GROUP)
            disc.moveBottom(right.bottom())
            disc = look.mirrored(painter, inner, disc)
            look.draw_icon(painter, "disc", disc, look.colour(palette, Meaning.RECORDING))


TINY = 5


def _icon_of(past: PastCall) -> str:
    if past.missed:
        return "phone-missed"
    return "phone-incoming" if past.direction is Direction.IN else "phone-outgoing"
