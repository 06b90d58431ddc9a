"""Plays a saved trace to the program and tells what it showed.

A trace that a user saved becomes a test: put it into ``tests/traces`` as ``NAME.txt``, beside it
``NAME.seen`` with the lines of ``python -m tests.replay tests/traces/NAME.txt``, corrected to
what should have been seen.
"""

import asyncio
import sys
from pathlib import Path

from traydial.ami.story import Story, read_story
from traydial.app.core import Core
from traydial.demo.replay import ReplayPbx
from traydial.domain.calls import Call
from traydial.services.secrets import VARIABLE, Secrets

SPEED = 200.0  # times as fast as it was


def as_seen(call: Call) -> str:
    """Return a state of a call in a line."""
    via = f" via {call.via}" if call.via else ""
    cause = f", {call.cause.value}" if call.cause else ""
    return f"{call.direction.value} {call.number} {call.name}{via}: {call.phase.value}{cause}"


class Watch:
    """Keeps each state of each call that the program shows, once."""

    def __init__(self, core: Core) -> None:
        self.seen: list[str] = []
        self._last: dict[str, str] = {}
        core.calls.subscribe(self._note)

    def _note(self, calls: dict[str, Call]) -> None:
        for key, call in calls.items():
            line = as_seen(call)
            if self._last.get(key) != line:
                self._last[key] = line
                self.seen.append(line)


async def play(story: Story, speed: float = SPEED) -> list[str]:
    """Return what the program shows while a story is played."""
    over = asyncio.Event()
    async with ReplayPbx(story, speed=speed, over=over.set) as pbx:
        core = Core(pbx.settings, Secrets({VARIABLE: pbx.secret}))
        watch = Watch(core)
        core.start()
        try:
            await core.online()
            await over.wait()
            await core.supervisor.session.perform("Ping")  # all before it is read now
        finally:
            await core.aclose()
    return watch.seen


def story_of(file: Path) -> Story:
    """Read a saved trace."""
    with file.open(encoding="utf-8", newline="\n") as lines:
        return read_story(lines)


if __name__ == "__main__":
    sys.stdout.write("\n".join(asyncio.run(play(story_of(Path(sys.argv[1]))))) + "\n")
