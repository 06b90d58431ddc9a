"""What can be set, its defaults, and how a config file is read without trusting it.

The file is TOML; this module sees the parsed tables only. A wrong or unknown key costs
that key alone: it is named with its place and its default is used.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

AMI_TLS_PORT, AMI_PORT = 5039, 5038
_NAME = r"[A-Za-z0-9._@%+-]"
_DEVICE = re.compile(rf"[A-Za-z0-9_]+/{_NAME}+(?:@{_NAME}+)?")
_HEX = re.compile(r"[0-9A-Fa-f]{64}")
_HOST = re.compile(
    r"(?:\[(?P<v6>[0-9A-Fa-f:.%]+)\]|(?P<name>[A-Za-z0-9._-]+))(?::(?P<port>\d{1,5}))?"
)
RECORDING_FIELDS = ("date", "time", "number", "direction", "extension")
_FIELD = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class PbxSettings:
    """How to reach the PBX. ``hosts`` are ``name`` or ``name:port``, tried in order."""

    hosts: tuple[str, ...] = ()
    tls: bool = True
    ca_file: str = ""
    fingerprint: str = ""
    username: str = ""

    def addresses(self) -> list[tuple[str, int]]:
        """Return the hosts as (name, port), with the port AMI uses where none is given."""
        return [split_host(host, self.tls) for host in self.hosts]


@dataclass(frozen=True, slots=True)
class PhoneSettings:
    """The user's own phone or phones, and the dialplan context they call from."""

    extension: str = ""
    devices: tuple[str, ...] = ()
    context: str = ""


@dataclass(frozen=True, slots=True)
class DialSettings:
    """``country`` is two letters; ``timeout_s`` is how long the own phone may ring."""

    country: str = ""
    timeout_s: int = 30


@dataclass(frozen=True, slots=True)
class RecordingSettings:
    """``file_name`` is a template, see ``RECORDING_FIELDS``; the PBX keeps the files."""

    file_name: str = "traydial/{date}-{time}-{direction}-{extension}-{number}.wav"


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that can be set."""

    pbx: PbxSettings = field(default_factory=PbxSettings)
    phone: PhoneSettings = field(default_factory=PhoneSettings)
    dialling: DialSettings = field(default_factory=DialSettings)
    recording: RecordingSettings = field(default_factory=RecordingSettings)

    def missing(self) -> list[str]:
        """Name the settings without which no call can be made, e.g. ``pbx.hosts``."""
        needed = {
            "pbx.hosts": self.pbx.hosts,
            "pbx.username": self.pbx.username,
            "phone.extension": self.phone.extension,
            "phone.devices": self.phone.devices,
            "phone.context": self.phone.context,
        }
        return [place for place, value in needed.items() if not value]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in a config. ``place`` is like ``pbx.hosts``; ``why`` a sentence."""

    place: str
    why: str

    def __str__(self) -> str:
        return f"{self.place}: {self.why}"


def split_host(host: str, tls: bool) -> tuple[str, int]:
    """Split ``name[:port]`` or ``[v6]:port``. Raises ValueError."""
    found = _HOST.fullmatch(host)
    if found is None:
        raise ValueError(f"{host!r} is not a host name or host:port")
    port = int(found["port"]) if found["port"] else (AMI_TLS_PORT if tls else AMI_PORT)
    if not 0 < port < 65536:
        raise ValueError(f"{port} is not a port number")
    return found["v6"] or found["name"], port


def normal_fingerprint(text: str) -> str:
    """Return a SHA-256 fingerprint as colon-separated capitals. Raises ValueError."""
    bare = re.sub(r"^sha-?256[:= ]+", "", text.strip(), flags=re.IGNORECASE)
    bare = re.sub(r"[\s:]", "", bare)
    if not _HEX.fullmatch(bare):
        raise ValueError("must be the 64 hex digits of a SHA-256 fingerprint")
    return ":".join(bare[i : i + 2] for i in range(0, 64, 2)).upper()


def read(tables: Mapping[str, Any]) -> tuple[Settings, list[Problem]]:
    """Make settings of parsed TOML; name what was wrong or unknown."""
    problems: list[Problem] = []
    sections: dict[str, dict[str, Any]] = {}
    for section, value in tables.items():
        checks = _CHECKS.get(section)
        if checks is None:
            problems.append(Problem(section, "is not a section that Traydial knows"))
        elif not isinstance(value, Mapping):
            problems.append(Problem(section, f"must be a section, written [{section}]"))
        else:
            sections[section] = _section(section, value, checks, problems)
    pbx = PbxSettings(**sections.get("pbx", {}))
    try:
        pbx.addresses()
    except ValueError as error:  # a port that only shows as wrong now
        problems.append(Problem("pbx.hosts", str(error)))
    settings = Settings(
        pbx=pbx,
        phone=PhoneSettings(**sections.get("phone", {})),
        dialling=DialSettings(**sections.get("dialling", {})),
        recording=RecordingSettings(**sections.get("recording", {})),
    )
    return settings, problems


