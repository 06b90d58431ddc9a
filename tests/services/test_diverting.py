"""What the live tests cannot bring about: refusals halfway, reads beside writes, silence."""

import asyncio

import pytest

from traydial.ami.protocol import Message
from traydial.domain.connection import Connection, Link
from traydial.domain.diversions import UNTOLD, Diversions, DiversionSettings, Forward
from traydial.domain.errors import (
    ActionFailed,
    ConnectionLost,
    NothingToDial,
    NotKept,
    NotPermitted,
)
from traydial.domain.settings import PhoneSettings, Settings
from traydial.domain.store import Store
from traydial.services.diverting import Diverter

ONLINE = Connection(Link.ONLINE)
LAMP = "Custom:DND7001"
FREEPBX = {"AMPUSER/7001/device": "7001"}


def message(*headers):
    return Message("\r\n".join(f"{name}: {value}" for name, value in headers))


class Pbx:
    """A session on a database; ``refused`` are the actions that it does not permit."""

    def __init__(self, entries=(), *, refused=(), exists=("7002", "7003")):
        self.entries, self.refused, self.exists = dict(entries), {*refused}, exists
        self.asked, self.lamps = [], {}
        self.problem = None
        self.gate, self.reached = asyncio.Event(), asyncio.Event()
        self.gate.set()

    async def _take(self, name, headers):
        self.asked.append(name)
        self.reached.set()
        await self.gate.wait()
        if self.problem:
            raise self.problem
        if name in self.refused:
            raise NotPermitted(name)
        what = dict(headers)
        return what, f"{what.get('Family')}/{what.get('Key')}"

    async def collect(self, name, *headers):
        _, place = await self._take(name, headers)
        if place not in self.entries:
            raise ActionFailed(name, "Database entry not found")
        return [message(("Event", "DBGetResponse"), ("Val", self.entries[place]))]

    async def perform(self, name, *headers):
        what, place = await self._take(name, headers)
        if name == "DBPut":
            self.entries[place] = what["Val"]
        elif name == "DBDel":
            del self.entries[place]  # Asterisk warns of one that is not there
        elif name == "Setvar":
            self.lamps[what["Variable"]] = what["Value"]
        else:
            function, _, argument = what["Variable"].removesuffix(")").partition("(")
            if function == "DIALPLAN_EXISTS":
                return message(("Value", str(int(argument.split(",")[1] in self.exists))))
            assert function == "DB_EXISTS"  # DB() is blocked
            return message(("Value", str(int(argument in self.entries))))
        return message(("Response", "Success"))


class Lab:
    def __init__(self, pbx, settings=None, every=60.0):
        self.pbx, self.connection = pbx, Store(Connection())
        phone = PhoneSettings("7001", ("PJSIP/7001",), "internal")
        self.diverter = Diverter(
            Settings(phone=phone, diversions=settings or DiversionSettings()),
            lambda: pbx,
            self.connection,
            Store(Diversions()),
            reread_every_s=every,
            settle_s=0.0,
        )

    @property
    def now(self):
        return self.diverter.diversions.value

    async def until(self, wanted):
        changed = asyncio.Event()
        end = self.diverter.diversions.subscribe(lambda _: changed.set())
        while not wanted(self.now):
            changed.clear()
            await changed.wait()
        end()

    async def online(self):
        self.connection.set(ONLINE)
        await self.until(lambda d: d.known)


def play(scenario, pbx, *, settings=None, every=60.0):
    async def main():
        lab = Lab(pbx, settings, every)
        try:
            await scenario(lab)
        finally:
            await lab.diverter.aclose()

    asyncio.run(asyncio.wait_for(main(), 10))


@pytest.mark.parametrize("value", ["YES", "1", "on", "true"])
def test_on_is_what_dialplans_write_for_it(value):
    async def scenario(lab):
        await lab.online()
        assert lab.now.do_not_disturb is True

    play(scenario, Pbx({**FREEPBX, "DND/7001": value}))


