"""Wishes to dial that nobody typed: which are dialled at once, which wait or ask first.

One gesture dials. A question comes first where a page could do harm with it (a burst of
links, what is listed in the settings), where a text holds several numbers, and while nobody
can see what is dialled (a locked session).
"""

import time
from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

from traydial.domain.numbers import Number, is_listed, numbers_in, understand
from traydial.domain.settings import Settings
from traydial.domain.store import Store
from traydial.domain.wishes import Question, Source

BURST_S = 3.0  # links that follow each other faster are no clicks of one who wants to talk
TOGETHER_S = 1.0  # and so fast they are one thing: the first is not dialled either
MOST_ASKED = 20  # numbers in one question; a page can make any number of links
MAX_TEXT = 2000


class Withdrawable(Protocol):
    """A call that has just been asked for."""

    def withdraw(self) -> bool:
        """Take it back while nobody talks yet; tell whether that was so."""
        ...


D = TypeVar("D", bound=Withdrawable)
Answer = Callable[[Number | None], None]


class Asks(Protocol):
    """What the intake needs of the windows."""

    def ask(self, question: Question, then: Callable[[Number | None], None]) -> None: ...
    def open_dial_box(self, text: str = "") -> None: ...


class Intake(Generic[D]):
    """Decides about every wish. ``dial`` starts a call in the background."""

    def __init__(
        self,
        desk: Asks,
        settings: Callable[[], Settings],
        dial: Callable[[Number], D],
        locked: Store[bool],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._desk, self._settings, self._dial, self._clock = desk, settings, dial, clock
        self._locked = locked
        self._questions: list[tuple[Question, Answer]] = []  # the first one is shown
        self._waiting: tuple[Number, ...] = ()  # for the session to be unlocked
        self._last: tuple[float, Number, D | None] | None = None
        locked.subscribe(self._lock_changed)

    def link(self, text: str) -> D | None:
        """Take a clicked link; return its call, or None where a question comes first.

        Raises NothingToDial.
        """
        number = understand(text, self._settings().dialling)
        now = self._clock()
        since, before, call = self._last or (float("-inf"), None, None)
        if before is not None and now - since < BURST_S and number.meant == before.meant:
            return call  # a double click is one wish
        self._last = (now, number, None)
        if self._locked.value:
            self._waiting = _joined(self._waiting, (number,))
        elif before is not None and now - since < BURST_S:
            together = call is not None and now - since < TOGETHER_S and call.withdraw()
            self._ask((before, number) if together else (number,), Source.LINK, "burst")
        elif any(q.why == "burst" for q, _ in self._questions):
            self._ask((number,), Source.LINK, "burst")
        elif why := self._why_ask(number, Source.LINK):
            self._ask((number,), Source.LINK, why)
        else:
            call = self._dial(number)
            self._last = (now, number, call)
            return call
        return None

    def text(self, text: str, source: Source) -> None:
        """Take what somebody selected, copied or dropped; no number opens the dial box."""
        text = text[:MAX_TEXT]
        numbers = numbers_in(text, self._settings().dialling)
        if not numbers or any(set("*#") & {*number.dial} for number in numbers):
            self._desk.open_dial_box(text.strip())  # a code switches things: let it be looked at
        elif len(numbers) > 1:
            self._ask(numbers, source, "choose")
        elif why := self._why_ask(numbers[0], source):
            self._ask(numbers, source, why)
        else:
            self._dial(numbers[0])

    def copied(self, text: str) -> None:
        """Offer the numbers of a text that was copied; never dial it."""
        if self._locked.value or any(q.why != "copied" for q, _ in self._questions):
            return
        dialling = self._settings().dialling
        numbers = numbers_in(text[:MAX_TEXT], dialling)
        if not dialling.extensions:  # a few digits are as likely a year or a price
            numbers = tuple(number for number in numbers if "own" not in number.kinds)
        if numbers:
            self._questions.clear()  # the newer offer replaces an older one
            self._ask(numbers, Source.CLIPBOARD, "copied")

    def ask(self, question: Question, then: Answer) -> None:
        """Ask somebody else's question, once those that are open have been answered."""
        self._drop_offer()
        self._questions.append((question, then))
        if len(self._questions) == 1:
            self._show()

    def _drop_offer(self) -> None:
        if self._questions and self._questions[0][0].why == "copied":
            self._questions.clear()  # an offer gives way to a wish

    def _why_ask(self, number: Number, source: Source) -> str:
        ask = self._settings().ask
        if found := is_listed(number, ask.always, self._settings().dialling):
            return found if found in number.kinds else "listed"
        # a phone that lifts by itself is no second look
        lifts = self._settings().phone.auto_answer != "off"
        return "links" if source is Source.LINK and (lifts or ask.links == "always") else ""

    def _ask(self, numbers: tuple[Number, ...], source: Source, why: str) -> None:
        numbers = numbers[:MOST_ASKED]
        self._drop_offer()
        for place, (asked, then) in enumerate(self._questions):
            if asked.why == why != "choose":
                joined = Question(_joined(asked.numbers, numbers), source, why)
                self._questions[place] = (joined, then)
                break
        else:
            place = len(self._questions)
            self._questions.append((Question(numbers, source, why), self._chosen))
        if place == 0:
            self._show()

    def _show(self) -> None:
        if not self._questions:
            return
        question, then = self._questions[0]

        def answered(number: Number | None) -> None:
            if self._questions and self._questions[0][0] is question:
                del self._questions[0]
                then(number)
                self._show()

        self._desk.ask(question, answered)

    def _chosen(self, number: Number | None) -> None:
        if number is not None:
            self._dial(number)

    def _lock_changed(self, locked: bool) -> None:
        if not locked and self._waiting:
            waiting, self._waiting = self._waiting, ()
            self._ask(waiting, Source.LINK, "locked")


def _joined(known: tuple[Number, ...], more: tuple[Number, ...]) -> tuple[Number, ...]:
    meant = {number.meant for number in known}
    return (*known, *(number for number in more if number.meant not in meant))[:MOST_ASKED]
