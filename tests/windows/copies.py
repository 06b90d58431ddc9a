"""The program as processes of their own, on a profile whose PBX is the demo one."""

import contextlib
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import traydial
from traydial.app.profile import find_profile
from traydial.services.secrets import VARIABLE
from traydial.services.settings_file import save

WITHIN_S = 40
PYTHONW = str(Path(sys.executable).with_name("pythonw.exe"))


def wait(until, seconds=20.0):
    """Wait until something is so; return what it gave."""
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        if value := until():
            return value
        time.sleep(0.02)
    raise AssertionError(f"waited {seconds} s in vain for {until}")


class Profile:
    """A profile and the processes that use it."""

    def __init__(self, folder, demo):
        self.folder, self.demo = folder, demo
        self.found = find_profile(str(folder))
        save(self.found.config_file, demo.settings)
        source = str(Path(traydial.__file__).parents[1])
        self.env = os.environ | {VARIABLE: demo.secret, "PYTHONPATH": source}
        self._started = []

    def start(self, *words, python=sys.executable, code=""):
        program = ["-c", code] if code else ["-m", "traydial"]
        command = [python, *program, "--profile", str(self.folder), *words]
        process = subprocess.Popen(
            command, env=self.env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )  # fmt: skip
        self._started.append(process)
        return process

    def run(self, *words):
        """Return exit code, what was said and what was noted."""
        return ended(self.start(*words))

    def pids(self):
        """Return who holds a lock of this profile: the running copies."""
        found = []
        for lock in self.folder.glob("*.lock"):
            with contextlib.suppress(OSError, ValueError, IndexError):
                found.append(int(lock.read_text().split()[0]))
        return found

    def kill(self):
        """End the running copies, as the task manager does."""
        for pid in self.pids():
            with contextlib.suppress(OSError):
                os.kill(pid, 9)
                wait(lambda: not alive(pid))  # noqa: B023
        for process in self._started:
            process.kill()
            process.communicate()


def ended(process):
    """Wait for the end of a process; return its exit code, output and notes."""
    out, err = process.communicate(timeout=WITHIN_S)
    return process.returncode, out.decode(), err.decode()


def alive(pid):
    """Tell whether a process runs still."""
    import _winapi

    try:
        handle = _winapi.OpenProcess(0x100000, False, pid)  # SYNCHRONIZE
    except OSError:
        return False
    try:
        return _winapi.WaitForSingleObject(handle, 0) == _winapi.WAIT_TIMEOUT
    finally:
        _winapi.CloseHandle(handle)


def lines(text):
    """Return the JSON lines of an output."""
    return [json.loads(line) for line in text.splitlines()]


def calls(profile):
    """Return the calls that there are now."""
    code, out, err = profile.run("calls", "--json")
    assert code == 0, err
    return lines(out)
