"""The user's queues: whether they take calls there, and who waits. Pure.

What Asterisk calls a member's interface is the device that rings, say ``PJSIP/7001``, or
where the dialplan has a part in it a Local channel, ``Local/7001@from-queue/n``.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from traydial.domain import setting_checks as checks
from traydial.domain.language import mark, tr
from traydial.domain.setting_checks import Check


@dataclass(frozen=True, slots=True)
class QueueSettings:
    """``names`` are the user's queues, ``400`` or ``400 = Sales``; empty: where they are in.

    ``pause_reasons`` are offered when they pause; ``interface`` is what rings where that
    is not the phone itself, like ``Local/{extension}@from-queue/n``.
    """

    names: tuple[str, ...] = ()
    pause_reasons: tuple[str, ...] = (mark("Break"), mark("Lunch"), mark("Meeting"))
    interface: str = ""

    @property
    def titles(self) -> Mapping[str, str]:
        """What people call these queues, by the name that the PBX has for them; in order."""
        parts = (text.partition("=") for text in self.names)
        return {name.strip(): title.strip() for name, _, title in parts}


@dataclass(frozen=True, slots=True)
class Member:
    """One of the user's phones in a queue. ``is_fixed``: it cannot be logged out.

    ``state`` is the device that tells whether it is busy, where that is not the interface.
    """

    interface: str
    name: str = ""
    state: str = ""
    is_fixed: bool = False
    paused: bool = False
    reason: str = ""
    paused_since: float | None = None


@dataclass(frozen=True, slots=True)
class Caller:
    """Somebody who waits; ``key`` is the unique id of their channel."""

    key: str
    number: str = ""
    name: str = ""
    since: float = 0.0


@dataclass(frozen=True, slots=True)
class Queue:
    """A queue; ``members`` are the user's own phones in it, ``waiting`` is in order."""

    name: str
    title: str = ""
    members: tuple[Member, ...] = ()
    waiting: tuple[Caller, ...] = ()

    @property
    def shown(self) -> str:
        """What people call it."""
        return self.title or f"{self.name[:1].upper()}{self.name[1:]}"

    @property
    def logged_in(self) -> bool:
        """Tell whether the user takes calls there, or would if they did not pause."""
        return bool(self.members)

    @property
    def paused(self) -> bool:
        """Tell whether none of the user's phones rings though they are logged in."""
        return self.logged_in and all(member.paused for member in self.members)

    @property
    def reason(self) -> str:
        """Why the user pauses."""
        return next((m.reason for m in self.members if m.paused and m.reason), "")

    @property
    def paused_since(self) -> float | None:
        """Since when the user pauses, where that is told."""
        return next((m.paused_since for m in self.members if m.paused), None)

    @property
    def is_fixed(self) -> bool:
        """Tell whether the PBX's configuration has the user in it for good."""
        return any(member.is_fixed for member in self.members)


Queues = Mapping[str, Queue]


class OwnInterfaces:
    """Tells which members of queues are the user's own phones."""

    def __init__(self, settings: QueueSettings, devices: Sequence[str], extension: str) -> None:
        configured = settings.interface.format(extension=extension)
        self.to_log_in = configured or (devices[0] if devices else "")
        # a Local channel is taken for no device of its own: the PBX would not know when it is busy
        phones = [device for device in devices if not _is_local(device)]
        self.state = phones[0] if phones and _is_local(self.to_log_in) else ""
        self._known = {name.lower() for name in (*devices, configured) if name}
        self._local = re.compile(rf"local/{re.escape(extension.lower())}@[^/]+(?:/[a-z]+)?")
        self._hint = re.compile(rf"hint:{re.escape(extension.lower())}(?:@.*)?")
        self._extension = extension

    def has(self, interface: str, state_interface: str = "") -> bool:
        """Tell whether a member with this interface is the user."""
        if {interface.lower(), state_interface.lower()} & self._known:
            return True
        if not self._extension:
            return False
        return bool(
            self._local.fullmatch(interface.lower())
            or self._hint.fullmatch(state_interface.lower())
        )


def _is_local(interface: str) -> bool:
    return interface.lower().startswith("local/")


_NAME = r"[A-Za-z0-9._-]{1,79}"
_INTERFACE = r"[A-Za-z0-9_]+/(?:[A-Za-z0-9._@%+-]|\{extension\})+(?:/[a-z]+)?"


def _check_name(text: str) -> None:
    name, _, title = text.partition("=")
    if not re.fullmatch(_NAME, name.strip()) or len(title) > 60:
        raise ValueError(
            tr("{text} is not a queue; it is written like support or 400 = Sales", text=f"{text!r}")
        )


def _check_reason(text: str) -> None:
    if len(text) > 40:
        raise ValueError(tr("{text} is too long: a reason has up to 40 letters", text=f"{text!r}"))


CHECKS: Mapping[str, Check] = {
    "names": checks.as_texts(_check_name),
    "pause_reasons": checks.as_texts(_check_reason),
    "interface": checks.matching(
        _INTERFACE, mark("must be written like Local/{extension}@from-queue/n")
    ),
}
