"""What the doctor says before anything is said: port, handshake and certificate."""

import asyncio
import contextlib
import socket
import ssl

import pytest

from traydial.ami.login import Account
from traydial.ami.tls import TlsPolicy
from traydial.app.check_link import check_link
from traydial.demo.certificate import make_certificate
from traydial.domain.errors import ConnectFailed, NoTls


async def checked(tmp_path, policy, *, days=200, names=("localhost", "pbx.example"), tls=True):
    """Return what is reported of a server with such a certificate: key -> check."""
    certificate, key, fingerprint = make_certificate([*names], days=days)
    pem = tmp_path / "server.pem"
    pem.write_bytes(certificate + key)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)

    async def serve(reader, writer):
        with contextlib.suppress(OSError, asyncio.CancelledError):
            if not tls:
                writer.write(b"Asterisk Call Manager/11.0.0\r\n")
            await reader.read(100)
        writer.close()

    running = await asyncio.start_server(serve, "127.0.0.1", 0, ssl=context if tls else None)
    found = {}
    async with running:
        address = ("127.0.0.1", running.sockets[0].getsockname()[1])
        account = Account((address,), policy(fingerprint), "desk")
        goes_on = await check_link(address, account, lambda c: found.setdefault(c.key, c))
    return goes_on, found


def check(*arguments, **kind):
    return asyncio.run(asyncio.wait_for(checked(*arguments, **kind), 20))


def unpinned(_):
    return TlsPolicy()


def pinned(fingerprint):
    return TlsPolicy(fingerprint=fingerprint)


def test_a_good_server_is_green_to_the_names_and_days_of_its_certificate(tmp_path):
    goes_on, found = check(tmp_path, unpinned)
    assert goes_on
    assert list(found) == ["name", "port", "tls", "certificate"]
    assert {c.grade.value for c in found.values()} == {"green"}
    assert "TLSv1.3" in found["tls"].what
    assert "localhost, pbx.example, issued by itself, 199 days left" in found["certificate"].what


@pytest.mark.parametrize(
    ("policy", "days", "grade", "words"),
    [
        (unpinned, 20, "amber", "ends in 19 days"),
        (unpinned, -3, "red", "has expired"),
        (pinned, -3, "amber", "has expired"),  # the pin is trusted all the same
    ],
)
def test_a_certificate_that_ends_is_told_in_time(tmp_path, policy, days, grade, words):
    goes_on, found = check(tmp_path, policy, days=days)
    assert goes_on  # the login says whether it is trusted
    assert found["certificate"].grade == grade
    assert words in found["certificate"].words.sentence


def test_a_port_without_tls_is_red_and_ends_it(tmp_path):
    goes_on, found = check(tmp_path, unpinned, tls=False)
    assert not goes_on
    assert list(found) == ["name", "port", "tls"]
    assert isinstance(found["tls"].error, NoTls)


def test_plain_connections_are_amber(tmp_path):
    goes_on, found = check(tmp_path, lambda _: None, tls=False)
    assert goes_on
    assert found["tls"].grade == "amber"


def test_a_closed_port_is_red_and_ends_it():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # nobody listens
        address = taken.getsockname()
        account, found = Account((address,), None, "desk"), []
        assert not asyncio.run(check_link(address, account, found.append))
    assert [c.key for c in found] == ["name", "port"]
    assert isinstance(found[-1].error, ConnectFailed)
