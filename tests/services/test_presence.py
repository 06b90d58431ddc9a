import asyncio
import time

import pytest

from traydial.ami.protocol import Message
from traydial.domain.connection import Connection, Link
from traydial.domain.errors import ActionFailed, ConnectionLost, NotPermitted
from traydial.domain.presence import Colleague, Presence
from traydial.domain.privileges import Ability
from traydial.domain.settings import PhoneSettings, Settings
from traydial.domain.store import Store
from traydial.services.presence import DEAF_AFTER, MOST_NAMES, PresenceWatch

ONLINE = Connection(Link.ONLINE, abilities=frozenset(Ability))
LIST = ["ExtensionStateList", "DBGetTree cidname"]
MAY_NOT = Connection(Link.ONLINE, abilities=frozenset({Ability.DIAL}))


def message(*headers):
    return Message("\r\n".join(f"{name}: {value}" for name, value in headers))


def status(exten, number="0", context="internal", hint=""):
    return message(
        ("Event", "ExtensionStatus"),
        ("Exten", exten),
        ("Context", context),
        ("Hint", hint or f"PJSIP/{exten}"),
        ("Status", number),
    )


class Pbx:
    """A session that answers from what it holds; ``meanwhile`` runs while a list comes."""

    def __init__(self, *rows, names=None):
        self.rows, self.names, self.asked = [*rows], names, []
        self.meanwhile = lambda: None
        self.problem = None
        self.looked_at = asyncio.Event()

    async def collect(self, name, *headers):
        self.asked.append(" ".join([name, *(value for _, value in headers)]))
        await asyncio.sleep(0)
        if name.startswith("DBGet"):
            return self.told_names(*(value for _, value in headers))
        self.meanwhile()
        if self.problem:
            raise self.problem
        return self.rows

    def told_names(self, family, key=""):
        if self.names is None:
            raise NotPermitted("DBGet")
        if not key:
            return [
                message(("Key", f"/cidname/{extension}"), ("Val", name))
                for extension, name in self.names.get(family, {}).items()
            ]
        if family not in self.names:
            raise ActionFailed("DBGet", "Database entry not found")
        return [message(("Val", self.names[family]))]

    async def perform(self, name, *headers):
        what = dict(headers)
        self.asked.append(f"{name} {what['Exten']}")
        await asyncio.sleep(0)
        if self.problem:
            raise self.problem
        self.looked_at.set()
        return next(row for row in self.rows if row.get("Exten") == what["Exten"])


class Lab:
    def __init__(self, pbx):
        self.pbx, self.connection = pbx, Store(Connection())
        settings = Settings(phone=PhoneSettings("7001", ("PJSIP/7001",), "internal"))
        self.watch = PresenceWatch(
            settings, lambda: pbx, self.connection, Store({}), look_every_s=0.01
        )

    @property
    def colleagues(self):
        return self.watch.colleagues.value

    def states(self):
        return {e: c.state.value for e, c in self.colleagues.items()}

    async def settled(self):
        while self.watch._tasks:
            await asyncio.gather(*self.watch._tasks)

    async def online(self):
        self.connection.set(ONLINE)
        await self.settled()


def play(scenario, pbx):
    async def main():
        lab = Lab(pbx)
        try:
            await scenario(lab)
        finally:
            await lab.watch.aclose()

    asyncio.run(asyncio.wait_for(main(), 10))


def test_those_with_a_hint_where_one_calls_from_are_colleagues():
    async def scenario(lab):
        await lab.online()
        assert lab.states() == {"7002": "idle", "7003": "in use"}

    strange = [status("9001", context="tenant"), status("_71XX"), status("*857002")]
    play(scenario, Pbx(status("7001"), status("7002"), status("7003", "1"), *strange))


def test_hints_may_live_where_the_own_one_does():
    async def scenario(lab):
        await lab.online()
        assert lab.states() == {"7002": "idle"}
        lab.watch.on_event(status("7002", "8", "ext-local"))
        lab.watch.on_event(status("7003", "8", "tenant"))
        assert lab.states() == {"7002": "ringing"}

    there = [status(e, context="ext-local") for e in ("7001", "7002")]
    play(scenario, Pbx(*there, status("7003", context="tenant")))


def test_events_change_add_and_remove():
    async def scenario(lab):
        await lab.online()
        lab.watch.on_event(status("7002", "8"))
        lab.watch.on_event(status("7005", "4"))
        assert lab.states() == {"7002": "ringing", "7005": "unavailable"}
        lab.watch.on_event(status("7002", "-2"))
        assert lab.states() == {"7005": "unavailable"}

    play(scenario, Pbx(status("7002")))


def test_an_event_that_comes_within_the_list_is_newer_than_its_row():
    pbx = Pbx(status("7002", "0"))

    async def scenario(lab):
        pbx.meanwhile = lambda: lab.watch.on_event(status("7002", "1"))
        await lab.online()
        assert lab.states() == {"7002": "in use"}

    play(scenario, pbx)


def test_without_a_link_nothing_is_known_and_with_the_next_all_is_asked_anew():
    pbx = Pbx(status("7002"), status("7003"))

    async def scenario(lab):
        await lab.online()
        lab.connection.set(Connection())
        assert lab.states() == {"7002": "unknown", "7003": "unknown"}
        pbx.rows = [status("7002", "1")]
        await lab.online()
        assert lab.states() == {"7002": "in use"}

    play(scenario, pbx)


