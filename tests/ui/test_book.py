from tests.ui.people import NOW, RECENT
from traydial.domain.contacts import Contact
from traydial.domain.presence import Colleague, Presence
from traydial.ui.book import Book


def colleagues(*given):
    return {c.extension: c for c in given}


BOB = Colleague("7002", "Bob", Presence.IN_USE)
ANNA = Colleague("7003", "Anna Berger", Presence.IDLE)
NOBODY = Colleague("10700", "", Presence.UNAVAILABLE)


def book(*people, stars=(), recent=(), without=""):
    made = Book(recent, str, NOW, without)
    made.update(colleagues(*people), stars)
    return made


def titles(found):
    return [line.title for line in found]


def test_colleagues_are_told_by_name_number_and_what_they_do():
    found = book(NOBODY, ANNA, BOB).find("")
    assert [(s.number, s.title, s.detail, s.presence) for s in found] == [
        ("7002", "Bob", "7002 · in a call", Presence.IN_USE),
        ("7003", "Anna Berger", "7003 · free", Presence.IDLE),
        ("10700", "10700", "phone not connected", Presence.UNAVAILABLE),
    ]


def test_a_name_or_a_part_of_a_number_finds_and_beginnings_come_first():
    made = book(NOBODY, ANNA, BOB, Colleague("1700"))
    assert titles(made.find("berg")) == ["Anna Berger"]
    assert titles(made.find("700")) == ["Bob", "Anna Berger", "1700", "10700"]
    assert made.find("x") == []


def test_favourites_are_on_top_whoever_they_are():
    made = book(ANNA, BOB, stars=("7003", "+49301"), recent=RECENT)
    found = made.find("")
    assert titles(found)[:2] == ["Anna Berger", "+49301"]
    assert [s.favourite for s in found] == [True, True, *[False] * 4]
    assert len({s.number for s in found}) == len(found)
    assert titles(made.find("bob")) == ["Bob Okafor"]


def test_who_was_called_lately_tells_what_they_do_too():
    found = book(BOB, recent=RECENT).find("okafor")
    assert [s.presence for s in found] == [Presence.IN_USE]
    assert found[0].detail.endswith("in a call")


def test_nobody_is_given_to_themselves():
    made = book(ANNA, BOB, stars=("7003",), without="7003")
    assert titles(made.find("")) == ["Bob"]


def test_what_changes_is_shown_and_who_goes_is_gone():
    made = book(ANNA, BOB)
    made.update(colleagues(ANNA, Colleague("7002", "Robert", Presence.RINGING)), ())
    assert titles(made.find("robert")) == ["Robert"]
    made.update(colleagues(ANNA), ())
    assert titles(made.find("")) == ["Anna Berger"]


def test_a_hostile_name_is_made_fit():
    made = book(Colleague("7002", "\u202eBob\n" * 50, Presence.IDLE))
    (line,) = made.find("bob")
    assert "\n" not in line.title
    assert "\u202e" not in line.title


def test_of_two_thousand_all_that_fit_are_found():  # how soon: tests/bench.py
    people = [Colleague(str(n), f"Person {n}", Presence.IDLE) for n in range(10000, 12000)]
    assert len(book(*people, recent=RECENT).find("person 11")) == 1000


def test_contacts_follow_by_name_with_their_numbers_and_company():
    people = [
        Contact("Dora Lind", "Nordwind", ("+49 40 1", "0170 1")),
        Contact("", "Dorado GmbH", ("040 2",)),
        Contact("Dorothea", numbers=("7004", "\u202e4")),
    ]
    asked = []

    def contacts(text):
        asked.append(text)
        return people

    made = Book([], str, NOW, "040 2", contacts)
    made.update({"7004": Colleague("7004", "Dora", Presence.IDLE)}, [])
    found = [(line.number, line.title, line.detail) for line in made.find("Dor")]
    assert found == [
        ("7004", "Dora", "7004 · free"),  # a colleague is shown as such, and once
        ("+49 40 1", "Dora Lind", "+49 40 1 · Nordwind"),
        ("0170 1", "Dora Lind", "0170 1 · Nordwind"),
        ("4", "Dorothea", "4"),
    ]
    assert titles(made.find("D")) == ["Dora"]
    assert made.find("70")[0].number == "7004"
    assert asked == ["dor"]  # neither for one letter nor for digits
