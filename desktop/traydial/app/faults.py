"""Errors of the program itself, from wherever they were logged, as one report in one window."""

import logging
import os
import platform
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from traydial import __version__
from traydial.app.logs import Redacting
from traydial.ui.fault_window import FaultWindow

MOST = 10  # kinds of faults that are told
_INSTALLED = str(Path(__file__).parents[2])
_LONGEST = 6000  # characters of one


class _Bell(QObject):
    rang = Signal(bool)  # whether it is of a new kind


@dataclass
class _Fault:
    text: str
    times: int = 1


class Faults(logging.Handler):
    """Takes every error that was logged with its exception, in whatever thread.

    The window comes up once for each kind of fault; the same one again is counted.
    """

    def __init__(self, clock: Callable[[], float] = time.time) -> None:
        super().__init__(logging.ERROR)
        self.setFormatter(Redacting(hides_numbers=True))  # it is sent to others
        self._clock = clock
        self._faults: dict[object, _Fault] = {}
        self._more = 0
        self._window: FaultWindow | None = None
        self._bell = _Bell()
        # always by the loop: the thread may be another, and the fault one of drawing
        self._bell.rang.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Listen to all loggers."""
        logging.getLogger().addHandler(self)

    def end(self) -> None:
        """Listen no longer, and close the window."""
        logging.getLogger().removeHandler(self)
        self._bell.rang.disconnect(self._show)
        if self._window is not None:
            self._window.hide()
            self._window.deleteLater()
            self._window = None

    def emit(self, record: logging.LogRecord) -> None:
        """Take a record; called by logging, one at a time."""
        error = record.exc_info[1] if record.exc_info else None
        if error is None:
            return
        trace = error.__traceback__
        while trace is not None and trace.tb_next is not None:
            trace = trace.tb_next
        kind = (type(error), trace and (trace.tb_frame.f_code, trace.tb_lineno))
        if fault := self._faults.get(kind):
            fault.times += 1
        elif len(self._faults) < MOST:
            self._faults[kind] = _Fault(self._text(record))
            self._bell.rang.emit(True)
            return
        else:
            self._more += 1
        self._bell.rang.emit(False)

    def _text(self, record: logging.LogRecord) -> str:
        text = self.format(record)[-_LONGEST:]
        for folder, name in ((_INSTALLED, ""), (str(Path.home()), "~")):
            text = text.replace(f"{folder}{os.sep}", f"{name}{os.sep}" if name else "")
        return text

    def report(self) -> str:
        """Return what to send on."""
        self.acquire()
        try:
            faults, more = [*self._faults.values()], self._more
        finally:
            self.release()
        desktop = os.environ.get("XDG_CURRENT_DESKTOP", "")
        lines = [
            f"Traydial {__version__}, Python {platform.python_version()}, Qt {pyside_version}",
            f"{platform.platform()}, {QGuiApplication.platformName()} {desktop}".rstrip(),
            time.strftime("%Y-%m-%d %H:%M %z", time.localtime(self._clock())),
        ]
        for fault in faults:
            lines += ["", f"{fault.times} times:" if fault.times > 1 else "once:", fault.text]
        if more:
            lines += ["", f"and {more} more"]
        return "\n".join(lines)

    def _show(self, is_new: bool) -> None:
        if self._window is None:
            self._window = FaultWindow()
        if is_new or self._window.isVisible():
            self._window.say(self.report())
        if is_new and not self._window.isVisible():
            self._window.show()
