"""The card of a caller who was given to somebody else."""

from dataclasses import replace

import pytest

from tests.ui.people import NOW, ONLINE, outgoing, talking
from traydial.domain.calls import Cause, Phase
from traydial.domain.connection import Connection, Link
from traydial.domain.onward import Onward, Stage
from traydial.ui.call_presenter import describe
from traydial.ui.card_offers import Do
from traydial.ui.meaning import Meaning


def given(stage=Stage.ON_THE_WAY, name="Anna", **more):
    onward = Onward("7003", name, NOW - 5, stage)
    return replace(talking(), phase=Phase.ENDED, cause=Cause.TRANSFERRED, onward=onward, **more)


def test_until_it_is_decided_the_card_stays_and_fetches_back():
    face = describe(given(), ONLINE)
    assert (face.status, face.icon, face.meaning) == (
        "Ringing at Anna",
        "phone-forwarded",
        Meaning.GO,
    )
    assert [offer.do for offer in face.offers] == [Do.FETCH_BACK]
    assert face.lingers is None
    assert face.clock_from == NOW - 5


def test_without_a_link_it_claims_nothing():
    face = describe(given(), Connection(Link.OFFLINE))
    assert face.status == "Given to Anna; not connected"
    assert face.offers[0].why_not == "Not connected to the phone system."
    assert face.clock_from is None


@pytest.mark.parametrize(
    ("stage", "words"),
    [
        (Stage.TAKEN, "Anna took it"),
        (Stage.TAKEN_ELSEWHERE, "Somebody else took it"),
        (Stage.LEFT, "Hung up before Anna answered"),
        (Stage.UNKNOWN, "Whether Anna took it is not known"),
        (Stage.BUSY, "Anna is busy"),
        (Stage.NO_ANSWER, "Anna did not answer"),
        (Stage.NOT_REACHED, "Anna did not take it"),
    ],
)
def test_what_became_of_it_is_said_and_the_card_goes(stage, words):
    face = describe(given(stage), ONLINE)
    assert face.status == words
    assert face.offers == ()
    assert face.lingers


def test_who_has_no_name_is_called_by_number():
    assert describe(given(name=""), ONLINE, lambda n: f"no. {n}").status == "Ringing at no. 7003"


def test_who_comes_back_says_from_whom():
    call = replace(outgoing(phase=Phase.OWN_RINGING), came_from="Anna")
    assert describe(call, ONLINE).status == "Came back from Anna, pick up your phone"


def test_who_was_not_fetched_waits_in_the_lot():
    face = describe(given(Stage.BUSY, parked_at="801"), ONLINE)
    assert face.title == "Parked at 801"
    assert [offer.do for offer in face.offers] == [Do.FETCH, Do.CLOSE]


def test_fetch_back_is_one_click(office):
    office.put(talking())
    office.change("talk-1", phase=Phase.ENDED, cause=Cause.TRANSFERRED, onward=given().onward)
    office.card().button(Do.FETCH_BACK).click()
    assert office.actions.asked == [("fetch_back", "talk-1")]


def test_the_card_goes_once_it_is_decided(office, qtbot):
    office.put(talking())
    office.change("talk-1", phase=Phase.ENDED, cause=Cause.TRANSFERRED, onward=given().onward)
    slot = office.desk.stack._slots["talk-1"]
    assert not slot.goes.isActive()
    office.change("talk-1", onward=given(Stage.TAKEN).onward)
    assert slot.goes.interval() == 4000
    office.change("talk-1", parked_at="801")  # it came to nothing after all
    assert slot.goes.interval() == 90_000
