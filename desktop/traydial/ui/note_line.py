"""Where a line is typed that goes with a caller."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from traydial.domain.language import tr
from traydial.domain.notes import MOST, one_line
from traydial.ui import look
from traydial.ui.look import GROUP
from traydial.ui.widgets import Picture

_HEIGHT = 32


class NoteLine(QWidget):
    """A field without a frame, like the one for names; Enter in it is as Enter in that."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.field = _Field()
        self.field.setFrame(False)
        self.field.setMaxLength(MOST)
        self.field.setMinimumHeight(_HEIGHT)
        self.field.setPlaceholderText(tr("A line that they read before they lift"))
        self.field.setAccessibleName(tr("Note for who takes the call"))
        clear = self.field.palette()
        clear.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.field.setPalette(clear)
        self.field.returnPressed.connect(self.entered)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GROUP)
        row.addWidget(Picture("messages-square", look.secondary_ink))
        row.addWidget(self.field, 1)
        self.setFocusProxy(self.field)

    def text(self) -> str:
        """Return what is to be sent; empty where nothing can be."""
        return "" if self.isHidden() else one_line(self.field.text())


class _Field(QLineEdit):
    """Leaves Ctrl+Enter to the picker, where it asks first."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)
