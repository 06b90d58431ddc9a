"""What is selected on Wayland: in a real compositor, and with a wl-paste that misbehaves."""

import asyncio
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest

from tests.desktop.ticking import turns
from tests.desktop.xlab import XLab
from traydial.domain.errors import SelectionFault, SelectionUnreadable
from traydial.platforms.selection.wayland import WaylandSelection

pytestmark = [pytest.mark.live, pytest.mark.timeout(120)]

NUMBER = "+49 30 123-45 · ☎"
BUSY_S = 10.0  # where what is read counts, and not how soon


def read(environ):
    return asyncio.run(WaylandSelection(environ, within_s=BUSY_S).read())


def fault(environ):
    with pytest.raises(SelectionUnreadable) as caught:
        read(environ)
    return caught.value.fault


@pytest.fixture(scope="module")
def sway():
    """Start a compositor without a screen; yield the environment of its programs."""
    folder = Path(tempfile.mkdtemp(prefix="traydial-sway-"))
    folder.chmod(0o755)
    run = folder / "run"
    run.mkdir(mode=0o700)
    (folder / "config").write_text("xwayland disable\n")
    environ = {"PATH": os.environ["PATH"], "HOME": str(run), "XDG_RUNTIME_DIR": str(run)}
    command = ["sway", "-c", str(folder / "config")]
    if os.geteuid() == 0:  # it refuses to be root; root may be its client
        shutil.chown(run, "nobody")
        command = ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", *command]
    headless = {
        "WLR_BACKENDS": "headless",
        "WLR_RENDERER": "pixman",
        "WLR_LIBINPUT_NO_DEVICES": "1",
    }
    with (folder / "log").open("wb") as log:
        compositor = subprocess.Popen(
            command, env=environ | headless, stdout=log, stderr=log, stdin=subprocess.DEVNULL
        )
    try:
        sockets = XLab.wait(lambda: [p for p in run.glob("wayland-*") if not p.suffix])
        yield environ | {"WAYLAND_DISPLAY": sockets[0].name}
    finally:
        compositor.terminate()
        compositor.wait(5)
        shutil.rmtree(folder)


def wl_copy(sway, *options, text=""):
    subprocess.run(
        ["wl-copy", *options],
        env=sway,
        input=text.encode(),
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        timeout=10,
    )


def test_what_is_selected_is_read_and_the_clipboard_left_alone(sway):
    wl_copy(sway, text="precious")
    wl_copy(sway, "--primary", text=NUMBER + "\n\n")
    assert read(sway) == NUMBER
    pasted = subprocess.run(["wl-paste", "--no-newline"], env=sway, capture_output=True, check=True)
    assert pasted.stdout == b"precious"


def test_nothing_selected_or_no_text_is_an_empty_text(sway):
    wl_copy(sway, "--primary", "--clear")
    assert read(sway) == ""
    wl_copy(sway, "--primary", "--type", "image/png", text="no text")
    assert read(sway) == ""


def test_of_ten_megabytes_the_beginning_is_read(sway):
    wl_copy(sway, "--primary", text="☎123456789" * 1_000_000)

    assert read(sway) == "☎123456789" * 200


def test_no_compositor_is_told(sway):
    assert fault(sway | {"WAYLAND_DISPLAY": "wayland-77"}) is SelectionFault.OTHER


def test_without_the_program_it_says_what_to_install(tmp_path):
    selection = WaylandSelection({"PATH": str(tmp_path)})
    assert "wl-clipboard" in selection.why_not
    assert fault({"PATH": str(tmp_path)}) is SelectionFault.NOT_HERE


def playing_wl_paste(tmp_path, script):
    """Return an environment whose wl-paste does this."""
    program = tmp_path / "wl-paste"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    return {"PATH": f"{tmp_path}:{os.environ['PATH']}"}


def test_a_compositor_without_primary_selection_is_told(tmp_path):
    says = "echo 'The compositor does not seem to support primary selection' >&2; exit 1"
    assert fault(playing_wl_paste(tmp_path, says)) is SelectionFault.NOT_HERE


@pytest.mark.parametrize("script", ["exec sleep 77", "sleep 77 & wait", "echo 030; sleep 77"])
def test_a_program_that_hangs_is_ended_with_its_helpers(tmp_path, script):
    pids = tmp_path / "pid"
    environ = playing_wl_paste(tmp_path, f"echo $$ > {pids}; {script}")

    async def scenario():
        async with turns() as count:
            with pytest.raises(SelectionUnreadable) as caught:
                await WaylandSelection(environ).read()
            assert caught.value.fault is SelectionFault.NO_ANSWER
            return count[0]

    assert asyncio.run(scenario()) > 3
    group = int(pids.read_text())
    XLab.wait(lambda: not _alive(group), 5)


def _alive(group):
    """Tell whether a process of this group is there that is no zombie."""
    listed = subprocess.run(
        ["ps", "-eo", "pgid=,stat="], capture_output=True, text=True, check=True
    )
    found = [line.split() for line in listed.stdout.splitlines()]
    return any(int(pgid) == group and not state.startswith("Z") for pgid, state in found)
