import itertools
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLabel

from tests.ui.people import NOW, ONLINE, incoming, outgoing, talking
from traydial.domain.calls import Cause, Phase, Recording
from traydial.domain.connection import Connection, Link
from traydial.domain.errors import (
    CallGone,
    NotOpened,
    NotPermitted,
    PhoneDoesNotLift,
)
from traydial.domain.privileges import Ability
from traydial.domain.settings import RecordingSettings
from traydial.ui import look
from traydial.ui.card_offers import Do
from traydial.ui.meaning import Meaning
from traydial.ui.places import corner_places


def test_a_card_comes_with_a_call_and_never_takes_the_focus(office):
    office.put(incoming())
    card = office.card()
    assert card.isVisible()
    assert card.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert card.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)


def test_calls_stack_upwards_without_covering_each_other(office):
    office.put(incoming(), incoming("in-2", "7002"), outgoing())
    places = [card.card() for card in office.desk.stack.cards]
    free = office.card().screen().availableGeometry()
    for lower, upper in itertools.pairwise(places):
        assert upper.bottom() < lower.top()
        assert upper.right() == lower.right()
    assert all(free.contains(place) for place in places)


def test_more_calls_than_fit_start_another_column():
    free, size = QRect(0, 0, 1000, 400), QSize(300, 150)
    places = [QRect(at, size) for at in corner_places(free, [size] * 5)]
    assert all(free.contains(place) for place in places)
    assert not any(a.intersects(b) for a in places for b in places if a is not b)


def test_a_card_says_no_more_when_answered_elsewhere_and_goes(office, qtbot):
    office.put(incoming())
    office.change("in-1", phase=Phase.ENDED, cause=Cause.ANSWERED_ELSEWHERE)
    assert office.card().face.status == "Answered by a colleague after 0 s"
    qtbot.waitUntil(lambda: not office.desk.stack.cards, timeout=6000)


def test_dismissing_only_hides_until_one_talks(office):
    office.put(incoming())
    office.card()._hide.click()
    assert not office.card().isVisible()
    assert office.actions.asked == []
    office.change("in-1", phase=Phase.TALKING, talking_since=NOW)
    assert office.card().isVisible()
    office.card()._hide.click()
    office.change("in-1", recording=Recording.ON)
    assert not office.card().isVisible()
    office.desk.tray.clicked.emit()
    assert office.card().isVisible()


@pytest.mark.parametrize(
    ("call", "do", "asked"),
    [
        (incoming(), Do.DECLINE, ("hang_up", "in-1")),
        (outgoing(), Do.CANCEL, ("hang_up", "out-1")),
        (talking(), Do.HANG_UP, ("hang_up", "talk-1")),
        (talking(), Do.RECORD, ("record", "talk-1", True)),
        (talking(recording=Recording.ON), Do.STOP_RECORDING, ("record", "talk-1", False)),
        (talking(recording=Recording.ON), Do.PAUSE, ("pause_recording", "talk-1", True)),
        (talking(recording=Recording.PAUSED), Do.RESUME, ("pause_recording", "talk-1", False)),
    ],
)
def test_a_button_asks_for_what_it_says(office, call, do, asked):
    office.put(call)
    office.card().button(do).click()
    assert office.actions.asked == [asked]


def test_the_customers_page_opens_from_card_and_menu_and_holds_nothing_up(office):
    office.put(talking())
    size = office.card().size()
    assert office.card().button(Do.OPEN).isHidden()
    office.actions.pages = {"+493012345670"}  # the contacts have told meanwhile
    office.desk.refresh()
    assert office.card().size() == size
    slow = office.actions.answers["open_contact"] = office.driver.future()
    office.card().button(Do.OPEN).click()
    office.driver.step()
    assert office.actions.asked == [("open_contact", "+493012345670")]
    assert office.card().button(Do.TRANSFER).isEnabled()
    slow.set_exception(NotOpened("xdg-open", "there is no such program"))
    office.driver.step()
    assert "could not be opened" in office.card()._note.text
    office.desk.tray.menu.aboutToShow.emit()
    (line,) = [a for a in office.desk.tray.menu.actions() if a.text() == "Open customer page"]
    line.trigger()
    assert len(office.actions.asked) == 2


