"""What the interface may ask for. The app layer does it; the interface knows only this."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from traydial.domain.calls import Call
from traydial.domain.contacts import Contact
from traydial.domain.diversions import Forward
from traydial.domain.errors import DesktopError
from traydial.domain.history import Day, GapOfDay, PastCall, Wanted
from traydial.domain.numbers import Number
from traydial.domain.pairing import PhoneFound, ToDial
from traydial.domain.parked import Parked
from traydial.domain.proposals import Proposal, Rang
from traydial.domain.remembered import Remembered
from traydial.domain.settings import RecordingSettings, Settings
from traydial.domain.wishes import Source
from traydial.ui.error_words import Words, error_words


class Grade(StrEnum):
    """How a check came out: fine; worth a look, calls work all the same; it keeps from working."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the doctor. ``error`` or ``words`` say what is wrong where ``ok`` is False.

    ``key`` stays the same from version to version, for scripts. ``minor``: calls work all the
    same.
    """

    ok: bool
    what: str
    error: DesktopError | None = None
    key: str = ""
    words: Words | None = None
    minor: bool = False

    @property
    def grade(self) -> Grade:
        """Which light it shows."""
        if self.ok:
            return Grade.GREEN
        return Grade.AMBER if self.minor else Grade.RED

    @property
    def explained(self) -> Words | None:
        """What is wrong and what helps."""
        if self.words is not None or self.error is None:
            return self.words.spoken() if self.words is not None else None
        return error_words(self.error)


@dataclass(frozen=True, slots=True)
class SourceAnswer:
    """What one source of contacts says when it is tried. ``why`` is what went wrong.

    ``exact`` is False where only the last digits of a number agree, ``by_name`` where it was
    asked for a name and knows numbers alone.
    """

    source: str
    contacts: tuple[Contact, ...] = ()
    exact: bool = True
    why: str = ""
    took_s: float = 0.0
    by_name: bool = True


@dataclass(frozen=True, slots=True)
class LinkHandler:
    """Who opens phone links now: a program's name, empty where none does.

    ``ours`` tells whether that is Traydial, ``why_not`` why it cannot be changed from here.
    """

    name: str
    ours: bool
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class Recent:
    """A number of an earlier call; ``at`` in seconds since the epoch."""

    number: str
    name: str
    direction: str
    at: float
    missed: bool


class Actions(Protocol):
    """Everything a person can do. Coroutines raise DesktopError; ``words`` has the sentences."""

    def understand(self, text: str) -> Number:
        """Read a number. Raises NothingToDial."""
        ...

    def numbers_in(self, text: str) -> tuple[Number, ...]:
        """Find all numbers in a text."""
        ...

    async def dial(self, text: str) -> str:
        """Call; return the key of the new call, whose fate the calls tell."""
        ...

    def wish(self, text: str, source: Source) -> None:
        """Take a text that was dropped: dial its number, ask, or open the dial box."""
        ...

    async def dial_clipboard(self) -> None:
        """Take what was copied, like ``wish``."""
        ...

    async def link_handler(self) -> LinkHandler:
        """Look who opens phone links now."""
        ...

    async def open_links(self, on: bool) -> str:
        """Become the program that opens phone links, or stop; return what is left to do."""
        ...

    async def starts_at_login(self) -> bool:
        """Tell whether the program starts when the user logs in."""
        ...

    async def start_at_login(self, on: bool) -> None:
        """Let it start when the user logs in from now on, or not."""
        ...

    def can_answer(self, call: Call) -> bool:
        """Tell whether the own phone, which rings, can be told to lift."""
        ...

    async def answer(self, key: str) -> None:
        """Let the own phone lift."""
        ...

    async def hang_up(self, key: str) -> None:
        """Cancel, decline or end a call, whatever its phase."""
        ...

    async def transfer(
        self, key: str, target: str, *, anyway: bool = False, note: str = ""
    ) -> None:
        """Give the other party to somebody else; divert a caller who still rings.

        ``note`` is for who takes it. Unless ``anyway``, raises TargetEngaged or TargetAway
        where that is known.
        """
        ...

    async def to_voicemail(self, key: str, target: str) -> None:
        """Give the other party to somebody's voicemail box, or a caller who still rings."""
        ...

    async def consult(self, key: str, target: str, *, note: str = "") -> str:
        """Call a colleague about a call that goes on; return the second call's key."""
        ...

    async def connect(self, key: str) -> None:
        """Bring the other parties of a call and of the one it asks about together."""
        ...

    async def all_three(self, key: str) -> None:
        """Talk with both of them at once."""
        ...

    async def back(self, key: str) -> None:
        """Ask no longer: end that call, and take the caller off hold where the phone can."""
        ...

    def can_meet(self) -> bool:
        """Tell whether there is a place for three to talk."""
        ...

    async def fetch_back(self, key: str) -> None:
        """Let a caller come back who is on the way to somebody else."""
        ...

    async def park(self, key: str) -> str:
        """Let the other party wait in the parking lot; return the space to fetch them from."""
        ...

    async def fetch(self, space: str) -> str:
        """Ring the own phone and connect it to who waits there; return the call's key."""
        ...

    def parked(self) -> list[Parked]:
        """Return who waits in the parking lot, the longest first."""
        ...

    def remembered(self, number: str) -> Remembered | None:
        """Return the digits that are remembered for a number."""
        ...

    def remember(self, number: str, remembered: Remembered | None) -> None:
        """Remember other digits for a number, or forget them."""
        ...

    async def send_digits(self, key: str, digits: str) -> None:
        """Key digits for whoever is at the other end; a comma waits."""
        ...

    def recording_rules(self) -> RecordingSettings:
        """Return what the settings say of recordings."""
        ...

    async def record(self, key: str, on: bool) -> None:
        """Start or stop recording."""
        ...

    async def pause_recording(self, key: str, paused: bool) -> None:
        """Leave out what is said until it goes on."""
        ...

    async def test_connection(
        self, settings: Settings, secret: str | None, report: Callable[[Check], None]
    ) -> None:
        """Try these settings; report line by line. No secret means the stored one."""
        ...

    async def examine(self, report: Callable[[Check], None]) -> None:
        """Look at everything between this desktop and the PBX, as ``traydial doctor`` does."""
        ...

    async def save_recent(self, folder: Path) -> Path:
        """Write down what passed between here and the PBX lately; return the file.

        Passwords are left out, names and numbers replaced. Raises NotSaved.
        """
        ...

    async def show_saved(self, file: Path) -> None:
        """Show such a file. Raises NotShown."""
        ...

    def take_settings_file(self, file: str) -> None:
        """Show what a file with settings would change."""
        ...

    async def find_phone_system(self, settings: Settings, report: Callable[[Check], None]) -> bool:
        """Look for the PBX and at its certificate; tell whether all is well."""
        ...

    async def sign_in(self, settings: Settings, secret: str | None) -> Proposal:
        """Try the account, and propose whose phone it is. Raises what keeps from it."""
        ...

    async def ring_phone(
        self, settings: Settings, secret: str | None, tell: Callable[[str], None]
    ) -> Rang:
        """Ring the own phone to try it; ``tell`` is given the device once it rings."""
        ...

    async def pair_phone(
        self, settings: Settings, secret: str | None, report: Callable[[ToDial], None]
    ) -> PhoneFound:
        """Say what to dial on the own phone; return the phone that dialled it."""
        ...

    async def save_settings(
        self, settings: Settings, secret: str | None, passwords: Mapping[str, str]
    ) -> str:
        """Keep and use these settings; return a sentence to show, or an empty text.

        ``passwords`` are new ones of other sections of the settings than the PBX.
        """
        ...

    def retry_now(self) -> None:
        """Try to connect at once."""
        ...

    async def past_calls(self, wanted: Wanted, offset: int, limit: int) -> list[PastCall]:
        """Return calls that are over, the newest first. Raises HistoryTrouble, as all of these."""
        ...

    async def past_days(self, wanted: Wanted) -> list[Day]:
        """Return how many calls each day has, the newest first."""
        ...

    async def missed_seen(self) -> None:
        """Note that the user has seen which calls were missed."""
        ...

    async def past_gaps(self, wanted: Wanted) -> list[GapOfDay]:
        """Return when nobody could watch, and where that is among the calls."""
        ...

    async def annotate(self, call: int, note: str) -> None:
        """Write another note to a call that is over."""
        ...

    async def export_calls(self, wanted: Wanted, path: Path) -> int:
        """Write calls as a table for spreadsheets; return how many."""
        ...

    def recent(self) -> list[Recent]:
        """Return the last numbers, newest first."""
        ...

    def contacts(self, text: str) -> list[Contact]:
        """Return who is called so in the user's contacts."""
        ...

    async def forget(self, number: str) -> int:
        """Keep nothing of this number any more; return of how many calls."""
        ...

    def picture_of(self, number: str) -> bytes:
        """Return the picture file of whoever has this number, empty where there is none."""
        ...

    def can_block(self, number: str) -> bool:
        """Tell whether a caller can be blocked who is not."""
        ...

    async def block(self, number: str) -> None:
        """Show this caller no more."""
        ...

    def can_open(self, number: str) -> bool:
        """Tell whether a page belongs to a number, say the customer's."""
        ...

    async def open_contact(self, number: str) -> None:
        """Open the page of whoever has this number. Raises NoPage, NotOpened."""
        ...

    async def try_page(self, settings: Settings, number: str) -> None:
        """Open what these settings would open for a number. Raises NoPage, NotOpened."""
        ...

    async def try_command(self, settings: Settings, number: str) -> None:
        """Start what these settings would start for a number. Raises NotOpened."""
        ...

    async def ask_contacts(self, text: str) -> list[Contact]:
        """Return who is called so, of sources that have to be asked too."""
        ...

    async def try_contacts(
        self,
        settings: Settings,
        passwords: Mapping[str, str],
        text: str,
        report: Callable[[SourceAnswer], None],
    ) -> None:
        """Ask all sources of these settings for a number or name; report each as it answers.

        ``passwords`` are those typed just now, by section.
        """
        ...

    def favourites(self) -> tuple[str, ...]:
        """Return the numbers that have a star."""
        ...

    def favour(self, number: str, on: bool) -> None:
        """Give a number a star or take it away."""
        ...

    async def set_do_not_disturb(self, on: bool) -> None:
        """Let no call through, or all again."""
        ...

    async def forward(self, when: Forward, target: str) -> None:
        """Send calls to another number, or to an empty target no longer."""
        ...

    def diversions_wanted(self) -> None:
        """Make sure that what is shown of do not disturb and forwarding is true now."""
        ...

    async def log_in_to_queue(self, name: str) -> None:
        """Take calls of a queue."""
        ...

    async def log_out_of_queue(self, name: str) -> None:
        """Take no more calls of a queue."""
        ...

    async def pause_queue(self, name: str, paused: bool, reason: str = "") -> None:
        """Take no calls of a queue for a while, or again; without a name of all of them."""
        ...

    def queues_wanted(self) -> None:
        """Make sure that what is shown of the queues is true now."""
        ...

    def look_at(self, numbers: Sequence[str]) -> None:
        """Learn more of those in sight that are colleagues."""
        ...

    def colleagues_wanted(self) -> None:
        """Make sure that a list of colleagues that opens shows what is true now."""
        ...

    def can_wait_for(self, number: str) -> bool:
        """Tell whether somebody is busy now whom one can wait for."""
        ...

    def call_when_free(self, number: str) -> None:
        """Offer to call a colleague once they are free."""
        ...

    def clock(self) -> float:
        """Return seconds since the epoch."""
        ...

    def quit(self) -> None:
        """End the program."""
        ...
