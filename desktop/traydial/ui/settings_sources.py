"""Tries the sources of contacts: what each says of a number or name, and what is wrong."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from traydial.domain.contacts import Contact
from traydial.domain.errors import DesktopError
from traydial.domain.language import tr
from traydial.domain.plain_text import safe_text
from traydial.domain.settings import Settings
from traydial.ui import look
from traydial.ui.actions import Actions, SourceAnswer
from traydial.ui.errands import Errand, Errands
from traydial.ui.error_words import error_words
from traydial.ui.look import GROUP, SMALL, TIGHT, TOUCH
from traydial.ui.meaning import Meaning
from traydial.ui.notes import Paragraph, ink_of
from traydial.ui.settings_fields import label_width
from traydial.ui.widgets import Button, Line, Picture

Ask = Callable[[], tuple[Settings, Mapping[str, str]] | None]


class TrySources(QWidget):
    """A field, a button and a line for each source. ``ask`` returns None where fields are wrong."""

    def __init__(self, actions: Actions, errands: Errands, ask: Ask) -> None:
        super().__init__()
        self._actions, self._errands, self._ask = actions, errands, ask
        self._errand: Errand | None = None
        label = QLabel(tr("Try a caller:"))
        label.setFixedWidth(label_width())
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.field = QLineEdit()
        self.field.setAccessibleName(tr("Try a number or name"))
        self.field.setPlaceholderText(tr("a number or a name"))
        self.field.setMinimumHeight(TOUCH)
        self.field.setMaxLength(100)
        self.field.returnPressed.connect(self.start)
        label.setBuddy(self.field)
        self.button = Button(tr("Try it"), "search")
        self.button.clicked.connect(self._clicked)
        self._state = Line(ink=look.secondary_ink)
        self._state.hide()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(GROUP)
        line = QHBoxLayout()
        line.setSpacing(GROUP)
        line.addWidget(label)
        line.addWidget(self.field, 1)
        line.addWidget(self.button)
        below = QVBoxLayout()
        below.setContentsMargins(label_width() + GROUP, 0, 0, 0)
        below.setSpacing(GROUP)
        below.addWidget(self._state)
        below.addLayout(self._lines)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addLayout(line)
        column.addLayout(below)

    def start(self) -> None:
        """Ask all sources as the fields have them."""
        self.stop()
        if not self.field.text().strip():
            self._say(tr("Type whom to look for."))
            return
        asked = self._ask()
        if asked is None:
            return
        self._clear()
        self.button.say(tr("Stop"), "x")
        self._say(tr("Asking\u2026"))
        settings, passwords = asked
        errand: Errand | None = None

        def report(answer: SourceAnswer) -> None:
            if self._errand is errand:
                self._lines.addWidget(_AnswerLine(answer))

        def failed(error: DesktopError) -> None:
            if self._errand is errand:
                self._ended(error_words(error).sentence)

        def done(_: None) -> None:
            if self._errand is errand:
                self._ended("" if self._lines.count() else tr("No source is set up yet."))

        errand = self._errand = self._errands.run(
            self._actions.try_contacts(settings, passwords, self.field.text(), report),
            failed,
            done,
        )

    def stop(self) -> None:
        """Call it off."""
        if self._errand is not None:
            errand, self._errand = self._errand, None
            errand.call_off()
            self._ended(tr("Stopped"))

    def answers(self) -> list[str]:
        """Return what is said, a line for each source."""
        return [line.accessibleName() for line in self.findChildren(_AnswerLine)]

    def _clicked(self) -> None:
        if self._errand is None:
            self.start()
        else:
            self.stop()

    def _ended(self, to_say: str) -> None:
        self._errand = None
        self._say(to_say)
        self.button.say(tr("Try it"), "search")

    def _say(self, text: str) -> None:
        self._state.say(text)
        self._state.setVisible(bool(text))

    def _clear(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()


class _AnswerLine(QWidget):
    def __init__(self, answer: SourceAnswer) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        icon, ink = ("check", ink_of(Meaning.GO)) if answer.contacts else ("x", look.secondary_ink)
        if answer.why:
            icon, ink = "circle-alert", ink_of(Meaning.END)
        took = f"{answer.took_s:.1f} s"
        head = QHBoxLayout()
        head.setSpacing(GROUP)
        head.addWidget(Picture(icon, ink))
        head.addWidget(Line(tr(answer.source), strong=True), 1)
        time = QLabel(took)
        time.setTextFormat(Qt.TextFormat.PlainText)
        time.setEnabled(False)
        head.addWidget(time)
        column.addLayout(head)
        said = said_by(answer)
        text = Paragraph(said, look.text_ink if answer.contacts else look.secondary_ink)
        below = QVBoxLayout()
        below.setContentsMargins(SMALL + GROUP, 0, 0, 0)
        below.addWidget(text)
        column.addLayout(below)
        self.setAccessibleName(f"{tr(answer.source)}, {took}: {said}")


def said_by(answer: SourceAnswer) -> str:
    """Write what a source answered."""
    if answer.why:
        return f"{answer.why[:1].upper()}{answer.why[1:]}."
    if not answer.contacts:
        return tr("Knows nobody.") if answer.by_name else tr("Is asked for numbers alone.")
    named = "; ".join(map(_named, answer.contacts))
    return named if answer.exact else tr("Probably {named}: the last digits agree.", named=named)


def _named(contact: Contact) -> str:
    name, company = safe_text(contact.known_as, 60), safe_text(contact.company, 60)
    return name if company in ("", name) else f"{name}, {company}"