def test_the_other_party_has_to_agree_first_where_the_settings_say_so(office):
    office.actions.rules = RecordingSettings(consent="May I record?")
    office.put(talking())
    card = office.card()
    card.button(Do.RECORD).click()
    assert (office.actions.asked, card._question.text) == ([], "May I record?")
    card.button(Do.NOT_CONSENTED).click()
    assert (office.actions.asked, card._question.text) == ([], "")
    card.button(Do.RECORD).click()
    office.change("talk-1", name="Anna B.")  # what else changes does not take the question away
    card.button(Do.CONSENTED).click()
    assert (office.actions.asked, card._question.text) == ([("record", "talk-1", True)], "")
    assert card.button(Do.RECORD) is not None


def test_answer_is_offered_where_the_phone_listens_and_goes_where_it_does_not(office):
    office.actions.phone_listens = True
    office.put(incoming())
    answer = office.card().button(Do.ANSWER)
    assert [offer.do for offer in office.card().face.offers] == [Do.ANSWER, Do.DIVERT, Do.DECLINE]
    office.actions.answers["answer"] = PhoneDoesNotLift("in-1")
    office.actions.phone_listens = False  # it has been found out
    answer.click()
    assert office.actions.asked == [("answer", "in-1")]
    assert "Pick it up" in office.card()._note.text
    assert office.card().button(Do.ANSWER) is None


def test_the_own_phone_can_be_lifted_from_the_screen_for_a_call_that_was_clicked(office):
    office.actions.phone_listens = True
    office.put(outgoing())
    assert [offer.do for offer in office.card().face.offers] == [Do.ANSWER, Do.CANCEL]
    office.card().button(Do.ANSWER).click()
    assert office.actions.asked == [("answer", "out-1")]
    office.change("out-1", phase=Phase.RINGING)
    assert [offer.do for offer in office.card().face.offers] == [Do.CANCEL]


def test_a_call_on_hold_can_be_taken_back_from_the_screen(office):
    office.put(talking(phase=Phase.HELD))
    assert Do.KEYPAD in [offer.do for offer in office.card().face.offers]
    office.actions.phone_listens = True
    office.change("talk-1", name="Anna B.")
    assert [offer.do for offer in office.card().face.offers] == [
        Do.TALK,
        Do.TRANSFER,
        Do.PARK,
        Do.HANG_UP,
    ]
    office.card().button(Do.TALK).click()
    assert office.actions.asked == [("answer", "talk-1")]


def test_an_account_that_may_not_answer_has_no_such_button(office):
    office.actions.phone_listens = True
    office.connection.set(replace(ONLINE, abilities=ONLINE.abilities - {Ability.ANSWER}))
    office.put(incoming())
    assert office.card().button(Do.ANSWER) is None


def test_an_error_shows_on_the_card_where_it_was_asked_for(office):
    office.actions.answers["record"] = NotPermitted("MixMonitor")
    office.put(talking())
    office.card().button(Do.RECORD).click()
    assert "may not record" in office.card()._note.text
    assert office.card().button(Do.RECORD).isEnabled()
    assert office.card().screen().availableGeometry().contains(office.card().card())


def test_hanging_up_a_call_that_is_over_is_no_error(office):
    office.actions.answers["hang_up"] = CallGone("x")
    office.put(talking())
    office.card().button(Do.HANG_UP).click()
    assert office.card()._note.text == ""


def test_while_it_is_under_way_no_second_click(office):
    office.actions.answers["hang_up"] = answer = office.driver.future()
    office.put(talking())
    office.card().button(Do.HANG_UP).click()
    assert not office.card().button(Do.HANG_UP).isEnabled()
    answer.set_result(None)
    office.driver.step()
    assert office.card().button(Do.HANG_UP).isEnabled()


