"""No nested event loops and no qasync slots in the program: each has frozen or lost tasks.

Nor QMenu.addMenu: with a text it keeps some kilobytes for ever, and menus are rebuilt all day.
"""

import ast
import re
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "desktop" / "traydial"

BANNED_METHODS = re.compile(r"addMenu|exec_?|processEvents|wait(For|Until)[A-Z]\w*")
BANNED_STATICS = {
    "QFileDialog": re.compile(r"get[A-Z]\w*"),
    "QInputDialog": re.compile(r"get[A-Z]\w*"),
    "QColorDialog": re.compile(r"get[A-Z]\w*"),
    "QFontDialog": re.compile(r"get[A-Z]\w*"),
    "QMessageBox": re.compile(r"about(Qt)?|critical|information|question|warning"),
}
BANNED_NAMES = {"asyncClose", "asyncSlot"}


def banned_uses(source: str) -> list[tuple[int, str]]:
    """Give line and words of each banned use: a name that is only passed on counts too."""
    found = []
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Attribute(attr=name) if name in BANNED_NAMES or BANNED_METHODS.fullmatch(name):
                found.append((node.lineno, ast.unparse(node)))
            case ast.Attribute(value=ast.Name(id=owner) | ast.Attribute(attr=owner), attr=name) if (
                owner in BANNED_STATICS and BANNED_STATICS[owner].fullmatch(name)
            ):
                found.append((node.lineno, ast.unparse(node)))
            case ast.ImportFrom(names=aliases):
                found += [(node.lineno, a.name) for a in aliases if a.name in BANNED_NAMES]
    return sorted(found)


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda p: p.stem)
def test_the_program_has_no_banned_call(path):
    assert banned_uses(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "source",
    [
        "dialog.exec()",
        "menu.addMenu('Recent')",
        "QMenu(self).exec(point)",
        "app.exec_()",
        "socket.waitForConnected(100)",
        "QApplication.processEvents()",
        "QMessageBox.question(None, 'a', 'b')",
        "QtWidgets.QMessageBox.aboutQt(None)",
        "QFileDialog.getOpenFileName()",
        "ask = QInputDialog.getText",
        "from qasync import asyncSlot",
        "@qasync.asyncClose\ndef closeEvent(self, event): ...",
    ],
)
def test_a_banned_call_is_seen(source):
    assert len(banned_uses(source)) == 1


@pytest.mark.parametrize(
    "source",
    [
        "dialog.open()",
        "menu.popup(point)",
        "box = QMessageBox(QMessageBox.Icon.Warning, 'a', 'b')",
        "await asyncio.wait_for(task, 1)",
        "settings.getText()",
        "execute('exec()')",
    ],
)
def test_other_calls_pass(source):
    assert banned_uses(source) == []
