"""What the command line's verbs do; the same in a process of its own and in the running copy."""

import asyncio
import contextlib
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, Protocol

from traydial.app.core import Core
from traydial.app.exits import DONE, NOT_REACHED, PBX_UNREACHABLE, USAGE, exit_code
from traydial.domain.calls import Call, Calls, Cause, Recording
from traydial.domain.connection import Connection, Link
from traydial.domain.errors import ConnectionLost, DesktopError
from traydial.domain.language import tr
from traydial.domain.numbers import shown, understand
from traydial.ui.error_words import error_words
from traydial.ui.words import cause_words, link_words, phase_words

LINK_BACK_WITHIN_S = 20.0  # a dial whose link is gone for longer has no known end
HUNG_UP_WITHIN_S = 10.0


@dataclass(frozen=True, slots=True)
class Request:
    """One verb with its arguments, as it also travels to the running copy."""

    verb: str
    arguments: tuple[str, ...] = ()
    as_json: bool = False


class Output(Protocol):
    """Where a verb writes: results, and notes for the person at the terminal."""

    def line(self, text: str) -> None: ...
    def note(self, text: str) -> None: ...


async def run(request: Request, core: Core, output: Output, cancel: asyncio.Event) -> int:
    """Do one verb and return its exit code; errors become a sentence. Never raises DesktopError.

    ``cancel`` is set when the person gives up: it ends ``watch`` and hangs up a ``dial``.
    """
    try:
        return await _VERBS[request.verb](core, request, output, cancel)
    except DesktopError as error:
        complain(error, output)
        return exit_code(error)


def complain(error: DesktopError, output: Output) -> None:
    """Say what went wrong and what helps."""
    words = error_words(error)
    output.note(" ".join(part for part in (words.sentence, words.remedy) if part))
    if words.detail and words.detail != words.sentence:
        output.note(f"({words.detail})")


def describe(call: Call, at: float) -> dict[str, Any]:
    """Return a call as the JSON line that ``watch`` prints."""
    return {
        "at": _iso(at),
        "call": call.key,
        "direction": call.direction.value,
        "phase": call.phase.value,
        "number": call.number,
        "name": call.name,
        "via": call.via,
        "recording": call.recording in (Recording.ON, Recording.PAUSED),
        "recorded_by_pbx": call.recorded_by_pbx,
        "cause": call.cause.value if call.cause else "",
    }


class _Lines:
    """Prints one line per visible change of the calls, in order."""

    def __init__(self, core: Core, request: Request, output: Output, key: str = "") -> None:
        self._core, self._request, self._output, self._key = core, request, output, key
        self._printed: dict[str, dict[str, Any]] = {}
        self._country = core.settings.dialling.country

    def changed(self, calls: Calls) -> None:
        for call in calls.values():
            if self._key and call.key != self._key:
                continue
            seen = describe(call, 0.0)
            if self._printed.get(call.key) != seen:
                self._printed[call.key] = seen
                self.print(call)
        for gone in self._printed.keys() - calls.keys():
            del self._printed[gone]

    def skip_ended(self, calls: Calls) -> None:
        """Take what is over already as printed."""
        self._printed |= {c.key: describe(c, 0.0) for c in calls.values() if not c.alive}

    def print(self, call: Call) -> None:
        at = datetime.now().timestamp()
        if self._request.as_json:
            self._output.line(json.dumps(describe(call, at), ensure_ascii=False))
            return
        who = " ".join(part for part in (shown(call.number, self._country), call.name) if part)
        extra = [
            tr("via {via}", via=call.via) if call.via else "",
            tr("recording") if call.recording is Recording.ON else "",
            cause_words(call.cause, call.direction) if call.cause and call.alive else "",
        ]
        text = "  ".join(
            [_clock(at), call.key, call.direction, phase_words(call), who or "unknown"]
        )
        self._output.line("  ".join([text, *(part for part in extra if part)]))


async def _dial(core: Core, request: Request, output: Output, cancel: asyncio.Event) -> int:
    number = understand(request.arguments[0], core.settings.dialling)
    key = core.phone.new_key()
    lines = _Lines(core, request, output, key)
    end_lines = core.calls.subscribe(lines.changed)
    try:
        dialling = asyncio.create_task(core.phone.dial(number, key=key))
        if await _either(dialling, cancel):
            dialling.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await dialling
        else:
            await dialling
            if request.verb == "link":  # a clicked link is not waited for
                return DONE
            if await _either(_end_of(core, key), cancel) and core.phone.is_alive(key):
                await core.phone.hang_up(key)
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(HUNG_UP_WITHIN_S):
                await _end_of(core, key)
    finally:
        end_lines()
    return _outcome(core.calls.value.get(key))


def _outcome(call: Call | None) -> int:
    if call is None:
        return NOT_REACHED
    if call.talking_since is not None:
        return DONE
    return PBX_UNREACHABLE if call.cause is Cause.LINK_LOST else NOT_REACHED


async def _end_of(core: Core, key: str) -> None:
    """Wait until the call is over. Raises ConnectionLost when the link stays away."""
    while core.phone.is_alive(key):
        if core.connection.value.link is Link.ONLINE:
            await _until(core, lambda: not _online(core) or not core.phone.is_alive(key))
            continue
        try:
            async with asyncio.timeout(LINK_BACK_WITHIN_S):
                await _until(core, lambda: _online(core))
        except TimeoutError:
            raise core.connection.value.problem or ConnectionLost("the link is gone") from None


