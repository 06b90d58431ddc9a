"""Certificates for the AMI, made the way Asterisk's own ``ast_tls_cert`` makes them: no SAN."""

import hashlib
import ssl
import subprocess
from dataclasses import dataclass
from pathlib import Path

# What ast_tls_cert writes into its ca.cfg and tmp.cfg.
REQUEST = """\
[req]
distinguished_name = req_distinguished_name
prompt = no
[req_distinguished_name]
CN={name}
O=Asterisk
[ext]
basicConstraints=CA:TRUE
"""
KINDS = {  # kind: name in it, days it is valid
    "good": ("localhost", 365),
    "changed": ("localhost", 365),  # as good, but another one
    "expired": ("localhost", -1),
    "other-name": ("pbx.example", 365),
}


@dataclass(frozen=True, slots=True)
class Certificate:
    """A server certificate. ``pem`` holds key and certificate; ``ca`` who signed it."""

    pem: Path
    ca: Path

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the certificate, as ``openssl x509 -fingerprint`` prints it."""
        text = self.pem.read_text()
        der = ssl.PEM_cert_to_DER_cert(text[text.index("-----BEGIN CERTIFICATE") :])
        return hashlib.sha256(der).digest().hex(":").upper()


def make(folder: Path, kind: str = "good") -> Certificate:
    """Make a certificate of one of ``KINDS``, and its CA the first time; keep both in folder."""
    folder.mkdir(exist_ok=True)
    ca = Certificate(folder / f"{kind}.pem", folder / "ca.crt")
    if ca.pem.exists():
        return ca
    if not ca.ca.exists():
        config = _config(folder, "Asterisk Private CA")
        _openssl(folder, "genrsa", "-out", "ca.key", "2048")
        _openssl(
            folder, "req", "-new", "-config", config, "-x509", "-days", "365",
            "-key", "ca.key", "-out", "ca.crt",
        )  # fmt: skip
    name, days = KINDS[kind]
    config = _config(folder, name)
    _openssl(folder, "genrsa", "-out", "server.key", "2048")
    _openssl(
        folder, "req", "-batch", "-new", "-config", config, "-key", "server.key", "-out", "csr"
    )
    _openssl(
        folder, "x509", "-req", "-days", str(days), "-in", "csr", "-CA", "ca.crt",
        "-CAkey", "ca.key", "-set_serial", "01", "-out", "server.crt",
    )  # fmt: skip
    ca.pem.write_text((folder / "server.key").read_text() + (folder / "server.crt").read_text())
    return ca


def _config(folder: Path, name: str) -> str:
    (folder / "request.cfg").write_text(REQUEST.format(name=name))
    return "request.cfg"


def _openssl(folder: Path, *arguments: str) -> None:
    subprocess.run(["openssl", *arguments], cwd=folder, check=True, capture_output=True)
