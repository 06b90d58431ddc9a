"""Numbers outside the PBX, as the numbering plans of all countries know them (phonenumbers)."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from traydial.domain.numbers.short import LONGEST, is_service
from traydial.domain.settings import DialSettings

if TYPE_CHECKING:
    from phonenumbers import PhoneMetadata, PhoneNumber

# where one code is shared, the other countries are abroad all the same: they cost
_SHARED_ABROAD = (1, 7)
_LONGEST_LOCAL = 10  # digits of a number without its area code


@dataclass(frozen=True, slots=True)
class Outside:
    """A number outside the PBX: ``digits`` without the prefix for an outside line.

    ``parsed`` is None where no country's plan knows it; ``area`` is the area code of the
    office where it was left out.
    """

    digits: str
    parsed: "PhoneNumber | None" = None
    area: str = ""

    @property
    def e164(self) -> str:
        """The number in the form +4930…, empty where that is not known."""
        if self.parsed is None:
            return ""
        from phonenumbers import PhoneNumberFormat, format_number

        return format_number(self.parsed, PhoneNumberFormat.E164)

    @property
    def national(self) -> str:
        """The number as it is dialled within its country, empty where that is not known."""
        if self.parsed is None:
            return ""
        from phonenumbers import PhoneNumberFormat, format_number

        return re.sub(r"\D", "", format_number(self.parsed, PhoneNumberFormat.NATIONAL))

    @property
    def country_code(self) -> str:
        """The code of its country: 49; empty where that is not known."""
        return str(self.parsed.country_code) if self.parsed is not None else ""

    def is_home(self, country: str) -> bool:
        """Tell whether it can be dialled from that country without a code for countries."""
        return bool(country) and self.country_code == str(code_of(country))

    def is_abroad(self, country: str) -> bool:
        """Tell whether it is a number of another country."""
        if self.parsed is None or not country:
            return False
        import phonenumbers

        if not self.is_home(country):
            return True
        region = phonenumbers.region_code_for_number(self.parsed)
        return (
            region not in (None, country)
            and self.parsed.country_code in _SHARED_ABROAD
            and not phonenumbers.is_valid_number_for_region(self.parsed, country)
        )

    def is_valid(self) -> bool:
        """Tell whether such a number has been assigned, as far as is known."""
        from phonenumbers import is_valid_number

        return self.parsed is not None and bool(is_valid_number(self.parsed))

    def is_mobile(self) -> bool:
        """Tell whether it certainly is a mobile phone."""
        import phonenumbers

        kind = phonenumbers.number_type(self.parsed) if self.parsed is not None else None
        return bool(kind == phonenumbers.PhoneNumberType.MOBILE)

    def is_premium(self) -> bool:
        """Tell whether it is charged more than a call."""
        import phonenumbers

        kind = phonenumbers.number_type(self.parsed) if self.parsed is not None else None
        return bool(kind == phonenumbers.PhoneNumberType.PREMIUM_RATE)

    def forms(self, country: str) -> tuple[str, ...]:
        """Return E.164 and, in its own country, the national form; none where not known."""
        if self.parsed is None:
            return ()
        return (self.e164, self.national) if self.is_home(country) else (self.e164,)


@lru_cache(maxsize=512)
def outside(digits: str, settings: DialSettings) -> Outside:
    """Understand digits in the office's country and area."""
    country, prefix = settings.country, settings.outside_prefix
    if digits.startswith("+"):
        return Outside(digits, possible(digits, None))
    if not country:
        return Outside(digits)
    if found := _known(digits, settings):
        return found
    rest = digits[len(prefix) :] if prefix and digits.startswith(prefix) else ""
    if rest and (found := _known(rest, settings)):  # it was written with the prefix already
        return found
    for part in filter(None, (digits, rest)):
        # not assigned as far as phonenumbers knows, but what it would be is beyond doubt
        if _starts_as_there(part, country) and (parsed := possible(part, country)):
            return Outside(part, parsed)
    return Outside(digits)


def _known(digits: str, settings: DialSettings) -> Outside | None:
    if is_service(digits, settings.country):
        return Outside(digits)
    if found := _local(digits, settings):
        return found
    if len(digits) < LONGEST and not digits.startswith("0"):
        return whole_short(digits, settings.country)
    parsed = valid(digits, settings.country)
    return Outside(digits, parsed) if parsed else None


def _local(digits: str, settings: DialSettings) -> Outside | None:
    """Return a number that lacks its area code, which then is the office's."""
    if not settings.area_code or len(digits) > _LONGEST_LOCAL:
        return None
    zero = trunk_prefix(settings.country) == "0"
    if digits.startswith("0") or (not zero and valid(digits, settings.country)):
        return None
    area = ("0" if zero else "") + settings.area_code
    parsed = valid(area + digits, settings.country)
    return Outside(digits, parsed, area) if parsed else None


def whole_short(digits: str, country: str) -> Outside | None:
    """Return a number that is whole though it is short: some islands need no more digits."""
    parsed = valid(digits, country)
    if parsed is None or len(digits) >= LONGEST:
        return None
    from phonenumbers import PhoneNumberType, number_type

    number = Outside(digits, parsed)
    pager = number_type(parsed) in (PhoneNumberType.PAGER, PhoneNumberType.UNKNOWN)
    return number if number.national == digits and not pager else None


def _starts_as_there(digits: str, country: str) -> bool:
    """Tell whether digits start like a number with its area, not like a local one."""
    trunk = trunk_prefix(country)
    return digits.startswith(trunk) if trunk == "0" else len(digits) >= 7


def is_valid(digits: str) -> bool:
    """Tell whether this is a number in E.164 that can exist."""
    return digits.startswith("+") and valid(digits, None) is not None


def valid(digits: str, country: str | None) -> "PhoneNumber | None":
    """Return the number where it can exist in that country, else None."""
    import phonenumbers

    parsed = possible(digits, country)
    return parsed if parsed is not None and phonenumbers.is_valid_number(parsed) else None


def possible(digits: str, country: str | None, *, local: bool = False) -> "PhoneNumber | None":
    """Return the number where its length is right; ``local``: without its area code too."""
    import phonenumbers

    try:
        parsed = phonenumbers.parse(digits, country)
    except phonenumbers.NumberParseException:
        return None
    result = phonenumbers.is_possible_number_with_reason(parsed)
    right = [phonenumbers.ValidationResult.IS_POSSIBLE]
    if local:
        right.append(phonenumbers.ValidationResult.IS_POSSIBLE_LOCAL_ONLY)
    return parsed if result in right else None


def code_of(country: str) -> int:
    """Return a country's code, 49; 0 where there is no such country."""
    from phonenumbers import country_code_for_region

    return country_code_for_region(country)


def trunk_prefix(country: str) -> str:
    """Return what is dialled before an area code there, empty where nothing is."""
    metadata = _metadata(country)
    return (metadata.national_prefix or "") if metadata is not None else ""


def international_prefix(country: str) -> str:
    """Return what dials abroad there; empty where that depends on the operator."""
    metadata = _metadata(country)
    if metadata is None:
        return ""
    prefix = metadata.preferred_international_prefix or metadata.international_prefix or ""
    prefix = prefix.replace("~", "")
    return prefix if prefix.isdigit() else ""


def _metadata(country: str) -> "PhoneMetadata | None":
    from phonenumbers import PhoneMetadata

    return PhoneMetadata.metadata_for_region(country) if country else None