def test_an_account_that_may_not_ask_sees_nobody_and_asks_nothing():
    pbx = Pbx(status("7002"))

    async def scenario(lab):
        lab.connection.set(MAY_NOT)
        lab.watch.opened()
        lab.watch.look(["7002"])
        await lab.settled()
        assert lab.colleagues == {}
        assert pbx.asked == []

    play(scenario, pbx)


@pytest.mark.parametrize("problem", [ConnectionLost("gone"), ActionFailed("x", "no")])
def test_a_list_that_fails_leaves_nobody(problem):
    pbx = Pbx(status("7002"))
    pbx.problem = problem

    async def scenario(lab):
        await lab.online()
        assert lab.colleagues == {}

    play(scenario, pbx)


def test_names_are_asked_for_as_a_table_else_where_somebody_looks_and_once():
    pbx = Pbx(*(status(str(n)) for n in range(8000, 10000)))
    pbx.names = {"cidname": {"8001": "Ada", "4711": "Eau"}, "AMPUSER/8002": "Ben"}

    async def scenario(lab):
        await lab.online()
        assert pbx.asked == LIST
        for _ in range(2):
            lab.watch.look(["8001", "8002", "8003", "4711"])
            await lab.settled()
        assert [lab.colleagues[e].name for e in ("8001", "8002", "8003")] == ["Ada", "Ben", ""]
        assert pbx.asked == [*LIST, "DBGet AMPUSER/8002 cidname", "DBGet AMPUSER/8003 cidname"]

    play(scenario, pbx)


@pytest.mark.parametrize(("names", "most"), [({}, DEAF_AFTER), (None, 1)])
def test_who_scrolls_by_is_not_asked_for_and_vain_questions_end(names, most):
    pbx = Pbx(*(status(str(n)) for n in range(8000, 10000)), names=names)

    async def scenario(lab):
        await lab.online()
        for first in range(8000, 9000, 10):
            lab.watch.look([str(n) for n in range(first, 9999)])
        await lab.settled()
        assert len(pbx.asked) == len(LIST) + most
        assert most < MOST_NAMES

    play(scenario, pbx)


def newchannel(channel, number, name):
    return message(
        ("Event", "Newchannel"),
        ("Channel", channel),
        ("CallerIDNum", number),
        ("CallerIDName", name),
    )


def test_a_name_is_learnt_from_the_colleagues_own_phone_only():
    async def scenario(lab):
        await lab.online()
        lab.watch.on_event(newchannel("PJSIP/trunk-0001", "7002", "Mallory"))
        lab.watch.on_event(newchannel("PJSIP/7002-0002", "7002", "<unknown>"))
        assert lab.colleagues["7002"] == Colleague("7002", "", Presence.IDLE)
        lab.watch.on_event(newchannel("PJSIP/7002-0003", "7002", "Bob"))
        assert lab.colleagues["7002"].name == "Bob"
        lab.watch.on_event(status("7002", "1"))
        assert lab.colleagues["7002"] == Colleague("7002", "Bob", Presence.IN_USE)

    play(scenario, Pbx(status("7002", hint="PJSIP/7002&Custom:DND7002,CustomPresence:7002")))


def test_waiting_for_somebody_ends_with_the_event():
    async def scenario(lab):
        await lab.online()
        lab.watch.on_event(status("7002", "1"))
        free = asyncio.create_task(lab.watch.free("7002"))
        lab.watch.on_event(status("7002", "9"))
        await asyncio.sleep(0.05)
        assert not free.done()
        assert lab.pbx.asked == LIST
        lab.watch.on_event(status("7002"))
        await free

    play(scenario, Pbx(status("7002")))


def test_where_no_event_comes_it_is_looked_at():
    pbx = Pbx(status("7002", "1"))

    async def scenario(lab):
        await lab.online()
        free = asyncio.create_task(lab.watch.free("7002"))
        await pbx.looked_at.wait()
        pbx.problem = ConnectionLost("gone")
        await asyncio.sleep(0.03)
        pbx.problem = None
        assert not free.done()
        pbx.rows = [status("7002")]
        await free
        assert lab.states() == {"7002": "idle"}

    play(scenario, pbx)


def test_where_no_event_comes_opening_asks_anew():
    pbx = Pbx(status("7002"))

    async def scenario(lab):
        await lab.online()
        pbx.rows = [status("7002", "1")]
        lab.watch.opened()
        await lab.settled()
        assert lab.states() == {"7002": "in use"}
        lab.watch.on_event(status("7001", "1"))  # told, though of no colleague
        lab.watch.opened()
        await lab.settled()
        assert pbx.asked == [*LIST, LIST[0]]

    play(scenario, pbx)


def test_an_event_among_two_thousand_costs_little():
    pbx = Pbx(*(status(str(n)) for n in range(8000, 10000)))

    async def scenario(lab):
        await lab.online()
        best = 1.0
        for n in range(50):
            began = time.perf_counter()
            lab.watch.on_event(status(str(8000 + n), "1"))
            best = min(best, time.perf_counter() - began)
        assert best < 0.002  # measured: about 0.1 ms

    play(scenario, pbx)
