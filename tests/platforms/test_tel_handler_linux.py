"""Who opens phone links on Linux: looked up as GLib does, registered, taken back."""

import os
import re
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from traydial.platforms import SCHEMES
from traydial.platforms.tel_handler.linux import APP_ID, ENTRY, LinuxTelHandler
from traydial.platforms.tel_handler.mimeapps import MimeApps

TEL = "x-scheme-handler/tel"
ODD = """a b'c"d$e`f\\g(i)&j;k*l?m~n<o>p|q#r=s"""


class Home:
    """A home and system folders of their own; other programs are installed with ``add``."""

    def __init__(self, folder, desktop=""):
        self.folder = folder
        self.environ = {
            "HOME": str(folder),
            "PATH": os.environ["PATH"],
            "XDG_CONFIG_HOME": str(folder / "config"),
            "XDG_DATA_HOME": str(folder / "data"),
            "XDG_CONFIG_DIRS": f"{folder / 'etc'}:{folder / 'etc2'}",
            "XDG_DATA_DIRS": f"{folder / 'local'}:{folder / 'usr'}",
            "XDG_CURRENT_DESKTOP": desktop,
            "DBUS_SESSION_BUS_ADDRESS": "disabled:",
        }
        self.list = folder / "config/mimeapps.list"
        for name in ("one", "two", "three"):
            self.add("usr", name)

    def write(self, path, text):
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode("utf-8", "surrogateescape"))
        return file

    def add(self, where, name, kind=TEL):
        """Install a program that opens phone links."""
        text = f"[Desktop Entry]\nType=Application\nName={name.title()}\nExec=true %u\n"
        self.write(f"{where}/applications/{name}.desktop", text + f"MimeType={kind};\n")

    def cache(self, where, line):
        self.write(f"{where}/applications/mimeinfo.cache", f"[MIME Cache]\n{TEL}={line}\n")

    def handler(self, open_command=("true",), start_command=("true",)):
        return LinuxTelHandler(self.environ, self.folder, list(open_command), list(start_command))

    def run(self, *command, **env):
        done = subprocess.run(
            command,
            env=self.environ | env,
            capture_output=True,
            text=True,
            timeout=20,
            check=False,
        )
        return done.stdout + done.stderr

    def glib_says(self, kind=TEL):
        """Return the default that GLib finds, which is what GNOME and Firefox use."""
        first = self.run("gio", "mime", kind, LC_ALL="C").splitlines()[0]
        return first.rpartition(": ")[2] if first.startswith("Default application") else ""

    def files(self):
        """Return every file but the cache that update-desktop-database keeps."""
        found = (f for f in self.folder.rglob("*") if f.is_file())
        return {f: f.read_bytes() for f in found if f.name != "mimeinfo.cache"}


@pytest.fixture
def home(tmp_path):
    return Home(tmp_path)


# -- who is it ------------------------------------------------------------------------------------

