"""What real calls leave in the history: who, when, how it ended, what was recorded."""

import asyncio

from tests.live.office import live, office
from traydial.domain.calls import Cause, Direction, Recording
from traydial.domain.history import Wanted
from traydial.domain.settings import DialSettings
from traydial.services.history import FILE_NAME, History
from traydial.services.history.writer import HistoryWriter


async def answered_and_recorded(o):
    await o.bob.dial("7001")
    await o.me.ringing()
    await o.me.answer()
    await asyncio.gather(o.bob.talking(), o.me.talking())
    call = await o.desk.phase("talking")
    await o.desk.phone.recorder.record(call.key, on=True)
    await o.desk.until(lambda c: c.recording is Recording.ON)
    await o.bob.hangup()
    await o.desk.phase("ended")
    await o.me.idle()


async def missed(o):
    await o.bob.dial("7001")
    await o.me.ringing()
    await o.desk.phase("ringing")
    await o.bob.hangup()
    await o.desk.phase("ended")
    await o.me.idle()


async def dialled_and_busy(o):
    await o.bob.policy(reject=486)
    await o.desk.phone.dial("7002")
    await o.me.ringing()
    await o.me.answer()
    await o.desk.until(lambda c: not c.alive and c.cause is Cause.BUSY)
    await o.me.idle()
    await o.bob.policy()


async def transferred(o):
    await o.bob.dial("7001")
    await o.me.ringing()
    await o.me.answer()
    await asyncio.gather(o.bob.talking(), o.me.talking())
    call = await o.desk.phase("talking")
    await o.desk.phone.transfer(call.key, "7003")
    await o.anna.ringing()
    await o.anna.answer()
    await o.desk.until(lambda c: c.onward is not None and c.onward.stage.value == "taken")
    await o.bob.hangup()
    await o.anna.idle()


def test_every_call_ends_in_the_history_as_it_was(pbx, tmp_path):
    async def scenario():
        tasks = []
        file = tmp_path / FILE_NAME
        history = History(file, DialSettings)
        writer = HistoryWriter(
            lambda: history, lambda work: tasks.append(asyncio.ensure_future(work))
        )
        try:
            async with office(pbx) as o:
                o.desk.core.calls.subscribe(writer.calls_changed)
                for step in (answered_and_recorded, missed, dialled_and_busy, transferred):
                    await step(o)
            await asyncio.gather(*tasks)
        finally:
            await history.aclose()
        again = History(file, DialSettings)  # another run
        calls, unseen = await again.page(Wanted(), 0, 10), await again.missed_unseen()
        await again.aclose()
        assert [c.missed for c in calls] == [False, False, True, False]
        assert [c.direction for c in calls] == [
            *(Direction.IN, Direction.OUT, Direction.IN, Direction.IN)
        ]
        assert {(c.number, c.name) for c in calls} == {("7002", "Bob")}
        moved, busy, lost, spoken = calls
        assert (moved.cause, moved.taker) in [
            (Cause.TRANSFERRED, "7003"),
            (Cause.TRANSFERRED, "Anna"),
        ]
        assert busy.cause is Cause.BUSY
        assert lost.cause is Cause.MISSED
        assert lost.talking_since is None
        assert spoken.cause is Cause.HUNG_UP
        assert spoken.began <= spoken.talking_since <= spoken.ended
        assert spoken.recording.startswith("traydial/")
        assert spoken.recording.endswith("-7002.wav")
        assert [c.recorded for c in calls] == [False, False, False, True]
        assert [c.id for c in unseen] == [lost.id]

    live(scenario())
