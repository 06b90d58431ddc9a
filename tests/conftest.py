"""Rules for every test: no warning goes unseen, nothing is left running."""

import gc
import importlib.util
import logging
import os
import sys
import threading

import pytest

pytest.register_assert_rewrite("tests.live.office")  # before anybody imports it
os.environ.setdefault("QT_QPA_PLATFORM", "windows" if sys.platform == "win32" else "offscreen")
os.environ["LC_ALL"] = "C.UTF-8"  # what is compared is English
for _name in ("LANGUAGE", "QT_API", "TRAYDIAL_SECRET", "TRAYDIAL_DEBUG"):
    os.environ.pop(_name, None)


if importlib.util.find_spec("hypothesis"):  # not within Wine
    from hypothesis import settings

    # each run tries the same: what is new is looked for by ``make fuzz``, and kept
    settings.register_profile("alike", derandomize=True)
    settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "alike"))


def pytest_collection_modifyitems(config, items):
    """Keep together what shares a PBX, a Wine or a server: ``make test`` runs several at once."""
    if not config.pluginmanager.hasplugin("xdist"):
        return  # within Wine
    for item in items:
        item.add_marker(pytest.mark.xdist_group(_place(item)))


def _place(item):
    file = item.path.relative_to(item.config.rootpath / "tests")
    version = getattr(item, "callspec", None) and item.callspec.params.get("pbx")
    if version:
        return f"Asterisk {version}"
    if file.parts[0] in ("windows", "desktop"):
        return file.parts[0]
    return str(file)


@pytest.fixture(autouse=True)
def _garbage_stays_in_this_thread():
    """Collect it between tests: widgets and their timers must not be freed by a thread."""
    gc.disable()
    yield
    due = zip(gc.get_count(), gc.get_threshold(), strict=True)
    generations = [n for n, (count, most) in enumerate(due) if count > most]
    if generations:
        gc.collect(generations[-1])


class _Collector(logging.Handler):
    def __init__(self):
        super().__init__(logging.WARNING)
        self.lines = []

    def emit(self, record):
        self.lines.append(self.format(record))


@pytest.fixture(autouse=True)
def _no_warning_in_the_log(request):
    """Fail a test during which something logged a warning, unless it is marked ``logs``."""
    collector = _Collector()
    root = logging.getLogger()
    before, level = [*root.handlers], root.level
    root.addHandler(collector)
    yield
    root.handlers[:] = before  # a command that ran in here has its own, on a stream of this test
    root.setLevel(level)
    if request.node.get_closest_marker("logs") is None:
        assert collector.lines == []


@pytest.fixture(autouse=True)
def _no_thread_left():
    before = {*threading.enumerate()}
    yield
    left = [t for t in threading.enumerate() if t not in before and not t.daemon]
    for thread in left:
        thread.join(2.0)
    assert [t for t in left if t.is_alive()] == []


@pytest.fixture(autouse=True)
def _no_widget_left():
    yield
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance()
    if isinstance(app, QApplication):
        app.sendPostedEvents(None, 52)  # QEvent.DeferredDelete: what was deleteLater-ed goes now
        visible = [w for w in app.topLevelWidgets() if w.isVisible()]
        assert visible == []
