"""Keeps callers away whom the user has blocked."""

import logging
from collections.abc import Callable, Coroutine
from typing import Any

from traydial.domain.blocking import CallsBack, as_blocked, is_blocked
from traydial.domain.calls import Call, Calls, Direction, Phase
from traydial.domain.errors import DesktopError
from traydial.domain.settings import Settings
from traydial.domain.store import Store

log = logging.getLogger(__name__)


class Blocking:
    """``shown`` are the calls without blocked ones, ``kept`` all, with what became of those.

    ``send_away`` declines or diverts a call. A blocked caller whom the user talks to after
    all, at the phone, is shown.
    """

    def __init__(
        self,
        calls: Store[Calls],
        settings: Store[Settings],
        send_away: Callable[[Call], Coroutine[Any, Any, None]],
        start: Callable[[Coroutine[Any, Any, None]], None],
        clock: Callable[[], float],
    ) -> None:
        self._calls, self._settings = calls, settings
        self._send_away, self._start, self._clock = send_away, start, clock
        self._calls_back = CallsBack()
        self._known: dict[str, tuple[str, bool]] = {}  # by call: its number, and the verdict
        self._sent_away: set[str] = set()
        self.shown: Store[Calls] = Store({})
        self.kept: Store[Calls] = Store({})
        calls.subscribe(self._changed)

    def _changed(self, calls: Calls) -> None:
        self._calls_back.note(calls.values(), self._settings.value.dialling, self._clock())
        self._known = {key: known for key, known in self._known.items() if key in calls}
        self._sent_away &= {*calls}
        blocked = {key for key, call in calls.items() if self._is_blocked(call)}
        for key in blocked:
            self._act(calls[key])
        self.kept.set({k: as_blocked(c) if k in blocked else c for k, c in calls.items()})
        self.shown.set({key: call for key, call in calls.items() if key not in blocked})

    def _is_blocked(self, call: Call) -> bool:
        if call.direction is not Direction.IN or call.talking_since is not None:
            return False
        number, verdict = self._known.get(call.key, ("", False))
        if call.key not in self._known or number != call.number:
            settings = self._settings.value
            verdict = is_blocked(
                call.number, settings.blocked, settings.dialling
            ) and not self._calls_back.may(call.number, settings.dialling, self._clock())
            self._known[call.key] = (call.number, verdict)
        return verdict

    def _act(self, call: Call) -> None:
        settings = self._settings.value.blocked
        rings = call.phase is Phase.RINGING and call.key not in self._sent_away
        if rings and settings.action != "silent":
            self._sent_away.add(call.key)
            self._start(self._sent(call))

    async def _sent(self, call: Call) -> None:
        try:
            await self._send_away(call)
        except DesktopError as error:
            log.info("a blocked caller was not sent away: %s", error)
