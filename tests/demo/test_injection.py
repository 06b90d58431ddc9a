"""Whatever text comes in, by whichever way: no header and no action of its own comes of it."""

import asyncio
import contextlib
from dataclasses import replace

import pytest

from tests.live.office import Desk
from traydial.app.core import Core
from traydial.demo.people import OWN
from traydial.demo.server import DemoPbx
from traydial.domain.diversions import Forward
from traydial.domain.errors import DesktopError
from traydial.domain.numbers import Number
from traydial.services.secrets import VARIABLE, Secrets

EVIL = "7002\r\nX-Evil: 1\r\n\r\nAction: Command\r\nCommand: core stop now"
EVILS = [
    EVIL,
    EVIL.replace("\r\n", "\n"),
    EVIL.replace("\r\n", "\r"),
    "7002\0X-Evil: 1",
    "7002\udc80",
]


class Sent:
    """Keeps the lines of what was sent."""

    def __init__(self):
        self.messages = []

    def __call__(self, sent, text):
        if sent:
            self.messages.append(text.split("\r\n"))

    def is_clean(self):
        for lines in self.messages:
            assert [line for line in lines if line.startswith("Action:")] == lines[:1]
            assert not any(c in line for line in lines for c in "\r\n\0")
            assert not any("X-Evil" in line.partition(":")[0] for line in lines)
            assert lines[0] != "Action: Command"


def deeds(desk, key, evil):
    """Return everything that a text, a name or a key can be given to."""
    phone, core = desk.phone, desk.core
    number = Number(evil, evil, evil)
    return {
        "dial a text": lambda: phone.dial(evil),
        "dial a number": lambda: phone.dial(number),
        "dial a name": lambda: phone.dial("7003", evil),
        "dial for a caller": lambda: phone.dial("7003", picks_up=evil, came_from=evil),
        "dial with a key": lambda: phone.dial("7003", key=evil),
        "hang up": lambda: phone.hang_up(evil),
        "answer": lambda: phone.remote.answer(evil),
        "key digits": lambda: phone.keypad.send(key, evil),
        "record": lambda: phone.recorder.record(evil, on=True),
        "park": lambda: phone.parking.park(evil),
        "ask": lambda: phone.consult.ask(key, evil, evil),
        "connect": lambda: phone.consult.connect(evil),
        "log in to a queue": lambda: core.queues.log_in(evil),
        "log out of a queue": lambda: core.queues.log_out(evil),
        "pause": lambda: core.queues.pause("support", True, evil),
        "pause another queue": lambda: core.queues.pause(evil, True),
        "forward": lambda: core.diverter.forward(Forward.ALWAYS, evil),
        "transfer": lambda: phone.transfer(key, evil),
        "transfer with a note": lambda: phone.transfer(key, "7003", evil, note=evil),
    }


@pytest.mark.parametrize("evil", EVILS, ids=["CRLF", "LF", "CR", "NUL", "surrogate"])
def test_no_deed_makes_a_header_of_a_text(evil):
    async def main():
        sent = Sent()
        async with DemoPbx(speed=50.0, answer_after=0.5, gives_up_after=None) as pbx:
            core = Core(pbx.settings(), Secrets({VARIABLE: pbx.secret}), trace=sent)
            desk = Desk(core)
            core.start()
            try:
                await core.online()
                session = core.supervisor.session
                pbx.call_in("7002", "Bob", via=OWN)
                key = (await desk.phase("talking")).key
                for name, deed in deeds(desk, key, evil).items():
                    with contextlib.suppress(DesktopError):
                        async with asyncio.timeout(20):
                            await deed()
                    assert core.supervisor.session is session, name  # nothing cost the link
                    sent.is_clean()
                waiting = asyncio.create_task(core.presence.free(evil))  # for ever: nobody has it
                await session.perform("Ping")
                waiting.cancel()
                sent.is_clean()
                assert len(sent.messages) > 20
            finally:
                await core.aclose()

    asyncio.run(asyncio.wait_for(main(), 60))


@pytest.mark.parametrize(
    ("section", "key"),
    [
        ("phone", "extension"),
        ("phone", "context"),
        ("phone", "conference"),
        ("phone", "voicemail"),
        ("recording", "file_name"),
        ("recording", "announce"),
        ("recording", "one_touch"),
        ("dialling", "outside_prefix"),
    ],
)
def test_no_setting_makes_a_header(section, key):
    async def main():
        sent = Sent()
        async with DemoPbx(speed=50.0, answer_after=0.5, gives_up_after=None) as pbx:
            settings = pbx.settings()
            # as if the checks of the settings' file had let it through
            part = replace(getattr(settings, section), **{key: EVIL})
            core = Core(
                replace(settings, **{section: part}), Secrets({VARIABLE: pbx.secret}), trace=sent
            )
            core.start()
            try:
                await core.online()
                for deed in (
                    lambda: core.phone.dial("7003"),
                    lambda: core.phone.recorder.record(next(iter(core.calls.value)), on=True),
                    lambda: core.diverter.forward(Forward.BUSY, "7003"),
                ):
                    with contextlib.suppress(DesktopError, StopIteration):
                        async with asyncio.timeout(20):
                            await deed()
                sent.is_clean()
            finally:
                await core.aclose()

    asyncio.run(asyncio.wait_for(main(), 60))
