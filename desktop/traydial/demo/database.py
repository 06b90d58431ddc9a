"""AstDB of the demo PBX: names, and what its dialplan keeps as FreePBX does."""

from traydial.demo.channels import Header
from traydial.demo.people import OWN, Directory

NAMES = "cidname"
_STATES = "CustomDevstate"  # where Asterisk, too, keeps states like Custom:DND7001


class Database:
    """Entries by ``family/key``."""

    def __init__(self, directory: Directory) -> None:
        self._entries = {f"{NAMES}/{n}": phone.who.name for n, phone in directory.phones.items()}
        self._entries[f"AMPUSER/{OWN}/device"] = OWN  # by this a FreePBX is known

    def get(self, place: str) -> str:
        """Return what an entry holds, empty where there is none."""
        return self._entries.get(place, "")

    def exists(self, place: str) -> bool:
        """Tell whether there is such an entry."""
        return place in self._entries

    def put(self, place: str, value: str) -> None:
        """Write an entry."""
        self._entries[place] = value

    def delete(self, place: str) -> bool:
        """Remove an entry; tell whether there was one."""
        return self._entries.pop(place, None) is not None

    def state(self, device: str) -> str:
        """Return the state of ``Custom:DND7001``."""
        return self.get(f"{_STATES}/{device.partition(':')[2]}") or "UNKNOWN"

    def set_state(self, device: str, state: str) -> None:
        """Set the state of ``Custom:DND7001``."""
        self.put(f"{_STATES}/{device.partition(':')[2]}", state)

    def tree(self, family: str) -> list[tuple[str, list[Header]]]:
        """Return the rows of DBGetTree."""
        return [
            ("DBGetTreeResponse", [("Key", f"/{place}"), ("Val", value)])
            for place, value in self._entries.items()
            if place.startswith(f"{family}/")
        ]
