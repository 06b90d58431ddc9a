"""A Qt program on the program's own loop, with global keys and a field; told what to do on stdin.

Tells one JSON line on standard output for whatever happens.
"""

import asyncio
import json
import os
import sys

from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from traydial.app.loop import make_loop
from traydial.platforms.hotkeys.x11 import X11Hotkeys
from traydial.platforms.hotkeys.x11_menus import KeysInOwnMenus
from traydial.platforms.selection.x11 import X11Selection


def tell(*words):
    print(json.dumps(words), flush=True)


async def shown(widget):
    while not widget.windowHandle().isExposed():  # noqa: ASYNC110 - nothing tells it
        await asyncio.sleep(0.01)


class KeysApp:
    def __init__(self):
        display = os.environ["DISPLAY"]
        self._hotkeys = X11Hotkeys(display, lambda name: tell("pressed", name))
        self._in_menus = KeysInOwnMenus(QApplication.instance(), self._hotkeys.hear)
        self._selection = X11Selection(display)
        self._menu, self._field = QMenu(), QLineEdit()
        self._menu.addAction("Nothing")
        self._menu.aboutToHide.connect(lambda: tell("menu", "closed"))
        self._tasks = set()

    async def run(self):
        commands = asyncio.Queue()
        asyncio.get_running_loop().add_reader(0, lambda: commands.put_nowait(os.read(0, 4096)))
        tell("ready")
        while words := (await commands.get()).decode().split():
            name, *rest = words
            await getattr(self, f"do_{name}")(*rest)
        await self._hotkeys.aclose()

    async def do_bind(self, *pairs):
        await self._hotkeys.bind(dict(pair.split("=") for pair in pairs))
        tell("state", self._hotkeys.state.value)

    async def do_menu(self):
        self._menu.popup(QCursor.pos())
        await shown(self._menu)
        tell("menu", "open")

    async def do_unmenu(self):
        self._menu.close()

    async def do_field(self, *words):
        """Show a text in a field that has the focus."""
        self._field.setText(" ".join(words))
        self._field.show()
        await shown(self._field)
        self._field.activateWindow()
        while not self._field.hasFocus():  # noqa: ASYNC110 - nothing tells it
            await asyncio.sleep(0.01)
        tell("field", "shown")

    async def do_read(self):
        """Read what is selected, in this very program perhaps."""
        tell("read", await self._selection.read())


if __name__ == "__main__":
    app = QApplication(sys.argv)
    app.setQuitOnLastWindowClosed(False)
    with asyncio.Runner(loop_factory=lambda: make_loop(app)) as runner:
        runner.run(KeysApp().run())
