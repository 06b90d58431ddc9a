"""A certificate for one run of the demo PBX."""

import datetime
import hashlib
import ipaddress
import re
from collections.abc import Sequence


def make_certificate(
    names: Sequence[str], days: int = 365, *, now: datetime.datetime | None = None
) -> tuple[bytes, bytes, str]:
    """Return a self-signed certificate and its key (PEM), and its SHA-256 fingerprint.

    ``names`` are host names or IP addresses; the first is the common name. A negative
    ``days`` makes one that has expired.
    """
    # slow to import, and only who runs the demo needs it
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, names[0])])
    alternatives: list[x509.GeneralName] = []
    for name in names:
        try:
            alternatives.append(x509.IPAddress(ipaddress.ip_address(name)))
        except ValueError:
            alternatives.append(x509.DNSName(name))
    now = now or datetime.datetime.now(datetime.UTC)
    until = now + datetime.timedelta(days=days)
    since = min(now, until) - datetime.timedelta(days=1)  # clocks differ
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(since)
        .not_valid_after(until)
        .add_extension(x509.SubjectAlternativeName(alternatives), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    digest = hashlib.sha256(certificate.public_bytes(serialization.Encoding.DER)).hexdigest()
    return (
        certificate.public_bytes(serialization.Encoding.PEM),
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        ),
        ":".join(re.findall("..", digest.upper())),
    )
