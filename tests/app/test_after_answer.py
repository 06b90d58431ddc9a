"""What is remembered is keyed once they answer, where the user has ticked that."""

import asyncio
from dataclasses import replace

import pytest

from traydial.app.after_answer import AfterAnswer
from traydial.domain.calls import Call, Direction, Phase
from traydial.domain.remembered import Remembered
from traydial.domain.store import Store

RINGING = Call("out-1", Direction.OUT, Phase.RINGING, 0.0, "7800")


def keyed(*states, remembered=Remembered(",1,,4321", by_itself=True)):  # noqa: B008
    calls, sent = Store({}), []

    async def send(key, digits):
        sent.append((key, digits))

    known = {"7800": remembered}
    AfterAnswer(calls, known.get, send, asyncio.run)
    for state in states:
        calls.set({state.key: state})
    return sent


TALKING = replace(RINGING, phase=Phase.TALKING)


def test_once_when_they_answer():
    again = replace(TALKING, name="Conference")
    held = replace(TALKING, phase=Phase.HELD)
    assert keyed(RINGING, TALKING, again, held, TALKING) == [("out-1", ",1,,4321")]


@pytest.mark.parametrize("remembered", [None, Remembered("1")])
def test_not_without_being_asked(remembered):
    assert keyed(RINGING, TALKING, remembered=remembered) == []


@pytest.mark.parametrize(
    "states",
    [
        (TALKING,),  # found so after a reconnect
        (RINGING, replace(RINGING, phase=Phase.ENDED)),
        (replace(RINGING, direction=Direction.IN), replace(TALKING, direction=Direction.IN)),
        (RINGING, replace(TALKING, number="7801")),
    ],
)
def test_only_to_who_was_called_and_has_answered(states):
    assert keyed(*states) == []
