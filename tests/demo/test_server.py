"""Connecting, logging in, and clients that misbehave."""

import asyncio
import contextlib
import hashlib
import ssl

import pytest

from tests.demo.lab import ManualClock, connected, lab
from traydial.ami.login import Account, logged_in
from traydial.ami.tls import TlsPolicy
from traydial.demo.certificate import make_certificate
from traydial.demo.client import MAX_CLIENTS
from traydial.demo.server import DemoPbx
from traydial.domain.settings import read


def test_the_fingerprint_is_that_of_the_certificate():
    pem, _, fingerprint = make_certificate(["localhost", "127.0.0.1"])
    der = ssl.PEM_cert_to_DER_cert(pem.decode())
    assert fingerprint.replace(":", "").lower() == hashlib.sha256(der).hexdigest()


def test_its_settings_are_complete_and_the_programs_own_session_gets_in():
    async def main():
        async with DemoPbx() as pbx:
            settings = pbx.settings()
            assert settings.missing() == []
            assert read({"phone": {"devices": [*settings.phone.devices]}})[1] == []
            policy = TlsPolicy(fingerprint=settings.pbx.fingerprint)
            account = Account(tuple(settings.pbx.addresses()), policy, settings.pbx.username)
            async with logged_in(account.addresses[0], account, pbx.secret, print) as (entry, _):
                assert entry.booted
                assert {"Originate", "MixMonitor", "Redirect"} <= entry.commands

    asyncio.run(main())


def test_login_with_md5():
    async def main():
        async with DemoPbx() as pbx, connected(pbx) as client:
            challenge = (await client.ask("Challenge", "AuthType: MD5")).get("Challenge")
            key = hashlib.md5((challenge + pbx.secret).encode()).hexdigest()
            answer = await client.ask("Login", "AuthType: MD5", "Username: demo", f"Key: {key}")
            assert answer.get("Message") == "Authentication accepted"
            assert (await client.message()).event == "FullyBooted"

    asyncio.run(main())


@pytest.mark.parametrize(
    "lines",
    [
        ["Username: demo", "Secret: wrong"],
        ["Username: wrong"],
        ["Username: demo", "AuthType: MD5", "Key: "],
        ["Username: demo", "AuthType: MD5", "Key: d41d8cd98f00b204e9800998ecf8427e"],
    ],
)
def test_a_wrong_secret_is_refused_after_a_second_and_the_connection_closed(lines):
    async def main():
        clock = ManualClock()
        async with DemoPbx(clock=clock) as pbx, connected(pbx) as client:
            client.send("Action: Login", "ActionID: 1", *lines)
            client.send("Action: Login", f"Username: demo\r\nSecret: {pbx.secret}")  # too late
            await asyncio.sleep(0.05)
            clock.move(1.0)
            answer = await client.message()
            assert answer.get("Message") == "Authentication failed"
            assert await client.reader.read() == b""

    asyncio.run(main())


def test_nothing_is_done_before_login():
    async def main():
        async with DemoPbx() as pbx, connected(pbx) as client:
            assert (await client.ask("ListCommands")).get("Message") == "Permission denied"
            assert (await client.ask("")).get("Message") == "Missing action in request"

    asyncio.run(main())


def test_who_does_not_log_in_is_let_go():
    async def main():
        clock = ManualClock()
        async with DemoPbx(clock=clock) as pbx, connected(pbx) as client:
            clock.move(31)
            assert await client.reader.read() == b""

    asyncio.run(main())


def test_only_the_classes_asked_for_are_sent():
    async def main():
        async with lab() as (pbx, client, _), connected(pbx) as quiet:
            assert (await quiet.log_in(pbx, "off")).get("Response") == "Success"
            await client.ask("Events", "EventMask: dialplan")
            pbx.call_in("7003")
            assert {event.event for event in await client.events()} == {"Newexten"}
            assert [event.event for event in await quiet.events()] == ["FullyBooted"]
            answer = await quiet.ask("Events", "EventMask: on")
            assert answer.get("Events") == "On"
            pbx.own_phone.answer()
            assert "BridgeEnter" in {event.event for event in await quiet.events()}

    asyncio.run(main())


