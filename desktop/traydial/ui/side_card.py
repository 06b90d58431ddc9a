"""A window for one call that opens beside its card: the keypad, the transfer picker."""

from collections.abc import Callable

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from traydial.domain.calls import Call
from traydial.domain.connection import Connection
from traydial.domain.errors import DesktopError
from traydial.domain.presence import Colleagues
from traydial.ui.actions import Actions
from traydial.ui.errands import Errands, Start
from traydial.ui.floating import Floating
from traydial.ui.look import GROUP
from traydial.ui.places import beside


class SideCard(Floating):
    """Takes the focus, because somebody asked for it; ends with its call."""

    over = Signal()

    def __init__(
        self,
        width: int,
        title: str,
        call: Call,
        card: QRect,
        actions: Actions,
        start: Start,
        otherwise: Callable[[DesktopError], None],
    ) -> None:
        super().__init__(width, take_focus=True)
        self._call, self._card, self._actions = call, card, actions
        self._errands = Errands(start, otherwise)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.body.setSpacing(GROUP)

    @property
    def key(self) -> str:
        """The key of the call it is for."""
        return self._call.key

    def connection_changed(self, connection: Connection) -> None:
        """Take the link as it is now."""
        raise NotImplementedError

    def colleagues_changed(self, colleagues: Colleagues) -> None:
        """Take what colleagues' phones do now."""

    def card_moved(self, card: QRect) -> None:
        """Stay beside the card."""
        self._card = card
        self._settle()

    def open_at(self, first: QWidget) -> None:
        """Come up, ready for typing into ``first``."""
        self._settle()
        self.show()
        self.raise_()
        self.activateWindow()
        first.setFocus()

    def open(self) -> None:
        """Come up, ready for typing."""
        self.open_at(self)

    def end(self) -> None:
        """Go away for good."""
        self._errands.end()
        self.hide()
        self.deleteLater()

    def _settle(self) -> None:
        size = self.fit()
        screen = QGuiApplication.screenAt(self._card.center()) or QGuiApplication.primaryScreen()
        self.put(beside(self._card, size, screen.availableGeometry()))
