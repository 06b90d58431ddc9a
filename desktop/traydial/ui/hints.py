"""Keeps the hints in empty fields readable: toolkits draw them too faint for many eyes."""

from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from traydial.ui import look

_ROLE = QPalette.ColorRole


class ReadableHints:
    """Changes that one colour for all windows, and again when the desktop turns dark or light."""

    def __init__(self) -> None:
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._change)
        self._change()

    def stop(self) -> None:
        """Leave the colour as it is."""
        QGuiApplication.styleHints().colorSchemeChanged.disconnect(self._change)

    def _change(self) -> None:
        palette = QApplication.palette()
        ink = look.hint_ink(palette)
        if palette.color(_ROLE.PlaceholderText) != ink:
            palette.setColor(_ROLE.PlaceholderText, ink)  # all others go on following the desktop
            QApplication.setPalette(palette)
