"""The office's dial plan: from a number as written to what its PBX is told, and why.

Tried in order: emergency numbers and codes go as they are; own extensions; replacements;
then the form in which this PBX wants outside numbers, with the prefix for an outside line.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from traydial.domain.numbers.normal import Written
from traydial.domain.numbers.number import Number, shown
from traydial.domain.settings import DialSettings

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

MAX_INTERNAL = 5  # digits of an extension where no pattern says what extensions look like
_SHORT = 6  # digits of the longest emergency number, and of most other short ones


def plan(written: Written, settings: DialSettings) -> Number:
    """Return how a number is dialled in this office."""
    digits = written.digits
    as_it_is = Number(digits, digits, digits, after=written.after)
    if re.search(r"[*#]", digits):
        return as_it_is
    if is_emergency(digits, settings.country):
        return replace(as_it_is, kinds=frozenset({"emergency"}))
    if is_extension(digits, settings):
        # without patterns it may as well be a directory enquiry that costs
        dear = not settings.extensions and _costs(digits, settings.country)
        return replace(as_it_is, kinds=frozenset({"own", "premium"} if dear else {"own"}))
    outside = _Outside.of(digits, settings)
    for rule in settings.replacements:
        if (dial := _replaced(rule, digits, *outside.forms(settings.country))) is not None:
            return _number(outside, dial, "a rule of your office changes it", written, settings)
    dial, reasons = _formed(outside, settings)
    return _number(outside, dial, " and ".join(reasons), written, settings)


def plain(dialled: str, settings: DialSettings) -> str:
    """Return the number that was meant, from what the PBX was told; the reverse of ``plan``."""
    prefix = settings.outside_prefix
    tries = [dialled]
    if prefix and dialled.startswith(prefix) and len(dialled) > len(prefix):
        tries.insert(0, dialled[len(prefix) :])
    for digits in tries:
        if re.fullmatch(r"\+?[0-9*#]+", digits):
            number = plan(Written(digits), settings)
            if number.dial == dialled:
                return number.meant
    return dialled


def is_listed(number: Number, patterns: tuple[str, ...], settings: DialSettings) -> str:
    """Return which of these kinds and patterns a number is; empty when none.

    A pattern may be written for the number as dialled, in E.164 or in the national form.
    """
    forms = {number.dial, number.meant}
    if "own" not in number.kinds:
        forms |= {*_Outside.of(number.meant, settings).forms(settings.country)}
    for pattern in patterns:
        if pattern in number.kinds:
            return pattern
        if any(matches(pattern, digits) for digits in forms):
            return pattern
    return ""


def is_emergency(digits: str, country: str) -> bool:
    """Tell whether this number calls for help in that country; 112 and 911 do anywhere."""
    if len(digits) > _SHORT or digits.startswith("+"):
        return False
    if not country:
        return digits in ("112", "911")
    from phonenumbers import is_emergency_number

    return bool(is_emergency_number(digits, country))


def is_extension(digits: str, settings: DialSettings) -> bool:
    """Tell whether this is a number of the own PBX."""
    if settings.extensions:
        return any(matches(pattern, digits) for pattern in settings.extensions)
    return len(digits) <= MAX_INTERNAL and not digits.startswith(("+", "0"))


def is_plausible(digits: str, settings: DialSettings, *, labelled: bool) -> bool:
    """Tell whether digits found in running text are a phone number and nothing else.

    ``labelled``: a word before them says that they are one.
    """
    if labelled or digits.startswith("+"):
        if is_extension(digits, settings):
            return True
        outside = _Outside.of(digits, settings)
        known = outside.parsed or _possible(digits, settings.country or None)
        return known is not None and len(digits) >= _SHORT
    if settings.extensions and is_extension(digits, settings):
        return True
    if len(digits) <= _SHORT:
        return False
    outside = _Outside.of(digits, settings)
    if outside.parsed is None:
        return False
    # without a trunk zero, digits are as likely an order number, unless the area is known
    return digits.startswith("0") or not _has_trunk_zero(settings.country) or bool(outside.reason)


def matches(pattern: str, digits: str) -> bool:
    """Tell whether digits are what a dialplan pattern describes (``_7XXX``; Asterisk)."""
    compiled = _compiled(pattern)
    return compiled is not None and compiled.fullmatch(digits) is not None


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str] | None:
    classes = {"X": "[0-9]", "Z": "[1-9]", "N": "[2-9]", ".": ".+", "!": ".*"}
    parts = re.findall(r"\[[0-9-]+\]|.", pattern.removeprefix("_"))
    written = (
        part if part.startswith("[") else classes.get(part.upper(), re.escape(part))
        for part in parts
    )
    try:
        return re.compile("".join(written))
    except re.error:  # a range like [9-1]
        return None


@dataclass(frozen=True, slots=True)
class _Outside:
    """A number outside the PBX. ``parsed`` is None where the country's plan does not know it."""

    digits: str
    parsed: "PhoneNumber | None" = None
    reason: str = ""

    @property
    def e164(self) -> str:
        """The number in the form +4930…, empty where that is not known."""
        if self.parsed is None:
            return ""
        from phonenumbers import PhoneNumberFormat, format_number

        return format_number(self.parsed, PhoneNumberFormat.E164)

    def forms(self, country: str) -> tuple[str, ...]:
        """Return E.164 and, in its own country, the national form; none where not known."""
        if self.parsed is None:
            return ()
        home = _region(self.parsed) == country
        return (self.e164, _national(self.parsed)) if home else (self.e164,)

    @classmethod
    def of(cls, digits: str, settings: DialSettings) -> "_Outside":
        """Understand digits in the office's country and area."""
        country, prefix = settings.country, settings.outside_prefix
        if len(digits) <= _SHORT and not digits.startswith(("+", "0")):
            if _is_short(digits, country):
                return cls(digits)
            return _local(digits, settings) or cls(digits)
        if digits.startswith("+"):
            return cls(digits, _possible(digits, None))
        if not country:
            return cls(digits)
        local = _local(digits, settings)
        if local is not None:
            return local
        if parsed := _valid(digits, country):
            return cls(digits, parsed)
        if prefix and digits.startswith(prefix):  # it was written with the prefix already
            rest = digits[len(prefix) :]
            if parsed := _valid(rest, country):
                return cls(rest, parsed)
        return cls(digits)


