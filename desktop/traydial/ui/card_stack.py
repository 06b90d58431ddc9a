"""All calls' cards: which are up, where they stand, when they go."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QCursor, QGuiApplication, QScreen

from traydial.domain.calls import Call, Calls
from traydial.domain.connection import Connection
from traydial.domain.errors import DesktopError
from traydial.ui.actions import Actions
from traydial.ui.call_card import CallCard
from traydial.ui.card_offers import Do
from traydial.ui.card_presenter import CardPresenter
from traydial.ui.consulting import other_of
from traydial.ui.errands import Start
from traydial.ui.floating import Floating
from traydial.ui.places import corner_places, kept_inside
from traydial.ui.several import among

TICK_MS = 200  # often enough that no second is skipped; text is set only when it changes


@dataclass(slots=True)
class _Slot:
    card: CallCard
    presenter: CardPresenter
    goes: QTimer
    screen: QScreen
    place: QPoint | None = None  # where it was dragged to
    talked: bool = False
    hidden: bool = False


class CardStack(QObject):
    """Keeps one card for each living call, and for a while for one that has ended."""

    arranged = Signal()  # cards may stand elsewhere now

    def __init__(
        self,
        actions: Actions,
        start: Start,
        otherwise: Callable[[DesktopError], None],
        written: Callable[[str], str],
        pick: Callable[[Call, Do, CallCard], None],
        who: Callable[[str], str] | None = None,
    ) -> None:
        super().__init__()
        self._actions, self._start, self._otherwise = actions, start, otherwise
        self._written, self._pick, self._who = written, pick, who or written
        self._slots: dict[str, _Slot] = {}
        self._calls: Calls = {}
        self._connection = Connection()
        self._bar_place: QPoint | None = None
        self._guests: list[Floating] = []
        self._clock = QTimer(self)
        self._clock.setInterval(TICK_MS)
        self._clock.timeout.connect(self._tick)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenRemoved.connect(self._screen_gone)

    @property
    def cards(self) -> list[CallCard]:
        """The cards there are, oldest call first, hidden ones too."""
        return [slot.card for slot in self._slots.values()]

    def calls_changed(self, calls: Calls) -> None:
        """Take the calls as they are now."""
        self._calls = calls
        for key, call in calls.items():
            slot = self._slots.get(key)
            if slot is None and call.alive:
                slot = self._slots[key] = self._made(key)
            if slot is not None:
                self._update(slot, call)
        for key in [key for key in self._slots if key not in calls]:
            self._remove(key)
        self._arrange()

    def connection_changed(self, connection: Connection) -> None:
        """Take the link as it is now."""
        self._connection = connection
        self.calls_changed(self._calls)

    def reveal(self, key: str = "") -> None:
        """Show a call's card again, or all of them."""
        for known, slot in self._slots.items():
            if key in ("", known):
                slot.hidden = False
        self._arrange()

    def do(self, key: str, do: Do) -> None:
        """Do to a call what its card offers."""
        if key in self._slots:
            self._slots[key].presenter.do(do)
            self.reveal(key)  # an answer would not be seen

    def card_of(self, key: str) -> CallCard | None:
        """Return the card of a call."""
        return self._slots[key].card if key in self._slots else None

    def add_guest(self, window: Floating) -> None:
        """Give another small window a place in the stack, below the cards."""
        self._guests.append(window)
        self._arrange()

    def remove_guest(self, window: Floating) -> None:
        """Take it out again."""
        if window in self._guests:
            self._guests.remove(window)
            self._arrange()

    def close(self) -> None:
        """Take all cards away."""
        self._clock.stop()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenRemoved.disconnect(self._screen_gone)
        for key in [*self._slots]:
            self._remove(key)
        self.deleteLater()

    # -- within ---------------------------------------------------------------------------------

    def _made(self, key: str) -> _Slot:
        card = CallCard()

        def pick(call: Call, do: Do) -> None:
            self._pick(call, do, card)

        presenter = CardPresenter(
            card,
            self._actions,
            self._start,
            self._otherwise,
            self._written,
            pick,
            self._remove,
            self._who,
        )
        goes = QTimer(card)
        goes.setSingleShot(True)
        goes.timeout.connect(partial(self._leave, key))
        card.clicked.connect(presenter.do)
        card.dismissed.connect(partial(self._dismiss, key))
        card.moved.connect(partial(self._moved, key))
        card.resized.connect(self._arrange)
        return _Slot(card, presenter, goes, _screen_in_use())

    def _update(self, slot: _Slot, call: Call) -> None:
        before = slot.presenter.face.lingers if slot.presenter.face is not None else None
        other, stands = other_of(call, self._calls), among(call, self._calls)
        slot.presenter.update(call, self._connection, other, stands)
        if call.talking and not slot.talked:
            slot.talked, slot.hidden = True, False  # the popup was hidden, the bar was not
            taken = [other.place for other in self._slots.values()]
            if self._bar_place is not None and self._bar_place not in taken:
                slot.place = self._bar_place
        face = slot.presenter.face
        if face is None or face.lingers == before:
            return
        if face.lingers is None:  # it goes on after all
            slot.goes.stop()
        else:
            slot.goes.start(round(face.lingers * 1000))

    def _leave(self, key: str) -> None:
        slot = self._slots.get(key)
        if slot is None:
            return
        face = slot.presenter.face
        aims = face is not None and face.offers and slot.card.underMouse()
        if aims and slot.card.isVisible():  # never take a button away from under the pointer
            slot.goes.start(1000)
        else:
            self._remove(key)

    def _remove(self, key: str) -> None:
        slot = self._slots.pop(key, None)
        if slot is None:
            return
        slot.presenter.end()
        slot.goes.stop()
        slot.card.hide()
        slot.card.deleteLater()
        self._arrange()

    def _dismiss(self, key: str) -> None:
        slot = self._slots[key]
        if slot.goes.isActive():  # it has ended: nothing to come back to
            self._remove(key)
        else:
            slot.hidden = True
            self._arrange()

    def _moved(self, key: str, place: QPoint) -> None:
        slot = self._slots[key]
        slot.place = QPoint(place)
        screen = QGuiApplication.screenAt(slot.card.card().center())
        slot.screen = screen or slot.screen
        if slot.talked:
            self._bar_place = QPoint(place)
        self._arrange()

    def _screen_gone(self, screen: QScreen) -> None:
        for slot in self._slots.values():
            if slot.screen is screen:
                slot.screen, slot.place = QGuiApplication.primaryScreen(), None
        self._bar_place = None
        self._arrange()

    def _arrange(self) -> None:
        up = [slot for slot in self._slots.values() if not slot.hidden]
        for screen in {id(slot.screen): slot.screen for slot in up}.values():
            free = screen.availableGeometry()
            standing = [s for s in up if s.screen is screen and s.place is None]
            sizes = [slot.card.card().size() for slot in standing]
            for slot, at in zip(standing, corner_places(free, sizes), strict=True):
                slot.card.put(at)
            for slot in up:
                if slot.screen is screen and slot.place is not None:
                    slot.card.put(kept_inside(free, slot.place, slot.card.card().size()))
        self._arrange_guests(up)
        for slot in self._slots.values():
            slot.card.setVisible(not slot.hidden)
        runs = any(s.presenter.face and s.presenter.face.clock_from is not None for s in up)
        if runs != self._clock.isActive():
            self._clock.start() if runs else self._clock.stop()
        self.arranged.emit()

    def _arrange_guests(self, up: list[_Slot]) -> None:
        screen = _screen_in_use()
        cards = [s.card.card().size() for s in up if s.screen is screen and s.place is None]
        sizes = [*cards, *(window.card().size() for window in self._guests)]
        places = corner_places(screen.availableGeometry(), sizes)[len(cards) :]
        for window, at in zip(self._guests, places, strict=True):
            window.put(at)

    def _tick(self) -> None:
        now = self._actions.clock()
        for slot in self._slots.values():
            if not slot.hidden:
                slot.card.tick(now)


def _screen_in_use() -> QScreen:
    return QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()
