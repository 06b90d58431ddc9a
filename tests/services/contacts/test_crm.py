"""Tests of contacts of a web service, against a real HTTP server."""

import asyncio
import contextlib
import json
import ssl
from dataclasses import replace

import pytest

from tests.pbx import certificates
from traydial.domain.contacts import Contact
from traydial.domain.errors import LookupFailed, SecretStoreError
from traydial.domain.settings import DialSettings
from traydial.services.contacts.crm import MAX_BYTES, CrmContacts, CrmPlaces

BERLIN = DialSettings("DE", "30")
PLACES = CrmPlaces("data[]", "name", "account.name", "phones[].number", "url")
ANNA = {
    "name": "Anna Berg",
    "account": {"name": "Nordwind"},
    "phones": [{"number": "+49 30 1234567"}, {"number": "0170 1"}],
    "url": "https://crm.example/4711",
}


@contextlib.asynccontextmanager
async def service(answer, tls=None):
    """Yield the address of a service and the requests it got; ``answer`` writes to a client."""
    requests = []

    async def serve(reader, writer):
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
            while head := await reader.readuntil(b"\r\n\r\n"):
                requests.append(head.decode())
                if not await answer(writer):
                    break
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0, ssl=tls)
    async with server:
        port = server.sockets[0].getsockname()[1]
        where = f"https://localhost:{port}" if tls else f"http://127.0.0.1:{port}"
        yield f"{where}/find?phone={{e164}}", requests


def says(body, status="200 OK", more=""):
    data = body if isinstance(body, bytes) else json.dumps(body).encode()

    async def answer(writer):
        head = f"HTTP/1.1 {status}\r\nContent-Length: {len(data)}\r\n{more}\r\n"
        writer.write(head.encode() + data)
        await writer.drain()
        return True

    return answer


async def secret_headers():
    return {"X-Api-Key": "s3cret"}


def ask(answer, number="0301234567", places=PLACES, headers=secret_headers, within_s=5.0):
    """Return whom the source names, and the request it made."""

    async def scenario():
        async with service(answer) as (url, requests):
            source = CrmContacts(url, places, BERLIN, headers, within_s)
            try:
                return await source.candidates(number), requests
            finally:
                await source.aclose()

    return asyncio.run(asyncio.wait_for(scenario(), 20))


def test_a_service_is_asked_for_the_number_and_its_answer_is_read():
    (contact,), (request,) = ask(says({"data": [ANNA]}))
    assert request.startswith("GET /find?phone=%2B49301234567 HTTP/1.1\r\n")
    assert "x-api-key: s3cret" in request.lower()
    assert (contact.name, contact.company) == ("Anna Berg", "Nordwind")
    assert contact.numbers == ("+49 30 1234567", "0170 1")
    assert contact.link == "https://crm.example/4711"


def test_names_are_searched_where_there_is_an_address_for_it():
    async def scenario():
        async with service(says({"data": [ANNA]})) as (url, requests):
            search = f"{url.partition('?')[0]}?name={{text}}"
            source = CrmContacts(url, PLACES, BERLIN, secret_headers, search=search)
            (found,) = await source.search("ann&b=\u00e9/..", 5)
            assert (found.name, found.numbers[0]) == ("Anna Berg", "+49 30 1234567")
            assert requests[0].startswith("GET /find?name=ann%26b%3D%C3%A9%2F.. HTTP/1.1\r\n")
            await source.aclose()
            silent = CrmContacts(url, PLACES, BERLIN, secret_headers)
            assert (await silent.search("ann", 5), silent.by_name) == ((), False)
            assert len(requests) == 1

    asyncio.run(asyncio.wait_for(scenario(), 20))


def test_a_plain_object_without_numbers_is_who_was_asked_for():
    (contact,), _ = ask(says({"name": "Anna"}), places=CrmPlaces())
    assert (contact.name, contact.numbers) == ("Anna", ("0301234567",))


@pytest.mark.parametrize(
    "answer",
    [
        says({}),
        says([]),
        says(None),
        says("text"),
        says({"data": [1, None, "x", [], {}]}),
        says({"data": [{"name": None}, {"name": {"first": "A"}}, {"name": True}]}),
        says({"error": "nobody"}, "404 Not Found"),
    ],
)
def test_nobody_and_nonsense_are_nobody(answer):
    assert ask(answer)[0] == []


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (says(b"<html>", "200 OK"), "no JSON"),
        (says(b"[" * 100_000), "no JSON"),
        (says({}, "401 Unauthorized"), "answered 401"),
        (says({}, "302 Found", "Location: http://elsewhere.example/\r\n"), "answered 302"),
        (says(b" " * (MAX_BYTES + 5)), "too much"),
        (says(b"nonsense\r\n\r\n", "200 OK", "Transfer-Encoding: chunked\r\n"), "not reached"),
    ],
    ids=["html", "deep", "refused", "redirect", "large", "broken"],
)
def test_what_goes_wrong_is_said(answer, why):
    with pytest.raises(LookupFailed, match=why) as failed:
        ask(answer)
    assert "s3cret" not in str(failed.value)


