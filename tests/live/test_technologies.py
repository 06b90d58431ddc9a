"""Own phones of every kind: IAX2, chan_sip where 16 still has it, and phones behind Local channels.

What the desktop shows is compared with the channels that the PBX itself has.
"""

import asyncio
import contextlib
from dataclasses import dataclass, replace
from typing import Any

import pytest

from tests.live.office import DEADLINE_S, Desk, live, settings_for
from tests.pbx.asterisk import secret_of
from tests.pbx.iax_phone import IaxPhone
from tests.pbx.phones import Phone, Phones
from traydial.app.core import Core
from traydial.domain.settings import PhoneSettings
from traydial.services import dialplan
from traydial.services.secrets import Secrets


@dataclass(frozen=True)
class Kind:
    """A way to name the own phone, and the channels that are then the user's."""

    device: str
    channels: str
    extension: str
    accounts: tuple[str, ...] = ("desk", "calls", "own_other")


KINDS = {
    "iax": Kind("IAX2/7006", "IAX2/7006-", "7006"),
    "sip": Kind("SIP/7007", "SIP/7007-", "7007"),
    "local": Kind("Local/7001@internal", "PJSIP/7001-", "7001", ("desk", "calls", "own")),
    # what stays in the call is seen by those alone who see the Local channel
    "local-n": Kind("Local/7001@internal/n", "PJSIP/7001-", "7001", ("desk", "calls")),
}


@dataclass
class Place:
    """One user with a phone of this kind, Bob and Anna, and a desktop per account."""

    pbx: Any
    kind: Kind
    me: Any
    bob: Phone
    anna: Phone
    desks: dict[str, Desk]

    @property
    def desk(self) -> Desk:
        return next(iter(self.desks.values()))

    async def each(self, phase: str, *, hidden: bool = False) -> None:
        """Wait until every desktop shows this phase, the filtered one only where it can."""
        able = [desk for name, desk in self.desks.items() if not (hidden and name == "own")]
        await asyncio.gather(*(desk.phase(phase) for desk in able))

    async def all_saw(self, *phases: str, hidden: tuple[str, ...] = ()) -> None:
        """Make sure that all told the same story, but for what a filter hides."""
        for name, desk in self.desks.items():
            await desk.until(lambda call: not call.alive)
            wanted = [p for p in phases if not (name.startswith("own") and p in hidden)]
            assert (name, desk.phases()) == (name, wanted)

    async def one_call(self, *, own: int = 1) -> None:
        """Compare with the PBX: one call is shown, and as many channels are the user's."""
        lines: list[str] = []
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(DEADLINE_S):
                while len(lines) != own:
                    told = await asyncio.to_thread(self.pbx.cli, "core show channels concise")
                    lines = [x for x in told.split("\n") if x.startswith(self.kind.channels)]
                    await asyncio.sleep(0.05)  # the console has no events
        assert len(lines) == own
        for desk in self.desks.values():
            assert sum(call.alive for call in desk.core.calls.value.values()) == 1

    async def over(self) -> None:
        """Wait until everybody has hung up, and make sure that no call is left anywhere."""
        await asyncio.gather(self.me.idle(), self.bob.idle(), self.anna.idle())
        for desk in self.desks.values():
            await desk.until(lambda call: not call.alive)
            assert not any(call.alive for call in desk.core.calls.value.values())


def settings(pbx, account, kind, devices=None):
    phone = PhoneSettings(kind.extension, devices or (kind.device,), "mixed")
    return replace(settings_for(pbx, account), phone=phone)


class _Memory:
    def __init__(self, account):
        self._secret = secret_of(account)

    def get_password(self, service, username):
        return self._secret

    def set_password(self, service, username, password):
        raise NotImplementedError


@contextlib.asynccontextmanager
async def desk_with(config):
    """Yield a desktop that is online with these settings."""
    core = Core(config, Secrets({}, _Memory(config.pbx.username)))
    desk = Desk(core)
    core.start()
    try:
        await core.online()
        yield desk
    finally:
        await core.aclose()


async def there(desk, device):
    """Wait until the PBX itself counts a phone as there: that lags its answer to the phone."""
    session = desk.core.supervisor.session
    async with asyncio.timeout(DEADLINE_S):
        while True:
            state = await dialplan.evaluate(session, f"DEVICE_STATE({device})")
            if state not in dialplan.ABSENT:
                return
            await asyncio.sleep(0.02)  # no event of our classes tells