def _online(core: Core) -> bool:
    return core.connection.value.link is Link.ONLINE


async def _until(core: Core, so: Callable[[], bool]) -> None:
    """Wait until something is so, looking whenever link or calls change."""
    changed = asyncio.Event()

    def tell(_: object) -> None:
        changed.set()

    ends = [core.calls.subscribe(tell), core.connection.subscribe(tell)]
    try:
        while not so():
            changed.clear()
            await changed.wait()
    finally:
        for end in ends:
            end()


async def _either(work: Awaitable[Any], cancel: asyncio.Event) -> bool:
    """Wait for work or the wish to stop, whichever is first; tell whether it was the wish."""
    task = asyncio.ensure_future(work)
    wish = asyncio.create_task(cancel.wait())
    try:
        await asyncio.wait({task, wish}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        wish.cancel()
    if task.done():
        task.result()
        return False
    if not isinstance(work, asyncio.Task):
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    return True


async def _watch(core: Core, request: Request, output: Output, cancel: asyncio.Event) -> int:
    lines = _Lines(core, request, output)
    links = _LinkNotes(core, output)
    lines.skip_ended(core.calls.value)
    lines.changed(core.calls.value)
    ends = [core.calls.subscribe(lines.changed), core.connection.subscribe(links.changed)]
    links.changed(core.connection.value)
    try:
        refused = _until(core, lambda: core.connection.value.link is Link.REFUSED)
        if await _either(refused, cancel):
            return DONE
        problem = core.connection.value.problem or ConnectionLost("refused")
        complain(problem, output)
        return exit_code(problem)
    finally:
        for end in ends:
            end()


class _LinkNotes:
    """Tells the person at the terminal when the link goes and comes."""

    def __init__(self, core: Core, output: Output) -> None:
        self._core, self._output = core, output
        self._was = Link.CONNECTING

    def changed(self, connection: Connection) -> None:
        if connection.link not in (Link.OFFLINE, Link.ONLINE) or connection.link is self._was:
            return
        if connection.link is Link.OFFLINE and connection.problem is None:
            return  # not tried yet, or closed by ourselves
        self._was = connection.link
        self._output.note(link_words(connection, self._core.settings.phone.extension))


async def _calls(core: Core, request: Request, output: Output, cancel: asyncio.Event) -> int:
    await core.online()
    lines = _Lines(core, request, output)
    living = [call for call in core.calls.value.values() if call.alive]
    for call in living:
        lines.print(call)
    if not living and not request.as_json:
        output.note(tr("There are no calls."))
    return DONE


async def _record(core: Core, request: Request, output: Output, cancel: asyncio.Event) -> int:
    key, wish = request.arguments
    if wish not in ("on", "off"):
        output.note(tr("Say on or off: traydial record CALL on"))
        return USAGE
    await core.online()
    await core.phone.recorder.record(key, on=wish == "on")
    return DONE


async def _transfer(core: Core, request: Request, output: Output, cancel: asyncio.Event) -> int:
    key, target = request.arguments
    number = understand(target, core.settings.dialling)
    await core.online()
    await core.phone.transfer(key, number.dial)
    return DONE


async def _answer(core: Core, request: Request, output: Output, cancel: asyncio.Event) -> int:
    await core.online()
    await core.phone.remote.answer(request.arguments[0])
    return DONE


async def _hangup(core: Core, request: Request, output: Output, cancel: asyncio.Event) -> int:
    await core.online()
    await core.phone.hang_up(request.arguments[0])
    return DONE


async def _status(core: Core, request: Request, output: Output, cancel: asyncio.Event) -> int:
    problem: DesktopError | None = None
    try:
        await core.online()
    except DesktopError as error:
        problem = error
    now = core.connection.value
    if request.as_json:
        words = error_words(problem) if problem else None
        report = {
            "at": _iso(datetime.now().timestamp()),
            "link": now.link.value,
            "host": now.host,
            "extension": core.settings.phone.extension,
            "devices": [*core.phone.devices.to_ring],
            "may": sorted(ability.value for ability in now.abilities),
            "calls": sum(call.alive for call in core.calls.value.values()),
            "problem": words.sentence if words else "",
        }
        output.line(json.dumps(report, ensure_ascii=False))
    else:
        output.line(link_words(now, core.settings.phone.extension))
    if problem is None:
        return DONE
    complain(problem, output)
    return exit_code(problem)


def _local(at: float) -> datetime:
    return datetime.fromtimestamp(at, UTC).astimezone()  # a naive 0 is refused on Windows


def _iso(at: float) -> str:
    return _local(at).isoformat(timespec="milliseconds")


def _clock(at: float) -> str:
    return _local(at).strftime("%H:%M:%S")


async def _dial_online(core: Core, request: Request, output: Output, cancel: asyncio.Event) -> int:
    understand(request.arguments[0], core.settings.dialling)  # before anything is tried
    if await _either(core.online(), cancel):
        return NOT_REACHED
    return await _dial(core, request, output, cancel)


Verb = Callable[[Core, Request, Output, asyncio.Event], Awaitable[int]]
_VERBS: dict[str, Verb] = {
    "dial": _dial_online,
    "link": _dial_online,
    "watch": _watch,
    "calls": _calls,
    "record": _record,
    "transfer": _transfer,
    "answer": _answer,
    "hangup": _hangup,
    "status": _status,
}


def waiting_for_all(request: Request) -> Request:
    """Return the request as a process of its own does it: a link is then followed to its end."""
    return replace(request, verb="dial") if request.verb == "link" else request
