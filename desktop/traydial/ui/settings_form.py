"""The settings as texts in fields, and back. Knows no Qt."""

from dataclasses import dataclass
from typing import Any

from traydial.domain.setting_checks import RECORDING_FIELDS
from traydial.domain.settings import Problem, Settings, dump, read


@dataclass(frozen=True, slots=True)
class Field:
    """One setting: where it is kept, what it is called, what it is like and what it is for."""

    place: str
    label: str
    example: str = ""
    help: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the dialog."""

    title: str
    icon: str
    fields: tuple[Field, ...]


CONNECTION = Page(
    "Connection",
    "server",
    (
        Field(
            "pbx.hosts",
            "Address",
            "pbx.example:5039",
            "Of the phone system. Several, with commas between, are tried in order.",
        ),
        Field("pbx.username", "User name", "traydial-7001"),
        Field("pbx.tls", "Secure connection", help="Without it, anybody on the way can listen."),
        Field(
            "pbx.ca_file",
            "Issuer's file",
            "as this computer trusts",
            "A file with the certificate of whoever issued the phone system's.",
        ),
        Field(
            "pbx.fingerprint",
            "Fingerprint",
            "not needed when the issuer is known",
            "Trust exactly the certificate with this SHA-256 fingerprint.",
        ),
    ),
)
PHONE = Page(
    "Phone",
    "phone",
    (
        Field("phone.extension", "Extension", "7001", "Your own number."),
        Field(
            "phone.devices",
            "Devices",
            "PJSIP/7001",
            "Your phones as the phone system names them, with commas between; "
            "the first one there rings when you dial.",
        ),
        Field(
            "phone.context",
            "Context",
            "from-internal",
            "Which numbers you may call; ask your admin.",
        ),
    ),
)
DIALLING = Page(
    "Dialling",
    "hash",
    (
        Field("dialling.country", "Country", "DE", "Two letters; how numbers are written."),
        Field("dialling.timeout_s", "Ring my phone for", help="Then dialling is given up."),
    ),
)
RECORDING = Page(
    "Recording",
    "mic",
    (
        Field(
            "recording.file_name",
            "File name",
            "traydial/{date}-{time}-{number}.wav",
            "On the phone system, which keeps the files. Can hold "
            + ", ".join(f"{{{name}}}" for name in RECORDING_FIELDS)
            + ".",
        ),
    ),
)
PAGES = (CONNECTION, PHONE, DIALLING, RECORDING)
_LISTS = {"pbx.hosts", "phone.devices"}

Value = str | bool | int


def values_of(settings: Settings) -> dict[str, Value]:
    """Return what the fields hold for these settings, by place."""
    values: dict[str, Value] = {}
    for section, keys in dump(settings).items():
        for key, value in keys.items():
            place = f"{section}.{key}"
            values[place] = ", ".join(value) if place in _LISTS else value
    return values


def settings_of(values: dict[str, Value]) -> tuple[Settings, dict[str, str]]:
    """Return the settings that the fields hold, and by place what is wrong with some."""
    tables: dict[str, dict[str, Any]] = {}
    for place, value in values.items():
        section, key = place.split(".")
        tables.setdefault(section, {})[key] = (
            [part.strip() for part in str(value).split(",")] if place in _LISTS else value
        )
    settings, problems = read(tables)
    wrong: dict[str, str] = {}
    for problem in problems:
        wrong.setdefault(problem.place, sentence(problem))
    return settings, wrong


def sentence(problem: Problem) -> str:
    """Write what is wrong with a field as a sentence."""
    why = problem.why[:1].upper() + problem.why[1:]
    return why if why.endswith(".") else f"{why}."


def page_of(place: str) -> int:
    """Return the number of the page that holds this field."""
    return next(
        (n for n, page in enumerate(PAGES) if any(f.place == place for f in page.fields)), 0
    )
