"""Do not disturb and call forwarding: what can be set, and where a PBX keeps it.

Asterisk itself knows neither. A dialplan reads entries of AstDB, ``family/key``, and which
ones is a convention: FreePBX's, that of the older examples (``CFIM``), or the office's own.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from traydial.domain import setting_checks as checks
from traydial.domain.language import mark
from traydial.domain.setting_checks import Check

# auto: as FreePBX where the PBX is one, else off; own: only what is written in the settings
SCHEMES = ("auto", "freepbx", "plain", "own", "off")
UNTOLD = "?"  # it is set, and this account may not read to what
_NAME = r"[A-Za-z0-9._-]"
_OFF = frozenset({"", "0", "no", "n", "false", "off"})


class Forward(StrEnum):
    """Which calls are forwarded."""

    ALWAYS = "always"
    BUSY = "busy"
    NO_ANSWER = "no answer"


@dataclass(frozen=True, slots=True)
class Diversions:
    """What the PBX does with calls for the user now.

    ``do_not_disturb`` is None where the PBX keeps none or does not tell; ``forwards`` has
    the kinds that it keeps, each with where to, empty for nowhere. ``by_codes``: it can be
    set all the same where the account may not write the entries.
    """

    do_not_disturb: bool | None = None
    forwards: Mapping[Forward, str] = field(default_factory=dict)
    by_codes: bool = False

    @property
    def known(self) -> bool:
        """Tell whether there is anything to show or set."""
        return self.do_not_disturb is not None or bool(self.forwards)

    @property
    def active(self) -> Mapping[Forward, str]:
        """The forwards that are set."""
        return {when: target for when, target in self.forwards.items() if target}


@dataclass(frozen=True, slots=True)
class DiversionSettings:
    """Where the PBX keeps it. ``scheme`` is one of ``SCHEMES``.

    ``do_not_disturb``, ``always``, ``busy`` and ``no_answer`` are entries of AstDB like
    ``DND/{extension}``; ``value`` is what is written for "on". ``lamps`` and
    ``forward_lamps`` are device states that phones' lamps follow, like
    ``Custom:DND{extension}``. ``codes`` are what people dial for it: to set and to end do not
    disturb, then each kind of forwarding; they are run, where ``by_codes``, for an account
    that may not write entries. What is empty is as the scheme has it.
    """

    scheme: str = "auto"
    do_not_disturb: str = ""
    always: str = ""
    busy: str = ""
    no_answer: str = ""
    value: str = ""
    lamps: tuple[str, ...] = ()
    forward_lamps: tuple[str, ...] = ()
    by_codes: bool = True
    codes: tuple[str, ...] = ()


PRESETS: Mapping[str, DiversionSettings] = {
    "freepbx": DiversionSettings(
        "freepbx",
        "DND/{extension}",
        "CF/{extension}",
        "CFB/{extension}",
        "CFU/{extension}",
        "YES",
        ("Custom:DND{extension}", "Custom:DEVDND{device}"),
        ("Custom:CF{extension}", "Custom:DEVCF{device}"),
        codes=("*78", "*79", "*72", "*73", "*90", "*91", "*52", "*53"),
    ),
    "plain": DiversionSettings(
        "plain", "DND/{extension}", "CFIM/{extension}", "CFBS/{extension}", "CFNA/{extension}", "1"
    ),
    "own": DiversionSettings("own", value="1"),
}
# there for every extension of FreePBX, and nowhere else: its devices, with & between, which
# have other numbers than their user where people share desks
FREEPBX_MARK = "AMPUSER/{extension}/device"


@dataclass(frozen=True, slots=True)
class Places:
    """The entries of AstDB and the lamps of one extension; empty where there is none.

    ``codes`` are pairs, by entry: what is dialled to set it (a number may follow) and to end it.
    """

    do_not_disturb: str
    forwards: Mapping[Forward, str]
    value: str
    lamps: tuple[str, ...]
    forward_lamps: tuple[str, ...]
    codes: Mapping[str, tuple[str, str]]


def places_of(settings: DiversionSettings, extension: str, mark: str) -> Places | None:
    """Return where it is kept, or None where it is not.

    ``mark`` is what the entry ``FREEPBX_MARK`` holds: it decides for ``auto``.
    """
    scheme = settings.scheme
    if scheme == "auto":
        scheme = "freepbx" if mark else "off"
    if scheme == "off" or not extension:
        return None
    preset = PRESETS[scheme]
    devices = re.findall(rf"{_NAME}+", mark if mark != UNTOLD else "") or [extension]

    def place(name: str) -> str:
        template: str = getattr(settings, name) or getattr(preset, name)
        return template.format(extension=extension)

    def lamps(name: str) -> tuple[str, ...]:
        templates: tuple[str, ...] = getattr(settings, name) or getattr(preset, name)
        found = [
            template.format(extension=extension, device=device)
            for template in templates
            for device in devices
        ]
        return tuple(dict.fromkeys(found))

    forwards = {
        Forward.ALWAYS: place("always"),
        Forward.BUSY: place("busy"),
        Forward.NO_ANSWER: place("no_answer"),
    }
    quiet = place("do_not_disturb")
    codes = (settings.codes or preset.codes) if settings.by_codes else ()
    on_and_off = zip(codes[::2], codes[1::2], strict=False)
    pairs = zip((quiet, *forwards.values()), on_and_off, strict=False)
    return Places(
        quiet,
        {when: where for when, where in forwards.items() if where},
        settings.value or preset.value,
        lamps("lamps"),
        lamps("forward_lamps"),
        {where: pair for where, pair in pairs if where},
    )


def is_on(value: str) -> bool:
    """Tell what a dialplan's "YES", "1" or "no" means."""
    return value.strip().lower() not in _OFF


_KEY = rf"(?:{_NAME}|\{{extension\}})+(?:/(?:{_NAME}|\{{extension\}})+)+"
_entry = checks.matching(
    _KEY, mark("must be an entry of the phone system's database: DND/{extension}")
)
_lamp = checks.matching(
    rf"Custom:(?:{_NAME}|\{{extension\}}|\{{device\}})+",
    mark("must be a state like Custom:DND{extension}"),
)
CHECKS: Mapping[str, Check] = {
    "scheme": checks.one_of(*SCHEMES),
    "do_not_disturb": _entry,
    "always": _entry,
    "busy": _entry,
    "no_answer": _entry,
    "value": checks.matching(r"[A-Za-z0-9._-]{1,20}", mark("must be a word, like YES")),
    "lamps": checks.as_texts(_lamp),
    "forward_lamps": checks.as_texts(_lamp),
    "by_codes": checks.as_flag,
    "codes": checks.as_texts(checks.matching(r"[*#0-9]{1,10}", mark("must be a code, like *78"))),
}
