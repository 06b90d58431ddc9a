"""Missed calls as people look at them: by caller. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from traydial.domain.history import PastCall


@dataclass(frozen=True, slots=True)
class MissedCaller:
    """Somebody who called in vain, ``times`` times, ``at`` the last. No number: withheld."""

    number: str
    name: str
    at: float
    times: int


def by_caller(calls: Iterable[PastCall]) -> list[MissedCaller]:
    """Return who called in vain, the last first."""
    callers: dict[str, MissedCaller] = {}
    for call in sorted(calls, key=lambda call: call.began):
        # those without a number may be anybody: each stands for itself
        caller = call.number or call.key
        before = callers.pop(caller, None)
        times = before.times + 1 if before is not None else 1
        name = call.name or (before.name if before is not None else "")
        callers[caller] = MissedCaller(call.number, name, call.began, times)
    return [*reversed(callers.values())]
