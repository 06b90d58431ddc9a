"""Tests of what an account must be allowed."""

from pathlib import Path

import pytest

from traydial.domain.privileges import PRIVILEGES, Ability, abilities, markdown, refused

GUIDE = Path(__file__).parents[2] / "resources" / "docs" / "admin-guide.md"


def test_the_admin_guide_has_the_table_that_the_program_goes_by():
    assert markdown() in GUIDE.read_text(encoding="utf-8")


def test_every_ability_has_one_line():
    assert [p.ability for p in PRIVILEGES] == [*Ability]


@pytest.mark.parametrize("privilege", PRIVILEGES, ids=lambda p: p.ability.name)
def test_an_ability_is_held_with_all_its_actions_alone(privilege):
    assert privilege.ability in abilities(frozenset(a.upper() for a in privilege.actions))
    assert privilege.ability not in abilities(frozenset(privilege.actions[1:]))


@pytest.mark.parametrize(
    ("action", "ability"),
    [
        ("Originate", Ability.DIAL),
        ("MixMonitor", Ability.RECORD),
        ("StopMixMonitor", Ability.RECORD),
        ("MixMonitorMute", Ability.PAUSE_RECORDING),
        ("Redirect", Ability.TRANSFER),
    ],
)
def test_a_refused_action_tells_what_is_lost(action, ability):
    assert refused(action).ability is ability


def test_nothing_is_known_of_a_strange_action():
    assert refused("Reload") is None
