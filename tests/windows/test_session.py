"""TLS to the demo PBX: the link, its certificate and a call, on Windows' sockets."""

import asyncio
from dataclasses import replace

import pytest

from traydial.app.core import Core
from traydial.app.loop import make_loop
from traydial.demo.server import DemoPbx
from traydial.domain.errors import CertificateNotTrusted
from traydial.services.secrets import VARIABLE, Secrets

DEADLINE_S = 30


async def dialled():
    """Dial Bob; return the phases that the call went through."""
    async with DemoPbx(speed=4) as pbx:
        core = Core(pbx.settings(), Secrets({VARIABLE: pbx.secret}))
        phases, changed = [], asyncio.Event()

        def note(calls):
            phases.extend(call.phase.value for call in calls.values())
            changed.set()

        core.calls.subscribe(note)
        core.start()
        try:
            async with asyncio.timeout(DEADLINE_S):
                await core.online()
                key = await core.phone.dial("7002")
                while "talking" not in phases:
                    changed.clear()
                    await changed.wait()
                await core.phone.hang_up(key)
                while core.calls.value and phases[-1] != "ended":
                    changed.clear()
                    await changed.wait()
        finally:
            await core.aclose()
    return list(dict.fromkeys(phases))


def test_a_call_goes_its_way_on_the_proactor_loop():
    phases = asyncio.run(dialled())
    assert phases[-2:] == ["talking", "ended"]
    assert "own-ringing" in phases


def test_a_call_goes_its_way_on_the_loop_of_the_desktop_program(qapp):
    with asyncio.Runner(loop_factory=lambda: make_loop(qapp)) as runner:
        assert runner.run(dialled())[-2:] == ["talking", "ended"]


def test_another_certificate_than_the_pinned_one_is_refused():
    async def scenario():
        async with DemoPbx() as pbx:
            settings = pbx.settings()
            other = ":".join(["00"] * 32)
            wrong = replace(settings, pbx=replace(settings.pbx, fingerprint=other))
            core = Core(wrong, Secrets({VARIABLE: pbx.secret}))
            core.start()
            try:
                with pytest.raises(CertificateNotTrusted):
                    await asyncio.wait_for(core.online(), DEADLINE_S)
            finally:
                await core.aclose()

    asyncio.run(scenario())
