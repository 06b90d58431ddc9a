"""Pair my phone, as the settings show it."""

import pytest

from traydial.domain.errors import NobodyDialled
from traydial.domain.pairing import PhoneFound, ToDial
from traydial.ui.settings_form import page_of

ANNA = PhoneFound("PJSIP/7003", "7003", "Anna Berger", "office")


@pytest.fixture
def page(office):
    office.desk.windows.open_settings()
    dialog = office.desk.windows.settings_dialog
    dialog.show_page(page_of("phone.devices"))
    return dialog


def asked(office):
    return [request for request in office.actions.asked if request[0] == "pair_phone"]


def begin(office, page, digits="4827"):
    answer = office.driver.future()
    office.actions.answers.update(to_dial=ToDial(digits, 60.0), pair_phone=answer)
    page.pairing.button.click()
    return answer


def test_it_shows_what_to_dial_and_then_whose_phone_it_was(office, page):
    answer = begin(office, page)
    pairing = page.pairing
    assert pairing.digits.text() == "4827"
    assert "dial your own extension" in pairing.says.text()
    assert pairing.button.text() == "Stop"
    answer.set_result(ANNA)
    office.driver.step()
    assert pairing.found.text() == "Anna Berger · 7003"
    assert "PJSIP/7003" in pairing.says.text()
    assert not pairing.note.isVisible()
    assert not pairing.digits.isVisible()


def test_nothing_changes_until_it_is_accepted(office, page):
    begin(office, page).set_result(ANNA)
    office.driver.step()
    assert page.row("phone.devices").value == "PJSIP/7001"
    page.pairing.use.click()
    values = page.values()
    assert [values[f"phone.{key}"] for key in ("extension", "devices", "context")] == [
        "7003",
        "PJSIP/7003",
        "office",
    ]
    assert "Save" in page.pairing.says.text()
    assert not page.pairing.use.isVisible()


def test_a_second_phone_is_added_to_the_first(office, page):
    begin(office, page).set_result(ANNA)
    office.driver.step()
    page.pairing.also.click()
    assert page.row("phone.devices").value == "PJSIP/7001, PJSIP/7003"
    assert page.row("phone.extension").value == "7001"
    assert not page.pairing.also.isVisible()


def test_a_phone_that_is_known_is_not_added_twice(office, page):
    begin(office, page).set_result(PhoneFound("PJSIP/7001", "7001", "Me", "from-internal"))
    office.driver.step()
    assert page.pairing.use.isVisible()
    assert not page.pairing.also.isVisible()


def test_the_first_phone_has_none_to_be_added_to(office, page):
    page.row("phone.devices").set_text("")
    begin(office, page).set_result(ANNA)
    office.driver.step()
    assert not page.pairing.also.isVisible()


def test_somebody_elses_phone_is_refused_by_trying_again(office, page):
    begin(office, page).set_result(ANNA)
    office.driver.step()
    office.actions.answers["pair_phone"] = office.driver.future()
    page.pairing.other.click()
    assert len(asked(office)) == 2
    assert page.pairing.digits.isVisible()
    assert page.row("phone.devices").value == "PJSIP/7001"


def test_where_no_digits_will_do_the_own_number_is_asked_for(office, page):
    begin(office, page, "")
    assert not page.pairing.digits.isVisible()
    assert page.pairing.says.text().startswith("Dial your own extension")


def test_a_phone_out_of_sight_is_said_with_what_to_ask_for(office, page):
    begin(office, page).set_result(PhoneFound("PJSIP/7003", "7003", "", "office", is_told=False))
    office.driver.step()
    assert page.pairing.found.text() == "7003"
    assert "not told of this phone" in page.pairing.note.accessibleName()


def test_stopping_calls_it_off(office, page):
    answer = begin(office, page)
    page.pairing.button.click()
    office.driver.step()
    assert answer.cancelled()
    assert page.pairing.button.text() != "Stop"
    assert not page.pairing.digits.isVisible()


def test_closing_the_settings_calls_it_off(office, page):
    answer = begin(office, page)
    page.cancel.click()
    office.driver.step()
    assert answer.cancelled()


def test_when_nobody_dials_it_says_so_and_can_be_tried_again(office, page):
    begin(office, page).set_exception(NobodyDialled("in time"))
    office.driver.step()
    assert page.pairing.note.accessibleName().startswith("No phone was seen")
    assert page.pairing.button.text() == "Try again"


def test_without_a_phone_the_connection_alone_must_be_right(office, page):
    for place in ("phone.extension", "phone.devices", "phone.context"):
        page.row(place).set_text("")
    begin(office, page)
    assert len(asked(office)) == 1
    page.pairing.stop()
    page.row("dialling.country").set_text("Germany")
    page.pairing.button.click()
    assert len(asked(office)) == 1
    assert page.pages.currentRow() == page_of("dialling.country")
