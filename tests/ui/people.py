"""Stands in for everything behind the interface: actions that note what was asked."""

import asyncio
from collections import Counter
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from traydial.domain.calls import Call, Direction, Phase
from traydial.domain.connection import Connection, Link
from traydial.domain.diversions import Diversions
from traydial.domain.health import Health
from traydial.domain.history import Day, GapOfDay
from traydial.domain.numbers import numbers_in, understand
from traydial.domain.privileges import Ability
from traydial.domain.settings import (
    DialSettings,
    PbxSettings,
    PhoneSettings,
    RecordingSettings,
    Settings,
)
from traydial.domain.store import Store
from traydial.ui.actions import LinkHandler, Recent
from traydial.ui.desk import Desk

NOW = 1_760_000_000.0
ONLINE = Connection(Link.ONLINE, NOW - 60, "pbx.example:5039", abilities=frozenset(Ability))
SETTINGS = Settings(
    PbxSettings(("pbx.example:5039",), username="traydial-7001"),
    PhoneSettings("7001", ("PJSIP/7001",), "from-internal", voicemail="*{extension}"),
)
RECENT = [
    Recent("+493012345670", "Anna Berger", "in", NOW - 600, False),
    Recent("7002", "Bob Okafor", "out", NOW - 4000, False),
    Recent("+4989998887", "", "in", NOW - 9000, True),
    Recent("7010", "Support", "out", NOW - 90_000, False),
]


class Driver:
    """Runs coroutines on a loop of its own, a step at a time, beside Qt's."""

    def __init__(self):
        self._loop = asyncio.new_event_loop()
        self._tasks = set()

    def start(self, work):
        task = self._loop.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)
        if not self._loop.is_running():
            self.step()

    def step(self, times=5):
        for _ in range(times):
            self._loop.run_until_complete(asyncio.sleep(0))

    def future(self):
        return self._loop.create_future()

    def close(self):
        for task in self._tasks:
            task.cancel()
        self.step()
        self._loop.close()

    def _ended(self, task):
        self._tasks.discard(task)
        if not task.cancelled():
            task.result()


