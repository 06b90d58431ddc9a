"""Another program's window: ``python -m tests.windows.other_window [TEXT]``; all is selected.

Says ``ready`` when it has the keyboard. A line on its input ends it.
"""

import contextlib
import subprocess
import sys
import threading

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QTextEdit


@contextlib.contextmanager
def window_with(text):
    """Show another program's window in which this text is selected."""
    command = [sys.executable, "-m", "tests.windows.other_window", text]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        try:
            assert process.stdout.readline().strip() == b"ready"
            yield
        finally:
            process.stdin.close()
            process.wait(20)


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
