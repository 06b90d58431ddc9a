"""What the tray says of calls that nobody took: the whole program on real phones."""

import asyncio
import contextlib
import sqlite3
import time
from dataclasses import replace

import pytest

from tests.live.office import settings_for
from tests.pbx.asterisk import secret_of
from tests.pbx.faulty_link import faulty_link
from tests.pbx.phones import Phones
from traydial.app.compose import App
from traydial.app.loop import make_loop
from traydial.app.platform import choose
from traydial.app.profile import find_profile
from traydial.domain.call_records import CallRecordSettings
from traydial.domain.calls import Cause, Direction
from traydial.domain.connection import Link
from traydial.domain.history import Wanted
from traydial.domain.setting_layers import Layered
from traydial.domain.settings import DialSettings
from traydial.services.history import FILE_NAME, History
from traydial.services.secrets import VARIABLE, Secrets

# the offscreen platform has no tray, and says so in this way when an icon is shown
pytestmark = pytest.mark.qt_log_ignore("systemTrayWindowChanged", "raise\\(\\)", "propagateSize")
OFFICE = DialSettings("DE", area_code="30", outside_prefix="0", form="national")
OUTSIDE = "0301234567"  # a caller of the town; "*99" lets a phone call from there


class Program:
    """The running program, as somebody in front of it sees it."""

    def __init__(self, app):
        self.app = app
        self._changed = asyncio.Event()
        for store in (app.calls, app.connection, app.missed, app.new_gaps, app.history_revision):
            store.subscribe(lambda _: self._changed.set())

    async def until(self, so):
        """Wait until it is so; the failure tells what was there instead."""
        try:
            async with asyncio.timeout(15):
                while not so():
                    self._changed.clear()
                    await self._changed.wait()
        except TimeoutError:
            seen = self.app.calls.value, self.app.missed.value, self.app.new_gaps.value
            raise AssertionError(f"never so; instead: {seen}") from None

    async def counts(self, count):
        await self.until(lambda: self.app.desk.tray.missed == count)

    async def rings(self, number):
        await self.until(
            lambda: any(
                c.number == number and c.phase.value == "ringing"
                for c in self.app.calls.value.values()
            )
        )

    async def all_over(self):
        await self.until(lambda: not any(c.alive for c in self.app.calls.value.values()))

    def lines(self):
        """Return the lines on top of the menu, above the first separator, as they are read."""
        menu = self.app.desk.tray.menu
        menu.aboutToShow.emit()
        lines = []
        for action in menu.actions():
            if action.isSeparator():
                return lines
            lines.append(action)
        return lines

    def texts(self):
        return [action.text().partition("\t")[0] for action in self.lines()]

    def look(self):
        """Open the menu, and close it."""
        menu = self.app.desk.tray.menu
        menu.aboutToShow.emit()
        menu.aboutToHide.emit()


@contextlib.asynccontextmanager
async def program(pbx, folder, clock=time.time, port=None, records=""):
    """Yield the program when it is online; ``records`` is where it finds the PBX's own."""
    settings = settings_for(pbx, "desk", dialling=OFFICE, port=port)
    settings = replace(settings, cdr=CallRecordSettings(records))
    secrets = Secrets({VARIABLE: secret_of("desk")})
    platform = choose({}, "offscreen", is_handler=False)
    app = App(find_profile(str(folder)), Layered(settings), secrets, platform, clock)
    try:
        one = Program(app)
        app.start()
        await one.until(lambda: app.connection.value.link is Link.ONLINE)
        yield one
    finally:
        await app.aclose()


async def calls_in_vain(one, caller, me, number, dialled):
    await caller.dial(dialled)
    await me.ringing()
    await one.rings(number)
    await caller.hangup()
    await me.idle()
    await one.all_over()


async def kept(folder, wanted=None):
    """Return what the file of an ended program holds: calls, and how many are not seen yet."""
    history = History(find_profile(str(folder)).data_dir / FILE_NAME, DialSettings)
    calls, unseen = await history.page(wanted or Wanted(), 0, 50), await history.missed_unseen()
    await history.aclose()
    return calls, len(unseen)


def run(qapp, scenario):
    with asyncio.Runner(loop_factory=lambda: make_loop(qapp)) as runner:
        runner.run(asyncio.wait_for(scenario, 60))


def test_a_missed_call_stays_until_it_is_called_back_or_looked_at(pbx, qapp, tmp_path):
    async def scenario():
        async with Phones("127.0.0.1", pbx.sip_port) as phones:
            me, bob, anna = [await phones.add(n, secret_of(n)) for n in ("7001", "7002", "7003")]
            async with program(pbx, tmp_path) as one:
                await calls_in_vain(one, bob, me, "7002", "7001")
                await one.counts(1)
                await calls_in_vain(one, anna, me, OUTSIDE, f"*99{OUTSIDE}")
                await calls_in_vain(one, bob, me, "7002", "7001")
                await one.counts(3)
                await anna.dial("7100")  # me and Bob: he takes it
                await asyncio.gather(me.ringing(), bob.ringing())
                await one.rings("7003")
                await bob.answer()
                await me.idle()
                await anna.hangup()
                await bob.idle()
                await bob.dial("7001")
                await me.ringing()
                await one.rings("7002")
                await me.decline()
                await bob.idle()
                await one.all_over()
            calls, unseen = await kept(tmp_path)
            assert [c.cause for c in calls][:2] == [Cause.DECLINED, Cause.ANSWERED_ELSEWHERE]
            assert [c.missed for c in calls] == [False, False, True, True, True]
            assert unseen == 3
            async with program(pbx, tmp_path) as one:  # the next morning
                await one.counts(3)
                assert "3 missed calls" in one.app.desk.tray.icon.toolTip()
                assert one.texts() == ["3 missed calls", "Bob (2)", "030 1234567"]
                one.lines()[1].trigger()
                await me.ringing()
                await me.answer()
                await bob.ringing()
                await one.counts(1)
                await me.hangup()
                await bob.idle()
                await one.all_over()
                await me.dial(f"0{OUTSIDE}")  # at the phone itself
                await anna.ringing()
                await one.counts(0)
                await me.hangup()
                await anna.idle()
                await one.all_over()
                await calls_in_vain(one, bob, me, "7002", "7001")
                await one.counts(1)
                one.look()
                await one.counts(0)
            assert (await kept(tmp_path))[1] == 0

    run(qapp, scenario())


