"""One call on the screen: popup while it rings, bar while one talks. No decisions here."""

from functools import partial

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFont, QGuiApplication, QMouseEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from traydial.domain.calls import Recording
from traydial.domain.language import tr
from traydial.ui import look
from traydial.ui.call_presenter import Face
from traydial.ui.card_offers import ICONS, IN_FULL, MEANINGS, Do
from traydial.ui.card_parts import Lamp, Portrait, Steps
from traydial.ui.error_words import Words
from traydial.ui.floating import Floating
from traydial.ui.look import CORNER, GROUP, TIGHT
from traydial.ui.meaning import Meaning
from traydial.ui.notes import Note, Paragraph, ink_of
from traydial.ui.several import Among
from traydial.ui.text import duration
from traydial.ui.widgets import Button, Line, Picture
from traydial.ui.window import announce

WIDTH = 400
STRIPE = 4  # at the left of the call that the user is on, where there are several
_BARE = {Do.PARK, Do.KEYPAD, Do.PAUSE, Do.RESUME}
_WHILE_SMALL = (Do.CONNECT, Do.TALK)  # beside the name of a call that waits behind another


class Timer(QLabel):
    """Minutes and seconds that stay where they are while they run."""

    def __init__(self, font: QFont | None = None) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(look.tabular(font or self.font()))
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def show_seconds(self, seconds: float) -> None:
        """Show a duration."""
        text = duration(seconds)
        if text != self.text():
            self.setText(text)
            room = "0" * len(text.replace(":", ""))
            colons = ":" * text.count(":")
            self.setFixedWidth(self.fontMetrics().horizontalAdvance(room + colons) + 2)


