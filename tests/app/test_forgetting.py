"""Tests of forgetting a person: nothing of them is left in any file."""

import asyncio

import pytest

from traydial.app.memories import Memories
from traydial.app.profile import find_profile
from traydial.cli import main
from traydial.domain.calls import Cause, Direction
from traydial.domain.history import PastCall, Wanted
from traydial.domain.remembered import Remembered
from traydial.domain.settings import DialSettings
from traydial.services.history import FILE_NAME, History

ANNA, BOB = "+49301234567", "0309999999"


def history_of(profile):
    return History(profile.data_dir / FILE_NAME, lambda: DialSettings("DE"))


@pytest.fixture
def profile(tmp_path):
    """Return a profile with calls, notes, stars and digits of Anna and Bob."""
    it = find_profile(str(tmp_path))
    it.config_file.parent.mkdir(parents=True, exist_ok=True)
    it.config_file.write_text('[dialling]\ncountry = "DE"\n')

    async def fill():
        history = history_of(it)
        for n, (number, name) in enumerate([(ANNA, "Anna Berger"), (BOB, "Bob")] * 20):
            past = PastCall(f"k{n}", Direction.IN, number, n, n + 1.0, Cause.MISSED, name=name)
            await history.add(past)
        await history.annotate((await history.page(Wanted(), 1, 1))[0].id, "wants Annas offer")
        await history.aclose()

    asyncio.run(fill())
    memories = Memories(it.data_dir)
    for number in (ANNA, BOB):
        memories.favour(number, on=True)
        memories.remember(number, Remembered("4321", False))
    return it


def files_with(profile, *texts):
    files = [path for path in profile.data_dir.rglob("*") if path.is_file()]
    return {p.name for p in files for text in texts if text.encode() in p.read_bytes()}


def test_nothing_is_left_of_them_and_everything_of_others(profile, capsys):
    traces = ("1234567", "Anna", "wants")
    assert files_with(profile, *traces) >= {FILE_NAME, "favourites.json", "digits.json"}
    root = str(profile.root)
    assert main(["--profile", root, "forget", "030/123 45 67"]) == 0
    assert capsys.readouterr().out.startswith("Forgotten, with 20 calls.")
    assert files_with(profile, *traces) == set()
    memories = Memories(profile.data_dir)
    assert memories.favourites() == (BOB,)
    assert memories.remembered(BOB) is not None

    async def left():
        history = history_of(profile)
        count = await history.count(Wanted())
        await history.aclose()
        return count

    assert asyncio.run(left()) == 20
    assert main(["--profile", root, "forget", ANNA]) == 0
    assert capsys.readouterr().out.startswith("Forgotten, with 0 calls.")


def test_what_is_no_number_is_said(profile, capsys):
    assert main(["--profile", str(profile.root), "forget", "Anna"]) == 2
    assert "no number" in capsys.readouterr().err