def test_what_nobody_could_watch_is_told(pbx, qapp, tmp_path):
    later = 0.0

    def clock():
        return time.time() + later

    async def scenario():
        nonlocal later
        async with (
            Phones("127.0.0.1", pbx.sip_port) as phones,
            faulty_link(pbx.tls_port) as link,
        ):
            me, bob = [await phones.add(n, secret_of(n)) for n in ("7001", "7002")]
            async with program(pbx, tmp_path, clock, link.port) as one:
                await bob.dial("7001")
                await me.ringing()
                await one.rings("7002")
                await link.refuse()
                await one.until(lambda: one.app.connection.value.link is not Link.ONLINE)
                await bob.hangup()  # it rang, and is over when the link is back
                await me.idle()
                later = 600
                await link.mend()
                one.app.retry_now()
                await one.counts(1)
                await one.until(lambda: one.app.new_gaps.value)
                assert one.texts()[:2] == ["1 missed call", "Bob"]
                assert one.texts()[2].startswith("Not connected from ")
                one.look()
                await one.counts(0)
                assert not any(text.startswith("Not connected from") for text in one.texts())
                later = 1200  # ten minutes of nothing
            later = 4800
            await bob.dial("7001")  # nobody sees this one
            await me.ringing()
            await bob.hangup()
            await me.idle()
            async with program(pbx, tmp_path, clock, link.port) as one:
                await one.until(lambda: one.app.new_gaps.value)
                assert one.texts()[0].startswith("Not connected from ")
                gaps = [found.gap for found in await one.app.past_gaps(Wanted())]
                assert [round(gap.until - gap.since, -2) for gap in gaps] == [3600, 600]

    run(qapp, scenario())


async def written(file, count):
    """Wait until the PBX has written so many records: no event tells."""
    async with asyncio.timeout(15):
        while _records(file) < count:  # noqa: ASYNC110 - a file of another program
            await asyncio.sleep(0.05)


def _records(file):
    with contextlib.closing(sqlite3.connect(file)) as db:
        return db.execute("SELECT count(*) FROM cdr").fetchone()[0]


def test_what_rang_while_the_program_was_off_is_learnt_from_the_call_records(pbx, qapp, tmp_path):
    file = pbx.dir / "log/master.db"
    later = -600.0

    async def scenario():
        nonlocal later
        async with Phones("127.0.0.1", pbx.sip_port) as phones:
            me, bob, anna = [await phones.add(n, secret_of(n)) for n in ("7001", "7002", "7003")]
            async with program(pbx, tmp_path, lambda: time.time() + later):
                pass
            later = 0.0
            # records tell whole seconds: a new one, that time(2), which lags, has begun too
            await asyncio.sleep(1.1 - time.time() % 1)
            before, since = _records(file), int(time.time())
            await bob.dial("7001")
            await me.ringing()
            await bob.hangup()
            await me.idle()
            await written(file, before + 1)
            await anna.dial("7100")  # me and Bob: he takes it
            await asyncio.gather(me.ringing(), bob.ringing())
            await bob.answer()
            await me.idle()
            await anna.hangup()
            await bob.idle()
            await written(file, before + 3)
            await anna.dial(f"*99{OUTSIDE}")
            await me.ringing()
            await me.answer()
            await asyncio.gather(anna.talking(), me.talking())
            await anna.hangup()
            await me.idle()
            await written(file, before + 4)
            await me.dial("7002")
            await bob.ringing()
            await bob.answer()
            await me.talking()
            await me.hangup()
            await bob.idle()
            await written(file, before + 5)
            async with program(pbx, tmp_path, records=f"sqlite:///{file}") as one:
                # other tests have called in those ten minutes
                await one.until(lambda: any(c.began >= since for c in one.app.missed.value))
                missed = [c for c in one.app.missed.value if c.began >= since]
                assert [(c.number, c.name) for c in missed] == [("7002", "Bob")]
                assert f"{one.app.desk.tray.missed} missed call" in one.app.desk.tray.icon.toolTip()
                assert one.app.new_gaps.value == ()
                calls = await one.app.past_calls(Wanted(since=since), 0, 10)
                told = {(c.direction, c.number, c.cause, c.talking_since is None) for c in calls}
                assert told == {
                    (Direction.IN, "7002", Cause.MISSED, True),
                    (Direction.IN, "7003", Cause.ANSWERED_ELSEWHERE, True),
                    (Direction.IN, OUTSIDE, Cause.HUNG_UP, False),
                    (Direction.OUT, "7002", Cause.HUNG_UP, False),
                }
                assert len(calls) == 4

    run(qapp, scenario())