DEFAULT = "[Default Applications]\n" + TEL + "="
ADDED = "[Added Associations]\n" + TEL + "="
REMOVED = "[Removed Associations]\n" + TEL + "="
WHO = {
    "nobody": ({}, ""),
    "of the user": ({"config/mimeapps.list": DEFAULT + "two.desktop\n"}, "two.desktop"),
    "a list of them": (
        {"config/mimeapps.list": DEFAULT + "gone.desktop;two.desktop;one.desktop;\n"},
        "two.desktop",
    ),
    "of an admin": ({"etc2/mimeapps.list": DEFAULT + "one.desktop\n"}, "one.desktop"),
    "the user before the admin": (
        {
            "config/mimeapps.list": DEFAULT + "two.desktop\n",
            "etc/mimeapps.list": DEFAULT + "one.desktop\n",
        },
        "two.desktop",
    ),
    "of this desktop": (
        {
            "config/mimeapps.list": DEFAULT + "two.desktop\n",
            "config/lab-mimeapps.list": DEFAULT + "three.desktop\n",
        },
        "three.desktop",
    ),
    "of this desktop, for all users": (
        {
            "etc/mimeapps.list": DEFAULT + "two.desktop\n",
            "etc/other-mimeapps.list": DEFAULT + "three.desktop\n",
        },
        "three.desktop",
    ),
    "of another desktop": (
        {"config/kde-mimeapps.list": DEFAULT + "three.desktop\n"},
        "",
    ),
    "beside the programs": (
        {"data/applications/mimeapps.list": DEFAULT + "one.desktop\n"},
        "one.desktop",
    ),
    "of the distribution": (
        {"usr/applications/lab-mimeapps.list": DEFAULT + "one.desktop\n"},
        "one.desktop",
    ),
    "what is gone does not count": (
        {
            "config/mimeapps.list": DEFAULT + "gone.desktop\n",
            "etc/mimeapps.list": DEFAULT + "one.desktop\n",
        },
        "one.desktop",
    ),
    "added": ({"config/mimeapps.list": ADDED + "three.desktop;two.desktop;\n"}, "three.desktop"),
    "a default before what is added": (
        {
            "config/mimeapps.list": ADDED + "three.desktop\n",
            "etc/mimeapps.list": DEFAULT + "one.desktop\n",
        },
        "one.desktop",
    ),
    "in the cache": (
        {"usr/applications/mimeinfo.cache": f"[MIME Cache]\n{TEL}=two.desktop;one.desktop;\n"},
        "two.desktop",
    ),
    "removed": (
        {
            "config/mimeapps.list": REMOVED + "two.desktop\n",
            "usr/applications/mimeinfo.cache": f"[MIME Cache]\n{TEL}=two.desktop;one.desktop;\n",
        },
        "one.desktop",
    ),
    "with comments and spaces": (
        {"config/mimeapps.list": f"# mine\n\n[Default Applications]\n{TEL} = one.desktop;\n"},
        "one.desktop",
    ),
    "with what is no line": (
        {
            "config/mimeapps.list": "what is this\n" + DEFAULT + "two.desktop\n",
            "etc/mimeapps.list": DEFAULT + "one.desktop\n",
        },
        "one.desktop",
    ),
}


@pytest.mark.parametrize("case", WHO)
def test_it_finds_the_handler_that_glib_finds(tmp_path, case):
    files, expected = WHO[case]
    home = Home(tmp_path, desktop="Lab:Other")
    for path, text in files.items():
        home.write(path, text)
    found = MimeApps(home.environ, tmp_path).default(TEL)
    assert (found, home.glib_says()) == (expected, expected)


def test_a_program_in_a_folder_of_its_vendor_is_found_and_named(home):
    home.add("usr", "kde/phone")
    home.write("config/mimeapps.list", DEFAULT + "kde-phone.desktop\n")
    apps = MimeApps(home.environ, home.folder)
    assert apps.default(TEL) == home.glib_says() == "kde-phone.desktop"
    assert home.handler().state().current["tel"] == "Kde/Phone"


def test_the_usual_folders_count_where_none_are_named(tmp_path):
    home = Home(tmp_path)
    text = "[Desktop Entry]\nType=Application\nName=Mine\nExec=true\n"
    home.write(".local/share/applications/mine.desktop", text)
    home.write(".config/mimeapps.list", DEFAULT + "mine.desktop\n")
    assert MimeApps({"XDG_DATA_DIRS": "relative:"}, tmp_path).default(TEL) == "mine.desktop"


# -- registering ----------------------------------------------------------------------------------


def test_registered_it_is_the_handler_for_glib_too(home):
    home.cache("usr", "one.desktop;")
    handler = home.handler()
    before = handler.state()
    assert (before.registered, before.current["tel"], before.ours) == (False, "One", frozenset())
    assert handler.register() == ""
    after = handler.state()
    assert (after.registered, after.current["tel"]) == (True, "Traydial")
    assert after.ours == {*SCHEMES}
    assert after.current["sip"] == ""
    for scheme in SCHEMES:
        assert home.glib_says(f"x-scheme-handler/{scheme}") == ENTRY
    assert home.glib_says("x-scheme-handler/sip") == ""
    assert home.run("desktop-file-validate", home.folder / "data/applications" / ENTRY) == ""


