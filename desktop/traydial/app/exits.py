"""Exit codes of the command line, documented in resources/docs/command-line.md."""

from traydial.domain.errors import (
    CertificateNotTrusted,
    DesktopError,
    LocalProtocolError,
    LoginRefused,
    NothingToDial,
    NotPermitted,
    NotReached,
    SettingsError,
    Unreachable,
)

DONE = 0
FAILED = 1  # none of the below: a keyring that is out of order, a fault in Traydial
USAGE = 2
NOT_REACHED = 3
PBX_UNREACHABLE = 4
LOGIN_REFUSED = 5
CERTIFICATE = 6
NOT_PERMITTED = 7

_CODES: tuple[tuple[type[DesktopError], int], ...] = (
    (NothingToDial, USAGE),
    (SettingsError, USAGE),
    (LocalProtocolError, USAGE),
    (NotReached, NOT_REACHED),
    (Unreachable, PBX_UNREACHABLE),
    (LoginRefused, LOGIN_REFUSED),
    (CertificateNotTrusted, CERTIFICATE),
    (NotPermitted, NOT_PERMITTED),
)


def exit_code(error: BaseException) -> int:
    """Return the exit code for an error."""
    return next((code for kind, code in _CODES if isinstance(error, kind)), FAILED)