@contextlib.asynccontextmanager
async def phone_of(pbx, kind, phones):
    """Yield the own phone, there and idle."""
    if kind.device.startswith("IAX2/"):
        phone = await asyncio.to_thread(IaxPhone, pbx)
        try:
            await asyncio.to_thread(phone.start)
            await phone.there()
            yield phone
        finally:
            await asyncio.to_thread(phone.close)
    elif kind.device.startswith("SIP/"):
        async with Phones("127.0.0.1", pbx.ports.old_sip) as own:
            yield await own.add(kind.extension, secret_of(kind.extension))
    else:
        yield await phones.add(kind.extension, secret_of(kind.extension))


@contextlib.asynccontextmanager
async def place_with(pbx, kind, devices=None):
    """Yield the place with everybody at their phones."""
    async with contextlib.AsyncExitStack() as stack:
        phones = await stack.enter_async_context(Phones("127.0.0.1", pbx.sip_port))
        me = await stack.enter_async_context(phone_of(pbx, kind, phones))
        bob, anna = [await phones.add(n, secret_of(n)) for n in ("7002", "7003")]
        desks = {
            account: await stack.enter_async_context(
                desk_with(settings(pbx, account, kind, devices))
            )
            for account in kind.accounts
        }
        place = Place(pbx, kind, me, bob, anna, desks)
        for device in (f"{kind.channels.removesuffix('-')}", "PJSIP/7002", "PJSIP/7003"):
            await there(place.desk, device)
        yield place


@pytest.fixture(params=KINDS)
def kind(request, pbx):
    """Return each kind in turn; Asterisk 22 has no chan_sip any more, and says so itself."""
    if request.param == "sip" and pbx.version != "16":
        assert "0 modules loaded" in pbx.cli("module show like chan_sip.so")
        return KINDS["iax"]
    return KINDS[request.param]


def test_click_to_dial_rings_the_own_phone_and_then_the_other(pbx, kind):
    async def scenario():
        async with place_with(pbx, kind) as place:
            key = await place.desk.phone.dial("7002", "Bob")
            await place.me.ringing()
            await place.me.answer()
            shown = await place.bob.ringing()
            assert shown.number == kind.extension
            await place.each("ringing", hidden="own" in place.desks)
            await place.bob.answer()
            await place.each("talking")
            await place.one_call()
            assert place.desk.call().key == key
            assert (place.desk.call().direction.value, place.desk.call().number) == ("out", "7002")
            await place.bob.hangup()
            await place.over()
            await place.all_saw(
                "own-ringing", "calling", "ringing", "talking", "ended", "hung up",
                hidden=("ringing",) if kind.device.startswith("Local") else (),
            )  # fmt: skip

    live(scenario())


def test_an_incoming_call_pops_up_once_and_is_answered(pbx, kind):
    async def scenario():
        async with place_with(pbx, kind) as place:
            await place.bob.dial(kind.extension)
            await place.me.ringing()
            await place.each("ringing")
            await place.one_call()
            assert place.desk.call().number == "7002"
            await place.me.answer()
            await place.each("talking")
            await place.one_call()
            await place.bob.hangup()
            await place.over()
            await place.all_saw("ringing", "talking", "ended", "hung up")

    live(scenario())


def test_a_call_that_nobody_takes_is_missed(pbx, kind):
    async def scenario():
        async with place_with(pbx, kind) as place:
            await place.bob.dial(kind.extension)
            await place.me.ringing()
            await place.each("ringing")
            await place.bob.hangup()
            await place.over()
            await place.all_saw("ringing", "ended", "missed")

    live(scenario())


def test_the_own_phone_declines_what_was_clicked(pbx, kind):
    async def scenario():
        async with place_with(pbx, kind) as place:
            await place.desk.phone.dial("7002")
            await place.me.ringing()
            await place.me.decline()
            await place.over()
            await place.all_saw("own-ringing", "ended", "own phone declined")

    live(scenario())


def test_a_busy_callee_is_said(pbx, kind):
    async def scenario():
        async with place_with(pbx, kind) as place:
            await place.bob.policy(reject=486)
            await place.desk.phone.dial("7002")
            await place.me.ringing()
            await place.me.answer()
            await place.over()
            assert place.desk.phases()[-1] == "busy"

    live(scenario())


