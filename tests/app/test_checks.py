"""What ``traydial doctor`` says of the program that is started for calls."""

import pytest

from traydial.app.checks import check_program
from traydial.domain.pop_settings import PopSettings
from traydial.domain.settings import Settings


@pytest.mark.parametrize(("program", "ok"), [("sh", True), ("no-such-program", False)])
def test_the_program_for_calls_is_looked_for(program, ok):
    settings = Settings(pop=PopSettings(command=(program, "{name}")))
    check = check_program(settings, {"PATH": "/bin"})
    assert (check.ok, check.what) == (ok, f"Program for calls: {program}")
    assert ok or "no such program" in str(check.error)


def test_where_none_is_wanted_nothing_is_said():
    assert check_program(Settings(), {"PATH": "/bin"}) is None
