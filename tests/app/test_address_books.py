"""Tests of the contacts of the user's own files."""

import asyncio
from dataclasses import replace

from traydial.app.address_books import AddressBooks
from traydial.domain.settings import ContactSettings, Settings
from traydial.domain.store import Store


def test_books_are_read_and_follow_the_settings(tmp_path):
    cards, table = tmp_path / "a.vcf", tmp_path / "b.csv"
    cards.write_text("BEGIN:VCARD\r\nFN:Anna\r\nTEL:030 1\r\nEND:VCARD\r\n")
    table.write_text("Name;Telefon\nBob;030 123\n")

    async def scenario():
        tasks = set()

        def start(work):
            tasks.add(asyncio.get_running_loop().create_task(work))

        async def named(text, wanted):
            while [c.name for c in books.search(text)] != wanted:  # noqa: ASYNC110 - threads read
                await asyncio.sleep(0.005)

        settings = Store(Settings(contacts=ContactSettings((str(cards),))))
        books = AddressBooks(settings, start)
        assert books.search("anna") == []
        books.open()
        await named("anna", ["Anna"])
        both = ContactSettings((str(cards), str(table)))
        settings.set(replace(settings.value, contacts=both))
        await named("bob", ["Bob"])
        settings.set(replace(settings.value, contacts=ContactSettings()))
        assert books.search("anna") == []
        await asyncio.gather(*tasks)
        await books.aclose()

    asyncio.run(asyncio.wait_for(scenario(), 20))
