"""Pictures of callers, fetched once it is certain who calls; no name waits for them."""

import asyncio
import logging
from collections.abc import Callable, Mapping
from typing import Protocol, runtime_checkable

from traydial.domain.contacts import Contact
from traydial.domain.errors import LookupFailed
from traydial.domain.store import Store

log = logging.getLogger(__name__)

WITHIN_S = 8.0
REMEMBERED = 50
MAX_BYTES = 1 << 20

Pictures = Mapping[str, bytes]


@runtime_checkable
class HasPictures(Protocol):
    """A source that can bring what ``Contact.picture`` tells of."""

    async def picture(self, contact: Contact) -> bytes:
        """Return a picture as it lies there, not yet looked at. Raises LookupFailed."""
        ...


class PictureFinder:
    """Fills ``pictures``: the file of a picture, by the number as the PBX tells it."""

    def __init__(self, source_of: Callable[[Contact], object], pictures: Store[Pictures]) -> None:
        self._source_of, self.pictures = source_of, pictures
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._asked: dict[str, Contact] = {}

    def look_up(self, number: str, contact: Contact) -> None:
        """Bring a contact's picture in the background, once."""
        source = self._source_of(contact)
        if not contact.picture or not isinstance(source, HasPictures):
            return
        if self._asked.get(number) == contact or number in self._tasks:
            return
        self._asked[number] = contact
        task = asyncio.get_running_loop().create_task(self._bring(number, contact, source))
        self._tasks[number] = task
        task.add_done_callback(lambda _: self._tasks.pop(number, None))

    def forget(self) -> None:
        """Ask no more for what is on its way, and show none any more."""
        for task in [*self._tasks.values()]:
            task.cancel()
        self._asked.clear()
        self.pictures.set({})

    async def aclose(self) -> None:
        """End what is on its way."""
        tasks = [*self._tasks.values()]
        self.forget()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _bring(self, number: str, contact: Contact, source: HasPictures) -> None:
        try:
            async with asyncio.timeout(WITHIN_S):
                picture = await source.picture(contact)
        except (TimeoutError, LookupFailed) as error:
            log.info("no picture: %s", error or "it does not come in time")
            return
        if picture and len(picture) <= MAX_BYTES:
            newest = [*self.pictures.value.items()][-REMEMBERED + 1 :]
            self.pictures.set({**dict(newest), number: picture})
