import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from tests.ui.conftest import NO_TRAY_HERE
from tests.ui.people import SETTINGS
from traydial.domain.errors import (
    CertificateFault,
    CertificateNotTrusted,
    LoginRefused,
    SettingsError,
)
from traydial.domain.settings import Problem, Settings
from traydial.ui.actions import Check
from traydial.ui.settings_form import PAGES, page_of, settings_of, values_of
from traydial.ui.settings_test import _CheckLine
from traydial.ui.widgets import Button

FINGERPRINT = ":".join(["AB"] * 32)


@pytest.fixture
def dialog(office):
    office.desk.open_settings()
    return office.desk._dialog


def lines(dialog):
    return [line.accessibleName() for line in dialog.test.findChildren(_CheckLine)]


def test_fields_hold_the_settings_and_give_them_back():
    assert settings_of(values_of(SETTINGS)) == (SETTINGS, {})
    assert settings_of(values_of(Settings())) == (Settings(), {})


def test_every_setting_has_a_field():
    places = {field.place for page in PAGES for field in page.fields}
    assert places == set(values_of(Settings()))


def test_a_field_is_checked_as_one_leaves_it(dialog, qtbot):
    dialog.show_page(page_of("phone.devices"))
    row = dialog.row("phone.devices")
    row.input.setFocus()
    row.input.selectAll()
    qtbot.keyClicks(row.input, "7001")
    assert row.problem == ""
    row.input.editingFinished.emit()
    assert "written like PJSIP/7001" in row.problem
    qtbot.keyClicks(row.input, "x")
    assert row.problem == ""


def test_saving_what_is_wrong_goes_to_the_first_wrong_field(office, dialog):
    dialog.show_page(0)
    dialog.row("dialling.country").set_text("Germany")
    dialog.save.click()
    assert office.actions.asked == []
    assert dialog.pages.currentRow() == page_of("dialling.country")


def test_saving_hands_over_settings_and_password(office, dialog):
    dialog.row("pbx.hosts").set_text("a.example, b.example:5040")
    dialog.password.setText("s3cret")
    dialog.save.click()
    name, settings, secret = office.actions.asked[0]
    assert (name, secret) == ("save_settings", "s3cret")
    assert settings.pbx.hosts == ("a.example", "b.example:5040")
    assert office.desk._dialog is None


def test_the_password_is_never_filled_in_nor_readable(dialog):
    assert dialog.password.text() == ""
    assert dialog.password.echoMode() == QLineEdit.EchoMode.Password


def test_without_a_new_password_the_stored_one_stays(office, dialog):
    dialog.save.click()
    assert office.actions.asked[0][2] is None


def test_what_saving_has_to_say_is_shown(office, dialog):
    office.actions.answers["save_settings"] = "The password is kept for this run only."
    dialog.save.click()
    assert "for this run only" in dialog.note.text
    assert office.desk._dialog is dialog


def test_a_failed_save_says_why_and_keeps_everything(office, dialog):
    office.actions.answers["save_settings"] = SettingsError("disk full")
    dialog.row("pbx.hosts").set_text("c.example")
    dialog.save.click()
    assert dialog.note.text
    assert dialog.row("pbx.hosts").value == "c.example"


def test_the_test_shows_a_line_for_each_step_and_what_helps(office, dialog):
    office.actions.checks = [Check(True, "Connected"), Check(False, "Login", LoginRefused())]
    dialog.test.button.click()
    assert lines(dialog) == ["Connected: works", "Login: does not work"]
    assert dialog.test.button.accessibleName() == "Test again"


def test_a_test_can_be_stopped(office, dialog):
    office.actions.answers["test_connection"] = office.driver.future()
    dialog.test.button.click()
    assert dialog.test.button.accessibleName() == "Stop"
    dialog.test.button.click()
    office.driver.step()
    assert dialog.test.button.accessibleName() == "Test connection"
    assert office.actions.answers["test_connection"].cancelled()


def test_a_certificate_can_be_trusted_by_its_fingerprint(office, dialog):
    error = CertificateNotTrusted("pbx", CertificateFault.SELF_SIGNED, FINGERPRINT, "why")
    office.actions.checks = [Check(False, "Connection", error)]
    dialog.test.button.click()
    buttons = {b.accessibleName(): b for b in dialog.test.findChildren(Button)}
    office.actions.checks = [Check(True, "Connected")]
    buttons["Trust this certificate"].click()
    assert dialog.row("pbx.fingerprint").value == FINGERPRINT
    tested = [asked[1].pbx.fingerprint for asked in office.actions.asked]
    assert tested == ["", FINGERPRINT]


def test_closing_ends_a_test(office, dialog):
    office.actions.answers["test_connection"] = office.driver.future()
    dialog.test.button.click()
    dialog.close()
    office.driver.step()
    assert office.actions.answers["test_connection"].cancelled()
    assert office.desk._dialog is None


@NO_TRAY_HERE
def test_problems_of_the_file_are_named_on_top(offices):
    office = offices(problems=[Problem("pbx.hosts", "must be a list")])
    office.desk.show()
    dialog = office.desk._dialog
    assert "pbx.hosts: must be a list" in dialog.top.text
    assert "must be a list" in dialog.row("pbx.hosts").problem


@NO_TRAY_HERE
def test_the_first_start_opens_the_settings(offices):
    office = offices(settings=Settings())
    office.desk.show()
    assert office.desk._dialog.isVisible()
    assert office.desk._dialog.password.placeholderText() == "not stored yet"


def test_all_fields_can_be_reached_with_tab(dialog):
    for number, page in enumerate(PAGES):
        dialog.show_page(number)
        for field in page.fields:
            widget = dialog.row(field.place).input
            assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            assert widget.accessibleName()


def test_escape_closes(office, dialog, qtbot):
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert office.desk._dialog is None
