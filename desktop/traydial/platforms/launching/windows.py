"""Windows: the shell opens the page with the browser that the user chose."""

import asyncio
import ctypes
import os
import sys
import threading
from collections.abc import Mapping, Sequence

from traydial.domain.errors import NotOpened
from traydial.domain.language import tr
from traydial.platforms.launching.processes import Processes, clean_environment

assert sys.platform == "win32"

_WITHIN_S = 20.0  # a browser that is updated just now takes its time
_APARTMENT, _NO_OLE1 = 0x2, 0x4
_ole32 = ctypes.WinDLL("ole32")


class WindowsLauncher:
    """ShellExecute in a thread of its own: it may wait for whatever it starts."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._programs = Processes(clean_environment(environ))

    async def open_page(self, address: str) -> None:
        """Show an address in the user's browser. Raises NotOpened."""
        loop = asyncio.get_running_loop()
        done: asyncio.Future[str] = loop.create_future()

        def tell(why: str) -> None:
            if not done.done():
                done.set_result(why)

        def work() -> None:
            why = ""
            _ole32.CoInitializeEx(None, _APARTMENT | _NO_OLE1)
            try:
                os.startfile(address)  # noqa: S606 - an address of a scheme that is allowed
            except OSError as error:
                why = error.strerror or str(error)
            finally:
                _ole32.CoUninitialize()
            loop.call_soon_threadsafe(tell, why)

        threading.Thread(target=work, name="traydial-page", daemon=True).start()
        try:
            why = await asyncio.wait_for(done, _WITHIN_S)
        except TimeoutError:
            why = tr("the browser does not answer")
        if why:
            raise NotOpened(address, why)

    async def start(self, command: Sequence[str]) -> None:
        """Start a program with its arguments, without a shell. Raises NotOpened."""
        await self._programs.start(command)
