"""Which page belongs to a call, and when it is opened. Pure: no clock, no I/O."""

import unicodedata
from collections import OrderedDict, deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from traydial.domain.calls import Call, Calls, Direction
from traydial.domain.contacts import Contact, Match, digits_of
from traydial.domain.numbers.dial_plan import is_extension
from traydial.domain.places import filled
from traydial.domain.pop_settings import PopSettings
from traydial.domain.setting_checks import CONTACT_FILES
from traydial.domain.settings import Settings
from traydial.domain.templates import NumberForms
from traydial.domain.web_address import filled_address, safe_link, scheme_of

MOST_LETTERS = 100  # of a name that is told to another program
AGAIN_S = 60.0  # the same page is not opened by itself more often
MOST_PAGES = 5  # within that time, whoever calls
REMEMBERED = 200
NOBODY = Match()
# what people call the kinds of sources in the settings: the sections' names
SECTIONS = {
    "carddav": "address book",
    "ldap": "company directory",
    "database": "database",
    "crm": "customer system",
    "pbx": "phone system",
}


class Event(StrEnum):
    """What happens to a call that something may be opened for."""

    RING = "ring"
    ANSWER = "answer"
    END = "end"


class Events:
    """Tells of each call once that it rings, is answered here, and is over.

    A call that is met in the middle, say at the start of the program, is no news; nor is
    one that is still there after the link was away. Another number is: a colleague hands
    somebody over.
    """

    def __init__(self) -> None:
        self._told: dict[str, set[tuple[Event, str]]] = {}

    def of(self, calls: Calls) -> list[tuple[Event, Call]]:
        """Return what is new."""
        told = {key: self._told.get(key) for key in calls}
        self._told = {key: events or set() for key, events in told.items()}
        news: list[tuple[Event, Call]] = []
        for key, call in calls.items():
            known = self._told[key]
            if told[key] is None and (call.talking or not call.alive):
                known |= {(event, call.number) for event in (Event.RING, Event.ANSWER)}
                known |= {(Event.END, "")} if not call.alive else set()
            for event in _now(call):
                number = "" if event is Event.END else call.number
                if (event, number) not in known:
                    known.add((event, number))
                    news.append((event, call))
        return news


def _now(call: Call) -> Iterator[Event]:
    if not call.alive:
        yield Event.END
    elif digits_of(call.number):  # nothing is known of who withholds theirs
        yield Event.RING
        if call.talking:
            yield Event.ANSWER


@dataclass
class Opened:
    """What was opened by itself: once for each caller, and never a flood."""

    _callers: OrderedDict[tuple[str, str], None] = field(default_factory=OrderedDict)
    _pages: deque[tuple[float, str]] = field(default_factory=deque)

    def may_open(self, call: Call, page: str, now: float) -> bool:
        """Tell whether a page is opened for a call now, and note that it is."""
        # a queue rings again and again for the same caller, each time as another call
        caller = (call.linked or call.key, call.number)
        if caller in self._callers:
            return False
        while self._pages and not 0 <= now - self._pages[0][0] < AGAIN_S:
            self._pages.popleft()
        if len(self._pages) >= MOST_PAGES or any(page == other for _, other in self._pages):
            return False
        self._callers[caller] = None
        while len(self._callers) > REMEMBERED:
            self._callers.popitem(last=False)
        self._pages.append((now, page))
        return True


def wants_page(settings: Settings, event: Event, call: Call, calls: Calls) -> bool:
    """Tell whether the settings want a page by itself now, if there is one.

    Who rings while one talks to somebody else comes up once they are answered: a page
    would cover the one that is being worked on.
    """
    pop = settings.pop
    if not call.alive or not (pop.outgoing or call.direction is Direction.IN):
        return False
    if pop.when != Event.RING:
        return pop.when == event
    busy = any(other.talking for key, other in calls.items() if key != call.key)
    return event is Event.ANSWER or (event is Event.RING and not busy)


def wants_command(settings: Settings, event: Event, call: Call) -> bool:
    """Tell whether the settings want their command started now."""
    pop = settings.pop
    wanted = pop.outgoing or call.direction is Direction.IN
    return bool(pop.command) and wanted and pop.command_when in (event, "each")


