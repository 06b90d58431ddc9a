"""Whether digits in a text are a phone number and nothing else."""

from typing import Literal

from traydial.domain.numbers.dial_plan import is_extension
from traydial.domain.numbers.outside import Outside, outside, possible, trunk_prefix
from traydial.domain.numbers.short import is_emergency, is_service
from traydial.domain.settings import DialSettings

# a word before them says that they are a phone's; the text is nothing else; neither
Trust = Literal["labelled", "whole", "prose"]

_FEWEST_LABELLED, _FEWEST_WHOLE, _FEWEST = 5, 6, 7
_MOST_BARE = 11  # digits without the zero before an area code: more is some other code
_MOST = 15  # digits of a number, by E.164
_YEARS = range(1900, 2100)


def is_plausible(
    digits: str, settings: DialSettings, trust: Trust, *, parted: bool, local: bool, doubtful: bool
) -> bool:
    """Tell whether digits found in a text are a phone number.

    ``parted``: they were written in groups; ``local``: in such as numbers without an area code
    are; ``doubtful``: in such that it may be an amount.
    """
    country = settings.country
    if settings.extensions or trust == "labelled":
        year = trust == "prose" and len(digits) == 4 and int(digits.lstrip("+")) in _YEARS
        amount = trust != "labelled" and doubtful
        if is_extension(digits, settings) and not year and not amount:
            return True
    if digits.startswith("+"):
        return len(digits) > _FEWEST and outside(digits, settings).parsed is not None
    if trust != "prose" and (is_emergency(digits, country) or _is_service(digits, country)):
        return True
    if not country:
        fewest = {"labelled": _FEWEST_LABELLED, "whole": _FEWEST_WHOLE, "prose": _MOST}[trust]
        return fewest <= len(digits) <= _MOST + 2 and not doubtful
    number = outside(digits, settings)
    if trust == "labelled":
        known = number.parsed or possible(digits, country, local=True)
        return known is not None and len(digits) >= _FEWEST_LABELLED
    if number.parsed is None or not (trust == "whole" or number.is_valid()):
        return False
    if number.area:  # it may be anything of that length
        return not doubtful and len(digits) >= _FEWEST_WHOLE and (trust == "whole" or local)
    complete = number.national == digits  # some islands need no more than these
    if trust == "whole":
        whole = complete or digits.startswith("0") or len(digits) <= _MOST_BARE
        return whole and (len(digits) >= _FEWEST_LABELLED or complete)
    if len(digits) < _FEWEST and not (complete and parted):
        return False
    return _is_as_there(digits, number, country) and (parted or not doubtful)


def _is_as_there(digits: str, number: Outside, country: str) -> bool:
    """Tell whether a number is written with all that people there write before it.

    Without a trunk zero, digits are as likely an order number.
    """
    trunk = trunk_prefix(country)
    return (
        trunk != "0"
        or digits.startswith(trunk)
        or number.is_mobile()
        or number.national.startswith(digits)
    )


def _is_service(digits: str, country: str) -> bool:
    return bool(country) and is_service(digits, country)
