"""Another program's window: ``python -m tests.windows.other_window [TEXT]``; all is selected.

Says ``ready`` when it has the keyboard. A line on its input ends it.
"""

import sys
import threading

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QTextEdit


def main(text=""):
    app = QApplication([])
    field = QTextEdit()
    field.setPlainText(text)
    field.selectAll()
    field.show()
    field.activateWindow()

    def tell(*_):
        if field.hasFocus() and field.isActiveWindow():
            print("ready", flush=True)
            app.focusChanged.disconnect(tell)

    app.focusChanged.connect(tell)
    QTimer.singleShot(0, tell)

    def end():
        sys.stdin.readline()
        QTimer.singleShot(0, app, app.quit)

    threading.Thread(target=end, daemon=True).start()
    app.exec()


if __name__ == "__main__":
    main(*sys.argv[1:])
