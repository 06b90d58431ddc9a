"""Nothing is dialled before somebody has answered, and not by accident."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from traydial.domain.numbers import Number, numbers_in, understand
from traydial.domain.settings import DialSettings
from traydial.domain.wishes import Question, Source
from traydial.ui.question_card import ARMED_AFTER_MS, SHOWN_ROWS
from traydial.ui.words import question_words

BERLIN = DialSettings(country="DE", outside_prefix="0", form="national")
ONE = (understand("+33 1 23 45 67 89", BERLIN),)
TWO = numbers_in("030 1234567 or 040 7654321", BERLIN)
WHYS = [
    "choose",
    "burst",
    "links",
    "international",
    "premium",
    "emergency",
    "listed",
    "locked",
    "copied",
]


@pytest.fixture
def ask(office, qtbot):
    """Return what asks a question and gives its card and the answers."""

    def asked(numbers=ONE, source=Source.LINK, why="international", armed=True):
        answers = []
        office.desk.ask(Question(numbers, source, why), answers.append)
        card = office.desk.asides.question
        if armed:
            qtbot.waitUntil(lambda: card._armed, timeout=20 * ARMED_AFTER_MS)
        return card, answers

    return asked


def test_call_answers_with_its_number_and_closes(office, ask):
    card, answers = ask(TWO, why="choose")
    card.calls[1].click()
    assert answers == [TWO[1]]
    assert office.desk.asides.question is None


def test_a_click_that_was_meant_for_something_else_is_no_answer(office, ask):
    card, answers = ask(armed=False)
    card.calls[0].click()
    assert answers == []
    assert office.desk.asides.question is card


def test_escape_refuses(office, ask, qtbot):
    card, answers = ask(TWO, Source.SELECTION, "choose", armed=False)
    qtbot.keyClick(card, Qt.Key.Key_Escape)
    assert answers == [None]
    assert office.desk.asides.question is None


def test_keys_choose_where_a_key_has_asked(ask, qtbot):
    card, answers = ask(TWO, Source.SELECTION, "choose")
    qtbot.keyClick(card, Qt.Key.Key_Down)
    qtbot.keyClick(card, Qt.Key.Key_Return)
    assert answers == [TWO[1]]


@pytest.mark.parametrize("source", Source)
def test_only_what_answers_a_key_takes_the_keyboard(ask, source):
    card, _ = ask(source=source)
    shy = bool(card.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus)
    assert shy == (source in (Source.LINK, Source.CLIPBOARD, Source.PRESENCE))


def test_another_question_takes_its_place(office, ask):
    _, answers = ask(armed=False)
    second, others = ask(TWO, why="burst")
    assert office.desk.asides.question is second
    second.calls[0].click()
    assert (answers, others) == ([], [TWO[0]])


def test_an_offer_goes_by_itself_and_a_question_does_not(ask, qtbot):
    card, answers = ask(why="copied", source=Source.CLIPBOARD, armed=False)
    assert card._goes.isActive()
    card._goes.start(0)
    qtbot.waitUntil(lambda: answers == [None])
    card, answers = ask()
    assert not card._goes.isActive()


def test_it_stands_with_the_calls_and_covers_none(office, ask):
    from tests.ui.people import incoming

    office.put(incoming())
    card, _ = ask()
    assert not card.card().intersects(office.card().card())


def test_many_numbers_scroll(ask):
    many = tuple(understand(f"030 12345{n:02}", BERLIN) for n in range(20))
    card, answers = ask(many, why="burst")
    assert len(card.calls) == 20
    assert card.card().height() < (SHOWN_ROWS + 3) * 60
    card.calls[19].click()
    assert answers == [many[19]]


def texts_of(card):
    return " ".join(label.text() for label in card.findChildren(QLabel))


def test_it_says_how_a_number_is_dialled(ask):
    card, _ = ask()
    assert "+33 1 23 45 67 89" in texts_of(card)
    assert "0 0033123456789" in texts_of(card)


@pytest.mark.parametrize("why", WHYS)
@pytest.mark.parametrize("numbers", [ONE, TWO])
def test_every_question_has_words(why, numbers):
    words = question_words(Question(numbers, Source.LINK, why))
    assert words.endswith("?")
    assert len(words) < 90


def test_hostile_text_is_shown_as_it_is(ask):
    card, _ = ask((Number("1", "1", "<b>1</b>", "<img src=x>"),))
    assert "<b>1</b>" in texts_of(card)
