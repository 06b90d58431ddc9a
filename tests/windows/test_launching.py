"""Programs and pages that are opened for calls, as Windows starts them."""

import asyncio
import json
import os
import sys
import winreg

import pytest

from tests.windows.copies import wait
from traydial.domain.errors import NotOpened
from traydial.platforms.launching.windows import WindowsLauncher

NOTE = """
import json, os, sys
with open(sys.argv[1] + ".part", "w", encoding="utf-8") as file:
    json.dump({"argv": sys.argv[2:], "env": dict(os.environ)}, file)
os.replace(sys.argv[1] + ".part", sys.argv[1])
"""
HOSTILE = ['"quoted" \\', "a b\\", "%PATH%", "& calc", "^|<>", "!x!", "--help", "", "Ünal", '\\"']
SCHEME = "traydialpagetest"
KEY = rf"Software\Classes\{SCHEME}"
ADDRESS = f"{SCHEME}://crm.example/search?phone=%2B49301234567&name=A%22%20--x%20%26calc"


def run(scenario):
    return asyncio.run(asyncio.wait_for(scenario, 60))


def note_of(path):
    """Return what a program that was started has noted."""
    wait(path.exists, 40)
    return json.loads(path.read_text("utf-8"))


@pytest.fixture
def note(tmp_path):
    (tmp_path / "note.py").write_text(NOTE)
    return tmp_path / "note.json"


def test_a_program_gets_its_arguments_as_they_are_and_nothing_of_ours(note):
    launcher = WindowsLauncher({**os.environ, "TRAYDIAL_SECRET": "hush", "CRM_TOKEN": "hush"})
    script = str(note.with_name("note.py"))
    run(launcher.start([sys.executable, script, str(note), *HOSTILE]))
    told = note_of(note)
    assert told["argv"] == HOSTILE
    assert "hush" not in told["env"].values()


def test_no_batch_file_is_ever_given_a_name(tmp_path):
    for name in ("pop.bat", "pop.cmd"):
        (tmp_path / name).write_text("@echo %1 > seen\n")
    launcher = WindowsLauncher({**os.environ, "PATH": str(tmp_path)})
    for program in ("pop", "pop.cmd", str(tmp_path / "pop.bat")):
        with pytest.raises(NotOpened, match="batch file"):
            run(launcher.start([program, '"&calc&"']))


def test_what_does_not_start_is_said():
    with pytest.raises(NotOpened, match="no such program"):
        run(WindowsLauncher(os.environ).start(["no-such-program"]))


@pytest.fixture
def program(note):
    """Yield after a program of our own was registered for a scheme."""
    command = f'"{sys.executable}" "{note.with_name("note.py")}" "{note}" "%1"'
    root = winreg.HKEY_CURRENT_USER
    put(root, "", "URL Protocol", "")
    try:
        winreg.OpenKey(winreg.HKEY_CLASSES_ROOT, SCHEME).Close()
    except FileNotFoundError:  # Wine does not look among the user's own
        winreg.DeleteKey(root, KEY)
        root = winreg.HKEY_LOCAL_MACHINE
        put(root, "", "URL Protocol", "")
    put(root, r"\shell\open\command", "", command)
    yield
    for path in (r"\shell\open\command", r"\shell\open", r"\shell", ""):
        winreg.DeleteKey(root, KEY + path)


def put(root, path, name, value):
    with winreg.CreateKey(root, KEY + path) as key:
        winreg.SetValueEx(key, name, 0, winreg.REG_SZ, value)


@pytest.mark.usefixtures("program")
def test_the_shell_opens_an_address_whole(note):
    run(WindowsLauncher(os.environ).open_page(ADDRESS))
    assert note_of(note)["argv"] == [ADDRESS]


def test_an_address_that_no_program_opens_is_said():
    with pytest.raises(NotOpened):
        run(WindowsLauncher(os.environ).open_page("nosuchscheme:x"))
