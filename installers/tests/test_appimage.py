"""The image of the AppImage: unpacked, and the program in it started. Its runtime is not here."""

import os
import subprocess
from pathlib import Path

import pytest

from traydial import __version__
from traydial.platforms import APP_ID

PROJECT = Path(__file__).parents[2]
RECIPE = PROJECT / "installers/linux/appimage/build.sh"
IMAGE = PROJECT / ".cache/appimage/traydial.squashfs"


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory):
    bare = {name: value for name, value in os.environ.items() if name != "RUNTIME"}
    subprocess.run(["bash", RECIPE], env=bare, check=True, stdout=subprocess.DEVNULL)
    folder = tmp_path_factory.mktemp("appimage") / "root"
    command = ["unsquashfs", "-quiet", "-no-progress", "-dest", folder, IMAGE]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return folder


def test_the_program_in_it_starts_from_anywhere(unpacked, tmp_path):
    link = tmp_path / "Traydial.AppImage"
    link.symlink_to(unpacked / "AppRun")
    bare = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path)}
    said = subprocess.run([link, "--version"], env=bare, capture_output=True, text=True, check=True)
    assert said.stdout == f"traydial {__version__}\n"


def test_it_has_what_an_appimage_has_at_its_top(unpacked):
    entry = unpacked / f"{APP_ID}.desktop"
    subprocess.run(["desktop-file-validate", entry], check=True)
    assert "Exec=traydial -- %u" in entry.read_text()
    assert (unpacked / ".DirIcon").resolve() == unpacked / f"{APP_ID}.png"


def test_a_runtime_stands_before_the_image(tmp_path):
    """So says the AppImage specification of its type 2."""
    runtime = tmp_path / "runtime-x86_64"
    runtime.write_bytes(b"\x7fELF and what follows")
    done = subprocess.run(
        ["bash", RECIPE],
        env=os.environ | {"RUNTIME": str(runtime)},
        check=True,
        capture_output=True,
        text=True,
    )
    made = PROJECT / done.stdout.splitlines()[-1]
    try:
        assert made.read_bytes() == runtime.read_bytes() + IMAGE.read_bytes()
        assert os.access(made, os.X_OK)
    finally:
        made.unlink()
