"""Where contacts come from: one small interface, and a source for each kind of place."""

from collections.abc import Sequence
from typing import Protocol

from traydial.domain.contacts import Contact
from traydial.domain.errors import LookupFailed


class PasswordRefused(LookupFailed):
    """A server does not take user name or password.

    It is not asked with them again: many lock an account after a few wrong ones.
    """


class ContactSource(Protocol):
    """One place with contacts. It may be slow, hang or fail: who asks sets the deadline."""

    @property
    def name(self) -> str:
        """What people call it."""
        ...

    @property
    def by_name(self) -> bool:
        """Whether people are found by their names too."""
        ...

    @property
    def problem(self) -> str:
        """What is wrong with it as far as it knows unasked, empty where nothing is."""
        ...

    async def start(self) -> None:
        """Begin to load what is kept here; nothing is awaited that may take long."""
        ...

    async def candidates(self, number: str) -> Sequence[Contact]:
        """Return who may have this number; what does not match is sorted out later.

        Raises LookupFailed.
        """
        ...

    async def search(self, text: str, most: int) -> Sequence[Contact]:
        """Return who is called so. Raises LookupFailed."""
        ...

    async def aclose(self) -> None:
        """End what runs."""
        ...
