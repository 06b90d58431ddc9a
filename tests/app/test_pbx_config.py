"""What ``traydial pbx-config`` says where it cannot be told, and where nobody needs to be asked."""

import pytest

from traydial.app.profile import find_profile
from traydial.cli import main
from traydial.domain.settings import PbxSettings, PhoneSettings, Settings
from traydial.services.settings_file import save


@pytest.fixture
def run(tmp_path, capsys):
    def run(*words, extension="7001"):
        profile = find_profile(str(tmp_path))
        pbx = PbxSettings(("127.0.0.1:1",), tls=False, username="anna")
        save(profile.config_file, Settings(pbx, PhoneSettings(extension)))
        code = main(["pbx-config", "--profile", str(tmp_path), *words])
        told = capsys.readouterr()
        return code, told.out, told.err

    return run


def test_with_a_version_nobody_is_asked(run):
    code, out, err = run("--asterisk", "22", "--for", "dial, hang-up")
    assert code == 0
    assert "\n[anna]\n" in out
    assert "read = system,call\nwrite = call,originate\n" in out
    assert "PJSIP/7001 was taken" in err


@pytest.mark.parametrize(
    ("words", "extension", "says"),
    [
        (
            ["--asterisk=22", "--for=dialing"],
            "7001",
            "There is no feature dialing. There are: usual",
        ),
        (["--asterisk=22"], "", "Say first which extension is yours"),
    ],
)
def test_what_cannot_be_told_is_said(run, words, extension, says):
    code, out, err = run(*words, extension=extension)
    assert (code, out) == (2, "")
    assert says in err


def test_who_cannot_be_asked_is_said_with_the_way_round(run, monkeypatch):
    monkeypatch.setenv("TRAYDIAL_SECRET", "x")
    code, out, err = run()
    assert (code, out) == (4, "")
    assert "--asterisk 22" in err


def test_its_options_belong_to_it(capsys):
    assert main(["doctor", "--for", "dial"]) == 2
    assert "--for and --asterisk belong to pbx-config" in capsys.readouterr().err
