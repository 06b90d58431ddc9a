"""What the tray icon and its menu say. Knows no Qt."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from traydial.domain.calls import Call, Calls, Direction, Phase, Recording
from traydial.domain.connection import Connection, Link
from traydial.domain.diversions import Diversions, Forward
from traydial.domain.health import Ailment, Health, Part
from traydial.domain.language import plural, tr
from traydial.domain.plain_text import safe_text
from traydial.ui.error_words import error_words
from traydial.ui.text import time_of_day
from traydial.ui.words import link_words, phase_words


class Glyph(Enum):
    """The shapes of the tray icon."""

    ONLINE = "online"
    CONNECTING = "connecting"
    OFFLINE = "offline"
    RINGING = "ringing"
    TALKING = "talking"


@dataclass(frozen=True, slots=True)
class TrayFace:
    """What the icon shows."""

    glyph: Glyph
    recording: bool = False
    missed: int = 0
    do_not_disturb: bool = False
    forwarded: bool = False  # all calls


@dataclass(frozen=True, slots=True)
class LinkLines:
    """What the menu says of the link: one line, and where it is not there, more."""

    state: str
    more: tuple[str, ...] = ()
    can_retry: bool = False


def face(
    connection: Connection,
    calls: Calls,
    missed: int,
    diversions: Diversions | None = None,
    health: Health | None = None,
) -> TrayFace:
    """Return what the icon shows."""
    diversions = diversions or Diversions()
    alive = [call for call in calls.values() if call.alive]
    recording = any(call.recording is not Recording.OFF or call.monitors for call in alive)
    glyph = _glyph(connection, alive)
    if glyph is Glyph.ONLINE and health and Ailment(Part.PHONE) in health.ailments:
        glyph = Glyph.OFFLINE  # nothing rings, and nothing can be dialled
    return TrayFace(
        glyph,
        recording,
        missed,
        bool(diversions.do_not_disturb),
        Forward.ALWAYS in diversions.active,
    )


def _glyph(connection: Connection, alive: list[Call]) -> Glyph:
    if connection.link in (Link.OFFLINE, Link.REFUSED):
        return Glyph.OFFLINE
    if any(
        call.phase in (Phase.RINGING, Phase.OWN_RINGING) and _rings_here(call) for call in alive
    ):
        return Glyph.RINGING
    if alive:
        return Glyph.TALKING
    return Glyph.ONLINE if connection.link is Link.ONLINE else Glyph.CONNECTING


def _rings_here(call: Call) -> bool:
    return call.direction is Direction.IN or call.phase is Phase.OWN_RINGING


def link_lines(connection: Connection, extension: str) -> LinkLines:
    """Return the menu's lines about the link."""
    state = link_words(connection, extension)
    if connection.link in (Link.ONLINE, Link.CONNECTING, Link.BOOTING):
        return LinkLines(state)
    more: list[str] = []
    if connection.problem is not None:
        words = error_words(connection.problem)
        more = [line for line in (words.sentence, words.remedy) if line and line not in state]
    if connection.next_try is not None:
        more.append(
            tr(
                "Next try at {time}",
                time=time_of_day(connection.next_try, seconds=True),
            )
        )
    return LinkLines(state, tuple(more), can_retry=True)


def call_line(call: Call, written: Callable[[str], str]) -> str:
    """Return one line about a call; ``written`` writes a number as people do."""
    who = safe_text(call.name, 40) or safe_text(written(call.number), 40) or tr("Unknown number")
    return f"{who} · {phase_words(call)}"


def tooltip(
    connection: Connection,
    calls: Calls,
    extension: str,
    missed: int,
    states: Sequence[str] = (),
    written: Callable[[str], str] = str,
) -> str:
    """Return the few lines that come when the pointer rests on the icon."""
    lines = [f"Traydial · {link_words(connection, extension)}"]
    lines += [call_line(call, written) for call in calls.values() if call.alive]
    lines += [safe_text(state, 80) for state in states]
    if missed:
        lines.append(missed_words(missed))
    return "\n".join(lines)


def missed_words(missed: int) -> str:
    """Say how many calls were missed."""
    return plural("{n} missed call", "{n} missed calls", missed)
