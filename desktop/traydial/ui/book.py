"""Everybody who can be called or given a call, ready to be searched at every key. No Qt."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from traydial.domain.contacts import TAIL, Contact
from traydial.domain.language import mark, tr
from traydial.domain.plain_text import safe_text
from traydial.domain.presence import Colleague, Colleagues, Presence
from traydial.ui.actions import Recent
from traydial.ui.text import moment

MOST_RECENT = 5  # of those who are not colleagues too, or are called for their recent calls
FEWEST_LETTERS = 2  # of a name, until contacts are searched
MOST_NUMBERS = 3  # of one contact
_ICONS = {"in": "arrow-down-left", "out": "arrow-up-right"}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One line below the field. ``presence`` is None for who is no colleague."""

    number: str
    title: str
    detail: str
    icon: str
    presence: Presence | None = None
    favourite: bool = False


@dataclass(frozen=True, slots=True)
class _Page:
    """A line, with what of it is searched."""

    words: str
    digits: str
    line: Suggestion

    def fits(self, wanted: str, digits: str) -> bool:
        return not wanted or wanted in self.words or bool(digits and digits in self.digits)


class Book:
    """Favourites first, then who was spoken to lately, all colleagues by extension, contacts.

    ``without`` is a number that is never meant: nobody is transferred to themselves.
    """

    def __init__(
        self,
        recent: Iterable[Recent],
        written: Callable[[str], str],
        now: float,
        without: str = "",
        contacts: Callable[[str], Iterable[Contact]] = lambda _: (),
    ) -> None:
        self._written, self._without, self._contacts = written, without, contacts
        self._colleagues: Colleagues = {}
        self._pages: dict[str, _Page] = {}  # of colleagues, in order
        self._stars: tuple[str, ...] = ()
        self._recent: dict[str, tuple[Recent, str]] = {}
        for entry in recent:
            number = safe_text(entry.number, 40)
            if number and entry.number != without and number not in self._recent:
                when = moment(entry.at, now) if entry.at else ""
                self._recent[number] = (entry, when)
        self._recent_pages: list[_Page] = []
        self._turn()

    def update(self, colleagues: Colleagues, stars: Iterable[str]) -> None:
        """Take what colleagues do now, and who has a star; only what is new costs time."""
        old, pages, self._stars = self._colleagues, self._pages, tuple(stars)
        self._colleagues = colleagues
        if len(colleagues) == len(old) and colleagues.keys() == pages.keys():
            for extension, colleague in colleagues.items():
                if colleague is not old[extension]:
                    pages[extension] = self._page_of(colleague)
        else:
            order = sorted(colleagues, key=lambda e: (len(e), e))
            self._pages = {e: self._page_of(colleagues[e]) for e in order}
        self._turn()

    def find(self, text: str) -> list[Suggestion]:
        """Return the lines that fit what is typed, each number once."""
        wanted = safe_text(text).casefold()
        digits = "" if any(c.isalpha() for c in wanted) else "".join(filter(str.isdigit, wanted))
        found: dict[str, Suggestion] = {}
        for number in self._stars:
            page = self._page(number)
            if number != self._without and page.fits(wanted, digits):
                found[number] = replace(page.line, favourite=True)
        fitting = (p for p in self._recent_pages if p.fits(wanted, digits))
        for page, _ in zip(fitting, range(MOST_RECENT), strict=False):
            found.setdefault(page.line.number, page.line)
        lines = [p.line for p in self._pages.values() if p.fits(wanted, digits)]
        if digits:  # who types 70 thinks of 7002 before 1070
            lines.sort(key=lambda line: not line.number.startswith(digits))
        for line in lines:
            if line.number != self._without:
                found.setdefault(line.number, line)
        if len(wanted) >= FEWEST_LETTERS and not digits:
            for line in self._of_contacts(wanted):
                found.setdefault(line.number, line)
        return [*found.values()]

    # -- within -----------------------------------------------------------------------------------

    def _turn(self) -> None:
        self._recent_pages = [
            self._recent_page(number, entry, when) for number, (entry, when) in self._recent.items()
        ]

    def _of_contacts(self, wanted: str) -> Iterator[Suggestion]:
        seen: set[tuple[str, str]] = set()  # one person in two address books is one line
        for contact in self._contacts(wanted):
            name, company = safe_text(contact.known_as), safe_text(contact.company, 60)
            for number in contact.numbers[:MOST_NUMBERS]:
                shown = safe_text(number, 40)
                parts = (shown, company if company != name else "")
                detail = " · ".join(part for part in parts if part)
                same = (name.casefold(), "".join(filter(str.isdigit, number))[-TAIL:])
                if shown and shown != self._without and same not in seen:
                    seen.add(same)
                    yield Suggestion(shown, name or shown, detail, "user")

    def _page(self, number: str) -> _Page:
        """Return the line of a star, whose number may be anybody's."""
        for page in self._recent_pages:
            if page.line.number == number:
                return page
        if (known := self._pages.get(number)) is not None:
            return known
        shown = safe_text(self._written(number), 40)
        return _made(number, "", shown, "", "star", None)

    def _page_of(self, colleague: Colleague) -> _Page:
        name = safe_text(colleague.name)
        return _made(colleague.extension, name, colleague.extension, "", "phone", colleague.state)

    def _recent_page(self, number: str, entry: Recent, when: str) -> _Page:
        colleague = self._colleagues.get(entry.number)
        name = safe_text(entry.name) or (safe_text(colleague.name) if colleague else "")
        icon = "phone-missed" if entry.missed else _ICONS.get(entry.direction, "clock")
        shown = safe_text(self._written(entry.number), 40)
        state = colleague.state if colleague else None
        return _made(entry.number, name, shown, when, icon, state)


def _made(
    number: str, name: str, shown: str, when: str, icon: str, state: Presence | None
) -> _Page:
    told = tr(WORDS.get(state, "")) if state is not None else ""
    detail = " · ".join(part for part in (shown if name else "", when, told) if part)
    line = Suggestion(number, name or shown, detail, icon, state)
    return _Page(name.casefold(), "".join(filter(str.isdigit, number)), line)


WORDS: Mapping[Presence, str] = {
    Presence.IDLE: "free",
    Presence.RINGING: mark("ringing"),
    Presence.IN_USE: mark("in a call"),
    Presence.ON_HOLD: mark("on hold"),
    Presence.BUSY: mark("busy"),
    Presence.UNAVAILABLE: mark("phone not connected"),
    Presence.UNKNOWN: "",
}