def test_cancelled_while_the_own_phone_rings(pbx, kind):
    async def scenario():
        async with place_with(pbx, kind) as place:
            key = await place.desk.phone.dial("7002")
            await place.me.ringing()
            await place.desk.phone.hang_up(key)
            await place.over()
            assert place.desk.phases() == ["own-ringing", "ended", "cancelled"]

    live(scenario())


def test_hanging_up_ends_a_call_that_was_clicked(pbx, kind):
    async def scenario():
        async with place_with(pbx, kind) as place:
            key = await talk_by_click(place)
            await place.desk.phone.hang_up(key)
            await place.over()

    live(scenario())


def test_the_other_party_of_a_clicked_call_is_transferred(pbx, kind):
    async def scenario():
        async with place_with(pbx, kind) as place:
            key = await talk_by_click(place)
            await place.desk.phone.transfer(key, "7003")
            await place.anna.ringing()
            await place.anna.answer()
            await place.bob.talking()
            await place.me.idle()
            assert (await place.desk.phase("ended")).cause.value == "transferred"
            await place.bob.hangup()
            await place.over()

    live(scenario())


def test_a_reconnect_in_a_clicked_call_finds_the_same_call(pbx, kind):
    async def scenario():
        async with place_with(pbx, kind) as place:
            key = await talk_by_click(place)
            for desk in place.desks.values():
                desk.core.supervisor.session.abort()
                await desk.link("offline")
                await desk.link("online")
            await place.one_call()
            seen = {k for k, call in place.desk.core.calls.value.items() if call.alive}
            assert (seen, place.desk.call().direction.value) == ({key}, "out")
            await place.bob.hangup()
            await place.over()
            assert place.desk.phases()[-1] == "hung up"

    live(scenario())


async def talk_by_click(place):
    key = await place.desk.phone.dial("7002", "Bob")
    await place.me.ringing()
    await place.me.answer()
    await place.bob.ringing()
    await place.bob.answer()
    await place.each("talking")
    await place.one_call()
    return key


HEADERS = ("Call-Info:", "Alert-Info:", "Answer-Mode:")


@pytest.mark.parametrize(
    ("auto_answer", "header"),
    [
        ("off", None),
        ("call-info", "Call-Info: <sip:traydial>;answer-after=0"),
        ("alert-info", "Alert-Info: <http://traydial>;info=alert-autoanswer"),
        ("ring-answer", "Alert-Info: Ring Answer"),
        ("answer-mode", "Answer-Mode: Auto"),
    ],
)
def test_the_own_sip_phone_alone_is_asked_to_lift_by_itself(pbx, auto_answer, header):
    if pbx.version != "16":  # there is no chan_sip any more whose phones could be asked
        assert "0 modules loaded" in pbx.cli("module show like chan_sip.so")
        return

    async def scenario():
        async with place_with(pbx, KINDS["sip"]) as place:
            config = settings(pbx, "desk", place.kind)
            config = replace(config, phone=replace(config.phone, auto_answer=auto_answer))
            async with desk_with(config) as desk:
                await desk.phone.dial("7002")
                await place.me.ringing()
                assert headers(place.me) == ([header] if header else [])
                await place.me.answer()
                await place.bob.ringing()
                assert not headers(place.bob)
                await place.me.hangup()
                await place.bob.idle()

    def headers(phone):
        return [line for line in phone.invite.split("\r\n") if line.startswith(HEADERS)]

    live(scenario())


@pytest.mark.parametrize("name", ["local", "local-n"])
def test_a_phone_behind_a_local_channel_is_answered_from_the_screen(pbx, name):
    async def scenario():
        async with place_with(pbx, KINDS[name]) as place:
            await place.me.policy(remote=True)
            await place.bob.dial(place.kind.extension)
            await place.me.ringing()
            call = await place.desk.phase("ringing")
            assert place.desk.phone.remote.can_answer(call)
            await place.desk.phone.remote.answer(call.key)
            await place.bob.talking()
            await place.bob.hangup()
            await place.over()

    live(scenario())


def test_other_kinds_of_phones_are_not_offered_to_be_answered_from_the_screen(pbx, kind):
    if kind.device.startswith("Local"):
        return  # behind it is one that can be told

    async def scenario():
        async with place_with(pbx, kind) as place:
            await place.bob.dial(kind.extension)
            await place.me.ringing()
            call = await place.desk.phase("ringing")
            assert not place.desk.phone.remote.can_answer(call)
            await place.bob.hangup()
            await place.over()

    live(scenario())
