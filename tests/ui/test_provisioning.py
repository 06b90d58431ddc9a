import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.ui.people import SETTINGS
from traydial.domain.errors import SettingsError
from traydial.domain.provisioning import provision
from traydial.domain.setting_layers import Layered

TABLES = {
    "pbx": {"hosts": ["new.example"], "password": "s3cret"},
    "dialling": {"form": "e164"},
    "clipboard": {"watch": True},
    "pop": {"command": ["rm"]},
}


@pytest.fixture
def window(office):
    layers = Layered(SETTINGS, locked=frozenset({"clipboard.watch"}))
    office.desk.windows.open_provision(provision("office.traydial", TABLES, layers, signed=False))
    return office.desk.windows.offer


def said(window):
    return "\n".join(widget.accessibleName() for widget in window.findChildren(QWidget))


def test_it_shows_what_would_change_and_what_is_left_out(window):
    text = said(window)
    assert "office.traydial changes 2 settings." in text
    assert "Connection: Address" in text
    assert "new.example" in text
    assert f"Now: {SETTINGS.pbx.hosts[0]}" in text
    assert "with a plus, +49 30 1234567" in text
    assert "Set by your administrator, so left as it is: Offer to call numbers that I copy." in text
    assert "Taken from signed files only, so left out: Program." in text
    assert "pbx.password" in text
    assert "s3cret" not in text
    assert "Nobody has signed it." in text


def test_nothing_is_saved_before_the_click(office, window):
    assert office.actions.asked == []
    window.take.click()
    name, settings, secret = office.actions.asked[0]
    assert (name, secret) == ("save_settings", None)
    assert settings.pbx.hosts == ("new.example",)
    assert settings.pop == SETTINGS.pop
    assert office.desk.windows.offer is None


def test_escape_changes_nothing(office, window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert office.actions.asked == []
    assert office.desk.windows.offer is None


def test_what_went_wrong_is_said_and_can_be_tried_again(office, window):
    office.actions.answers["save_settings"] = SettingsError("disk full")
    window.take.click()
    assert window.note.text
    assert window.take.isEnabled()


def test_a_file_that_changes_nothing_offers_no_import(office):
    office.desk.windows.open_provision(
        provision("same.traydial", {}, Layered(SETTINGS), signed=False)
    )
    window = office.desk.windows.offer
    assert "same.traydial changes nothing." in said(window)
    assert window.take.isHidden()
    assert window.cancel.accessibleName() == "Close"


def test_after_an_import_no_older_window_writes_over_it(office):
    office.desk.windows.open_settings()
    office.desk.windows.open_provision(
        provision("new.traydial", {"dialling": {"country": "AT"}}, Layered(SETTINGS), signed=False)
    )
    office.desk.windows.offer.take.click()
    assert office.desk.windows.settings_dialog is None
