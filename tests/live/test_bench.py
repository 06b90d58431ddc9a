"""The test bench itself: what other live tests take for granted."""

import array
import asyncio
import contextlib
import hashlib
import ssl
import wave

import pytest

from tests.pbx.asterisk import HOST, secret_of
from tests.pbx.certificates import KINDS
from tests.pbx.phones import Phones
from tests.pbx.rawami import RawAmi

DIAL = {
    "Channel": "PJSIP/7001",
    "Context": "internal",
    "Priority": "1",
    "Async": "true",
    "Variable": "CONNECTEDLINE(all)=Bob <7002>",
}


@contextlib.asynccontextmanager
async def people(pbx, *numbers):
    async with Phones(HOST, pbx.sip_port) as phones:
        yield [await phones.add(number, secret_of(number)) for number in numbers]


def run(scenario):
    asyncio.run(asyncio.wait_for(scenario, 60))


def loudness(file):
    """Return the root mean square of the samples: 0 is silence."""
    with wave.open(str(file)) as sound:
        samples = array.array("h", sound.readframes(sound.getnframes()))
    return (sum(s * s for s in samples) / max(1, len(samples))) ** 0.5


def test_two_phones_talk(pbx):
    async def scenario():
        async with people(pbx, "7001", "7002") as (me, bob):
            await me.dial("7002")
            assert await bob.ringing() == ("7001", "Me")
            await bob.answer()
            await asyncio.gather(me.talking(), bob.talking(), me.shows("7002", name="Bob"))
            await me.hold()
            await me.unhold()
            await bob.hangup()
            await me.idle()

    run(scenario())


def test_click_to_dial_shows_the_right_names_on_both_ends(pbx):
    async def scenario():
        async with people(pbx, "7001", "7002") as (me, bob), RawAmi.connect(pbx) as ami:
            await ami.action("Originate", Exten="7002", ChannelId="traydial-names", **DIAL)
            assert await me.ringing() == ("7002", "Bob")
            await me.answer()
            assert await bob.ringing() == ("7001", "Me")
            await bob.answer()
            await asyncio.gather(me.talking(), bob.talking())
            assert me.shown == ("7002", "Bob")
            assert await ami.event("OriginateResponse", Uniqueid="traydial-names", Reason="4")

    run(scenario())


def test_a_recording_has_sound_of_both(pbx):
    async def scenario():
        async with people(pbx, "7001", "7002") as (me, bob), RawAmi.connect(pbx, "desk") as ami:
            await ami.action("Originate", Exten="7002", ChannelId="traydial-sound", **DIAL)
            await me.ringing()
            await me.answer()
            await bob.ringing()
            await bob.answer()
            await bob.talking()
            await ami.event("BridgeEnter", Uniqueid="traydial-sound")
            sides = {"File": "bench.wav", "Options": "r(bench-in.wav)t(bench-out.wav)"}
            started = await ami.action("MixMonitor", Channel="traydial-sound", **sides)
            assert started["Response"] == "Success"
            await asyncio.sleep(0.7)  # so much sound; nothing tells how much there is
            await me.hangup()
            await bob.idle()
            await ami.event("Hangup", Uniqueid="traydial-sound")
        for file in ("bench.wav", "bench-in.wav", "bench-out.wav"):
            assert loudness(pbx.recordings / file) > 1000

    run(scenario())


def test_the_own_account_sees_nothing_of_others(pbx):
    async def scenario():
        async with (
            people(pbx, "7002", "7003") as (bob, anna),
            RawAmi.connect(pbx, "own") as own,
            RawAmi.connect(pbx, "calls") as calls,
        ):
            await anna.policy(answer_after=0)
            await bob.dial("7003")
            await bob.talking()
            await bob.hangup()
            await anna.idle()
            await calls.event("Hangup", CallerIDNum="7003")
            await own.action("Ping")
            assert b"PJSIP/7003" not in own.raw

    run(scenario())


@pytest.mark.parametrize("kind", KINDS)
def test_it_serves_the_certificate_it_was_told(pbx, kind):
    try:
        certificate = pbx.use_certificate(kind)
        served = ssl.PEM_cert_to_DER_cert(ssl.get_server_certificate((HOST, pbx.tls_port)))
        assert hashlib.sha256(served).digest().hex(":").upper() == certificate.fingerprint
    finally:
        pbx.use_certificate("good")


def test_a_killed_one_comes_back_on_the_same_ports(pbx):
    before = pbx.ports
    pbx.kill()
    assert not pbx.running
    pbx.start()
    assert pbx.running
    assert pbx.ports == before
