import asyncio
import contextlib

import pytest

from tests.ami.fake_asterisk import BOOTED, CHALLENGE, OK, PONG, REFUSED, FakeAsterisk
from traydial.ami.actions import challenge_key
from traydial.ami.login import Account
from traydial.ami.supervisor import LONGEST_DELAY_S, Hooks, Supervisor, retry_delay, worst
from traydial.domain.connection import Connection, Link
from traydial.domain.errors import (
    CertificateFault,
    CertificateNotTrusted,
    ConnectFailed,
    ConnectionLost,
    LoginRefused,
    NoAnswerInTime,
    NoSecret,
    RemoteProtocolError,
    SecretStoreError,
)
from traydial.domain.privileges import Ability
from traydial.domain.store import Store

UNTRUSTED = CertificateNotTrusted("h:1", CertificateFault.EXPIRED, "", "x")


class Watched:
    """A supervisor on fake PBXs, and everything it published."""

    def __init__(self, *asterisks, ready=True, secret="s3cret"):
        self.events, self.resyncs, self.states = [], 0, []
        self.second_resync = asyncio.Event()
        self.connection = Store(Connection())
        self.connection.subscribe(lambda c: self.states.append(c.link))

        async def is_ready(_):
            return ready

        async def resync(_):
            self.resyncs += 1
            if self.resyncs == 2:
                self.second_resync.set()

        async def the_secret():
            if isinstance(secret, Exception):
                raise secret
            return secret

        account = Account(tuple(a.address for a in asterisks), None, "desk")
        hooks = Hooks(self.events.append, is_ready, resync)
        self.supervisor = Supervisor(
            account,
            the_secret,
            self.connection,
            hooks,
            chance=lambda: 0.0,
            clock=lambda: 1000.0,
            alive_within_s=0.1,
        )

    async def until(self, so):
        changed = asyncio.Event()
        end = self.connection.subscribe(lambda _: changed.set())
        try:
            async with asyncio.timeout(10):
                while not so(self.connection.value):
                    changed.clear()
                    await changed.wait()
        finally:
            end()

    async def until_link(self, link):
        await self.until(lambda c: c.link is link)

    @contextlib.asynccontextmanager
    async def running(self):
        task = asyncio.create_task(self.supervisor.run())
        try:
            yield self
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)


@pytest.mark.parametrize(
    "error", [LoginRefused("x"), NoSecret("x"), SecretStoreError("x"), UNTRUSTED]
)
def test_what_the_user_must_mend_is_not_retried(error):
    assert retry_delay(error, 0, 0.5) is None


def test_the_wait_grows_is_spread_and_has_a_cap():
    error = ConnectFailed("h:1", "refused")
    waits = [retry_delay(error, n, 1.0) for n in range(40)]
    assert waits == sorted(waits)
    assert waits[0] < 1.0
    assert waits[-1] == LONGEST_DELAY_S
    assert retry_delay(error, 5, 0.0) == waits[5] / 2


def test_of_several_errors_the_one_to_act_on_is_told():
    lost = ConnectionLost("x")
    assert worst([lost, UNTRUSTED]) is UNTRUSTED
    assert worst([lost, ConnectionLost("y")]) is lost


def run(scenario):
    asyncio.run(asyncio.wait_for(scenario(), 30))


def test_it_logs_in_without_sending_the_secret_and_knows_what_it_may():
    async def scenario():
        asterisk = FakeAsterisk()
        async with asterisk.running(), Watched(asterisk).running() as watched:
            await watched.until_link(Link.ONLINE)
            assert watched.connection.value.abilities == {Ability.DIAL, Ability.HANG_UP}
            assert watched.resyncs == 1
        login = next(a for a in asterisk.actions if a["Action"] == "Login")
        assert login["Key"] == challenge_key("42", "s3cret")
        assert login["Events"] == "system,call,agent,user"
        assert "s3cret" not in str(asterisk.actions)
        assert watched.states == [Link.CONNECTING, Link.ONLINE, Link.OFFLINE]

    run(scenario)


@pytest.mark.parametrize("secret", ["wrong", NoSecret("none"), SecretStoreError("locked")])
def test_a_refusal_waits_for_the_user(secret):
    async def scenario():
        asterisk = FakeAsterisk()
        asterisk.script["Login"] = REFUSED
        async with asterisk.running(), Watched(asterisk, secret=secret).running() as watched:
            await watched.until_link(Link.REFUSED)
            logins = asterisk.seen.count("Login")
            asterisk.script["Login"] = OK + BOOTED
            watched.supervisor.retry_now()
            if secret == "wrong":
                await watched.until_link(Link.ONLINE)
                assert asterisk.seen.count("Login") == logins + 1

    run(scenario)


def test_after_a_night_a_dead_link_is_renewed_at_once():
    async def scenario():
        asterisk = FakeAsterisk()
        asterisk.script["Ping"] = ""
        async with asterisk.running(), Watched(asterisk).running() as watched:
            await watched.until_link(Link.ONLINE)
            watched.supervisor.look_now()
            watched.supervisor.look_now()  # the network tells a lot at once
            await watched.until(lambda c: isinstance(c.problem, ConnectionLost))
            await watched.until_link(Link.ONLINE)
            assert asterisk.seen.count("Ping") == 1
            assert asterisk.seen.count("Login") == 2

    run(scenario)


