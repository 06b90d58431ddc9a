"""The state of the link to the PBX, as a plain value."""

from dataclasses import dataclass
from enum import StrEnum

from traydial.domain.errors import DesktopError
from traydial.domain.privileges import Ability


class Link(StrEnum):
    """Where the link is."""

    OFFLINE = "offline"
    CONNECTING = "connecting"
    BOOTING = "booting"  # logged in; Asterisk itself is still starting
    ONLINE = "online"
    REFUSED = "refused"  # not retried until something is changed


@dataclass(frozen=True, slots=True)
class Connection:
    """The link now. ``since`` and ``next_try`` are seconds since the epoch.

    ``host`` is the ``name:port`` in use or last tried; ``problem`` says why it is
    offline or refused. ``abilities`` is empty unless online.
    """

    link: Link = Link.OFFLINE
    since: float = 0.0
    host: str = ""
    problem: DesktopError | None = None
    next_try: float | None = None
    abilities: frozenset[Ability] = frozenset()

    def may(self, ability: Ability) -> bool:
        """Tell whether this can be done now."""
        return self.link is Link.ONLINE and ability in self.abilities
