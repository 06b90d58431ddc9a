"""The office's dial plan: from a number as written to what its PBX is told, and why.

Tried in order: emergency numbers and codes go as they are; own extensions; replacements;
then the form in which this PBX wants outside numbers, with the prefix for an outside line.
"""

import re
from dataclasses import dataclass

from traydial.domain.errors import NothingToDial
from traydial.domain.language import mark, tr
from traydial.domain.numbers.normal import Written
from traydial.domain.numbers.number import Number, shown
from traydial.domain.numbers.outside import Outside, international_prefix, outside, whole_short
from traydial.domain.numbers.patterns import matches
from traydial.domain.numbers.short import costs, is_emergency, is_service
from traydial.domain.settings import DialSettings

MAX_INTERNAL = 5  # digits of an extension where no pattern says what extensions look like
_FEWEST_ABROAD = 7  # digits of the shortest number after a plus


@dataclass(frozen=True, slots=True)
class _Way:
    """What the PBX is told for some digits, and why."""

    dial: str
    number: Outside
    reasons: tuple[str, ...] = ()
    kinds: frozenset[str] = frozenset()


def plan(written: Written, settings: DialSettings) -> Number:
    """Return how a number is dialled in this office. Raises NothingToDial."""
    digits = written.digits
    way = _way(digits, settings)
    if digits.startswith("+") and not way.number.e164 and len(digits) <= _FEWEST_ABROAD:
        raise NothingToDial(digits)  # such a short number exists in no country
    changed = way.dial != digits
    why = (
        tr(
            "dialled as {number}: {reasons}",
            number=_spaced(way.dial, settings),
            reasons=", ".join(way.reasons),
        )
        if changed
        else ""
    )
    return Number(
        _meant(digits, way, settings),
        way.dial,
        shown(_as_people_write(way.number, digits, settings.country), settings.country),
        why,
        written.after,
        way.kinds,
    )


def plain(dialled: str, settings: DialSettings) -> str:
    """Return the number that was meant, from what the PBX was told; the reverse of ``plan``."""
    prefix = settings.outside_prefix
    tries = [dialled]
    if prefix and dialled.startswith(prefix) and len(dialled) > len(prefix):
        tries.insert(0, dialled[len(prefix) :])
    for digits in tries:
        if re.fullmatch(r"\+?[0-9*#]+", digits):
            way = _way(digits, settings)
            if way.dial == dialled:
                return _meant(digits, way, settings)
    return dialled


def is_listed(number: Number, patterns: tuple[str, ...], settings: DialSettings) -> str:
    """Return which of these kinds and patterns a number is; empty when none.

    A pattern may be written for the number as dialled, in E.164 or in the national form.
    """
    forms = {number.dial, number.meant}
    if "own" not in number.kinds:
        forms |= {*outside(number.meant, settings).forms(settings.country)}
    for pattern in patterns:
        if pattern in number.kinds:
            return pattern
        if any(matches(pattern, digits) for digits in forms):
            return pattern
    return ""


def is_extension(digits: str, settings: DialSettings) -> bool:
    """Tell whether this is a number of the own PBX.

    Where no pattern says so, it is short and no number or service of the country.
    """
    if settings.extensions:
        return any(matches(pattern, digits) for pattern in settings.extensions)
    if len(digits) > MAX_INTERNAL or digits.startswith(("+", "0")):
        return False
    country = settings.country
    return not (country and (is_service(digits, country) or whole_short(digits, country)))


def _way(digits: str, settings: DialSettings) -> _Way:
    itself, country = Outside(digits), settings.country
    if re.search(r"[*#]", digits):
        return _Way(digits, itself)
    if is_emergency(digits, country):
        help_ = frozenset({"emergency"})
        for rule in settings.replacements:
            if _names_its_numbers(rule) and (dial := _replaced(rule, digits)):
                return _Way(dial, itself, (_RULE,), help_)
        return _Way(digits, itself, kinds=help_)
    own = is_extension(digits, settings)
    if _calls_help_outside(digits, settings) and not (own and settings.extensions):
        return _Way(digits, itself, kinds=frozenset({"emergency"}))
    if own:
        return _Way(digits, itself, kinds=frozenset({"own"}))
    number = outside(digits, settings)
    kinds = _kinds(number, country)
    for rule in settings.replacements:
        if dial := _replaced(rule, digits, *number.forms(country)):
            return _Way(dial, number, (_RULE,), frozenset(kinds))
    dial, reasons = _formed(number, digits, settings)
    return _Way(dial, number, tuple(reasons), frozenset(kinds))


