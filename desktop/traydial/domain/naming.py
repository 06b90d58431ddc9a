"""How a call's other party is called once the user's contacts have told whose number it is.

The user's own contacts come before the name that came with the call: that one the caller
chooses. A colleague is called what the phone system calls them, and a contact that shares no
more than the last digits is a guess that says so and replaces nothing.
"""

from collections.abc import Mapping
from dataclasses import replace

from traydial.domain.calls import Call, Calls
from traydial.domain.contacts import Contact, Match
from traydial.domain.language import plural, tr
from traydial.domain.numbers.dial_plan import is_extension
from traydial.domain.plain_text import safe_text
from traydial.domain.settings import DialSettings

NOBODY = Match()


def named(
    calls: Calls,
    people: Mapping[str, Match],
    origins: Mapping[str, str],
    dialling: DialSettings,
) -> Calls:
    """Return the calls with what is known of their other parties.

    ``origins`` are the places that their numbers are from.
    """
    return {
        key: _placed(_named(call, people, dialling), origins.get(call.number, ""))
        for key, call in calls.items()
    }


def name_and_company(match: Match) -> tuple[str, str]:
    """Return what to call whoever it is, and their company; empty where nothing is known.

    Of several the first is named, and that there are others; what they share, say the
    company whose number it is, comes before their names.
    """
    contacts = tuple(contact for contact in match.contacts if safe_text(contact.known_as))
    if not contacts:
        return "", ""
    first, *others = contacts
    if not others:
        # of one without a name the company is the name
        return _maybe(match, first.known_as), first.company if first.known_as == first.name else ""
    companies = {contact.company for contact in contacts}
    either = _either(contacts)
    if len(companies) == 1 and first.company:
        return _maybe(match, first.company), either
    return _maybe(match, either), ""


def _named(call: Call, people: Mapping[str, Match], dialling: DialSettings) -> Call:
    match = people.get(call.number, NOBODY) if call.number else NOBODY
    if not match or is_extension(call.number, dialling) or (call.name and not match.exact):
        return call
    name, company = name_and_company(match)
    if not name:
        return call
    return replace(call, name=name, company=company)


def _placed(call: Call, origin: str) -> Call:
    return call if call.name or not origin else replace(call, origin=origin)


def _either(contacts: tuple[Contact, ...]) -> str:
    first, second, *more = (contact.known_as for contact in contacts)
    return (
        plural("{first} or {n} other", "{first} or {n} others", len(more) + 1, first=first)
        if more
        else tr("{first} or {second}", first=first, second=second)
    )


def _maybe(match: Match, name: str) -> str:
    return name if match.exact else f"{name}?"
