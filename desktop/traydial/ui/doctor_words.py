"""What the doctor says where something is not as it should be, beside errors' own words.

An admin reads this too, so the detail names what stands in the phone system's files.
"""

import textwrap
from collections.abc import Sequence
from pathlib import Path

from traydial.domain.asterisk_versions import Hole, Version
from traydial.domain.certificates import Certificate
from traydial.domain.errors import NotPermitted
from traydial.domain.plain_text import safe_text
from traydial.domain.privileges import refused
from traydial.ui.actions import Check, Grade
from traydial.ui.words import Words

_ADMIN = "Ask your administrator."
MARKS = {Grade.GREEN: "✓ ok  ", Grade.AMBER: "! look", Grade.RED: "✗ NO  "}


def saved_words(file: Path) -> Words:
    """Return what is said when a file of what happened lately is written."""
    return Words(
        f"Saved in {safe_text(file.parent.name, 40)}: {safe_text(file.name, 60)}",
        "Send it to whoever looks after your phone system. Passwords are not in it; "
        "names and numbers are replaced by others.",
        str(file.parent),
    )


def check_text(check: Check, mark: str = "") -> str:
    """Return a check as lines of text; where something is wrong, what helps below it."""
    told = f"{mark or MARKS[check.grade]} {safe_text(check.what, 300)}"
    words = check.explained
    if words is None or check.ok:
        return told
    lost = refused(check.error.action) if isinstance(check.error, NotPermitted) else None
    why = f"It {lost.why}." if lost else ""
    parts = (words.sentence, words.remedy, words.detail, why)
    return "\n".join([told, *(textwrap.indent(safe_text(p, 2000), " " * 4) for p in parts if p)])


def verdict(checks: Sequence[Check]) -> str:
    """Say how it all came out, in one line."""
    grades = [check.grade for check in checks]
    red, amber = grades.count(Grade.RED), grades.count(Grade.AMBER)
    parts = [
        f"{red} {'does' if red == 1 else 'do'} not work" if red else "",
        f"{amber} worth a look" if amber else "",
        f"{len(checks) - red - amber} fine",
    ]
    if not red and not amber:
        return f"All {len(checks)} checks are fine."
    return ", ".join(part for part in parts if part) + "."


def certificate_line(certificate: Certificate, now: float) -> str:
    """Say who vouches for whom, and how long."""
    names = safe_text(", ".join(certificate.names), 120) or "no name"
    issuer = "itself" if certificate.self_issued else safe_text(certificate.issuer, 60)
    days = certificate.days_left(now)
    left = f"{days} days left" if days >= 0 else f"ended {-days} days ago"
    return f"Certificate of {names}, issued by {issuer}, {left}"


def certificate_ends(certificate: Certificate, now: float) -> Words:
    """Say that it will not hold for long."""
    if certificate.ends <= now:
        return Words("The phone system's certificate has expired.", "It has to be renewed.")
    return Words(
        f"The phone system's certificate ends in {certificate.days_left(now)} days.",
        "Ask your administrator to renew it; a pinned one has to be trusted anew then.",
    )


IN_USE = Words(
    "Your account is in use, and may be used by one program at a time.",
    "That is most likely Traydial itself: quit it, then run traydial doctor.",
    "manager.conf: allowmultiplelogin = no",
)
UNREADABLE = Words("The phone system's certificate cannot be read.", _ADMIN)
NO_TLS = Words(
    "The connection is not secured: others on the network can listen in.",
    "Ask your administrator for a secure connection, then turn it on in the settings.",
    "manager.conf needs tlsenable = yes; config.toml has pbx.tls = false",
)
NO_BOOT_TOLD = Words(
    "Your account is not told when the phone system has started.",
    "After its restart, calls are shown a little later; nothing has to be done.",
    "manager.conf needs read = system for FullyBooted",
)
NO_VERSION = Words(
    "The phone system does not say which version it is.",
    "So it is not known whether it has known holes. Ask your administrator.",
    "write = call tells it where func_version is loaded, else write = system or reporting",
)
NOT_IN_DIALPLAN = Words(
    "The phone system has no such context.",
    "Compare it with what your administrator says; it is where your phone dials.",
    "extensions.conf",
)
NO_HINT = Words(
    "The phone system does not tell the state of your phone.",
    "Colleagues do not see whether you talk, and your phones are not found by themselves.",
    "extensions.conf: exten => 7001,hint,PJSIP/7001",
)
NO_HINTS = Words(
    "The phone system tells of no colleague's phone.",
    "So nobody's lamp is shown. Ask your administrator.",
    "extensions.conf: exten => …,hint,… in the context that your phone dials in",
)


def one_touch_is(wanted: str, kept: str) -> Words:
    """Say that the key for recording is another one on the phone system."""
    if not kept:
        return Words(
            "The phone system knows no key for recording.",
            "Ask your administrator to set one up, or leave it out of the settings.",
            "features.conf: [featuremap] automixmon; and Dial's x or X",
        )
    return Words(
        f"The phone system's key for recording is {safe_text(kept, 20)}, not {wanted}.",
        "Set this one in the settings.",
        "features.conf: [featuremap] automixmon",
    )


