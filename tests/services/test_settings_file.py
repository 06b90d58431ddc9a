import os
import stat

import pytest

from traydial.domain.settings import PbxSettings, Settings
from traydial.services.settings_file import MAX_BYTES, load, save, write_private


def test_no_file_means_defaults(tmp_path):
    assert load(tmp_path / "config.toml") == (Settings(), [])


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"[pbx\n", "not valid TOML"),
        (b"\xff\xfe", "not UTF-8"),
        (b"#" * (MAX_BYTES + 1), "too large"),
    ],
)
def test_a_file_that_cannot_be_read_is_named_and_costs_no_start(tmp_path, content, why):
    file = tmp_path / "config.toml"
    file.write_bytes(content)
    settings, (problem,) = load(file)
    assert settings == Settings()
    assert problem.place == "config.toml"
    assert why in problem.why


def test_saving_keeps_comments_and_strangers_and_is_private(tmp_path):
    file = tmp_path / "sub" / "config.toml"
    file.parent.mkdir()
    file.write_text("# mine\n[pbx]\nusername = 'old' # note\nfuture = 1\n")
    settings = Settings(PbxSettings(hosts=("pbx.example",), username="new"))
    save(file, settings)
    text = file.read_text()
    assert "# mine" in text
    assert "future = 1" in text
    assert load(file)[0] == settings
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [f.name for f in file.parent.iterdir()] == ["config.toml"]


def test_a_file_that_was_not_understood_is_kept_aside(tmp_path):
    file = tmp_path / "config.toml"
    file.write_text("[pbx\nhosts = 'by hand'")
    save(file, Settings())
    assert "by hand" in (tmp_path / "config.toml.unreadable").read_text()
    assert load(file) == (Settings(), [])


def test_what_a_killed_writer_left_goes_and_what_another_is_writing_stays(tmp_path):
    old, new, other = (tmp_path / f".a[1].json.{end}" for end in ("abcdefgh", "12345678", "old"))
    for file in (old, new, other):
        file.write_text("x")
    for file in (old, other):
        os.utime(file, (1, 1))
    write_private(tmp_path / "a[1].json", "{}")
    assert {*tmp_path.iterdir()} == {tmp_path / "a[1].json", new, other}