_RULE = mark("a rule of your office changes it")


def _calls_help_outside(digits: str, settings: DialSettings) -> bool:
    """Tell whether this is the prefix for an outside line and an emergency number: 9 911."""
    prefix = settings.outside_prefix
    rest = digits.removeprefix(prefix) if prefix else digits
    return rest != digits and is_emergency(rest, settings.country)


def _formed(number: Outside, digits: str, settings: DialSettings) -> tuple[str, list[str]]:
    """Return the digits in the form that this PBX wants, and what was done to them."""
    prefix, country = settings.outside_prefix, settings.country
    dial, form, reasons = number.digits, settings.form, list[str]()
    home, code = number.is_home(country), number.country_code
    if form == "as written" and prefix and dial.startswith("+"):
        form = "national"  # no outside line is dialled before a plus
    if number.parsed is None or form == "as written":
        pass
    elif form == "e164":
        dial = number.e164
        reasons.append(
            tr("+{code} is the code of your country", code=code)
            if home
            else tr("+{code} is the code of that country", code=code)
        )
    elif form == "national" and home:
        dial = number.national
        if not dial.startswith(code) and number.is_abroad(country) and code == "1":
            dial = code + dial
            reasons.append(tr("{code} dials another country of North America", code=code))
        idd = international_prefix(country) or "+"
        if number.digits.startswith(("+", idd)) and dial != number.digits and not reasons:
            reasons.append(tr("+{code} is not dialled within the country", code=code))
    elif idd := international_prefix(country):
        dial = idd + number.e164.removeprefix("+")
        reasons.append(
            tr("{idd} dials abroad", idd=idd)
            if not home
            else tr("{idd}{code} is your country", idd=idd, code=code)
        )
    if prefix and not dial.startswith("+"):
        reasons.insert(0, tr("{prefix} gets an outside line", prefix=prefix))
        dial = prefix + dial
    if number.area and dial.removeprefix(prefix) != number.digits:
        within = number.area in dial
        area = number.area if within else settings.area_code
        reasons.append(tr("{area} is the area code of the office", area=area))
    return dial, reasons or [tr("so it is dialled from here")]


def _meant(digits: str, way: _Way, settings: DialSettings) -> str:
    """Return what history keeps: it must be dialled the same way again.

    That is E.164 where it can be; a number "as written" may not be the same in E.164.
    """
    for candidate in (way.number.e164, way.number.digits):
        if candidate and (candidate == digits or _way(candidate, settings).dial == way.dial):
            return candidate
    return digits


def _as_people_write(number: Outside, digits: str, country: str) -> str:
    if number.parsed is None:
        return number.digits
    home = number.is_home(country) and not digits.startswith("+")
    return number.national if home else number.e164


def _spaced(dial: str, settings: DialSettings) -> str:
    prefix = settings.outside_prefix
    if prefix and dial.startswith(prefix):
        return f"{prefix} {_grouped(dial[len(prefix) :], settings.country)}"
    return _grouped(dial, settings.country)


def _grouped(dial: str, country: str) -> str:
    written = shown(dial, country)
    return written if written.startswith("+") == dial.startswith("+") else dial


def _kinds(number: Outside, country: str) -> set[str]:
    kinds = set()
    if number.is_abroad(country):
        kinds.add("international")
    if number.is_premium() or (number.parsed is None and costs(number.digits, country)):
        kinds.add("premium")
    return kinds


def _names_its_numbers(rule: str) -> bool:
    """Tell whether a rule is for certain numbers: one for all numbers means no emergency."""
    return re.fullmatch(r"\^?[0-9|()]+\$?", rule.partition("->")[0].strip()) is not None


def _replaced(rule: str, *candidates: str) -> str | None:
    expression, _, replacement = (part.strip() for part in rule.partition("->"))
    for digits in filter(None, candidates):
        if found := re.fullmatch(expression, digits):
            try:
                dial = found.expand(replacement)
            except (re.error, IndexError):
                return None
            return dial if re.fullmatch(r"\+?[0-9*#]{1,40}", dial) else None
    return None
