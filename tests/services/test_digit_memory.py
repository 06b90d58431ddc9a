import stat

import pytest

from traydial.domain.remembered import Remembered
from traydial.services.digit_memory import KEPT, DigitMemory


def test_digits_are_kept_for_the_next_start_and_for_nobody_else(tmp_path):
    file = tmp_path / "digits.json"
    memory = DigitMemory(file)
    memory.keep("+4930123456", Remembered("1,,4321", by_itself=True))
    memory.keep("7800", Remembered("99#"))
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    again = DigitMemory(file)
    assert again.of("+4930123456") == Remembered("1,,4321", by_itself=True)
    again.keep("7800", None)
    assert DigitMemory(file).of("7800") is None
    assert DigitMemory(file).of("+4930123456") is not None


def test_what_cannot_be_keyed_is_not_kept(tmp_path):
    memory = DigitMemory(tmp_path / "digits.json")
    memory.keep("7800", Remembered("no digits"))
    memory.keep("", Remembered("1"))
    assert memory.of("7800") is memory.of("") is None
    assert not (tmp_path / "digits.json").exists()


def test_the_oldest_goes_first():
    memory = DigitMemory(None)
    for number in range(KEPT + 1):
        memory.keep(str(number), Remembered("1"))
    assert memory.of("0") is None
    assert memory.of("1") == memory.of(str(KEPT)) == Remembered("1")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[",
        "[]",
        "null",
        '{"7800": "1"}',
        '{"7800": {"digits": 1}}',
        '{"7800": {"digits": "x"}}',
    ],
)
def test_a_damaged_file_remembers_nothing(tmp_path, text):
    file = tmp_path / "digits.json"
    file.write_text(text)
    assert DigitMemory(file).of("7800") is None


def test_only_a_plain_yes_sends_by_itself(tmp_path):
    file = tmp_path / "digits.json"
    file.write_text('{"7800": {"digits": "1", "by_itself": "yes"}}')
    assert DigitMemory(file).of("7800") == Remembered("1")


def test_a_folder_that_cannot_be_written_loses_nothing_of_this_run(tmp_path):
    (tmp_path / "file").touch()
    memory = DigitMemory(tmp_path / "file" / "digits.json")
    memory.keep("7800", Remembered("1"))
    assert memory.of("7800") == Remembered("1")
