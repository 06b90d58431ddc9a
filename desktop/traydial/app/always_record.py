"""Records every call by itself, where the settings say so; tells when one cannot be."""

from collections.abc import Callable, Coroutine
from typing import Any

from traydial.domain.calls import Calls, Recording
from traydial.domain.errors import CallGone, DesktopError, NotRecorded, NotTalking
from traydial.domain.settings import Settings
from traydial.domain.store import Store


class AlwaysRecord:
    """Starts a recording as soon as two talk, once for each call."""

    def __init__(
        self,
        settings: Store[Settings],
        calls: Store[Calls],
        record: Callable[[str, bool], Coroutine[Any, Any, None]],
        start: Callable[[Coroutine[Any, Any, None]], None],
    ) -> None:
        self._settings, self._record, self._start = settings, record, start
        self._seen: frozenset[str] = frozenset()
        calls.subscribe(self._calls_changed)

    def _calls_changed(self, calls: Calls) -> None:
        talking = {key: call for key, call in calls.items() if call.talking}
        new = [call for key, call in talking.items() if key not in self._seen]
        self._seen = frozenset(talking)
        if self._settings.value.recording.policy != "always":
            return
        for call in new:
            if call.recording is Recording.OFF:
                self._start(self._keep(call.key))

    async def _keep(self, key: str) -> None:
        try:
            await self._record(key, True)
        except (CallGone, NotTalking):
            pass  # over already
        except DesktopError as error:
            raise NotRecorded(error) from error
