"""A field that takes the key combination that is pressed in it."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from traydial.domain.language import tr

_MODIFIERS = (
    (Qt.KeyboardModifier.ControlModifier, "Ctrl"),
    (Qt.KeyboardModifier.AltModifier, "Alt"),
    (Qt.KeyboardModifier.ShiftModifier, "Shift"),
    (Qt.KeyboardModifier.MetaModifier, "Meta"),
)
_NAMED = {
    Qt.Key.Key_Pause: "Pause",
    Qt.Key.Key_Insert: "Insert",
    Qt.Key.Key_Space: "Space",
    Qt.Key.Key_Home: "Home",
    Qt.Key.Key_End: "End",
}


class KeyField(QLineEdit):
    """Shows ``Ctrl+Shift+F9``; Backspace empties it, Tab leaves it."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setReadOnly(True)
        self.setToolTip(tr("Press the keys here; Backspace for none."))

    def event(self, event: QEvent) -> bool:
        # else the window would take Ctrl+S and its like before we see them
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = [name for modifier, name in _MODIFIERS if event.modifiers() & modifier]
        key = Qt.Key(event.key())
        if not held and key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._take("")
        elif name := key_name(key):
            self._take("+".join([*held, name]))
        else:
            event.ignore()  # Escape and Tab are the window's

    def _take(self, text: str) -> None:
        self.setText(text)
        self.textEdited.emit(text)
        self.editingFinished.emit()


def key_name(key: Qt.Key) -> str:
    """Return how a key is written in the settings, empty for one that cannot be used."""
    if key in _NAMED:
        return _NAMED[key]
    if Qt.Key.Key_F1 <= key <= Qt.Key.Key_F24:
        return f"F{key - Qt.Key.Key_F1 + 1}"
    if Qt.Key.Key_A <= key <= Qt.Key.Key_Z or Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
        return chr(key)
    return ""
