"""Tests of which holes a version of Asterisk has."""

import pytest

from traydial.domain.asterisk_versions import HOLES, open_holes, parse_version

ORIGINATE = "CVE-2024-42365"


def names(text):
    return [hole.name for hole in open_holes(parse_version(text))]


@pytest.mark.parametrize(
    ("text", "shown", "repackaged"),
    [
        ("22.10.1+dfsg+~cs6.17.60671434-1", "22.10.1", True),
        ("16.28.0~dfsg-0+deb11u4", "16.28.0", True),
        ("certified/18.9-cert11", "18.9-cert11", False),
        ("certified-20.7-cert2", "20.7-cert2", False),
        ("20.9.2", "20.9.2", False),
    ],
)
def test_versions_are_read_as_they_are_told(text, shown, repackaged):
    version = parse_version(text)
    assert (str(version), version.repackaged) == (shown, repackaged)


@pytest.mark.parametrize("text", ["", "GIT-master-abc", "\x00" * 500])
def test_what_is_no_version_is_none(text):
    assert parse_version(text) is None


@pytest.mark.parametrize(
    ("text", "is_open"),
    [
        ("18.24.1", True),
        ("18.24.2", False),
        ("20.9.1", True),
        ("20.9.2", False),
        ("20.10.0", False),  # not before 20.9: these are numbers
        ("21.4.1", True),
        ("21.4.2", False),
        ("22.0.0", False),
        ("19.8.1", True),  # ended before it was found
        ("16.30.1", True),
        ("certified/18.9-cert10", True),
        ("certified/18.9-cert11", False),
        ("certified/20.7-cert1", True),
        ("certified/20.7-cert2", False),
        ("certified/22.8-cert1", False),
    ],
)
def test_who_may_originate_may_write_the_configuration(text, is_open):
    assert (ORIGINATE in names(text)) is is_open


def test_the_newest_releases_have_no_hole_that_is_known():
    assert [names(text) for text in ("20.20.1", "22.10.1", "23.4.1")] == [[], [], []]


def test_every_fix_is_a_version_of_its_branch_and_every_hole_has_a_source():
    for hole in HOLES:
        assert hole.source.startswith("https://")
        for branch, fixed in hole.fixed.items():
            assert parse_version(fixed).branch == branch
            assert not hole.is_open_in(parse_version(fixed))
