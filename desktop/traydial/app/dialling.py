"""One wish on its way to be a call: waits for the link, can be taken back."""

import asyncio
from collections.abc import Callable

from traydial.app.core import Core
from traydial.domain.errors import DesktopError, NoAnswerInTime
from traydial.domain.numbers import Number

ONLINE_WITHIN_S = 8.0  # with the start, 10 s from the click: later nobody remembers it


class Dialling:
    """Starts at once. ``task`` ends when the own phone is being rung, or raises DesktopError."""

    def __init__(
        self, core: Callable[[], Core], number: Number, failed: Callable[[DesktopError], None]
    ) -> None:
        self._core, self._number, self._failed = core, number, failed
        self._key = ""
        self.task = asyncio.get_running_loop().create_task(self._dial())
        self.task.add_done_callback(self._ended)

    def withdraw(self) -> bool:
        """Take it back while nobody talks yet; tell whether that was so."""
        if not self.task.done():
            return self.task.cancel()  # what was sent already is hung up by the phone
        if self.task.cancelled() or self.task.exception() is not None:
            return False
        phone = self._core().phone
        if not phone.is_alive(self._key) or phone.call(self._key).talking:
            return False
        self.task = asyncio.get_running_loop().create_task(phone.hang_up(self._key))
        self.task.add_done_callback(self._ended)
        return True

    async def _dial(self) -> None:
        core = self._core()
        try:
            async with asyncio.timeout(ONLINE_WITHIN_S):
                await core.online()
        except TimeoutError:
            late = NoAnswerInTime("not connected in time")
            raise core.connection.value.problem or late from None
        self._key = core.phone.new_key()
        await core.phone.dial(self._number, key=self._key)

    def _ended(self, task: "asyncio.Task[None]") -> None:
        if task.cancelled():
            return
        error = task.exception()
        if isinstance(error, DesktopError):
            self._failed(error)
        elif error is not None:
            raise error
