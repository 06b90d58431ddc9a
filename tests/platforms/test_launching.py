"""Programs and pages that are opened for calls, with real programs."""

import asyncio
import json
import os
import sys

import pytest

from traydial.domain.errors import NotOpened
from traydial.platforms.launching.commands import CommandLauncher
from traydial.platforms.launching.processes import Processes

NOTE = """
import json, os, sys
open_files = sorted(int(f) for f in os.listdir("/proc/self/fd") if int(f) > 2)
told = {"argv": sys.argv[2:], "env": dict(os.environ), "fds": open_files, "sid": os.getsid(0)}
with open(sys.argv[1] + ".part", "w") as file:
    json.dump(told | {"pid": os.getpid(), "cwd": os.getcwd()}, file)
os.rename(sys.argv[1] + ".part", sys.argv[1])
"""
HOSTILE = ["$(touch x)", "; rm -rf .", "a b", '"quoted" \\', "%PATH%", "`id`", "--help", "", "Ünal"]


def run(scenario):
    return asyncio.run(asyncio.wait_for(scenario, 20))


def script(folder, text, name):
    """Write a program of this name into a folder and return the folder."""
    file = folder / name
    file.write_text(f"#!/bin/sh\n{text}\n")
    file.chmod(0o755)
    return str(folder)


def test_a_program_gets_its_arguments_as_they_are_and_nothing_of_ours(tmp_path):
    note = tmp_path / "note.json"
    reader, writer = os.pipe()
    os.set_inheritable(writer, True)
    environ = {**os.environ, "TRAYDIAL_SECRET": "hush", "CRM_TOKEN": "hush", "LC_TIME": "C"}
    run(CommandLauncher(environ).start([sys.executable, "-c", NOTE, str(note), *HOSTILE]))
    os.close(reader)
    os.close(writer)
    told = json.loads(note.read_text())
    assert told["argv"] == HOSTILE
    assert told["fds"] in ([], [3])  # its own look at the folder
    assert told["env"]["LC_TIME"] == "C"
    assert "hush" not in told["env"].values()
    assert told["sid"] == told["pid"]  # it outlives us
    assert told["cwd"] == os.path.expanduser("~")  # noqa: PTH111


@pytest.mark.parametrize(
    ("command", "why"),
    [
        (["no-such-program"], "no such program"),
        (["./relative"], "no such program"),
        (["/bin/false"], "ended at once with 1"),
        (["/bin/echo", "a\0b"], "null"),
    ],
)
def test_what_does_not_start_is_said(command, why):
    with pytest.raises(NotOpened, match=why):
        run(Processes({"PATH": "/bin"}).start(command))


def test_a_flood_starts_a_few_and_says_so():
    async def scenario():
        programs = Processes(os.environ, most=2)
        for _ in range(2):
            await programs.start(["sleep", "2"], look_s=0.01)
        with pytest.raises(NotOpened, match="2 of them are running"):
            await programs.start(["sleep", "2"])

    run(scenario())


def test_a_page_is_opened_by_the_first_program_that_can(tmp_path):
    note = tmp_path / "note"
    failing = script(tmp_path, "exit 3", "xdg-open")
    script(tmp_path, f'echo "$@" "$https_proxy" "$TRAYDIAL_SECRET" > {note}', "gio")
    environ = {"PATH": f"{failing}:/bin", "https_proxy": "proxy:8080", "TRAYDIAL_SECRET": "hush"}
    run(CommandLauncher(environ).open_page("https://crm.example/?a=b&c"))
    assert note.read_text() == "open https://crm.example/?a=b&c proxy:8080 \n"


def test_where_nothing_opens_pages_that_is_said(tmp_path):
    with pytest.raises(NotOpened, match="no program opens web pages"):
        run(CommandLauncher({"PATH": str(tmp_path)}).open_page("https://crm.example/"))