def test_an_account_may_do_what_list_commands_says():
    async def main():
        async with lab(write=frozenset({"call"})) as (_, client, _):
            commands = await client.ask("ListCommands")
            assert commands.get("Redirect") == "Redirect (transfer) a call. (Priv: call,all)"
            assert commands.get("Hangup").endswith("(Priv: system,call,all)")
            assert commands.get("Ping").endswith("(Priv: <none>)")
            assert not commands.get("Originate")
            assert not commands.get("MixMonitor")
            refused = await client.ask("Originate", "Channel: PJSIP/7001")
            assert refused.get("Message") == "Permission denied"

    asyncio.run(main())


def test_full_booted_needs_class_system():
    async def main():
        async with DemoPbx(read=frozenset({"call"})) as pbx, connected(pbx) as client:
            await client.log_in(pbx)
            assert await client.events() == []

    asyncio.run(main())


def test_log_off_says_good_bye_and_closes():
    async def main():
        async with DemoPbx() as pbx, connected(pbx) as client:
            client.send("Action: Logoff")
            assert (await client.message()).get("Response") == "Goodbye"
            assert await client.reader.read() == b""

    asyncio.run(main())


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ("X: " + "x" * 1100, "Failed to parse message: line too long"),
        ("X: " + "x" * 300_000, "Failed to parse message: line too long"),
        ("\r\n".join(["X: y"] * 300), "Too many lines in message or allocation failure"),
    ],
)
def test_what_is_too_long_is_refused_and_the_connection_lives(line, error):
    async def main():
        async with lab() as (_, client, _):
            client.send("Action: Ping", line)
            assert (await client.message()).get("Message") == error
            assert (await client.ask("Ping")).get("Ping") == "Pong"

    asyncio.run(main())


def test_bytes_that_are_no_text_do_no_harm():
    async def main():
        async with lab() as (_, client, _):
            client.writer.write(b"Action: \xff\x00\r\n\r\nno colon\r\n\r\n\r\n\r\n: \n\n")
            for expected in ("Invalid/unknown command: \N{REPLACEMENT CHARACTER}.", "Missing", "M"):
                assert (await client.message()).get("Message").startswith(expected)
            assert (await client.ask("Ping")).get("Ping") == "Pong"

    asyncio.run(main())


def test_one_byte_at_a_time():
    async def main():
        async with lab() as (_, client, _):
            for byte in b"Action: Ping\r\nActionID: \xc3\xa4\r\n\r\n":
                client.writer.write(bytes([byte]))
                await asyncio.sleep(0)
            assert (await client.message()).get("ActionID") == "ä"

    asyncio.run(main())


def test_a_client_that_does_not_read_is_cut_off_and_nobody_waits_for_it():
    async def main():
        async with lab() as (pbx, client, _), connected(pbx) as lazy:
            await lazy.log_in(pbx)
            lazy.reader._transport.pause_reading()
            for _ in range(3000):
                pbx.hang_up(pbx.call_in("7003"))
                if len(pbx.clients) < 2:
                    break
                await client.events()
            assert len(pbx.clients) == 1
            assert (await client.ask("Ping")).get("Ping") == "Pong"

    asyncio.run(main())


def test_not_more_clients_than_it_can_bear():
    async def main():
        async with lab() as (pbx, client, _):
            context = ssl._create_unverified_context()
            writers = []
            for _ in range(MAX_CLIENTS - 1):
                _, writer = await asyncio.open_connection(pbx.host, pbx.port, ssl=context)
                writers.append(writer)
            reader, writer = await asyncio.open_connection(pbx.host, pbx.port, ssl=context)
            writers.append(writer)
            with contextlib.suppress(ConnectionError):
                assert await reader.read() == b""
            assert (await client.ask("Ping")).get("Ping") == "Pong"
            for writer in writers:
                writer.transport.abort()
            await asyncio.sleep(0.05)

    asyncio.run(main())
