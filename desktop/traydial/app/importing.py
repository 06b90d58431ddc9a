"""Takes files with settings that somebody was sent: shown first, imported by a click."""

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

from traydial.app.own_settings import load_all
from traydial.app.profile import Profile
from traydial.domain.errors import DesktopError
from traydial.domain.provisioning import Provision
from traydial.services.provisioning import look_into


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

    def take(self, file: str) -> None:
        """Look into a file and show what it would change."""
        self._start(self._taken(Path(file)))

    async def _taken(self, file: Path) -> None:
        try:
            self._show(await asyncio.to_thread(self._looked_into, file))
        except DesktopError as error:
            self._say(error)

    def _looked_into(self, file: Path) -> Provision:
        return look_into(file, load_all(self._profile))