@pytest.mark.parametrize("value", ["", "NO", "0", "off", " no "])
def test_an_entry_may_say_off(value):
    async def scenario(lab):
        await lab.online()
        assert lab.now.do_not_disturb is False

    play(scenario, Pbx({**FREEPBX, "DND/7001": value}))


def test_who_may_not_read_learns_that_it_is_set_and_asks_only_once_in_vain():
    async def scenario(lab):
        await lab.online()
        assert lab.now.do_not_disturb is True
        assert lab.now.active == {Forward.NO_ANSWER: UNTOLD}
        assert lab.pbx.asked.count("DBGet") == 1

    entries = {**FREEPBX, "DND/7001": "YES", "CFU/7001": "7003"}
    play(scenario, Pbx(entries, refused=["DBGet"]))


def test_who_may_ask_nothing_is_offered_nothing_and_does_not_go_on_asking():
    async def scenario(lab):
        lab.connection.set(ONLINE)
        await lab.diverter._keeping
        assert not lab.now.known
        with pytest.raises(NotKept):
            await lab.diverter.set_do_not_disturb(True)

    play(scenario, Pbx(FREEPBX, refused=["DBGet", "Getvar"]))


@pytest.mark.parametrize("scheme", ["off", "own"])
def test_off_is_off(scheme):
    async def scenario(lab):
        lab.connection.set(ONLINE)
        await asyncio.sleep(0)
        with pytest.raises(NotKept):
            await lab.diverter.set_do_not_disturb(True)
        with pytest.raises(NotKept):
            await lab.diverter.forward(Forward.BUSY, "7002")
        assert not lab.now.known
        assert lab.pbx.asked == []

    play(scenario, Pbx(FREEPBX), settings=DiversionSettings(scheme))


def test_a_lamp_that_may_not_be_lit_does_not_keep_it_from_holding():
    async def scenario(lab):
        await lab.online()
        await lab.diverter.set_do_not_disturb(True)
        assert lab.now.do_not_disturb is True
        assert lab.pbx.lamps == {}

    play(scenario, Pbx(FREEPBX, refused=["Setvar"]))


def test_the_lamps_of_all_devices_of_a_user_are_lit():
    async def scenario(lab):
        await lab.online()
        await lab.diverter.set_do_not_disturb(True)
        assert set(lab.pbx.lamps) == {
            "DEVICE_STATE(Custom:DND7001)",
            "DEVICE_STATE(Custom:DEVDND501)",
            "DEVICE_STATE(Custom:DEVDND502)",
        }

    play(scenario, Pbx({"AMPUSER/7001/device": "501&502"}))


def test_a_refused_write_changes_nothing_and_is_raised():
    async def scenario(lab):
        await lab.online()
        with pytest.raises(NotPermitted):
            await lab.diverter.set_do_not_disturb(True)
        assert lab.now.do_not_disturb is False
        assert lab.pbx.lamps == {}

    play(scenario, Pbx(FREEPBX, refused=["DBPut"]))


def test_a_read_that_began_before_does_not_undo_what_is_set_meanwhile():
    async def scenario(lab):
        await lab.online()
        seen = []
        lab.diverter.diversions.subscribe(lambda d: seen.append(d.do_not_disturb))
        lab.pbx.gate.clear()
        lab.diverter.opened()
        lab.pbx.reached.clear()
        await lab.pbx.reached.wait()
        setting = asyncio.create_task(lab.diverter.set_do_not_disturb(True))
        await asyncio.sleep(0)
        lab.pbx.gate.set()
        await setting
        lab.diverter.opened()
        await asyncio.sleep(0.05)
        assert seen == [True]

    play(scenario, Pbx(FREEPBX))


