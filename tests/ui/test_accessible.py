"""Everybody can use every window: by keys alone, with large letters, read by a screen reader."""

from collections import Counter

import pytest
from PySide6.QtCore import QAbstractAnimation, QPoint, Qt
from PySide6.QtGui import QAccessible, QColor, QFont, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QWidget,
)

from tests.screens import palette_of, scenes
from traydial.domain.calls import Recording
from traydial.domain.presence import Presence
from traydial.ui import look
from traydial.ui.actions import Grade
from traydial.ui.book import WORDS as PRESENCES
from traydial.ui.card_parts import LAMP_WORDS
from traydial.ui.check_line import LIGHTS
from traydial.ui.keypad import Keypad
from traydial.ui.suggestion_list import SuggestionList

WITH_KEYS = [
    "keypad",
    "transfer-presence",
    "forward-now",
    "dial-box-presence",
    "dial-box-bad",
    "history",
    "history-empty",
    "trayless",
    "doctor",
    "settings-pairing-found",
    "settings-dialling",
    "settings-links",
    "settings-keys",
    "settings-recording",
    "settings-queues",
    "settings-contacts",
    "settings-contacts-directory",
    "settings-page",
    "settings-forwarding",
    "settings-certificate",
    "settings-wrong",
    "assistant-system",
    "assistant-account",
    "assistant-phone",
    "assistant-numbers",
    "assistant-try",
]
# they come by themselves, and somebody may be typing
WITHOUT = [
    "incoming-answer",
    "incoming-note",
    "missed",
    "talking",
    "not-permitted",
    "outgoing-busy",
    "consult",
    "on-hold-two",
    "several-swap",
    "question-free",
    "question-premium",
    "question-many",
    "notice",
    "notice-saved",
    "transferred-back",
]
CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
)


class Eyes:
    """Stands in for the studio of the pictures."""

    dark = False

    def settle(self, ms=0):
        QApplication.processEvents()


@pytest.fixture
def opened(offices):
    """Return what opens a scene and gives its windows, the one with the keyboard last."""

    def open_scene(name):
        office = offices()
        office.studio = Eyes()
        scenes()[name](office)
        office.driver.step(20)
        for _ in range(5):  # one line makes room for the next
            QApplication.processEvents()
        windows = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
        return sorted(windows, key=takes_keys)

    return open_scene


def takes_keys(window):
    return not window.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus


def within(window, kind):
    """Return the parts of a kind that are seen, but for what other parts are made of."""
    return [
        part
        for part in window.findChildren(QWidget)
        if isinstance(part, kind)
        and part.isVisible()
        and not isinstance(part.parent(), QAbstractSpinBox | QComboBox)
    ]


def spoken(widget):
    """Return what a screen reader says of it: what it is and what it is called."""
    told = QAccessible.queryAccessibleInterface(widget)
    return told.role(), told.text(QAccessible.Text.Name).strip()


