"""Which wishes are dialled at once, which ask first, and that none is lost."""

from dataclasses import replace

import pytest

from traydial.app.intake import BURST_S, MOST_ASKED, TOGETHER_S, Intake
from traydial.domain.errors import NothingToDial
from traydial.domain.numbers import understand
from traydial.domain.settings import AskSettings, DialSettings, PhoneSettings, Settings
from traydial.domain.store import Store
from traydial.domain.wishes import Question, Source

BERLIN = "tel:+49301234567"


class Call:
    def __init__(self, number):
        self.number, self.withdrawn, self.talking = number, False, False

    def withdraw(self):
        self.withdrawn = not self.talking
        return self.withdrawn


class Room:
    """An intake with a desk that shows one question at a time."""

    def __init__(self, **ask):
        self.settings = Settings(
            dialling=DialSettings(country="DE", form="e164"), ask=AskSettings(**ask)
        )
        self.locked, self.now = Store(False), 1000.0
        self.calls, self.shown, self.box = [], None, None
        self.intake = Intake(
            self, lambda: self.settings, self._dial, self.locked, clock=lambda: self.now
        )

    def _dial(self, number):
        self.calls.append(Call(number))
        return self.calls[-1]

    def ask(self, question, then):
        self.shown, self._then = question, then

    def open_dial_box(self, text=""):
        self.box = text

    def answer(self, number):
        self.shown = None
        self._then(number)

    @property
    def dialled(self):
        return [call.number.meant for call in self.calls if not call.withdrawn]

    @property
    def asked(self):
        return self.shown and (self.shown.why, [number.meant for number in self.shown.numbers])


@pytest.fixture
def room():
    return Room()


def test_one_click_dials(room):
    assert room.intake.link(BERLIN) is room.calls[0]
    assert (room.dialled, room.shown) == (["+49301234567"], None)


def test_a_double_click_is_one_call(room):
    first = room.intake.link(BERLIN)
    room.now += BURST_S / 2
    assert room.intake.link("tel:+49-30-1234567") is first
    assert (len(room.calls), room.shown) == (1, None)


def test_a_later_click_dials_again(room):
    for _ in range(2):
        room.intake.link(BERLIN)
        room.now += BURST_S
    assert len(room.calls) == 2


def test_ten_links_at_once_are_one_question_and_no_call(room):
    links = [f"tel:+4930123450{n}" for n in range(10)]
    for link in links:
        room.intake.link(link)
        room.now += 0.01
    assert room.dialled == []
    assert room.asked == ("burst", [link[4:] for link in links])
    room.answer(room.shown.numbers[3])
    assert (room.dialled, room.shown) == (["+49301234503"], None)


def test_a_link_soon_after_another_asks_and_leaves_the_first(room):
    room.intake.link(BERLIN)
    room.now += TOGETHER_S
    room.intake.link("tel:+49301234568")
    assert room.dialled == ["+49301234567"]
    assert room.asked == ("burst", ["+49301234568"])


def test_a_call_that_was_answered_is_not_taken_back(room):
    room.intake.link(BERLIN)
    room.calls[0].talking = True
    room.intake.link("tel:+49301234568")
    assert (room.dialled, room.asked) == (["+49301234567"], ("burst", ["+49301234568"]))


def test_a_page_cannot_fill_the_screen(room):
    for n in range(1000):
        room.intake.link(f"tel:+4930{1000000 + n}")
    assert len(room.shown.numbers) == MOST_ASKED


def test_who_refuses_a_burst_has_refused_all_of_it(room):
    for n in range(3):
        room.intake.link(f"tel:+4930123450{n}")
    room.answer(None)
    assert (room.dialled, room.shown) == ([], None)


@pytest.mark.parametrize(
    ("link", "why"),
    [
        ("tel:+33123456789", "international"),
        ("tel:+499001234567", "premium"),
        ("tel:112", "emergency"),
    ],
)
def test_what_always_asks(room, link, why):
    assert room.intake.link(link) is None
    assert (room.calls, room.asked[0]) == ([], why)
    room.answer(room.shown.numbers[0])
    assert len(room.calls) == 1