@pytest.mark.parametrize(
    "event",
    [
        (("Event", "DeviceStateChange"), ("Device", "Custom:DND7001"), ("State", "BUSY")),
        (("Event", "DeviceStateChange"), ("Device", "Custom:DEVCF7001"), ("State", "BUSY")),
        (("Event", "Hangup"), ("Channel", "PJSIP/7001-0000000a"), ("CallerIDNum", "x")),
        (("Event", "Hangup"), ("Channel", "SIP/9-0000000a"), ("CallerIDNum", "7001")),
    ],
)
def test_what_may_have_changed_it_is_looked_after(event):
    async def scenario(lab):
        await lab.online()
        lab.pbx.entries["DND/7001"] = "YES"
        lab.diverter.on_event(message(*event))
        await lab.until(lambda d: d.do_not_disturb)

    play(scenario, Pbx(FREEPBX))


def test_the_calls_of_others_cost_no_question():
    async def scenario(lab):
        await lab.online()
        asked = len(lab.pbx.asked)
        for event in (
            (("Event", "Hangup"), ("Channel", "PJSIP/7002-0000000a"), ("CallerIDNum", "7002")),
            (("Event", "DeviceStateChange"), ("Device", "PJSIP/7001"), ("State", "INUSE")),
            (("Event", "DeviceStateChange"), ("Device", "Custom:DND7002"), ("State", "BUSY")),
        ):
            lab.diverter.on_event(message(*event))
        await asyncio.sleep(0.05)
        assert len(lab.pbx.asked) == asked

    play(scenario, Pbx(FREEPBX))


def test_a_hundred_calls_at_once_cost_one_look():
    async def scenario(lab):
        await lab.online()
        reads = lab.pbx.asked.count("DBGet")
        for _ in range(100):
            lab.diverter.on_event(message(("Event", "Hangup"), ("Channel", "PJSIP/7001-0000000a")))
        lab.pbx.entries["DND/7001"] = "YES"
        await lab.until(lambda d: d.do_not_disturb)
        await asyncio.sleep(0.05)
        assert lab.pbx.asked.count("DBGet") - reads == 4  # one for each entry

    play(scenario, Pbx(FREEPBX))


def test_what_nothing_tells_of_is_seen_by_and_by():
    async def scenario(lab):
        await lab.online()
        lab.pbx.entries["CF/7001"] = "7003"
        await lab.until(lambda d: d.active == {Forward.ALWAYS: "7003"})

    play(scenario, Pbx(FREEPBX), every=0.01)


def test_where_lamps_tell_it_looks_less_often():
    async def scenario(lab):
        await lab.online()
        lab.pbx.entries["DND/7001"] = "YES"
        lab.diverter.on_event(message(("Event", "DeviceStateChange"), ("Device", LAMP)))
        await lab.until(lambda d: d.do_not_disturb)
        lab.pbx.reached.clear()
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(lab.pbx.reached.wait(), 0.6)  # three times as long
        await lab.pbx.reached.wait()  # but look it does

    play(scenario, Pbx(FREEPBX), every=0.2)


def test_nothing_is_left_to_other_settings():
    async def scenario(lab):
        await lab.online()
        await lab.diverter.aclose()
        assert not lab.now.known

    play(scenario, Pbx(FREEPBX))


def test_a_moment_of_trouble_is_survived():
    async def scenario(lab):
        await lab.online()
        lab.pbx.problem = ActionFailed("DBGet", "out of order")
        lab.diverter.opened()
        await lab.until(lambda d: not d.known)
        lab.pbx.problem = None
        lab.diverter.opened()
        await lab.until(lambda d: d.known)
        lab.pbx.problem = ConnectionLost("gone")
        with pytest.raises(ConnectionLost):
            await lab.diverter.set_do_not_disturb(True)
        lab.connection.set(Connection())
        assert not lab.now.known

    play(scenario, Pbx(FREEPBX))


@pytest.mark.parametrize("target", ["7003\r\nAction: Originate", "7003&7004", "${EXTEN}", "7 3"])
def test_only_a_number_is_written(target):
    async def scenario(lab):
        await lab.online()
        with pytest.raises(NothingToDial):
            await lab.diverter.forward(Forward.ALWAYS, target)
        assert "DBPut" not in lab.pbx.asked

    play(scenario, Pbx(FREEPBX))
