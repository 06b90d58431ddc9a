"""What a person has done and marked, as the interface asks for it."""

from collections.abc import Callable
from pathlib import Path

from traydial.domain.remembered import Remembered
from traydial.services import digit_memory, favourites
from traydial.services.digit_memory import DigitMemory
from traydial.services.favourites import Favourites


class Memories:
    """The part of ``ui.actions.Actions`` that small files of the user's own do."""

    def __init__(self, folder: Path) -> None:
        self._favourites = Favourites(folder / favourites.FILE_NAME)
        self._digits = DigitMemory(folder / digit_memory.FILE_NAME)

    def favourites(self) -> tuple[str, ...]:
        """Return the numbers that have a star."""
        return self._favourites.numbers

    def favour(self, number: str, on: bool) -> None:
        """Give a number a star or take it away."""
        self._favourites.mark(number, on)

    def remembered(self, number: str) -> Remembered | None:
        """Return the digits that are remembered for a number."""
        return self._digits.of(number)

    def remember(self, number: str, remembered: Remembered | None) -> None:
        """Remember other digits for a number, or forget them."""
        self._digits.keep(number, remembered)

    def drop_numbers(self, is_theirs: Callable[[str], bool]) -> None:
        """Keep nothing of these numbers."""
        for number in filter(is_theirs, self._favourites.numbers):
            self._favourites.mark(number, on=False)
        for number in filter(is_theirs, self._digits.numbers):
            self._digits.keep(number, None)
