"""The admin guide says what is true of this program."""

import re
from pathlib import Path

from traydial.ami.actions import ACTIONS, EVENT_MASK
from traydial.domain.asterisk_versions import HOLES
from traydial.domain.manager_account import section, usual

ROOT = Path(__file__).parents[1]
GUIDE = (ROOT / "resources" / "docs" / "admin-guide.md").read_text(encoding="utf-8")
PROGRAM = [
    path.read_text(encoding="utf-8")
    for folder in ("ami", "services", "app")
    for path in sorted((ROOT / "desktop" / "traydial" / folder).rglob("*.py"))
]


def test_every_hole_stands_in_it_with_its_source_and_what_closes_it():
    for hole in HOLES:
        closed = ", ".join(hole.fixed.values())
        assert f"| [{hole.name}]({hole.source}) | {hole.what} | {closed} |" in GUIDE


def test_what_is_never_sent_is_never_sent():
    told = re.search(r"It never sends (.*)\.", GUIDE)
    never = set(re.findall(r"`(\w+)`", told[1]))
    assert len(never) > 10
    assert not never & ACTIONS
    for source in PROGRAM:
        assert not never & set(re.findall(r'(?:perform|collect)\(\s*"(\w+)"', source))


def test_every_action_that_is_sent_is_one_of_those_that_are_named():
    sent = {
        name for text in PROGRAM for name in re.findall(r'\.(?:perform|collect)\(\s*"(\w+)"', text)
    }
    assert {"Originate", "Login", "GetConfig"} <= sent
    assert sent <= ACTIONS


def test_the_applications_that_are_named_are_those_that_are_started():
    started = {name for text in PROGRAM for name in re.findall(r'\("Application", "(\w+)"\)', text)}
    assert started == {"ParkedCall", "Wait", "ChanSpy"}
    assert all(f"`{name}`" in GUIDE for name in started)


def test_the_classes_asked_for_are_told():
    assert f"`{EVENT_MASK}`" in GUIDE


def test_the_account_is_the_one_that_the_program_prints():
    printed = section("traydial-7001", "22.10", ["PJSIP/7001"], usual())
    shown = {line.partition(";")[0].strip() for line in GUIDE.splitlines()}
    lines = {line.partition(";")[0].strip() for line in printed.splitlines()} - {""}
    assert {line for line in lines if not line.startswith("secret =")} <= shown
    assert "[traydial-7001]" in lines
