"""What is written in a certificate, for people."""

from dataclasses import dataclass
from datetime import UTC, datetime

MOST_NAMES = 6


@dataclass(frozen=True, slots=True)
class Certificate:
    """Who it is for, who issued it and until when (seconds since the epoch) it holds."""

    names: tuple[str, ...]
    issuer: str
    begins: float
    ends: float
    self_issued: bool

    def days_left(self, now: float) -> int:
        """Return the whole days until it ends; negative once it has."""
        return int((self.ends - now) // 86400)


def read_certificate(der: bytes) -> Certificate | None:
    """Take it apart; None where it cannot be read."""
    # 30 ms, and wanted by the doctor alone
    from cryptography import x509
    from cryptography.x509.oid import NameOID

    def common_name(name: x509.Name) -> str:
        found = name.get_attributes_for_oid(NameOID.COMMON_NAME)
        return str(found[0].value) if found else name.rfc4514_string()

    try:
        read = x509.load_der_x509_certificate(der)
        try:
            other = read.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
            names = [str(name.value) for name in other]
        except x509.ExtensionNotFound:
            names = [common_name(read.subject)]
        return Certificate(
            tuple(name for name in names if name)[:MOST_NAMES],
            common_name(read.issuer),
            _seconds(read.not_valid_before_utc),
            _seconds(read.not_valid_after_utc),
            read.issuer == read.subject,
        )
    except ValueError:  # also what cryptography raises of extensions that are none
        return None


def _seconds(moment: datetime) -> float:
    return moment.astimezone(UTC).timestamp()
