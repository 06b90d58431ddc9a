"""The section of ``manager.conf`` that an account needs, and nothing more."""

import re
from collections.abc import Iterable, Sequence

from traydial.domain.privileges import COSTS, PRIVILEGES, Ability, Privilege

PLACEHOLDER = "PUT-A-LONG-RANDOM-TEXT-HERE"
# the form that matches one header cheaply came with these (asterisk/asterisk#874)
_ADVANCED_SINCE = {18: 26, 20: 11, 21: 6, 22: 1}
_TOO_MUCH = frozenset({"system", "reporting"})  # classes that are a decision of the admin's
# events without a channel of one's own, which features show as they come
_EVENTS = {
    Ability.PRESENCE: ("ExtensionStatus",),
    Ability.PARK: ("ParkedCall", "ParkedCallTimeOut", "ParkedCallGiveUp", "UnParkedCall"),
}
_ODD = re.compile(r"[^\w.~ -]")  # the version comes from the wire
_NUMBERS = re.compile(r"(\d+)(?:\.(\d+))?")


def name_of(ability: Ability) -> str:
    """Return the word that the command line has for a feature."""
    return ability.name.lower().replace("_", "-")


def usual() -> tuple[Privilege, ...]:
    """Return what an account may have without a class that opens the whole phone system."""
    return tuple(p for p in PRIVILEGES if not _TOO_MUCH & {*p.write})


def wanted(names: Iterable[str]) -> tuple[Privilege, ...]:
    """Return these features and seeing calls. Raises ValueError with a name that is none."""
    known = {name_of(p.ability): p for p in PRIVILEGES}
    chosen = {"see-calls"}
    for name in names:
        if name == "all":
            chosen |= {*known}
        elif name == "usual":
            chosen |= {name_of(p.ability) for p in usual()}
        elif name in known:
            chosen.add(name)
        else:
            raise ValueError(name)
    return tuple(p for name, p in known.items() if name in chosen)


def filters(version: str, devices: Sequence[str], privileges: Sequence[Privilege]) -> list[str]:
    """Return lines that keep others' calls off the wire, as this version writes them."""
    advanced = knows_advanced_filters(version)
    lines = []
    for device in devices:
        for header in ("Channel", "DestChannel"):
            if advanced:
                lines.append(f"eventfilter(header({header}),method(starts_with)) = {device}-")
            else:
                lines.append(f"eventfilter = {header}: {device}-")
    events = ["FullyBooted"]
    for privilege in privileges:
        events += _EVENTS.get(privilege.ability, ())
    for event in events:
        # the old form is searched for in the whole event: the line's end keeps it to the name
        lines.append(
            f"eventfilter(name({event})) =" if advanced else f"eventfilter = Event: {event}"
        )
    return lines


def knows_advanced_filters(version: str) -> bool:
    """Tell whether ``eventfilter(...)`` is understood by, say, 18.26.0, 22, certified-20.7."""
    found = _NUMBERS.search(version)
    if found is None:
        return False
    major, minor = int(found[1]), found[2]
    since = _ADVANCED_SINCE.get(major)
    if since is None:
        return major > max(_ADVANCED_SINCE)
    return minor is None or int(minor) >= since  # a branch alone: its newest


def section(
    user: str, version: str, devices: Sequence[str], privileges: Sequence[Privilege]
) -> str:
    """Return the section with its reasons as comments; the secret is left to the admin."""
    read = _classes(p.read for p in privileges)
    write = _classes(p.write for p in privileges)
    held = {*write}
    left = [p for p in PRIVILEGES if not held >= {*p.write}]
    lines = [
        f"; Traydial for {user}, Asterisk {_ODD.sub('', version)[:40]}.",
        "; With these features:",
        *(f";   {name_of(p.ability)}: {_plain(p.why)}" for p in privileges),
        "; What the words allow besides:",
        *(f";   {_plain(word)}: {_plain(cost)}" for word, cost in _costs(read, write)),
    ]
    if left:
        lines.append("; Left out, each with what it would need in write:")
        lines += [f";   {name_of(p.ability)}: {','.join(p.write)}" for p in left]
    lines += [
        f"[{user}]",
        f"secret = {PLACEHOLDER}",
        "; deny = 0.0.0.0/0.0.0.0          ; both lines, with the network of the desktops,",
        "; permit = 10.0.0.0/255.0.0.0     ; keep everybody else out",
        "displayconnects = yes            ; who logs in is written down",
        f"read = {','.join(read)}",
        f"write = {','.join(write)}",
        "; only this user's own calls, and what is shown of colleagues",
        *filters(version, devices, privileges),
    ]
    return "\n".join(lines) + "\n"


def _classes(of_each: Iterable[tuple[str, ...]]) -> list[str]:
    return [*dict.fromkeys(name for names in of_each for name in names)]


def _costs(read: list[str], write: list[str]) -> list[tuple[str, str]]:
    held = {*(f"read = {name}" for name in read), *(f"write = {name}" for name in write)}
    return [(word, cost) for word, cost in COSTS if word in held]


def _plain(text: str) -> str:
    return text.replace("`", "").replace("\u2019", "'")
