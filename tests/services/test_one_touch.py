"""Whose a recording is that an event tells of: Asterisk notes the key's a moment later."""

import asyncio

import pytest

from traydial.ami.protocol import Message
from traydial.domain.calls import Call, Direction, Phase
from traydial.services.one_touch import OneTouch, Touched

LEG, PEER = "1.1", "PJSIP/7002-1"
CALL = Call(LEG, Direction.IN, Phase.TALKING, 0.0, "7002", legs=(LEG,))


class Session:
    """Gives each variable's values in turn, the last one for ever."""

    def __init__(self, **values):
        self._values = values

    async def perform(self, _name, *headers, **_):
        values = self._values[dict(headers)["Variable"]]
        return Message(f"Response: Success\r\nValue: {values.pop(0) if values[1:] else values[0]}")


def found(notes, monitors):
    session = Session(
        TOUCH_MIXMONITOR_OUTPUT=notes,
        BRIDGEPEER=[PEER],
        MIXMONITOR_FILENAME=["/var/spool/asterisk/monitor/a.wav"],
        TRAYDIAL_MIXMONITOR_PAUSED=[""],
    )
    return asyncio.run(OneTouch("*3", lambda: session).find(CALL, monitors))


@pytest.mark.parametrize(
    ("notes", "monitors", "expected"),
    [
        (["a.wav"], 1, Touched(LEG, PEER, False)),
        (["", "", "a.wav"], 1, Touched(LEG, PEER, False)),
        ([""], 1, None),  # the PBX's own
        (["", "a.wav"], None, None),  # no event has told: what is so now counts
        (["a.wav"], 0, None),
    ],
)
def test_an_event_may_come_before_the_note(notes, monitors, expected):
    assert found(notes, monitors) == expected
