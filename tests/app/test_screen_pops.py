"""Pages and commands for calls, from the stores to what would be opened."""

import asyncio
from dataclasses import replace

import pytest

from traydial.app.screen_pops import ScreenPops
from traydial.domain.call_events import Resynced
from traydial.domain.call_reducer import reduce
from traydial.domain.calls import Call, Cause, Direction, Phase
from traydial.domain.contact_settings import CrmSettings
from traydial.domain.contacts import Contact, Match
from traydial.domain.errors import NoPage, NotOpened
from traydial.domain.pop_settings import PopSettings
from traydial.domain.screen_pop import NOBODY, SECTIONS, page_of
from traydial.domain.settings import DialSettings, PhoneSettings, Settings
from traydial.domain.store import Store
from traydial.services.contacts.carddav import CardDavContacts as AddressBook
from traydial.services.contacts.crm import CrmContacts as Crm
from traydial.services.contacts.files import load
from traydial.services.contacts.ldap import LdapContacts as Ldap
from traydial.services.contacts.pbx import PbxContacts as Pbx
from traydial.services.contacts.sql import SqlContacts as Sql

NUMBER, OTHER = "0301234567", "0307654321"
ANNA = Match((Contact("Anna", "", (NUMBER,), "https://crm.example/anna"),), True)


class Launcher:
    """Notes what is opened; ``fails`` is raised instead."""

    def __init__(self):
        self.pages, self.commands, self.fails = [], [], None

    async def open_page(self, address):
        self.pages.append(address)
        if self.fails:
            raise self.fails

    async def start(self, command):
        self.commands.append(command)
        if self.fails:
            raise self.fails


class Desk:
    def __init__(self, **pop):
        self.tasks, self.said, self.now = [], [], 0.0
        self.answered = asyncio.Event()  # by all sources
        self.answered.set()
        pop = PopSettings(**{"url": "https://crm.example/?q={e164}", **pop})
        self.settings = Store(
            Settings(phone=PhoneSettings("7001"), dialling=DialSettings("DE"), pop=pop)
        )
        self.calls, self.people = Store({}), Store({})
        self.launcher = Launcher()
        self.pops = ScreenPops(
            self.settings,
            self.calls,
            self.people,
            lambda _: self.answered.wait(),
            lambda work: self.tasks.append(asyncio.get_running_loop().create_task(work)),
            self.launcher,
            self.said.append,
            lambda: self.now,
            wait_s=0.02,
        )

    def put(self, key="1", number=NUMBER, phase=Phase.RINGING, direction=Direction.IN, **more):
        call = Call(key, direction, phase, 0.0, number=number, **more)
        self.calls.set({**self.calls.value, key: call})

    async def opened(self):
        await asyncio.gather(*self.tasks)
        return [page.removeprefix("https://crm.example/") for page in self.launcher.pages]


def test_a_page_opens_at_the_ring_and_is_the_callers_own():
    async def scenario():
        desk = Desk(when="ring")
        desk.answered.clear()
        desk.put()
        await asyncio.sleep(0)
        assert desk.launcher.pages == []  # the contacts have a moment
        desk.people.set({NUMBER: ANNA})
        assert await desk.opened() == ["anna"]

    asyncio.run(scenario())


def test_contacts_that_hang_keep_no_page_waiting():
    async def scenario():
        desk = Desk(when="ring")
        desk.answered.clear()
        desk.put()
        assert await desk.opened() == ["?q=%2B49301234567"]
        desk.people.set({NUMBER: ANNA})  # too late: one page for a call
        assert len(await desk.opened()) == 1

    asyncio.run(scenario())


def test_at_the_answer_only_what_is_answered_here():
    async def scenario():
        desk = Desk(when="answer")
        desk.put("1")
        desk.put("2", OTHER)
        assert await desk.opened() == []
        desk.put("1", phase=Phase.ENDED, cause=Cause.ANSWERED_ELSEWHERE)
        desk.put("2", OTHER, phase=Phase.TALKING)
        assert await desk.opened() == ["?q=%2B49307654321"]

    asyncio.run(scenario())


def test_who_rings_while_one_talks_to_another_comes_up_once_answered():
    async def scenario():
        desk = Desk(when="ring")
        desk.put("1")
        desk.put("1", phase=Phase.TALKING)
        desk.put("2", OTHER)
        assert await desk.opened() == ["?q=%2B49301234567"]
        desk.put("1", phase=Phase.HELD)
        desk.put("2", OTHER, phase=Phase.TALKING)
        assert await desk.opened() == ["?q=%2B49301234567", "?q=%2B49307654321"]

    asyncio.run(scenario())


def test_a_call_that_ended_meanwhile_opens_nothing():
    async def scenario():
        desk = Desk(when="ring")
        desk.answered.clear()
        desk.put()
        desk.put(phase=Phase.ENDED, cause=Cause.MISSED)
        assert await desk.opened() == []

    asyncio.run(scenario())


