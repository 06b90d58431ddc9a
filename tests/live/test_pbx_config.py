"""An account as ``traydial pbx-config`` prints it does what it was printed for."""

import asyncio
import contextlib
import io
from dataclasses import replace

import pytest

from tests.live.office import Office, desk_at, live, office, settings_for
from tests.pbx.asterisk import SECRETS, secret_of
from traydial.app.profile import find_profile
from traydial.cli import main
from traydial.domain.calls import Recording
from traydial.domain.errors import NotPermitted
from traydial.domain.manager_account import PLACEHOLDER
from traydial.domain.privileges import Ability
from traydial.services.settings_file import save

USER = "printed"


def printed(pbx, tmp_path, monkeypatch, *features):
    """Return what the verb prints to an admin who is connected by another account."""
    profile = find_profile(str(tmp_path))
    save(profile.config_file, settings_for(pbx, "calls"))
    monkeypatch.setitem(SECRETS, USER, f"{USER}-secret")
    monkeypatch.setenv("TRAYDIAL_SECRET", secret_of("calls"))
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        assert main(["pbx-config", "--profile", str(tmp_path), *features]) == 0
    return out.getvalue().replace("[calls]", f"[{USER}]").replace(PLACEHOLDER, secret_of(USER))


@pytest.fixture
def account(pbx):
    """Let the PBX have a section more, until the test is over."""
    file = pbx.dir / "etc/manager.conf"
    before = file.read_text()

    def have(text):
        file.write_text(f"{before}\n{text}")
        pbx.cli("manager reload")

    yield have
    file.write_text(before)
    pbx.cli("manager reload")


@pytest.mark.parametrize("features", [(), ("--for", "usual,record")], ids=["usual", "record"])
def test_main_scenarios(pbx, tmp_path, monkeypatch, account, features):
    account(printed(pbx, tmp_path, monkeypatch, *features))

    async def scenario():
        async with office(pbx) as o, desk_at(pbx, USER) as desk:
            may = desk.core.connection.value.abilities
            assert (Ability.RECORD in may) is bool(features)
            assert {Ability.DIAL, Ability.TRANSFER, Ability.PARK, Ability.QUEUES} <= may
            await dials_and_records(o, desk, may)
            await is_called_and_transfers(o, desk)
            await others_talk_unseen(o, desk)

    live(scenario())


async def dials_and_records(o: Office, desk, may):
    key = await desk.phone.dial("7002")
    await o.me.ringing()
    await o.me.answer()
    await o.bob.ringing()
    await o.bob.answer()
    await desk.phase("talking")
    if Ability.RECORD in may:
        await desk.phone.recorder.record(key, on=True)
        assert desk.call().recording is Recording.ON
        await desk.phone.recorder.record(key, on=False)
    else:
        with pytest.raises(NotPermitted):
            await desk.phone.recorder.record(key, on=True)
    await desk.phone.hang_up(key)
    await asyncio.gather(o.me.idle(), o.bob.idle())
    assert (await desk.phase("ended")).cause == "hung up"


async def is_called_and_transfers(o: Office, desk):
    await o.bob.dial("7001")
    await o.me.ringing()
    call = await desk.until(lambda c: c.phase == "ringing" and c.number)
    assert (call.number, call.name) == ("7002", "Bob")
    await o.me.answer()
    await desk.phase("talking")
    await desk.phone.transfer(call.key, "7003")
    await o.anna.ringing()
    await o.anna.answer()
    await asyncio.gather(o.me.idle(), o.anna.talking(), o.bob.talking())
    assert (await desk.phase("ended")).cause == "transferred"
    await o.bob.hangup()
    await o.anna.idle()


async def others_talk_unseen(o: Office, desk):
    seen = {*desk.seen}
    heard = []
    hooks = desk.core.supervisor._hooks
    desk.core.supervisor._hooks = replace(hooks, on_event=heard.append)
    await o.bob.dial("7003")
    await o.anna.ringing()
    await o.bob.hangup()
    await o.anna.idle()
    await desk.core.supervisor.session.perform("Ping")  # what came before it is here
    assert {*desk.seen} == seen
    assert not any("700" in m.get("Channel") + m.get("DestChannel") for m in heard)
