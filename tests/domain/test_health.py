"""When trouble with the phone system is told: once each, with its end, and never a storm."""

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from traydial.domain.health import QUIET_S, SETTLE_S, Ailment, Announcer, Health, News, Part

PHONE, LINE = Ailment(Part.PHONE), Ailment(Part.TRUNK, "sip.example")
RESTART = Ailment(Part.RESTART)


def known(*ailments):
    return Health(frozenset(ailments), is_known=True)


def test_what_lasts_is_told_once_with_its_end():
    announcer = Announcer()
    assert announcer.look(known(PHONE), 100.0) == ([], 100.0 + SETTLE_S)
    assert announcer.look(known(PHONE), 109.0) == ([News(PHONE, is_over=False)], None)
    assert announcer.look(known(PHONE), 500.0) == ([], None)
    assert announcer.look(known(), 600.0) == ([], 600.0 + SETTLE_S)
    assert announcer.look(known(), 608.0) == ([News(PHONE, is_over=True)], None)


def test_what_is_over_at_once_is_no_news():
    announcer = Announcer()
    announcer.look(known(PHONE), 100.0)
    assert announcer.look(known(), 103.0) == ([], None)
    assert announcer.look(known(PHONE), 104.0) == ([], 104.0 + SETTLE_S)


def test_a_restart_is_told_at_once_and_so_is_its_end():
    announcer = Announcer()
    gone = Health(frozenset({RESTART}), is_known=False)
    assert announcer.look(gone, 1.0) == ([News(RESTART, is_over=False)], None)
    assert announcer.look(known(), 30.0) == ([News(RESTART, is_over=True)], None)


def test_while_nobody_tells_nothing_is_over():
    announcer = Announcer()
    announcer.look(known(PHONE, LINE), 0.0)
    announcer.look(known(PHONE, LINE), SETTLE_S)
    assert announcer.look(Health(), 100.0) == ([], None)
    assert announcer.look(Health(), 900.0) == ([], None)
    assert announcer.look(known(LINE), 1000.0) == ([], 1000.0 + SETTLE_S)
    assert announcer.look(known(LINE), 1010.0) == ([News(PHONE, is_over=True)], None)


@settings(deadline=None)
@given(st.lists(st.tuples(st.booleans(), st.floats(0.1, 60.0)), max_size=200))
def test_no_storm_whatever_comes_and_goes(changes):
    announcer, now, told = Announcer(), 0.0, []
    for is_there, pause in changes:
        health = known(PHONE) if is_there else known()
        news, again = announcer.look(health, now)
        told += [(now, piece.is_over) for piece in news]
        while again is not None and again <= now + pause:
            news, later = announcer.look(health, again)
            told += [(again, piece.is_over) for piece in news]
            assert later is None or later > again
            again = later
        now += pause
    assert [over for _, over in told] == [n % 2 == 1 for n in range(len(told))]
    begins = [at for at, over in told if not over]
    # reckoned as the program does: a difference of times is rounded
    assert all(b >= a + QUIET_S for a, b in itertools.pairwise(begins))
