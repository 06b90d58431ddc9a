"""Finding the user's own phone by what is dialled on it: values for those who show it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ToDial:
    """What to dial on the phone. ``digits`` are empty where only the own number will do."""

    digits: str
    within_s: float


@dataclass(frozen=True, slots=True)
class PhoneFound:
    """A phone that dialled it.

    ``is_told`` tells whether events of its calls reach this account: an administrator's
    filter may hold the account to another phone.
    """

    device: str
    extension: str
    name: str
    context: str
    is_told: bool = True