def test_patterns_of_the_admin_ask():
    room = Room(always=("_030X.",))
    room.intake.link("tel:030-1234567")
    assert (room.calls, room.asked[0]) == ([], "listed")


def test_links_may_always_ask():
    room = Room(links="always")
    room.intake.link(BERLIN)
    assert (room.calls, room.asked[0]) == ([], "links")
    room.intake.text("030 1234567", Source.SELECTION)
    assert len(room.calls) == 1  # a key that was pressed is no link


def test_links_ask_where_the_phone_lifts_by_itself(room):
    room.settings = replace(room.settings, phone=PhoneSettings(auto_answer="call-info"))
    room.intake.link(BERLIN)
    assert (room.calls, room.asked[0]) == ([], "links")
    room.intake.text("030 7654321", Source.SELECTION)
    assert len(room.calls) == 1


@pytest.mark.parametrize("link", ["tel:*21*030123%23", "tel:anna", "tel:", "tel:030;ext=*7"])
def test_a_link_without_a_number_or_with_a_code_is_told(room, link):
    try:
        room.intake.link(link)
    except NothingToDial:
        assert room.calls == []
    else:
        assert not {*"*#"} & {*room.calls[0].number.dial, *room.calls[0].number.after}


def test_links_wait_while_the_session_is_locked(room):
    room.locked.set(True)
    for n in range(3):
        room.intake.link(f"tel:+4930123450{n}")
        room.now += 60
    assert (room.calls, room.shown) == ([], None)
    room.locked.set(False)
    assert room.asked == ("locked", ["+49301234500", "+49301234501", "+49301234502"])
    room.answer(None)
    room.locked.set(True)
    room.locked.set(False)
    assert room.shown is None


def test_several_numbers_in_a_text_are_to_choose_from(room):
    room.intake.text("030 1234567\n030 7654321", Source.SELECTION)
    assert room.asked == ("choose", ["+49301234567", "+49307654321"])
    room.answer(room.shown.numbers[1])
    assert room.dialled == ["+49307654321"]


@pytest.mark.parametrize("text", ["Anna Berger", "", "  *21*030123#\n"])
def test_a_text_without_a_number_or_with_a_code_opens_the_dial_box(room, text):
    room.intake.text(text, Source.SELECTION)
    assert (room.calls, room.shown, room.box) == ([], None, text.strip())


def test_questions_wait_for_each_other(room):
    room.intake.text("030 1234567\n030 7654321", Source.SELECTION)
    room.intake.link("tel:+33123456789")
    assert room.asked[0] == "choose"
    room.answer(None)
    assert room.asked[0] == "international"
    room.answer(room.shown.numbers[0])
    assert room.dialled == ["+33123456789"]


def test_a_question_from_elsewhere_waits_its_turn_and_blocks_nothing(room):
    answers = []
    room.intake.link("tel:+33123456789")
    free = Question((understand("7003", room.settings.dialling),), Source.PRESENCE, "free")
    room.intake.ask(free, answers.append)
    assert room.asked[0] == "international"
    room.answer(room.shown.numbers[0])
    assert (room.shown, room.dialled) == (free, ["+33123456789"])
    room.answer(free.numbers[0])
    assert (answers, room.shown) == ([free.numbers[0]], None)
    room.now += 60
    room.intake.link("tel:+33123456780")
    assert room.asked[0] == "international"


def test_a_copied_number_is_offered_and_gives_way(room):
    room.intake.copied("call 030 1234567 please")
    assert (room.calls, room.asked) == ([], ("copied", ["+49301234567"]))
    room.intake.copied("030 7654321")
    assert room.asked == ("copied", ["+49307654321"])
    room.intake.link("tel:+33123456789")
    assert room.asked[0] == "international"
    room.intake.copied("030 1234567")
    assert room.asked[0] == "international"


@pytest.mark.parametrize("text", ["2026-11-23", "2026", "10117", "nothing here", ""])
def test_what_is_copied_without_a_number_says_nothing(room, text):
    room.intake.copied(text)
    assert (room.calls, room.shown, room.box) == ([], None, None)
