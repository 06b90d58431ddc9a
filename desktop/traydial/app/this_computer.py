"""What this computer does with the program: who opens phone links, and whether it starts."""

import asyncio
import os
from pathlib import Path

from traydial.app.platform import autostart, tel_handler
from traydial.app.profile import Profile
from traydial.domain.errors import SettingsError
from traydial.platforms import Autostart, TelHandler
from traydial.ui.actions import LinkHandler


class ThisComputer:
    """A part of ``ui.actions.Actions``. Asked in threads: files and the registry may be slow."""

    _profile: Profile

    async def link_handler(self) -> LinkHandler:
        """Look who opens phone links now."""
        handler = self._tel_handler()
        state = await asyncio.to_thread(handler.state)
        return LinkHandler(state.current.get("tel", ""), "tel" in state.ours, handler.why_not)

    async def open_links(self, on: bool) -> str:
        """Become the program that opens phone links, or stop."""
        handler = self._tel_handler()
        try:
            to_do = await asyncio.to_thread(handler.register if on else handler.unregister)
        except OSError as error:
            raise SettingsError(f"not written: {error}") from error
        if to_do:
            handler.open_settings()
        return to_do or ""

    async def starts_at_login(self) -> bool:
        """Look whether the system starts this program at login."""
        return await asyncio.to_thread(self._autostart().is_on)

    async def start_at_login(self, on: bool) -> None:
        """Let the system start it at login, or not."""
        try:
            await asyncio.to_thread(self._autostart().turn, on)
        except OSError as error:
            raise SettingsError(f"not written: {error}") from error

    def _autostart(self) -> Autostart:
        return autostart(self._profile, os.environ, Path.home())

    def _tel_handler(self) -> TelHandler:
        return tel_handler(self._profile, os.environ, Path.home())
