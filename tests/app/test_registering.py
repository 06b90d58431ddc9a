"""``traydial register``, ``unregister`` and ``handler`` as a script has them: no Qt, no screen."""

import json
import os
import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems have other ways")

OURS = ["callto", "tel", "traydial"]


@pytest.fixture
def traydial(tmp_path):
    """Yield how to run it in a home of its own."""

    def run(*words, **env):
        home = {"HOME": str(tmp_path), "PATH": os.environ["PATH"], "XDG_DATA_DIRS": "/nonexistent"}
        return subprocess.run(
            [sys.executable, "-m", "traydial", *words],
            env=home | {"PYTHONPATH": "desktop"} | env,
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
        )

    return run


def handlers(done):
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_registered_shown_and_taken_back(traydial, tmp_path):
    told = handlers(traydial("handler", "--json"))
    nobody = {"tel": "", "callto": "", "traydial": "", "sip": ""}
    assert told == {"registered": False, "handlers": nobody, "ours": []}
    told = handlers(traydial("register", "--json"))
    mine = {"tel": "Traydial", "callto": "Traydial", "traydial": "Traydial", "sip": ""}
    assert told == {"registered": True, "handlers": mine, "ours": OURS}
    assert handlers(traydial("handler", "--json")) == told
    assert handlers(traydial("register", "--sip", "--json"))["ours"] == ["callto", "sip", *OURS[1:]]
    assert handlers(traydial("unregister", "--json"))["registered"] is False
    assert [f for f in tmp_path.rglob("*") if "Traydial" in f.name] == []


def test_it_says_it_in_words(traydial):
    done = traydial("register")
    assert (done.returncode, done.stderr) == (0, "")
    assert "tel: links are opened by Traydial\n" in done.stdout
    assert "sip: links are opened by no program\n" in done.stdout


def test_a_home_that_cannot_be_written_is_said_in_a_sentence(traydial, tmp_path):
    (tmp_path / "file").write_text("")
    done = traydial("register", XDG_DATA_HOME=str(tmp_path / "file"))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("traydial: That could not be written: Not a directory (")
    assert str(tmp_path / "file") in done.stderr


def test_a_copy_of_a_profile_hands_over_to_that_profile(traydial, tmp_path):
    profile = tmp_path / "my profile"
    assert traydial("--profile", str(profile), "register").returncode == 0
    text = (tmp_path / ".local/share/applications/org.traydial.Traydial.desktop").read_text()
    assert f'open_link.py "{profile}/traydial.sock" "{profile}" %u\n' in text
    service = tmp_path / ".local/share/dbus-1/services/org.traydial.Traydial.service"
    assert f"'-m' 'traydial' '--profile' '{profile}'\n" in service.read_text()


def test_it_needs_no_interface(traydial):
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "traydial", "handler"],
        env={"HOME": "/nonexistent", "PYTHONPATH": "desktop"},
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert done.returncode == 0
    modules = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "traydial.app.registering" in modules
    assert modules & {"PySide6", "qasync", "asyncio", "cryptography", "phonenumbers"} == set()
