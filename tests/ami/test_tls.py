"""Whom we trust, on real sockets with certificates as PBXs have them."""

import asyncio
import contextlib
import ssl

import pytest

from traydial.ami.tls import TlsPolicy, open_tls
from traydial.demo.certificate import make_certificate
from traydial.domain.errors import CertificateFault, CertificateNotTrusted, ConnectFailed, NoTls


@contextlib.asynccontextmanager
async def server(tmp_path, names=("localhost",), days=30, tls=True, newest=None):
    """Yield (address, certificate file, fingerprint, what it received)."""
    certificate, key, fingerprint = make_certificate([*names], days=days)
    pem, received = tmp_path / "server.pem", []
    pem.write_bytes(certificate + key)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    if newest is not None:
        context.minimum_version = context.maximum_version = newest
        context.set_ciphers("ALL:@SECLEVEL=0")
    context.load_cert_chain(pem)

    async def serve(reader, writer):
        with contextlib.suppress(OSError, asyncio.CancelledError):
            writer.write(b"Asterisk Call Manager/11.0.0\r\n")
            received.append(await reader.read(100))
        writer.close()

    running = await asyncio.start_server(serve, "127.0.0.1", 0, ssl=context if tls else None)
    async with running:
        port = running.sockets[0].getsockname()[1]
        ca = tmp_path / "ca.crt"
        ca.write_bytes(certificate)
        yield ("localhost", port), str(ca), fingerprint, received


def attempt(tmp_path, policy, **kind):
    """Connect with the policy that this function makes; return the error, or None."""

    async def scenario():
        async with server(tmp_path, **kind) as (address, ca, fingerprint, received):
            try:
                _, writer = await open_tls(address, policy(ca, fingerprint), 1 << 16)
            except (CertificateNotTrusted, NoTls, ConnectFailed) as error:
                assert b"Secret" not in b"".join(received)
                return error, fingerprint
            writer.transport.abort()
            return None, fingerprint

    return asyncio.run(asyncio.wait_for(scenario(), 20))


def test_the_pinned_certificate_is_trusted_whatever_its_name_or_age(tmp_path):
    error, _ = attempt(tmp_path, lambda ca, pin: TlsPolicy(fingerprint=pin), names=("x",), days=-3)
    assert error is None


def test_a_certificate_of_the_ca_file_is_trusted(tmp_path):
    assert attempt(tmp_path, lambda ca, pin: TlsPolicy(ca_file=ca))[0] is None


@pytest.mark.parametrize(
    ("policy", "kind", "fault"),
    [
        (lambda ca, pin: TlsPolicy(fingerprint="AB:" * 31 + "AB"), {}, CertificateFault.CHANGED),
        (lambda ca, pin: TlsPolicy(), {}, CertificateFault.SELF_SIGNED),
        (lambda ca, pin: TlsPolicy(ca), {"names": ("other",)}, CertificateFault.WRONG_NAME),
        (lambda ca, pin: TlsPolicy(ca), {"days": -3}, CertificateFault.EXPIRED),
        (lambda ca, pin: TlsPolicy("/no/such/file"), {}, CertificateFault.CA_FILE),
    ],
)
def test_each_fault_is_told_with_the_fingerprint_that_was_shown(tmp_path, policy, kind, fault):
    error, fingerprint = attempt(tmp_path, policy, **kind)
    assert isinstance(error, CertificateNotTrusted)
    assert error.fault is fault
    assert error.fingerprint == ("" if fault is CertificateFault.CA_FILE else fingerprint)


def test_a_port_without_tls_and_a_closed_one_are_told_apart(tmp_path):
    def policy(ca, pin):
        return TlsPolicy(fingerprint=pin)

    assert isinstance(attempt(tmp_path, policy, tls=False)[0], NoTls)

    async def closed():
        with pytest.raises(ConnectFailed):
            await open_tls(("127.0.0.1", 1), TlsPolicy(), 1 << 16)

    asyncio.run(closed())


@pytest.mark.filterwarnings("ignore:ssl.TLSVersion:DeprecationWarning")
def test_old_tls_is_refused(tmp_path):
    error, _ = attempt(
        tmp_path, lambda ca, pin: TlsPolicy(fingerprint=pin), newest=ssl.TLSVersion.TLSv1_1
    )
    assert isinstance(error, NoTls)
