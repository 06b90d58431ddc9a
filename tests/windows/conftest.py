"""Tests of Windows run on Windows: ``pytest tests/windows``; elsewhere the same words use Wine."""

import json
import os
import sys

import pytest

if sys.platform == "win32":
    REPORT = os.environ.get("TRAYDIAL_TEST_REPORT")

    from tests.windows.copies import PYTHONW, Profile, wait
    from traydial.app.demo import DemoThread, office

    @pytest.fixture(scope="module")
    def demo():
        """Yield a demo PBX that runs."""
        with DemoThread(office(None)) as thread:
            yield thread

    @pytest.fixture
    def profile(tmp_path, demo):
        """Yield a profile of a user of that PBX; its running copy ends with the test."""
        it = Profile(tmp_path / "Ünser Profil", demo)
        yield it
        it.kill()

    @pytest.fixture(scope="module")
    def running(tmp_path_factory, demo):
        """Yield a profile whose copy runs, without a console as on a user's desktop."""
        it = Profile(tmp_path_factory.mktemp("profile"), demo)
        it.start(python=PYTHONW)
        wait(it.pids)
        assert it.run("status")[0] == 0
        yield it
        it.kill()

    def pytest_collection_finish(session):
        _tell(tests=[item.nodeid for item in session.items])

    def pytest_runtest_logreport(report):
        if report.outcome != "passed":
            _tell(test=report.nodeid, problem=_problem(report))

    def pytest_runtest_logfinish(nodeid):
        _tell(over=nodeid)

    def _problem(report):
        told = [report.longreprtext or str(report.longrepr)]
        return "\n".join([*told, *(f"--- {name}\n{text}" for name, text in report.sections)])

    def _tell(**what):
        if REPORT:
            with open(REPORT, "a", encoding="utf-8", newline="\n") as report:  # noqa: PTH123
                report.write(json.dumps(what) + "\n")

else:
    from tests.wine.collect import WindowsModule, WindowsTest, end_after

    def pytest_pycollect_makemodule(module_path, parent):
        return WindowsModule.from_parent(parent, path=module_path)

    @pytest.hookimpl(trylast=True)
    def pytest_runtest_teardown(item, nextitem):
        if isinstance(item, WindowsTest):
            end_after(item, nextitem)
