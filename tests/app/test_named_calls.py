"""Tests of the calls with the names of the contacts."""

from traydial.app.named_calls import NamedCalls
from traydial.domain.calls import Call, Direction, Phase
from traydial.domain.contacts import Contact, Match
from traydial.domain.settings import Settings
from traydial.domain.store import Store
from traydial.services.origins import OriginFinder

NOWHERE = ["/no/such/program"]
CALL = Call("1", Direction.IN, Phase.RINGING, 0.0, "030123456")  # no country is set: no place
ANNA = Match((Contact("Anna", "Acme"),), exact=True)


def test_a_name_that_comes_late_is_filled_in_and_one_that_goes_is_gone():
    calls, people, settings = Store({}), Store({}), Store(Settings())
    origins = OriginFinder(NOWHERE, Store({}))
    names = NamedCalls(calls, people, settings, origins)
    told = []
    names.named.subscribe(lambda value: told.append([c.name for c in value.values()]))
    calls.set({"1": CALL})
    people.set({"030123456": ANNA})
    assert names.name_of("030123456") == "Anna"
    people.set({"030123456": ANNA, "5": Match()})  # nothing new of this call
    people.set({})
    origins.origins.set({"030123456": "Berlin"})
    assert names.named.value["1"].origin == "Berlin"
    calls.set({})
    assert told == [[""], ["Anna"], [""], [""], []]
    assert names.name_of("030123456") == ""
