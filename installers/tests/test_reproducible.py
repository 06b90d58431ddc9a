"""The same source makes the same wheel, Debian package and set-up, byte for byte.

The MSI is not: wixl writes the time, and draws the codes of product and package by lot.
"""

import hashlib
import os
import subprocess
from pathlib import Path

import pytest

from installers.windows import build, msi
from traydial import __version__

PROJECT = Path(__file__).parents[2]
PYTHON = PROJECT / ".cache/build/venv/bin/python"  # of `make deb`


def digest(file):
    return hashlib.sha256(file.read_bytes()).hexdigest()


def test_the_wheel(tmp_path):
    made = []
    for name in ("one", "other"):
        command = [PYTHON, "-m", "build", "--no-isolation", "--wheel", "--outdir", tmp_path / name]
        env = os.environ | {"SOURCE_DATE_EPOCH": "1700000000"}
        subprocess.run([*command, PROJECT], env=env, check=True, stdout=subprocess.DEVNULL)
        made.append(digest(next((tmp_path / name).glob("*.whl"))))
    assert made[0] == made[1]


@pytest.mark.timeout(1200)  # it is built once more
def test_the_debian_package():
    (package,) = (PROJECT / "dist").glob(f"traydial_{__version__}_*.deb")
    before = digest(package)
    script = PROJECT / "installers/linux/build-deb.sh"
    subprocess.run(["bash", script], check=True, stdout=subprocess.DEVNULL)
    assert digest(package) == before


@pytest.mark.timeout(1200)  # it is frozen once more
def test_the_windows_set_up_and_what_the_msi_holds(tmp_path):
    made, held = [], []
    for payload in (build.OUT / "traydial", build.freeze(tmp_path)):
        setup, package = tmp_path / "Traydial-setup.exe", tmp_path / "Traydial.msi"
        build.set_up(payload, setup, quick=True)
        msi.build(payload, __version__, package)
        extract = ["msiinfo", "extract", package, "traydial.cab"]
        cabinet = subprocess.run(extract, stdout=subprocess.PIPE, check=True).stdout
        made.append(digest(setup))
        held.append(hashlib.sha256(cabinet).hexdigest())
    assert made[0] == made[1]
    assert held[0] == held[1]
