import tomllib

import pytest

from traydial.domain.setting_checks import normal_fingerprint, split_host
from traydial.domain.settings import Settings, dump, read

GOOD = (
    """
[pbx]
hosts = ["pbx.example:5039", "10.0.0.2", "[fe80::1]:5040"]
fingerprint = "sha256 {print}"
username = "desk"
[phone]
extension = "7001"
devices = ["PJSIP/7001", "SIP/7001-soft"]
context = "from-internal"
[dialling]
country = "de"
timeout_s = 20
[recording]
file_name = "{{date}}/{{number}}.wav"
""".replace("{print}", "ab" * 32)
    .replace("{{", "{")
    .replace("}}", "}")
)


def problems_of(text):
    return [(p.place, p.why) for p in read(tomllib.loads(text))[1]]


def test_a_good_file_is_read_whole():
    settings, problems = read(tomllib.loads(GOOD))
    assert problems == []
    assert settings.missing() == []
    assert settings.dialling.country == "DE"
    assert settings.pbx.addresses() == [
        ("pbx.example", 5039),
        ("10.0.0.2", 5039),
        ("fe80::1", 5040),
    ]
    assert settings.pbx.fingerprint.startswith("AB:AB:")
    assert read(dump(settings)) == (settings, [])


def test_nothing_set_means_defaults_and_tls():
    settings, problems = read({})
    assert (settings, problems) == (Settings(), [])
    assert settings.pbx.tls
    assert settings.missing() == [
        "pbx.hosts",
        "pbx.username",
        "phone.extension",
        "phone.context",
    ]


@pytest.mark.parametrize(
    ("text", "place", "why"),
    [
        ("[pbx]\nhost = 'x'", "pbx.host", "not a setting"),
        ("[voip]\nx = 1", "voip", "not a section"),
        ("pbx = 3", "pbx", "must be a section"),
        ("[pbx]\ntls = 'no'", "pbx.tls", "true or false"),
        ("[pbx]\nhosts = ['a b']", "pbx.hosts", "host"),
        ("[pbx]\nhosts = ['a:99999']", "pbx.hosts", "port"),
        ("[pbx]\nhosts = 7", "pbx.hosts", "list"),
        ("[pbx]\nfingerprint = 'abc'", "pbx.fingerprint", "64 hex"),
        ('[pbx]\nusername = "a\\nb"', "pbx.username", "control"),
        ("[phone]\ndevices = ['7001']", "phone.devices", "PJSIP/7001"),
        ("[phone]\ndevices = ['PJSIP/7001&PJSIP/7002']", "phone.devices", "PJSIP/7001"),
        ("[phone]\ncontext = 'a,b'", "phone.context", "context"),
        ("[phone]\nextension = 7001", "phone.extension", "quotes"),
        ("[dialling]\ncountry = 'Germany'", "dialling.country", "two letters"),
        ("[dialling]\ntimeout_s = 0", "dialling.timeout_s", "5 to 300"),
        ("[dialling]\ntimeout_s = true", "dialling.timeout_s", "5 to 300"),
        ("[recording]\nfile_name = '{name}.wav'", "recording.file_name", "one of date"),
        ("[recording]\nfile_name = 'a,b.wav'", "recording.file_name", "letters"),
        ("[recording]\nfile_name = '/etc/x.wav'", "recording.file_name", "relative"),
        ("[recording]\nfile_name = '../x.wav'", "recording.file_name", "relative"),
        ("[recording]\nfile_name = '{date}'", "recording.file_name", "relative"),
    ],
)
def test_a_wrong_key_is_named_and_costs_itself_alone(text, place, why):
    ((got_place, got_why),) = problems_of(text)
    assert got_place == place
    assert why in got_why


def test_one_wrong_key_leaves_its_neighbours():
    settings, problems = read(tomllib.loads("[pbx]\ntls = 1\nusername = 'desk'"))
    assert settings.pbx.username == "desk"
    assert settings.pbx.tls is True
    assert len(problems) == 1


@pytest.mark.parametrize("text", ["AB" * 32, ":".join(["ab"] * 32), "SHA256:" + "ab" * 32])
def test_fingerprints_are_taken_as_people_paste_them(text):
    assert normal_fingerprint(text) == ":".join(["AB"] * 32)


def test_ports_follow_from_tls():
    assert split_host("pbx", tls=True) == ("pbx", 5039)
    assert split_host("pbx", tls=False) == ("pbx", 5038)