def test_a_reconnect_opens_nothing_again():
    async def scenario():
        desk = Desk(when="ring")
        desk.put()
        await desk.opened()
        again = Resynced((replace(desk.calls.value["1"], phase=Phase.TALKING),), 9.0)
        desk.calls.set(reduce(desk.calls.value, again))
        talks_elsewhere = Call("9", Direction.IN, Phase.TALKING, 0.0, number=OTHER)
        desk.calls.set(reduce(desk.calls.value, Resynced((talks_elsewhere,), 10.0)))
        assert len(await desk.opened()) == 1

    asyncio.run(scenario())


@pytest.mark.parametrize(("outgoing", "pages"), [(False, 0), (True, 1)])
def test_own_calls_count_where_that_is_wanted(outgoing, pages):
    async def scenario():
        desk = Desk(when="ring", outgoing=outgoing)
        desk.put(direction=Direction.OUT, phase=Phase.CALLING)
        assert len(await desk.opened()) == pages

    asyncio.run(scenario())


def test_by_click_it_is_opened_whenever_it_is_asked_for():
    async def scenario():
        desk = Desk()
        desk.put()
        assert await desk.opened() == []
        assert desk.pops.can_open(NUMBER)
        assert not desk.pops.can_open("7002")
        for desk.now in (10.0, 10.4, 15.0):  # a double click, and once more
            await desk.pops.open_contact(NUMBER)
        assert len(desk.launcher.pages) == 2
        with pytest.raises(NoPage):
            await desk.pops.open_contact("")

    asyncio.run(scenario())


def test_the_key_opens_the_page_of_whom_one_talks_to_or_who_rings_or_called_last():
    async def scenario():
        desk = Desk(url="https://crm.example/{tail}")
        with pytest.raises(NoPage):
            await desk.pops.open_current()
        desk.put("1", phase=Phase.TALKING)
        desk.put("2", OTHER)
        await desk.pops.open_current()
        desk.put("1", phase=Phase.ENDED)
        await desk.pops.open_current()
        desk.put("2", OTHER, phase=Phase.ENDED)
        desk.now = 9.0
        await desk.pops.open_current()
        assert await desk.opened() == ["234567", "654321", "654321"]

    asyncio.run(scenario())


def test_whoever_was_not_looked_up_yet_is_before_their_page_opens():
    async def scenario():
        desk = Desk(url="")
        desk.answered.clear()
        assert not desk.pops.can_open(NUMBER)  # nobody could tell a page
        crm = CrmSettings("https://crm.example/?{e164}", link="url")
        desk.settings.set(replace(desk.settings.value, crm=crm))
        assert desk.pops.can_open(NUMBER)
        asked = asyncio.create_task(desk.pops.open_contact(NUMBER))
        await asyncio.sleep(0)
        desk.people.set({NUMBER: ANNA})
        await asked
        assert await desk.opened() == ["anna"]
        desk.people.set({NUMBER: ANNA, OTHER: NOBODY})
        assert (desk.pops.can_open(NUMBER), desk.pops.can_open(OTHER)) == (True, False)

    asyncio.run(scenario())


def test_the_command_is_started_at_each_event_and_a_failure_is_said_once():
    async def scenario():
        desk = Desk(command=("prog", "{event}", "{name}"), command_when="each")
        desk.launcher.fails = NotOpened("prog", "there is no such program")
        desk.people.set({NUMBER: ANNA})
        for phase in (Phase.RINGING, Phase.TALKING, Phase.ENDED):
            desk.put(phase=phase)
            await desk.opened()
        assert desk.launcher.commands == [
            ["prog", event, "Anna"] for event in ("ring", "answer", "end")
        ]
        assert [error.what for error in desk.said] == ["prog"]

    asyncio.run(scenario())


def test_what_is_tried_in_the_settings_needs_no_saving():
    async def scenario():
        desk = Desk(url="")
        settings = replace(
            desk.settings.value,
            pop=PopSettings("https://try.example/{digits}", command=("prog", "{number}")),
        )
        await desk.pops.try_page(settings, NUMBER)
        await desk.pops.try_command(settings, NUMBER)
        assert desk.launcher.pages == ["https://try.example/" + NUMBER]
        assert desk.launcher.commands == [["prog", NUMBER]]

    asyncio.run(scenario())


def test_sources_are_called_in_the_settings_as_their_sections_are(tmp_path):
    kinds = (AddressBook, Ldap, Sql, Crm, Pbx)
    assert {*SECTIONS.values()} == {kind.name.casefold() for kind in kinds}
    book = tmp_path / "Clients.csv"
    book.write_text("Anna;030 1234567\n")
    (anna,) = load(book).search("anna")
    for name in ("files", "clients.csv"):
        pop = PopSettings(sources=(f"{name} -> https://wiki.example/{{name}}",))
        page = page_of(Settings(pop=pop), NUMBER, Match((anna,), True))
        assert page == "https://wiki.example/Anna"
