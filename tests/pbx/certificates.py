"""Certificates as PBXs have them: Asterisk's own kind (no SAN), expired, for another name."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID


@dataclass(frozen=True)
class Certificate:
    """Files of one certificate: ``pem`` holds certificate and key, ``ca`` its issuer."""

    pem: Path
    ca: Path
    fingerprint: str


def make(folder: Path, name: str = "localhost", days: int = 365, san: bool = False) -> Certificate:
    """Make a CA and a server certificate; negative ``days`` means expired since then."""
    folder.mkdir(parents=True, exist_ok=True)
    now = dt.datetime.now(dt.UTC)
    start = now - dt.timedelta(days=400)
    end = now + dt.timedelta(days=days)
    ca_key, key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    ca_name, subject = _name("Test CA"), _name(name)
    ca = _builder(ca_name, ca_name, ca_key, start, now + dt.timedelta(days=3650))
    # as ast_tls_cert makes it: no key usage, which Python 3.13 refuses
    ca = ca.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=False)
    builder = _builder(subject, ca_name, key, start, end)
    if san:
        builder = builder.add_extension(
            x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False
        )
    signed = builder.sign(ca_key, hashes.SHA256())
    pem, ca_file = folder / "server.pem", folder / "ca.crt"
    private = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    pem.write_bytes(signed.public_bytes(serialization.Encoding.PEM) + private)
    ca_file.write_bytes(ca.sign(ca_key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM))
    digest = signed.fingerprint(hashes.SHA256()).hex(":").upper()
    return Certificate(pem, ca_file, digest)


def _name(common: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common)])


def _builder(
    subject: x509.Name,
    issuer: x509.Name,
    key: ec.EllipticCurvePrivateKey,
    start: dt.datetime,
    end: dt.datetime,
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(end)
    )
