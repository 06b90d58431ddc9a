"""AstDB of the demo PBX: the names of its extensions, nothing else."""

from traydial.demo.channels import Header
from traydial.demo.people import Directory

NAMES = "cidname"


def tree(directory: Directory, family: str) -> list[tuple[str, list[Header]]]:
    """Return the rows of DBGetTree."""
    if family != NAMES:
        return []
    return [
        ("DBGetTreeResponse", [("Key", f"/{NAMES}/{number}"), ("Val", phone.who.name)])
        for number, phone in directory.phones.items()
    ]


def entry(directory: Directory, family: str, key: str) -> list[Header] | None:
    """Return the row of DBGet, or None where there is no such entry."""
    phone = directory.phones.get(key) if family == NAMES else None
    if phone is None:
        return None
    return [("Family", family), ("Key", key), ("Val", phone.who.name)]
