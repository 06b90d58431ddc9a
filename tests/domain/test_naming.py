"""Tests of how the other party is called once contacts have told whose number it is."""

import pytest

from traydial.domain.calls import Call, Direction, Phase
from traydial.domain.contacts import Contact, Match
from traydial.domain.naming import name_and_company, named
from traydial.domain.settings import DialSettings

ANNA = Contact("Anna Schmidt", "Acme")
BOB = Contact("Bob Schmidt", "Acme")
EVA = Contact("Eva Roth")
DIALLING = DialSettings("DE", extensions=("7XXX",))


@pytest.mark.parametrize(
    ("contacts", "told"),
    [
        ((), ("", "")),
        ((ANNA,), ("Anna Schmidt", "Acme")),
        ((EVA,), ("Eva Roth", "")),
        ((Contact("", "Acme"),), ("Acme", "")),
        ((Contact("\u3164\u200b", "Acme"),), ("Acme", "")),
        ((Contact("\u200b"),), ("", "")),
        ((Contact("\u200b"), EVA), ("Eva Roth", "")),
        ((ANNA, EVA), ("Anna Schmidt or Eva Roth", "")),
        ((EVA, ANNA, BOB), ("Eva Roth or 2 others", "")),
        ((ANNA, BOB), ("Acme", "Anna Schmidt or Bob Schmidt")),
    ],
)
def test_several_are_told_as_several(contacts, told):
    assert name_and_company(Match(contacts, exact=True)) == told


@pytest.mark.parametrize(
    ("contacts", "name"),
    [
        ((ANNA,), "Anna Schmidt?"),
        ((ANNA, EVA), "Anna Schmidt or Eva Roth?"),
        ((ANNA, BOB), "Acme?"),
    ],
)
def test_a_guess_says_so(contacts, name):
    assert name_and_company(Match(contacts))[0] == name


def after(call, match):
    return named({"1": call}, {call.number: match}, {}, DIALLING)["1"]


def test_contacts_come_before_the_name_that_the_caller_chose():
    call = Call("1", Direction.IN, Phase.RINGING, 0.0, "+49301234567", "Your bank")
    told = after(call, Match((ANNA,), exact=True))
    assert (told.name, told.company) == ("Anna Schmidt", "Acme")
    assert after(call, Match((ANNA,))) == call  # a guess replaces nothing
    assert after(call, Match()) == call


def test_a_colleague_is_called_what_the_phone_system_says():
    call = Call("1", Direction.IN, Phase.RINGING, 0.0, "7002", "Bob")
    assert after(call, Match((ANNA,), exact=True)) == call


def test_who_withholds_their_number_is_nobody():
    call = Call("1", Direction.IN, Phase.RINGING, 0.0, "")
    assert named({"1": call}, {"": Match((ANNA,), exact=True)}, {}, DIALLING)["1"] == call


def test_the_place_is_told_of_a_number_that_nobody_knows():
    call = Call("1", Direction.IN, Phase.RINGING, 0.0, "030123456")
    places = {"030123456": "Berlin"}
    assert named({"1": call}, {}, places, DIALLING)["1"].origin == "Berlin"
    known = {"030123456": Match((ANNA,), exact=True)}
    assert named({"1": call}, known, places, DIALLING)["1"].origin == ""