class CallCard(Floating):
    """Shows a ``Face``; says what was clicked."""

    clicked = Signal(Do)
    dismissed = Signal()
    moved = Signal(QPoint)  # dragged there
    resized = Signal()

    def __init__(self) -> None:
        super().__init__(WIDTH)
        self.setWindowTitle(tr("Call", "it is one"))
        self._face: Face | None = None
        self._collapsed = False  # by the user, while it is not behind
        self._opened = False  # by the user, while it is behind
        self._grip: QPoint | None = None
        self._build_head()
        self._details = QWidget()
        self._build_details()
        self._question, self._note = Note(), Note()
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(GROUP)
        self._button_row = QWidget()
        self._button_row.setLayout(self._buttons)
        self._buttons.setContentsMargins(0, TIGHT, 0, 0)
        for part in (self._details, self._question, self._note, self._button_row):
            self.body.addWidget(part)

    def _build_head(self) -> None:
        self._portrait = Portrait()
        self._title = Line(factor=1.5, strong=True)
        self._number = Line(ink=look.secondary_ink)
        self._number.setFont(look.tabular(self._number.font()))
        self._small_lamp, self._small_clock = Lamp(), Timer()
        self._fold = Button(tr("Smaller"), "chevron-up", bare=True)
        self._fold.clicked.connect(self._toggle)
        self._while_small = {
            do: self._button_for(do, bare=do is not Do.TALK) for do in _WHILE_SMALL
        }
        self._page = self._button_for(Do.OPEN, bare=True)  # it belongs to the name beside it
        self._page.setObjectName(Do.OPEN.name)
        self._hide = Button(tr("Hide"), "x", bare=True)
        self._hide.clicked.connect(self.dismissed)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._title)
        names.addWidget(self._number)
        self._head = QHBoxLayout()
        self._head.setSpacing(GROUP)
        self._head.addWidget(self._portrait)
        self._head.addSpacing(TIGHT)
        self._head.addLayout(names, 1)
        self._head.addWidget(self._small_lamp)
        self._head.addWidget(self._small_clock)
        for button in self._while_small.values():
            self._head.addWidget(button)
        ends = QHBoxLayout()
        ends.setSpacing(0)
        ends.addWidget(self._page)
        ends.addWidget(self._fold)
        ends.addWidget(self._hide)
        self._head.addLayout(ends)
        self.body.addLayout(self._head)

    def _build_details(self) -> None:
        self._status_icon = Picture("phone", look.text_ink)
        self._status = Line()
        self._via = Line(ink=look.secondary_ink)
        self._lamp, self._clock = Lamp(), Timer()
        self._steps = Steps()
        self._pbx = QWidget()
        pbx = QHBoxLayout(self._pbx)
        pbx.setContentsMargins(0, 0, 0, 0)
        pbx.setSpacing(GROUP)
        pbx.addWidget(Picture("disc", ink_of(None)))
        pbx.addWidget(Line(tr("Recorded by the phone system"), ink=look.secondary_ink), 1)
        self._beside, self._beside_text = QWidget(), Line(ink=look.secondary_ink)
        beside = QHBoxLayout(self._beside)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(GROUP)
        beside.addWidget(Picture("link", ink_of(None)))
        beside.addWidget(self._beside_text, 1)
        self._words, self._words_text = QWidget(), Paragraph()
        words = QHBoxLayout(self._words)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(GROUP)
        words.addWidget(Picture("messages-square", look.text_ink), 0, Qt.AlignmentFlag.AlignTop)
        words.addWidget(self._words_text, 1)
        line = QHBoxLayout()
        line.setSpacing(GROUP)
        line.addWidget(self._status_icon)
        line.addWidget(self._status, 1)
        line.addWidget(self._lamp)
        line.addWidget(self._clock)
        column = QVBoxLayout(self._details)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GROUP)
        column.addLayout(line)
        column.addWidget(self._steps)
        column.addWidget(self._words)
        column.addWidget(self._beside)
        column.addWidget(self._pbx)

    # -- what the presenter says --------------------------------------------------------------

    def show_face(self, face: Face, now: float) -> None:
        """Show another state of the call."""
        before, self._face = self._face, face
        if before is None or before.among is not face.among:
            self._opened = False
            self.update()  # the stripe
        self._portrait.show_person(face.initials, face.picture)
        self._title.say(face.title)
        via = tr("via {via}", via=face.via) if face.via else ""
        self._status.say(" · ".join(part for part in (face.status, via) if part))
        self._status.set_ink(ink_of(face.meaning))
        self._status_icon.show_icon(face.icon, ink_of(face.meaning))
        self._steps.show_step(face.step, stopped=face.icon == "circle-alert")
        self._lamp.show_state(face.lamp)
        self._beside_text.say(face.beside)
        if before is None or before.note != face.note:
            self._words_text.say(face.note)
        if face.question:
            self._question.show_words(Words(face.question), Meaning.ATTENTION)
        else:
            self._question.clear()
        if before is None or [o.do for o in before.offers] != [o.do for o in face.offers]:
            self._make_buttons(face)
        for offer in face.offers:
            if (button := self.button(offer.do)) is not None:
                button.set_allowed(offer.why_not)
        told = f"{face.title}, {face.status}"
        if told != self.accessibleName():
            self.setAccessibleName(told)
            if self.isVisible():
                announce(self, told)
        self.setWindowTitle(f"{face.title}: {face.status}")
        self._arrange()
        self.tick(now)
        self._settle()

    def tick(self, now: float) -> None:
        """Let the timer show the time."""
        if self._face is None or self._face.clock_from is None:
            return
        for clock in (self._clock, self._small_clock):
            clock.show_seconds(now - self._face.clock_from)

    def explain(self, error: BaseException | None) -> None:
        """Say what went wrong with what was clicked; None takes it away."""
        if error is None:
            self._note.clear()
        else:
            self._note.explain(error)
        self._settle()

    @property
    def face(self) -> Face | None:
        """What is shown."""
        return self._face

    def button(self, do: Do) -> Button | None:
        """Return the button for this, if there is one."""
        return self.findChild(Button, do.name)

    # -- within ---------------------------------------------------------------------------------

    def _make_buttons(self, face: Face) -> None:
        while (item := self._buttons.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.setParent(None)  # gone from layouts and searches at once
                old.deleteLater()
        for offer in face.offers:
            if offer.do is Do.OPEN:
                continue  # above
            end = offer is face.offers[-1]  # what ends it is always in the same corner
            button = self._button_for(offer.do, bare=offer.do in _BARE or offer.small)
            button.setObjectName(offer.do.name)
            if end:
                self._buttons.addStretch(1)
            self._buttons.addWidget(button)
            button.show()  # a layout does it only later, and ``fit`` counts what is shown

    def _button_for(self, do: Do, *, bare: bool) -> Button:
        meaning = None if bare else MEANINGS.get(do)  # a colour needs a word beside it
        button = Button(tr(do.value), ICONS[do], meaning, bare=bare)
        button.setAccessibleName(tr(IN_FULL[do]))
        if IN_FULL[do] != do.value:
            button.set_tip(tr(IN_FULL[do]))
        button.clicked.connect(partial(self._click, do))
        return button

    def _arrange(self) -> None:
        face = self._face
        if face is None:
            return
        small, behind = self._is_small(face), face.among is Among.BEHIND
        self._number.say((face.beside or face.status) if small and behind else face.number)
        timed = face.clock_from is not None
        self._fold.setVisible(face.is_bar)
        self._portrait.setVisible(not small)
        self._number.setVisible(behind if small else bool(face.number))
        offers = {offer.do: offer for offer in face.offers}
        self._page.setVisible(Do.OPEN in offers and not small)
        for do, button in self._while_small.items():
            button.setVisible(small and behind and do in offers)
            button.set_allowed(offers[do].why_not if do in offers else "")
        self._fold.say(
            *((tr("Larger"), "chevron-down") if small else (tr("Smaller"), "chevron-up"))
        )
        self._small_lamp.show_state(face.lamp if small else Recording.OFF)
        self._small_clock.setVisible(small and timed)
        self._clock.setVisible(timed)
        self._pbx.setVisible(face.pbx_records)
        self._beside.setVisible(bool(face.beside))
        self._words.setVisible(bool(face.note))
        self._details.setVisible(not small)
        self._button_row.setVisible(bool(face.offers) and not small)

    def _is_small(self, face: Face) -> bool:
        """Tell whether only a line or two are shown; what waits behind another is small."""
        behind = face.among is Among.BEHIND
        small = not self._opened if behind else self._collapsed
        return face.is_bar and small and not face.question

    def _toggle(self) -> None:
        if self._face is not None and self._face.among is Among.BEHIND:
            self._opened = not self._opened
        else:
            self._collapsed = not self._collapsed
        self._arrange()
        self._settle()

    def _settle(self) -> None:
        before = self.size()
        self.fit()
        if self.size() != before:
            self.resized.emit()  # it stands on its lower edge

    def _click(self, do: Do, checked: bool = False) -> None:
        self.clicked.emit(do)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        announce(self, self.accessibleName())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._face is not None and self._face.among is Among.FRONT:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            card = self.rect().adjusted(self._edge, self._edge, -self._edge, -self._edge)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour(self.palette(), Meaning.GO))
            stripe = QRect(card.left(), card.top() + CORNER, STRIPE, card.height() - 2 * CORNER)
            stripe = look.mirrored(painter, card, stripe)
            painter.drawRoundedRect(stripe, STRIPE / 2, STRIPE / 2)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        window = self.windowHandle()
        if QGuiApplication.platformName().startswith("wayland") and window is not None:
            window.startSystemMove()  # there a window cannot place itself
        else:
            self._grip = event.globalPosition().toPoint() - self.card().topLeft()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            self.put(event.globalPosition().toPoint() - self._grip)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            self._grip = None
            self.moved.emit(self.card().topLeft())
