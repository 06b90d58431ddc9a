"""When pages open for real calls: once for each caller, and only for what is answered here."""

import asyncio
import time
from dataclasses import replace

from tests.live.office import live, office
from traydial.app.screen_pops import ScreenPops
from traydial.domain.pop_settings import PopSettings
from traydial.domain.store import Store

PAGE = "https://crm.example/?q=%2B49301234567"


class Browser:
    """Notes the pages that one desktop opens."""

    def __init__(self, desk, when):
        self.pages, self.tasks = [], []
        pop = PopSettings("https://crm.example/?q={e164}", when=when)
        self.pops = ScreenPops(
            Store(replace(desk.core.settings, pop=pop)),
            desk.core.calls,
            Store({}),
            lambda number: asyncio.sleep(0),
            lambda work: self.tasks.append(asyncio.get_running_loop().create_task(work)),
            self,
            self.pages.append,
            time.time,
        )

    async def open_page(self, address):
        self.pages.append(address)

    async def opened(self):
        await asyncio.gather(*self.tasks)
        return self.pages


def test_a_queue_that_rings_again_opens_once_and_what_a_colleague_answers_opens_nothing(pbx):
    async def scenario():
        async with office(pbx) as o:
            ring = [Browser(desk, "ring") for desk in o.desks.values()]
            answer = [Browser(desk, "answer") for desk in o.desks.values()]
            await o.anna.dial("*980301234567")
            await o.me.ringing()
            await o.bob.ringing()
            await o.me.ringing()  # once more
            for desk in o.desks.values():
                await desk.phase("ringing")
            await o.bob.ringing()
            await o.bob.answer()
            await o.me.idle()
            for desk in o.desks.values():
                await desk.until(lambda call: not call.alive)
            assert [await b.opened() for b in ring] == [[PAGE]] * 3
            assert [await b.opened() for b in answer] == [[]] * 3
            await o.anna.hangup()
            await o.bob.idle()
            await o.anna.dial("*990301234567")
            await o.me.ringing()
            await o.me.answer()
            for desk in o.desks.values():
                await desk.phase("talking")
            assert [await b.opened() for b in answer] == [[PAGE]] * 3
            await o.me.hangup()
            await o.anna.idle()

    live(scenario())


def test_a_link_that_is_cut_and_back_opens_nothing_again(pbx):
    async def scenario():
        async with office(pbx) as o:
            ring = [Browser(desk, "ring") for desk in o.desks.values()]
            answer = [Browser(desk, "answer") for desk in o.desks.values()]
            await o.anna.dial("*990301234567")
            await o.me.ringing()
            for desk in o.desks.values():
                await desk.phase("ringing")
            await asyncio.gather(*(desk.cut_the_link() for desk in o.desks.values()))
            for desk in o.desks.values():
                await desk.phase("ringing")
            await o.me.answer()
            for desk in o.desks.values():
                await desk.phase("talking")
            assert [await b.opened() for b in ring] == [[PAGE]] * 3
            await asyncio.gather(*(desk.cut_the_link() for desk in o.desks.values()))
            assert [await b.opened() for b in answer] == [[PAGE]] * 3
            await o.me.hangup()
            for desk in o.desks.values():
                await desk.phase("ended")
            assert [await b.opened() for b in ring] == [[PAGE]] * 3

    live(scenario())