def test_a_service_that_hangs_or_is_not_there_is_given_up():
    async def hangs(writer):
        return True  # and waits for more

    with pytest.raises(LookupFailed, match="not reached: no answer in time"):
        ask(hangs, within_s=0.05)

    async def nobody_there():
        source = CrmContacts("http://127.0.0.1:1/{e164}", PLACES, BERLIN, secret_headers)
        with pytest.raises(LookupFailed, match="not reached: nobody answers there"):
            await source.candidates("030 1")
        await source.aclose()

    asyncio.run(nobody_there())


def test_a_keyring_out_of_order_is_a_failed_lookup():
    async def broken():
        raise SecretStoreError("locked")

    with pytest.raises(LookupFailed, match="locked"):
        ask(says({}), headers=broken)


@pytest.mark.parametrize("key", ["s3cret\nX-Other: 1", "s3cret\u00fc", "s3cret\x00"])
def test_a_key_that_cannot_be_sent_is_said_and_not_told(key):
    async def odd():
        return {"X-Api-Key": key}

    with pytest.raises(LookupFailed, match="cannot be sent") as failed:
        ask(says({}), headers=odd)
    assert "s3cret" not in str(failed.value)


def test_blanks_around_a_key_are_left_out():
    async def blanks():
        return {"X-Api-Key": " s3cret \n"}

    _, (request,) = ask(says({}), headers=blanks)
    assert "x-api-key: s3cret\r\n" in request.lower()


def test_a_place_that_is_not_written_well_is_said():
    with pytest.raises(LookupFailed, match="not written well"):
        ask(says({"data": [ANNA]}), places=CrmPlaces("data[", "name"))


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "https://x.example/" + "a" * 2000,  # whole or not at all: a part is another's page
        "https://me:secret@x.example/",
        7,
        "",
    ],
)
def test_what_is_no_page_is_no_link(link):
    (contact,), _ = ask(says({"data": [{**ANNA, "url": link}]}))
    assert contact.link == ""


def test_a_certificate_is_verified_before_the_key_is_sent(tmp_path):
    made = certificates.make(tmp_path)
    tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    tls.load_cert_chain(made.pem)

    async def scenario():
        async with service(says(ANNA), tls) as (url, requests):
            for address, ca_file, why in (
                (url, "", "not trusted: unable to get local issuer"),
                (url.replace("localhost", "127.0.0.1"), str(made.ca), "not trusted: IP address"),
                (url, str(tmp_path / "none"), "no file with certificates"),
            ):
                source = CrmContacts(address, PLACES, BERLIN, secret_headers, ca_file=ca_file)
                with pytest.raises(LookupFailed, match=why):
                    await source.candidates("030 1")
                await source.aclose()
            assert requests == []
            source = CrmContacts(url, CrmPlaces(), BERLIN, secret_headers, ca_file=str(made.ca))
            assert [c.name for c in await source.candidates("030 1")] == ["Anna Berg"]
            await source.aclose()

    asyncio.run(asyncio.wait_for(scenario(), 20))


def picture(where, answer):
    """Return the bytes of a picture, and the requests for it."""

    async def scenario():
        async with service(answer) as (url, requests):
            source = CrmContacts(url, PLACES, BERLIN, secret_headers)
            try:
                return await source.picture(Contact("Anna", picture=where)), requests
            finally:
                await source.aclose()

    return asyncio.run(asyncio.wait_for(scenario(), 20))


def test_where_the_picture_is_stands_in_the_answer():
    places = replace(PLACES, picture="photo")
    (contact,), _ = ask(says({"data": [{**ANNA, "photo": "/photos/1.png"}]}), places=places)
    assert contact.picture == "/photos/1.png"


def test_a_picture_comes_from_the_services_own_host_with_its_key():
    file, requests = picture("/photos/1.png", says(b"\x89PNG"))
    assert file == b"\x89PNG"
    assert requests[0].startswith("GET /photos/1.png HTTP/1.1")
    assert "s3cret" in requests[0]


def test_a_picture_in_the_answer_is_read_without_asking():
    assert picture("data:image/png;base64,iVBORw==", says(b"")) == (b"\x89PNG", [])


@pytest.mark.parametrize(
    ("where", "answer"),
    [
        ("https://elsewhere.example/1.png", says(b"x")),
        ("//elsewhere.example/1.png", says(b"x")),
        ("data:image/png;base64,???", says(b"x")),
        ("/photos/1.png", says(b"x", "500 Oh")),
        ("/photos/1.png", says(b"x", "302 Found", "Location: http://127.0.0.1/\r\n")),
        ("/photos/1.png", says(b"x" * (MAX_BYTES + 1))),
    ],
)
def test_no_other_host_is_asked_and_nothing_odd_is_taken(where, answer):
    with pytest.raises(LookupFailed):
        picture(where, answer)
