"""``traydial quit``: when it returns, the copy has ended and its files are free."""

import os
import subprocess
import sys
import time

import pytest

from traydial.app.handover import ask
from traydial.app.profile import find_profile
from traydial.app.quitting import run_quit

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="tests/windows has its own")
WITHIN_S = 60.0


@pytest.fixture
def copy(tmp_path):
    """Yield a copy that runs and listens; it ends with the test."""
    env = {**os.environ, "HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    env.pop("DBUS_SESSION_BUS_ADDRESS", None)
    command = [sys.executable, "-m", "traydial", "--profile", str(tmp_path), "--quietly"]
    with subprocess.Popen(command, env=env, stderr=subprocess.DEVNULL) as process:
        try:
            deadline = time.monotonic() + WITHIN_S
            while ask(find_profile(str(tmp_path)).server, "reload", [], as_json=False) is None:
                assert process.poll() is None
                assert time.monotonic() < deadline
                time.sleep(0.05)  # its socket is all there is to see of it
            yield process
        finally:
            process.kill()


def test_it_returns_when_the_copy_has_ended(copy, tmp_path, capsys):
    server = find_profile(str(tmp_path)).server
    assert run_quit(server, WITHIN_S) == 0
    assert copy.poll() == 0  # gone, and not only on its way
    assert capsys.readouterr() == ("", "")
    assert run_quit(server) == 0  # nobody there: what was wanted is so
    assert "not running" in capsys.readouterr().err
