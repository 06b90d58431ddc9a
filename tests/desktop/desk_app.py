"""The interface with made-up calls, told what to do on standard input, one line each.

Answers each command with one JSON line on standard output, once it has come true.
"""

import json
import os
import sys

from PySide6.QtCore import QObject, QPoint, QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication

from tests.screens import scenes
from tests.ui.people import Office, incoming, talking
from traydial.domain.calls import Cause, Phase
from traydial.ui.card_offers import Do
from traydial.ui.compositor import is_running
from traydial.ui.floating import SHADOW

STEP_MS = 10


class DeskApp(QObject):
    def __init__(self, app):
        super().__init__()
        self._app, self._read = app, b""
        self._office = Office()
        self._office.desk.show(at_login=True)  # no small window in place of a tray
        self._commands = QSocketNotifier(0, QSocketNotifier.Type.Read, self)
        self._commands.activated.connect(self._readable)
        self._steps = QTimer(self)
        self._steps.timeout.connect(lambda: self._office.driver.step())
        self._steps.start(STEP_MS)
        self._answer("ready")

    def _readable(self):
        data = os.read(0, 4096)
        if not data:
            self._quit()
            return
        *lines, self._read = (self._read + data).split(b"\n")
        for line in lines:
            name, *words = line.decode().split()
            getattr(self, f"do_{name}")(*words)

    def _answer(self, value):
        print(json.dumps(value), flush=True)

    def _when(self, ready, value):
        """Answer once it is so."""
        if ready():
            self._answer(value())
        else:
            QTimer.singleShot(STEP_MS, lambda: self._when(ready, value))

    def _exposed(self, number=0):
        cards = self._office.desk.stack.cards
        handle = cards[number].windowHandle() if len(cards) > number else None
        return handle is not None and handle.isExposed()

    def do_ring(self, key="in-1"):
        self._office.put(incoming(key))
        number = len(self._office.desk.stack.cards) - 1
        self._when(lambda: self._exposed(number), lambda: "up")

    def do_talk(self):
        self._office.put(talking())
        self._when(self._exposed, lambda: "up")

    def do_end(self, key):
        self._office.change(key, phase=Phase.ENDED, cause=Cause.ANSWERED_ELSEWHERE)
        stack = self._office.desk.stack
        self._when(lambda: stack.card_of(key) is None, lambda: "gone")

    def do_where(self, do):
        """Tell where a button of the first card is on the screen."""
        card = self._office.card()
        button = card.button(Do[do])
        at = button.mapTo(card, button.rect().center()) + card.pos()
        self._answer([at.x(), at.y()])

    def do_card(self):
        self._answer(self._office.card().card().getRect())

    def do_strays(self):
        """Tell which cards are not where they were put."""
        cards = self._office.desk.stack.cards
        edge = QPoint(SHADOW, SHADOW) if is_running() else QPoint()
        self._answer([c.accessibleName() for c in cards if c.pos() + edge != c.card().topLeft()])

    def do_asked(self):
        self._answer(self._office.actions.asked)

    def do_open_dial_box(self):
        self._office.desk.open_dial_box()
        self._when(self._has_focus("_dial_box"), lambda: "focus")

    def do_picker(self):
        self._when(self._has_focus("_picker"), lambda: "focus")

    def do_dial_box(self):
        self._when(self._has_focus("_dial_box"), lambda: "focus")

    def _has_focus(self, name):
        def ready():
            window = getattr(self._office.desk, name)
            return window is not None and window.entry.field.hasFocus()

        return ready

    def do_tray(self):
        """Tell where the tray icon is; in the corner it is nowhere yet."""
        self._answer(self._office.desk.tray.icon.geometry().getRect())

    def do_menu(self):
        menu = self._office.desk.tray.menu
        self._when(menu.isVisible, lambda: [a.text() for a in menu.actions() if a.text()])

    def do_active(self):
        action = self._office.desk.tray.menu.activeAction()
        self._answer(action.text() if action is not None else "")

    def do_scene(self, name):
        """Show one of the scenes of the screenshots, and nothing else."""
        self._office.close()
        self._office = Office()
        self._office.studio = self
        self._office.desk.show(at_login=True)  # no small window in place of a tray
        scenes()[name](self._office)
        self._answer(name)

    def settle(self, ms=0):
        """Nothing waits: this is no studio of pictures."""

    def do_quit(self):
        self._quit()

    def _quit(self):
        self._steps.stop()
        self._commands.setEnabled(False)
        self._office.close()
        self._app.quit()


def main():
    app = QApplication(["traydial"])
    app.setQuitOnLastWindowClosed(False)
    keep = DeskApp(app)
    code = app.exec()
    del keep
    return code


if __name__ == "__main__":
    sys.exit(main())
