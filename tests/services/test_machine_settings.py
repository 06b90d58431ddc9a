import plistlib
from dataclasses import replace

import pytest

from traydial.domain.setting_layers import Layer
from traydial.services.machine_settings import folder, load_layers, preferences
from traydial.services.settings_file import save


@pytest.fixture
def admin(tmp_path):
    it = tmp_path / "etc" / "traydial"
    it.mkdir(parents=True)
    return it


@pytest.fixture
def layers(tmp_path, admin):
    return lambda: load_layers(tmp_path / "config.toml", folder(admin))


def test_files_of_the_administrator_count_and_are_named(tmp_path, admin, layers):
    (admin / "policy.toml").write_text('[pbx]\nhosts = ["pbx.example"]\n')
    (admin / "config.toml").write_text('[dialling]\ncountry = "DE"\n')
    (tmp_path / "config.toml").write_text('[pbx]\nhosts = ["mine.example"]\n')
    it = layers()
    assert it.settings.pbx.hosts == ("pbx.example",)
    assert it.settings.dialling.country == "DE"
    assert it.sources == (str(admin / "policy.toml"), str(admin / "config.toml"))
    assert it.problems == ()


def test_a_broken_policy_is_named_and_costs_no_start(admin, layers):
    (admin / "policy.toml").write_text("[pbx\n")
    (problem,) = layers().problems
    assert str(problem).startswith("policy.toml (locked by the administrator): is not valid TOML")


def test_saving_leaves_what_is_locked_or_proposed_to_the_administrator(tmp_path, admin, layers):
    file = tmp_path / "config.toml"
    (admin / "policy.toml").write_text('[pbx]\nhosts = ["pbx.example"]\n')
    (admin / "config.toml").write_text('[dialling]\ncountry = "DE"\narea_code = "30"\n')
    file.write_text('# mine\n[pbx]\nusername = "anna"\n[phone]\nextension = "7001"\n')
    save(file, layers().settings, layers())
    assert file.read_text() == '# mine\n[pbx]\nusername = "anna"\n[phone]\nextension = "7001"\n'
    (admin / "config.toml").write_text('[dialling]\ncountry = "AT"\narea_code = "1"\n')
    assert layers().settings.dialling.country == "AT"


def test_saving_keeps_what_the_user_wants_otherwise(tmp_path, admin, layers):
    (admin / "config.toml").write_text('[dialling]\ncountry = "DE"\n[clipboard]\nwatch = true\n')
    it = layers()
    wish = replace(it.settings, dialling=replace(it.settings.dialling, country="AT"))
    save(tmp_path / "config.toml", wish, it)
    assert layers().settings == wish
    save(tmp_path / "config.toml", it.settings, layers())  # back to what is proposed
    assert layers().settings == it.settings


def test_a_locked_setting_in_the_users_file_stays_there_unused(tmp_path, admin, layers):
    (admin / "policy.toml").write_text("[clipboard]\nwatch = false\n")
    (tmp_path / "config.toml").write_text("[clipboard]\nwatch = true\n")
    it = layers()
    assert not it.settings.clipboard.watch
    save(tmp_path / "config.toml", it.settings, it)
    (admin / "policy.toml").unlink()
    assert layers().settings.clipboard.watch


def test_without_an_administrator_nothing_is_there(tmp_path):
    assert [s.tables for s in folder(tmp_path)] == [{}, {}]
    assert [s.problems for s in folder(tmp_path)] == [(), ()]


def test_managed_preferences_of_a_mac_are_locked(tmp_path):
    file = tmp_path / "Managed Preferences" / "org.traydial.Traydial.plist"
    file.parent.mkdir()
    file.write_bytes(plistlib.dumps({"pbx": {"tls": True}}))
    managed, machine = preferences(tmp_path)
    assert (managed.layer, managed.tables) == (Layer.POLICY, {"pbx": {"tls": True}})
    assert machine.tables == {}
    file.write_bytes(b"bplist00" + bytes(40))
    managed, _ = preferences(tmp_path)
    assert "property list" in managed.problems[0].why
