"""Every AMI name the program uses is documented by both real Asterisk versions."""

import ast
from pathlib import Path
from xml.etree import ElementTree

import pytest

from traydial.ami.actions import ACTIONS, EVENTS, NEEDED
from traydial.ami.tracker import Tracker

SOURCES = Path(__file__).parents[2] / "desktop/traydial"


def documented(pbx, element):
    root = ElementTree.parse(pbx.documentation).getroot()
    return {found.get("name") for found in root.iter(element)}


def names_asked_for():
    """Yield the name in every perform("X") and collect("X") of the program."""
    for folder in ("ami", "services"):
        for file in (SOURCES / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                match node:
                    case ast.Call(
                        func=ast.Attribute(attr="perform" | "collect"),
                        args=[ast.Constant(value=str(name)), *_],
                    ):
                        yield name


def names_compared():
    """Yield the name in every ``message.event == "X"`` or ``.event in (…)`` of the program."""
    for folder in ("ami", "services"):
        for file in (SOURCES / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                match node:
                    case ast.Compare(left=ast.Attribute(attr="event"), comparators=[against]):
                        for part in ast.walk(against):
                            if isinstance(part, ast.Constant) and isinstance(part.value, str):
                                yield part.value


@pytest.mark.parametrize(("element", "names"), [("manager", ACTIONS), ("managerEvent", EVENTS)])
def test_asterisk_documents_every_name(pbx, element, names):
    assert not names - documented(pbx, element)


def test_every_name_in_the_code_is_listed():
    asked, compared = {*names_asked_for()}, {*names_compared()} - {""}
    assert asked
    assert asked <= ACTIONS
    assert compared
    assert compared <= EVENTS
    assert Tracker([], "")._handlers.keys() <= EVENTS


def test_what_an_ability_needs_is_listed():
    assert frozenset().union(*NEEDED.values()) <= ACTIONS
