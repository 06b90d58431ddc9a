"""Linux and macOS: a program of the system opens the page with the browser that the user chose."""

from collections.abc import Mapping, Sequence

from traydial.domain.errors import NotOpened
from traydial.platforms.launching.processes import (
    Processes,
    clean_environment,
    without_ours,
)

LINUX: tuple[tuple[str, ...], ...] = (("xdg-open",), ("gio", "open"), ("x-www-browser",))
MACOS: tuple[tuple[str, ...], ...] = (("/usr/bin/open",),)


class CommandLauncher:
    """Tries the ``openers`` in order, the first that is there and does it."""

    def __init__(
        self, environ: Mapping[str, str], openers: Sequence[tuple[str, ...]] = LINUX
    ) -> None:
        self._programs, self._openers = Processes(clean_environment(environ)), openers
        self._browsers = Processes(without_ours(environ))

    async def open_page(self, address: str) -> None:
        """Show an address in the user's browser. Raises NotOpened."""
        failed: NotOpened | None = None
        for opener in self._openers:
            try:
                await self._browsers.start([*opener, address])
            except NotOpened as error:
                failed = failed or error
            else:
                return
        raise NotOpened("no program opens web pages", failed.why if failed else "") from failed

    async def start(self, command: Sequence[str]) -> None:
        """Start a program with its arguments, without a shell. Raises NotOpened."""
        await self._programs.start(command)
