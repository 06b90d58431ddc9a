"""Pair my phone: what to dial, large enough to read from the phone, and what was found."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from traydial.domain.errors import DesktopError
from traydial.domain.language import mark, tr
from traydial.domain.pairing import PhoneFound, ToDial
from traydial.domain.settings import Settings
from traydial.ui import look
from traydial.ui.actions import Actions
from traydial.ui.errands import Errand, Errands
from traydial.ui.look import GROUP, TIGHT
from traydial.ui.meaning import Meaning
from traydial.ui.notes import Note, Paragraph
from traydial.ui.settings_fields import FieldRow, label_width
from traydial.ui.widgets import Button, Line
from traydial.ui.words import phone_found_words, to_dial_words, unseen_words

Ask = Callable[[], tuple[Settings, str | None] | None]
_IDLE = mark("Pair my phone")
_WHAT_FOR = mark(
    "Traydial shows a number; dial it on your phone, and the fields below are filled in."
)


class PhonePairing(QWidget):
    """``ask`` returns the settings to connect with, or None when they are wrong.

    ``row`` returns a field of the settings: a phone is put there in place of those there
    are, or beside them.
    """

    def __init__(
        self, actions: Actions, errands: Errands, ask: Ask, row: Callable[[str], FieldRow]
    ) -> None:
        super().__init__()
        self._actions, self._errands, self._ask, self._row = actions, errands, ask, row
        self._errand: Errand | None = None
        self._found: PhoneFound | None = None
        self.button = Button(_IDLE, "phone")
        self.button.clicked.connect(self._clicked)
        self.digits = QLabel()
        self.digits.setTextFormat(Qt.TextFormat.PlainText)
        self.digits.setFont(look.tabular(look.sized(self.digits.font(), 2.6, strong=True)))
        self.found = Line(strong=True)
        self.says = Paragraph(tr(_WHAT_FOR), look.secondary_ink)
        self.note = Note()
        self.use = Button(tr("Use this phone"), "check", Meaning.GO)
        self.also = Button(tr("Add it to mine"))
        self.other = Button(tr("Not mine"), "x")
        self.use.clicked.connect(self._use)
        self.also.clicked.connect(self._add)
        self.other.clicked.connect(self.start)
        buttons = QHBoxLayout()
        buttons.setSpacing(GROUP)
        for button in (self.button, self.use, self.also, self.other):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(label_width() + GROUP, 0, 0, GROUP)
        column.setSpacing(TIGHT)
        for part in (self.digits, self.found, self.says, self.note):
            column.addWidget(part)
        column.addSpacing(TIGHT)
        column.addLayout(buttons)
        rule = QFrame()
        rule.setFrameShape(QFrame.Shape.HLine)
        rule.setFrameShadow(QFrame.Shadow.Sunken)
        column.addSpacing(GROUP)
        column.addWidget(rule)
        self._show(tr(_WHAT_FOR))

    def start(self) -> None:
        """Show what to dial, and wait for it."""
        asked = self._ask()
        if asked is None:
            return
        self._show(tr("One moment…"), waiting=True)
        errand: Errand | None = None

        def report(to_dial: ToDial) -> None:
            if self._errand is errand:
                self._show(to_dial_words(to_dial), waiting=True, large=to_dial.digits)

        def failed(error: DesktopError) -> None:
            if self._errand is errand:
                self._errand = None
                self._show("")
                self.note.explain(error)
                self.button.say(tr("Try again"), "rotate-cw")

        def done(found: PhoneFound) -> None:
            if self._errand is errand:
                self._errand, self._found = None, found
                self._show_found(found)

        errand = self._errand = self._errands.run(
            self._actions.pair_phone(*asked, report), failed, done
        )

    def stop(self) -> None:
        """Call it off."""
        if self._errand is not None:
            errand, self._errand = self._errand, None
            errand.call_off()
        self._show(tr(_WHAT_FOR))

    def _clicked(self) -> None:
        if self._errand is None:
            self.start()
        else:
            self.stop()

    def _use(self) -> None:
        found, self._found = self._found, None
        if found is not None:
            self._put("phone.extension", found.extension)
            self._put("phone.devices", found.device)
            self._put("phone.context", found.context)
            self._show(tr("The fields below are those of this phone now. Save to keep them."))

    def _add(self) -> None:
        found, self._found = self._found, None
        if found is not None:
            self._put("phone.devices", f"{self._row('phone.devices').value}, {found.device}")
            self._show(tr("This phone is one of yours now. Save to keep it."))

    def _put(self, place: str, text: str) -> None:
        row = self._row(place)
        row.set_text(text)
        row.left.emit(place)  # it is checked as if one had typed it

    def _show_found(self, found: PhoneFound) -> None:
        words = phone_found_words(found)
        self._show(words.remedy, found=words.sentence)
        asked = self._ask()
        mine = asked[0].phone.devices if asked is not None else ()
        self.also.setVisible(bool(mine) and found.device not in mine)
        if not found.is_told:
            self.note.show_words(unseen_words(found), Meaning.ATTENTION)

    def _show(self, text: str, *, waiting: bool = False, large: str = "", found: str = "") -> None:
        self.note.clear()
        self.digits.setText(large)
        self.digits.setAccessibleName(tr("Dial {digits}", digits=" ".join(large)) if large else "")
        self.digits.setVisible(bool(large))
        self.found.say(found)
        self.found.setVisible(bool(found))
        self.says.say(text)
        self.says.setVisible(bool(text))
        self.button.setVisible(not found)
        self.use.setVisible(bool(found))
        self.also.hide()
        self.other.setVisible(bool(found))
        self.button.say(tr("Stop") if waiting else tr(_IDLE), "x" if waiting else "phone")
