"""Tests of texts with places for a number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from traydial.domain.settings import DialSettings
from traydial.domain.templates import NUMBER_PLACES, NumberForms, check, filled, in_address

BERLIN = DialSettings("DE", "30", outside_prefix="0")


@pytest.mark.parametrize(
    ("told", "e164", "national", "tail"),
    [
        ("0301234567", "+49301234567", "0301234567", "234567"),
        ("00301234567", "+49301234567", "0301234567", "234567"),
        ("+442079460018", "+442079460018", "02079460018", "460018"),
        ("7002", "7002", "7002", "7002"),
        ("anonymous", "", "", ""),
    ],
)
def test_the_forms_of_a_number(told, e164, national, tail):
    places = NumberForms.of(told, BERLIN).places()
    assert (places["e164"], places["national"], places["tail"]) == (e164, national, tail)
    assert {*places} == NUMBER_PLACES


def test_places_are_filled_and_written_as_told():
    template = "https://crm.example/search?phone={e164}&who={name}&{nothing}"
    values = {"e164": "+4930", "name": "A&b=c/../{e164}"}
    assert filled(template, values, in_address) == (
        "https://crm.example/search?phone=%2B4930&who=A%26b%3Dc%2F..%2F%7Be164%7D&"
    )


def test_unknown_places_are_named():
    assert check("no place") == "no place"
    assert check("{tail}{call}") == "{tail}{call}"
    for wrong in ("{phone}", "{", "}", "{}", "{e164!r}", "{e164.x}"):
        with pytest.raises(ValueError, match=r"there is only \{call\}, \{digits\}"):
            check(f"https://crm.example/{wrong}")


@given(st.text())
def test_no_value_leaves_its_place_in_an_address(value):
    address = filled(
        "https://crm.example/{name}",
        {"name": value.encode("utf-8", "replace").decode()},
        in_address,
    )
    assert not set(address.removeprefix("https://crm.example/")) & set("/?#&=@: \"'<>\n")
