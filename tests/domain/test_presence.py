import pytest

from traydial.domain.presence import Presence, is_removed, presence_of


@pytest.mark.parametrize(
    ("status", "presence"),
    [
        ("0", Presence.IDLE),
        ("1", Presence.IN_USE),
        ("2", Presence.BUSY),
        ("3", Presence.BUSY),
        ("4", Presence.UNAVAILABLE),
        ("8", Presence.RINGING),
        ("9", Presence.IN_USE),
        ("16", Presence.ON_HOLD),
        ("17", Presence.IN_USE),
        ("24", Presence.RINGING),
        ("-1", Presence.UNKNOWN),
        ("-2", Presence.UNKNOWN),
        ("32", Presence.UNKNOWN),
        ("", Presence.UNKNOWN),
        ("idle", Presence.UNKNOWN),
    ],
)
def test_the_bits_of_a_status(status, presence):
    assert presence_of(status) is presence


def test_only_idle_is_free():
    assert [p for p in Presence if p.free] == [Presence.IDLE]


def test_a_hint_that_is_gone():
    assert is_removed("-2")
    assert not is_removed("-1")
