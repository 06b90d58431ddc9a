"""The Flatpak, as far as a computer without its runtime can tell: manifest, sources, commands."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from traydial import __version__
from traydial.platforms import APP_ID

PROJECT = Path(__file__).parents[2]
FOLDER = PROJECT / "installers/linux/flatpak"
PYTHON = PROJECT / ".cache/build/venv/bin/python"  # of `make deb`
NO_RUNTIME = 3


@pytest.fixture(scope="module")
def manifest():
    command = ["flatpak-builder", "--show-manifest", str(FOLDER / f"{APP_ID}.yml")]
    shown = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(shown.stdout)


@pytest.fixture(scope="module")
def made(manifest, tmp_path_factory):
    """Do what the manifest does, in a folder, with the Python that is here."""
    assert PYTHON.exists(), "make deb builds it"
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    env = os.environ | {"PYTHON": str(PYTHON), "FOR_PYTHON": version}
    done = subprocess.run(["bash", FOLDER / "build.sh"], env=env, check=False, capture_output=True)
    assert done.returncode in (0, NO_RUNTIME), done.stderr.decode()
    folder = tmp_path_factory.mktemp("app")
    (module,) = manifest["modules"]
    for command in module["build-commands"]:
        words = command.replace("pip3 ", f"{sys.executable} -m pip ")
        subprocess.run(
            ["sh", "-ec", words],
            cwd=PROJECT / ".cache/flatpak/sources",
            env=os.environ | {"FLATPAK_DEST": str(folder)},
            check=True,
            capture_output=True,
        )
    return folder


def test_it_may_what_it_needs_and_no_more(manifest):
    assert manifest["id"] == APP_ID
    assert manifest["command"] == "traydial"
    granted = " ".join(manifest["finish-args"])
    for much in (
        "--filesystem",
        "--device",
        "--socket=session-bus",
        "--socket=system-bus",
        "--allow",
    ):
        assert much not in granted
    assert "--talk-name=org.freedesktop.secrets" in granted


def test_its_commands_make_a_program_that_runs(made):
    (packages,) = made.glob("lib/python*/site-packages")
    said = subprocess.run(
        [made / "bin/traydial", "--version"],
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(packages)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout == f"traydial {__version__}\n"


def test_the_desktop_is_told_of_it(made):
    share = made / "share"
    entry = share / f"applications/{APP_ID}.desktop"
    metainfo = share / f"metainfo/{APP_ID}.metainfo.xml"
    for command in (
        ["desktop-file-validate", entry],
        ["appstreamcli", "validate", "--no-net", metainfo],
    ):
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout
    assert "Exec=traydial -- %u" in entry.read_text()
    assert (share / f"icons/hicolor/scalable/apps/{APP_ID}.svg").exists()
