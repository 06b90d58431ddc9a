import itertools

import pytest

from tests.ui.people import NOW, ONLINE, incoming, outgoing, talking
from traydial.domain.calls import Cause, Direction, Phase, Recording
from traydial.domain.connection import Connection, Link
from traydial.domain.errors import ConnectFailed, LoginRefused, NotSaved
from traydial.domain.health import Ailment, Health, News, Part
from traydial.domain.history import Gap, PastCall
from traydial.domain.parked import Parked
from traydial.domain.privileges import Ability
from traydial.ui.actions import Recent
from traydial.ui.tray_icon import DARK, LIGHT, draw
from traydial.ui.tray_presenter import Glyph, TrayFace, face, link_lines, tooltip

FACES = [
    TrayFace(Glyph.ONLINE),
    TrayFace(Glyph.CONNECTING),
    TrayFace(Glyph.OFFLINE),
    TrayFace(Glyph.RINGING),
    TrayFace(Glyph.TALKING),
    TrayFace(Glyph.TALKING, recording=True),
    TrayFace(Glyph.ONLINE, missed=2),
    TrayFace(Glyph.ONLINE, do_not_disturb=True),
    TrayFace(Glyph.ONLINE, forwarded=True),
]


def texts(menu):
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def pick(menu, start):
    next(a for a in menu.actions() if a.text().startswith(start)).trigger()


@pytest.mark.parametrize("size", [16, 22, 48])
def test_the_icons_differ_in_shape_alone(qapp, size):
    def shape(one):
        image = draw(one, size, DARK, LIGHT).toImage()
        pixels = {(x, y): image.pixelColor(x, y) for x in range(size) for y in range(size)}
        return {at for at, c in pixels.items() if c.alpha() > 127 and c.lightness() < 140}

    shapes = [shape(one) for one in FACES]
    for one, other in itertools.combinations(shapes, 2):
        assert len(one ^ other) > size * size * 0.02


@pytest.mark.parametrize(
    ("link", "call", "glyph"),
    [
        (Link.ONLINE, None, Glyph.ONLINE),
        (Link.CONNECTING, None, Glyph.CONNECTING),
        (Link.BOOTING, None, Glyph.CONNECTING),
        (Link.OFFLINE, None, Glyph.OFFLINE),
        (Link.REFUSED, None, Glyph.OFFLINE),
        (Link.ONLINE, incoming(), Glyph.RINGING),
        (Link.ONLINE, outgoing(), Glyph.RINGING),
        (Link.ONLINE, outgoing(phase=Phase.RINGING), Glyph.TALKING),
        (Link.ONLINE, talking(), Glyph.TALKING),
        (Link.ONLINE, incoming(phase=Phase.ENDED), Glyph.ONLINE),
    ],
)
def test_the_icon_shows_the_state(link, call, glyph):
    assert face(Connection(link), {call.key: call} if call else {}, 0).glyph is glyph


def test_offline_the_menu_says_what_since_when_and_what_next():
    offline = Connection(Link.OFFLINE, NOW, "h:1", ConnectFailed("h:1", "timed out"), NOW + 9)
    lines = link_lines(offline, "7001")
    assert "not connected since" in lines.state
    assert any("cannot be reached" in line for line in lines.more)
    assert any("Next try" in line for line in lines.more)
    assert lines.can_retry
    refused = link_lines(Connection(Link.REFUSED, problem=LoginRefused()), "7001")
    assert "refused" in refused.state


def test_the_menu_has_the_state_recent_numbers_and_what_one_can_do(office):
    office.desk.tray._rebuild()
    assert texts(office.desk.tray.menu) == [
        "7001 · ready",
        "Dial…",
        "Dial clipboard",
        "Recent",
        "Call history…",
        "Check the connection…",
        "Save what just happened",
        "Settings…",
        "Quit",
    ]


def test_menu_entries_do_what_they_say(office):
    menu = office.desk.tray.menu
    pick(menu, "Quit")
    pick(menu, "Dial…")
    assert office.desk._dial_box.isVisible()
    recent = next(a.menu() for a in menu.actions() if a.text().startswith("Recent"))
    pick(recent, "Bob")
    assert office.actions.asked == [("quit",), ("dial", "7002")]
    pick(menu, "Settings…")
    assert office.desk.windows.settings_dialog.isVisible()


