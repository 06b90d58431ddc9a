"""What a person does outside our windows: links, global keys, the clipboard."""

import asyncio
import contextlib
import logging
from collections.abc import Callable, Coroutine
from typing import Any, Protocol
from urllib.parse import unquote

from traydial.app.core import Core
from traydial.app.dialling import Dialling
from traydial.app.intake import Answer, Asks, Intake
from traydial.app.platform import Platform
from traydial.domain.calls import Calls, Direction, in_front
from traydial.domain.errors import DesktopError
from traydial.domain.numbers import Number
from traydial.domain.privileges import Ability
from traydial.domain.settings import Settings
from traydial.domain.store import Store
from traydial.domain.wishes import Question, Source

log = logging.getLogger(__name__)

_FILE = "file://"  # how desktops write what was double-clicked


class Windows(Asks, Protocol):
    """What gestures need of the windows."""

    def say(self, error: DesktopError) -> None: ...
    def reveal_calls(self) -> None: ...


class Gestures:
    """Ties the system's adapters to the intake, from ``start`` to ``aclose``."""

    def __init__(
        self,
        core: Callable[[], Core],
        windows: Windows,
        settings: Store[Settings],
        calls: Store[Calls],
        start: Callable[[Coroutine[Any, Any, None]], None],
        platform: Platform,
        open_page: Callable[[], Coroutine[Any, Any, None]],
        open_file: Callable[[str], None],
    ) -> None:
        self._core, self._windows, self._settings = core, windows, settings
        self._calls, self._start, self._open_page = calls, start, open_page
        self._open_file = open_file
        self._selection, self._clipboard = platform.selection, platform.clipboard
        self._lock = platform.session_lock
        self._hotkeys = platform.hotkeys(self._pressed)
        self._activation = platform.activation(self.open_link, windows.open_dial_box)
        self._services_menu = platform.services_menu(self._served)
        self.hotkey_problems = self._hotkeys.state
        self._intake = Intake(windows, lambda: settings.value, self.dial, self._lock.locked)
        self._watched = ""
        self._bound: dict[str, str] = {}
        self._reading = False
        self._ends = [settings.subscribe(self._settings_changed)]

    async def start(self) -> None:
        """Take the hotkeys, listen to the session."""
        await self._lock.start()
        await self._activation.start()
        await self._services_menu.start()
        self._settings_changed(self._settings.value)

    async def aclose(self) -> None:
        """Let go of everything."""
        for end in self._ends:
            end()
        self._clipboard.watch(None)
        adapters = (self._hotkeys, self._activation, self._services_menu, self._lock)
        await asyncio.gather(*(adapter.aclose() for adapter in adapters))

    def dial(self, number: Number) -> Dialling:
        """Call a number; what goes wrong is told in a notice."""
        return Dialling(self._core, number, self._windows.say)

    def link(self, text: str) -> Dialling | None:
        """Take a clicked link; None where a question comes first. Raises DesktopError."""
        self._core()  # without settings there is nobody to ask, and nothing to dial with
        return self._intake.link(text)

    def ask(self, question: Question, then: Answer) -> None:
        """Ask before dialling, in turn with what links and texts have to ask."""
        self._intake.ask(question, then)

    def open_link(self, text: str) -> None:
        """Take a clicked link, or file with settings, from where nobody waits for an answer."""
        try:
            if text.startswith(_FILE):
                self._open_file(unquote(text.removeprefix(_FILE)))
            else:
                self.link(text)
        except DesktopError as error:
            self._windows.say(error)

    def text(self, text: str, source: Source) -> None:
        """Take a text that was dropped or pasted."""
        self._intake.text(text, source)

    async def dial_selection(self) -> None:
        """Take what is selected in the window in front. Raises SelectionUnreadable."""
        self._reading = True
        try:
            text = await self._selection.read()
        finally:
            self._reading = False
        self._intake.text(text, Source.SELECTION)

    async def dial_clipboard(self) -> None:
        """Take what was copied. Raises SelectionUnreadable."""
        self._intake.text(await self._clipboard.read(), Source.CLIPBOARD)

    # -- within

    def _served(self, text: str) -> None:
        self._intake.text(text, Source.SELECTION)

    def _pressed(self, name: str) -> None:
        if name == "dial_selection":
            self._start(self.dial_selection())
        elif name == "dial_box":
            self._windows.open_dial_box()
        elif name == "answer_hang_up":
            self._start(self._answer_or_hang_up())
        elif name == "open_page":
            self._start(self._open_page())

    async def _answer_or_hang_up(self) -> None:
        """End the call there is; answer what rings here, or show it where the phone has to."""
        alive = [call for call in self._calls.value.values() if call.alive]
        mine = [call for call in alive if call.talking or call.direction is Direction.OUT]
        if mine:
            front = in_front(self._calls.value) or mine[-1]
            await self._core().phone.hang_up(front.key)
        elif alive:
            phone = self._core().phone
            if phone.remote.can_answer(alive[0]) and self._may_answer():
                await phone.remote.answer(alive[0].key)
            else:
                self._windows.reveal_calls()

    def _may_answer(self) -> bool:
        return self._core().connection.value.may(Ability.ANSWER)

    def _settings_changed(self, settings: Settings) -> None:
        keys = settings.hotkeys
        wanted = {
            "dial_selection": keys.dial_selection,
            "answer_hang_up": keys.answer_hang_up,
            "dial_box": keys.dial_box,
            "open_page": keys.open_page,
        }
        wanted = {name: combination for name, combination in wanted.items() if combination}
        if wanted != self._bound:  # a desktop may ask its user each time
            self._bound = wanted
            self._start(self._hotkeys.bind(wanted))
        self._clipboard.watch(self._copied if settings.clipboard.watch else None)

    def _copied(self) -> None:
        if self._reading:  # where a selection is read by copying it, nobody has copied
            return

        async def look() -> None:
            with contextlib.suppress(DesktopError):  # an offer that cannot be made is none
                text = await self._clipboard.read()
                if text != self._watched:
                    self._watched = text
                    self._intake.copied(text)

        self._start(look())
