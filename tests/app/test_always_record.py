"""Every call is recorded by itself where the settings say so."""

import asyncio
from dataclasses import replace

from traydial.app.always_record import AlwaysRecord
from traydial.domain.calls import Call, Direction, Phase, Recording
from traydial.domain.errors import CallGone, NotPermitted, NotRecorded
from traydial.domain.settings import RecordingSettings, Settings
from traydial.domain.store import Store

RINGING = Call("in-1", Direction.IN, Phase.RINGING, 0.0)
TALKING = replace(RINGING, phase=Phase.TALKING)


class Room:
    def __init__(self, policy="always"):
        self.settings = Store(Settings(recording=RecordingSettings(policy=policy)))
        self.calls, self.recorded, self.told, self.error = Store({}), [], [], None
        AlwaysRecord(self.settings, self.calls, self.record, self.start)

    async def record(self, key, on):
        self.recorded.append((key, on))
        if self.error:
            raise self.error

    def start(self, work):
        try:
            asyncio.run(work)
        except NotRecorded as error:
            self.told.append(error)

    def put(self, *calls):
        self.calls.set({call.key: call for call in calls})


def test_a_call_is_recorded_once_as_soon_as_two_talk():
    room = Room()
    room.put(RINGING)
    assert room.recorded == []
    room.put(TALKING)
    room.put(replace(TALKING, phase=Phase.HELD))
    room.put(replace(TALKING, name="Bob"))
    assert room.recorded == [("in-1", True)]
    room.put(TALKING, replace(TALKING, key="in-2"))
    assert room.recorded == [("in-1", True), ("in-2", True)]


def test_what_is_recorded_already_and_what_nobody_wants_is_left_alone():
    room = Room()
    room.put(replace(TALKING, recording=Recording.PAUSED))
    for policy in ("ask", "never"):
        Room(policy).put(TALKING)
    assert room.recorded == []


def test_a_change_of_the_settings_counts_for_the_next_call():
    room = Room("ask")
    room.put(TALKING)
    room.settings.set(Settings(recording=RecordingSettings(policy="always")))
    room.put(TALKING, replace(TALKING, key="in-2"))
    assert room.recorded == [("in-2", True)]


def test_one_that_cannot_be_recorded_is_told_but_not_one_that_is_over():
    room = Room()
    room.error = NotPermitted("MixMonitor")
    room.put(TALKING)
    assert room.told[0].why is room.error
    room.error = CallGone("in-2")
    room.put(TALKING, replace(TALKING, key="in-2"))
    assert len(room.told) == 1
