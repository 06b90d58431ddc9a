"""The tray icon with its menu."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon

from traydial.domain.calls import Call, Calls
from traydial.domain.connection import Connection
from traydial.domain.diversions import Diversions
from traydial.domain.health import Health
from traydial.domain.history import Gap, PastCall
from traydial.domain.language import plural, tr
from traydial.domain.queues import Queues
from traydial.ui import look
from traydial.ui.actions import Actions
from traydial.ui.call_presenter import UNKNOWN, describe
from traydial.ui.card_offers import ICONS, IN_FULL, Do, offer_of
from traydial.ui.consulting import other_of, together
from traydial.ui.health_words import health_line, in_order
from traydial.ui.missed_menu import MissedMenu
from traydial.ui.queue_menu import QueueMenu
from traydial.ui.state_menu import StateMenu
from traydial.ui.text import moment
from traydial.ui.tray_icon import tray_icon
from traydial.ui.tray_presenter import (
    call_line,
    face,
    link_lines,
    tooltip,
)
from traydial.ui.widgets import menu_text, submenu

SHOWN_RECENT = 10
Reason = QSystemTrayIcon.ActivationReason


class Tray(QObject):
    """Shows the state; says what was picked from the menu."""

    clicked = Signal()
    dial = Signal()
    dial_clipboard = Signal()
    fetch = Signal(str)
    dial_number = Signal(str)
    settings = Signal()
    set_up = Signal()
    doctor = Signal()
    save_recent = Signal()
    history = Signal()
    missed_history = Signal()
    missed_seen = Signal()
    card = Signal(str)  # show the card of this call
    do = Signal(str, Do)  # do this to that call

    def __init__(
        self,
        actions: Actions,
        written: Callable[[str], str],
        who: Callable[[str], str] | None = None,
    ) -> None:
        super().__init__()
        self._actions, self._written = actions, written
        self._diversions = Diversions()
        self.states = StateMenu(who or written, self._drawn)
        self.queues = QueueMenu(who or written, self._drawn, actions.clock)
        self._calls: Calls = {}
        self._connection, self._extension = Connection(), ""
        self._needs_set_up = False
        self._health, self._ailing = Health(), list[str]()
        self.missed_menu = MissedMenu(written, self._drawn, actions.clock)
        self._stale, self._looked = True, False
        self.menu = QMenu()
        self.menu.setAccessibleName("Traydial")
        self.icon = QSystemTrayIcon(self)
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._activated)
        self.menu.aboutToShow.connect(self._opens)
        self.menu.aboutToHide.connect(self._closed)
        # a menu must not change its lines under the pointer, nor once for each event
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._rebuild)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._repaint)
        self.missed_menu.dial.connect(self.dial_number)
        self.missed_menu.all.connect(self.missed_history)
        self._rebuild()
        self._repaint()

    @property
    def missed(self) -> int:
        """How many calls were missed since somebody last looked."""
        return self.missed_menu.count

    def show(self) -> None:
        """Put the icon up; Qt brings it to a panel that comes later, too."""
        self.icon.show()

    def close(self) -> None:
        """Take everything away."""
        QGuiApplication.styleHints().colorSchemeChanged.disconnect(self._repaint)
        self._soon.stop()
        self.icon.hide()
        self.icon.setContextMenu(None)  # type: ignore[arg-type]
        self.menu.hide()
        self.menu.deleteLater()
        self.deleteLater()

    def calls_changed(self, calls: Calls) -> None:
        """Take the calls as they are now."""
        self._calls = calls
        self._changed()

    def missed_changed(self, missed: Sequence[PastCall], gaps: Sequence[Gap]) -> None:
        """Take the calls that were missed, and when nobody watched, that are not seen yet."""
        self.missed_menu.changed(missed, gaps)
        self._changed()

    def connection_changed(self, connection: Connection) -> None:
        """Take the link as it is now."""
        self._connection = connection
        self._changed()

    def diversions_changed(self, diversions: Diversions) -> None:
        """Take what is set of do not disturb and forwarding now."""
        self._diversions = diversions
        self.states.changed(diversions)
        self._changed()

    def queues_changed(self, queues: Queues) -> None:
        """Take the user's queues as they are now."""
        self.queues.changed(queues)
        self._changed()

    def health_changed(self, health: Health) -> None:
        """Take what is out of order with the phone system."""
        self._health = health
        self._ailing = [health_line(ailment) for ailment in in_order(health)]
        self._changed()

    def extension_changed(self, extension: str) -> None:
        """Take the user's own extension."""
        self._extension = extension
        self._changed()

    def set_up_wanted(self, wanted: bool) -> None:
        """Offer to set the program up, or not."""
        self._needs_set_up = wanted
        self._changed()

    # -- within ---------------------------------------------------------------------------------

    def _changed(self) -> None:
        self._repaint()
        self._stale = True
        self._soon.start(50)

    def _repaint(self) -> None:
        shown = face(self._connection, self._calls, self.missed, self._diversions, self._health)
        self.icon.setIcon(tray_icon(shown, look.is_dark(QApplication.palette())))
        self.icon.setToolTip(
            tooltip(
                self._connection,
                self._calls,
                self._extension,
                self.missed,
                [*self._ailing, *self.states.lines, *self.queues.lines],
                self._written,
            )
        )

    def _activated(self, reason: Reason) -> None:
        if reason in (Reason.Trigger, Reason.MiddleClick):
            self._look_at_missed()
            self.clicked.emit()

    def _opens(self) -> None:
        self._looked = True
        self._rebuild(opening=True)
        self._actions.diversions_wanted()
        self._actions.queues_wanted()

    def _closed(self) -> None:
        if self._looked:
            self._look_at_missed()
        if self._stale:
            self._soon.start(50)

    def _look_at_missed(self) -> None:
        self._looked = False
        if self.missed_menu.has_news:
            self.missed_seen.emit()

    def _rebuild(self, *, opening: bool = False) -> None:
        if self.menu.isVisible() and not opening:
            return  # when it closes
        self._stale = False
        menu = self.menu
        menu.setPalette(_with_readable_lines(QApplication.palette()))
        for old in menu.findChildren(QMenu):
            old.deleteLater()
        self.states.forget()
        self.queues.forget()
        menu.clear()
        self.missed_menu.add_to(menu)
        lines = link_lines(self._connection, self._extension)
        for text in (lines.state, *lines.more, *self._ailing):
            menu.addAction(menu_text(text)).setEnabled(False)
        if lines.can_retry:
            self._add(menu, tr("Try now"), "rotate-cw", self._actions.retry_now)
        self._add_calls(menu)
        menu.addSeparator()
        if self._needs_set_up:
            self._add(menu, tr("Set up Traydial…"), "settings", self.set_up.emit)
        self._add(menu, tr("Dial…"), "phone", self.dial.emit)
        self._add(menu, tr("Dial clipboard"), "copy", self.dial_clipboard.emit)
        self._add_recent(menu)
        self._add(menu, tr("Call history…"), "clock", self.history.emit)
        self._add_parked(menu)
        self.states.add_to(menu, self._connection)
        self.queues.add_to(menu, self._connection)
        menu.addSeparator()
        self._add(menu, tr("Check the connection…"), "search", self.doctor.emit)
        self._add(menu, tr("Save what just happened"), "history", self.save_recent.emit)
        self._add(menu, tr("Settings…"), "settings", self.settings.emit)
        self._add(menu, tr("Quit"), "log-out", self._actions.quit)

    def _add_calls(self, menu: QMenu) -> None:
        alive = [call for call in self._calls.values() if call.alive]
        for call in alive:
            menu.addSeparator()
            shows = partial(self.card.emit, call.key)
            if len(alive) == 1:
                self._add(menu, menu_text(call_line(call, self._written)), "phone-call", shows)
                self._add_offers(menu, call)
            else:
                own = submenu(menu, menu_text(call_line(call, self._written)))
                self._add(own, tr("Show"), "phone-call", shows)
                self._add_offers(own, call)

    def _add_offers(self, menu: QMenu, call: Call) -> None:
        can_answer = self._actions.can_answer(call)
        face = describe(
            call,
            self._connection,
            self._written,
            can_answer=can_answer,
            can_open=self._actions.can_open(call.number),
            rules=self._actions.recording_rules(),
        )
        face = together(
            face,
            call,
            other_of(call, self._calls),
            partial(offer_of, self._connection),
            self._written,
            can_meet=self._actions.can_meet(),
        )
        for offer in face.offers:
            emit = partial(self.do.emit, call.key, offer.do)
            action = self._add(menu, tr(IN_FULL[offer.do]), ICONS[offer.do], emit)
            action.setEnabled(not offer.why_not)
            action.setToolTip(offer.why_not)
        menu.setToolTipsVisible(True)

    def _add_parked(self, menu: QMenu) -> None:
        waiting = self._actions.parked()
        if not waiting:
            return
        parked = submenu(
            menu,
            plural("Parked ({n})", "Parked ({n})", len(waiting)),
            self._drawn("circle-parking"),
        )
        now = self._actions.clock()
        for one in waiting[:SHOWN_RECENT]:
            who = one.name or self._written(one.number) or tr(UNKNOWN)
            minutes, seconds = divmod(max(0, int(now - one.since)), 60)
            text = f"{menu_text(f'{one.space} · {who}')}\t{minutes}:{seconds:02}"
            self._add(parked, text, "phone", partial(self.fetch.emit, one.space))

    def _add_recent(self, menu: QMenu) -> None:
        recent = submenu(menu, tr("Recent"), self._drawn("history"))
        entries = self._actions.recent()[:SHOWN_RECENT]
        now = self._actions.clock()
        for entry in entries:
            who = entry.name or self._written(entry.number)
            text = f"{menu_text(who)}\t{moment(entry.at, now)}"
            icon = "phone-missed" if entry.missed else _DIRECTIONS.get(entry.direction, "clock")
            self._add(recent, text, icon, partial(self.dial_number.emit, entry.number))
        if not entries:
            recent.addAction(tr("No calls yet")).setEnabled(False)

    def _add(self, menu: QMenu, text: str, icon: str, then: Callable[[], object]) -> QAction:
        action = menu.addAction(self._drawn(icon) if icon else QIcon(), text)

        def picked(checked: bool = False) -> None:
            then()

        action.triggered.connect(picked)
        return action

    def _drawn(self, name: str) -> QIcon:
        return look.icon(name, QApplication.palette())


def _with_readable_lines(palette: QPalette) -> QPalette:
    """Return a palette whose disabled text can be read: here it says the state."""
    made = QPalette(palette)
    ink = look.secondary_ink(palette)
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText):
        made.setColor(QPalette.ColorGroup.Disabled, role, ink)
    return made


_DIRECTIONS = {"in": "arrow-down-left", "out": "arrow-up-right"}
