"""What a new account is likely to mean: values for whoever sets the program up."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class OwnPhone:
    """A phone that may be the user's. ``context`` is where it dials from, empty if unknown."""

    extension: str
    context: str = ""
    device: str = ""
    is_there: bool = True


@dataclass(frozen=True, slots=True)
class Proposal:
    """``likely`` is proposed, where anything speaks for it; ``others`` are offered."""

    likely: OwnPhone | None = None
    others: tuple[OwnPhone, ...] = ()


class Rang(StrEnum):
    """What came of ringing the own phone to try it."""

    ANSWERED = "answered"
    UNANSWERED = "unanswered"
    UNREACHED = "unreached"
