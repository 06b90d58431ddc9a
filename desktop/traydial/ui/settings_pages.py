"""The list of the settings' pages."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from traydial.domain.language import tr
from traydial.ui import look
from traydial.ui.look import EDGE, GROUP, NORMAL, TIGHT

_ICON = Qt.ItemDataRole.UserRole
_ROW = 40


class PageList(QListWidget):
    """Icon and title of each page, one of them chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Pages"))
        self.setFixedWidth(look.grown(164))
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setItemDelegate(_Pages(self))
        self.setMouseTracking(True)

    def add(self, title: str, icon: str) -> None:
        """Add a page."""
        item = QListWidgetItem(title)
        item.setData(_ICON, icon)
        item.setSizeHint(QSize(0, look.grown(_ROW)))
        self.addItem(item)
        words = self.fontMetrics().horizontalAdvance(title)
        around = NORMAL + 2 * (GROUP + EDGE)  # the icon, and the room at both sides
        self.setFixedWidth(max(self.width(), words + around))


class _Pages(QStyledItemDelegate):
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        rect, palette = option.rect, option.palette
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        ink = palette.color(QPalette.ColorRole.Text)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or over:
            ground = palette.color(QPalette.ColorRole.Highlight)
            if chosen:
                ink = palette.color(QPalette.ColorRole.HighlightedText)
            else:
                ground.setAlphaF(0.15)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(rect.adjusted(GROUP, TIGHT, -GROUP, 0), 6, 6)
        inner = rect.adjusted(GROUP + EDGE, TIGHT, -GROUP, 0)
        icon = inner.adjusted(0, (inner.height() - NORMAL) // 2, 0, 0)
        icon.setSize(QSize(NORMAL, NORMAL))
        look.draw_icon(painter, str(index.data(_ICON)), look.mirrored(painter, rect, icon), ink)
        painter.setPen(ink)
        painter.setFont(option.font)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        words = look.mirrored(painter, rect, inner.adjusted(NORMAL + EDGE, 0, 0, 0))
        painter.drawText(words, middle, index.data())
        painter.restore()
