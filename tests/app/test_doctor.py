"""Tests of what ``traydial doctor`` says of the sources of contacts."""

import json

from traydial.app.doctor import run_doctor
from traydial.app.profile import find_profile

CONFIG = """
[contacts]
files = ["{folder}/a.vcf", "{folder}/none.vcf"]

[database]
url = "sqlite:///{folder}/none.db"
query = "SELECT name FROM p WHERE phone = :e164"
"""


def test_each_source_has_a_line_with_what_is_wrong(tmp_path, monkeypatch, capfd):
    monkeypatch.setenv("TRAYDIAL_SECRET", "x")
    (tmp_path / "a.vcf").write_text("BEGIN:VCARD\r\nFN:Anna\r\nTEL:0301234567\r\nEND:VCARD\r\n")
    (tmp_path / "config.toml").write_text(CONFIG.format(folder=tmp_path))
    assert run_doctor(find_profile(str(tmp_path)), as_json=True) != 0
    lines = [json.loads(line) for line in capfd.readouterr().out.splitlines()]
    told = {line["check"]: line["detail"] for line in lines if line["check"].startswith("Contacts")}
    assert told == {
        "Contacts: Contact files": f"there is no {tmp_path}/none.vcf",
        "Contacts: Database": f"there is no file {tmp_path}/none.db",
    }


def test_where_the_settings_come_from_is_said_and_what_of_them_is_wrong(
    tmp_path, monkeypatch, capfd
):
    monkeypatch.setenv("TRAYDIAL_SECRET", "x")
    policy = tmp_path / "etc" / "traydial" / "policy.toml"
    policy.parent.mkdir(parents=True)
    policy.write_text('[pbx]\ntls = true\nhosts = 5\n[contacts]\npbx = "no"\n')
    profile = find_profile(str(tmp_path))._replace(administered=str(tmp_path / "etc"))
    run_doctor(profile, as_json=True)
    first = json.loads(capfd.readouterr().out.splitlines()[0])
    assert first["key"] == "settings"
    assert first["grade"] == "amber"
    assert first["check"] == f"Settings are your own and of {policy}, 1 locked"
    assert "pbx.hosts (locked by the administrator): must be a list of texts" in first["sentence"]
