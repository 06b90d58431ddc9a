from dataclasses import replace

from traydial.domain.calls import Call, Direction, Phase, find, in_front


def test_a_call_is_found_by_any_of_its_legs():
    call = Call("1", Direction.OUT, Phase.CALLING, 1.0, "555", legs=("2", "1"))
    calls = {"1": call}
    assert find(calls, "1") == find(calls, "2") == call
    assert find(calls, "3") is None


def test_the_call_that_the_user_is_on_is_in_front_of_those_that_wait_or_ring():
    held = Call("1", Direction.IN, Phase.HELD, 1.0)
    talks = Call("2", Direction.IN, Phase.TALKING, 2.0)
    rings = Call("3", Direction.IN, Phase.RINGING, 3.0)
    dialled = Call("4", Direction.OUT, Phase.OWN_RINGING, 4.0)
    over = Call("5", Direction.OUT, Phase.ENDED, 5.0)

    def front(*calls):
        found = in_front({call.key: call for call in calls})
        return found.key if found else None

    assert front(held, talks, rings, over) == "2"
    assert front(talks, replace(held, key="9")) == "2"
    assert front(held, rings, dialled) == front(talks, dialled) == "4"
    assert front(held, rings, over) is None
    assert front() is None
