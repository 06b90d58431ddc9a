"""Tests of contacts in files: loading, watching, what goes wrong."""

import asyncio
import codecs

import pytest

from traydial.domain.errors import LookupFailed
from traydial.services.contacts.files import FileContacts, load

CARD = "BEGIN:VCARD\r\nFN:{}\r\nTEL:{}\r\nEND:VCARD\r\n"


def run(scenario):
    asyncio.run(asyncio.wait_for(scenario, 20))


async def until(so):
    while True:
        if await so():
            return
        await asyncio.sleep(0.005)  # a file cannot tell


def test_files_are_read_at_the_start_and_again_when_they_change(tmp_path):
    cards, table = tmp_path / "a.vcf", tmp_path / "b.csv"
    cards.write_text(CARD.format("Anna", "030 1234567"))
    table.write_text("Name;Telefon\nBob;030 7654321\n")

    async def scenario():
        source = FileContacts([cards, table, tmp_path / "none.vcf"], look_every_s=0.01)
        await source.start()
        assert [c.name for c in await source.candidates("0301234567")] == ["Anna"]
        assert [c.source for c in await source.search("bob", 5)] == ["b.csv"]
        cards.write_text(CARD.format("Berta", "030 1234567"))

        async def renamed():
            return [c.name for c in await source.candidates("0301234567")] == ["Berta"]

        await until(renamed)
        await source.aclose()

    run(scenario())


@pytest.mark.parametrize("spoil", [lambda f: f.unlink(), lambda f: f.write_text("now a letter")])
def test_a_file_that_breaks_leaves_what_was_known(tmp_path, spoil):
    cards, other = tmp_path / "a.vcf", tmp_path / "b.vcf"
    cards.write_text(CARD.format("Anna", "030 1234567"))
    other.write_text(CARD.format("Bob", "030 1"))

    async def scenario():
        source = FileContacts([cards, other], look_every_s=0.01)
        await source.start()
        await source.loaded()
        spoil(cards)
        other.write_text(CARD.format("Berta", "030 1 22"))  # read after it

        async def changed():
            return [c.name for c in await source.search("b", 5)] == ["Berta"]

        await until(changed)
        assert [c.name for c in await source.candidates("0301234567")] == ["Anna"]
        await source.aclose()

    run(scenario())


@pytest.mark.parametrize(
    "data",
    [
        "Name;Telefon\nM\u00fcller;030 1234567\n".encode("cp1252"),
        "Name;Telefon\nM\u00fcller;030 1234567\n".encode("utf-8-sig"),
        codecs.BOM_UTF16_LE + "Name;Telefon\nM\u00fcller;030 1234567\n".encode("utf-16-le"),
    ],
    ids=["cp1252", "utf-8", "utf-16"],
)
def test_whatever_wrote_the_file_its_umlauts_are_right(tmp_path, data):
    file = tmp_path / "a.CSV"
    file.write_bytes(data)
    assert [c.name for c in load(file).candidates("0301234567")] == ["M\u00fcller"]


@pytest.mark.parametrize("data", [b"", b"\0" * 500, b"BEGIN:VCARD\r\n", bytes(range(256)) * 40])
def test_what_is_no_address_book_is_said_to_be_none(tmp_path, data):
    file = tmp_path / "a.vcf"
    file.write_bytes(data)
    with pytest.raises(LookupFailed, match=r"a\.vcf"):
        load(file)


def test_a_missing_file_says_why(tmp_path):
    with pytest.raises(LookupFailed, match=r"none\.vcf cannot be read: No such file"):
        load(tmp_path / "none.vcf")
