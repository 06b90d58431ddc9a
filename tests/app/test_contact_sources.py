"""Tests of the contacts that the settings name."""

import asyncio
from dataclasses import replace

from tests.services.contacts.test_crm import ANNA, says, service
from traydial.app.contact_sources import ContactSources
from traydial.domain.calls import Call, Direction, Phase
from traydial.domain.contact_settings import ContactSettings, CrmSettings
from traydial.domain.settings import DialSettings, Settings
from traydial.domain.store import Store
from traydial.services.secrets import Secrets


class Office:
    """Sources over these files, and what they are told."""

    def __init__(self, *files):
        self.tasks = set()
        self.kept = {}  # by account: what the keyring has
        self.settings = Store(Settings(contacts=ContactSettings(tuple(map(str, files)))))
        self.calls, self.people = Store({}), Store({})
        self.secrets = Secrets({}, self)
        self.sources = ContactSources(
            self.settings, self.calls, self.people, self.start, self.secrets
        )

    def get_password(self, service, account):
        return self.kept.get(account)

    def start(self, work):
        self.tasks.add(asyncio.get_running_loop().create_task(work))

    def rings(self, key, number):
        call = Call(key, Direction.IN, Phase.RINGING, 0.0, number=number)
        self.calls.set({**self.calls.value, key: call})

    def use(self, *files):
        contacts = ContactSettings(tuple(map(str, files)))
        self.settings.set(replace(self.settings.value, contacts=contacts))

    async def known_as(self, number, name):
        while (match := self.people.value.get(number)) is None or not match.certain:  # noqa: ASYNC110 - threads read
            await asyncio.sleep(0.005)
        assert match.certain.name == name

    async def aclose(self):
        await asyncio.gather(*self.tasks)
        await self.sources.aclose()


def run(scenario):
    asyncio.run(asyncio.wait_for(scenario, 20))


def files(folder):
    cards, table = folder / "a.vcf", folder / "b.csv"
    cards.write_text("BEGIN:VCARD\r\nFN:Anna\r\nTEL:030 555001\r\nEND:VCARD\r\n")
    table.write_text("Name;Telefon\nBob;030 555002\n")
    return cards, table


def test_books_are_read_and_follow_the_settings(tmp_path):
    cards, table = files(tmp_path)

    async def scenario():
        async def named(text, wanted):
            while [c.name for c in o.sources.search(text)] != wanted:  # noqa: ASYNC110 - threads read
                await asyncio.sleep(0.005)

        o = Office(cards)
        assert o.sources.search("anna") == []
        o.sources.open()
        await named("anna", ["Anna"])
        o.use(cards, table)
        await named("bob", ["Bob"])
        o.use()
        assert o.sources.search("anna") == []
        await o.aclose()

    run(scenario())


def test_whoever_calls_is_looked_up(tmp_path):
    cards, table = files(tmp_path)

    async def scenario():
        o = Office(cards)
        o.sources.open()
        o.rings("1", "030555001")
        await o.known_as("030555001", "Anna")
        o.rings("1", "030555002")  # it shows only now who it is
        o.use(cards, table)
        await o.known_as("030555002", "Bob")
        await o.aclose()

    run(scenario())


def test_a_call_that_was_there_before_the_contacts_is_looked_up(tmp_path):
    cards, _ = files(tmp_path)

    async def scenario():
        o = Office(cards)
        o.rings("1", "030555001")
        o.sources.open()
        await o.known_as("030555001", "Anna")
        await o.aclose()

    run(scenario())


def test_nobody_is_known_any_more_once_the_source_is_gone(tmp_path):
    cards, _ = files(tmp_path)

    async def scenario():
        o = Office(cards)
        o.sources.open()
        o.rings("1", "030555001")
        await o.known_as("030555001", "Anna")
        o.use()
        await asyncio.gather(*o.tasks)
        assert o.people.value == {}
        await o.aclose()

    run(scenario())


def test_a_new_password_is_used_at_once_and_sent_to_nobody_else():
    async def scenario():
        async with service(says({"data": [ANNA]})) as (url, requests):
            o = Office()
            crm = CrmSettings(url, header="X-Key", contacts="data[]", number="phones[].number")
            o.settings.set(Settings(crm=crm, dialling=DialSettings("DE", "30")))
            o.sources.open()
            o.rings("1", "0301234567")
            await o.sources.answered("0301234567")
            assert requests == []  # without the key there is nothing to ask
            host = url.partition("//")[2].partition("/")[0]
            o.kept = {f"crm X-Key@{host}": "s3cret", "crm X-Key@elsewhere.example": "other"}
            o.sources.open()
            await o.known_as("0301234567", "Anna Berg")
            assert "x-key: s3cret" in requests[0].lower()
            await o.aclose()

    run(scenario())