def test_what_just_happened_is_saved_with_one_click_and_can_be_looked_into(office):
    pick(office.desk.tray.menu, "Save what just happened")
    (notice,) = office.desk.asides.notices
    assert "Traydial 2026-03-14 15.09.26.txt" in notice.accessibleName()
    assert "Passwords are not in it" in notice.accessibleName()
    notice.offered.click()
    _, file = office.actions.asked[-1]
    assert file.name == "Traydial 2026-03-14 15.09.26.txt"


def test_what_cannot_be_saved_is_said(office):
    office.actions.answers["save_recent"] = NotSaved("/nowhere", "No space left on device")
    pick(office.desk.tray.menu, "Save what just happened")
    (notice,) = office.desk.asides.notices
    assert "could not be saved" in notice.accessibleName()


def test_a_call_has_its_actions_in_the_menu(office):
    office.put(talking())
    office.desk.tray._rebuild()
    menu = office.desk.tray.menu
    assert any(text.startswith("Anna Berger · Talking") for text in texts(menu))
    pick(menu, "Record")
    pick(menu, "Hang up")
    assert office.actions.asked == [("record", "talk-1", True), ("hang_up", "talk-1")]


def test_what_is_not_allowed_is_disabled_in_the_menu_too(office):
    office.connection.set(Connection(Link.ONLINE, abilities=frozenset({Ability.HANG_UP})))
    office.put(talking())
    office.desk.tray._rebuild()
    record = next(a for a in office.desk.tray.menu.actions() if a.text() == "Record")
    assert not record.isEnabled()
    assert "may not record" in record.toolTip()


def test_several_calls_have_a_menu_each(office):
    office.put(talking(), incoming(name="Tom & Jerry"))
    office.desk.tray._rebuild()
    submenus = [a.text() for a in office.desk.tray.menu.actions() if a.menu()]
    assert submenus == ["Anna Berger · Talking", "Tom && Jerry · Incoming call", "Recent"]


def test_hostile_names_are_harmless_in_the_menu(office):
    office.actions.recents = [Recent("7", "x" * 10_000 + "\n&\u202e", "in", NOW, True)]
    office.put(talking(name="a\tb\u202e" + "y" * 10_000))
    office.desk.tray._rebuild()
    recent = next(a.menu() for a in office.desk.tray.menu.actions() if "Recent" in a.text())
    shown = [*texts(office.desk.tray.menu), texts(recent)[0].split("\t")[0]]
    assert all(len(text) < 120 and "\u202e" not in text and "\t" not in text for text in shown)


def test_try_now_is_there_when_not_connected(office):
    office.connection.set(Connection(Link.OFFLINE))
    office.desk.tray._rebuild()
    pick(office.desk.tray.menu, "Try now")
    assert office.actions.asked == [("retry_now",)]


def missed(key, number="+49301234567", name="", began=NOW - 600):
    return PastCall(key, Direction.IN, number, began, began + 9, Cause.MISSED, name=name)


def test_missed_calls_are_on_top_until_somebody_looks(office):
    office.missed.set(
        (
            missed("c", "7002", "Bob", began=NOW - 60),
            missed("b", began=NOW - 300),
            missed("a", "7002", "Bob", began=NOW - 900),
            missed("w", "", began=NOW - 990),
        )
    )
    tray = office.desk.tray
    assert tray.missed == 4
    assert "4 missed calls" in tray.icon.toolTip()
    tray._rebuild()
    lines = [action.text() for action in tray.menu.actions()][:4]
    assert lines[0] == "4 missed calls"
    assert [line.partition("\t")[0] for line in lines[1:]] == [
        "Bob (2)",
        "+49 30 1234567",
        "Unknown number",
    ]
    tray.menu.aboutToShow.emit()
    tray.menu.aboutToHide.emit()
    office.driver.step()
    assert ("missed_seen",) in office.actions.asked


