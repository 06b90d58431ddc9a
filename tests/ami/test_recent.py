"""What is kept of what passed lately, and for how long."""

from itertools import count

from traydial.ami.recent import BLOCK, Recent


def texts(recent):
    return [None if said is None else said.text for said in recent.messages()]


def test_all_is_kept_in_order_while_there_is_room():
    recent = Recent(clock=count(1.0).__next__)
    recent(True, "Action: Login\r\nSecret: hush-hush")
    for n in range(3):
        recent(False, f"Event: {n}\r\n" + "x" * BLOCK)
    recent(False, "Event: last")
    assert texts(recent)[0] == "Action: Login\nSecret: ***"
    assert [text[:8] for text in texts(recent)[1:]] == [
        "Event: 0",
        "Event: 1",
        "Event: 2",
        "Event: l",
    ]
    assert [said.at for said in recent.messages()] == [1.0, 2.0, 3.0, 4.0, 5.0]


def noise(n):
    """Return a text that cannot be made shorter by much."""
    import random

    return f"Event: {n}\r\n" + random.Random(n).randbytes(BLOCK // 2).hex()


def test_the_oldest_goes_but_what_was_read_at_login_stays():
    now = [0.0]
    recent = Recent(clock=lambda: now[0], most=6 * BLOCK)
    for login in range(2):
        now[0] += 1000
        recent(True, "Action: Challenge\r\nAuthType: MD5")
        recent(False, f"Challenge: {login}")
        recent(True, "Action: Login\r\nKey: 0")
        recent(False, noise(-1))
        now[0] += 60
        for n in range(100):
            recent(False, noise(n))
    kept = texts(recent)
    assert kept[:4] == [
        "Action: Challenge\nAuthType: MD5",
        "Challenge: 1",
        "Action: Login\nKey: ***",
        noise(-1),
    ]
    assert kept[4] is None
    assert kept[-1] == noise(99)
    assert 3 < len(kept) - 5 < 20
    assert kept[5:] == [noise(n) for n in range(100 - len(kept) + 5, 100)]


def test_a_login_that_has_much_to_read_leaves_room_for_the_rest():
    recent = Recent(clock=lambda: 5.0, most=6 * BLOCK)
    recent(True, "Action: Login\r\nSecret: x")
    for n in range(50):
        recent(False, noise(n))
    kept = texts(recent)
    assert kept[0] == "Action: Login\nSecret: ***"
    assert kept.count(None) == 1
    assert kept[-1] == noise(49)
