import pytest

from tests.ui.people import NOW, SETTINGS, Office, incoming
from traydial.domain.calls import Cause, Phase
from traydial.domain.connection import Connection, Link
from traydial.domain.errors import AlwaysInQueue
from traydial.domain.presence import Colleague, Presence
from traydial.domain.queues import Caller, Member, Queue, QueueSettings
from traydial.domain.settings import Settings

ME = Member("PJSIP/7001", "Me")
AT_LUNCH = Member("PJSIP/7001", "Me", paused=True, reason="Lunch", paused_since=NOW)
WAITING = (Caller("1", "+493012345670", "Anna Berger", NOW - 42), Caller("2", "7002", "", NOW))
SUPPORT = Queue("support", "Help desk", (ME,), WAITING)
SALES = Queue("sales")


def menu_of(office):
    office.desk.tray._rebuild(opening=True)
    return office.desk.tray.queues._menu


def texts(menu):
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def sub(menu, start):
    return next(a for a in menu.actions() if a.text().startswith(start)).menu()


def pick(menu, start):
    next(a for a in menu.actions() if a.text().startswith(start)).trigger()


def put(office, *queues):
    office.queues.set({queue.name: queue for queue in queues})


def test_there_is_no_entry_without_a_queue(office):
    assert menu_of(office) is None
    assert not any("ueue" in text for text in texts(office.desk.tray.menu))


def test_one_queue_stands_in_the_menu_itself(office):
    put(office, SUPPORT)
    menu = menu_of(office)
    assert menu.title() == "Help desk · 2 wait"
    assert texts(menu) == [
        "Taking calls",
        "Anna Berger\t00:42",
        "7002\t00:00",
        "Pause",
        "Log out",
    ]
    assert texts(sub(menu, "Pause")) == ["Break", "Lunch", "Meeting", "Without a reason"]
    pick(sub(menu, "Pause"), "Lunch")
    pick(menu, "Log out")
    assert office.actions.asked == [
        ("pause_queue", "support", True, "Lunch"),
        ("log_out_of_queue", "support"),
    ]


def test_several_have_a_menu_each(office):
    put(office, SUPPORT, SALES)
    menu = menu_of(office)
    assert menu.title() == "Queues · 2 wait"
    assert texts(menu) == ["Help desk · 2 wait", "Sales · logged out"]
    sales = sub(menu, "Sales")
    assert texts(sales) == ["Logged out", "Nobody waits", "Log in"]
    pick(sales, "Log in")
    assert office.actions.asked == [("log_in_to_queue", "sales")]


def test_one_can_pause_in_all_and_go_on_in_all(office):
    put(office, SUPPORT, Queue("sales", "", (AT_LUNCH,)))
    menu = menu_of(office)
    pick(sub(menu, "Pause in all"), "Without")
    pick(menu, "Go on in all")
    pick(sub(menu, "Sales · paused"), "Go on")
    assert office.actions.asked == [
        ("pause_queue", "", True, ""),
        ("pause_queue", "", False, ""),
        ("pause_queue", "sales", False, ""),
    ]


def test_a_pause_says_why_and_the_tray_says_it_too(office):
    put(office, Queue("sales", "", (AT_LUNCH,)))
    line = texts(menu_of(office))[0]
    assert line.startswith("Paused since ")
    assert line.endswith(": Lunch")
    assert "Paused in Sales: Lunch" in office.desk.tray.icon.toolTip()


def test_who_is_there_for_good_cannot_log_out_and_reads_why(office):
    put(office, Queue("support", members=(Member("PJSIP/7001", is_fixed=True),)))
    (out,) = [a for a in menu_of(office).actions() if a.text() == "Log out"]
    assert not out.isEnabled()
    assert "pause instead" in out.toolTip()


