"""What can be set, its defaults, and how a config file is read without trusting it.

The file is TOML; this module sees the parsed tables only. A wrong or unknown key costs
that key alone: it is named with its place and its default is used.
"""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any, cast

from traydial.domain import (
    blocked_settings,
    call_records,
    contact_settings,
    diversions,
    history,
    pop_settings,
    privacy,
    queues,
)
from traydial.domain import setting_checks as checks
from traydial.domain.blocked_settings import BlockedSettings
from traydial.domain.call_records import CallRecordSettings
from traydial.domain.contact_settings import (
    CardDavSettings,
    ContactSettings,
    CrmSettings,
    DatabaseSettings,
    LdapSettings,
)
from traydial.domain.diversions import DiversionSettings
from traydial.domain.history import HistorySettings
from traydial.domain.language import AS_THE_SYSTEM, LANGUAGES, mark, tr
from traydial.domain.pop_settings import PopSettings
from traydial.domain.privacy import PrivacySettings
from traydial.domain.queues import QueueSettings
from traydial.domain.setting_checks import ASK_KINDS, Check, split_host

# the SIP header that asks a phone to lift by itself; makers have never agreed on one
AUTO_ANSWERS = ("off", "call-info", "alert-info", "ring-answer", "answer-mode")
# e164: +4930…, international: 004930…, national: 030… (a foreign number: 0033…)
FORMS = ("as written", "e164", "international", "national")


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
    """The user's own phone or phones, and the dialplan context they call from.

    Without ``devices`` the phones follow the extension, as the PBX tells it.

    ``auto_answer`` is one of ``AUTO_ANSWERS``: how the phone is told to lift by itself
    when the user dials. ``answer_here``: offer to answer from the screen.
    ``conference`` is dialled for a conference of the user's own, ``voicemail`` for
    somebody's voicemail box; ``{extension}`` stands for whose it is, empty for none.
    """

    extension: str = ""
    devices: tuple[str, ...] = ()
    context: str = ""
    auto_answer: str = "off"
    answer_here: bool = True
    conference: str = ""
    voicemail: str = ""


@dataclass(frozen=True, slots=True)
class DialSettings:
    """From a number as people write it to what the PBX is told; see ``numbers.dial_plan``.

    ``country`` is two letters; ``area_code`` the office's, without a leading zero;
    ``extensions`` are patterns in dialplan notation (``7XXX``); ``form`` is one of
    ``FORMS``; ``replacements`` are ``expression -> replacement``, tried in order;
    ``timeout_s`` is how long the own phone may ring.
    """

    country: str = ""
    area_code: str = ""
    extensions: tuple[str, ...] = ()
    outside_prefix: str = ""
    form: str = "as written"
    replacements: tuple[str, ...] = ()
    vanity: bool = False
    timeout_s: int = 30


@dataclass(frozen=True, slots=True)
class AskSettings:
    """When a question comes first. ``links``: ``always`` or ``listed``.

    ``always`` holds kinds (``ASK_KINDS``) and patterns of numbers that are never dialled
    by one gesture alone; a number that was typed is never asked about.
    """

    links: str = "listed"
    always: tuple[str, ...] = ASK_KINDS


@dataclass(frozen=True, slots=True)
class HotkeySettings:
    """Global key combinations like ``Ctrl+Shift+F9``; empty for none."""

    dial_selection: str = "Ctrl+Shift+F9"
    answer_hang_up: str = "Ctrl+Shift+F10"
    dial_box: str = "Ctrl+Shift+F8"
    open_page: str = ""


@dataclass(frozen=True, slots=True)
class ClipboardSettings:
    """``watch``: offer to dial a number when one was copied."""

    watch: bool = False


@dataclass(frozen=True, slots=True)
class DisplaySettings:
    """``language``: one of ``LANGUAGES``, or ``system`` for that of the desktop."""

    language: str = AS_THE_SYSTEM


@dataclass(frozen=True, slots=True)
class TransferSettings:
    """``comes_back_after_s``: how long a target may ring before the caller is back; 0: never.

    ``notes``: a line can be sent with a caller, and is shown.
    """

    comes_back_after_s: int = 25
    notes: bool = True


