from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from tests.ui.conftest import NO_TRAY_HERE, left_over
from tests.ui.people import Office, incoming, outgoing, talking
from traydial.domain.calls import Cause, Phase
from traydial.domain.connection import Connection
from traydial.domain.diversions import Diversions
from traydial.domain.errors import ConnectionLost, NoSuchNumber
from traydial.domain.health import Health
from traydial.ui.card_offers import Do


@NO_TRAY_HERE
def test_nothing_is_left_when_it_closes(qapp):
    before, _ = left_over()
    office = Office()
    office.desk.show()
    office.desk.open_dial_box("7002")
    office.desk.windows.open_settings()
    office.put(incoming(), outgoing(), talking())
    office.card(2).button(Do.TRANSFER).click()
    office.change("in-1", phase=Phase.ENDED, cause=Cause.MISSED)
    office.desk.say(ConnectionLost())
    office.close()
    windows, timers = left_over()
    assert set(windows) <= set(before)
    assert timers == []


def test_closed_it_hears_nothing_more(office):
    office.desk.close()
    left_over()  # its icon is truly gone
    office.put(incoming())
    for store, value in (
        (office.connection, Connection()),
        (office.diversions, Diversions(do_not_disturb=True)),
        (office.health, Health(is_known=True)),
    ):
        store.set(value)
    office.desk.open_dial_box()
    office.desk.windows.open_settings()
    office.desk.say(ConnectionLost())
    office.desk.close()


def test_an_error_that_belongs_to_no_call_is_a_card_of_its_own(office):
    office.desk.say(NoSuchNumber("7"))
    office.desk.say(NoSuchNumber("7"))
    (notice,) = office.desk.asides.notices
    assert notice.isVisible()
    office.put(incoming())
    assert not notice.card().intersects(office.card().card())


def test_calls_that_were_there_before_come_up(qapp):
    office = Office()
    office.close()
    office.calls.set({})
    other = Office()
    other.put(talking())
    assert other.card().isVisible()
    other.close()
    left_over()


def test_all_labels_show_plain_text(office):
    office.desk.open_dial_box("7002")
    office.desk.windows.open_settings()
    office.put(talking())
    office.card().button(Do.TRANSFER).click()
    office.desk.say(NoSuchNumber("7"))
    labels = [
        label for window in QApplication.topLevelWidgets() for label in window.findChildren(QLabel)
    ]
    assert len(labels) > 30
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in labels)


def test_the_dial_box_opens_once_and_takes_another_text(office):
    office.desk.open_dial_box("1")
    box = office.desk._dial_box
    office.desk.open_dial_box("22")
    assert office.desk._dial_box is box
    assert box.entry.field.text() == "22"
