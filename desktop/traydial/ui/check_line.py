"""One line of the doctor: a light that is also a sign, and what helps."""

from typing import TypeGuard

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from traydial.domain.errors import CertificateFault, CertificateNotTrusted, DesktopError
from traydial.domain.language import mark, tr
from traydial.ui import look
from traydial.ui.actions import Check, Grade
from traydial.ui.look import GROUP, SMALL, TIGHT
from traydial.ui.meaning import Meaning
from traydial.ui.notes import Note, Paragraph, ink_of
from traydial.ui.widgets import Button, Line, Picture

LIGHTS = {
    Grade.GREEN: ("check", Meaning.GO, mark("works")),
    Grade.AMBER: ("circle-alert", Meaning.ATTENTION, mark("worth a look")),
    Grade.RED: ("x", Meaning.END, mark("does not work")),
}


class CheckLine(QWidget):
    """The light, what was looked at, and where something is wrong what helps."""

    trusted = Signal(str)

    def __init__(self, check: Check, *, trusts: bool = True) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        icon, meaning, light = LIGHTS[check.grade]
        told = tr(light)
        head = QHBoxLayout()
        head.setSpacing(GROUP)
        head.addWidget(Picture(icon, ink_of(meaning)))
        line = Line(check.what, strong=not check.ok)
        line.setAccessibleName(f"{check.what}: {told}")
        head.addWidget(line, 1)
        column.addLayout(head)
        self.setAccessibleName(f"{check.what}: {told}")
        words = None if check.ok else check.explained
        if words is not None:
            indented = QVBoxLayout()
            indented.setContentsMargins(SMALL + GROUP, 0, 0, 0)
            indented.setSpacing(TIGHT)
            column.addLayout(indented)
            note = Note(pictured=False)
            note.show_words(words, meaning)
            indented.addWidget(note)
            if trusts and _may_be_trusted(check.error):
                self._offer_trust(check.error.fingerprint, indented)

    def _offer_trust(self, fingerprint: str, column: QVBoxLayout) -> None:
        self._fingerprint = fingerprint
        text = Paragraph(f"SHA-256 {fingerprint.replace(':', ' ')}")
        text.setFont(look.fixed(text.font()))
        column.addWidget(text)
        row = QHBoxLayout()
        button = Button(tr("Trust this certificate"), "lock")
        button.clicked.connect(self._trust)
        row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)

    def _trust(self) -> None:
        self.trusted.emit(self._fingerprint)


def _may_be_trusted(error: DesktopError | None) -> TypeGuard[CertificateNotTrusted]:
    return (
        isinstance(error, CertificateNotTrusted)
        and bool(error.fingerprint)
        and error.fault is not CertificateFault.CA_FILE
    )
