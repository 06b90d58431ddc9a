"""Who watches the clipboard sees what people copy, and nothing else."""

from PySide6.QtGui import QGuiApplication

from traydial.platforms.clipboard.qt import QtClipboard
from traydial.platforms.selection import windows_clipboard as native

TEXT = 13  # CF_UNICODETEXT


def test_what_was_put_back_after_a_selection_is_no_news(qapp, qtbot):
    QGuiApplication.clipboard().clear()
    changes, told = [], []
    watcher = QtClipboard()
    watcher.watch(lambda: told.append(QGuiApplication.clipboard().text()))
    QGuiApplication.clipboard().dataChanged.connect(lambda: changes.append(1))
    try:
        native.swap({TEXT: "7001".encode("utf-16-le") + bytes(2)}, 0)
        qtbot.waitUntil(lambda: changes != [])
        assert QGuiApplication.clipboard().text() == "7001"
        assert told == []
        QGuiApplication.clipboard().setText("7002")
        qtbot.waitUntil(lambda: told[-1:] == ["7002"])
    finally:
        watcher.watch(None)
        QGuiApplication.clipboard().dataChanged.disconnect()
        QGuiApplication.clipboard().clear()