@dataclass(frozen=True, slots=True)
class RecordingSettings:
    """``file_name`` is a template, see ``RECORDING_FIELDS``; the PBX keeps the files.

    ``policy``: ``ask`` leaves it to the user, ``always`` starts by itself and is not stopped,
    ``never`` offers nothing. ``leg``: the ``own`` ends at a transfer, the ``other`` party's
    goes on. ``one_touch`` is the phone system's own key for it. ``announce`` is an extension
    that both parties hear before, ``consent`` what the user has to ask before.
    """

    file_name: str = "traydial/{date}-{time}-{direction}-{extension}-{number}.wav"
    policy: str = "ask"
    leg: str = "own"
    one_touch: str = ""
    announce: str = ""
    consent: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that can be set."""

    pbx: PbxSettings = field(default_factory=PbxSettings)
    phone: PhoneSettings = field(default_factory=PhoneSettings)
    dialling: DialSettings = field(default_factory=DialSettings)
    recording: RecordingSettings = field(default_factory=RecordingSettings)
    transfer: TransferSettings = field(default_factory=TransferSettings)
    ask: AskSettings = field(default_factory=AskSettings)
    hotkeys: HotkeySettings = field(default_factory=HotkeySettings)
    clipboard: ClipboardSettings = field(default_factory=ClipboardSettings)
    diversions: DiversionSettings = field(default_factory=DiversionSettings)
    queues: QueueSettings = field(default_factory=QueueSettings)
    contacts: ContactSettings = field(default_factory=ContactSettings)
    pop: PopSettings = field(default_factory=PopSettings)
    privacy: PrivacySettings = field(default_factory=PrivacySettings)
    blocked: BlockedSettings = field(default_factory=BlockedSettings)
    cdr: CallRecordSettings = field(default_factory=CallRecordSettings)
    ldap: LdapSettings = field(default_factory=LdapSettings)
    carddav: CardDavSettings = field(default_factory=CardDavSettings)
    database: DatabaseSettings = field(default_factory=DatabaseSettings)
    crm: CrmSettings = field(default_factory=CrmSettings)
    history: HistorySettings = field(default_factory=HistorySettings)
    display: DisplaySettings = field(default_factory=DisplaySettings)

    def missing(self) -> list[str]:
        """Name the settings without which no call can be made, e.g. ``pbx.hosts``."""
        needed = {
            "pbx.hosts": self.pbx.hosts,
            "pbx.username": self.pbx.username,
            "phone.extension": self.phone.extension,
            "phone.context": self.phone.context,
        }
        return [place for place, value in needed.items() if not value]


# sections that are followed as they change: the link to the phone system stays as it is
_BESIDE_THE_LINK = (
    "hotkeys",
    "clipboard",
    "contacts",
    "carddav",
    "ldap",
    "crm",
    "database",
    "pop",
    "blocked",
    "history",
    "privacy",
    "cdr",
    "display",
)


def need_no_new_link(old: Settings, new: Settings) -> bool:
    """Tell whether these settings can be used without connecting anew."""
    beside = {section: getattr(old, section) for section in _BESIDE_THE_LINK}
    return replace(new, **beside) == old


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in a config. ``place`` is like ``pbx.hosts``; ``why`` a sentence.

    ``layer`` tells who said it, where that was not the user.
    """

    place: str
    why: str
    layer: str = ""

    def __str__(self) -> str:
        told = f" ({self.layer})" if self.layer else ""
        return f"{self.place}{told}: {self.why}"


def _checked(tables: Mapping[str, Any]) -> tuple[dict[str, dict[str, Any]], list[Problem]]:
    problems: list[Problem] = []
    sections: dict[str, dict[str, Any]] = {}
    for section, value in tables.items():
        checks = _CHECKS.get(section)
        if checks is None:
            problems.append(Problem(section, tr("is not a section that Traydial knows")))
        elif not isinstance(value, Mapping):
            problems.append(
                Problem(section, tr("must be a section, written [{section}]", section=section))
            )
        else:
            sections[section] = _section(section, value, checks, problems)
    return sections, problems


def sound(tables: Mapping[str, Any]) -> tuple[dict[str, dict[str, Any]], list[Problem]]:
    """Return what of these tables each check accepts, as it was written; name the rest."""
    sections, problems = _checked(tables)
    return {s: {key: tables[s][key] for key in keys} for s, keys in sections.items()}, problems