def one_touch_unused(kept: str) -> str:
    """Say that a key could be used for recording."""
    return f"Recording key {safe_text(kept, 20)} (not in the settings)"


def clock_is_off(seconds: float) -> Words:
    """Say by how much two clocks differ."""
    where = "behind" if seconds < 0 else "ahead of"
    return Words(
        f"The phone system's clock is {abs(seconds):.0f} s {where} this computer's.",
        "Times of waiting callers and in the history do not agree; let both follow a time server.",
    )


def holes_known(version: Version, holes: Sequence[Hole]) -> Words:
    """Name the holes of a version."""
    mended = " Its distribution may have closed them." if version.repackaged else ""
    return Words(
        f"This version of the phone system has known holes.{mended}",
        "Ask your administrator to update it.",
        "; ".join(f"{hole.name}: {hole.what} ({hole.source})" for hole in holes),
    )


def too_many_classes(classes: Sequence[str]) -> Words:
    """Name what an account may that no feature needs."""
    return Words(
        "Your account may more than Traydial ever needs.",
        "Ask your administrator to take it away: a stolen password could do less then.",
        f"manager.conf: not needed in write = {','.join(classes)}",
    )


def public_address(address: str) -> Words:
    """Say that anybody on the internet may knock."""
    return Words(
        "The phone system is reached at an address of the internet.",
        "Its interface for programs belongs into the office's network or a VPN. " + _ADMIN,
        f"{address}; manager.conf: tlsbindaddr, permit, deny",
    )


# of manager.conf, where the account may read it
PRACTICES: dict[str, Words] = {
    "tls": Words(
        "The phone system offers no secure connection.",
        _ADMIN,
        "manager.conf: tlsenable = yes, tlsbindaddr, tlscertfile",
    ),
    "plain": Words(
        "The phone system also takes connections that are not secured.",
        "Let it take them from itself alone. " + _ADMIN,
        "manager.conf: bindaddr = 127.0.0.1",
    ),
    "permit": Words(
        "Your account may be used from any address.",
        "Let it be used from the office's network alone. " + _ADMIN,
        "manager.conf: deny = 0.0.0.0/0.0.0.0 and then permit = (your network), or acl =",
    ),
    "multiple": Words(
        "Your account may be used by several programs at the same time.",
        "A stolen password is noticed less. Where each desktop has an account of its own, "
        "the administrator can forbid it.",
        "manager.conf: allowmultiplelogin = no",
    ),
    "displayconnects": Words(
        "The phone system does not write down who logs in.",
        _ADMIN,
        "manager.conf: displayconnects = yes",
    ),
    "port": Words(
        "The phone system is on the port that everybody tries first.",
        "Another one keeps the noise of scanners away; it secures nothing by itself.",
        "manager.conf: port, tlsbindaddr",
    ),
    "classes": Words(
        "Your account may everything there is.",
        "Ask your administrator to grant what is needed: traydial pbx-config prints it.",
        "manager.conf: read = all or write = all",
    ),
    "eventfilter": Words(
        "Your account is told of everybody's calls.",
        "Let it see its own alone. " + _ADMIN,
        "manager.conf: eventfilter",
    ),
}
GOOD_PRACTICES = {
    "tls": "Secure connections are offered",
    "plain": "Unsecured connections stay on the phone system",
    "permit": "Account held to some addresses",
    "multiple": "One login at a time for each account",
    "displayconnects": "Logins are written down",
    "port": "Ports that nobody tries first",
    "classes": "Account without all there is",
    "eventfilter": "Account held to its own calls",
}
BAD_PRACTICES = {
    "tls": "Secure connections",
    "plain": "Unsecured connections",
    "permit": "Addresses that may log in",
    "multiple": "Logins at the same time",
    "displayconnects": "Record of logins",
    "port": "Port of the phone system",
    "classes": "Rights of the account",
    "eventfilter": "Calls that the account sees",
}
NO_DESKTOP = Words(
    "There is no desktop here to look at.",
    "Start it in a desktop session, or choose Check the connection in the tray menu.",
)
RUNNING_HAS_THEM = Words(
    "Traydial runs and holds its keys, so they cannot be tried from here.",
    "Choose Check the connection in the tray menu.",
)
ONLY_RUNNING_KNOWS = Words(
    "On this desktop only the running Traydial can tell.",
    "Choose Check the connection in the tray menu.",
)
NO_TRAY = Words(
    "This desktop shows no tray icons.",
    "Calls come up all the same; traydial dial NUMBER dials. On GNOME, add the extension "
    "AppIndicator.",
)


def other_handler(name: str) -> Words:
    """Say who opens phone links now."""
    return Words(
        f"{safe_text(name, 60)} opens phone links." if name else "Nothing opens phone links.",
        "Turn it on in the settings, or: traydial register",
    )


def keys_taken(reasons: Sequence[str]) -> Words:
    """Say why keys do not work."""
    return Words(" ".join(reasons), "Choose other keys in the settings.")