def page_of(
    settings: Settings,
    number: str,
    match: Match = NOBODY,
    call: Call | None = None,
    *,
    by_itself: bool = False,
) -> str:
    """Return the address of the page for a number; empty where there is none.

    What opens ``by_itself`` is somebody's own page only where it is surely theirs.
    """
    if settings.pop.when == "never":
        return ""
    return _page_of(settings, number, match, call, by_itself=by_itself)


def _page_of(
    settings: Settings, number: str, match: Match, call: Call | None, *, by_itself: bool
) -> str:
    pop = settings.pop
    if not digits_of(number):
        return ""
    contact = match.certain if match.exact or not by_itself else None
    values = values_of(settings, number, match, contact, call)
    if contact is not None and (own := _own_page(pop, contact, values)):
        return own
    if not pop.url or is_extension(digits_of(number), settings.dialling):
        return ""  # no customer: a colleague
    if by_itself and not pop.unknown and not match:
        return ""
    return _allowed(filled_address(pop.url, values), pop)


def may_have_page(settings: Settings, number: str) -> bool:
    """Tell whether the sources, which were not asked about a number yet, may know a page."""
    by_link = settings.crm.url and settings.crm.link
    by_column = settings.database.url and "link" in settings.database.query.casefold()
    some = bool(by_link or by_column or settings.pop.sources)
    return some and settings.pop.when != "never" and bool(digits_of(number))


def has_own_page(settings: Settings, match: Match) -> bool:
    """Tell whether a page is known that is surely this caller's: nothing better will come."""
    contact = match.certain if match.exact else None
    return contact is not None and bool(_own_page(settings.pop, contact, {}))


def command_of(
    settings: Settings, event: Event, number: str, match: Match, call: Call | None = None
) -> list[str]:
    """Return the program and its arguments for a call."""
    contact = match.certain if match.exact else None
    values = {
        **values_of(settings, number, match, contact, call),
        "event": event.value,
        "link": _page_of(settings, number, match, call, by_itself=True),
    }
    program, *arguments = settings.pop.command
    return [program, *(_argument(text, values) for text in arguments)]


def values_of(
    settings: Settings, number: str, match: Match, contact: Contact | None, call: Call | None
) -> Mapping[str, str]:
    """Return what stands for each place; the name is of the ``contact`` who it surely is."""
    # where it is not clear, what a card says is no name: "Anna or Bob", "Anna?"
    told = call.name if call is not None and not match else ""
    return {
        **NumberForms.of(number, settings.dialling).places(),
        "name": plain_value(contact.known_as if contact is not None else told),
        "company": plain_value(contact.company if contact is not None else ""),
        "ref": plain_value(contact.ref if contact is not None else ""),
        "extension": settings.phone.extension,
        "direction": call.direction.value if call is not None else "",
        "call": plain_value(call.key if call is not None else ""),
    }


def plain_value(text: str) -> str:
    """Return a text of somebody else's fit to be told to another program: one short line."""
    kept = (" " if c.isspace() else c for c in text[: MOST_LETTERS * 4] if _is_fit(c))
    return " ".join("".join(kept).split())[:MOST_LETTERS].rstrip()


def _is_fit(char: str) -> bool:
    return char.isspace() or unicodedata.category(char)[0] != "C"


def _argument(text: str, values: Mapping[str, str]) -> str:
    """Fill an argument. A name at its beginning is not to be taken for an option or a file."""
    made = filled(text, values)
    return made.lstrip("-/@ ") if text.startswith("{") else made


def _own_page(pop: PopSettings, contact: Contact, values: Mapping[str, str]) -> str:
    if link := safe_link(contact.link, pop.schemes):
        return link
    template = _template_for(contact.source, pop)
    return _allowed(filled_address(template, values), pop) if template else ""


def _template_for(source: str, pop: PopSettings) -> str:
    templates, name = pop.by_source, source.casefold()
    keys = [name, *(key for key, known in SECTIONS.items() if known == name)]
    if name.endswith(CONTACT_FILES):  # each file is a source of its own
        keys.append("files")
    return next((templates[key] for key in keys if key in templates), "")


def _allowed(address: str, pop: PopSettings) -> str:
    return address if scheme_of(address) in pop.schemes else ""
