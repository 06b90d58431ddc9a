"""Global keys on X11: XGrabKey on a connection of its own; conflicts are seen, keys swallowed.

The connection is watched with ``loop.add_reader``: that is asyncio's own on a plain loop and a
QSocketNotifier under qasync, so keys are heard while a menu of ours is open, without any Qt
here. Whatever waits for the X server (connecting, reading the keyboard, grabbing) does so in
a thread, while the reader rests: the connection is never used from two sides at once.
"""

import asyncio
import logging
import threading
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from traydial.domain.language import mark, tr
from traydial.domain.store import Store

if TYPE_CHECKING:
    from traydial.platforms.hotkeys.x11_grabs import KeyGrabs

log = logging.getLogger(__name__)

_ANSWER_WITHIN_S = 2.0
_NO_SCREEN = mark("The X server ({}) cannot be reached, so no keys can be set.")

Change = Callable[["KeyGrabs"], dict[str, str]]


class X11Hotkeys:
    """``display_name`` as in DISPLAY; ``on_pressed`` is called with the name that was bound."""

    def __init__(self, display_name: str, on_pressed: Callable[[str], None]) -> None:
        self._display_name, self._on_pressed = display_name, on_pressed
        self._wanted: Mapping[str, str] = {}
        self._grabs: KeyGrabs | None = None
        self._one_at_a_time = asyncio.Lock()
        self._refresh: asyncio.Task[None] | None = None
        self._outdated = False
        self.state: Store[Mapping[str, str]] = Store({})

    async def bind(self, wanted: Mapping[str, str]) -> None:
        """Let go of all combinations and take these: name -> ``Ctrl+Shift+F9``."""
        async with self._one_at_a_time:
            self._wanted = dict(wanted)
            if self._grabs or any(wanted.values()):
                await self._change(lambda grabs: grabs.take(self._wanted))
            else:
                self.state.set(dict.fromkeys(wanted, ""))

    def hear(self, keycode: int, modifiers: int) -> bool:
        """Take a key that came to a window of ours; False if it is none of the combinations.

        That happens while one of our menus is open: then Qt holds the whole keyboard, and
        X11 asks nobody else. See ``x11_menus``.
        """
        name = self._grabs.name_of(keycode, modifiers) if self._grabs else None
        if name:
            self._on_pressed(name)
        return bool(name)

    async def aclose(self) -> None:
        """Let go of everything."""
        if self._refresh:
            self._refresh.cancel()
            await asyncio.gather(self._refresh, return_exceptions=True)
        async with self._one_at_a_time:
            self._wanted = {}
            if grabs := self._stop_listening():
                grabs.close()

    async def _change(self, change: Change) -> None:
        """Do something that waits for the X server, then listen again."""
        from traydial.platforms.hotkeys.x11_grabs import GONE, KeyGrabs

        grabs = self._stop_listening()
        made = [grabs] if grabs else []
        handing_over = threading.Lock()
        given_up = at_work = False

        def work() -> dict[str, str]:
            nonlocal at_work
            with handing_over:
                if given_up:
                    return {}
                at_work = True
            try:
                if not made:
                    made.append(KeyGrabs(self._display_name))
                return {} if given_up else change(made[0])
            finally:
                with handing_over:
                    at_work = False
                    if given_up and made:
                        made[0].close()

        try:
            async with asyncio.timeout(_ANSWER_WITHIN_S):
                state = await asyncio.to_thread(work)
        except GONE as error:  # among them OSError, and so the deadline
            log.info("no keys on %s: %s", self._display_name, error)
            self._lost()
        else:
            self._listen(made.pop())
            self.state.set(state)
        finally:
            with handing_over:
                given_up = True
                for left in made:
                    # the thread, if it waits for the server, gets an error, ends and closes it
                    left.abort() if at_work else left.close()

    def _listen(self, grabs: "KeyGrabs") -> None:
        self._grabs = grabs
        asyncio.get_running_loop().add_reader(grabs.descriptor, self._heard)
        self._heard()  # what came while the thread waited is read already and would wake nobody

    def _stop_listening(self) -> "KeyGrabs | None":
        grabs, self._grabs = self._grabs, None
        if grabs:
            asyncio.get_running_loop().remove_reader(grabs.descriptor)
        return grabs

    def _heard(self) -> None:
        from traydial.platforms.hotkeys.x11_grabs import GONE

        if self._grabs is None:
            return
        try:
            names, changed = self._grabs.news()
        except GONE as error:
            log.info("the X server is gone: %s", error)
            if grabs := self._stop_listening():
                grabs.close()
            self._lost()
            return
        if changed:
            self._outdated = True
            if self._refresh is None or self._refresh.done():
                self._refresh = asyncio.get_running_loop().create_task(self._follow_keyboard())
        for name in names:
            self._on_pressed(name)

    async def _follow_keyboard(self) -> None:
        while self._outdated:
            async with self._one_at_a_time:
                self._outdated = False
                if self._grabs:
                    await self._change(lambda grabs: grabs.retake(self._wanted, self.state.value))

    def _lost(self) -> None:
        why = tr(_NO_SCREEN).format(self._display_name)
        self.state.set({name: why if keys else "" for name, keys in self._wanted.items()})
