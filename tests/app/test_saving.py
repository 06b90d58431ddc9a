"""What just happened, saved in a file."""

import asyncio
import stat
import sys

import pytest

from traydial.ami.recent import Recent
from traydial.app.saving import save_story
from traydial.domain.errors import NotSaved
from traydial.domain.settings import Settings


def recent():
    kept = Recent(clock=lambda: 1.0)
    kept(True, "Action: Login\r\nActionID: 1\r\nSecret: hush-hush")
    kept(False, "Event: Newchannel\r\nCallerIDName: Anna Berger\r\nAppData: hush-hush")
    return kept


def test_it_is_a_file_of_the_users_alone_without_passwords_and_names(tmp_path):
    folder = tmp_path / "Documents"
    file = asyncio.run(save_story(folder, Settings(), recent(), "hush-hush", 1_800_000_000.0))
    assert file.parent == folder
    assert file.name.startswith("Traydial 2027-01-1")
    text = file.read_text("utf-8")
    assert "Event: Newchannel\nCallerIDName: Person 1\nAppData: ***" in text
    assert "hush" not in text
    if sys.platform != "win32":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_where_it_cannot_be_written_that_is_said(tmp_path):
    (tmp_path / "Documents").write_text("a file, no folder")
    with pytest.raises(NotSaved) as told:
        asyncio.run(save_story(tmp_path / "Documents", Settings(), recent(), "", 0.0))
    assert told.value.folder == str(tmp_path / "Documents")
    assert told.value.why
