"""What an account is given: classes, filters, and what is left out."""

import pytest

from traydial.domain.manager_account import (
    filters,
    knows_advanced_filters,
    name_of,
    section,
    usual,
    wanted,
)
from traydial.domain.privileges import PRIVILEGES


@pytest.mark.parametrize(
    ("version", "knows"),
    [
        ("16.28.0~dfsg-0+deb11u4", False),
        ("18.25.0", False),
        ("18.26.4", True),
        ("20.10.0", False),
        ("20.11.0", True),
        ("21.5.0", False),
        ("22.0.0", False),
        ("22.10.1", True),
        ("22", True),
        ("16", False),
        ("23.0.0", True),
        ("certified-18.9-cert14", False),
        ("GIT-master", False),
        ("", False),
    ],
)
def test_the_version_decides_how_filters_are_written(version, knows):
    assert knows_advanced_filters(version) is knows


def test_filters_name_each_phone_and_the_events_that_features_show():
    privileges = wanted(["presence"])
    assert filters("22.10.1", ["PJSIP/7001", "SIP/7002"], privileges) == [
        "eventfilter(header(Channel),method(starts_with)) = PJSIP/7001-",
        "eventfilter(header(DestChannel),method(starts_with)) = PJSIP/7001-",
        "eventfilter(header(Channel),method(starts_with)) = SIP/7002-",
        "eventfilter(header(DestChannel),method(starts_with)) = SIP/7002-",
        "eventfilter(name(FullyBooted)) =",
        "eventfilter(name(ExtensionStatus)) =",
    ]
    assert filters("16.28.0", ["PJSIP/7001"], wanted(["park"])) == [
        "eventfilter = Channel: PJSIP/7001-",
        "eventfilter = DestChannel: PJSIP/7001-",
        "eventfilter = Event: FullyBooted",
        "eventfilter = Event: ParkedCall",
        "eventfilter = Event: ParkedCallTimeOut",
        "eventfilter = Event: ParkedCallGiveUp",
        "eventfilter = Event: UnParkedCall",
    ]


def test_the_usual_features_open_nothing_that_is_a_decision():
    text = section("traydial-7001", "22.10.1", ["PJSIP/7001"], usual())
    lines = text.splitlines()
    assert "[traydial-7001]" in lines
    (write,) = (line for line in lines if line.startswith("write = "))
    assert {*write.removeprefix("write = ").split(",")} == {"call", "originate", "agent", "user"}
    assert ";   record: call,system" in lines
    assert "secret = PUT-A-LONG-RANDOM-TEXT-HERE" in lines


def test_what_is_wanted_is_named_and_nothing_else_is_opened():
    text = section("u", "22", ["PJSIP/1"], wanted(["dial"]))
    assert "read = system,call\nwrite = call,originate\n" in text
    everything = section("u", "22", ["PJSIP/1"], wanted(["all"]))
    assert "Left out" not in everything
    assert wanted(["usual", "see-calls"]) == usual()


def test_each_feature_has_a_name_of_its_own():
    assert len({name_of(p.ability) for p in PRIVILEGES}) == len(PRIVILEGES)
    with pytest.raises(ValueError, match="dialing"):
        wanted(["dialing"])


def test_a_hostile_version_stays_in_its_comment():
    text = section("u", "22\nwrite = all\r\n;" + "x" * 100, ["PJSIP/1"], usual())
    assert text.count("\nwrite = ") == 1
    assert len(text.splitlines()[0]) < 100


def test_what_each_word_allows_besides_stands_in_it():
    text = section("desk", "22", ["PJSIP/7001"], usual())
    assert ";   write = originate: much more than dialling: treat it like system\n" in text
    assert ";   write = system:" not in text