def is_valid(digits: str) -> bool:
    """Tell whether this is a number in E.164 that can exist."""
    return digits.startswith("+") and _valid(digits, None) is not None


def _local(digits: str, settings: DialSettings) -> _Outside | None:
    """Return a number that lacks its area code, which then is the office's."""
    if not (settings.area_code and settings.country):
        return None
    zero = _has_trunk_zero(settings.country)
    if digits.startswith("0") or (not zero and _valid(digits, settings.country)):
        return None
    trunk = "0" if zero else ""
    parsed = _valid(trunk + settings.area_code + digits, settings.country)
    if parsed is None:
        return None
    return _Outside(digits, parsed, f"{settings.area_code} is the area code of the office")


def _has_trunk_zero(country: str) -> bool:
    """Tell whether a number that starts without a zero is one of the own area there."""
    from phonenumbers import PhoneMetadata

    metadata = PhoneMetadata.metadata_for_region(country) if country else None
    return metadata is not None and metadata.national_prefix == "0"


def _valid(digits: str, country: str | None) -> "PhoneNumber | None":
    import phonenumbers

    parsed = _possible(digits, country)
    return parsed if parsed is not None and phonenumbers.is_valid_number(parsed) else None


def _possible(digits: str, country: str | None) -> "PhoneNumber | None":
    import phonenumbers

    try:
        parsed = phonenumbers.parse(digits, country)
    except phonenumbers.NumberParseException:
        return None
    return parsed if phonenumbers.is_possible_number(parsed) else None


