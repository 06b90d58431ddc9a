"""Short numbers of a country: calls for help and services, as phonenumbers knows them."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

LONGEST = 6  # digits of the longest emergency number, and of most other short ones


def is_emergency(digits: str, country: str) -> bool:
    """Tell whether this number calls for help in that country; 112 and 911 do anywhere."""
    if not 2 <= len(digits) <= LONGEST or digits.startswith("+"):
        return False
    if len(digits) in (4, 5) and digits[0] in "345678":
        return False  # nowhere, so most extensions need no knowledge of countries
    if not country:
        return digits in ("112", "911")
    from phonenumbers import is_emergency_number

    return bool(is_emergency_number(digits, country))


def is_service(digits: str, country: str) -> bool:
    """Tell whether people call a service with this number there, say directory enquiries.

    Most short numbers are for text messages alone, and phonenumbers does not always know
    that; extensions look like them. Those that are called start with a 1, are like 411 or
    have a known price.
    """
    import phonenumbers

    short = _short(digits, country)
    if short is None or not phonenumbers.is_valid_short_number_for_region(short, country):
        return False
    if len(digits) > 3 and phonenumbers.is_carrier_specific_for_region(short, country):
        return False
    if phonenumbers.is_sms_service_for_region(short, country):
        return False
    cost = phonenumbers.expected_cost_for_region(short, country)
    return (
        digits.startswith("1")
        or (len(digits) == 3 and digits.endswith("11"))
        or bool(cost != phonenumbers.ShortNumberCost.UNKNOWN_COST)
    )


def costs(digits: str, country: str) -> bool:
    """Tell whether a short number is charged more than a call."""
    from phonenumbers import ShortNumberCost, expected_cost_for_region

    short = _short(digits, country)
    if short is None:
        return False
    return bool(expected_cost_for_region(short, country) == ShortNumberCost.PREMIUM_RATE)


def _short(digits: str, country: str) -> "PhoneNumber | None":
    if not country or len(digits) > LONGEST or not digits.isdigit() or digits.startswith("0"):
        return None
    import phonenumbers

    code = phonenumbers.country_code_for_region(country)
    return phonenumbers.PhoneNumber(country_code=code, national_number=int(digits))
