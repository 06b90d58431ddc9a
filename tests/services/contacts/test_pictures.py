"""Tests of bringing pictures of callers."""

import asyncio

from traydial.domain.contacts import Contact
from traydial.domain.errors import LookupFailed
from traydial.domain.store import Store
from traydial.services.contacts.pictures import MAX_BYTES, PictureFinder

ANNA = Contact("Anna", source="CRM", picture="/1.png")


class Source:
    """Brings what it was given, or fails."""

    def __init__(self, *answers):
        self.answers, self.asked = [*answers], []

    async def picture(self, contact):
        self.asked.append(contact)
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer


def brought(source, *steps):
    """Look up each (number, contact) in turn; return the pictures after that."""

    async def scenario():
        finder = PictureFinder(lambda _: source, Store({}))
        for number, contact in steps:
            finder.look_up(number, contact)
            finder.look_up(number, contact)
            await asyncio.gather(*finder._tasks.values())
        pictures = dict(finder.pictures.value)
        await finder.aclose()
        assert finder.pictures.value == {}
        return pictures

    return asyncio.run(asyncio.wait_for(scenario(), 10))


def test_a_picture_is_asked_for_once():
    source = Source(b"png")
    assert brought(source, ("1", ANNA), ("1", ANNA)) == {"1": b"png"}
    assert source.asked == [ANNA]


def test_what_fails_or_is_too_much_is_no_picture():
    source = Source(LookupFailed("x"), b"x" * (MAX_BYTES + 1), b"")
    assert brought(source, ("1", ANNA), ("2", ANNA), ("3", ANNA)) == {}


def test_who_has_none_and_sources_without_are_not_asked():
    source = Source()
    assert brought(source, ("1", Contact("Bob"))) == {}
    assert brought(object(), ("1", ANNA)) == {}
    assert source.asked == []
