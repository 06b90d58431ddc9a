"""``traydial import FILE``: from the command line to the window, without a phone system."""

import asyncio

import pytest

from traydial.app.importing import Importing
from traydial.app.profile import find_profile
from traydial.cli import UsageError, parse
from traydial.domain.errors import FileRefused
from traydial.ui.error_words import error_words


def taken(tmp_path, file):
    """Return what is shown and what is said when this file is taken."""
    policy = tmp_path / "etc" / "traydial" / "policy.toml"
    policy.parent.mkdir(parents=True, exist_ok=True)
    policy.write_text("[pbx]\ntls = true\n")
    profile = find_profile(str(tmp_path))._replace(administered=str(tmp_path / "etc"))
    shown, said, tasks = [], [], []

    async def scenario():
        importing = Importing(
            profile, lambda work: tasks.append(asyncio.create_task(work)), shown.append, said.append
        )
        importing.take(str(file))
        await asyncio.gather(*tasks)

    asyncio.run(scenario())
    return shown, said


def test_a_file_is_shown_against_the_settings_that_count(tmp_path):
    (tmp_path / "config.toml").write_text('[dialling]\ncountry = "DE"\n')
    file = tmp_path / "office.traydial"
    file.write_text('[pbx]\ntls = false\n[dialling]\ncountry = "DE"\narea_code = "30"\n')
    (shown,), said = taken(tmp_path, file)
    assert said == []
    assert shown.name == "office.traydial"
    assert [change.place for change in shown.changes] == ["dialling.area_code"]
    assert shown.locked == ("pbx.tls",)
    assert "area_code" not in (tmp_path / "config.toml").read_text()


def test_what_is_no_file_of_settings_is_said_in_words(tmp_path):
    shown, (error,) = taken(tmp_path, tmp_path / "none\u202e.traydial")
    assert shown == []
    assert isinstance(error, FileRefused)
    words = error_words(error)
    assert words.sentence.endswith("is not taken: there is no such file.")
    assert "\u202e" not in words.sentence


def test_a_link_that_cannot_be_one_is_said_in_words(tmp_path):
    shown, (error,) = taken(tmp_path, "https://anna:secret@pbx.example/office.traydial")
    assert shown == []
    assert "begins with https" in error_words(error).sentence


def test_a_file_is_named_as_seen_from_where_one_stands(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert parse(["import", "office.traydial"]).arguments == [str(tmp_path / "office.traydial")]
    link = "https://pbx.example/office.traydial"
    assert parse(["import", link]).arguments == [link]
    with pytest.raises(UsageError, match="window"):
        parse(["--headless", "import", "x"])