class FakeActions:
    """Notes what was asked; ``answers`` has, by name, what to raise, return or wait for."""

    def __init__(self):
        self.asked = []
        self.answers = {}
        self.checks = []
        self.source_answers = []
        self.recents = list(RECENT)
        self.past, self.gaps = [], []  # newest first
        self.people = []
        self.stars, self.engaged = [], []
        self.pages = set()  # numbers that have one
        self.blockable, self.pictures = set(), {}
        self.looked_at = []
        self.wanted_colleagues = 0
        self.wanted_diversions = 0
        self.wanted_queues = 0
        self.lot = []
        self.phone_listens = False
        self.digits = {}
        self.has_room = True
        self.rules = RecordingSettings()
        self.now = NOW

    async def _answer(self, name, *args):
        self.asked.append((name, *args))
        answer = self.answers.get(name)
        if isinstance(answer, asyncio.Future):
            answer = await answer
        if isinstance(answer, BaseException):
            raise answer
        return answer

    def understand(self, text):
        return understand(text, DialSettings("DE"))

    def numbers_in(self, text):
        return numbers_in(text, DialSettings("DE"))

    async def dial(self, text):
        return await self._answer("dial", text) or "key"

    def wish(self, text, source):
        self.asked.append(("wish", text, source))

    async def dial_clipboard(self):
        await self._answer("dial_clipboard")

    async def link_handler(self):
        return self.answers.get("link_handler", LinkHandler("Skype", False))

    async def open_links(self, on):
        return await self._answer("open_links", on) or ""

    async def starts_at_login(self):
        return self.answers.get("starts_at_login", False)

    async def start_at_login(self, on):
        await self._answer("start_at_login", on)

    def can_answer(self, call):
        incoming = call.direction is Direction.IN and call.phase is Phase.RINGING
        waits = incoming or call.phase in (Phase.OWN_RINGING, Phase.HELD)
        return self.phone_listens and waits

    async def answer(self, key):
        await self._answer("answer", key)

    async def hang_up(self, key):
        await self._answer("hang_up", key)

    async def transfer(self, key, target, *, anyway=False, note=""):
        more = [*(["anyway"] if anyway else []), *([note] if note else [])]
        await self._answer("transfer", key, target, *more)

    async def fetch_back(self, key):
        await self._answer("fetch_back", key)

    async def to_voicemail(self, key, target):
        await self._answer("to_voicemail", key, target)

    async def consult(self, key, target, *, note=""):
        return await self._answer("consult", key, target, *([note] if note else [])) or "key"

    async def connect(self, key):
        await self._answer("connect", key)

    async def all_three(self, key):
        await self._answer("all_three", key)

    async def back(self, key):
        await self._answer("back", key)

    def can_meet(self):
        return self.has_room

    async def park(self, key):
        return await self._answer("park", key) or "801"

    async def fetch(self, space):
        return await self._answer("fetch", space) or "key"

    def parked(self):
        return self.lot

    def remembered(self, number):
        return self.digits.get(number)

    def remember(self, number, remembered):
        self.digits[number] = remembered

    async def send_digits(self, key, digits):
        await self._answer("send_digits", key, digits)

    def recording_rules(self):
        return self.rules

    async def record(self, key, on):
        await self._answer("record", key, on)

    async def pause_recording(self, key, paused):
        await self._answer("pause_recording", key, paused)

    async def test_connection(self, settings, secret, report):
        for check in self.checks:
            report(check)
        await self._answer("test_connection", settings, secret)

    async def examine(self, report):
        for check in self.checks:
            report(check)
        await self._answer("examine")

    def take_settings_file(self, file):
        self.asked.append(("take_settings_file", file))

    async def find_phone_system(self, settings, report):
        for check in self.checks:
            report(check)
        return await self._answer("find_phone_system", settings)

    async def sign_in(self, settings, secret):
        return await self._answer("sign_in", settings, secret)

    async def ring_phone(self, settings, secret, tell):
        tell("PJSIP/7001")
        return await self._answer("ring_phone", settings, secret)

    async def save_recent(self, folder):
        await self._answer("save_recent")
        return Path("/home/anna/Documents/Traydial 2026-03-14 15.09.26.txt")

    async def show_saved(self, file):
        return await self._answer("show_saved", file)

    async def pair_phone(self, settings, secret, report):
        if to_dial := self.answers.get("to_dial"):
            report(to_dial)
        return await self._answer("pair_phone", settings, secret)

    async def save_settings(self, settings, secret, passwords):
        more = [passwords] if passwords else []
        return await self._answer("save_settings", settings, secret, *more) or ""

    def retry_now(self):
        self.asked.append(("retry_now",))

    def recent(self):
        return self.recents

    async def past_calls(self, wanted, offset, limit):
        await self._answer("past_calls", wanted, offset)
        return self.found(wanted)[offset : offset + limit]

    async def past_days(self, wanted):
        began = [datetime.fromtimestamp(past.began) for past in self.found(wanted)]
        days = Counter(at.date().isoformat() for at in began)
        return [Day(day, calls) for day, calls in days.items()]

    async def past_gaps(self, wanted):
        found = []
        for gap in self.gaps:
            day = datetime.fromtimestamp(gap.since).date()
            began = [past.began for past in self.found(wanted) if past.began >= gap.since]
            newer = [at for at in began if datetime.fromtimestamp(at).date() == day]
            found.append(GapOfDay(gap, day.isoformat(), len(newer)))
        return found

    async def annotate(self, call, note):
        await self._answer("annotate", call, note)
        self.past = [replace(p, note=note) if p.id == call else p for p in self.past]

    async def export_calls(self, wanted, path):
        return await self._answer("export_calls", wanted, path) or len(self.found(wanted))

    def found(self, wanted):
        return [p for p in self.past if self.fits(p, wanted)]

    @staticmethod
    def fits(past, wanted):
        return (
            wanted.text.casefold() in f"{past.name} {past.number} {past.note}".casefold()
            and (past.missed or not wanted.missed_only)
            and wanted.direction in (None, past.direction)
            and (past.recorded or not wanted.recorded)
            and (wanted.since or 0) <= past.began < (wanted.until or NOW * 2)
        )

    def contacts(self, text):
        return [contact for contact in self.people if text in contact.name.casefold()]

    async def missed_seen(self):
        await self._answer("missed_seen")

    async def forget(self, number):
        return await self._answer("forget", number) or 0

    def picture_of(self, number):
        return self.pictures.get(number, b"")

    def can_block(self, number):
        return number in self.blockable

    async def block(self, number):
        await self._answer("block", number)

    def can_open(self, number):
        return number in self.pages

    async def open_contact(self, number):
        await self._answer("open_contact", number)

    async def try_page(self, settings, number):
        await self._answer("try_page", settings.pop, number)

    async def try_command(self, settings, number):
        await self._answer("try_command", settings.pop, number)

    async def ask_contacts(self, text):
        if "ask_contacts" not in self.answers:
            return []  # asked while somebody types: most tests do not care
        return await self._answer("ask_contacts", text) or []

    async def try_contacts(self, settings, passwords, text, report):
        for answer in self.source_answers:
            report(answer)
        await self._answer("try_contacts", settings, passwords, text)

    def favourites(self):
        return tuple(self.stars)

    def favour(self, number, on):
        self.stars = [star for star in self.stars if star != number] + [number] * on

    async def set_do_not_disturb(self, on):
        await self._answer("set_do_not_disturb", on)

    async def forward(self, when, target):
        await self._answer("forward", when, target)

    def diversions_wanted(self):
        self.wanted_diversions += 1

    async def log_in_to_queue(self, name):
        await self._answer("log_in_to_queue", name)

    async def log_out_of_queue(self, name):
        await self._answer("log_out_of_queue", name)

    async def pause_queue(self, name, paused, reason=""):
        await self._answer("pause_queue", name, paused, reason)

    def queues_wanted(self):
        self.wanted_queues += 1

    def look_at(self, numbers):
        self.looked_at = [*numbers]

    def colleagues_wanted(self):
        self.wanted_colleagues += 1

    def can_wait_for(self, number):
        return number in self.engaged

    def call_when_free(self, number):
        self.asked.append(("call_when_free", number))

    def clock(self):
        return self.now

    def quit(self):
        self.asked.append(("quit",))


