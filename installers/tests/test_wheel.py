"""The wheel, as somebody installs it for themselves with pipx."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from traydial import __version__

PROJECT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def pipx(tmp_path_factory):
    """Yield the folder of the commands that pipx installed from the wheel."""
    folder = tmp_path_factory.mktemp("pipx")
    tools = folder / "tools"
    subprocess.run([sys.executable, "-m", "venv", tools], check=True)
    install = [tools / "bin/pip", "install", "-qq", "--disable-pip-version-check"]
    subprocess.run([*install, "pipx", "build"], check=True)
    build = [tools / "bin/python", "-m", "build", "--wheel", "--outdir", folder, PROJECT]
    subprocess.run(build, check=True, stdout=subprocess.DEVNULL)
    (wheel,) = folder.glob("traydial-*.whl")
    env = os.environ | {"PIPX_HOME": str(folder / "home"), "PIPX_BIN_DIR": str(folder / "bin")}
    command = [tools / "bin/pipx", "install", "--python", sys.executable, wheel]
    subprocess.run(command, env=env, check=True, capture_output=True)
    return folder / "bin"


def test_it_runs(pipx, tmp_path):
    command = pipx / "traydial"
    said = subprocess.run([command, "--version"], capture_output=True, text=True, check=True)
    assert said.stdout == f"traydial {__version__}\n"
    words = [command, "demo", "--headless", "--json", "--calls-every", "1"]
    with subprocess.Popen(
        [*words, "--profile", tmp_path / "profile"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as demo:
        try:
            lines = (json.loads(line) for line in demo.stdout)
            assert next(line["phase"] for line in lines if line.get("phase")) == "ringing"
        finally:
            demo.kill()
