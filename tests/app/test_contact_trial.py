"""Tests of trying the sources of contacts, in the loop that the program runs in."""

import asyncio
import sqlite3

import pytest

from tests.services.contacts.servers import free_port
from tests.services.contacts.test_crm import ANNA, says, service
from traydial.app.contact_trial import secret_of, try_sources
from traydial.app.loop import make_loop
from traydial.domain.errors import NoSecret
from traydial.domain.settings import read
from traydial.services.contacts.pbx import PbxContacts


async def none_kept(section):
    if section == "database":
        return ""  # a file needs none
    raise NoSecret("no secret is stored for this account")


def answers(qapp, tables, text, *, secret=none_kept, pbx=lambda _: None, within_s=20.0):
    """Return what each source says, by its name."""
    told = {}

    async def scenario(url):
        made = {**tables}
        if "crm" in tables:
            made["crm"] = {**tables["crm"], "url": url}
        settings, problems = read({"dialling": {"country": "DE"}, **made})
        assert problems == []

        def report(answer):
            told[answer.source] = answer

        await try_sources(settings, secret, pbx(settings), text, report, within_s)

    async def served():
        async with service(says({"data": [ANNA]})) as (url, _):
            await scenario(url)

    with asyncio.Runner(loop_factory=lambda: make_loop(qapp)) as runner:
        runner.run(asyncio.wait_for(served(), 30))
    return told


@pytest.fixture
def tables(tmp_path):
    cards = tmp_path / "a.vcf"
    cards.write_text("BEGIN:VCARD\r\nFN:Anna B\r\nTEL:1234567\r\nEND:VCARD\r\n")
    with sqlite3.connect(tmp_path / "crm.db") as database:
        database.execute("CREATE TABLE p (name text, phone text)")
    database.close()
    return {
        "contacts": {"files": [str(cards)]},
        "crm": {"contacts": "data[]", "number": "phones[].number", "header": "X-Key"},
        "carddav": {"url": f"http://127.0.0.1:{free_port()}/", "username": "anna"},
        "database": {
            "url": f"sqlite:///{tmp_path}/crm.db",
            "query": "SELECT name, phone AS number FROM p WHERE phone = :e164",
        },
    }


def test_each_source_says_whom_it_knows_and_what_is_wrong(qapp, tables):
    secret = secret_of({"crm": "s3cret"}, none_kept)
    told = answers(qapp, tables, "030 1234567", secret=secret)
    assert [c.name for c in told["Customer system"].contacts] == ["Anna Berg"]
    assert told["Customer system"].exact
    assert [c.name for c in told["Contact files"].contacts] == ["Anna B"]
    assert not told["Contact files"].exact
    assert told["Database"].contacts == ()
    assert told["Database"].why == ""
    assert "no secret is stored" in told["Address book"].why
    assert len(told) == 4


def test_a_name_is_searched_where_names_are(qapp, tables):
    told = answers(qapp, {"contacts": tables["contacts"]}, "anna")
    assert [c.name for c in told["Contact files"].contacts] == ["Anna B"]


def test_files_that_cannot_be_read_are_named(qapp, tmp_path):
    (tmp_path / "empty.csv").write_text("")
    files = [str(tmp_path / "empty.csv"), str(tmp_path / "none.vcf")]
    told = answers(qapp, {"contacts": {"files": files}}, "0301234567")
    assert "empty.csv has no contacts" in told["Contact files"].why
    assert "none.vcf" in told["Contact files"].why


def test_what_is_not_installed_is_said_with_what_helps(qapp, tables, monkeypatch):
    monkeypatch.setattr("traydial.app.make_sources.find_spec", lambda _: None)
    told = answers(qapp, {"database": tables["database"]}, "0301234567")
    assert "pip install 'traydial[database]'" in told["Database"].why


def test_an_account_that_may_not_ask_the_phone_system_is_told(qapp):
    def pbx(settings):
        return PbxContacts(lambda: None, lambda: False, settings.dialling)

    assert "may not look there" in answers(qapp, {}, "0301234567", pbx=pbx)["Phone system"].why


def test_a_source_that_hangs_is_given_up(qapp, tables):
    async def never(_):
        await asyncio.Event().wait()

    told = answers(qapp, {"crm": tables["crm"]}, "0301234567", secret=never, within_s=0.05)
    assert told["Customer system"].why == "no answer in time"
