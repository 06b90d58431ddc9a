"""Tests of the settings' page of contacts."""

import pytest

from traydial.domain.contacts import Contact
from traydial.ui.actions import SourceAnswer
from traydial.ui.settings_form import page_of

ANNA = Contact("Anna\u202e <b>Berg</b>", "Nordwind")


@pytest.fixture
def dialog(office):
    office.desk.windows.open_settings()
    dialog = office.desk.windows.settings_dialog
    dialog.show_page(page_of("contacts.files"))
    return dialog


def test_each_source_has_a_line_with_what_it_says(office, dialog):
    office.actions.source_answers = [
        SourceAnswer("Contact files", (ANNA,), took_s=0.04),
        SourceAnswer("Database", (Contact("Bob"),), exact=False, took_s=0.21),
        SourceAnswer("Customer system", took_s=1.0),
        SourceAnswer("Phone system", by_name=False),
        SourceAnswer("Company directory", why="the directory refuses user name or password"),
    ]
    dialog.row("crm.url").set_text("https://crm.example/{e164}")
    dialog.secrets["ldap"].input.setText("s3cret")
    dialog.try_sources.field.setText("030 1234567")
    dialog.try_sources.button.click()
    name, settings, passwords, text = office.actions.asked[-1]
    assert (name, passwords, text) == ("try_contacts", {"ldap": "s3cret"}, "030 1234567")
    assert settings.crm.url == "https://crm.example/{e164}"
    assert dialog.try_sources.answers() == [
        "Contact files, 0.0 s: Anna <b>Berg</b>, Nordwind",
        "Database, 0.2 s: Probably Bob: the last digits agree.",
        "Customer system, 1.0 s: Knows nobody.",
        "Phone system, 0.0 s: Is asked for numbers alone.",
        "Company directory, 0.0 s: The directory refuses user name or password.",
    ]


def test_a_trial_can_be_stopped(office, dialog):
    office.actions.answers["try_contacts"] = office.driver.future()
    dialog.try_sources.field.setText("anna")
    dialog.try_sources.button.click()
    assert dialog.try_sources.button.accessibleName() == "Stop"
    dialog.try_sources.button.click()
    office.driver.step()
    assert dialog.try_sources.button.accessibleName() == "Try it"


def test_what_is_wrong_in_a_folded_source_is_unfolded_and_shown(office, dialog):
    row = dialog.row("database.url")
    assert not row.fold.is_open
    row.set_text("postgresql://reader:s3cret@db.example/crm")
    dialog.try_sources.field.setText("anna")
    dialog.try_sources.button.click()
    assert office.actions.asked == []
    assert row.fold.is_open
    assert "keyring" in row.problem
    assert "s3cret" not in row.fold.heading.accessibleName()


def test_a_heading_tells_whether_the_source_is_used(dialog):
    heading = dialog.row("ldap.url").fold.heading
    assert heading.accessibleName() == "Company directory (LDAP), not used, folded"
    dialog.row("ldap.url").set_text("ldaps://directory.example")
    heading.click()
    assert heading.accessibleName() == ("Company directory (LDAP), directory.example, unfolded")


def test_every_password_has_its_place_in_the_source_it_is_for(dialog):
    assert len(dialog.secrets) >= 5
    for section, secret in dialog.secrets.items():
        assert dialog.row(f"{section}.url").fold.isAncestorOf(secret.input)


def test_passwords_go_with_the_settings_and_are_forgotten_here(office, dialog):
    office.actions.answers["save_settings"] = "something to say"
    dialog.secrets["crm"].input.setText("Bearer s3cret")
    dialog.save.click()
    assert office.actions.asked[0][3] == {"crm": "Bearer s3cret"}
    assert dialog.secrets["crm"].input.text() == ""


def test_a_password_that_was_typed_is_not_lost_without_a_word(office, dialog):
    dialog.secrets["crm"].input.setText("Bearer s3cret")
    dialog.close()
    assert "not saved" in dialog.note.text
