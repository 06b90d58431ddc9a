"""Tests of knowing when nobody watched."""

import stat

import pytest

from traydial.app.watching import FILE_NAME, SHORTEST_S, Watching
from traydial.domain.connection import Connection, Link
from traydial.domain.history import Gap
from traydial.domain.store import Store


class Run:
    """One run of the program."""

    def __init__(self, folder, now=0.0):
        self.now, self.gaps = now, []
        self.file = folder / FILE_NAME
        self.connection = Store(Connection())
        self.it = Watching(self.file, self.connection, self.gaps.append, lambda: self.now)

    def link(self, link, at):
        self.now = at
        self.connection.set(Connection(link, at))


def test_a_link_that_is_away_leaves_a_gap_and_a_hiccup_does_not(tmp_path):
    run = Run(tmp_path)
    run.link(Link.ONLINE, 100.0)
    assert run.gaps == []  # nobody has watched before: nothing was missed
    run.link(Link.OFFLINE, 200.0)
    run.link(Link.ONLINE, 200.0 + SHORTEST_S - 1)
    assert run.gaps == []
    run.link(Link.OFFLINE, 1000.0)
    run.link(Link.CONNECTING, 1100.0)
    run.link(Link.ONLINE, 2000.0)
    assert run.gaps == [Gap(1000.0, 2000.0)]


@pytest.mark.parametrize(("closes", "since"), [(True, 500.0), (False, 100.0)])
def test_so_does_a_program_that_was_not_there(tmp_path, closes, since):
    before = Run(tmp_path)
    before.link(Link.ONLINE, 100.0)
    before.now = 500.0
    if closes:
        before.it.close()
    assert stat.S_IMODE(before.file.stat().st_mode) == 0o600
    after = Run(tmp_path)
    after.link(Link.CONNECTING, 900.0)
    after.link(Link.ONLINE, 950.0)
    assert after.gaps == [Gap(since, 950.0)]


def test_what_is_not_watched_is_not_noted(tmp_path):
    run = Run(tmp_path)
    run.link(Link.OFFLINE, 100.0)
    run.it.close()
    assert not run.file.exists()


def test_a_damaged_file_means_that_nothing_is_known(tmp_path):
    (tmp_path / FILE_NAME).write_text("soon\n")
    run = Run(tmp_path)
    run.link(Link.ONLINE, 100.0)
    assert run.gaps == []
