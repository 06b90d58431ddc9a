"""Who is busy can be waited for, from the card that says so."""

import pytest

from tests.ui.people import outgoing
from traydial.domain.calls import Cause, Phase
from traydial.domain.numbers import Number
from traydial.domain.wishes import Question, Source
from traydial.ui.card_offers import Do
from traydial.ui.words import question_words


def offers(office):
    face = office.desk.stack._slots["out-1"].presenter.face
    return [offer.do for offer in face.offers]


def end(office, cause):
    office.put(outgoing(number="7003", name="Carla"))
    office.change("out-1", phase=Phase.ENDED, cause=cause)


def test_a_busy_colleague_is_waited_for_and_the_card_goes(office):
    office.actions.engaged = ["7003"]
    end(office, Cause.BUSY)
    assert offers(office) == [Do.TRY_AGAIN, Do.WHEN_FREE, Do.CLOSE]
    office.card().button(Do.WHEN_FREE).click()
    assert office.actions.asked == [("call_when_free", "7003")]
    assert office.desk.stack.cards == []


@pytest.mark.parametrize(
    ("engaged", "cause"), [([], Cause.BUSY), (["7003"], Cause.NO_ANSWER), (["7004"], Cause.BUSY)]
)
def test_who_cannot_be_waited_for_is_not_offered(office, engaged, cause):
    office.actions.engaged = engaged
    end(office, cause)
    assert offers(office) == [Do.TRY_AGAIN, Do.CLOSE]


def test_the_offer_takes_no_focus_and_calls(office, qtbot):
    question = Question((Number("7003", "7003", "Carla, 7003"),), Source.PRESENCE, "free")
    assert question_words(question) == "Free now. Call them?"
    answers = []
    office.desk.ask(question, answers.append)
    card = office.desk.asides.question
    assert not card.isActiveWindow()
    card._arm()
    card.calls[0].click()
    assert answers == list(question.numbers)
