"""Addresses that a program may be told to open, whoever wrote them.

A template's scheme and host are its own: a value stays the part of the path, the query or the
fragment in which its place stands. What a directory or a web service gives as a link is
opened only where it is a plain address of a scheme that is allowed.
"""

import re
from collections.abc import Collection, Mapping

from traydial.domain.language import tr
from traydial.domain.places import check, filled, in_address

MOST_LETTERS = 2000  # Windows opens none with more than 2,083
WEB = ("https", "http")
# they run something, read files of this computer, or would come back here
NEVER = frozenset(
    {"about", "blob", "callto", "data", "file", "javascript", "sip", "sips", "tel", "traydial"}
    | {"vbscript", "view-source", "ms-msdt", "search-ms", "shell", "jar", "mailto"}
)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*")
_HOST = re.compile(r"(?:[\w.-]*\w[\w.-]*|\[[0-9A-Fa-f:.]+\])(?::(\d{1,5}))?")
_UNFIT = frozenset('\\"<>^`| ')
_DOTS = re.compile(r"(?:\.|%2e){1,2}", re.I)


def check_template(text: str, places: frozenset[str]) -> str:
    """Return a template of an address. Raises ValueError with what is wrong."""
    scheme, colon, rest = text.partition(":")
    if not colon or not _SCHEME.fullmatch(scheme):
        raise ValueError(tr("must be an address, like https://crm.example/search?phone={e164}"))
    if scheme.lower() in NEVER:
        raise ValueError(tr("may not begin with {scheme}:", scheme=scheme.lower()))
    if not _is_plain(text):
        raise ValueError(tr("may not hold blanks, quotes or other signs that no address has"))
    check(text, places)
    if scheme.lower() in WEB and not _has_host(rest):
        raise ValueError(tr("must name its host in plain letters, without a place or a password"))
    return text


def check_scheme(text: str) -> None:
    """Raise ValueError where links of this kind are never opened."""
    if not _SCHEME.fullmatch(text) or text != text.lower():
        raise ValueError(tr("{text} is not how an address begins, like https", text=f"{text!r}"))
    if text in NEVER:
        raise ValueError(tr("{text}: is never opened", text=text))


def scheme_of(address: str) -> str:
    """Return what an address begins with."""
    return address.partition(":")[0].lower()


def filled_address(template: str, values: Mapping[str, str]) -> str:
    """Return a template that was checked with its places filled; empty where it gets too long."""
    end = next((place for place, sign in enumerate(template) if sign in "?#"), len(template))
    parts = template[:end].split("/")
    path = "/".join(_part(part, values) if "{" in part else part for part in parts)
    address = path + filled(template[end:], values, in_address)
    return address if len(address) <= MOST_LETTERS else ""


def safe_link(link: str, schemes: Collection[str]) -> str:
    """Return a link from outside, empty where it is none that may be opened."""
    scheme, colon, rest = link[: MOST_LETTERS + 1].partition(":")
    if not colon or len(link) > MOST_LETTERS or not _is_plain(link):
        return ""
    if scheme.lower() not in schemes or scheme.lower() in NEVER:
        return ""
    return link if scheme.lower() not in WEB or _has_host(rest) else ""


def as_link(text: object) -> str:
    """Return what a source gives as somebody's link; empty where it can be none.

    It is whole or nothing: a part of it would be somebody else's page. Whether its scheme
    is allowed is looked at when it is opened.
    """
    link = text.strip() if isinstance(text, str) else ""
    return safe_link(link, (scheme_of(link),))


def _part(part: str, values: Mapping[str, str]) -> str:
    """Fill one part of a path; it must not become one that leads elsewhere."""
    made = filled(part, values, in_address)
    return "" if _DOTS.fullmatch(made) else made


def _is_plain(text: str) -> bool:
    return text.isprintable() and _UNFIT.isdisjoint(text)


def _has_host(rest: str) -> bool:
    if not rest.startswith("//"):
        return False
    found = _HOST.fullmatch(re.split(r"[/?#]", rest[2:], maxsplit=1)[0])
    return found is not None and int(found[1] or 0) < 65536
