"""Tests of reading CSV files as programs and people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from traydial.services.contacts.tables import read_table

GOOGLE = """\
First Name,Last Name,Organization Name,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Phone 2 - Value
Anna,Berg,Nordwind,anna@example.org,Work,+49 30 1234567 ::: +49 30 7654321,0170 1234567
,,Nur Firma,,,030 99999,
Nobody,Here,,a@example.org,,,
"""  # noqa: E501
OUTLOOK = """\
"First Name","Last Name","Company","Business Fax","Business Phone","Mobile Phone","Customer ID"
"Anna","Berg","Nordwind, Berlin","+49 30 1","(030) 1234567","","4711471147"
"""
GERMAN_EXCEL = (
    "Nachname;Vorname;Firma;Telefon gesch\u00e4ftlich;Handy\r\nBerg;Anna;Nordwind;030/1234567;\r\n"
)
THUNDERBIRD = (
    "First Name,Last Name,Display Name,Work Phone,Home Phone,Fax Number,Pager Number\n"
    "Anna,Berg,Anna Berg,+49301234567,,,\n"
)
TABS = "Name\tPhone\nAnna Berg\t030 1234567\n"
BARE = "Anna Berg,030 1234567\nBob Ek,030 7654321\n"
RUSSIAN = (
    "\u0424\u0418\u041e;\u0422\u0435\u043b\u0435\u0444\u043e\u043d\nAnna Berg;+7 495 1234567\n"
)


@pytest.mark.parametrize(
    ("text", "name", "company", "numbers"),
    [
        (GOOGLE, "Anna Berg", "Nordwind", ("+49 30 1234567", "+49 30 7654321", "0170 1234567")),
        (OUTLOOK, "Anna Berg", "Nordwind, Berlin", ("(030) 1234567",)),
        (GERMAN_EXCEL, "Anna Berg", "Nordwind", ("030/1234567",)),
        (THUNDERBIRD, "Anna Berg", "", ("+49301234567",)),
        (TABS, "Anna Berg", "", ("030 1234567",)),
        (BARE, "Anna Berg", "", ("030 1234567",)),
        (RUSSIAN, "Anna Berg", "", ("+7 495 1234567",)),
    ],
    ids=["google", "outlook", "german", "thunderbird", "tabs", "bare", "russian"],
)
def test_what_programs_write(text, name, company, numbers):
    contact = next(read_table(text, "book"))
    found = (contact.name, contact.company, set(numbers) <= {*contact.numbers})
    assert found == (name, company, True)
    assert not [n for n in contact.numbers if "4711471147" in n]  # a customer's number is no phone


def test_who_has_no_number_is_left_out_and_a_company_may_be_alone():
    assert [c.known_as for c in read_table(GOOGLE, "book")] == ["Anna Berg", "Nur Firma"]
    assert [c.name for c in read_table(BARE, "book")] == ["Anna Berg", "Bob Ek"]


def test_a_field_that_never_ends_keeps_what_was_read_before():
    text = 'Name,Phone\nAnna,030 1234567\nBob,"' + "x" * 200_000
    assert [c.name for c in read_table(text, "book")] == ["Anna"]


@given(st.text())
def test_no_text_stops_it(text):
    for contact in read_table(text, "book"):
        assert contact.numbers
        assert contact.known_as
