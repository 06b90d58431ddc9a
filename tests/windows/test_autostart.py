"""Starting at login in the registry: written, switched off by the Task Manager, taken back."""

import winreg

import pytest

from tests.windows.test_tel_handler import BASE, HKCU, SOFTWARE, tree
from traydial.platforms.autostart.windows import WindowsAutostart

COMMAND = [r"C:\Program Files\Traydial\Traydial.exe", "--profile", r"C:\My files"]
RUN = rf"{SOFTWARE}\Microsoft\Windows\CurrentVersion\Run"
APPROVED = rf"{SOFTWARE}\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"


@pytest.fixture
def start():
    yield WindowsAutostart(COMMAND, software=SOFTWARE)
    for path in sorted(tree(BASE), key=len, reverse=True):
        winreg.DeleteKey(HKCU, path)


def test_it_is_a_value_of_the_users_run_key(start):
    assert not start.is_on()
    start.turn(False)
    start.turn(True)
    assert start.is_on()
    written = '"C:\\Program Files\\Traydial\\Traydial.exe" --profile "C:\\My files"'
    assert tree(RUN)[RUN] == {"Traydial": written}
    start.turn(False)
    assert not start.is_on()
    assert tree(RUN)[RUN] == {}


def test_what_the_task_manager_switched_off_is_off_until_it_is_wanted_again(start):
    start.turn(True)
    with winreg.CreateKey(HKCU, APPROVED) as key:
        winreg.SetValueEx(key, "Traydial", 0, winreg.REG_BINARY, b"\x03" + bytes(11))
    assert not start.is_on()
    start.turn(True)
    assert start.is_on()
    assert tree(APPROVED)[APPROVED] == {}
