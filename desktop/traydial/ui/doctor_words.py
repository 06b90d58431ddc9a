"""What the doctor says where something is not as it should be, beside errors' own words.

An admin reads this too, so the detail names what stands in the phone system's files.
"""

import textwrap
from collections.abc import Sequence
from pathlib import Path

from traydial.domain.asterisk_versions import Hole, Version
from traydial.domain.certificates import Certificate
from traydial.domain.errors import NotPermitted
from traydial.domain.language import mark, plural, tr
from traydial.domain.plain_text import safe_text
from traydial.domain.privileges import refused
from traydial.ui.actions import Check, Grade
from traydial.ui.error_words import Words

_ADMIN = mark("Ask your administrator.")
MARKS = {Grade.GREEN: mark("✓ ok"), Grade.AMBER: mark("! look"), Grade.RED: mark("✗ NO")}


def saved_words(file: Path) -> Words:
    """Return what is said when a file of what happened lately is written."""
    return Words(
        tr(
            "Saved in {folder}: {file}",
            folder=safe_text(file.parent.name, 40),
            file=safe_text(file.name, 60),
        ),
        tr(
            "Send it to whoever looks after your phone system. Passwords are not in it; "
            "names and numbers are replaced by others."
        ),
        str(file.parent),
    )


def sign_of(check: Check) -> str:
    """Return the sign that begins the line of a check; all are of one width."""
    return tr(MARKS[check.grade]).ljust(max(len(tr(sign)) for sign in MARKS.values()))


def check_text(check: Check, sign: str = "") -> str:
    """Return a check as lines of text; where something is wrong, what helps below it."""
    told = f"{sign or sign_of(check)} {safe_text(check.what, 300)}"
    words = check.explained
    if words is None or check.ok:
        return told
    lost = refused(check.error.action) if isinstance(check.error, NotPermitted) else None
    why = tr("It {does}.", does=tr(lost.why)) if lost else ""
    parts = (words.sentence, words.remedy, words.detail, why)
    return "\n".join([told, *(textwrap.indent(safe_text(p, 2000), " " * 4) for p in parts if p)])


def verdict(checks: Sequence[Check]) -> str:
    """Say how it all came out, in one line."""
    grades = [check.grade for check in checks]
    red, amber = grades.count(Grade.RED), grades.count(Grade.AMBER)
    parts = [
        plural("{n} does not work", "{n} do not work", red) if red else "",
        plural("{n} worth a look", "{n} worth a look", amber) if amber else "",
        plural("{n} fine", "{n} fine", len(checks) - red - amber),
    ]
    if not red and not amber:
        return plural("The one check is fine.", "All {n} checks are fine.", len(checks))
    return ", ".join(part for part in parts if part) + "."


def certificate_line(certificate: Certificate, now: float) -> str:
    """Say who vouches for whom, and how long."""
    names = safe_text(", ".join(certificate.names), 120) or tr("no name")
    issuer = tr("itself") if certificate.self_issued else safe_text(certificate.issuer, 60)
    days = certificate.days_left(now)
    left = (
        plural("{n} day left", "{n} days left", days)
        if days >= 0
        else plural("ended {n} day ago", "ended {n} days ago", -days)
    )
    return tr(
        "Certificate of {names}, issued by {issuer}, {left}", names=names, issuer=issuer, left=left
    )


def certificate_ends(certificate: Certificate, now: float) -> Words:
    """Say that it will not hold for long."""
    if certificate.ends <= now:
        return Words(tr("The phone system's certificate has expired."), tr("It has to be renewed."))
    return Words(
        plural(
            "The phone system's certificate ends in {n} day.",
            "The phone system's certificate ends in {n} days.",
            certificate.days_left(now),
        ),
        tr("Ask your administrator to renew it; a pinned one has to be trusted anew then."),
    )


IN_USE = Words(
    mark("Your account is in use, and may be used by one program at a time."),
    mark("That is most likely Traydial itself: quit it, then run traydial doctor."),
    "manager.conf: allowmultiplelogin = no",
)
UNREADABLE = Words(mark("The phone system's certificate cannot be read."), _ADMIN)
NO_TLS = Words(
    mark("The connection is not secured: others on the network can listen in."),
    mark("Ask your administrator for a secure connection, then turn it on in the settings."),
    "manager.conf needs tlsenable = yes; config.toml has pbx.tls = false",
)
NO_BOOT_TOLD = Words(
    mark("Your account is not told when the phone system has started."),
    mark("After its restart, calls are shown a little later; nothing has to be done."),
    "manager.conf needs read = system for FullyBooted",
)
NO_VERSION = Words(
    mark("The phone system does not say which version it is."),
    mark("So it is not known whether it has known holes. Ask your administrator."),
    "write = call tells it where func_version is loaded, else write = system or reporting",
)
NOT_IN_DIALPLAN = Words(
    mark("The phone system has no such context."),
    mark("Compare it with what your administrator says; it is where your phone dials."),
    "extensions.conf",
)
NO_HINT = Words(
    mark("The phone system does not tell the state of your phone."),
    mark("Colleagues do not see whether you talk, and your phones are not found by themselves."),
    "extensions.conf: exten => 7001,hint,PJSIP/7001",
)
NO_HINTS = Words(
    mark("The phone system tells of no colleague's phone."),
    mark("So nobody's lamp is shown. Ask your administrator."),
    "extensions.conf: exten => …,hint,… in the context that your phone dials in",
)


def one_touch_is(wanted: str, kept: str) -> Words:
    """Say that the key for recording is another one on the phone system."""
    if not kept:
        return Words(
            tr("The phone system knows no key for recording."),
            tr("Ask your administrator to set one up, or leave it out of the settings."),
            "features.conf: [featuremap] automixmon; and Dial's x or X",
        )
    return Words(
        tr(
            "The phone system's key for recording is {kept}, not {wanted}.",
            kept=safe_text(kept, 20),
            wanted=wanted,
        ),
        tr("Set this one in the settings."),
        "features.conf: [featuremap] automixmon",
    )


