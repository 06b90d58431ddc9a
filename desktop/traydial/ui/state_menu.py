"""The tray menu's entries for do not disturb and forwarding: ticked is on, a click changes it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QMenu

from traydial.domain.connection import Connection
from traydial.domain.diversions import Diversions, Forward
from traydial.domain.language import tr
from traydial.domain.privileges import Ability
from traydial.ui.widgets import menu_text
from traydial.ui.words import ability_why_not, forward_words


class StateMenu(QObject):
    """Says what was picked; shows the truth, also while the menu is open."""

    disturb_not = Signal(bool)
    forward = Signal()
    stop = Signal(Forward)

    def __init__(self, who: Callable[[str], str], drawn: Callable[[str], QIcon]) -> None:
        super().__init__()
        self._who, self._drawn = who, drawn
        self._diversions = Diversions()
        self._quiet: QAction | None = None
        self._forwards: dict[Forward, QAction] = {}

    @property
    def lines(self) -> list[str]:
        """What is on, in words."""
        quiet = [tr("Do not disturb")] if self._diversions.do_not_disturb else []
        active = self._diversions.active.items()
        return quiet + [forward_words(when, self._who(target)) for when, target in active]

    def add_to(self, menu: QMenu, connection: Connection) -> None:
        """Add the entries to a menu that is being built; none where nothing can be set."""
        self._quiet, self._forwards = None, {}
        if not self._diversions.known:
            return
        by_codes = self._diversions.by_codes and connection.may(Ability.DIAL)
        why_not = "" if by_codes else ability_why_not(connection, Ability.DIVERT)
        menu.addSeparator()
        if self._diversions.do_not_disturb is not None:
            self._quiet = menu.addAction(tr("Do not disturb"))
            self._quiet.setCheckable(True)
            self._quiet.triggered.connect(self.disturb_not)
        if self._diversions.forwards:
            action = menu.addAction(self._drawn("phone-forwarded"), tr("Forward calls…"))
            action.triggered.connect(self._forward_picked)
            _allow(action, why_not)
        for when in self._diversions.active:
            self._forwards[when] = action = menu.addAction("")
            action.setCheckable(True)
            action.triggered.connect(partial(self._stop_picked, when))
        for entry in (self._quiet, *self._forwards.values()):
            if entry is not None:
                _allow(entry, why_not)
        self._show()

    def changed(self, diversions: Diversions) -> None:
        """Take what is on now; lines of a menu that is open change where they stand."""
        self._diversions = diversions
        self._show()

    def forget(self) -> None:
        """Let go of the entries: their menu is about to be cleared."""
        self._quiet, self._forwards = None, {}

    def _show(self) -> None:
        if self._quiet is not None:
            self._quiet.setChecked(bool(self._diversions.do_not_disturb))
        for when, action in self._forwards.items():
            target = self._diversions.active.get(when, "")
            action.setChecked(bool(target))
            if target:
                action.setText(menu_text(forward_words(when, self._who(target))))

    def _forward_picked(self, checked: bool = False) -> None:
        self.forward.emit()

    def _stop_picked(self, when: Forward, checked: bool = False) -> None:
        self.stop.emit(when)


def _allow(action: QAction, why_not: str) -> None:
    action.setEnabled(not why_not)
    action.setToolTip(why_not)
