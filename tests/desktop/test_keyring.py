"""The password in a real Secret Service (GNOME keyring), and what is said where there is none."""

import os
import subprocess
import sys

import pytest

pytestmark = pytest.mark.live
CONFIG = """
[pbx]
hosts = ["pbx.example"]
username = "desk"

[ldap]
url = "ldaps://directory.example"
username = "cn=reader"
"""
STORE = '{python} -m traydial --profile "$1" secret set'
PASSWORDS = ["s3cret pass", "s3cret too"]  # of the phone system and of the directory
UNLOCK = "printf opensesame | gnome-keyring-daemon --unlock --components=secrets >/dev/null"
LOOK_UP = "secret-tool lookup service traydial username"


def in_a_session(tmp_path, script, secret="s3cret pass"):
    """Run a script with a session bus, a home and a keyring of its own."""
    run = tmp_path / "run"
    run.mkdir(mode=0o700)
    (tmp_path / "config.toml").write_text(CONFIG)
    env = {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path),
        "XDG_RUNTIME_DIR": str(run),
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "PYTHONPATH": "desktop",
    }
    return subprocess.run(
        ["dbus-run-session", "--", "bash", "-c", script, "bash", str(tmp_path)],
        input=f"{secret}\n",
        capture_output=True,
        text=True,
        env=env,
        timeout=60,
        check=False,
    )


def test_the_password_goes_into_the_keyring_and_nowhere_else(tmp_path):
    store = STORE.format(python=sys.executable)
    # the keyring is unlocked first: a client that is quicker would wake up a locked one
    script = (
        f"{UNLOCK}; {store} && {LOOK_UP} desk@pbx.example"
        f" && echo && printf 's3cret too' | {store} ldap"
        f" && {LOOK_UP} 'ldap cn=reader@directory.example'"
    )
    done = in_a_session(tmp_path, script)
    assert (done.returncode, done.stdout.split("\n")) == (0, PASSWORDS), done.stderr
    assert "stored in the keyring" in done.stderr
    assert "s3cret" not in done.stderr
    files = [f for f in tmp_path.rglob("*") if f.is_file()]
    assert not any(b"s3cret" in f.read_bytes() for f in files)


def test_without_a_keyring_it_says_so_and_stores_nothing(tmp_path):
    script = STORE.format(
        python=f"env PYTHON_KEYRING_BACKEND=keyring.backends.fail.Keyring {sys.executable}"
    )
    done = in_a_session(tmp_path, script)
    assert done.returncode == 1
    assert "keyring cannot be used" in done.stderr
    assert "s3cret" not in done.stdout + done.stderr
