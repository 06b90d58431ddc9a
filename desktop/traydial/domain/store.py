"""A value that others may watch."""

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Store(Generic[T]):
    """Holds one immutable value and tells subscribers, at once, when it really changed."""

    def __init__(self, value: T) -> None:
        self._value = value
        self._subscribers: list[Callable[[T], None]] = []

    @property
    def value(self) -> T:
        """The value now."""
        return self._value

    def set(self, value: T) -> None:
        """Replace the value; subscribers hear of it only if it is another one."""
        if value == self._value:
            return
        self._value = value
        for tell in [*self._subscribers]:
            tell(value)

    def subscribe(self, tell: Callable[[T], None]) -> Callable[[], None]:
        """Call ``tell`` at each change from now on; return what ends that."""
        self._subscribers.append(tell)

        def end() -> None:
            if tell in self._subscribers:
                self._subscribers.remove(tell)

        return end
