"""The contacts of the user's own files, as the settings name them."""

from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

from traydial.domain.contacts import Contact
from traydial.domain.settings import Settings
from traydial.domain.store import Store
from traydial.services.contacts.files import FileContacts

MOST = 20  # lines that somebody looks at


class AddressBooks:
    """Follows the settings; ``start`` runs a coroutine in the background."""

    def __init__(
        self,
        settings: Store[Settings],
        start: Callable[[Coroutine[Any, Any, None]], None],
    ) -> None:
        self._settings, self._start = settings, start
        self._names: tuple[str, ...] = ()
        self._files: FileContacts | None = None
        self._end = settings.subscribe(self._changed)

    def open(self) -> None:
        """Begin to read."""
        self._changed(self._settings.value)

    def search(self, text: str) -> list[Contact]:
        """Return who is called so, at once: of what is read by now."""
        return self._files.known(text, MOST) if self._files is not None else []

    async def aclose(self) -> None:
        """Stop watching the files."""
        self._end()
        if self._files is not None:
            await self._files.aclose()

    def _changed(self, settings: Settings) -> None:
        names = settings.contacts.files
        if names == self._names:
            return
        old, self._names = self._files, names
        self._files = FileContacts([Path(name).expanduser() for name in names]) if names else None
        self._start(self._exchanged(old, self._files))

    @staticmethod
    async def _exchanged(old: FileContacts | None, new: FileContacts | None) -> None:
        if old is not None:
            await old.aclose()
        if new is not None:
            await new.start()