def test_sip_is_taken_on_request_and_left_when_no_longer_asked_for(home):
    handler = home.handler()
    handler.register((*SCHEMES, "sip"))
    assert handler.state().ours == {*SCHEMES, "sip"}
    handler.register()
    assert handler.state().ours == {*SCHEMES}
    assert home.glib_says("x-scheme-handler/sip") == ""


def test_twice_is_as_good_as_once(home):
    home.write("config/mimeapps.list", DEFAULT + "two.desktop\n")
    home.handler().register()
    once = home.files()
    home.handler().register()
    assert home.files() == once


def test_it_says_where_the_desktop_keeps_another(tmp_path):
    home = Home(tmp_path, desktop="Lab")
    home.write("config/lab-mimeapps.list", DEFAULT + "two.desktop\n")
    handler = home.handler()
    assert "choose Traydial" in handler.register()
    state = handler.state()
    assert (state.registered, state.current["tel"]) == (True, "Two")
    assert state.ours == {"callto", "traydial"}


def test_taken_back_the_former_handler_is_back_and_nothing_is_left(home):
    home.write("config/mimeapps.list", f"{DEFAULT}two.desktop\nimage/png=three.desktop;\n")
    before = home.files()
    handler = home.handler()
    handler.register()
    assert handler.state().current["tel"] == "Traydial"
    handler.unregister()
    assert home.glib_says() == "two.desktop"
    assert handler.state().current["tel"] == "Two"
    assert {f: t for f, t in home.files().items() if f != home.list} == {
        f: t for f, t in before.items() if f != home.list
    }
    assert sorted(home.list.read_text().split()) == sorted(before[home.list].decode().split())


def test_what_was_chosen_meanwhile_stays(home):
    handler = home.handler()
    handler.register()
    text = home.list.read_text().replace(f"{TEL}={ENTRY}", f"{TEL}=three.desktop;{ENTRY}")
    home.list.write_text(text)
    handler.unregister()
    assert home.glib_says() == "three.desktop"


def test_where_there_was_no_list_there_is_none_afterwards(home):
    before = home.files()
    handler = home.handler()
    handler.register()
    handler.unregister()
    assert home.files() == before


def test_taken_back_without_having_been_there_nothing_changes(home):
    home.write("config/mimeapps.list", "# mine\n" + DEFAULT + "two.desktop")
    before = home.files()
    home.handler().unregister()
    assert home.files() == before


def test_a_list_that_is_a_link_stays_one_and_keeps_its_rights(home):
    real = home.write("dotfiles/mimeapps.list", DEFAULT + "two.desktop\n")
    real.chmod(0o640)
    home.list.parent.mkdir(parents=True)
    home.list.symlink_to(real)
    home.handler().register()
    assert home.list.is_symlink()
    assert real.stat().st_mode & 0o777 == 0o640
    assert home.glib_says() == ENTRY


def test_without_the_tool_for_the_cache_it_works_all_the_same(home):
    home.environ["PATH"] = "/nonexistent"
    assert home.handler().register() == ""
    assert home.handler().state().ours == {*SCHEMES}


def test_where_nothing_can_be_written_it_says_so_and_leaves_no_half(home):
    home.write("data", "no folder")
    before = home.files()
    with pytest.raises(OSError, match="data"):
        home.handler().register()
    assert home.files() == before


# -- nothing else is touched ----------------------------------------------------------------------

