import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from tests.ui.conftest import NO_TRAY_HERE
from tests.ui.people import SETTINGS
from traydial.domain.errors import (
    CertificateFault,
    CertificateNotTrusted,
    LoginRefused,
    NotOpened,
    SettingsError,
)
from traydial.domain.settings import Problem, Settings
from traydial.ui.actions import Check, LinkHandler
from traydial.ui.check_line import CheckLine
from traydial.ui.settings_fields import FieldRow, label_width
from traydial.ui.settings_form import PAGES, page_of, settings_of, values_of
from traydial.ui.widgets import Button

FINGERPRINT = ":".join(["AB"] * 32)


@pytest.fixture
def dialog(office):
    office.desk.windows.open_settings()
    return office.desk.windows.settings_dialog


def lines(dialog):
    return [line.accessibleName() for line in dialog.test.findChildren(CheckLine)]


def test_fields_hold_the_settings_and_give_them_back():
    assert settings_of(values_of(SETTINGS)) == (SETTINGS, {})
    assert settings_of(values_of(Settings())) == (Settings(), {})


def test_every_setting_has_a_field():
    places = {field.place for page in PAGES for field in page.fields}
    assert places == set(values_of(Settings()))


def test_every_label_fits_beside_its_field(dialog):
    labels = [label for row in dialog.findChildren(FieldRow) for label in row.findChildren(QLabel)]
    wide = [label.text() for label in labels if label.text().endswith(":")]
    assert len(wide) > 20
    cut = [w for w in labels if w.text() in wide and w.sizeHint().width() > label_width()]
    assert [label.text() for label in cut] == []


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
    assert office.desk.windows.settings_dialog is None


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
    assert office.desk.windows.settings_dialog is dialog


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
    assert office.desk.windows.settings_dialog is None


@NO_TRAY_HERE
def test_problems_of_the_file_are_named_on_top(offices):
    office = offices(problems=[Problem("pbx.hosts", "must be a list")])
    office.desk.show()
    dialog = office.desk.windows.settings_dialog
    assert "pbx.hosts: must be a list" in dialog.top.text
    assert "must be a list" in dialog.row("pbx.hosts").problem


@NO_TRAY_HERE
def test_where_no_password_is_stored_the_field_says_so(offices):
    office = offices(settings=Settings())
    office.desk.windows.open_settings()
    assert office.desk.windows.settings_dialog.password.placeholderText() == "not stored yet"


def test_all_fields_can_be_reached_with_tab(dialog):
    for number, page in enumerate(PAGES):
        dialog.show_page(number)
        for field in page.fields:
            widget = dialog.row(field.place).input
            assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            assert widget.accessibleName()


def test_escape_closes(office, dialog, qtbot):
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert office.desk.windows.settings_dialog is None


def test_closing_with_changes_asks_once(office, dialog, qtbot):
    dialog.row("pbx.hosts").set_text("c.example")
    dialog.close()
    assert office.desk.windows.settings_dialog is dialog
    assert "not saved" in dialog.note.text
    assert dialog.cancel.accessibleName() == "Discard"
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert office.desk.windows.settings_dialog is None
    assert office.actions.asked == []


def test_who_goes_on_editing_is_warned_anew(office, dialog):
    dialog.row("pbx.hosts").set_text("c.example")
    dialog.close()
    dialog.row("pbx.hosts").set_text("d.example")
    dialog.close()
    assert office.desk.windows.settings_dialog is dialog


def test_what_was_saved_needs_no_warning(office, dialog):
    office.actions.answers["save_settings"] = "The password is kept for this run only."
    dialog.password.setText("s3cret")
    dialog.save.click()
    dialog.close()
    assert office.desk.windows.settings_dialog is None


def test_closing_without_changes_closes(office, dialog):
    dialog.close()
    assert office.desk.windows.settings_dialog is None


def test_what_would_be_dialled_can_be_tried_before_it_is_saved(office, dialog, qtbot):
    qtbot.keyClicks(dialog.trial.field, "030 1234567")
    assert dialog.trial.says.text() == "Dialled as 0301234567."
    dialog.row("dialling.outside_prefix").set_text("0")
    assert "0 gets an outside line" in dialog.trial.says.text()
    dialog.trial.field.setText("7002")
    assert dialog.trial.says.text() == "Dialled as 7002, an extension."
    dialog.trial.field.setText("hello")
    assert "no number" in dialog.trial.says.text()
    assert office.actions.asked == []


