"""Tests of where callers are from; the process is the program's own."""

import asyncio
import sys

import pytest

from traydial.domain.numbers.origin import origin_of
from traydial.domain.store import Store
from traydial.services.origins import MOST_WAITING, OriginFinder

COMMAND = [sys.executable, "-m", "traydial", "origin", "-"]


@pytest.mark.parametrize(
    ("e164", "origin"),
    [
        ("+49301234567", "Berlin"),
        ("+442079460018", "London, United Kingdom"),
        ("+4915112345678", ""),  # a mobile of one's own country may be anywhere
        ("+33612345678", "France"),
        ("+12125550123", "New York, NY, United States"),
        ("+80012345678", ""),
        ("nonsense", ""),
    ],
)
def test_city_and_country_as_far_as_digits_tell(e164, origin):
    assert origin_of(e164, "DE") == origin


def found(command, *numbers):
    """Return what becomes known of these numbers."""

    async def scenario():
        finder = OriginFinder(command, Store({}))
        known = asyncio.Event()
        finder.origins.subscribe(lambda now: known.set() if len(now) == len(numbers) else None)
        for number in numbers:
            finder.look_up(number, number, "DE")
            finder.look_up(number, number, "DE")
        await known.wait()
        await finder.aclose()
        return dict(finder.origins.value)

    return asyncio.run(asyncio.wait_for(scenario(), 30))


def test_the_program_tells_itself_in_a_process_that_ends():
    assert found(COMMAND, "+49301234567") == {"+49301234567": "Berlin"}


@pytest.mark.parametrize("command", [["/no/such/program"], [sys.executable, "-c", "1/0"]])
def test_what_cannot_be_found_out_is_not_told(command):
    assert found(command, "+49301234567") == {"+49301234567": ""}


def test_a_flood_of_callers_is_no_flood_of_processes():
    async def scenario():
        finder = OriginFinder(COMMAND, Store({}))
        for n in range(MOST_WAITING * 10):
            finder.look_up(f"+49301{n}", f"+49301{n}", "DE")
        assert len(finder._tasks) == MOST_WAITING
        await finder.aclose()
        assert finder.origins.value == {}

    asyncio.run(asyncio.wait_for(scenario(), 30))
