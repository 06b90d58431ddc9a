"""A PBX with people at their phones, and desktops that watch and act."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

from tests.pbx.asterisk import Asterisk, secret_of
from tests.pbx.phones import Phones
from traydial.ami.trace import Trace
from traydial.app.core import Core
from traydial.domain.calls import Call
from traydial.domain.diversions import DiversionSettings
from traydial.domain.queues import QueueSettings
from traydial.domain.settings import (
    DialSettings,
    PbxSettings,
    PhoneSettings,
    RecordingSettings,
    Settings,
    TransferSettings,
)
from traydial.services.secrets import Secrets

DEADLINE_S = 20.0
# what must come out the same on each kind of event stream
WATCHERS = ("desk", "calls", "own")


def settings_for(
    pbx: Asterisk,
    account: str,
    *devices: str,
    port: int | None = None,
    timeout_s: int = 15,
    auto_answer: str = "off",
    diversions: DiversionSettings | None = None,
    dialling: DialSettings | None = None,
    queues: QueueSettings | None = None,
    comes_back_after_s: int = 15,
    **recording: str,
) -> Settings:
    """Return settings of the user at 7001 on this PBX; ``port`` is another way to it."""
    return Settings(
        PbxSettings(
            hosts=(f"127.0.0.1:{port or pbx.tls_port}",),
            fingerprint=pbx.certificate.fingerprint,
            username=account,
        ),
        PhoneSettings(
            "7001",
            devices or ("PJSIP/7001",),
            "internal",
            auto_answer,
            conference="88{extension}",
            voicemail="*{extension}",
        ),
        dialling or DialSettings("DE", timeout_s=timeout_s),
        RecordingSettings("traydial/{date}-{number}.wav", **recording),
        transfer=TransferSettings(comes_back_after_s),
        diversions=diversions or DiversionSettings(),
        queues=queues or QueueSettings(),
    )


class Desk:
    """One desktop: a core, and every state of every call it saw."""

    def __init__(self, core: Core) -> None:
        self.core, self.phone = core, core.phone
        self.seen: dict[str, list[Call]] = {}
        self._changed = asyncio.Event()
        core.calls.subscribe(self._note)
        core.connection.subscribe(lambda _: self._changed.set())

    def _note(self, calls: dict[str, Call]) -> None:
        for key, call in calls.items():
            states = self.seen.setdefault(key, [])
            if not states or states[-1] != call:
                states.append(call)
        self._changed.set()

    def call(self) -> Call:
        """Return the newest call."""
        return [*self.core.calls.value.values()][-1]

    def phases(self, key: str | None = None) -> list[str]:
        """Return the phases that a call went through, its cause at the end."""
        states = self.seen[key or self.call().key]
        phases = [state.phase.value for state in states]
        short = [p for n, p in enumerate(phases) if n == 0 or phases[n - 1] != p]
        return [*short, states[-1].cause.value] if states[-1].cause else short

    async def until(self, so: Callable[[Call], object]) -> Call:
        """Wait until the newest call is so; the failure tells what was seen instead."""
        try:
            async with asyncio.timeout(DEADLINE_S):
                while not self.core.calls.value or not so(self.call()):
                    self._changed.clear()
                    await self._changed.wait()
        except TimeoutError:
            raise AssertionError(f"never seen; instead: {self.seen}") from None
        return self.call()

    async def phase(self, phase: str) -> Call:
        """Wait until the newest call is in this phase."""
        return await self.until(lambda call: call.phase.value == phase)

    async def link(self, link: str) -> None:
        """Wait until the link is in this state."""
        async with asyncio.timeout(DEADLINE_S):
            while self.core.connection.value.link.value != link:
                self._changed.clear()
                await self._changed.wait()

    async def cut_the_link(self) -> None:
        """End the session as a network does, without a word to either side; wait for the next."""
        changed = asyncio.Event()
        end = self.core.connection.subscribe(lambda _: changed.set())
        self.core.supervisor.session.abort()
        await changed.wait()
        end()
        await self.link("online")


@contextlib.asynccontextmanager
async def desk_at(
    pbx: Asterisk,
    account: str = "desk",
    *devices: str,
    trace: Trace | None = None,
    **kind: Any,
) -> AsyncIterator[Desk]:
    """Yield a desktop that is online with this account; ``trace`` hears all that is said."""
    settings = settings_for(pbx, account, *devices, **kind)
    core = Core(settings, Secrets({}, _Memory(account)), trace=trace)
    desk = Desk(core)
    core.start()
    try:
        await core.online()
        yield desk
    finally:
        await core.aclose()


class _Memory:
    def __init__(self, account: str) -> None:
        self._secret = secret_of(account)

    def get_password(self, service: str, username: str) -> str:
        return self._secret

    def set_password(self, service: str, username: str, password: str) -> None:
        raise NotImplementedError


class Office:
    """Me at 7001 with desktops on each kind of stream; Bob 7002 and Anna 7003 at their phones."""

    def __init__(self, pbx: Asterisk, phones: Phones, desks: dict[str, Desk]) -> None:
        self.pbx, self.phones, self.desks = pbx, phones, desks
        self.desk = desks["desk"]

    async def add_people(self) -> None:
        """Register everybody: nobody answers by themselves yet."""
        self.me, self.bob, self.anna = await asyncio.gather(
            *(self.phones.add(n, secret_of(n)) for n in ("7001", "7002", "7003"))
        )
        for number in ("7001", "7002", "7003"):
            await self.there(f"PJSIP/{number}")

    async def there(self, device: str, *, so: bool = True) -> None:
        """Wait until the PBX itself counts a phone as there, or as gone."""
        session = self.desk.core.supervisor.session
        async with asyncio.timeout(DEADLINE_S):
            while True:
                answer = await session.perform("Getvar", ("Variable", f"DEVICE_STATE({device})"))
                if (answer.get("Value") not in ("UNAVAILABLE", "INVALID")) is so:
                    return
                await asyncio.sleep(0.02)  # no event of our classes tells

    async def parked_is(self, desk: Desk, spaces: dict[str, str]) -> None:
        """Wait until this desktop knows exactly these parked callers: space to number."""
        parking, changed = desk.phone.parking, asyncio.Event()
        end = parking.parked.subscribe(lambda _: changed.set())
        async with asyncio.timeout(DEADLINE_S):
            while {p.space: p.number for p in parking.parked.value.values()} != spaces:
                changed.clear()
                await changed.wait()
        end()

    async def everybody_sees(self, phases: list[str]) -> None:
        """Make sure that each stream tells the same story of the newest call."""
        for name, desk in self.desks.items():
            await desk.until(lambda call: not call.alive)
            assert (name, desk.phases()) == (name, phases)


@contextlib.asynccontextmanager
async def office(pbx: Asterisk, **kind: Any) -> AsyncIterator[Office]:
    """Yield an office with its phones registered and its desktops online."""
    async with contextlib.AsyncExitStack() as stack:
        phones = await stack.enter_async_context(Phones("127.0.0.1", pbx.sip_port))
        desks = {
            account: await stack.enter_async_context(desk_at(pbx, account, **kind))
            for account in WATCHERS
        }
        place = Office(pbx, phones, desks)
        await place.add_people()
        yield place


def live(scenario, within_s: float = 90.0) -> None:
    """Run a scenario with a deadline."""
    asyncio.run(asyncio.wait_for(scenario, within_s))


def loudness(file: Path) -> float:
    """Return the root mean square of a WAV file's samples, 0 for silence."""
    import array
    import wave

    with wave.open(str(file)) as sound:
        samples = array.array("h", sound.readframes(sound.getnframes()))
    return (sum(s * s for s in samples) / max(1, len(samples))) ** 0.5
