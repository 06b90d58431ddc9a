"""Reads what real Asterisks told: see tests/transcripts/README.md."""

from pathlib import Path

from traydial.ami.protocol import AmiProtocol

ROOT = Path(__file__).parents[1] / "transcripts"
STREAMS = [(version, account) for version in ("22", "16") for account in ("full", "calls", "own")]
BANNER = b"Asterisk Call Manager/9.0.0\r\n"


def names(prefix=""):
    return sorted(file.stem for file in (ROOT / "22/full").glob(f"{prefix}*.ami"))


def read(version, account, scenario):
    """Return the bytes of a session: the recording begins after the banner."""
    return BANNER + (ROOT / version / account / f"{scenario}.ami").read_bytes()


def messages(version, account, scenario):
    return AmiProtocol().receive_data(read(version, account, scenario))
