"""What events and answers say of the phone, the lines and the phone system itself."""

import asyncio

import pytest

from traydial.ami.protocol import Message
from traydial.domain.connection import Connection, Link
from traydial.domain.errors import NotPermitted
from traydial.domain.health import Ailment, Health, Part
from traydial.domain.store import Store
from traydial.services.health import HealthWatch

PHONE, LINE = Ailment(Part.PHONE), Ailment(Part.TRUNK, "sip.example:5060")
ONLINE = Connection(Link.ONLINE)


class Session:
    def __init__(self):
        self.states = {"PJSIP/7001": "NOT_INUSE", "PJSIP/7002": "UNAVAILABLE"}
        self.asked = 0

    async def perform(self, _name, *headers, **_):
        self.asked += 1
        device = dict(headers)["Variable"].removeprefix("DEVICE_STATE(").rstrip(")")
        if device not in self.states:
            raise NotPermitted("Getvar")
        return Message(f"Response: Success\r\nValue: {self.states[device]}")


def event(**headers):
    return Message("\r\n".join(f"{key}: {value}" for key, value in headers.items()))


def device(name, state):
    return event(Event="DeviceStateChange", Device=name, State=state)


def line(status, domain="sip:sip.example:5060"):
    return event(Event="Registry", ChannelType="pjsip", Domain=domain, Status=status)


class Watched:
    def __init__(self, *devices, look_every_s=60.0):
        self.session, self.connection = Session(), Store(Connection())
        self.watch = HealthWatch(
            lambda: self.session,
            self.connection,
            lambda: devices or ("PJSIP/7001",),
            Store(Health()),
            look_every_s=look_every_s,
        )
        self._changed = asyncio.Event()
        self.watch.health.subscribe(lambda _: self._changed.set())

    async def becomes(self, *ailments):
        async with asyncio.timeout(10):
            while self.watch.health.value != Health(frozenset(ailments), is_known=True):
                self._changed.clear()
                await self._changed.wait()


def play(scenario, *devices, **how):
    async def main():
        it = Watched(*devices, **how)
        it.connection.set(ONLINE)
        await scenario(it)
        await it.watch.aclose()

    asyncio.run(asyncio.wait_for(main(), 30))


def test_a_phone_that_is_gone_is_known_at_once():
    async def scenario(it):
        await it.becomes()
        it.watch.on_event(device("PJSIP/7003", "UNAVAILABLE"))
        it.watch.on_event(device("PJSIP/7001", "UNAVAILABLE"))
        await it.becomes(PHONE)
        it.watch.on_event(device("PJSIP/7001", "RINGING"))
        await it.becomes()

    play(scenario)


def test_one_phone_of_several_is_enough():
    async def scenario(it):
        await it.becomes()
        it.watch.on_event(device("PJSIP/7001", "UNAVAILABLE"))
        await it.becomes(PHONE)
        it.watch.on_event(device("PJSIP/7002", "NOT_INUSE"))
        await it.becomes()

    play(scenario, "PJSIP/7001", "PJSIP/7002")


def test_where_events_are_filtered_it_is_asked_for():
    async def scenario(it):
        await it.becomes()
        it.session.states["PJSIP/7001"] = "UNAVAILABLE"
        await it.becomes(PHONE)
        it.session.states["PJSIP/7001"] = "INUSE"
        await it.becomes()

    play(scenario, look_every_s=0.01)


def test_where_events_come_nobody_asks_again():
    async def scenario(it):
        await it.becomes()
        it.watch.on_event(device("PJSIP/7003", "RINGING"))
        await it.watch._looking

    play(scenario, look_every_s=0.01)


@pytest.mark.parametrize("down", ["Rejected", "Unregistered", "Timeout"])
def test_lines_to_the_outside(down):
    async def scenario(it):
        await it.becomes()
        it.watch.on_event(line("Request Sent"))
        it.watch.on_event(line(down))
        await it.becomes(LINE)
        it.watch.on_event(line("Auth. Sent"))
        await it.becomes(LINE)
        it.watch.on_event(line("Registered"))
        await it.becomes()

    play(scenario)


@pytest.mark.parametrize(("restart", "part"), [("True", Part.RESTART), ("False", Part.SHUTDOWN)])
def test_the_phone_system_itself(restart, part):
    async def scenario(it):
        await it.becomes()
        it.watch.on_event(device("PJSIP/7001", "UNAVAILABLE"))
        it.watch.on_event(event(Event="Shutdown", Shutdown="Cleanly", Restart=restart))
        await it.becomes(PHONE, Ailment(part))
        it.connection.set(Connection(Link.OFFLINE))  # of the phone nobody tells now
        assert it.watch.health.value == Health(frozenset({Ailment(part)}), is_known=False)
        it.connection.set(ONLINE)
        await it.becomes()

    play(scenario)


def test_a_phone_that_nobody_tells_of_is_no_trouble():
    async def scenario(it):
        await it.becomes()

    play(scenario, "PJSIP/7009")
