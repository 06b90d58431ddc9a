import pytest

from traydial.domain.remembered import MOST, Remembered, is_keyable, with_pauses


@pytest.mark.parametrize(
    ("keyed", "answered", "written"),
    [
        ([(0.0, "1"), (0.4, "2"), (0.9, "3")], None, "123"),
        ([(3.0, "1"), (7.1, "4321")], 0.0, ",,1,,4321"),
        ([(0.0, "1"), (90.0, "2")], None, "1,,,,,,,,,2"),  # somebody has thought it over
        ([(600.0, "1")], 0.0, ",,,,,1"),
        ([(0.0, "1")], 5.0, "1"),  # clocks may go back
        ([(n / 10, "1") for n in range(MOST + 1)], None, ""),  # nobody means all of that
        ([], 0.0, ""),
    ],
)
def test_pauses_are_written_as_commas(keyed, answered, written):
    assert with_pauses(keyed, answered) == written


@pytest.mark.parametrize(
    ("digits", "so"),
    [("1,,4321", True), ("*#AD", True), (",,", False), ("", False), ("1a", False), ("1\n", False)],
)
def test_what_can_be_keyed(digits, so):
    assert is_keyable(digits) is so


def test_on_request_nothing_is_waited_for_first():
    assert Remembered(",,1,2").on_request == "1,2"
