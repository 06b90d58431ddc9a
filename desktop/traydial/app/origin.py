"""``traydial origin``: where a number is from."""

import sys

from traydial.app import exits
from traydial.app.headless import Terminal
from traydial.app.profile import Profile
from traydial.domain.contacts import digits_of, e164_of
from traydial.domain.language import tr
from traydial.domain.numbers.origin import origin_of

MOST_LETTERS = 200
OF_INPUT = "-"


def run_origin(profile: Profile, number: str) -> int:
    """Print the city or country of a number; return the exit code.

    With ``-`` the number, as E.164, and the country it is seen from are read from the input.
    """
    if number == OF_INPUT:
        e164, _, country = sys.stdin.readline(MOST_LETTERS).strip().partition(" ")
    else:
        from traydial.app.own_settings import load_all

        dialling = load_all(profile).settings.dialling
        e164, country = e164_of(digits_of(number), dialling), dialling.country
    if not e164:
        Terminal().note(tr("That is no whole number, with its country or its area."))
        return exits.USAGE
    print(origin_of(e164, country))  # noqa: T201
    return 0
