"""Tests of contacts of a database, against a real PostgreSQL and against SQLite."""

import asyncio
import sqlite3
import threading

import pytest

from tests.services.contacts.servers import free_port, postgres
from traydial.domain.errors import LookupFailed, NoSecret
from traydial.domain.settings import DialSettings
from traydial.services.contacts.sql import SqlContacts

BERLIN = DialSettings("DE", "30")
TABLE = "CREATE TABLE customer (id integer, who text, firm text, phone text)"
ROWS = [
    (1, "Anna Berg", "Nordwind", "+49301234567"),
    (2, 'Bob\'s "Caf\u00e9"; DROP TABLE customer', None, "+493022222"),
    (3, None, None, "+493033333"),
]
QUERY = """
SELECT who AS name, firm AS company, phone AS number,
       'https://crm.example/' || CAST(id AS text) AS link, id AS ref
FROM customer WHERE phone = :e164
"""
PASSWORD = "correct horse"


async def no_password():
    return ""


async def password():
    return PASSWORD


def ask(url, query, *numbers, secret=no_password):
    async def scenario():
        source = SqlContacts(url, query, BERLIN, secret)
        try:
            return [[*await source.candidates(number)] for number in numbers]
        finally:
            await source.aclose()

    return asyncio.run(asyncio.wait_for(scenario(), 30))


@pytest.fixture(scope="module")
def sqlite(tmp_path_factory):
    file = tmp_path_factory.mktemp("crm") / "crm.db"
    with sqlite3.connect(file) as database:
        database.execute(TABLE)
        database.executemany("INSERT INTO customer VALUES (?, ?, ?, ?)", ROWS)
    database.close()
    return f"sqlite:///{file}"


@pytest.fixture(scope="module")
def server():
    import psycopg

    with postgres(PASSWORD) as port:
        url = f"postgresql://traydial@127.0.0.1:{port}/postgres"
        with psycopg.connect(url, password=PASSWORD) as database:
            database.execute(TABLE)
            insert = "INSERT INTO customer VALUES (%s, %s, %s, %s)"
            database.cursor().executemany(insert, ROWS)
        yield url


@pytest.fixture(params=["sqlite", "server"])
def database(request):
    return request.getfixturevalue(request.param)


def test_the_query_is_asked_with_the_number_in_the_form_it_wants(database):
    (anna,), (bob,), nameless, nobody = ask(
        database, QUERY, "0301234567", "03022222", "03033333", "0304", secret=password
    )
    assert (anna.name, anna.company, anna.numbers) == ("Anna Berg", "Nordwind", ("+49301234567",))
    assert (anna.link, anna.ref) == ("https://crm.example/1", "1")
    assert bob.name == ROWS[1][1]
    assert nameless == nobody == []


def test_who_it_returns_without_a_number_has_the_one_asked_for(database):
    query = "SELECT who AS \"NAME\" FROM customer WHERE phone LIKE '%' || :tail"
    (found,) = ask(database, query, "030 1234567", secret=password)
    assert [(c.name, c.numbers) for c in found] == [("Anna Berg", ("030 1234567",))]


def test_a_hostile_number_stays_a_value(database):
    hostile = "'; DROP TABLE customer; --"
    found, still_there = ask(database, QUERY, hostile, "0301234567", secret=password)
    assert found == []
    assert len(still_there) == 1


@pytest.mark.parametrize(
    ("query", "why"),
    [
        ("SELECT * FROM nothing", "nothing"),
        ("nonsense", "the database says"),
        ("", "the database says"),
        ("UPDATE customer SET who = 'x' WHERE phone = :unknown", "the database"),
    ],
)
def test_a_query_that_is_wrong_says_why_without_the_number(database, query, why):
    with pytest.raises(LookupFailed, match=why) as failed:
        ask(database, query, "0301234567", secret=password)
    assert "1234567" not in str(failed.value)


def test_a_wrong_password_is_said_and_not_told(server):
    async def wrong():
        return "wrong secret"

    with pytest.raises(LookupFailed, match="password authentication failed") as failed:
        ask(server, QUERY, "0301234567", secret=wrong)
    assert "wrong secret" not in str(failed.value)


def test_no_password_at_all_is_said(server):
    async def missing():
        raise NoSecret("no secret is stored for this account")

    with pytest.raises(LookupFailed, match="no secret is stored"):
        ask(server, QUERY, "0301234567", secret=missing)


def test_a_server_or_file_that_is_not_there_is_said(tmp_path):
    file = tmp_path / "none.db"
    with pytest.raises(LookupFailed, match="there is no file"):
        ask(f"sqlite:///{file}", QUERY, "0301")
    assert not file.exists()
    with pytest.raises(LookupFailed, match="refused"):
        ask(f"postgresql://traydial@127.0.0.1:{free_port()}/x", QUERY, "0301")
    for url in ("nonsense", "no-such-database://host/x", "mysql+nothing://host/x"):
        with pytest.raises(LookupFailed, match="the database"):
            ask(url, QUERY, "0301")


def test_a_server_that_comes_back_is_found_again(server):
    import psycopg

    async def scenario():
        source = SqlContacts(server, QUERY, BERLIN, password)
        assert len(await source.candidates("0301234567")) == 1
        with psycopg.connect(server, password=PASSWORD, autocommit=True) as admin:
            admin.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'"
            )
        assert len(await source.candidates("0301234567")) == 1
        await source.aclose()

    asyncio.run(asyncio.wait_for(scenario(), 30))


def test_a_query_that_hangs_is_left_behind_and_the_next_one_is_told(sqlite):
    may_end = threading.Event()

    async def scenario():
        source = SqlContacts(sqlite, QUERY, BERLIN, no_password)
        ask_it, source._reader._ask = source._reader._ask, lambda *_: [may_end.wait(20)][:0]
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.05):
                await source.candidates("0301234567")
        with pytest.raises(LookupFailed, match="still works"):
            await source.candidates("0301234567")
        may_end.set()
        await source._reader._thread._busy
        source._reader._ask = ask_it
        assert len(await source.candidates("0301234567")) == 1
        await source.aclose()

    asyncio.run(asyncio.wait_for(scenario(), 30))


def test_names_are_searched_by_a_query_of_their_own(database):
    async def scenario():
        query = (
            "SELECT who AS name, phone AS number FROM customer"
            " WHERE lower(who) LIKE '%' || lower(:text) || '%'"
        )
        for search, names in ((query, ["Anna Berg"]), ("", [])):
            source = SqlContacts(database, QUERY, BERLIN, password, search)
            found = await source.search("berg", 5)
            assert [contact.name for contact in found] == names
            await source.aclose()

    asyncio.run(asyncio.wait_for(scenario(), 30))


def test_nothing_is_ever_written(database):
    query = "WITH found AS (SELECT :e164) INSERT INTO customer SELECT 9, 'x', 'x', 'x'"
    with pytest.raises(LookupFailed, match=r"read-?only"):
        ask(database, query, "0301234567", secret=password)
