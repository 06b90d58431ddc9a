"""A caller whom nobody knows but the phone system: an entry cidname/<number> of its AstDB."""

import asyncio

import pytest

from tests.live.office import desk_at
from tests.pbx.asterisk import secret_of
from tests.pbx.phones import Phones
from traydial.app.contact_sources import ContactSources
from traydial.domain.privileges import Ability
from traydial.domain.settings import DialSettings
from traydial.domain.store import Store
from traydial.services.contacts.pbx import PbxContacts
from traydial.services.secrets import Secrets

OFFICE = DialSettings("DE", "30")
CALLER, KEY = "03012345670", "493012345670"  # a phone system writes entries as it likes
HOSTILE = "Acme <b>& Co</b>, Søren: %{x} ; \u202e" + "x" * 300


def known_to(desk, tasks):
    """Return the store that the sources of a desktop fill, and the sources."""
    settings, people = Store(desk.core.settings), Store({})
    core = desk.core

    def source(settings):
        def may():
            return core.connection.value.may(Ability.NAMES)

        return PbxContacts(lambda: core.supervisor.session, may, settings.dialling)

    def start(work):
        tasks.append(asyncio.get_running_loop().create_task(work))

    sources = ContactSources(settings, core.calls, people, start, Secrets({}), source)
    sources.open()
    return people, sources


@pytest.fixture
def entry(pbx):
    """Keep a name for the caller."""
    pbx.cli(f'database put cidname {KEY} "{HOSTILE}"')
    yield
    pbx.cli(f"database del cidname {KEY}")


def test_the_phone_system_tells_whom_it_knows_and_only_whom_it_may(pbx, entry):
    async def scenario():
        async with (
            desk_at(pbx, "desk", dialling=OFFICE) as desk,
            desk_at(pbx, "calls", dialling=OFFICE) as plain,
            Phones("127.0.0.1", pbx.sip_port) as phones,
        ):
            me, bob = [await phones.add(n, secret_of(n)) for n in ("7001", "7002")]
            tasks = []
            (people, sources), (none, more) = known_to(desk, tasks), known_to(plain, tasks)
            await bob.dial(f"*99{CALLER}")
            await me.ringing()
            call = await desk.until(lambda call: call.number == CALLER)
            assert call.name == ""
            await sources.answered(CALLER)
            assert people.value[CALLER].certain.name == HOSTILE[:200]
            assert people.value[CALLER].exact
            await plain.until(lambda call: call.number == CALLER)
            await more.answered(CALLER)
            assert not none.value[CALLER]
            await bob.hangup()
            await desk.phase("ended")
            await asyncio.gather(sources.aclose(), more.aclose(), *tasks)

    asyncio.run(asyncio.wait_for(scenario(), 60))
    assert "DBGet" not in pbx.log()
