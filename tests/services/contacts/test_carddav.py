"""Tests of contacts of an address book, against a real CardDAV server (Radicale)."""

import asyncio
import contextlib
import uuid

import httpx
import pytest

from tests.services.contacts.servers import HOST, free_port, radicale
from traydial.app.make_sources import sources_of
from traydial.domain.errors import LookupFailed, NoSecret
from traydial.domain.settings import read
from traydial.services.contacts.carddav import CardDavContacts, read_cards, read_tags

LOGIN = ("anna", "correct horse")
MAKE = (
    '<mkcol xmlns="DAV:" xmlns:c="urn:ietf:params:xml:ns:carddav"><set><prop><resourcetype>'
    "<collection/><c:addressbook/></resourcetype></prop></set></mkcol>"
)


def card(uid, name, *numbers):
    lines = ["BEGIN:VCARD", "VERSION:3.0", f"UID:{uid}", f"FN:{name}"]
    lines += [f"TEL:{number}" for number in numbers]
    return "\r\n".join([*lines, "END:VCARD", ""])


class Book:
    """An address book on the server, changed as another program would."""

    def __init__(self, url):
        self.url = url
        self._client = httpx.Client(auth=LOGIN)
        self._ok(self._client.request("MKCOL", url, content=MAKE))

    def put(self, uid, *what):
        self._ok(self._client.put(f"{self.url}{uid}.vcf", content=card(uid, *what)))

    def delete(self, uid):
        self._ok(self._client.delete(f"{self.url}{uid}.vcf"))

    def close(self):
        self._client.close()

    @staticmethod
    def _ok(answer):
        assert answer.is_success, answer.text


@pytest.fixture(scope="module")
def server():
    with radicale(*LOGIN) as url:
        yield url


@pytest.fixture
def book(server):
    book = Book(f"{server}{uuid.uuid4()}/")
    yield book
    book.close()


async def right():
    return LOGIN[1]


@contextlib.asynccontextmanager
async def source_of(url, password=right, **more):
    source = CardDavContacts(url, LOGIN[0], password, **more)
    try:
        yield source
    finally:
        await source.aclose()


def run(scenario):
    asyncio.run(asyncio.wait_for(scenario(), 30))


def test_a_book_is_loaded_and_then_only_changes_travel(book):
    for n in range(120):
        book.put(f"u{n}", f"Person {n}", f"030 555{n:04}")
    book.put("anna", "Anna Berg", "+49 30 1234567", "0170 1")
    book.put("without", "No Number")

    async def scenario():
        async with source_of(book.url) as source:
            await source.start()
            assert [c.name for c in await source.candidates("0301234567")] == ["Anna Berg"]
            assert len(await source.search("person", 500)) == 120
            book.put("anna", "Anna Gross", "030 1234567")
            book.delete("u7")
            asked, fetch = [], source._fetch

            async def counted(client, hrefs):
                asked.extend(hrefs)
                return await fetch(client, hrefs)

            source._fetch = counted
            await source.refresh()
            assert [href.rpartition("/")[2] for href in asked] == ["anna.vcf"]
            assert [c.name for c in await source.candidates("0301234567")] == ["Anna Gross"]
            assert len(await source.search("person", 500)) == 119

    run(scenario)


@pytest.mark.parametrize("url", ["{}", "{}/"])
def test_an_empty_book_is_nobody(book, url):
    async def scenario():
        async with source_of(url.format(book.url.rstrip("/"))) as source:
            await source.refresh()
            assert await source.candidates("0301234567") == []

    run(scenario)


def test_what_goes_wrong_is_said_and_never_the_password(book, server):
    async def wrong():
        return "wrong secret"

    async def missing():
        raise NoSecret("no secret is stored for this account")

    async def scenario():
        for url, password, why in (
            (book.url, wrong, "refuses user name or password"),
            (book.url, missing, "no secret is stored"),
            (f"{server}nothing/", right, "answered 404"),
            (f"http://{HOST}:{free_port()}/", right, "not reached: nobody answers there"),
            ("nonsense", right, "not reached"),
        ):
            async with source_of(url, password) as source:
                with pytest.raises(LookupFailed, match=why) as failed:
                    await source.refresh()
                assert "wrong secret" not in str(failed.value)

    run(scenario)


def test_a_password_that_is_refused_is_not_tried_again(book):
    async def wrong():
        return "wrong secret"

    async def scenario():
        async with source_of(book.url, wrong, again_after_s=0.0) as source:
            await source.start()
            await source._keeping  # it ends by itself
            assert "refuses user name or password" in source.problem
            assert await source.candidates("0301234567") == []

    run(scenario)


def test_a_server_that_is_not_there_leaves_what_was_known_and_is_asked_again(book):
    book.put("anna", "Anna", "030 1234567")

    async def scenario():
        async with source_of(book.url, again_after_s=0.01, look_every_s=0.01) as source:
            await source.refresh()
            asked = asyncio.Event()

            async def broken(*_):
                asked.set()
                raise LookupFailed("gone")

            source._tags = broken
            await source.start()
            await asked.wait()
            asked.clear()
            await asked.wait()
            assert [c.name for c in await source.candidates("0301234567")] == ["Anna"]

    run(scenario)


BOMB = b"""<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><d>&b;</d>"""


@pytest.mark.parametrize("answer", [b"", b"<html>", b"\xff\xfe", BOMB])
@pytest.mark.parametrize("read", [read_tags, read_cards])
def test_what_is_no_answer_is_said(answer, read):
    with pytest.raises(LookupFailed, match="no XML"):
        read(answer)


def test_strange_answers_have_nobody_in_them():
    assert read_cards(b"<a xmlns='DAV:'><response><href/></response><response/></a>") == {}
    assert read_tags(b"<a xmlns='DAV:'><response><href>/x</href></response></a>") == {}


def test_the_settings_lead_to_it(book):
    book.put("anna", "Anna", "030 1234567")
    settings, problems = read({"carddav": {"url": book.url, "username": LOGIN[0]}})
    assert problems == []

    async def scenario():
        (source,) = sources_of(settings, lambda _: right())
        await source.start()
        assert [c.name for c in await source.candidates("0301234567")] == ["Anna"]
        await source.aclose()

    run(scenario)
