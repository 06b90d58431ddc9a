"""Writes calls into the history as they go on: when they begin, become known, and end.

What the disk does not take is kept in mind and tried again with the next change.
"""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from traydial.domain.calls import Call, Calls, Cause, Recording
from traydial.domain.errors import HistoryTrouble
from traydial.domain.history import PastCall
from traydial.services.history import History

MOST_WAITING = 1000  # calls that are remembered while the disk is full


class HistoryWriter:
    """Follows the calls. ``history`` returns the one to write to now."""

    def __init__(
        self,
        history: Callable[[], History],
        start: Callable[[Coroutine[Any, Any, None]], None],
    ) -> None:
        self._history, self._start = history, start
        self._told: dict[str, tuple[PastCall, bool]] = {}
        self._waiting: dict[str, tuple[PastCall, bool]] = {}
        self._writing = asyncio.Lock()

    def calls_changed(self, calls: Calls) -> None:
        """Take the calls as they are now."""
        self._told = {key: told for key, told in self._told.items() if key in calls}
        new = False
        for key, call in calls.items():
            entry = past_call(call), call.alive
            if self._told.get(key) != entry:
                self._told[key] = self._waiting[key] = entry
                new = True
        if new:
            self._start(self.flush())

    async def forget(self, is_theirs: Callable[[str], bool]) -> None:
        """Write no more what waits of these numbers; a call that goes on is kept when it is over.

        The calls themselves must be gone before: a name that is forgotten would change them.
        """
        async with self._writing:
            for key, (past, alive) in [*self._waiting.items()]:
                if not alive and is_theirs(past.number):
                    del self._waiting[key]

    async def flush(self) -> None:
        """Write what waits."""
        async with self._writing:  # one after the other: what is newer comes last
            if not self._waiting:
                return
            batch, self._waiting = self._waiting, {}
            try:
                await self._history().put([*batch.values()])
            except (HistoryTrouble, asyncio.CancelledError) as error:
                # newer ones of the same call win; of too many the oldest go
                kept = [*{**batch, **self._waiting}.items()][-MOST_WAITING:]
                self._waiting = dict(kept)
                if isinstance(error, asyncio.CancelledError):
                    raise


def past_call(call: Call) -> PastCall:
    """Return what is kept of a call; of one that lives nothing that changes all the time."""
    began = call.began or call.since
    taker = call.taker_name or call.taker
    if call.onward is not None and call.cause is Cause.TRANSFERRED:
        taker = call.onward.name or call.onward.target
    return PastCall(
        key=call.key,
        direction=call.direction,
        number=call.number,
        name=call.name,
        company=call.company,
        began=began,
        talking_since=call.talking_since,
        ended=call.talking_since or began if call.alive else call.since,
        cause=Cause.LINK_LOST if call.alive or call.cause is None else call.cause,
        via=call.via,
        taker=taker,
        recording=call.recorded_as,
        recorded=bool(call.recorded_as or call.monitors or call.recording is not Recording.OFF),
        note=call.note,
        linked=call.linked,
    )
