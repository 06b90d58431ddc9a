"""From nothing to the first call: five steps, each of which may wait."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.conftest import NO_TRAY_HERE
from tests.ui.people import Office
from traydial.domain.connection import Connection
from traydial.domain.errors import (
    CertificateFault,
    CertificateNotTrusted,
    ConnectFailed,
    LoginRefused,
    PhoneNotRegistered,
)
from traydial.domain.proposals import OwnPhone, Proposal, Rang
from traydial.domain.provisioning import provision
from traydial.domain.setting_layers import Layered
from traydial.domain.settings import PbxSettings, PhoneSettings, Settings
from traydial.ui.actions import Check
from traydial.ui.notes import Note
from traydial.ui.widgets import Button

pytestmark = NO_TRAY_HERE
FINGERPRINT = ":".join(["AB"] * 32)
FOUND = [Check(True, "pbx.example is 10.0.0.5"), Check(True, "Certificate of pbx.example")]


@pytest.fixture
def office(qapp):
    it = Office(Settings(), Connection())
    it.actions.answers.update(find_phone_system=True, sign_in=Proposal(), ring_phone=Rang.ANSWERED)
    it.actions.checks = [*FOUND]
    it.desk.show()
    yield it
    it.close()


@pytest.fixture
def assistant(office):
    return office.desk.windows.assistant


def fill(assistant, place, text):
    assistant.step.rows[place].set_text(text)


def next_(assistant, times=1):
    for _ in range(times):
        assistant.next.click()


def asked(office, name):
    return [request[1:] for request in office.actions.asked if request[0] == name]


def to_sign_in(assistant):
    fill(assistant, "pbx.hosts", "pbx.example")
    next_(assistant, 2)


def to_phone(assistant):
    to_sign_in(assistant)
    fill(assistant, "pbx.username", "traydial-7001")
    QTest.keyClicks(assistant.step.secret.input, "hush")
    next_(assistant)


def provisioned(tables):
    return provision("office.traydial", tables, Layered(), signed=False)


def told(widget):
    QApplication.processEvents()  # what was added a moment ago is shown now
    return [note.text for note in widget.findChildren(Note) if note.isVisible()]


def test_a_first_start_leads_to_the_first_call(office, assistant):
    assert assistant.isVisible()
    assert assistant.where.text() == "Step 1 of 5"
    fill(assistant, "pbx.hosts", "pbx.example")
    next_(assistant)
    assert assistant.title.text() == "Your phone system"  # the certificate is to be seen
    next_(assistant)
    fill(assistant, "pbx.username", "traydial-7001")
    QTest.keyClicks(assistant.step.secret.input, "hush")
    office.actions.answers["sign_in"] = Proposal(
        OwnPhone("7001", "from-internal", "PJSIP/7001"), (OwnPhone("7002"),)
    )
    next_(assistant)
    ((settings, secret),) = asked(office, "sign_in")
    assert (settings.pbx.username, secret) == ("traydial-7001", "hush")
    assert assistant.title.text() == "Your phone"
    assert assistant.step.rows["phone.extension"].value == "7001"
    assert assistant.step.rows["phone.context"].value == "from-internal"
    assert assistant.step.rows["phone.extension"].input.completer().model().rowCount() == 2
    next_(assistant)
    fill(assistant, "dialling.country", "DE")
    fill(assistant, "dialling.outside_prefix", "0")
    next_(assistant)
    assistant.step.ring.click()
    assert "it works" in "".join(told(assistant))
    assert assistant.next.text() == "Finish"
    next_(assistant)
    ((saved, secret),) = asked(office, "save_settings")
    assert secret == "hush"
    assert saved.pbx.hosts == ("pbx.example",)
    assert (saved.phone.extension, saved.phone.context) == ("7001", "from-internal")
    assert (saved.dialling.country, saved.dialling.outside_prefix) == ("DE", "0")
    assert office.desk.windows.assistant is None


def test_it_works_by_keyboard_alone(office, assistant):
    field = assistant.step.rows["pbx.hosts"].input
    QTest.keyClicks(field, "pbx.example")
    QTest.keyClick(assistant, Qt.Key.Key_Return)
    QTest.keyClick(assistant, Qt.Key.Key_Return)
    assert assistant.title.text() == "Your account"
    QTest.keyClick(assistant, Qt.Key.Key_Escape)
    assert office.desk.windows.assistant is None
    assert asked(office, "save_settings")[0][0].pbx.hosts == ("pbx.example",)


def test_a_certificate_that_is_not_known_is_shown_and_trusted_by_a_click(office, assistant):
    error = CertificateNotTrusted("pbx", CertificateFault.SELF_SIGNED, FINGERPRINT, "self-signed")
    office.actions.checks = [FOUND[0], Check(False, "Connection to pbx.example:5039", error)]
    office.actions.answers["find_phone_system"] = False
    fill(assistant, "pbx.hosts", "pbx.example")
    next_(assistant)
    trust = next(b for b in assistant.findChildren(Button) if b.text() == "Trust this certificate")
    office.actions.answers["find_phone_system"] = True
    office.actions.checks = [*FOUND]
    trust.click()
    assert asked(office, "find_phone_system")[-1][0].pbx.fingerprint == FINGERPRINT
    next_(assistant)
    assert assistant.title.text() == "Your account"


def test_another_address_is_another_certificate(office, assistant):
    to_sign_in(assistant)
    assistant.back.click()
    assistant._values["pbx.fingerprint"] = FINGERPRINT
    fill(assistant, "pbx.hosts", "other.example")
    next_(assistant)
    assert asked(office, "find_phone_system")[-1][0].pbx.fingerprint == ""


def test_what_fails_says_what_helps_and_may_be_left_for_later(office, assistant):
    office.actions.checks = [Check(False, "Port 5039", ConnectFailed("pbx:5039", "refused"))]
    office.actions.answers["find_phone_system"] = False
    assert not assistant.skip.isVisible()
    fill(assistant, "pbx.hosts", "pbx")
    next_(assistant)
    assert told(assistant)
    assistant.skip.click()
    assert assistant.title.text() == "Your account"
    fill(assistant, "pbx.username", "u")
    office.actions.answers["sign_in"] = LoginRefused("Authentication failed")
    next_(assistant)
    assert assistant.title.text() == "Your account"
    assert told(assistant)
    assistant.skip.click()
    assert assistant.title.text() == "Your phone"
    next_(assistant)
    assert "needed" in assistant.step.rows["phone.extension"].problem


def test_what_is_wrong_is_said_at_its_field(office, assistant):
    fill(assistant, "pbx.hosts", "pbx:notaport")
    next_(assistant)
    assert assistant.step.rows["pbx.hosts"].problem
    assert asked(office, "find_phone_system") == []


def test_looking_can_be_stopped(office, assistant):
    office.actions.answers["find_phone_system"] = office.driver.future()
    fill(assistant, "pbx.hosts", "pbx.example")
    next_(assistant)
    assert assistant.next.text() == "Stop"
    next_(assistant)
    office.driver.step()
    assert assistant.next.text() == "Next"
    assert assistant.title.text() == "Your phone system"


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (Rang.UNANSWERED, "Nobody picked up"),
        (Rang.UNREACHED, "could not be rung"),
        (PhoneNotRegistered("PJSIP/7001"), "not connected to the phone system"),
    ],
)
def test_the_trial_ring_says_what_came_of_it(office, assistant, answer, says):
    to_phone(assistant)
    fill(assistant, "phone.extension", "7001")
    fill(assistant, "phone.context", "internal")
    next_(assistant, 2)
    waits = office.driver.future()
    office.actions.answers["ring_phone"] = waits
    assistant.step.ring.click()
    assert "Pick it up" in "".join(told(assistant))
    assert assistant.step.ring.text() == "Stop"
    if isinstance(answer, Exception):
        waits.set_exception(answer)
    else:
        waits.set_result(answer)
    office.driver.step()
    assert says in "".join(told(assistant))
    assert assistant.step.ring.text() == "Ring once more"


def test_closed_halfway_it_is_come_back_to(office, assistant):
    to_sign_in(assistant)
    fill(assistant, "pbx.username", "traydial-7001")
    assistant.close()
    kept = asked(office, "save_settings")[0][0]
    office.settings.set(kept)
    office.desk.tray._rebuild()
    assert "Set up Traydial…" in [a.text() for a in office.desk.tray.menu.actions()]
    office.desk.tray.set_up.emit()
    again = office.desk.windows.assistant
    assert again.step.rows["pbx.hosts"].value == "pbx.example"
    next_(again, 2)
    assert again.step.rows["pbx.username"].value == "traydial-7001"


def test_a_link_from_the_administrator_is_taken_in_place_of_an_address(office, assistant):
    link = "https://pbx.example/it/office.traydial"
    fill(assistant, "pbx.hosts", link)
    next_(assistant)
    assert asked(office, "take_settings_file") == [(link,)]
    assert asked(office, "find_phone_system") == []
    assert assistant.step.rows["pbx.hosts"].value == ""


def test_a_file_from_the_administrator_saves_typing(office, assistant):
    assistant.file.emit("/home/anna/office.traydial")
    assert asked(office, "take_settings_file") == [("/home/anna/office.traydial",)]
    provision = provisioned({"pbx": {"hosts": ["pbx.example"], "username": "traydial-7001"}})
    office.desk.windows.open_provision(provision)
    office.settings.set(provision.settings)
    office.desk.windows.offer.imported.emit()
    assert office.desk.windows.assistant.step.rows["pbx.hosts"].value == "pbx.example"


def test_what_the_administrator_locked_is_shown_so(qapp):
    office = Office(
        Settings(PbxSettings(("pbx",))), Connection(), locked=lambda: frozenset({"pbx.hosts"})
    )
    office.desk.show()
    rows = office.desk.windows.assistant.step.rows
    assert not rows["pbx.hosts"].input.isEnabled()
    assert "administrator" in rows["pbx.hosts"].below.text()
    office.close()


def test_who_is_set_up_is_not_asked_again(qapp):
    office = Office(Settings(PbxSettings(("pbx",), username="u"), PhoneSettings("7001", (), "x")))
    office.desk.show()
    assert office.desk.windows.assistant is None
    office.desk.tray._rebuild()
    assert "Set up Traydial…" not in [a.text() for a in office.desk.tray.menu.actions()]
    office.close()
