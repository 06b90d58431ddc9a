"""What an administrator sets in the registry: locked by policies, or proposed."""

import contextlib
import winreg

import pytest

from traydial.app.own_settings import keep, load_all
from traydial.app.profile import ADMINISTERED, find_profile

PLACE = r"Software\TraydialTestPolicies"
HKLM, HKCU = winreg.HKEY_LOCAL_MACHINE, winreg.HKEY_CURRENT_USER
VIEW = winreg.KEY_ALL_ACCESS | winreg.KEY_WOW64_64KEY


def put(hive, path, name, kind, value):
    with winreg.CreateKeyEx(hive, rf"{PLACE}\{path}", 0, VIEW) as key:
        winreg.SetValueEx(key, name, 0, kind, value)


def delete(hive, path):
    with contextlib.suppress(FileNotFoundError):
        with winreg.OpenKey(hive, path, 0, VIEW) as key:
            while winreg.QueryInfoKey(key)[0]:
                delete(hive, rf"{path}\{winreg.EnumKey(key, 0)}")
        winreg.DeleteKeyEx(hive, path, winreg.KEY_WOW64_64KEY)


@pytest.fixture
def profile(tmp_path):
    yield find_profile(str(tmp_path))._replace(administered=PLACE)
    for hive in (HKLM, HKCU):
        delete(hive, PLACE)


def test_policies_of_the_machine_come_before_those_of_the_user(profile):
    policy = r"Policies\Traydial"
    put(HKLM, rf"{policy}\pbx", "hosts", winreg.REG_MULTI_SZ, ["pbx.example", "pbx2.example"])
    put(HKLM, rf"{policy}\pbx", "tls", winreg.REG_DWORD, 1)
    put(HKCU, rf"{policy}\pbx", "tls", winreg.REG_DWORD, 0)
    put(HKCU, rf"{policy}\dialling", "timeout_s", winreg.REG_DWORD, 20)
    put(HKLM, r"Traydial\dialling", "country", winreg.REG_SZ, "DE")
    put(HKLM, r"Traydial\Capabilities", "ApplicationName", winreg.REG_SZ, "Traydial")
    put(HKLM, "Traydial", "InstallDir", winreg.REG_SZ, r"C:\Traydial")
    it = load_all(profile)
    assert it.problems == ()
    assert it.settings.pbx.hosts == ("pbx.example", "pbx2.example")
    assert it.settings.pbx.tls
    assert it.settings.dialling.timeout_s == 20
    assert it.settings.dialling.country == "DE"
    assert it.locked == {"pbx.hosts", "pbx.tls", "dialling.timeout_s"}
    assert it.sources == (
        rf"HKLM\{PLACE}\Policies\Traydial",
        rf"HKCU\{PLACE}\Policies\Traydial",
        rf"HKLM\{PLACE}\Traydial",
    )
    keep(profile, it.settings)
    assert profile.config_file.read_text() == ""


def test_what_makes_no_sense_is_named_with_its_layer(profile):
    put(HKLM, r"Policies\Traydial\pbx", "tls", winreg.REG_SZ, "maybe")
    put(HKLM, r"Policies\Traydial\pbx", "password", winreg.REG_SZ, "s3cret")
    it = load_all(profile)
    assert {str(problem).partition(":")[0] for problem in it.problems} == {
        "pbx.tls (locked by the administrator)",
        "pbx.password (locked by the administrator)",
    }
    assert "s3cret" not in repr(it)


def test_an_empty_registry_says_nothing(profile):
    assert ADMINISTERED == "Software"
    assert load_all(profile).sources == ()
