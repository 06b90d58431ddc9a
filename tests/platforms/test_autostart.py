"""Starting at login on Linux and macOS: switched on and off, and what overrules what."""

import configparser
import plistlib

import pytest

from traydial.platforms.autostart.linux import LinuxAutostart
from traydial.platforms.autostart.macos import MacAutostart

COMMAND = ["/opt/tray dial/bin/python", "-m", "traydial", "--profile", "/home/a/100%"]
NAME = "autostart/org.traydial.Traydial.desktop"
FOR_ALL = "[Desktop Entry]\nType=Application\nExec=traydial\n"


@pytest.fixture
def linux(tmp_path):
    environ = {
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "XDG_CONFIG_DIRS": f"relative:{tmp_path / 'etc'}",
    }
    (tmp_path / "etc/autostart").mkdir(parents=True)
    return LinuxAutostart(environ, tmp_path / "home", COMMAND)


def test_on_linux_it_is_an_entry_of_the_user(linux, tmp_path):
    file = tmp_path / "config" / NAME
    assert not linux.is_on()
    linux.turn(False)
    linux.turn(True)
    assert linux.is_on()
    entry = configparser.RawConfigParser()
    entry.read(file)
    command = '"/opt/tray dial/bin/python" -m traydial --profile /home/a/100%%'
    assert entry["Desktop Entry"]["Exec"] == command
    linux.turn(False)
    assert not file.exists()


@pytest.mark.parametrize(
    "line", ["Hidden=true", "X-GNOME-Autostart-enabled=false", "Exec=", "\0[", "Exec"]
)
def test_an_entry_that_the_desktop_does_not_start_is_off(linux, tmp_path, line):
    linux.turn(True)
    with (tmp_path / "config" / NAME).open("a") as file:
        file.write(f"{line}\n")
    assert not linux.is_on()
    linux.turn(True)
    assert linux.is_on()


def test_an_entry_for_all_users_can_be_overruled(linux, tmp_path):
    (tmp_path / "etc" / NAME).write_text(FOR_ALL)
    assert linux.is_on()
    linux.turn(False)
    assert not linux.is_on()
    linux.turn(True)
    assert linux.is_on()


def test_without_a_configured_folder_it_is_the_usual_one(tmp_path):
    LinuxAutostart({}, tmp_path, COMMAND).turn(True)
    assert (tmp_path / ".config" / NAME).is_file()


def test_on_a_mac_it_is_a_launch_agent(tmp_path):
    mac = MacAutostart(tmp_path, COMMAND)
    assert not mac.is_on()
    mac.turn(True)
    assert mac.is_on()
    file = tmp_path / "Library/LaunchAgents/org.traydial.Traydial.plist"
    assert plistlib.loads(file.read_bytes())["ProgramArguments"] == COMMAND
    file.write_text("nonsense")
    assert not mac.is_on()
    mac.turn(False)
    assert not file.exists()
