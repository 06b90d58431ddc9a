"""Every AMI name the program uses is documented by both real Asterisk versions."""

import ast
import asyncio
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.pbx.rawami import RawAmi
from traydial.ami.actions import ACTIONS, EVENTS
from traydial.ami.tracker import Tracker
from traydial.domain.privileges import PRIVILEGES

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
    assert {action for privilege in PRIVILEGES for action in privilege.actions} <= ACTIONS


def test_the_classes_we_name_are_those_the_actions_take(pbx):
    async def scenario():
        async with RawAmi.connect(pbx) as ami:
            return await ami.action("ListCommands")

    listed = asyncio.run(scenario())
    classes = {
        name.lower(): {*priv[1].split(",")}
        for name, text in listed.items()
        if (priv := re.search(r"\(Priv: (.+?)\)", text))
    }
    for privilege in PRIVILEGES:
        # what one version lacks, its accounts are not offered
        needed = [classes[a.lower()] for a in privilege.actions if a.lower() in classes]
        named = {*privilege.write, "<none>"}
        assert all(any_of & named for any_of in needed), privilege
        for one in privilege.write:  # and each of them is needed
            assert any(not any_of & (named - {one}) for any_of in needed), privilege
