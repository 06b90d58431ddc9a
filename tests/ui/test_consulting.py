"""The two cards while a colleague is asked: what they say of each other, and what they offer."""

from dataclasses import replace

import pytest

from tests.ui.people import NOW, outgoing, talking
from traydial.domain.call_events import Joined
from traydial.domain.call_reducer import reduce
from traydial.domain.calls import Cause, Direction, Phase, Recording
from traydial.domain.errors import CallGone, NoOtherParty
from traydial.domain.privileges import Ability
from traydial.ui.call_presenter import A_WHILE
from traydial.ui.card_offers import Do
from traydial.ui.consulting import other_of

FIRST = talking(phase=Phase.HELD)
ASKED = outgoing("ask-1", "7003", "Carla Neri", consults="talk-1")
BOTH = replace(ASKED, phase=Phase.TALKING, talking_since=NOW - 9)


def offers(office, key):
    return [offer.do for offer in office.desk.stack.card_of(key).face.offers]


def beside(office, key):
    return office.desk.stack.card_of(key).face.beside


def click(office, key, do):
    office.desk.stack.card_of(key).button(do).click()


def test_the_two_cards_tell_that_they_belong_together(office):
    office.put(FIRST, ASKED)
    assert beside(office, "talk-1") == "Waits while you ask Carla Neri"
    assert beside(office, "ask-1") == "About Anna Berger, who is on hold"
    office.change("talk-1", phase=Phase.TALKING)  # nobody has lifted yet
    assert beside(office, "talk-1") == "You are asking Carla Neri"
    assert beside(office, "ask-1") == "About Anna Berger, who is still there"


def test_until_both_talk_one_can_only_go_back_or_hang_up(office):
    for phase in (Phase.OWN_RINGING, Phase.CALLING, Phase.RINGING):
        office.put(FIRST, replace(ASKED, phase=phase))
        assert offers(office, "ask-1") == [Do.BACK]
        assert offers(office, "talk-1") == [Do.HANG_UP]


@pytest.mark.parametrize(
    ("do", "asked"),
    [
        (Do.CONNECT, ("connect", "ask-1")),
        (Do.ALL_THREE, ("all_three", "ask-1")),
        (Do.BACK, ("back", "ask-1")),
    ],
)
def test_what_becomes_of_the_two_is_one_click(office, do, asked):
    office.put(FIRST, BOTH)
    assert offers(office, "ask-1") == [Do.CONNECT, Do.ALL_THREE, Do.BACK]
    click(office, "ask-1", do)
    assert office.actions.asked == [asked]


def test_all_three_only_where_there_is_a_place_to_meet(office):
    office.actions.has_room = False
    office.put(FIRST, BOTH)
    assert offers(office, "ask-1") == [Do.CONNECT, Do.BACK]


def test_what_the_account_may_not_do_says_so(office):
    office.put(FIRST, BOTH)
    may = office.connection.value.abilities - {Ability.CONSULT}
    office.connection.set(replace(office.connection.value, abilities=may))
    card = office.desk.stack.card_of("ask-1")
    assert not card.button(Do.CONNECT).isEnabled()
    assert "ask a colleague first" in card.button(Do.CONNECT).toolTip()
    assert card.button(Do.BACK).isEnabled()


def test_the_tray_menu_offers_the_same(office):
    office.put(FIRST, BOTH)
    office.desk.tray._rebuild()
    menus = [a.menu() for a in office.desk.tray.menu.actions() if a.menu()]
    own = next(m for m in menus if "Carla" in m.title())
    actions = {action.text(): action for action in own.actions()}
    assert {"Connect them", "Talk, all three", "Back to the caller"} <= actions.keys()
    actions["Connect them"].trigger()
    assert office.actions.asked == [("connect", "ask-1")]


def test_a_recording_that_runs_can_be_stopped_meanwhile(office):
    office.put(FIRST, replace(BOTH, recording=Recording.ON, monitors=1))
    assert offers(office, "ask-1")[:2] == [Do.STOP_RECORDING, Do.PAUSE]


@pytest.mark.parametrize(
    "cause", [Cause.BUSY, Cause.NO_ANSWER, Cause.NOT_REACHABLE, Cause.HUNG_UP, Cause.CANCELLED]
)
def test_a_colleague_who_is_gone_leaves_the_caller_and_the_card_says_so(office, cause):
    office.put(FIRST, BOTH if cause is Cause.HUNG_UP else ASKED)
    office.change("ask-1", phase=Phase.ENDED, cause=cause)
    assert beside(office, "ask-1") == "Anna Berger is still on hold on your phone"
    assert office.desk.stack.card_of("ask-1").face.lingers >= A_WHILE
    assert beside(office, "talk-1") == ""
    assert Do.TRANSFER in offers(office, "talk-1")
    office.change("talk-1", phase=Phase.TALKING)
    assert beside(office, "ask-1") == "Anna Berger is still there"


