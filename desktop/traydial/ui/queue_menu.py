"""The tray menu's part about the user's queues: who waits, log in, pause, log out."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QMenu

from traydial.domain.connection import Connection
from traydial.domain.language import plural, tr
from traydial.domain.plain_text import safe_text
from traydial.domain.privileges import Ability
from traydial.domain.queues import Caller, Queue, Queues
from traydial.ui.text import duration
from traydial.ui.widgets import menu_text, submenu
from traydial.ui.words import ability_why_not, paused_words, queue_line, queue_words, waiting_words

SHOWN_WAITING = 8
ALL = ""  # in place of a queue's name


class QueueMenu(QObject):
    """Says what was picked; shows the truth, also when it comes while the menu is open."""

    log_in = Signal(str)
    log_out = Signal(str)
    pause = Signal(str, str)  # a queue or ``ALL``, and the reason
    go_on = Signal(str)

    def __init__(
        self,
        who: Callable[[str], str],
        drawn: Callable[[str], QIcon],
        clock: Callable[[], float],
    ) -> None:
        super().__init__()
        self._who, self._drawn, self._clock = who, drawn, clock
        self._queues: Queues = {}
        self._reasons: Sequence[str] = ()
        self._connection = Connection()
        self._menu: QMenu | None = None

    @property
    def lines(self) -> list[str]:
        """Where the user pauses, in words."""
        return [paused_words(queue) for queue in self._queues.values() if queue.paused]

    def reasons_changed(self, reasons: Sequence[str]) -> None:
        """Take the reasons to pause that are offered."""
        self._reasons = reasons

    def changed(self, queues: Queues) -> None:
        """Take the queues as they are now."""
        same = [*queues] == [*self._queues]
        self._queues = queues
        if self._menu is not None and same and not self._menu.isVisible():
            self._fill()

    def add_to(self, menu: QMenu, connection: Connection) -> None:
        """Add the entry to a menu that is being built; none where there is no queue."""
        self._connection, self._menu = connection, None
        if self._queues:
            menu.addSeparator()
            self._menu = submenu(menu, "")
            self._menu.setPalette(menu.palette())  # in which disabled lines can be read
            self._menu.setIcon(self._drawn("users"))
            self._menu.setToolTipsVisible(True)
            self._fill()

    def forget(self) -> None:
        """Let go of the entry: its menu is about to be cleared."""
        self._menu = None

    # -- within ---------------------------------------------------------------------------------

    def _fill(self) -> None:
        menu, queues = self._menu, [*self._queues.values()]
        if menu is None:
            return
        for old in menu.findChildren(QMenu):
            old.deleteLater()
        menu.clear()
        if len(queues) == 1:
            menu.setTitle(menu_text(queue_line(queues[0])))
            self._add_queue(menu, queues[0])
            return
        waiting = sum(len(queue.waiting) for queue in queues)
        menu.setTitle(
            tr("Queues · {waiting}", waiting=waiting_words(waiting)) if waiting else tr("Queues")
        )
        for queue in queues:
            own = submenu(menu, menu_text(queue_line(queue)), self._icon(queue))
            own.setPalette(menu.palette())
            own.setToolTipsVisible(True)
            self._add_queue(own, queue)
        mine = [queue for queue in queues if queue.logged_in]
        if len(mine) > 1:
            menu.addSeparator()
            if any(not queue.paused for queue in mine):
                self._add_reasons(menu, tr("Pause in all"), ALL)
            if any(queue.paused for queue in mine):
                self._add(menu, tr("Go on in all"), "play", partial(self.go_on.emit, ALL))

    def _add_queue(self, menu: QMenu, queue: Queue) -> None:
        menu.addAction(menu_text(queue_words(queue))).setEnabled(False)
        menu.addSeparator()
        for caller in queue.waiting[:SHOWN_WAITING]:
            self._add_caller(menu, caller)
        if len(queue.waiting) > SHOWN_WAITING:
            more = len(queue.waiting) - SHOWN_WAITING
            menu.addAction(plural("and {n} more", "and {n} more", more)).setEnabled(False)
        if not queue.waiting:
            menu.addAction(tr("Nobody waits")).setEnabled(False)
        menu.addSeparator()
        if not queue.logged_in:
            self._add(menu, tr("Log in"), "log-in", partial(self.log_in.emit, queue.name))
            return
        if queue.paused:
            self._add(menu, tr("Go on taking calls"), "play", partial(self.go_on.emit, queue.name))
        else:
            self._add_reasons(menu, tr("Pause"), queue.name)
        out = self._add(menu, tr("Log out"), "log-out", partial(self.log_out.emit, queue.name))
        if queue.is_fixed:
            out.setEnabled(False)
            out.setToolTip(tr("The phone system has you in this queue for good: pause instead."))

    def _add_caller(self, menu: QMenu, caller: Caller) -> None:
        who = safe_text(caller.name) or self._who(caller.number) or tr("Unknown number")
        text = f"{menu_text(who)}\t{duration(self._clock() - caller.since)}"
        menu.addAction(self._drawn("user"), text).setEnabled(False)

    def _add_reasons(self, menu: QMenu, title: str, name: str) -> None:
        if not self._reasons:
            self._add(menu, title, "pause", partial(self.pause.emit, name, ""))
            return
        reasons = submenu(menu, title, self._drawn("pause"))
        reasons.menuAction().setEnabled(not self._why_not)
        reasons.menuAction().setToolTip(self._why_not)
        for reason in self._reasons:
            self._add(reasons, menu_text(tr(reason)), "", partial(self.pause.emit, name, reason))
        reasons.addSeparator()
        self._add(reasons, tr("Without a reason"), "", partial(self.pause.emit, name, ""))

    @property
    def _why_not(self) -> str:
        return ability_why_not(self._connection, Ability.QUEUES)

    def _icon(self, queue: Queue) -> QIcon:
        if not queue.logged_in:
            return QIcon()
        return self._drawn("pause" if queue.paused else "check")

    def _add(self, menu: QMenu, text: str, icon: str, then: Callable[[], object]) -> QAction:
        action = menu.addAction(self._drawn(icon) if icon else QIcon(), text)

        def picked(checked: bool = False) -> None:
            then()

        action.triggered.connect(picked)
        action.setEnabled(not self._why_not)
        action.setToolTip(self._why_not)
        return action
