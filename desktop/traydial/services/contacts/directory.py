"""Asks all sources of contacts at once; nobody waits for them.

A call comes up with its number. What the sources tell fills in its name as it comes; what
comes too late, fails or hangs changes nothing that is shown.
"""

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence

from traydial.domain.contacts import Contact, Match, digits_of, match
from traydial.domain.errors import LookupFailed
from traydial.domain.settings import DialSettings
from traydial.domain.store import Store
from traydial.services.contacts import ContactSource

log = logging.getLogger(__name__)

DEADLINE_S = 10.0  # an answer after this is of no use to who talks already
SEARCH_WITHIN_S = 5.0  # while somebody types
REMEMBERED = 200  # numbers whose owner is kept in mind
MOST_CANDIDATES = 200  # a source that returns everybody is not believed

People = Mapping[str, Match]


class Directory:
    """Fills ``people``: whose number it is, by the number as the PBX tells it."""

    def __init__(
        self,
        sources: Sequence[ContactSource],
        dialling: DialSettings,
        people: Store[People],
        deadline_s: float = DEADLINE_S,
        otherwise: Sequence[ContactSource] = (),
    ) -> None:
        """Take what is fixed; ``otherwise`` is believed where no other source knows anybody."""
        self.sources, self._dialling, self.people = (*sources, *otherwise), dialling, people
        self._own = len(sources)
        self._deadline_s = deadline_s
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._told: OrderedDict[str, dict[int, Sequence[Contact]]] = OrderedDict()

    async def start(self) -> None:
        """Let the sources load what they keep here."""
        for source in self.sources:
            await source.start()

    def stop(self) -> None:
        """Tell nothing any more."""
        for task in [*self._tasks.values()]:
            task.cancel()

    async def aclose(self) -> None:
        """End all lookups and sources."""
        self.stop()
        await asyncio.gather(*self._tasks.values(), return_exceptions=True)
        await asyncio.gather(*(source.aclose() for source in self.sources))

    def look_up(self, number: str) -> None:
        """Learn whose number this is, in the background."""
        if not self.sources or not digits_of(number) or number in self._tasks:
            return
        task = asyncio.get_running_loop().create_task(self._ask_all(number))
        self._tasks[number] = task
        task.add_done_callback(lambda _: self._tasks.pop(number, None))

    def forget(self, is_theirs: Callable[[str], bool]) -> None:
        """Keep no answer about these numbers."""
        for number in filter(is_theirs, [*self._told]):
            del self._told[number]

    async def answered(self, number: str) -> None:
        """Wait until all sources have answered that are asked about this number."""
        if (task := self._tasks.get(number)) is not None:
            await asyncio.wait({task})

    async def search(self, text: str, most: int = 20) -> list[Contact]:
        """Return who is called so, those of the first source first; late ones are left out."""
        found = await asyncio.gather(*(self._search(source, text, most) for source in self.sources))
        return [contact for contacts in found for contact in contacts][:most]

    async def _ask_all(self, number: str) -> None:
        await asyncio.gather(
            *(self._ask(place, source, number) for place, source in enumerate(self.sources))
        )

    async def _ask(self, place: int, source: ContactSource, number: str) -> None:
        try:
            async with asyncio.timeout(self._deadline_s):
                found = await source.candidates(number)
        except TimeoutError:
            log.info("%s does not answer in time", source.name)
            return
        except LookupFailed as error:
            log.info("%s: %s", source.name, error)
            return
        told = self._told.setdefault(number, {})
        told[place] = found[:MOST_CANDIDATES]
        self._told.move_to_end(number)
        while len(self._told) > REMEMBERED:
            self._told.popitem(last=False)
        # in the order of the sources, whichever was first to answer
        own = [c for place, found in sorted(told.items()) if place < self._own for c in found]
        others = [c for place, found in sorted(told.items()) if place >= self._own for c in found]
        owners = match(number, own, self._dialling) or match(number, others, self._dialling)
        known = {n: m for n, m in self.people.value.items() if n in self._told and n != number}
        self.people.set({**known, number: owners})

    async def _search(self, source: ContactSource, text: str, most: int) -> Sequence[Contact]:
        try:
            async with asyncio.timeout(min(self._deadline_s, SEARCH_WITHIN_S)):
                return await source.search(text, most)
        except (TimeoutError, LookupFailed) as error:
            log.info("%s: %s", source.name, error or "no answer in time")
            return ()
