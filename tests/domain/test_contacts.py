"""Tests of whose number it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from traydial.domain.contacts import Contact, ContactIndex, Match, digits_of
from traydial.domain.settings import DialSettings

BERLIN = DialSettings("DE", "30", outside_prefix="0")


def owner(*numbers, told, dialling=BERLIN):
    found = ContactIndex([Contact("Anna", numbers=numbers)]).find(told, dialling)
    return ("exact" if found.exact else "loose") if found else None


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("+49 30 1234567", "+49301234567"),
        ("+49 (0)30 1234567", "0301234567"),
        ("030/1234567", "+49301234567"),
        ("030 123 45 67", "00301234567"),  # the PBX puts the outside prefix before it
        ("030 1234567", "0049301234567"),
        ("1234567", "+49301234567"),  # without its area code: the office's own
        ("+49 30 1234567", "1234567"),
        ("0049 30 1234567", "0301234567"),
        ("+44 20 7946 0018", "00442079460018"),
        ("+44 20 7946 0018", "000442079460018"),
        ("+49 30 1234567 ext. 12", "0301234567"),
        ("\u0660\u0663\u0660 \u0661\u0662\u0663\u0664\u0665\u0666\u0667", "0301234567"),
        ("7002", "7002"),
        ("+1 (212) 555-0100", "+12125550100"),
    ],
)
def test_spellings_of_one_number(written, told):
    assert owner(written, told=told) == "exact"


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("040 1234567", "0301234567"),  # another town
        ("+43 30 1234567", "0301234567"),  # another country
        ("+44 30 1234567", "+49301234567"),
        ("7002", "0307002"),
        ("17002", "7002"),
        ("", "0301234567"),
        ("Anna", "Anna"),
        ("0301234567", ""),
        ("0301234567", "Anonymous"),
        ("0301234567", "<unknown>"),
    ],
)
def test_what_is_somebody_else_s(written, told):
    assert owner(written, told=told) is None


def test_local_forms_match_by_their_last_digits_alone():
    nowhere = DialSettings()
    assert owner("030 1234567", told="+49301234567", dialling=nowhere) == "loose"
    assert owner("1234567", told="0301234567", dialling=nowhere) == "loose"
    assert owner("12345", told="03012345", dialling=nowhere) is None  # too few


def test_an_exact_match_outdoes_loose_ones():
    anna, bob = Contact("Anna", numbers=("+49 30 1234567",)), Contact("Bob", numbers=("234567",))
    found = ContactIndex([bob, anna]).find("+49301234567", DialSettings("DE"))
    assert (found.certain, found.exact) == (anna, True)


def test_several_with_one_number_are_all_named():
    switchboard = "+49 30 1234560"
    people = [Contact("Anna", numbers=(switchboard,)), Contact("Bob", numbers=(switchboard,))]
    found = ContactIndex(people).find("0301234560", BERLIN)
    assert found.certain is None
    assert [c.name for c in found.contacts] == ["Anna", "Bob"]


def test_one_person_in_two_books_is_one():
    twice = [Contact("Anna  Berg", numbers=("0301234560",), source=s) for s in ("files", "ldap")]
    twice.append(Contact("anna berg", numbers=("+49301234560",), source="crm"))
    assert ContactIndex(twice).find("0301234560", BERLIN).certain == twice[0]


def test_nobody_is_nobody():
    assert not Match()
    assert Match().certain is None


def test_names_are_searched_word_by_word():
    people = [
        Contact("Hannah Ek", "Annex"),
        Contact("Anna Berg", "Nordwind"),
        Contact("Bob Ann\u00e4s"),
        Contact("", "ANNA GmbH"),
    ]
    index = ContactIndex(people)
    assert [c.known_as for c in index.search("ann")] == [
        "Anna Berg", "ANNA GmbH", "Hannah Ek", "Bob Ann\u00e4s",
    ]  # fmt: skip
    assert index.search("nord anna") == [people[1]]
    assert index.search("  ") == []
    assert len(index.search("ann", most=2)) == 2


@given(st.text(max_size=60))
def test_any_text_may_be_a_number(text):
    digits = digits_of(text)
    assert digits.replace("+", "", 1).replace("*", "").replace("#", "").isdigit() or not digits
    index = ContactIndex([Contact("Anna", numbers=(text, "0301234567"))])
    assert index.find("0301234567", BERLIN).certain is not None
    index.find(text, BERLIN)
