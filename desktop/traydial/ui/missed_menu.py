"""The missed calls on top of the tray menu: who, when, and a click calls back."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu

from traydial.domain.history import Gap, PastCall
from traydial.domain.language import tr
from traydial.domain.missed import MissedCaller, by_caller
from traydial.ui.call_presenter import UNKNOWN
from traydial.ui.history_words import gap_words
from traydial.ui.text import moment
from traydial.ui.tray_presenter import missed_words
from traydial.ui.widgets import menu_text

MOST = 6  # lines; the history has all


class MissedMenu(QObject):
    """Adds its lines to a menu; says what was picked."""

    dial = Signal(str)
    all = Signal()

    def __init__(
        self,
        written: Callable[[str], str],
        drawn: Callable[[str], QIcon],
        clock: Callable[[], float],
    ) -> None:
        super().__init__()
        self._written, self._drawn, self._clock = written, drawn, clock
        self._missed: Sequence[PastCall] = ()
        self._gaps: Sequence[Gap] = ()

    @property
    def count(self) -> int:
        """How many calls were missed since somebody last looked."""
        return len(self._missed)

    @property
    def has_news(self) -> bool:
        """Tell whether there is anything that nobody has looked at."""
        return bool(self._missed or self._gaps)

    def changed(self, missed: Sequence[PastCall], gaps: Sequence[Gap]) -> None:
        """Take what is not seen yet."""
        self._missed, self._gaps = missed, gaps

    def add_to(self, menu: QMenu) -> None:
        """Add the lines, where there is anything to tell."""
        if not self.has_news:
            return
        if self._missed:
            menu.addAction(missed_words(self.count)).setEnabled(False)
        callers = by_caller(self._missed)
        for caller in callers[:MOST]:
            action = menu.addAction(self._drawn("phone-missed"), self._line(caller))
            action.setEnabled(bool(caller.number))
            action.setToolTip(tr("Call back"))
            action.triggered.connect(partial(self._picked, caller.number))
        if len(callers) > MOST:
            menu.addAction(self._drawn("history"), tr("All missed calls…")).triggered.connect(
                self.all
            )
        for gap in self._gaps:
            menu.addAction(self._drawn("circle-alert"), gap_words(gap)).setEnabled(False)
        menu.addSeparator()

    def _line(self, caller: MissedCaller) -> str:
        who = caller.name or self._written(caller.number) or tr(UNKNOWN)
        times = f" ({caller.times})" if caller.times > 1 else ""
        return f"{menu_text(who)}{times}\t{moment(caller.at, self._clock())}"

    def _picked(self, number: str, checked: bool = False) -> None:
        self.dial.emit(number)