def one_touch_unused(kept: str) -> str:
    """Say that a key could be used for recording."""
    return tr("Recording key {kept} (not in the settings)", kept=safe_text(kept, 20))


def clock_is_off(seconds: float) -> Words:
    """Say by how much two clocks differ."""
    differs = (
        tr("The phone system's clock is {seconds} s behind this computer's.")
        if seconds < 0
        else tr("The phone system's clock is {seconds} s ahead of this computer's.")
    )
    return Words(
        differs.format(seconds=f"{abs(seconds):.0f}"),
        tr(
            "Times of waiting callers and in the history do not agree; "
            "let both follow a time server."
        ),
    )


def holes_known(version: Version, holes: Sequence[Hole]) -> Words:
    """Name the holes of a version."""
    known = tr("This version of the phone system has known holes.")
    mended = tr("Its distribution may have closed them.") if version.repackaged else ""
    return Words(
        f"{known} {mended}".strip(),
        tr("Ask your administrator to update it."),
        "; ".join(f"{hole.name}: {hole.what} ({hole.source})" for hole in holes),
    )


def too_many_classes(classes: Sequence[str]) -> Words:
    """Name what an account may that no feature needs."""
    return Words(
        tr("Your account may more than Traydial ever needs."),
        tr("Ask your administrator to take it away: a stolen password could do less then."),
        f"manager.conf: not needed in write = {','.join(classes)}",
    )


def public_address(address: str) -> Words:
    """Say that anybody on the internet may knock."""
    return Words(
        tr("The phone system is reached at an address of the internet."),
        tr(
            "Its interface for programs belongs into the office's network or a VPN. "
            "Ask your administrator."
        ),
        f"{address}; manager.conf: tlsbindaddr, permit, deny",
    )


# of manager.conf, where the account may read it
PRACTICES: dict[str, Words] = {
    "tls": Words(
        mark("The phone system offers no secure connection."),
        _ADMIN,
        "manager.conf: tlsenable = yes, tlsbindaddr, tlscertfile",
    ),
    "plain": Words(
        mark("The phone system also takes connections that are not secured."),
        mark("Let it take them from itself alone. Ask your administrator."),
        "manager.conf: bindaddr = 127.0.0.1",
    ),
    "permit": Words(
        mark("Your account may be used from any address."),
        mark("Let it be used from the office's network alone. Ask your administrator."),
        "manager.conf: deny = 0.0.0.0/0.0.0.0 and then permit = (your network), or acl =",
    ),
    "multiple": Words(
        mark("Your account may be used by several programs at the same time."),
        mark(
            "A stolen password is noticed less. Where each desktop has an account of its own, "
            "the administrator can forbid it."
        ),
        "manager.conf: allowmultiplelogin = no",
    ),
    "displayconnects": Words(
        mark("The phone system does not write down who logs in."),
        _ADMIN,
        "manager.conf: displayconnects = yes",
    ),
    "port": Words(
        mark("The phone system is on the port that everybody tries first."),
        mark("Another one keeps the noise of scanners away; it secures nothing by itself."),
        "manager.conf: port, tlsbindaddr",
    ),
    "classes": Words(
        mark("Your account may everything there is."),
        mark("Ask your administrator to grant what is needed: traydial pbx-config prints it."),
        "manager.conf: read = all or write = all",
    ),
    "eventfilter": Words(
        mark("Your account is told of everybody's calls."),
        mark("Let it see its own alone. Ask your administrator."),
        "manager.conf: eventfilter",
    ),
}
GOOD_PRACTICES = {
    "tls": mark("Secure connections are offered"),
    "plain": mark("Unsecured connections stay on the phone system"),
    "permit": mark("Account held to some addresses"),
    "multiple": mark("One login at a time for each account"),
    "displayconnects": mark("Logins are written down"),
    "port": mark("Ports that nobody tries first"),
    "classes": mark("Account without all there is"),
    "eventfilter": mark("Account held to its own calls"),
}
BAD_PRACTICES = {
    "tls": mark("Secure connections"),
    "plain": mark("Unsecured connections"),
    "permit": mark("Addresses that may log in"),
    "multiple": mark("Logins at the same time"),
    "displayconnects": mark("Record of logins"),
    "port": mark("Port of the phone system"),
    "classes": mark("Rights of the account"),
    "eventfilter": mark("Calls that the account sees"),
}
NO_DESKTOP = Words(
    mark("There is no desktop here to look at."),
    mark("Start it in a desktop session, or choose Check the connection in the tray menu."),
)
RUNNING_HAS_THEM = Words(
    mark("Traydial runs and holds its keys, so they cannot be tried from here."),
    mark("Choose Check the connection in the tray menu."),
)
ONLY_RUNNING_KNOWS = Words(
    mark("On this desktop only the running Traydial can tell."),
    mark("Choose Check the connection in the tray menu."),
)
NO_TRAY = Words(
    mark("This desktop shows no tray icons."),
    mark(
        "Calls come up all the same; traydial dial NUMBER dials. On GNOME, add the extension "
        "AppIndicator."
    ),
)


def other_handler(name: str) -> Words:
    """Say who opens phone links now."""
    return Words(
        tr("{name} opens phone links.", name=safe_text(name, 60))
        if name
        else tr("Nothing opens phone links."),
        tr("Turn it on in the settings, or: traydial register"),
    )


def keys_taken(reasons: Sequence[str]) -> Words:
    """Say why keys do not work."""
    return Words(" ".join(reasons), tr("Choose other keys in the settings."))