def test_one_can_hang_up_while_something_else_takes_its_time(office):
    office.actions.answers["record"] = record = office.driver.future()
    office.actions.answers["hang_up"] = hang_up = office.driver.future()
    office.put(talking())
    office.card().button(Do.RECORD).click()
    office.card().button(Do.HANG_UP).click()
    assert office.actions.asked == [("record", "talk-1", True), ("hang_up", "talk-1")]
    record.set_exception(CallGone("x"))
    office.driver.step()
    assert "over" in office.card()._note.text  # it was recording that failed
    assert not office.card().button(Do.HANG_UP).isEnabled()
    hang_up.set_result(None)
    office.driver.step()
    assert office.card().button(Do.HANG_UP).isEnabled()


def test_the_clock_runs_only_while_somebody_can_see_it(office):
    clock = office.desk.stack._clock
    assert not clock.isActive()
    office.put(talking())
    assert clock.isActive()
    office.card()._hide.click()
    assert not clock.isActive()
    office.desk.stack.reveal()
    assert clock.isActive()
    office.change("talk-1", phase=Phase.ENDED, cause=Cause.HUNG_UP)
    assert not clock.isActive()


def test_an_error_after_the_card_is_gone_is_still_told(office):
    office.actions.answers["record"] = answer = office.driver.future()
    office.put(talking())
    office.card().button(Do.RECORD).click()
    office.calls.set({})
    answer.set_exception(NotPermitted("MixMonitor"))
    office.driver.step()
    assert "may not record" in office.desk.asides.notices[0].words.sentence


def test_trying_again_dials_and_closes_the_card(office):
    office.put(outgoing())
    office.change("out-1", phase=Phase.ENDED, cause=Cause.BUSY)
    office.card().button(Do.TRY_AGAIN).click()
    assert office.actions.asked == [("dial", "+493012345670")]
    assert office.desk.stack.cards == []


def test_disabled_buttons_say_why(office):
    office.connection.set(Connection(Link.ONLINE, abilities=frozenset()))
    office.put(talking())
    button = office.card().button(Do.RECORD)
    assert not button.isEnabled()
    assert "may not record" in button.toolTip()
    assert "may not record" in button.accessibleDescription()


@pytest.mark.parametrize("name", ["A" * 10_000, "<h1>x</h1>", "\u202eevil", "a\nb\tc", "&amp;"])
def test_hostile_names_change_nothing_of_the_card(office, name):
    office.put(incoming())
    width = office.card().width()
    office.put(incoming("in-2", name=name, via=name))
    card = office.card(1)
    assert (card.width(), card.height()) == (width, office.card().height())
    for label in card.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText
        assert "\u202e" not in label.text()
    assert "<h1>" not in card._title.toolTip()


def test_nothing_moves_when_time_passes(office):
    office.put(talking())
    card = office.card()
    places = [widget.geometry() for widget in card.findChildren(QLabel)]
    size = card.size()
    for second in range(0, 600, 7):
        card.tick(NOW + second)
    assert [widget.geometry() for widget in card.findChildren(QLabel)] == places
    assert card.size() == size


def test_nothing_moves_when_the_recording_lamp_lights(office):
    office.put(talking())
    before = office.card().height()
    office.change("talk-1", recording=Recording.ON, monitors=1)
    assert office.card()._lamp.isVisibleTo(office.card())
    assert office.card().height() == before


def test_a_dragged_bar_keeps_its_place_and_the_next_takes_it(office):
    office.put(talking())
    place = office.card().screen().availableGeometry().topLeft() + QPoint(60, 70)
    office.card().moved.emit(place)
    assert office.card().card().topLeft() == place
    office.calls.set({})
    office.put(talking("talk-2"))
    assert office.card().card().topLeft() == place


def test_collapsed_it_shows_name_and_timer_only(office):
    office.put(talking())
    height = office.card().height()
    office.card()._fold.click()
    card = office.card()
    assert card.height() < height
    assert card._title.isVisibleTo(card)
    assert card._small_clock.isVisibleTo(card)
    assert not card.button(Do.HANG_UP).isVisibleTo(card)


