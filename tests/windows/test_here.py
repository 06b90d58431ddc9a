"""What the other tests stand on: Windows' own Python, and Qt's Windows platform."""

import asyncio
import sys

from PySide6.QtGui import QGuiApplication


def test_this_is_windows_to_python_and_qt(qapp):
    assert sys.platform == "win32"
    assert QGuiApplication.platformName() == "windows"


def test_asyncio_uses_completion_ports_as_on_any_windows():
    async def kind():
        return type(asyncio.get_running_loop()).__name__

    assert asyncio.run(kind()) == "ProactorEventLoop"
