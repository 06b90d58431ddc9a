"""What the list and the events say of who is parked, in whatever order they come."""

import asyncio

from traydial.ami.protocol import Message
from traydial.services.parking import Parking


def told(event, channel="PJSIP/7002-1", space="801", **more):
    headers = {"ParkeeChannel": channel, "ParkingSpace": space, "ParkingDuration": "5", **more}
    lines = [f"Event: {event}", *(f"{name}: {value}" for name, value in headers.items())]
    return Message("\r\n".join(lines))


class Session:
    """Answers ParkedCalls with these rows, after something else has happened."""

    def __init__(self, rows, meanwhile=lambda: None):
        self.rows, self.meanwhile = rows, meanwhile

    async def collect(self, name):
        assert name == "ParkedCalls"
        self.meanwhile()
        return self.rows


def lot():
    return Parking(lambda: None, None, None, None, lambda: 1000.0)


def spaces(parking):
    return [one.space for one in parking.parked.value.values()]


def test_events_fill_and_empty_the_lot():
    parking = lot()
    parking.on_event(told("ParkedCall"))
    (one,) = parking.parked.value.values()
    assert (one.space, one.channel, one.since) == ("801", "PJSIP/7002-1", 995.0)
    parking.on_event(told("ParkedCall", "PJSIP/7003-2", "802"))
    parking.on_event(told("UnParkedCall"))
    assert spaces(parking) == ["802"]


def test_two_lots_may_use_the_same_number():
    parking = lot()
    parking.on_event(told("ParkedCall", Parkinglot="sales"))
    parking.on_event(told("ParkedCall", "PJSIP/7003-2", Parkinglot="support"))
    parking.on_event(told("ParkedCallGiveUp"))
    assert spaces(parking) == ["801"]


def test_a_list_replaces_what_was_known():
    parking = lot()
    parking.on_event(told("ParkedCall"))
    asyncio.run(parking.refresh(Session([told("ParkedCall", "PJSIP/7003-2", "802")])))
    assert spaces(parking) == ["802"]


def test_an_event_outdoes_a_list_that_was_made_before_it():
    parking = lot()
    gone = told("ParkedCallTimeOut")
    session = Session([told("ParkedCall")], lambda: parking.on_event(gone))
    asyncio.run(parking.refresh(session))
    assert spaces(parking) == []


def test_the_space_of_one_who_comes_back_is_told_by_the_event():
    parking = lot()
    parking.on_event(told("ParkedCall"))
    parking.on_event(told("ParkedCallTimeOut"))
    assert parking.came_back("PJSIP/7002-1") == "801"
    assert parking.came_back("PJSIP/7003-2") == ""


def test_where_a_filter_hides_that_event_the_list_knows_and_lets_go():
    parking = lot()
    asyncio.run(parking.refresh(Session([told("ParkedCall")])))
    assert parking.came_back("PJSIP/7002-1") == "801"
    assert spaces(parking) == []
    for n in range(100):  # of many it forgets the first
        parking.on_event(told("ParkedCallTimeOut", f"PJSIP/7002-{n + 2}"))
    assert parking.came_back("PJSIP/7002-1") == ""