def test_what_would_be_opened_for_a_number_is_said_and_tried(office, dialog):
    dialog.show_page(page_of("pop.url"))
    dialog.row("dialling.country").set_text("DE")
    dialog.pop.field.setText("030 1234567")
    assert dialog.pop.says.text() == "Opens nothing."
    assert not dialog.pop.open.isEnabled()
    dialog.row("pop.url").set_text("https://crm.example/?q={e164}")
    dialog.row("pop.command").set_text("notify-send\n--\nCall from {number}")
    assert dialog.pop.says.text() == "Opens https://crm.example/?q=%2B49301234567"
    assert dialog.pop.starts.text() == "Starts notify-send -- “Call from 0301234567”"
    dialog.pop.open.click()
    dialog.pop.run.click()
    office.driver.step()
    asked = [(name, pop.url, number) for name, pop, number in office.actions.asked]
    wanted = ("https://crm.example/?q={e164}", "030 1234567")
    assert asked == [("try_page", *wanted), ("try_command", *wanted)]
    office.actions.answers["try_page"] = NotOpened("xdg-open", "there is no such program")
    dialog.pop.open.click()
    office.driver.step()
    assert "could not be opened" in dialog.pop.note.text


@pytest.mark.parametrize(
    ("handler", "says", "button"),
    [
        (LinkHandler("Skype", False), "opened by Skype", "Let Traydial open phone links"),
        (LinkHandler("", False), "by no program", "Let Traydial open phone links"),
        (LinkHandler("Traydial", True), "opened by Traydial", "Leave phone links to others"),
    ],
)
def test_who_opens_links_is_shown_and_changed(office, handler, says, button):
    office.actions.answers["link_handler"] = handler
    office.actions.answers["open_links"] = "Choose Traydial there."
    office.desk.windows.open_settings()
    links = office.desk.windows.settings_dialog.links
    assert says in links.says.text()
    assert links.button.accessibleName() == button
    links.button.click()
    assert office.actions.asked == [("open_links", not handler.ours)]
    assert links.note.text == "Choose Traydial there."


@pytest.mark.parametrize(
    ("on", "says", "button"),
    [
        (False, "does not start by itself", "Start it when I log in"),
        (True, "starts when you log in", "Do not start it by itself"),
    ],
)
def test_whether_it_starts_at_login_is_shown_and_changed(office, on, says, button):
    office.actions.answers["starts_at_login"] = on
    office.desk.windows.open_settings()
    login = office.desk.windows.settings_dialog.login
    assert says in login.says.text()
    assert login.button.accessibleName() == button
    login.button.click()
    assert office.actions.asked == [("start_at_login", not on)]


@pytest.mark.parametrize(
    ("key", "modifiers", "text"),
    [
        (Qt.Key.Key_F9, "Control|Shift", "Ctrl+Shift+F9"),
        (Qt.Key.Key_D, "Control|Alt", "Ctrl+Alt+D"),
        (Qt.Key.Key_Pause, "", "Pause"),
        (Qt.Key.Key_Backspace, "", ""),
        (Qt.Key.Key_Control, "Control", "Ctrl+Shift+F10"),  # no key yet: it stays as it was
    ],
)
def test_a_key_combination_is_pressed_and_not_typed(dialog, qtbot, key, modifiers, text):
    held = Qt.KeyboardModifier.NoModifier
    for name in filter(None, modifiers.split("|")):
        held |= Qt.KeyboardModifier[f"{name}Modifier"]
    row = dialog.row("hotkeys.answer_hang_up")
    qtbot.keyClick(row.input, key, held)
    assert row.value == text
    assert row.problem == ""


def test_a_combination_that_is_needed_for_typing_is_refused(dialog, qtbot):
    row = dialog.row("hotkeys.dial_box")
    qtbot.keyClick(row.input, Qt.Key.Key_D)
    assert "needed for typing" in row.problem


def test_rules_are_lines_and_keep_their_commas(dialog):
    rules = "0{2,3}(.*) -> 9\\1\n1(.) -> \\1"
    dialog.row("dialling.replacements").set_text(rules)
    settings, wrong = settings_of(dialog.values())
    assert (settings.dialling.replacements, wrong) == (tuple(rules.split("\n")), {})


def test_what_the_administrator_set_is_locked_and_says_so(offices):
    office = offices(locked=lambda: frozenset({"pbx.hosts", "clipboard.watch"}))
    office.desk.windows.open_settings()
    dialog = office.desk.windows.settings_dialog
    dialog.show()
    row = dialog.row("pbx.hosts")
    assert not row.input.isEnabled()
    assert row.lock_sign.isVisibleTo(row)
    assert row.below.text() == "Set by your administrator."
    assert row.input.accessibleDescription() == "Set by your administrator."
    row.set_text("evil.example")
    assert row.value == ", ".join(SETTINGS.pbx.hosts)
    assert not dialog.row("clipboard.watch").input.isEnabled()
    assert dialog.row("pbx.username").input.isEnabled()


@NO_TRAY_HERE
def test_what_is_wrong_elsewhere_does_not_bother_at_every_start(offices):
    wrong = Problem("pbx.hosts", "must be a list", "locked by the administrator")
    office = offices(problems=[wrong])
    office.desk.show()
    assert office.desk.windows.settings_dialog is None
    office.desk.windows.open_settings()
    assert "Tell your administrator." in office.desk.windows.settings_dialog.top.text
    assert office.desk.windows.settings_dialog.row("pbx.hosts").problem == ""
