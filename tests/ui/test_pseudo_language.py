"""Every window in a language that nobody speaks, from right to left.

Each text of the program stands in brackets then: what has none was never looked up. And the
windows run the other way, as they would in Arabic.
"""

import ast
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

import traydial
from tests import screens
from tests.ui.people import Office, incoming, talking
from traydial.domain.language import ENGLISH, Speech, speak

UI = Path(traydial.__file__).parent / "ui"
TELL = ("text", "title", "windowTitle", "toolTip", "accessibleName", "accessibleDescription")
NAMES = {"Traydial", "Traydial:"}


def in_brackets(text, comment, n):
    return f"⟦{ENGLISH.text(text, comment, n)}⟧"


class Studio(screens.Studio):
    def settle(self, ms=0):
        QApplication.processEvents()

    def windows(self):
        return None


@pytest.fixture
def studio(qapp, tmp_path):
    palette, direction = qapp.palette(), qapp.layoutDirection()
    speak(lambda: Speech(in_brackets, str))
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield Studio(qapp, "light", tmp_path, "")
    speak(lambda: ENGLISH)
    qapp.setLayoutDirection(direction)
    qapp.setPalette(palette)


@pytest.fixture(scope="module")
def words_of_the_program():
    """Return the words that stand in the code of the windows, whatever they are there for."""
    words = set()
    for path in UI.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                words |= {part.strip(" ,:…") for part in re.split(r"[·\n]|, ", node.value)}
    return {word for word in words if re.search(r"[A-Za-z]{3}", word)} - NAMES


def filled(office, *path):
    """Fill the menu as it is when it opens; this platform has no keyboard to grab for it."""
    office.desk.tray.menu.aboutToShow.emit()


def told(widget):
    for one in (widget, *widget.findChildren(QWidget)):
        if isinstance(one, QLineEdit | QPlainTextEdit):
            yield one.placeholderText()
            yield one.accessibleName()
            continue
        for name in TELL:
            tell = getattr(one, name, None)
            if callable(tell):
                yield str(tell())
        if isinstance(one, QComboBox):
            yield from (one.itemText(row) for row in range(one.count()))
        for action in one.actions():
            yield action.text()
        if isinstance(one, QAbstractItemView) and one.model() is not None:
            model = one.model()
            for row in range(model.rowCount()):
                index = model.index(row, 0)
                yield str(index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data() or "")


def bare(text):
    """Return the parts of a text that stand in no brackets."""
    while re.search(r"⟦[^⟦⟧]*⟧", text):
        text = re.sub(r"⟦[^⟦⟧]*⟧", "\n", text)
    return {part.strip(" ,:…()") for part in re.split(r"[·\n\t]|, |: ", text)}


@pytest.mark.parametrize("name", sorted(screens.scenes()))
def test_no_text_is_left_in_english(studio, words_of_the_program, name, monkeypatch):
    monkeypatch.setattr(screens, "menu", filled)
    before = QApplication.topLevelWidgets()  # of other tests, in English
    office = Office()
    office.studio = studio
    try:
        screens.scenes()[name](office)
        english = {
            part
            for window in QApplication.topLevelWidgets()
            if window not in before
            for text in told(window)
            for part in bare(text) & words_of_the_program
        }
        assert not english
    finally:
        office.close()


def test_a_card_runs_from_right_to_left(studio):
    office = Office()
    try:
        office.calls.set({"1": talking(incoming())})
        card = office.desk.stack.cards[0]
        buttons = {
            button.text(): button for button in card.findChildren(QWidget) if _has_text(button)
        }
        where = {text: button.mapTo(card, QPoint()).x() for text, button in buttons.items()}
        assert where["⟦Hang up⟧"] < where["⟦Transfer…⟧"] < where["⟦Record⟧"]
    finally:
        office.close()


def _has_text(widget):
    return hasattr(widget, "clicked") and widget.isVisible() and bool(widget.text())


def test_the_keypad_stays_as_every_telephone_has_it(studio):
    office = Office()
    office.studio = studio
    try:
        screens.keypad(office)
        pad = office.desk._picker
        one, two, four = (pad.keys[digit].mapTo(pad, QPoint()) for digit in "124")
        assert one.x() < two.x()
        assert one.y() < four.y()
    finally:
        office.close()