def by_tab(window):
    """Return what the Tab key goes through, from where it stands, once around."""
    window.activateWindow()
    QApplication.processEvents()
    seen = [QApplication.focusWidget() or window]
    while True:
        QTest.keyClick(seen[-1], Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        assert now is not None, f"the keyboard is lost after {spoken(seen[-1])}"
        if now in seen:
            return seen[seen.index(now) :]
        seen.append(now)


def by_other_keys(control, reached):
    """Tell whether a key that needs no Tab does it: arrows, or the digit itself."""
    if isinstance(control, QRadioButton):
        return any(isinstance(other, QRadioButton) for other in reached)
    return isinstance(control, SuggestionList) or isinstance(control.window(), Keypad)


@pytest.mark.parametrize("scene", WITH_KEYS)
def test_keys_alone_reach_everything_and_esc_closes(opened, scene):
    window = opened(scene)[-1]
    assert takes_keys(window)
    assert unnamed(window) == []
    reached = by_tab(window)
    left = [
        spoken(control)
        for control in within(window, CONTROLS)
        if control.isEnabled() and control not in reached
        if not by_other_keys(control, reached)
    ]
    assert left == []
    for _ in range(2):  # the first may warn of what would be lost
        if window.isVisible() and not window.isMinimized():
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not window.isVisible() or window.isMinimized()


@pytest.mark.parametrize(
    ("scene", "names"),
    [
        ("settings-dialling", ["Pages", "Try a number", "Country"]),
        ("settings-certificate", ["Copy the details", "Trust this certificate", "Cancel", "Save"]),
        ("doctor", ["Checks", "Copy the details", "Copy the details", "Check again"]),
    ],
)
def test_tab_goes_as_one_reads(opened, scene, names):
    window = opened(scene)[-1]
    told = [spoken(one)[1] for one in by_tab(window)] * 2
    assert any(told[at : at + len(names)] == names for at in range(len(told))), told


@pytest.mark.parametrize("scene", WITHOUT)
def test_a_screen_reader_has_a_name_for_what_comes_by_itself(opened, scene):
    for window in opened(scene):
        assert unnamed(window) == []


def unnamed(window):
    """Return what a screen reader could not tell: no name, or no saying what it is."""
    controls = within(window, CONTROLS)
    dumb = [part for part in controls if spoken(part)[0] is QAccessible.Role.Client]
    return dumb + [part for part in (window, *controls) if not spoken(part)[1]]


@pytest.mark.parametrize(
    ("scene", "times"),
    [
        *((scene, 2.0) for scene in [*WITH_KEYS, *WITHOUT]),
        *((scene, 1.5) for scene in ("incoming-answer", "talking", "history", "doctor")),
    ],
)
def test_nothing_is_cut_off_with_large_letters(opened, large_letters, scene, times):
    large_letters(times)
    room = QGuiApplication.primaryScreen().availableSize()
    for window in opened(scene):
        assert window.width() <= room.width() + 2 * 12, window  # and its shadow
        assert window.height() <= room.height() + 2 * 12, window
        assert [
            told for part in within(window, (QLabel, QAbstractButton)) if (told := cut(part))
        ] == []


@pytest.fixture
def large_letters(qapp):
    before = qapp.font()

    def enlarge(times):
        font = QFont(before)
        font.setPointSizeF(10 * times)
        qapp.setFont(font)

    yield enlarge
    qapp.setFont(before)


def cut(part):
    """Return what a part would say and has no room for, to a pixel."""
    need = part.minimumSizeHint()
    wraps = isinstance(part, QLabel) and part.hasHeightForWidth()
    height = part.heightForWidth(part.width()) if wraps else need.height()
    width = 0 if wraps else need.width()
    fits = part.height() >= height - 1 and part.width() >= width - 1
    inside = part.parentWidget().rect().contains(part.geometry())
    return "" if fits and inside else f"{spoken(part)}: {part.geometry()}, needs {width} x {height}"


@pytest.mark.parametrize("scene", ["talking", "outgoing-2", "doctor", "history", "notice"])
def test_nothing_moves_by_itself(opened, scene):
    for window in opened(scene):
        assert window.findChildren(QAbstractAnimation) == []


@pytest.fixture(params=[False, True], ids=["light", "dark"])
def theme(request, qapp):
    before, font = qapp.palette(), qapp.font()
    sharp = QFont(font)
    sharp.setStyleStrategy(QFont.StyleStrategy.NoAntialias)  # a letter's colour, not its edge's
    qapp.setFont(sharp)
    qapp.setPalette(palette_of(request.param))
    yield
    qapp.setPalette(before)
    qapp.setFont(font)


@pytest.mark.parametrize(
    "scene",
    [
        "callers",
        "talking",
        "missed",
        "recording",
        "outgoing-2",
        "outgoing-busy",
        "not-permitted",
        "transfer-presence",
        "question-premium",
        "dial-box-bad",
        "history",
        "doctor",
        "settings-wrong",
        "settings-links",
        "settings-certificate",
        "assistant-try",
        "trayless",
        "notice",
    ],
)
def test_all_text_can_be_read(opened, theme, scene):
    faint = [told for window in opened(scene) for told in hard_to_read(window)]
    assert faint == []


def hard_to_read(window):
    """Return the texts that stand out less than 4.5:1 in what is really drawn."""
    picture = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    for part in within(window, (QLabel, QAbstractButton, QLineEdit)):
        typed = isinstance(part, QLineEdit)
        text = (part.displayText() or part.placeholderText()) if typed else part.text()
        seen = part.visibleRegion().boundingRect()
        place = seen.translated(part.mapTo(window, QPoint()))
        if text.strip() and part.isEnabled() and place.height() > 8:
            drawn = stands_out(picture.copy(place))
            if drawn < 4.5:
                yield f"{text}: {drawn:.1f}"


def stands_out(picture):
    """Return how far the colour furthest from the ground is from it."""
    counted = Counter(memoryview(picture.constBits()).cast("I").tolist())
    ground = QColor.fromRgb(counted.most_common(1)[0][0])
    return max(look.contrast(QColor.fromRgb(one), ground) for one in counted)


def test_every_light_is_a_sign_and_a_word_too():
    signs, _, words = zip(*(LIGHTS[grade] for grade in Grade), strict=True)
    assert len({*signs}) == len({*words}) == len(Grade)
    assert len({LAMP_WORDS[state] for state in Recording}) == len(Recording)
    assert len({PRESENCES[presence] for presence in Presence}) == len(Presence)
