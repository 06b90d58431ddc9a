"""Tests of what gets into a log, and who can read it."""

import logging
import stat

import pytest

from traydial.app.logs import Redacting, set_up_file

NUMBER = "+49301234567"


@pytest.fixture
def log_file(tmp_path):
    root = logging.getLogger()
    before, level = {*root.handlers}, logging.getLogger("traydial").level
    (tmp_path / "data").mkdir(mode=0o755)
    for name in ("traydial.log", "traydial.log.1"):
        (tmp_path / "data" / name).touch(0o644)
    writer = set_up_file(tmp_path / "data", hides_numbers=True)
    yield writer, tmp_path / "data" / "traydial.log"
    for handler in {*root.handlers} - before:
        root.removeHandler(handler)
        handler.close()
    logging.getLogger("traydial").setLevel(level)


@pytest.mark.logs
def test_no_number_and_no_secret_gets_into_the_log_tracebacks_included(log_file):
    writer, file = log_file
    log = logging.getLogger("traydial.test")
    log.info("dialling %s, secret: hunter2", NUMBER)
    log.error("dialling %s", NUMBER, exc_info=ValueError(f"no such number: {NUMBER}"))
    writer.hides_numbers = False
    log.info("now %s", NUMBER)
    *hidden, shown = file.read_text("utf-8").splitlines()
    assert shown.endswith(f"now {NUMBER}")
    assert hidden[0].endswith("dialling …67, secret: ***")
    assert hidden[-1] == "ValueError: no such number: …67"
    assert NUMBER not in "".join(hidden)


def test_the_log_is_the_users_alone_and_so_is_an_older_one(log_file):
    _, file = log_file
    for one in (file, file.with_name("traydial.log.1")):
        assert stat.S_IMODE(one.stat().st_mode) == 0o600


def test_the_time_of_a_line_stays():
    record = logging.LogRecord("traydial", logging.INFO, "", 0, "%s", (NUMBER,), None)
    assert Redacting().format(record).startswith(Redacting().formatTime(record))