def test_without_the_right_one_sees_who_waits_and_can_change_nothing():
    limited = Office(connection=Connection(Link.ONLINE, NOW))
    try:
        put(limited, SUPPORT)
        menu = menu_of(limited)
        assert "Anna Berger\t00:42" in texts(menu)
        doing = [a for a in menu.actions() if a.text() in ("Pause", "Log out")]
        assert [a.isEnabled() for a in doing] == [False, False]
        assert all("may not log in to queues" in a.toolTip() for a in doing)
    finally:
        limited.close()


def test_what_comes_while_the_menu_is_open_is_shown(office):
    put(office, SUPPORT, SALES)
    tray = office.desk.tray
    tray.menu.aboutToShow.emit()
    assert office.actions.wanted_queues == 1
    put(office, Queue("support", "Help desk", (AT_LUNCH,)), SALES)
    assert tray.queues._menu.title() == "Queues"
    assert texts(tray.queues._menu)[0] == "Help desk · paused"


def test_what_goes_wrong_is_said(office):
    put(office, SUPPORT)
    office.actions.answers["log_out_of_queue"] = AlwaysInQueue("support")
    pick(menu_of(office), "Log out")
    (notice,) = office.desk.asides.notices
    assert "for good" in notice.words.sentence


def test_nothing_is_brought_to_a_tray_that_is_gone(office):
    put(office, SUPPORT)
    later = office.driver.future()
    office.actions.answers["log_out_of_queue"] = later
    pick(menu_of(office), "Log out")
    office.desk.close()
    later.set_exception(AlwaysInQueue("support"))
    office.driver.step()
    assert office.desk.asides.notices == []


def test_many_who_wait_are_counted_and_hostile_names_are_tamed(office):
    crowd = tuple(Caller(str(n), "", "<b>A&B\u202e\n" + "x" * 500, NOW) for n in range(30))
    put(office, Queue("support", members=(ME,), waiting=crowd))
    menu = menu_of(office)
    assert menu.title() == "Support · 30 wait"
    assert "and 22 more" in texts(menu)
    name = texts(menu)[1]
    assert len(name) < 100
    assert "A&&B" in name
    assert "\u202e" not in name
    assert "\n" not in name


def test_one_who_waits_under_a_name_that_shows_nothing_is_their_number(office):
    nameless = Caller("1", "7002", "\u3164\u200b", NOW)
    put(office, Queue("support", members=(ME,), waiting=(nameless,)))
    assert texts(menu_of(office))[1].partition("\t")[0] == "7002"


def test_a_queue_with_a_number_has_its_name_on_the_card():
    settings = Settings(SETTINGS.pbx, SETTINGS.phone, queues=QueueSettings(("400 = Sales",)))
    office = Office(settings)
    try:
        office.put(incoming(via="400", waits_since=NOW - 95))
        assert office.card().face.via == "Sales, waiting"
        office.put(incoming("in-2", via="7100"))
        assert office.card(1).face.via == "7100"
    finally:
        office.close()


@pytest.mark.parametrize("reasons", [(), ("Lunch & tea",)])
def test_reasons_are_as_the_settings_have_them(reasons):
    office = Office(Settings(SETTINGS.pbx, SETTINGS.phone, queues=QueueSettings((), reasons)))
    try:
        put(office, SUPPORT)
        menu = menu_of(office)
        if reasons:
            menu = sub(menu, "Pause")
        pick(menu, "Lunch && tea" if reasons else "Pause")
        reason = reasons[0] if reasons else ""
        assert office.actions.asked == [("pause_queue", "support", True, reason)]
    finally:
        office.close()


def test_who_took_a_call_has_the_name_that_colleagues_have(office):
    office.colleagues.set({"7002": Colleague("7002", "Bob Okafor", Presence.IDLE)})
    office.put(incoming(via="7100"))
    office.change("in-1", phase=Phase.ENDED, cause=Cause.ANSWERED_ELSEWHERE, taker="7002")
    assert office.card().face.status.startswith("Bob Okafor took it after ")
