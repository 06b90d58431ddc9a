"""Who is calling: the number at once, the name as soon as a source tells it, or the place."""

import asyncio
import os
from dataclasses import replace

import pytest

from tests.live.office import settings_for
from tests.pbx.asterisk import secret_of
from tests.pbx.phones import Phones
from traydial.app.compose import App
from traydial.app.loop import make_loop
from traydial.app.platform import choose
from traydial.app.profile import find_profile
from traydial.domain.blocked_settings import BlockedSettings
from traydial.domain.calls import Cause
from traydial.domain.contact_settings import ContactSettings
from traydial.domain.contacts import Contact
from traydial.domain.errors import LookupFailed
from traydial.domain.history import Wanted
from traydial.domain.setting_layers import Layered
from traydial.domain.settings import DialSettings
from traydial.services.secrets import VARIABLE, Secrets

pytestmark = pytest.mark.qt_log_ignore("systemTrayWindowChanged", "raise\\(\\)", "propagateSize")
OFFICE = DialSettings("DE", area_code="30", extensions=("7XXX",))
KNOWN, UNKNOWN, UNWANTED = "0301234567", "0891234567", "0301119999"
CARDS = "BEGIN:VCARD\r\nFN:Anna Berger\r\nORG:Acme\r\nTEL:+49 30 1234567\r\nEND:VCARD\r\n"


class Slow:
    """A source that answers when it is told to, or never."""

    name = "Slow"

    def __init__(self):
        self.asked, self.go = asyncio.Event(), asyncio.Event()

    async def start(self):
        pass

    async def candidates(self, number):
        self.asked.set()
        await self.go.wait()
        return [Contact("Too late", numbers=(number,)), Contact("Nonsense", numbers=("1",))]

    async def search(self, text, most):
        return []

    async def aclose(self):
        pass


class Failing(Slow):
    """A source that is broken."""

    name = "Failing"

    async def candidates(self, number):
        raise LookupFailed("the server is on fire")


class Callers:
    """The whole program, and Bob who calls from wherever he says."""

    def __init__(self, app, me, bob):
        self.app, self.me, self.bob = app, me, bob

    async def call_from(self, number):
        await self.bob.dial(f"*99{number}")
        await self.me.ringing()

    async def until(self, so):
        """Wait until something is so; calls, cards and contacts change in between."""
        changed = asyncio.Event()
        stores = (self.app.named, self.app.people, self.app.history_revision, self.app.connection)
        ends = [store.subscribe(lambda _: changed.set()) for store in stores]
        try:
            async with asyncio.timeout(15):
                while not (found := so()):
                    changed.clear()
                    await changed.wait()
        finally:
            for end in ends:
                end()
        return found

    def face(self):
        """Return what the newest card says."""
        calls = [*self.app.named.value.values()]
        card = self.app.desk.stack.card_of(calls[-1].key) if calls else None
        return card.face if card is not None else None

    async def says(self, title, number):
        await self.until(lambda: (f := self.face()) and (f.title, f.number) == (title, number))

    async def kept(self, *numbers):
        """Wait until the history has just these calls, the newest first."""
        changed = asyncio.Event()
        end = self.app.history_revision.subscribe(lambda _: changed.set())
        async with asyncio.timeout(15):
            while [c.number for c in await self.app.history.page(Wanted(), 0, 9)] != [*numbers]:
                await changed.wait()
                changed.clear()
        end()

    async def gives_up(self):
        await self.bob.hangup()
        await self.me.idle()


def play(pbx, qapp, tmp_path, scenario, **sections):
    async def main():
        (tmp_path / "cards.vcf").write_text(CARDS)
        contacts = ContactSettings((str(tmp_path / "cards.vcf"),))
        settings = replace(
            settings_for(pbx, "desk", dialling=OFFICE), contacts=contacts, **sections
        )
        secrets = Secrets({VARIABLE: secret_of("desk")})
        platform = choose({}, "offscreen", is_handler=False)
        app = App(find_profile(str(tmp_path)), Layered(settings), secrets, platform)
        try:
            async with Phones("127.0.0.1", pbx.sip_port) as phones:
                me, bob = [await phones.add(n, secret_of(n)) for n in ("7001", "7002")]
                app.start()
                callers = Callers(app, me, bob)
                await callers.until(lambda: app.connection.value.link.value == "online")
                await scenario(callers)
        finally:
            await app.aclose()

    before = os.umask(0)  # of a careless user
    try:
        with asyncio.Runner(loop_factory=lambda: make_loop(qapp)) as runner:
            runner.run(asyncio.wait_for(main(), 60))
    finally:
        os.umask(before)
    kept = {path.name: path for path in tmp_path.rglob("*") if path.name != "cards.vcf"}
    assert {"history.sqlite", "watched"} <= kept.keys()
    assert [name for name, path in kept.items() if path.stat().st_mode & 0o077] == []


def test_the_card_tells_the_name_or_else_the_place_until_they_are_forgotten(pbx, qapp, tmp_path):
    async def scenario(o):
        await o.call_from(KNOWN)
        await o.says("Anna Berger", "Acme · 030 1234567")
        await o.gives_up()
        await o.call_from(UNKNOWN)
        await o.says("089 1234567", "Munich")
        await o.gives_up()
        await o.kept(UNKNOWN, KNOWN)
        assert await o.app.forget("+49 30 1234567") == 1
        await o.kept(UNKNOWN)
        assert (o.app.people.value.keys(), len(o.app.named.value)) == ({UNKNOWN}, 1)

    play(pbx, qapp, tmp_path, scenario)


def test_no_source_holds_up_the_card_or_makes_it_say_what_is_not_so(pbx, qapp, tmp_path):
    async def scenario(o):
        slow = Slow()
        directory = o.app._contacts._directory
        directory.sources = (slow, Failing(), *directory.sources)
        await o.call_from(UNKNOWN)
        await o.until(lambda: (f := o.face()) and f.title == "089 1234567")
        await slow.asked.wait()
        assert o.face().title == "089 1234567"
        slow.go.set()
        await o.until(lambda: (f := o.face()) and f.title == "Too late")
        await o.gives_up()

    play(pbx, qapp, tmp_path, scenario)


def test_a_blocked_caller_is_not_shown_and_stays_in_the_history(pbx, qapp, tmp_path):
    async def scenario(o):
        await o.call_from(UNWANTED)
        await o.until(lambda: o.app.named.value)
        assert o.face() is None
        await o.me.idle()  # declined
        await o.bob.idle()
        await o.until(lambda: [c.cause for c in o.app.named.value.values()] == [Cause.BLOCKED])
        await o.kept(UNWANTED)
        (past,) = await o.app.history.page(Wanted(), 0, 10)
        assert (past.cause, past.missed) == (Cause.BLOCKED, False)

    blocked = BlockedSettings(("+49 30 1119999",), "decline")
    play(pbx, qapp, tmp_path, scenario, blocked=blocked)
