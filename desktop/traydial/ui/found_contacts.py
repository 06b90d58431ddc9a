"""Contacts of sources that have to be asked, while somebody types a name."""

from PySide6.QtCore import QObject, QTimer, Signal

from traydial.domain.contacts import Contact
from traydial.domain.errors import DesktopError
from traydial.domain.plain_text import safe_text
from traydial.ui.actions import Actions
from traydial.ui.book import FEWEST_LETTERS
from traydial.ui.errands import Errands

PAUSE_MS = 200  # in typing, before anybody is asked


class FoundContacts(QObject):
    """Asks once typing pauses, one question at a time; says when it has ``found`` somebody."""

    found = Signal()

    def __init__(self, actions: Actions, errands: Errands, parent: QObject) -> None:
        super().__init__(parent)
        self._actions, self._errands = actions, errands
        self._wanted = self._asked = ""
        self._busy = False
        self._contacts: list[Contact] = []
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._ask)

    def typed(self, text: str) -> None:
        """Take what is typed now."""
        wanted = safe_text(text).casefold().strip()
        is_name = len(wanted) >= FEWEST_LETTERS and any(c.isalpha() for c in wanted)
        self._wanted = wanted if is_name else ""
        if self._wanted and self._wanted != self._asked:
            self._pause.start()
        else:
            self._pause.stop()

    def fitting(self, text: str) -> list[Contact]:
        """Return those found last who are called so too: they stay while one goes on typing."""
        words = text.casefold().split()
        return [
            c for c in self._contacts if all(w in f"{c.name} {c.company}".casefold() for w in words)
        ]

    def _ask(self) -> None:
        if self._busy or not self._wanted or self._wanted == self._asked:
            return
        self._busy, self._asked = True, self._wanted
        self._errands.run(self._actions.ask_contacts(self._wanted), self._failed, self._answered)

    def _answered(self, contacts: list[Contact]) -> None:
        self._busy = False
        self._contacts = contacts
        if contacts:
            self.found.emit()
        self._ask()  # of what was typed meanwhile

    def _failed(self, _: DesktopError) -> None:
        self._busy = False
        self._ask()