def dump(settings: Settings) -> dict[str, dict[str, Any]]:
    """Return the settings as tables for TOML; the reverse of ``read``."""
    pbx, phone = settings.pbx, settings.phone
    return {
        "pbx": {
            "hosts": [*pbx.hosts],
            "tls": pbx.tls,
            "ca_file": pbx.ca_file,
            "fingerprint": pbx.fingerprint,
            "username": pbx.username,
        },
        "phone": {
            "extension": phone.extension,
            "devices": [*phone.devices],
            "context": phone.context,
        },
        "dialling": {
            "country": settings.dialling.country,
            "timeout_s": settings.dialling.timeout_s,
        },
        "recording": {"file_name": settings.recording.file_name},
    }


Check = Callable[[Any], Any]


def _section(
    section: str, values: Mapping[str, Any], checks: Mapping[str, Check], problems: list[Problem]
) -> dict[str, Any]:
    good: dict[str, Any] = {}
    for key, value in values.items():
        check = checks.get(key)
        if check is None:
            problems.append(Problem(f"{section}.{key}", "is not a setting that Traydial knows"))
            continue
        try:
            good[key] = check(value)
        except ValueError as error:
            problems.append(Problem(f"{section}.{key}", str(error)))
    return good


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("must be a text in quotes")
    if any(ord(c) < 32 for c in value):
        raise ValueError("must not hold control characters")
    return value.strip()


def _matching(pattern: str, why: str) -> Check:
    compiled = re.compile(pattern)

    def check(value: object) -> str:
        text = _text(value)
        if text and not compiled.fullmatch(text):
            raise ValueError(why)
        return text

    return check


def _texts(check: Callable[[str], object]) -> Check:
    def check_all(value: object) -> tuple[str, ...]:
        if isinstance(value, str):  # one alone may be written without brackets
            value = [value]
        if not isinstance(value, list):
            raise ValueError('must be a list of texts, like ["…"]')
        texts = tuple(text for item in value if (text := _text(item)))
        for text in texts:
            check(text)
        return texts

    return check_all


def _device(text: str) -> None:
    if not _DEVICE.fullmatch(text):
        raise ValueError(f"{text!r} is not a device; it is written like PJSIP/7001")


def _host(text: str) -> None:
    split_host(text, tls=True)


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError("must be true or false, without quotes")
    return value


def _seconds(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 5 <= value <= 300:
        raise ValueError("must be a whole number from 5 to 300")
    return value


def _fingerprint(value: object) -> str:
    text = _text(value)
    return normal_fingerprint(text) if text else ""


def _country(value: object) -> str:
    text = _text(value).upper()
    if text and not re.fullmatch(r"[A-Z]{2}", text):
        raise ValueError("must be two letters, like DE or US")
    return text


def _file_name(value: object) -> str:
    text = _text(value)
    unknown = sorted(set(_FIELD.findall(text)) - {*RECORDING_FIELDS})
    if unknown:
        raise ValueError(f"{unknown[0]!r} is not one of {', '.join(RECORDING_FIELDS)}")
    if not re.fullmatch(r"[A-Za-z0-9._/-]+", _FIELD.sub("", text) or "-"):
        raise ValueError("may hold only letters, digits, . _ - / and {fields}")
    if text.startswith("/") or ".." in text or not re.search(r"[^./]\.(wav|gsm|ulaw|alaw)$", text):
        raise ValueError("must be a relative name that ends in .wav, .gsm, .ulaw or .alaw")
    return text


_CHECKS: Mapping[str, Mapping[str, Check]] = {
    "pbx": {
        "hosts": _texts(_host),
        "tls": _flag,
        "ca_file": _text,
        "fingerprint": _fingerprint,
        "username": _text,
    },
    "phone": {
        "extension": _matching(r"[A-Za-z0-9*#+._-]{1,40}", "must be an extension, like 7001"),
        "devices": _texts(_device),
        "context": _matching(r"[A-Za-z0-9._-]{1,79}", "must be the name of a dialplan context"),
    },
    "dialling": {"country": _country, "timeout_s": _seconds},
    "recording": {"file_name": _file_name},
}