def read(tables: Mapping[str, Any]) -> tuple[Settings, list[Problem]]:
    """Make settings of parsed TOML; name what was wrong or unknown."""
    sections, problems = _checked(tables)
    made = {  # each section is a dataclass, and what makes its default makes it of these, too
        section.name: cast("Callable[..., Any]", section.default_factory)(
            **sections.get(section.name, {})
        )
        for section in fields(Settings)
    }
    settings = Settings(**made)
    try:
        settings.pbx.addresses()
    except ValueError as error:  # a port that only shows as wrong now
        problems.append(Problem("pbx.hosts", str(error)))
    if why := contact_settings.travels_in_the_clear(settings.crm):
        problems.append(Problem("crm.header", why))
        settings = replace(settings, crm=CrmSettings())
    if why := contact_settings.another_host(settings.crm):
        problems.append(Problem("crm.search", why))
        settings = replace(settings, crm=replace(settings.crm, search=""))
    problems += (Problem(f"pop.{key}", why) for key, why in settings.pop.problems())
    return settings, problems


def dump(settings: Settings) -> dict[str, dict[str, Any]]:
    """Return the settings as tables for TOML; the reverse of ``read``."""
    return {
        section: {
            key: [*value] if isinstance(value, tuple) else value for key, value in keys.items()
        }
        for section, keys in asdict(settings).items()
    }


def _section(
    section: str, values: Mapping[str, Any], checks: Mapping[str, Check], problems: list[Problem]
) -> dict[str, Any]:
    good: dict[str, Any] = {}
    for key, value in values.items():
        check = checks.get(key)
        if check is None:
            problems.append(Problem(f"{section}.{key}", tr("is not a setting that Traydial knows")))
            continue
        try:
            good[key] = check(value)
        except ValueError as error:
            problems.append(Problem(f"{section}.{key}", str(error)))
    return good


_CHECKS: Mapping[str, Mapping[str, Check]] = {
    "pbx": {
        "hosts": checks.as_texts(checks.check_host),
        "tls": checks.as_flag,
        "ca_file": checks.as_text,
        "fingerprint": checks.as_fingerprint,
        "username": checks.as_text,
    },
    "phone": {
        "extension": checks.matching(
            r"[A-Za-z0-9*#+._-]{1,40}", mark("must be an extension, like 7001")
        ),
        "devices": checks.as_texts(checks.check_device),
        "auto_answer": checks.one_of(*AUTO_ANSWERS),
        "answer_here": checks.as_flag,
        "conference": checks.as_code,
        "voicemail": checks.as_code,
        "context": checks.matching(
            r"[A-Za-z0-9._-]{1,79}", mark("must be the name of a dialplan context")
        ),
    },
    "dialling": {
        "country": checks.as_country,
        "area_code": checks.matching(r"[0-9]{1,6}", mark("must be digits, without a leading zero")),
        "extensions": checks.as_texts(checks.check_pattern),
        "outside_prefix": checks.matching(
            r"[0-9*#]{1,6}", mark("must be what is dialled to get out")
        ),
        "form": checks.one_of(*FORMS),
        "replacements": checks.as_texts(checks.check_replacement),
        "vanity": checks.as_flag,
        "timeout_s": checks.as_seconds,
    },
    "transfer": {"comes_back_after_s": checks.as_seconds_or_never, "notes": checks.as_flag},
    "recording": {
        "file_name": checks.as_file_name,
        "policy": checks.one_of("ask", "always", "never"),
        "leg": checks.one_of("own", "other"),
        "one_touch": checks.matching(r"[0-9*#A-D]{1,8}", mark("must be what is keyed, like *3")),
        "announce": checks.matching(
            r"[A-Za-z0-9*#+._-]{1,40}", mark("must be an extension, like 7890")
        ),
        "consent": checks.matching(r".{1,200}", mark("must be one or two sentences")),
    },
    "ask": {
        "links": checks.one_of("always", "listed"),
        "always": checks.as_texts(checks.check_always_ask),
    },
    "hotkeys": {
        "dial_selection": checks.as_combination,
        "answer_hang_up": checks.as_combination,
        "dial_box": checks.as_combination,
        "open_page": checks.as_combination,
    },
    "clipboard": {"watch": checks.as_flag},
    "diversions": diversions.CHECKS,
    "queues": queues.CHECKS,
    "pop": pop_settings.CHECKS,
    "history": history.CHECKS,
    "privacy": privacy.CHECKS,
    "blocked": blocked_settings.CHECKS,
    "cdr": call_records.CHECKS,
    "display": {"language": checks.one_of(AS_THE_SYSTEM, *LANGUAGES)},
    **contact_settings.CHECKS,
}
