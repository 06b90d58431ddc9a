"""Whose calls are not shown. Pure: the time is passed in."""

from collections.abc import Iterable
from dataclasses import replace

from traydial.domain.blocked_settings import WITHHELD, BlockedSettings
from traydial.domain.calls import Call, Cause, Direction
from traydial.domain.contacts import Contact, digits_of, e164_of, match
from traydial.domain.errors import NothingToDial
from traydial.domain.numbers import understand
from traydial.domain.numbers.dial_plan import is_extension
from traydial.domain.settings import DialSettings
from traydial.domain.templates import NumberForms

CALLS_BACK_S = 900.0  # whom the user has called may call back, be they blocked or not
HELP_CALLS_BACK_S = 3600.0  # from whatever number
# what phone systems tell for a number that is not told
_NO_NUMBER = {"", "anonymous", "private", "restricted", "unavailable", "unknown", WITHHELD}
_IN_VAIN = (Cause.MISSED, Cause.DECLINED, Cause.TRANSFERRED, Cause.HUNG_UP, Cause.LINK_LOST)


def can_be_blocked(number: str, dialling: DialSettings) -> bool:
    """Tell whether a number is a stranger's: colleagues are not blocked."""
    digits = digits_of(number)
    return len(digits) > 2 and not is_extension(digits, dialling)


def is_blocked(number: str, blocked: BlockedSettings, dialling: DialSettings) -> bool:
    """Tell whether a caller's number is on the list, in whatever form the PBX tells it."""
    if not blocked.numbers:
        return False
    if number.strip().lower() in _NO_NUMBER:
        return WITHHELD in blocked.numbers
    digits = digits_of(number)
    if not digits or is_extension(digits, dialling):  # an extension may be a word
        return False
    whole = [one for one in blocked.numbers if one != WITHHELD and not one.endswith("*")]
    each = [Contact("", numbers=(one,)) for one in whole]
    if match(number, each, dialling).exact:
        return True
    beginnings = [digits_of(one[:-1]) for one in blocked.numbers if one.endswith("*")]
    return any(form.startswith(begin) for begin in beginnings for form in _forms(number, dialling))


def _forms(number: str, dialling: DialSettings) -> list[str]:
    """Return a number in all forms in which its beginning may be written down."""
    forms = NumberForms.of(number, dialling)
    whole = forms.e164.removeprefix("+")
    others = [forms.e164, whole, f"00{whole}", forms.national] if whole else []
    return [forms.number, *others]


class CallsBack:
    """Remembers whom the user has called: they, and help, always get through."""

    def __init__(self) -> None:
        self._called: dict[str, float] = {}
        self._for_help = float("-inf")

    def note(self, calls: Iterable[Call], dialling: DialSettings, now: float) -> None:
        """Take note of the calls there are."""
        for call in calls:
            if call.direction is Direction.OUT and call.number and call.alive:
                self._called[_same(call.number, dialling)] = now
                if _is_help(call.number, dialling):
                    self._for_help = now
        self._called = {n: at for n, at in self._called.items() if now - at < CALLS_BACK_S}

    def may(self, number: str, dialling: DialSettings, now: float) -> bool:
        """Tell whether a call from this number may be one that was asked for."""
        if now - self._for_help < HELP_CALLS_BACK_S:
            return True
        return now - self._called.get(_same(number, dialling), float("-inf")) < CALLS_BACK_S


def as_blocked(call: Call) -> Call:
    """Return a blocked caller's call as it is kept: nobody missed it."""
    in_vain = call.talking_since is None and call.cause in _IN_VAIN
    return replace(call, cause=Cause.BLOCKED) if in_vain and not call.alive else call


def _same(number: str, dialling: DialSettings) -> str:
    digits = digits_of(number)
    return e164_of(digits, dialling) or digits


def _is_help(number: str, dialling: DialSettings) -> bool:
    try:
        return "emergency" in understand(number, dialling).kinds
    except NothingToDial:
        return False