def _formed(outside: _Outside, settings: DialSettings) -> tuple[str, list[str]]:
    """Return the digits in the form that this PBX wants, and what was done to them."""
    prefix, reasons = settings.outside_prefix, []
    dial, form = outside.digits, settings.form
    if form == "as written" and prefix and dial.startswith("+"):
        form = "national"  # no outside line is dialled before a plus
    if form == "e164":
        dial = outside.e164 or dial
    elif form in ("international", "national") and outside.parsed is not None:
        home = _region(outside.parsed) == settings.country
        if form == "national" and home:
            dial = _national(outside.parsed)
        elif idd := _international_prefix(settings.country):
            dial = idd + outside.e164.removeprefix("+")
            if not home:
                reasons.append(f"{idd} dials abroad")
    if prefix:
        reasons.insert(0, f"{prefix} gets an outside line")
        dial = prefix + dial
    if outside.reason and dial != prefix + outside.digits:
        reasons.append(outside.reason)
    return dial, reasons


def _national(parsed: "PhoneNumber") -> str:
    from phonenumbers import PhoneNumberFormat, format_number

    return re.sub(r"\D", "", format_number(parsed, PhoneNumberFormat.NATIONAL))


def _international_prefix(country: str) -> str:
    from phonenumbers import PhoneMetadata

    metadata = PhoneMetadata.metadata_for_region(country) if country else None
    if metadata is None:
        return ""
    prefix = metadata.preferred_international_prefix or metadata.international_prefix or ""
    prefix = prefix.replace("~", "")
    return prefix if prefix.isdigit() else ""


def _region(parsed: "PhoneNumber") -> str:
    import phonenumbers

    region = phonenumbers.region_code_for_number(parsed)
    return region or phonenumbers.region_code_for_country_code(parsed.country_code or 0)


def _number(
    outside: _Outside, dial: str, because: str, written: Written, settings: DialSettings
) -> Number:
    e164, meant = outside.e164, outside.digits
    # what history keeps must be dialled the same way again; "as written" E.164 may not be
    if e164 and (e164 == meant or plan(Written(e164), settings).dial == dial):
        meant = e164
    why = f"dialled as {_spaced(dial, settings)}: {because}" if dial != written.digits else ""
    return Number(
        meant,
        dial,
        shown(_as_people_write(outside, written, settings.country), settings.country),
        why,
        written.after,
        _kinds(outside, settings.country),
    )


def _as_people_write(outside: _Outside, written: Written, country: str) -> str:
    if outside.parsed is None:
        return outside.digits
    home = _region(outside.parsed) == country and not written.digits.startswith("+")
    return _national(outside.parsed) if home else outside.e164


def _spaced(dial: str, settings: DialSettings) -> str:
    prefix = settings.outside_prefix
    if prefix and dial.startswith(prefix):
        return f"{prefix} {dial[len(prefix) :]}"
    return dial


def _kinds(outside: _Outside, country: str) -> frozenset[str]:
    import phonenumbers

    kinds = set()
    parsed = outside.parsed
    if parsed is not None:
        if country and _region(parsed) != country:
            kinds.add("international")
        if phonenumbers.number_type(parsed) == phonenumbers.PhoneNumberType.PREMIUM_RATE:
            kinds.add("premium")
    elif _costs(outside.digits, country):
        kinds.add("premium")
    return frozenset(kinds)


def _short(digits: str, country: str) -> "PhoneNumber | None":
    if not country or len(digits) > _SHORT or not digits.isdigit():
        return None
    import phonenumbers

    code = phonenumbers.country_code_for_region(country)
    return phonenumbers.PhoneNumber(country_code=code, national_number=int(digits))


def _is_short(digits: str, country: str) -> bool:
    """Tell whether this is a service number of that country, say for directory enquiries."""
    from phonenumbers import is_valid_short_number_for_region

    short = _short(digits, country)
    return short is not None and is_valid_short_number_for_region(short, country)


def _costs(digits: str, country: str) -> bool:
    from phonenumbers import ShortNumberCost, expected_cost_for_region

    short = _short(digits, country)
    if short is None:
        return False
    return bool(expected_cost_for_region(short, country) == ShortNumberCost.PREMIUM_RATE)


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