def test_a_screen_that_goes_takes_no_card_with_it(office):
    office.put(talking())
    office.card().moved.emit(QPoint(30, 30))
    office.desk.stack._screen_gone(office.card().screen())
    free = office.card().screen().availableGeometry()
    assert free.contains(office.card().card())
    assert office.card().isVisible()


def test_everything_on_a_card_has_a_name_for_those_who_cannot_see(office):
    office.put(talking(recording=Recording.ON))
    card = office.card()
    assert card.accessibleName() == "Anna Berger, Talking"
    for offer in card.face.offers:
        assert card.button(offer.do).accessibleName()


def three(office):
    office.actions.phone_listens = True
    office.put(
        talking("held", phase=Phase.HELD),
        talking("talks", name="Bob"),
        incoming("rings", name="Eve"),
    )
    return office.desk.stack.cards


def test_of_several_calls_the_one_on_hold_is_small_and_the_one_talked_to_is_marked(office):
    held, talks, rings = three(office)
    assert held.height() < talks.height()
    assert not held.button(Do.TRANSFER).isVisible()
    assert talks.button(Do.TRANSFER).isVisible()
    assert "On hold" in [line.text() for line in held.findChildren(QLabel) if line.isVisible()]
    places = [card.card() for card in (held, talks, rings)]
    assert not any(a.intersects(b) for a, b in itertools.combinations(places, 2))
    go = look.colour(talks.palette(), Meaning.GO).name()
    marked = [edge_of(card) == go for card in (held, talks, rings)]
    assert marked == [False, True, False]


def edge_of(card):
    at = card.card().size()
    return card.grab().toImage().pixelColor(card._edge + 1, card._edge + at.height() // 2).name()


def test_a_swap_is_one_click_and_the_cards_change_their_sizes(office):
    held, talks, _ = three(office)
    held._while_small[Do.TALK].click()
    assert office.actions.asked == [("answer", "held")]
    office.change("held", phase=Phase.TALKING)
    office.change("talks", phase=Phase.HELD)
    assert talks.height() < held.height()
    assert not held._while_small[Do.TALK].isVisible()
    assert talks._while_small[Do.TALK].isVisible()


def test_what_waits_behind_can_be_made_larger_until_it_is_in_front_again(office):
    held, talks, _ = three(office)
    held._fold.click()
    assert held.button(Do.TRANSFER).isVisible()
    assert not held._while_small[Do.TALK].isVisible()  # the row has it
    held.button(Do.TALK).click()
    assert office.actions.asked == [("answer", "held")]
    talks._fold.click()
    assert not talks.button(Do.TRANSFER).isVisible()
    office.change("talks", phase=Phase.HELD)
    office.change("held", phase=Phase.TALKING)
    office.change("held", phase=Phase.HELD)
    office.change("talks", phase=Phase.TALKING)
    assert not held.button(Do.TRANSFER).isVisible()
    assert not talks.button(Do.TRANSFER).isVisible()  # as the user left it


def test_a_phone_that_does_not_swap_is_said_and_not_asked_again(office):
    held, _, _ = three(office)
    office.actions.answers["answer"] = PhoneDoesNotLift("held")
    held._while_small[Do.TALK].click()
    said = [line.text() for line in held.findChildren(QLabel) if line.isVisible()]
    assert "Pick it up, or press its own key." in said
    office.actions.phone_listens = False
    office.change("held", recording=Recording.OFF, since=NOW - 1)
    assert not held._while_small[Do.TALK].isVisible()


def test_two_calls_are_connected_from_the_one_that_waits_small(office):
    held, talks, _ = three(office)
    connect = held._while_small[Do.CONNECT]
    assert connect.isVisible()
    assert not talks._while_small[Do.CONNECT].isVisible()
    connect.click()
    assert office.actions.asked == [("connect", "held")]
