"""The history of this profile, as the interface asks for it."""

import asyncio
import contextlib
import time
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

from traydial.domain.calls import Calls, Direction
from traydial.domain.contacts import is_same_number
from traydial.domain.errors import HistoryTrouble
from traydial.domain.history import Day, Gap, GapOfDay, PastCall, Wanted
from traydial.domain.settings import Settings
from traydial.domain.store import Store
from traydial.services.history import FILE_NAME, History, old_recents
from traydial.services.history.writer import HistoryWriter
from traydial.ui.actions import Recent

RECENT, LOOKED_AT = 15, 300  # numbers that are offered, and calls among which they are found
MOST_GAPS = 5  # that are told of until somebody looks
PRUNE_EVERY_S = 24 * 3600.0
DAY_S = 24 * 3600.0


class PastCalls:
    """The part of ``ui.actions.Actions`` that remembers calls. ``history`` is there at once."""

    def __init__(
        self,
        folder: Path,
        settings: Store[Settings],
        calls: Store[Calls],
        start: Callable[[Coroutine[Any, Any, None]], None],
        say: Callable[[HistoryTrouble], None],
        now: Callable[[], float] = time.time,
    ) -> None:
        self._history_folder, self._history_settings = folder, settings
        self._history_start, self._history_say, self._history_now = start, say, now
        self.history_revision = Store(0)
        self._recent: list[Recent] = []
        self.missed: Store[tuple[PastCall, ...]] = Store(())
        self.new_gaps: Store[tuple[Gap, ...]] = Store(())
        self._calling: set[str] = set()
        self._history_kept = settings.value.history
        self.history = self._history_made()
        self._writer = HistoryWriter(lambda: self.history, start)
        calls.subscribe(self._writer.calls_changed)
        calls.subscribe(self._called_back)
        self.history_revision.subscribe(lambda _: start(self._read_recent()))
        settings.subscribe(self._history_settings_changed)

    async def open_history(self) -> None:
        """Read what was kept, and let go what is too old, each day."""
        await self._read_recent()
        while True:
            await self._prune()
            await asyncio.sleep(PRUNE_EVERY_S)

    async def close_history(self) -> None:
        """Write what is left. Nothing calls any more."""
        await self._writer.flush()
        await self.history.aclose()

    async def forget_unwritten(self, is_theirs: Callable[[str], bool]) -> None:
        """Keep nothing of these numbers that waits to be written."""
        await self._writer.forget(is_theirs)

    def recent(self) -> list[Recent]:
        """Return the last numbers, newest first."""
        return self._recent

    async def missed_seen(self) -> None:
        """Note that the user has seen which calls were missed."""
        self.new_gaps.set(())
        await self._mark_seen([past.id for past in self.missed.value])

    async def note_gap(self, gap: Gap) -> None:
        """Note that nobody could watch."""
        self.new_gaps.set((*self.new_gaps.value, gap)[-MOST_GAPS:])
        with contextlib.suppress(HistoryTrouble):  # was said
            await self.history.note_gap(gap)

    async def past_calls(self, wanted: Wanted, offset: int, limit: int) -> list[PastCall]:
        """Return calls that are over, the newest first."""
        return await self.history.page(wanted, offset, limit)

    async def past_days(self, wanted: Wanted) -> list[Day]:
        """Return how many calls each day has, the newest first."""
        return await self.history.days(wanted)

    async def past_gaps(self, wanted: Wanted) -> list[GapOfDay]:
        """Return when nobody could watch, and where that is among the calls."""
        return await self.history.gaps_of_days(wanted)

    async def annotate(self, call: int, note: str) -> None:
        """Write another note to a call."""
        await self.history.annotate(call, note)

    async def export_calls(self, wanted: Wanted, path: Path) -> int:
        """Write calls as a table; return how many."""
        return await self.history.export(wanted, path)

    # -- within

    def _history_made(self) -> History:
        def first() -> list[PastCall]:
            return old_recents.take_over(self._history_folder / old_recents.FILE_NAME)

        kept = self._history_settings.value.history.on
        return History(
            self._history_folder / FILE_NAME if kept else None,
            lambda: self._history_settings.value.dialling,
            self._history_say,
            first if kept else tuple,
            self.history_revision,
        )

    def _history_settings_changed(self, settings: Settings) -> None:
        before, self._history_kept = self._history_kept, settings.history
        if before.on != settings.history.on:
            old, self.history = self.history, self._history_made()
            self._history_start(self._exchanged_history(old))
        elif before != settings.history:
            self._history_start(self._prune())

    async def _exchanged_history(self, old: History) -> None:
        await old.aclose()
        self.history_revision.set(self.history_revision.value + 1)

    def _called_back(self, calls: Calls) -> None:
        """Whom the user calls is missed no more, however either number is written."""
        alive = (call for call in calls.values() if call.alive and call.number)
        out = {call.number for call in alive if call.direction is Direction.OUT}
        new, self._calling = out - self._calling, out
        dialling = self._history_settings.value.dialling
        ids = [
            past.id
            for past in self.missed.value
            if any(is_same_number(past.number, number, dialling) for number in new)
        ]
        if ids:
            self._history_start(self._mark_seen(ids))

    async def _mark_seen(self, ids: list[int]) -> None:
        if ids:
            with contextlib.suppress(HistoryTrouble):  # was said
                await self.history.mark_seen(ids)

    async def _prune(self) -> None:
        days = self._history_settings.value.history.keep_days
        if days:
            try:
                await self.history.prune(self._history_now() - days * DAY_S)
            except HistoryTrouble:
                return  # was said

    async def _read_recent(self) -> None:
        try:
            calls = await self.history.page(Wanted(), 0, LOOKED_AT)
            self.missed.set(tuple(await self.history.missed_unseen()))
        except HistoryTrouble:
            return  # was said
        latest: dict[str, PastCall] = {}
        for call in calls:
            if call.number:
                latest.setdefault(call.number, call)
        self._recent = [
            Recent(c.number, c.name, c.direction.value, c.began, c.missed)
            for c in [*latest.values()][:RECENT]
        ]
