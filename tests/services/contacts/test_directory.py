"""Tests of asking all sources at once."""

import asyncio

import pytest

from traydial.domain.contacts import Contact
from traydial.domain.errors import LookupFailed
from traydial.domain.settings import DialSettings
from traydial.domain.store import Store
from traydial.services.contacts.directory import REMEMBERED, Directory

ANNA = Contact("Anna", numbers=("030 1234567",))
BOB = Contact("Bob", numbers=("+49 30 1234567",))
NUMBER = "+49301234567"


class Source:
    """Answers when it is let to."""

    def __init__(self, *contacts, fails=None):
        self.name, self._contacts, self._fails = "a source", contacts, fails
        self.may_answer = asyncio.Event()
        self.asked = []

    async def start(self):
        self.may_answer.set()

    async def candidates(self, number):
        self.asked.append(number)
        await self.may_answer.wait()
        if self._fails:
            raise self._fails
        return self._contacts

    async def search(self, text, most):
        return await self.candidates(text)

    async def aclose(self): ...


class Asked:
    """A directory with sources, and what it came to know."""

    def __init__(self, *sources, deadline_s=20.0, otherwise=()):
        self.people = Store({})
        self.directory = Directory(
            sources, DialSettings("DE", "30"), self.people, deadline_s, otherwise
        )
        self.changed = asyncio.Event()
        self.people.subscribe(lambda _: self.changed.set())

    async def names(self, number=NUMBER):
        await self.changed.wait()
        self.changed.clear()
        return [c.name for c in self.people.value[number].contacts]


def run(scenario):
    asyncio.run(asyncio.wait_for(scenario, 20))


def test_the_quickest_source_is_shown_and_the_first_one_leads():
    async def scenario():
        slow, quick = Source(ANNA), Source(BOB)
        quick.may_answer.set()
        asked = Asked(slow, quick)
        asked.directory.look_up(NUMBER)
        assert await asked.names() == ["Bob"]
        slow.may_answer.set()
        assert await asked.names() == ["Anna", "Bob"]
        await asked.directory.aclose()

    run(scenario())


@pytest.mark.parametrize("fault", [LookupFailed("no route"), None])
def test_a_source_that_fails_or_hangs_keeps_nobody_waiting(fault):
    async def scenario():
        bad, good = Source(fails=fault), Source(ANNA)
        good.may_answer.set()
        if fault:
            bad.may_answer.set()
        asked = Asked(bad, good, deadline_s=0.05)
        asked.directory.look_up(NUMBER)
        assert await asked.names() == ["Anna"]
        assert await asked.directory.search("anna") == [ANNA]
        await asked.directory.aclose()

    run(scenario())


def test_the_phone_system_is_believed_where_nobody_else_knows_the_caller():
    async def scenario():
        own, pbx = Source(ANNA), Source(Contact("BERLIN", numbers=(NUMBER,)))
        pbx.may_answer.set()
        asked = Asked(own, otherwise=[pbx])
        asked.directory.look_up(NUMBER)
        assert await asked.names() == ["BERLIN"]
        own.may_answer.set()
        assert await asked.names() == ["Anna"]
        await asked.directory.aclose()

    run(scenario())


def test_nonsense_of_a_source_is_not_believed():
    async def scenario():
        everybody = Source(*(Contact(f"N{n}", numbers=(f"040 {n:07}",)) for n in range(500)))
        everybody.may_answer.set()
        asked = Asked(everybody)
        asked.directory.look_up(NUMBER)
        assert await asked.names() == []
        await asked.directory.aclose()

    run(scenario())


@pytest.mark.parametrize("number", ["", "anonymous", "<unknown>"])
def test_who_hides_their_number_is_looked_for_nowhere(number):
    async def scenario():
        source = Source(ANNA)
        asked = Asked(source)
        asked.directory.look_up(number)
        await asyncio.sleep(0)
        assert source.asked == []
        await asked.directory.aclose()

    run(scenario())


def test_a_number_is_asked_for_once_at_a_time_and_anew_with_the_next_call():
    async def scenario():
        source = Source(ANNA)
        asked = Asked(source)
        asked.directory.look_up(NUMBER)
        asked.directory.look_up(NUMBER)
        source.may_answer.set()
        await asked.names()
        assert source.asked == [NUMBER]
        while len(source.asked) < 2:
            asked.directory.look_up(NUMBER)
            await asyncio.sleep(0)
        await asked.directory.aclose()

    run(scenario())


def test_only_the_last_numbers_are_remembered():
    async def scenario():
        source = Source(ANNA)
        source.may_answer.set()
        asked = Asked(source)
        for n in range(REMEMBERED + 5):
            asked.directory.look_up(f"+4930{n:07}")
            await asked.names(f"+4930{n:07}")
        assert len(asked.people.value) == REMEMBERED
        await asked.directory.aclose()

    run(scenario())
