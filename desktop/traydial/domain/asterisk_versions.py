"""Which Asterisk a PBX runs, and the holes that concern whoever has an account on it.

The table holds what lets an account of the manager interface do more than it may, and what
needs no account at all. The sources: the advisories of the project
(https://github.com/asterisk/asterisk/security/advisories, before 2023
https://downloads.asterisk.org/pub/security) and its release notes.

Distributions close holes without a new version: what is said here is a reason to look, no proof.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

_VERSION = re.compile(r"(?:certified[-/])?(\d+)\.(\d+)(?:\.(\d+))?(?:-cert(\d+))?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Version:
    """``22.10.1``, or of a certified branch ``20.7-cert5``: then ``cert`` counts, not ``patch``."""

    major: int
    minor: int
    patch: int = 0
    cert: int = 0
    repackaged: bool = False  # by a distribution, which may have closed holes in it

    @property
    def branch(self) -> str:
        """What its fixes are listed under."""
        return f"{self.major}.{self.minor}-cert" if self.cert else str(self.major)

    @property
    def within_branch(self) -> tuple[int, ...]:
        """What counts up within the branch."""
        return (self.cert,) if self.cert else (self.minor, self.patch)

    def __str__(self) -> str:
        end = f"-cert{self.cert}" if self.cert else f".{self.patch}"
        return f"{self.major}.{self.minor}{end}"


@dataclass(frozen=True, slots=True)
class Hole:
    """One advisory. ``fixed``: branch -> the first version without it."""

    name: str
    source: str
    what: str
    fixed: Mapping[str, str]

    def is_open_in(self, version: Version) -> bool:
        """Tell whether this version is older than the one that closed it."""
        first = self.fixed.get(version.branch)
        if first is not None:
            fixed = parse_version(first)
            return fixed is not None and version.within_branch < fixed.within_branch
        if version.cert:  # a certified branch that no advisory names: older, or never open
            return False
        # branches that have ended before it was found were never mended
        return version.major < max(int(branch) for branch in self.fixed if branch.isdigit())


def parse_version(text: str) -> Version | None:
    """Read ``AsteriskVersion`` (action CoreSettings), distributions' additions included."""
    found = _VERSION.search(text[:100])
    if found is None:
        return None
    major, minor, patch, cert = (int(part or 0) for part in found.groups())
    rest = text[found.end() : 100]
    return Version(major, minor, patch, cert, repackaged=bool(re.match(r"[~+]|-\d", rest)))


def open_holes(version: Version) -> tuple[Hole, ...]:
    """Return the holes of this version, the newest first."""
    return tuple(hole for hole in HOLES if hole.is_open_in(version))


_ADVISORY = "https://github.com/asterisk/asterisk/security/advisories/"
_OLD_ADVISORY = "https://downloads.asterisk.org/pub/security/"

HOLES = (
    Hole(
        "CVE-2026-57191",
        _ADVISORY + "GHSA-589g-qgf8-m6mx",
        "a SIP message from the network can crash it, and perhaps do more",
        {"20": "20.20.1", "22": "22.10.1", "23": "23.4.1"},
    ),
    Hole(
        "GHSA-3rhj-hhw7-m6fw",
        _ADVISORY + "GHSA-3rhj-hhw7-m6fw",
        "a login to the manager interface over HTTP can crash it",
        {"20": "20.20.1", "22": "22.10.1", "23": "23.4.1"},
    ),
    Hole(
        "CVE-2024-53566",
        _ADVISORY + "GHSA-33x6-fj46-6rfh",
        "accounts with `config` list files outside of its configuration",
        {
            "18": "18.26.1",
            "20": "20.11.1",
            "21": "21.6.1",
            "22": "22.1.1",
            "18.9-cert": "18.9-cert13",
            "20.7-cert": "20.7-cert4",
        },
    ),
    Hole(
        "CVE-2024-42365",
        _ADVISORY + "GHSA-c4cg-9275-6w44",
        "accounts with `originate` can write its configuration and so run any program",
        {
            "18": "18.24.2",
            "20": "20.9.2",
            "21": "21.4.2",
            "18.9-cert": "18.9-cert11",
            "20.7-cert": "20.7-cert2",
        },
    ),
    Hole(
        "CVE-2023-49294",
        _ADVISORY + "GHSA-8857-hfmw-vg8f",
        "accounts with `system` or `config` read files outside of its configuration",
        {"18": "18.20.1", "20": "20.5.1", "21": "21.0.1", "18.9-cert": "18.9-cert6"},
    ),
    Hole(
        "CVE-2022-42706",
        _OLD_ADVISORY + "AST-2022-009.html",
        "accounts with `system` or `config` read files outside of its configuration",
        {
            "16": "16.29.1",
            "18": "18.15.1",
            "19": "19.7.1",
            "20": "20.0.1",
            "18.9-cert": "18.9-cert3",
        },
    ),
    Hole(
        "CVE-2019-18610",
        _OLD_ADVISORY + "AST-2019-007.html",
        "accounts with `originate` can run any program",
        {"13": "13.29.2", "16": "16.6.2", "17": "17.0.1", "13.21-cert": "13.21-cert5"},
    ),
)