def test_trying_again_asks_about_the_same_call(office):
    office.put(FIRST, ASKED)
    office.change("ask-1", phase=Phase.ENDED, cause=Cause.BUSY)
    click(office, "ask-1", Do.TRY_AGAIN)
    assert office.actions.asked == [("consult", "talk-1", "7003")]


def test_trying_again_without_the_caller_is_a_call_like_any(office):
    office.put(FIRST, ASKED)
    office.change("ask-1", phase=Phase.ENDED, cause=Cause.BUSY)
    office.change("talk-1", phase=Phase.ENDED, cause=Cause.HUNG_UP)
    click(office, "ask-1", Do.TRY_AGAIN)
    assert office.actions.asked == [("dial", "7003")]


def test_a_caller_who_hangs_up_leaves_an_ordinary_call(office):
    office.put(FIRST, BOTH)
    office.change("talk-1", phase=Phase.ENDED, cause=Cause.HUNG_UP)
    assert beside(office, "ask-1") == "Anna Berger has hung up"
    assert offers(office, "ask-1") == [Do.RECORD, Do.TRANSFER, Do.PARK, Do.KEYPAD, Do.HANG_UP]


def test_connected_cards_say_with_whom(office):
    office.put(FIRST, BOTH)
    for key in ("talk-1", "ask-1"):
        office.change(key, phase=Phase.ENDED, cause=Cause.TRANSFERRED)
    assert office.desk.stack.card_of("ask-1").face.status == "Connected with Anna Berger"


def test_three_are_shown_as_three(office):
    office.put(FIRST, BOTH)
    office.calls.set(reduce(office.calls.value, Joined("ask-1", "Anna Berger")))
    office.change("talk-1", phase=Phase.ENDED, cause=Cause.TRANSFERRED)
    face = office.desk.stack.card_of("ask-1").face
    assert (face.title, face.status) == ("Carla Neri and Anna Berger", "All three talking")
    assert offers(office, "ask-1") == [Do.RECORD, Do.HANG_UP]


@pytest.mark.parametrize("do", [Do.CONNECT, Do.ALL_THREE])
def test_what_fails_is_said_on_the_card_and_can_be_tried_again(office, do):
    office.actions.answers["connect"] = NoOtherParty("ask-1")
    office.actions.answers["all_three"] = NoOtherParty("ask-1")
    office.put(FIRST, BOTH)
    click(office, "ask-1", do)
    card = office.desk.stack.card_of("ask-1")
    assert "Nobody is connected" in card._note.text
    assert card.button(do).isEnabled()


def test_back_to_the_caller_is_no_error_when_the_colleague_was_quicker(office):
    office.actions.answers["back"] = CallGone("ask-1")
    office.put(FIRST, BOTH)
    click(office, "ask-1", Do.BACK)
    assert office.desk.stack.card_of("ask-1")._note.text == ""


def test_only_calls_that_belong_together_know_each_other():
    calls = {c.key: c for c in (FIRST, BOTH, talking("talk-2"))}
    assert other_of(calls["talk-1"], calls) is BOTH
    assert other_of(BOTH, calls) is FIRST
    assert other_of(calls["talk-2"], calls) is None
    assert other_of(replace(BOTH, consults="gone"), calls) is None
    assert BOTH.direction is Direction.OUT


def test_names_from_the_wire_are_plain_text(office):
    office.put(replace(FIRST, name="<b>Eve</b>\u202e"), BOTH)
    assert "\u202e" not in beside(office, "ask-1")


SECOND = talking("talk-2", number="7002", name="Bob Okafor")


def test_two_calls_that_nobody_asked_about_can_be_brought_together(office):
    office.put(FIRST, SECOND)
    assert offers(office, "talk-1") == [
        Do.RECORD,
        Do.TRANSFER,
        Do.CONNECT,
        Do.ALL_THREE,
        Do.HANG_UP,
    ]
    assert offers(office, "talk-2") == [Do.RECORD, Do.TRANSFER, Do.PARK, Do.KEYPAD, Do.HANG_UP]
    assert beside(office, "talk-1") == beside(office, "talk-2") == ""
    click(office, "talk-1", Do.CONNECT)
    assert office.actions.asked == [("connect", "talk-1")]


def test_of_three_calls_nobody_knows_which_two(office):
    office.put(FIRST, SECOND, talking("talk-3", number="7005", name="Emil", phase=Phase.HELD))
    assert Do.CONNECT not in offers(office, "talk-1")


def test_the_own_phone_can_be_lifted_for_the_question_too(office):
    office.actions.phone_listens = True
    office.actions.can_answer = lambda call: call.phase is Phase.OWN_RINGING
    office.put(FIRST, ASKED)
    assert offers(office, "ask-1") == [Do.ANSWER, Do.BACK]
