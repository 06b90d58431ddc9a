"""What the administrator set, as each part of the program sees it."""

import asyncio
from dataclasses import replace

import pytest

from traydial.app.own_settings import keep, load_all
from traydial.app.pair_phone import run_pair
from traydial.app.profile import ADMINISTERED, find_profile
from traydial.domain.pairing import PhoneFound


@pytest.fixture
def profile(tmp_path):
    policy = tmp_path / "etc" / "traydial" / "policy.toml"
    policy.parent.mkdir(parents=True)
    policy.write_text('[phone]\ncontext = "from-internal"\ndevices = ["PJSIP/7001"]\n')
    return find_profile(str(tmp_path))._replace(administered=str(tmp_path / "etc"))


def test_no_environment_and_no_profile_leads_around_the_policy(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert find_profile(None).administered == ADMINISTERED
    assert find_profile(str(tmp_path)).administered == ADMINISTERED


def test_what_is_kept_is_the_users_alone(profile):
    settings = load_all(profile).settings
    keep(profile, replace(settings, phone=replace(settings.phone, extension="7001")))
    assert profile.config_file.read_text() == '[phone]\nextension = "7001"\n'


def test_pairing_leaves_alone_what_is_locked_and_says_so(profile, monkeypatch, capsys):
    async def pair(*_):
        await asyncio.sleep(0)
        return PhoneFound("PJSIP/7002", "7002", "Anna", "elsewhere")

    monkeypatch.setattr("traydial.app.pair_phone.pair", pair)
    monkeypatch.setattr("sys.stdin.readline", lambda: "yes\n", raising=False)
    monkeypatch.setenv("TRAYDIAL_SECRET", "x")
    assert run_pair(profile, as_json=False) == 0
    told = capsys.readouterr().err
    assert "Set by your administrator, so left as it is: Context, Devices." in told
    assert load_all(profile).settings.phone.devices == ("PJSIP/7001",)
    assert load_all(profile).settings.phone.extension == "7002"