def test_a_link_that_lives_is_left_alone():
    async def scenario():
        asterisk = FakeAsterisk()
        async with asterisk.running(), Watched(asterisk).running() as watched:
            await watched.until_link(Link.ONLINE)
            watched.supervisor.look_now()
            await watched.supervisor._looking
            assert asterisk.seen.count("Ping") == 1
            assert watched.connection.value.link is Link.ONLINE
            assert watched.states == [Link.CONNECTING, Link.ONLINE]

    run(scenario)


def test_who_was_refused_does_not_knock_because_the_network_changed():
    async def scenario():
        asterisk = FakeAsterisk()
        asterisk.script["Login"] = REFUSED
        async with asterisk.running(), Watched(asterisk).running() as watched:
            await watched.until_link(Link.REFUSED)
            watched.supervisor.look_now()
            assert not watched.supervisor._wake.is_set()

    run(scenario)


def test_who_waits_tries_at_once_because_the_network_changed():
    async def scenario():
        asterisk = FakeAsterisk()
        asterisk.script["Challenge"] = None
        async with asterisk.running(), Watched(asterisk).running() as watched:
            watched.supervisor._chance = lambda: 1e9  # it would wait for ever
            await watched.until_link(Link.OFFLINE)
            asterisk.script["Challenge"] = CHALLENGE
            watched.supervisor.look_now()
            await watched.until_link(Link.ONLINE)

    run(scenario)


HTTP = "HTTP/1.1 400 Bad Request\r\nContent-Type: text/html\r\n\r\n"


@pytest.mark.parametrize(
    "nonsense",
    ["\x00\xff" * 5000 + "\r\n\r\n", HTTP, "x" * 10_000_000, "Event: X\r\n" * 400_000],
    ids=["noise", "another protocol", "a line without an end", "a message without an end"],
)
def test_nonsense_ends_nothing_but_the_link(nonsense):
    async def scenario():
        asterisk = FakeAsterisk()
        async with asterisk.running(), Watched(asterisk).running() as watched:
            await watched.until_link(Link.ONLINE)
            asterisk.tell(nonsense)
            asterisk.tell("Event: Hello\r\n\r\n")
            if len(nonsense) > 1 << 20:  # nobody keeps that much
                await watched.until(lambda c: isinstance(c.problem, RemoteProtocolError))
                await watched.until_link(Link.ONLINE)
                assert watched.resyncs == 2
            asterisk.tell("Event: AtLast\r\n\r\n")
            await watched.supervisor.session.perform("Ping")
            assert watched.events[-1].event == "AtLast"
            asterisk.script["Ping"] = ""
            with pytest.raises(NoAnswerInTime):  # a late answer is nobody's
                await watched.supervisor.session.perform("Ping", within=0.05)
            asterisk.tell("Response: Success\r\nActionID: late\r\nPing: Pong\r\n\r\n")
            asterisk.script["Ping"] = PONG
            assert (await watched.supervisor.session.perform("Ping")).get("Ping") == "Pong"

    run(scenario)


def test_it_comes_back_after_a_loss_and_asks_for_a_snapshot_again():
    async def scenario():
        asterisk = FakeAsterisk()
        async with asterisk.running(), Watched(asterisk).running() as watched:
            await watched.until_link(Link.ONLINE)
            asterisk.drop()
            await watched.until_link(Link.OFFLINE)
            assert watched.connection.value.next_try is not None
            with pytest.raises(ConnectionLost):
                _ = watched.supervisor.session
            await watched.until_link(Link.ONLINE)
            assert watched.resyncs == 2

    run(scenario)


def test_it_fails_over_to_the_next_host():
    async def scenario():
        dead, alive = FakeAsterisk(), FakeAsterisk()
        async with dead.running():
            pass  # its port is known and closed
        async with alive.running(), Watched(dead, alive).running() as watched:
            await watched.until_link(Link.ONLINE)
            assert watched.connection.value.host == f"127.0.0.1:{alive.address[1]}"

    run(scenario)


def test_a_refused_login_is_not_tried_on_the_other_hosts():
    async def scenario():
        first, second = FakeAsterisk(), FakeAsterisk()
        first.script["Login"] = REFUSED
        async with (
            first.running(),
            second.running(),
            Watched(first, second).running() as watched,
        ):
            await watched.until_link(Link.REFUSED)
        assert second.seen == []

    run(scenario)


def test_an_account_that_is_never_told_of_the_boot_does_not_wait():
    async def scenario():
        asterisk = FakeAsterisk()
        asterisk.script["Login"] = OK
        async with asterisk.running(), Watched(asterisk).running() as watched:
            await watched.until_link(Link.ONLINE)
            assert Link.BOOTING not in watched.states

    run(scenario)


def test_an_account_that_is_told_waits_for_the_boot():
    async def scenario():
        asterisk = FakeAsterisk()
        async with asterisk.running(), Watched(asterisk).running() as watched:
            await watched.until_link(Link.ONLINE)
            asterisk.script["Login"] = OK  # it restarts: logged in before it has booted
            asterisk.drop()
            await watched.until_link(Link.BOOTING)
            assert watched.resyncs == 1
            asterisk.tell(BOOTED)
            await watched.until_link(Link.ONLINE)
            assert watched.resyncs == 2

    run(scenario)


def test_a_late_boot_makes_everything_be_asked_anew():
    async def scenario():
        asterisk = FakeAsterisk()
        asterisk.script["Login"] = OK
        async with asterisk.running():
            watched = Watched(asterisk)
            async with watched.running():
                await watched.until_link(Link.ONLINE)
                asterisk.tell(BOOTED)
                async with asyncio.timeout(5):
                    await watched.second_resync.wait()

    run(scenario)
