"""Takes settings that somebody was sent, a file or a link: shown first, imported by a click."""

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

from traydial.app.own_settings import load_all
from traydial.app.profile import Profile
from traydial.domain.errors import DesktopError
from traydial.domain.provisioning import LINK, Provision
from traydial.services.provisioning import fetch, look_into, understood


class Importing:
    """``show`` opens the window for what a file would change; ``say`` tells why there is none."""

    def __init__(
        self,
        profile: Profile,
        start: Callable[[Coroutine[Any, Any, None]], None],
        show: Callable[[Provision], None],
        say: Callable[[DesktopError], None],
    ) -> None:
        self._profile, self._start, self._show, self._say = profile, start, show, say

    def take(self, source: str) -> None:
        """Look into a file, or what lies at a link, and show what it would change."""
        self._start(self._taken(source))

    async def _taken(self, source: str) -> None:
        try:
            if source.startswith(LINK):
                name, content = await fetch(source)
                self._show(await asyncio.to_thread(self._understood, name, content))
            else:
                self._show(await asyncio.to_thread(self._looked_into, Path(source)))
        except DesktopError as error:
            self._say(error)

    def _looked_into(self, file: Path) -> Provision:
        return look_into(file, load_all(self._profile))

    def _understood(self, name: str, content: bytes) -> Provision:
        return understood(name, content, load_all(self._profile))
