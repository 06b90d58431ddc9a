"""Digits that are keyed whenever a certain number has answered, say a conference's code."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

PAUSE_S = 2.0  # a comma
MOST = 40
_LONGEST_GAP = 9  # commas between two digits
_LONGEST_LEAD = 5  # commas before the first
_FORM = re.compile(r"[0-9*#A-D,]{1,40}")


@dataclass(frozen=True, slots=True)
class Remembered:
    """``digits`` with a comma for each pause; ``by_itself``: sent without being asked for.

    What stands before the first digit is how long to wait after the answer.
    """

    digits: str
    by_itself: bool = False

    @property
    def on_request(self) -> str:
        """What to send now: whoever asks for it has waited already."""
        return self.digits.lstrip(",")


def is_keyable(digits: str) -> bool:
    """Tell whether these can be sent: digits, and not commas alone."""
    return bool(_FORM.fullmatch(digits)) and bool(digits.strip(","))


def with_pauses(keyed: Sequence[tuple[float, str]], answered: float | None) -> str:
    """Write what was keyed, and when, as digits with commas; seconds since whenever."""
    written = ""
    before, longest = answered, _LONGEST_LEAD
    for at, digits in keyed:
        gap = 0.0 if before is None else at - before
        written += "," * min(longest, round(max(0.0, gap) / PAUSE_S)) + digits
        before, longest = at, _LONGEST_GAP
    return written if len(written) <= MOST else ""
