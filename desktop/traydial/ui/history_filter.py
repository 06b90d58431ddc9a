"""What is looked for in the history: a field, a kind of call, a time."""

from datetime import datetime, time, timedelta

from PySide6.QtCore import QDate, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QDateEdit, QHBoxLayout, QLabel, QLineEdit, QWidget

from traydial.domain.calls import Direction
from traydial.domain.history import Wanted
from traydial.domain.language import mark, tr
from traydial.ui.look import GROUP, TOUCH

AFTER_MS = 150  # a search for each letter would be one too many
ALL, MISSED, INCOMING, OUTGOING, RECORDED, NOTED = range(6)
_KINDS = (
    mark("All calls"),
    mark("Missed"),
    mark("Incoming"),
    mark("Outgoing"),
    mark("Recorded"),
    mark("With a note"),
)
ANY_TIME, TODAY, WEEK, MONTH, SPAN = range(5)
_TIMES = (
    mark("Any time"),
    mark("Today"),
    mark("Last 7 days"),
    mark("Last 30 days"),
    mark("From, to"),
)
_BACK = {TODAY: 0, WEEK: 6, MONTH: 29}  # days before today


class HistoryFilter(QWidget):
    """Says with ``changed`` that something else is wanted, and with ``down`` to go on below."""

    changed = Signal()
    down = Signal(QKeyEvent)

    def __init__(self) -> None:
        super().__init__()
        self.field = _Field()
        self.field.setPlaceholderText(tr("Name, number, note …"))
        self.field.setAccessibleName(tr("Search calls"))
        self.field.setClearButtonEnabled(True)
        self.field.setMaxLength(200)
        self.kinds = _chooser(tr("Which calls"), _KINDS)
        self.times = _chooser(tr("When"), _TIMES)
        self.since, self.until = _day(tr("From")), _day(tr("To"))
        self._dash = QLabel(tr("to", "between two days"))
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(AFTER_MS)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GROUP)
        line.addWidget(self.field, 1)
        for widget in (self.kinds, self.times, self.since, self._dash, self.until):
            widget.setMinimumHeight(TOUCH)
            line.addWidget(widget)
        self.field.setMinimumHeight(TOUCH)
        self._show_span()
        self._soon.timeout.connect(self.changed)
        self.field.textChanged.connect(lambda _: self._soon.start())
        self.field.down.connect(self.down)
        self.kinds.currentIndexChanged.connect(self._at_once)
        self.times.currentIndexChanged.connect(self._time_changed)
        self.since.dateChanged.connect(self._at_once)
        self.until.dateChanged.connect(self._at_once)

    def wanted(self, now: float) -> Wanted:
        """Return what is looked for."""
        kind = self.kinds.currentIndex()
        directions = {INCOMING: Direction.IN, OUTGOING: Direction.OUT}
        since, until = self._span(now)
        return Wanted(
            text=self.field.text().strip(),
            direction=directions.get(kind),
            missed_only=kind == MISSED,
            since=since,
            until=until,
            recorded=kind == RECORDED,
            with_note=kind == NOTED,
        )

    def stop(self) -> None:
        """Ask for nothing any more."""
        self._soon.stop()

    def _span(self, now: float) -> tuple[float | None, float | None]:
        chosen = self.times.currentIndex()
        if chosen == ANY_TIME:
            return None, None
        if chosen == SPAN:
            first, last = sorted((self.since.date(), self.until.date()), key=QDate.toJulianDay)
            return _midnight(first), _midnight(last.addDays(1))
        today = datetime.combine(datetime.fromtimestamp(now).date(), time())
        return (today - timedelta(days=_BACK[chosen])).timestamp(), None

    def _time_changed(self) -> None:
        self._show_span()
        self._at_once()

    def _show_span(self) -> None:
        for widget in (self.since, self._dash, self.until):
            widget.setVisible(self.times.currentIndex() == SPAN)

    def _at_once(self) -> None:
        self._soon.stop()
        self.changed.emit()


class _Field(QLineEdit):
    """Hands the keys on that move in the list below."""

    down = Signal(QKeyEvent)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
        if event.key() in (*keys, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.down.emit(event)
        else:
            super().keyPressEvent(event)


def _chooser(name: str, words: tuple[str, ...]) -> QComboBox:
    made = QComboBox()
    made.addItems(list(map(tr, words)))
    made.setAccessibleName(name)
    return made


def _day(name: str) -> QDateEdit:
    made = QDateEdit(QDate.currentDate())
    made.setCalendarPopup(True)
    made.setAccessibleName(name)
    return made


def _midnight(day: QDate) -> float:
    return datetime(day.year(), day.month(), day.day()).timestamp()