def test_a_missed_call_is_called_back_by_a_click(office):
    office.missed.set((missed("a", "7002", "Bob"), missed("w", "", began=NOW - 900)))
    tray = office.desk.tray
    tray._rebuild()
    _, bob, nobody, *_ = tray.menu.actions()
    assert not nobody.isEnabled()
    bob.trigger()
    office.driver.step()
    assert ("dial", "7002") in office.actions.asked


@pytest.mark.parametrize(
    "name", ["x" * 10_000, "<b>A</b>\n&\t\u202e", "\u200b\u2800", "e\u0301" * 5000]
)
def test_a_hostile_caller_stays_one_harmless_line(office, name):
    office.missed.set((missed("a", name=name),))
    office.desk.tray._rebuild()
    line = office.desk.tray.menu.actions()[1].text().partition("\t")[0]
    assert len(line) <= 160
    assert not {"\u202e", "\n", "\t", "\u200b"} & {*line}


def test_of_many_the_rest_is_in_the_history(office):
    office.missed.set(tuple(missed(str(n), f"0301234{n}", began=NOW - n) for n in range(100, 120)))
    office.desk.tray._rebuild()
    assert len(texts(office.desk.tray.menu)) < 30
    pick(office.desk.tray.menu, "All missed calls…")
    assert office.desk.windows.history is not None


def test_time_in_which_nobody_watched_is_told(office):
    office.gaps.set((Gap(NOW - 7200, NOW - 3600),))
    tray = office.desk.tray
    tray._rebuild()
    assert tray.menu.actions()[0].text().startswith("Not connected from ")
    assert tray.missed == 0


def test_a_click_opens_the_dial_box_or_the_card_of_a_call(office):
    office.put(talking())
    office.card()._hide.click()
    office.desk.tray.clicked.emit()
    assert office.card().isVisible()
    assert office.desk._dial_box is None
    office.calls.set({})
    office.desk.tray.clicked.emit()
    assert office.desk._dial_box.isVisible()


def test_the_tooltip_says_it_all():
    recording = talking(recording=Recording.ON)
    assert tooltip(ONLINE, {"k": recording}, "7001", 1).splitlines() == [
        "Traydial · 7001 · ready",
        "Anna Berger · Talking",
        "1 missed call",
    ]


def test_parked_callers_are_listed_and_fetched(office):
    office.actions.lot = [Parked("801", "PJSIP/7002-1", "7002", "Bob", "PJSIP/7001", NOW - 75)]
    tray = office.desk.tray
    tray._rebuild()
    (menu,) = [a.menu() for a in tray.menu.actions() if a.text() == "Parked (1)"]
    (entry,) = menu.actions()
    assert entry.text() == "801 · Bob\t1:15"
    entry.trigger()
    assert office.actions.asked == [("fetch", "801")]


def test_what_is_out_of_order_stands_in_icon_tooltip_and_menu(office):
    tray = office.desk.tray
    phone, line = Ailment(Part.PHONE), Ailment(Part.TRUNK, "sip.example\u202e\n")
    tray.health_changed(Health(frozenset({line, phone}), is_known=True))
    tray._rebuild()
    assert texts(tray.menu)[1:3] == ["Your phone is not signed in", "Line down: sip.example"]
    assert "Your phone is not signed in" in tray.icon.toolTip()
    online = Connection(Link.ONLINE)
    assert face(online, {}, 0, None, Health(frozenset({phone}))).glyph is Glyph.OFFLINE
    assert face(online, {}, 0, None, Health(frozenset({line}))).glyph is Glyph.ONLINE
    tray.health_changed(Health(is_known=True))
    tray._rebuild()
    assert "Your phone is not signed in" not in texts(tray.menu)


@pytest.mark.parametrize("part", [*Part])
@pytest.mark.parametrize("is_over", [False, True])
def test_each_trouble_and_its_end_have_words(office, part, is_over):
    office.desk.tell(News(Ailment(part, "sip.example"), is_over=is_over))
    (notice,) = office.desk.asides.notices
    assert notice.words.sentence.endswith(".")
    assert bool(notice.words.remedy) is not is_over
