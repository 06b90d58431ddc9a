"""Start, run, quit: the order of things, and deadlines for whatever will not end."""

import asyncio
import os
import signal
import sys
import threading
from typing import Protocol

from PySide6.QtCore import QTimer

STUCK_AFTER_S = 3.0


class Running(Protocol):
    """What is started and waited for."""

    quit_wanted: asyncio.Event

    def start(self, *, at_login: bool = False) -> None: ...


async def run_app(app: Running, *, at_login: bool = False) -> int:
    """Run until somebody wants to quit; ``at_login``: the desktop itself is starting too."""
    beat = _listen_for_signals(app.quit_wanted)
    try:
        app.start(at_login=at_login)
        await app.quit_wanted.wait()
    finally:
        if beat is not None:
            beat.stop()
    _die_if_stuck()
    return 0


def _listen_for_signals(quit_wanted: asyncio.Event) -> QTimer | None:
    if sys.platform != "win32":
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, quit_wanted.set)
        return None
    # Windows: the handler only runs when Python does, so Python is woken now and then
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: quit_wanted.set())
    beat = QTimer()
    beat.timeout.connect(_nothing)
    beat.start(250)
    return beat


def _nothing() -> None:
    """Let Python run."""


def _die_if_stuck() -> None:
    # a thread in a hung keyring or DNS call must not keep a program that was told to go
    watchdog = threading.Timer(STUCK_AFTER_S, os._exit, args=(0,))
    watchdog.daemon = True
    watchdog.start()
