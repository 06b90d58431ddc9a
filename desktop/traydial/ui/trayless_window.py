"""A small window in place of the icon, where a desktop has no tray (GNOME without extension)."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout

from traydial.domain.connection import Connection
from traydial.domain.language import tr
from traydial.ui import look
from traydial.ui.look import EDGE, GROUP, SECTION
from traydial.ui.meaning import Meaning
from traydial.ui.notes import Paragraph
from traydial.ui.tray_presenter import link_lines
from traydial.ui.widgets import Button, Line
from traydial.ui.window import Window

WIDTH = 360


class TraylessWindow(Window):
    """``menu`` is the tray's. Closed it is only minimised: calls are to come up still."""

    dial = Signal()

    def __init__(self, menu: QMenu, quit: Callable[[], None]) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        # it comes by itself, perhaps while somebody types
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setWindowTitle("Traydial")
        self.setAccessibleName("Traydial")
        self._menu = menu
        self.state = Line(strong=True)
        why = Paragraph(
            tr(
                "This desktop shows no tray icons, so Traydial is here. It may be minimised: "
                "calls come up all the same."
            ),
            look.secondary_ink,
        )
        dial = Button(tr("Dial…"), "phone", Meaning.GO)
        self.all = Button(tr("Menu"), "chevron-down")
        self.all.set_tip(tr("All that the tray icon would offer"))
        leave = Button(tr("Quit"), "log-out")
        dial.clicked.connect(self.dial)
        self.all.clicked.connect(self._open_menu)
        leave.clicked.connect(quit)
        foot = QHBoxLayout()
        foot.setSpacing(GROUP)
        foot.addWidget(dial)
        foot.addWidget(self.all)
        foot.addStretch(1)
        foot.addWidget(leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(SECTION, SECTION, SECTION, EDGE)
        column.setSpacing(GROUP)
        for part in (self.state, why):
            column.addWidget(part)
        column.addStretch(1)
        column.addLayout(foot)
        width = look.grown(WIDTH)
        self.resize(width, column.totalHeightForWidth(width))

    def show_state(self, connection: Connection, extension: str) -> None:
        """Say how the link is."""
        state = link_lines(connection, extension).state
        self.state.say(state)
        self.setWindowTitle(state)  # a taskbar shows it when minimised; Qt adds whose it is

    def end(self) -> None:
        """Go away for good."""
        self.hide()
        self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.showMinimized()

    def _open_menu(self) -> None:
        self._menu.popup(self.all.mapToGlobal(QPoint(0, self.all.height())))
