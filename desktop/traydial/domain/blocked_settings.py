"""Whose calls the user does not want, as the settings hold it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from traydial.domain import setting_checks as checks
from traydial.domain.language import mark, tr
from traydial.domain.setting_checks import Check

# silent: nothing is shown, the phone rings on; the others send the caller away
ACTIONS = ("silent", "decline", "divert")
WITHHELD = "withheld"
_NUMBER = re.compile(r"\+?[\d ()./-]*\d[\d ()./-]*\*?")
FEWEST = 3  # digits: "0*" would block the world


@dataclass(frozen=True, slots=True)
class BlockedSettings:
    """``numbers``: in any spelling, ``+4930*`` for all that begin so, or ``withheld``.

    ``action`` is one of ``ACTIONS``; ``divert_to`` is where the callers are sent.
    """

    numbers: tuple[str, ...] = ()
    action: str = "silent"
    divert_to: str = ""


def check_number(text: str) -> None:
    """Raise ValueError for what can be nobody's number."""
    if text == WITHHELD:
        return
    if not _NUMBER.fullmatch(text):
        raise ValueError(
            tr("{text} is no number, nor the beginning of one like +4930*", text=f"{text!r}")
        )
    if sum(map(str.isdigit, text)) < FEWEST:
        raise ValueError(tr("{text} would block far more than one caller", text=f"{text!r}"))


CHECKS: Mapping[str, Check] = {
    "numbers": checks.as_texts(check_number),
    "action": checks.one_of(*ACTIONS),
    "divert_to": checks.matching(
        r"[A-Za-z0-9*#+._-]{1,40}", mark("must be an extension, like 7001")
    ),
}
