"""A heading that unfolds what belongs below it, and says in a word how that stands."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from traydial.domain.language import tr
from traydial.domain.plain_text import safe_text
from traydial.ui import look
from traydial.ui.look import EDGE, GROUP, SMALL, TIGHT
from traydial.ui.widgets import Button


class Fold(QWidget):
    """Closed at first. ``inside`` is the layout for what belongs below."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.heading = _Heading(title)
        self.heading.clicked.connect(self._turn)
        self._body = QWidget()
        self.inside = QVBoxLayout(self._body)
        self.inside.setContentsMargins(0, GROUP, 0, GROUP)
        self.inside.setSpacing(EDGE)
        self._body.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addWidget(self.heading)
        column.addWidget(self._body)

    @property
    def is_open(self) -> bool:
        """Whether what belongs below is seen."""
        return not self._body.isHidden()

    def open(self) -> None:
        """Show what belongs below."""
        self._body.show()
        self.heading.stands(is_open=True)

    def tell(self, state: str) -> None:
        """Say how it stands."""
        self.heading.tell(state)

    def _turn(self) -> None:
        self._body.setVisible(not self.is_open)
        self.heading.stands(is_open=self.is_open)


class _Heading(Button):
    def __init__(self, title: str) -> None:
        super().__init__(title)
        self._title, self._state, self._opened = title, "", False
        self.setFont(look.sized(self.font(), strong=True))

    def tell(self, state: str) -> None:
        self._state = safe_text(state, 80)
        self._name()

    def stands(self, *, is_open: bool) -> None:
        self._opened = is_open
        self._name()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self._paint_ground(painter)
        icon = QRect(GROUP, (self.height() - SMALL) // 2, SMALL, SMALL)
        icon = look.mirrored(painter, self.rect(), icon)
        look.draw_icon(painter, "chevron-up" if self._opened else "chevron-down", icon, ink)
        place = self.rect().adjusted(2 * GROUP + SMALL, 0, -EDGE, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(ink)
        where = look.mirrored(painter, self.rect(), place)
        painter.drawText(where, middle | Qt.AlignmentFlag.AlignLeft, self._title)
        title = self.fontMetrics().horizontalAdvance(self._title) + SMALL
        plain = look.sized(self.font())
        plain.setBold(False)
        painter.setFont(plain)
        painter.setPen(look.secondary_ink(self.palette()))
        place.adjust(title, 0, 0, 0)
        right = Qt.AlignmentFlag.AlignRight | middle
        shown = painter.fontMetrics().elidedText(
            self._state, Qt.TextElideMode.ElideMiddle, place.width()
        )
        painter.drawText(look.mirrored(painter, self.rect(), place), right, shown)

    def _name(self) -> None:
        opened = tr("unfolded") if self._opened else tr("folded")
        self.setAccessibleName(f"{self._title}, {self._state}, {opened}")
        self.update()
