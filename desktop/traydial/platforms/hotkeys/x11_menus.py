"""Global keys on X11 while one of our own menus is open.

A menu holds the whole keyboard, so that the server tells nobody else of any key. What the
menu of another program holds, only that program hears: no global key works then.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent


class KeysInOwnMenus(QObject):
    """Shows each key that comes to ``watched`` (the application) to ``hear``.

    ``hear`` gets X11's keycode and modifiers and tells whether it took the key.
    """

    def __init__(self, watched: QObject, hear: Callable[[int, int], bool]) -> None:
        super().__init__(watched)
        self._hear = hear
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.isAutoRepeat():
            return False
        return self._hear(event.nativeScanCode(), event.nativeModifiers())
