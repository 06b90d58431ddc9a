"""Lets pytest on Linux run the tests of ``tests/windows`` on Windows' Python within Wine.

They are found by reading, for they cannot be imported here. One pytest within Wine runs what
is selected; each test here waits for the outcome of its twin there.
"""

import ast
import json
import subprocess
import time

import pytest

from tests.wine.desktop import PROJECT, WineDesktop, windows_path

START_WITHIN_S, END_WITHIN_S = 60.0, 100.0  # pytest-timeout ends a test after 120 s
REPORT = "TRAYDIAL_TEST_REPORT"
_STASH = pytest.StashKey["InWine"]()


class WindowsModule(pytest.File):
    """A file of tests that run there."""

    def collect(self):
        tree = ast.parse(self.path.read_text("utf-8"))
        for node in tree.body:
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                yield WindowsTest.from_parent(self, name=node.name, line=node.lineno - 1)


class WindowsTest(pytest.Item):
    """One test function; it passes when all its cases did."""

    def __init__(self, *, line, **named):
        super().__init__(**named)
        self._line = line

    def runtest(self):
        stash = self.session.stash
        if _STASH not in stash:
            chosen = [item for item in self.session.items if isinstance(item, WindowsTest)]
            stash[_STASH] = InWine([item.nodeid for item in chosen])
        problems = stash[_STASH].problems_of(self.nodeid)
        if problems:
            raise FailedOnWindows("\n".join(problems))

    def repr_failure(self, excinfo, style=None):
        if excinfo.errisinstance(FailedOnWindows):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self):
        return self.path, self._line, f"in Wine: {self.name}"


class FailedOnWindows(Exception):
    """Its text is what pytest says there."""


class InWine:
    """The one run there; its reporter is ``tests/windows/conftest.py``."""

    def __init__(self, tests):
        self._desktop = WineDesktop()
        self._desktop.__enter__()
        self._report = self._desktop.folder / "report.jsonl"
        self._report.touch()
        self._output = self._desktop.folder / "output"
        command = [*self._desktop.python, "-m", "pytest", "-p", "no:cacheprovider", *tests]
        with self._output.open("wb") as output:
            self._process = self._desktop.start(
                command,
                cwd=PROJECT,
                stdout=output,
                env={REPORT: windows_path(self._report)},
            )

    def close(self):
        self._desktop.__exit__()

    def problems_of(self, test):
        """Wait until all cases of a test are over; return what went wrong."""
        started = self._wait(
            lambda lines: next((x for x in lines if "tests" in x), None), START_WITHIN_S
        )
        cases = {case for case in started["tests"] if case.partition("[")[0] == test}
        if not cases:
            return [f"{test} was not found there"]
        lines = self._wait(
            lambda lines: lines if cases <= {x.get("over") for x in lines} else None, END_WITHIN_S
        )
        return [x["problem"] for x in lines if x.get("test") in cases]

    def _wait(self, found, seconds):
        deadline = time.monotonic() + seconds
        while True:
            ended = self._process.poll() is not None
            whole, _, _ = self._report.read_text("utf-8").rpartition("\n")
            if (value := found([json.loads(line) for line in whole.splitlines()])) is not None:
                return value
            if ended or time.monotonic() > deadline:
                said = self._output.read_text("utf-8", errors="replace")[-8000:]
                what = "has ended" if ended else f"has not come so far in {seconds} s"
                raise FailedOnWindows(f"pytest in Wine {what}:\n{said}")
            try:
                self._process.wait(0.05)
            except subprocess.TimeoutExpired:
                continue


def end_after(item, nextitem):
    """Take Wine down after the last test that runs there."""
    stash = item.session.stash
    if not isinstance(nextitem, WindowsTest) and _STASH in stash:
        stash[_STASH].close()
        del stash[_STASH]
