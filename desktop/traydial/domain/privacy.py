"""What is kept of people, and how a text is rid of their numbers and names."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from traydial.domain import setting_checks as checks
from traydial.domain.setting_checks import Check

FEWEST = 3  # digits of a number: shorter ones are causes and counts
LEFT = 2  # digits that stay, so that one call can be followed through a log

_NUMBER = re.compile(r"(?<![\w.])\+?\(?\d[\d()./ -]*\d(?![\w])")
_ADDRESS = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}|\d{4}-\d\d-\d\d")  # of a host; a day
# how messages of AMI write people's names; AMI says <unknown> of none
_NAME = re.compile(
    r"\b((?:Dest)?(?:CallerID|ConnectedLine|Effective\w+)Name: )(?!<unknown>)"
    r"[^\n]+?(?=, \w[\w-]*: |$)",
    re.MULTILINE,
)
_HIDDEN_IN_A_WORD = re.compile(r"(?<!\d)\d{7,}(?!\d)")
_NO_NUMBER_BEFORE = re.compile(
    r"(?:[\w\]]:(?<!\btel:)(?<!\bsip:)(?<!\bsips:)(?<!\bcallto:)|Errno |line )$"
)


@dataclass(frozen=True, slots=True)
class PrivacySettings:
    """``hide_numbers``: no number of anybody is written to a log."""

    hide_numbers: bool = True


CHECKS: Mapping[str, Check] = {"hide_numbers": checks.as_flag}


def without_numbers(text: str) -> str:
    """Return a text without the numbers and names of people.

    Of each number the last two digits stay: ``+49 30 1234567`` becomes ``…67``. Addresses of
    hosts, ports, days and the numbers in names of channels' kinds stay as they are.
    """
    plain = _NUMBER.sub(_hidden, _NAME.sub(r"\1…", text))
    return _HIDDEN_IN_A_WORD.sub(lambda found: "…" + found[0][-LEFT:], plain)


def _hidden(found: re.Match[str]) -> str:
    number = found[0]
    digits = re.sub(r"\D", "", number)
    before = found.string[max(0, found.start() - 8) : found.start()]
    is_port = len(digits) <= 5 and _NO_NUMBER_BEFORE.search(before)
    if len(digits) < FEWEST or _ADDRESS.fullmatch(number) or is_port:
        return number
    return "…" + digits[-LEFT:]
