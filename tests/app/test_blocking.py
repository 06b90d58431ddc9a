"""Tests of keeping blocked callers away."""

import asyncio
from dataclasses import replace

import pytest

from traydial.app.blocking import Blocking
from traydial.domain.blocked_settings import BlockedSettings
from traydial.domain.calls import Call, Cause, Direction, Phase
from traydial.domain.errors import NotPermitted
from traydial.domain.settings import DialSettings, Settings
from traydial.domain.store import Store

CALL = Call("1", Direction.IN, Phase.RINGING, 0.0, "0301234567")


class Setting:
    """Calls on one side, what is shown and kept on the other."""

    def __init__(self, *numbers, action="silent", fails=None):
        blocked = BlockedSettings(numbers, action)
        self.settings = Store(Settings(dialling=DialSettings("DE"), blocked=blocked))
        self.calls, self.now, self.sent_away, self.work = Store({}), 0.0, [], []

        async def send_away(call):
            self.sent_away.append(call.key)
            if fails:
                raise fails

        self.it = Blocking(self.calls, self.settings, send_away, self.work.append, lambda: self.now)

    def has(self, *calls):
        self.calls.set({call.key: call for call in calls})
        for work in self.work:
            asyncio.run(work)
        self.work.clear()
        return [*self.it.shown.value], {key: c.cause for key, c in self.it.kept.value.items()}


def test_a_blocked_caller_is_not_shown_and_was_not_missed():
    o = Setting("0301234567")
    other = replace(CALL, key="2", number="0309999999")
    assert o.has(CALL, other) == (["2"], {"1": None, "2": None})
    over = replace(CALL, phase=Phase.ENDED, cause=Cause.MISSED)
    assert o.has(over, other) == (["2"], {"1": Cause.BLOCKED, "2": None})
    assert o.sent_away == []


def test_who_is_talked_to_after_all_is_shown():
    o = Setting("0301234567")
    o.has(CALL)
    assert o.has(replace(CALL, phase=Phase.TALKING, talking_since=5.0)) == (["1"], {"1": None})


def test_one_blocked_in_the_middle_of_a_call_goes_on_and_is_blocked_the_next_time():
    o = Setting()
    assert o.has(CALL)[0] == ["1"]
    o.settings.set(replace(o.settings.value, blocked=BlockedSettings(("0301234567",))))
    assert o.has(replace(CALL, name="X"))[0] == ["1"]
    assert o.has(replace(CALL, key="2"))[0] == []


def test_a_number_that_is_learnt_late_counts():
    o = Setting("0301234567", "withheld")
    assert o.has(replace(CALL, number=""))[0] == []
    assert o.has(replace(CALL, number="0309999999"))[0] == ["1"]


def test_who_was_just_called_gets_through():
    o = Setting("0301234567")
    o.has(replace(CALL, direction=Direction.OUT, phase=Phase.TALKING))
    o.has()
    assert o.has(replace(CALL, key="2"))[0] == ["2"]


@pytest.mark.parametrize("fails", [None, NotPermitted("Hangup")])
def test_where_that_is_wanted_they_are_sent_away_once(fails):
    o = Setting("0301234567", action="decline", fails=fails)
    o.has(CALL)
    o.has(replace(CALL, name="X"))
    assert o.sent_away == ["1"]