_LINES = st.lists(
    st.sampled_from(
        [
            "[Default Applications]",
            "[Added Associations]",
            "[Removed Associations]",
            "[Other]",
            f"{TEL}=one.desktop",
            f"{TEL}=two.desktop;one.desktop;",
            f"{TEL}={ENTRY};one.desktop",
            f" {TEL} = two.desktop",
            f"{TEL}-x=one.desktop",
            "text/html=firefox.desktop",
            "# x-scheme-handler/tel=no",
            "",
            "\udcff=\udcfe",
            "what is this",
            "image/png=a;b;\r",
        ]
    ),
    max_size=12,
)


def _others(text):
    """Return the lines that are none of ours to change."""
    mine = re.compile(r"^(\s*x-scheme-handler/(tel|callto|traydial)\s*=.*|\s*)$")
    lines = [line for line in text.split("\n") if not mine.match(line)]
    return [line for line in lines if line != "[Default Applications]"]


@settings(max_examples=150, deadline=None)
@given(_LINES, st.sampled_from(["", "\n"]))
def test_every_other_line_is_kept_as_it_was(tmp_path_factory, lines, end):
    home = Home(tmp_path_factory.mktemp("home"))
    text = "\n".join(lines) + end
    home.write("config/mimeapps.list", text)
    handler = home.handler()
    handler._tell = lambda: None  # the cache plays no part, and would take its time
    handler.register()
    between = home.list.read_bytes().decode("utf-8", "surrogateescape")
    assert _others(between) == _others(text)
    handler.unregister()
    after = home.list.read_bytes().decode("utf-8", "surrogateescape") if home.list.exists() else ""
    assert _others(after) == _others(text)
    assert ENTRY not in "".join(re.findall(r"Default Applications\]([^\[]*)", after)[:1])


# -- odd paths, read by the real readers ----------------------------------------------------------


def odd_program(home):
    """Make a program in an odd place that notes its arguments."""
    program = home.write(
        f"{ODD}/note", f'#!/bin/sh\nprintf "%s\\n" "$@" > "{home.folder}/noted"\nexit 3\n'
    )
    program.chmod(0o755)
    return program


def noted(home):
    return (home.folder / "noted").read_text().split("\n")[:-1]


def test_glib_reads_the_command_as_it_was_meant(home):
    program = odd_program(home)
    home.handler([str(program), f"{ODD}%u", "", "plain"]).register()
    entry = home.folder / "data/applications" / ENTRY
    assert home.run("desktop-file-validate", entry) == ""
    assert home.run("gio", "launch", entry, "tel:+49%2030") == ""
    wait_for(home.folder / "noted")
    assert noted(home) == [f"{ODD}%u", "", "plain", "tel:+49%2030"]


def test_the_bus_reads_the_command_as_it_was_meant(home):
    program = odd_program(home)
    home.handler(["true"], [str(program), ODD, "plain"]).register()
    bus = "org.freedesktop.DBus"
    call = ["gdbus", "call", "--session", "--dest", bus, "--object-path", "/org/freedesktop/DBus"]
    call += ["--method", f"{bus}.StartServiceByName", APP_ID, "0"]
    del home.environ["DBUS_SESSION_BUS_ADDRESS"]
    said = home.run("dbus-run-session", "--", *call)
    assert "exited with status 3" in said
    assert noted(home) == [ODD, "plain"]


def test_a_plain_command_has_no_quotes_which_xdg_open_would_not_read(home):
    home.handler(["/opt/traydial/bin/python", "-I", "/opt/open_link.py"]).register()
    text = (home.folder / "data/applications" / ENTRY).read_text()
    assert "Exec=/opt/traydial/bin/python -I /opt/open_link.py %u\n" in text


def test_a_path_with_a_line_break_is_refused(home):
    before = home.files()
    for commands in ([["a\nb"], ["c"]], [["a"], ["b\nc"]]):
        with pytest.raises(OSError, match="control character"):
            home.handler(*commands).register()
    assert home.files() == before


def wait_for(file: Path):
    """Wait until a program that was not waited for has written."""
    subprocess.run(
        ["timeout", "10", "sh", "-c", f'until [ -s "{file}" ]; do sleep 0.02; done'], check=True
    )
