"""The page on security names tests that there are."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
NAMED = re.findall(
    r"`(tests/[\w/]+\.py)(?:::(\w+))?`", (ROOT / "resources/security.md").read_text()
)


def test_it_names_many():
    assert len(NAMED) > 30


@pytest.mark.parametrize(("file", "name"), sorted({*NAMED}))
def test_each_exists(file, name):
    tree = ast.parse((ROOT / file).read_text("utf-8"))
    functions = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    assert not name or name in functions