class Office:
    """A desk with all that it needs."""

    def __init__(
        self, settings=SETTINGS, connection=ONLINE, problems=(), actions=None, locked=frozenset
    ):
        self.driver = Driver()
        self.actions = actions or FakeActions()
        self.calls = Store({})
        self.connection = Store(connection)
        self.settings = Store(settings)
        self.colleagues = Store({})
        self.diversions = Store(Diversions())
        self.queues = Store({})
        self.missed, self.gaps = Store(()), Store(())
        self.health = Store(Health())
        self.desk = Desk(
            self.actions,
            self.calls,
            self.connection,
            self.settings,
            self.driver.start,
            list(problems),
            colleagues=self.colleagues,
            diversions=self.diversions,
            queues=self.queues,
            missed=self.missed,
            gaps=self.gaps,
            health=self.health,
            locked=locked,
        )

    def put(self, *calls):
        """Let these calls be there too, or be so now."""
        self.calls.set({**self.calls.value, **{call.key: call for call in calls}})

    def change(self, key, **changes):
        self.put(replace(self.calls.value[key], **changes))

    def card(self, number=0):
        return self.desk.stack.cards[number]

    def close(self):
        self.desk.close()
        self.driver.close()


def incoming(key="in-1", number="+493012345670", name="Anna Berger", via="Support", **more):
    given = {"phase": Phase.RINGING, "since": NOW - 12, "began": NOW - 12, **more}
    return Call(key, Direction.IN, number=number, name=name, via=via, **given)


def outgoing(key="out-1", number="+493012345670", name="Anna Berger", **more):
    given = {"phase": Phase.OWN_RINGING, "since": NOW - 4, "began": NOW - 4, **more}
    return Call(key, Direction.OUT, number=number, name=name, **given)


def talking(key="talk-1", **more):
    given = {"phase": Phase.TALKING, "since": NOW - 207, "talking_since": NOW - 207, **more}
    return incoming(key, **given)
