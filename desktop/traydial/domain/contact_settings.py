"""Where contacts lie, as the settings tell it. Passwords are never here: the keyring has them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

from traydial.domain import places
from traydial.domain import setting_checks as checks
from traydial.domain.language import mark, tr
from traydial.domain.setting_checks import Check

SECTIONS = ("ldap", "carddav", "database", "crm")
BOUND = ("digits", "e164", "national", "number", "tail")  # what a query is given, without text
_SCHEME = re.compile(r"[a-z][a-z0-9]*(?:\+[a-z][a-z0-9_]*)?")
# ``:name``, but neither ``::type`` nor ``\:``; as SQLAlchemy reads it
_BOUND = re.compile(r"(?<![:\w\\]):(\w+)(?!:)")
_SECRET = re.compile(r"pass|pwd|secret|token|key", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ContactSettings:
    """``files`` are vCard and CSV files with contacts, ``~`` for the user's own folder.

    ``pbx``: names that the phone system keeps in its database are used too.
    """

    files: tuple[str, ...] = ()
    pbx: bool = True


@dataclass(frozen=True, slots=True)
class LdapSettings:
    """A directory at ``url``, below ``base``; ``username`` is who asks, empty for nobody.

    ``start_tls`` encrypts ``ldap://``. ``ca_file`` is trusted beside the system's store.
    """

    url: str = ""
    base: str = ""
    username: str = ""
    start_tls: bool = True
    ca_file: str = ""


@dataclass(frozen=True, slots=True)
class CardDavSettings:
    """One address book at ``url``."""

    url: str = ""
    username: str = ""
    ca_file: str = ""


@dataclass(frozen=True, slots=True)
class DatabaseSettings:
    """``url`` as SQLAlchemy has it; ``query`` finds a number, ``search`` a name (``:text``)."""

    url: str = ""
    query: str = ""
    search: str = ""


@dataclass(frozen=True, slots=True)
class CrmSettings:
    """A web service that answers with JSON.

    ``url`` has a place for the number, ``header`` is the name of the one whose value the
    keyring has. ``search`` has a place for part of a name. The others say where in the answer
    things are, as JMESPath.
    """

    url: str = ""
    search: str = ""
    header: str = ""
    contacts: str = ""
    name: str = "name"
    company: str = ""
    number: str = ""
    link: str = ""
    picture: str = ""
    ca_file: str = ""


def split_address(url: str) -> SplitResult:
    """Take an address apart. Raises ValueError with a sentence that does not repeat it."""
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        raise ValueError(tr("is not an address")) from None
    return parts


def another_host(crm: CrmSettings) -> str:
    """Say why names are not searched elsewhere, empty where they may be."""
    if crm.search and crm.url and host_of(crm.search) != host_of(crm.url):
        return tr("must be at the same host as the address: the key is for that one")
    return ""


def host_of(url: str) -> str:
    """Return host and port of an address, empty where it has none."""
    try:
        return split_address(url).netloc.rpartition("@")[2]
    except ValueError:
        return ""


def is_here(url: str) -> bool:
    """Tell whether an address leads to this computer, where nobody listens on the way."""
    host = split_address(url).hostname or ""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def travels_in_the_clear(crm: CrmSettings) -> str:
    """Say why the secret of a web service is not sent, empty where it may be."""
    plain = (url for url in (crm.url, crm.search) if url.lower().startswith("http://"))
    if crm.header and not all(map(is_here, plain)):
        return tr(
            "needs an address that begins with https://, or anybody on the way can read the key"
        )
    return ""


def _without_password(parts: SplitResult, where: str) -> None:
    if parts.password is not None:
        raise ValueError(
            tr("must not hold a password; it belongs into the keyring: {where}", where=where)
        )


def _store(section: str) -> str:
    return tr("the settings window, or traydial secret set {section}", section=section)


def _as_ldap(value: object) -> str:
    text = checks.as_text(value)
    if not text:
        return ""
    parts = split_address(text)
    _without_password(parts, _store("ldap"))
    if parts.scheme not in ("ldap", "ldaps") or not parts.hostname or "@" in parts.netloc:
        raise ValueError(tr("must be written like ldaps://directory.example or ldap://…:389"))
    if parts.path.strip("/") or parts.query or parts.fragment:
        raise ValueError(tr("must end after the host; the branch that is searched is the base"))
    return text.rstrip("/")


def _as_book(value: object) -> str:
    text = checks.as_text(value)
    if not text:
        return ""
    parts = split_address(text)
    _without_password(parts, _store("carddav"))
    if parts.scheme not in ("https", "http") or not parts.hostname or "@" in parts.netloc:
        raise ValueError(tr("must be written like https://cloud.example/dav/anna/contacts/"))
    if parts.scheme == "http" and not is_here(text):
        raise ValueError(
            tr("must begin with https://, or anybody on the way can read the password")
        )
    return text


def database_url(section: str) -> Check:
    """Return a check for the address of a database; its password has another place."""

    def check(value: object) -> str:
        text = checks.as_text(value)
        if not text:
            return ""
        scheme, separator, _ = text.partition("://")
        if not separator or not _SCHEME.fullmatch(scheme):
            raise ValueError(tr("must be written like postgresql://reader@db.example/crm"))
        parts = split_address(text)
        _without_password(parts, _store(section))
        if any(_SECRET.search(name.partition("=")[0]) for name in parts.query.split("&")):
            raise ValueError(
                tr(
                    "must not hold a password; it belongs into the keyring: {store}",
                    store=_store(section),
                )
            )
        return text

    return check


def _as_service(value: object) -> str:
    return _service(value, places.NUMBER_PLACES, tr("the number, like {e164}"))


def _as_search(value: object) -> str:
    return _service(value, frozenset({"text"}), tr("the name, {text}"))


def _service(value: object, known: frozenset[str], what: str) -> str:
    text = checks.as_text(value)
    if not text:
        return ""
    places.check(text, known)
    parts = split_address(text)
    _without_password(parts, _store("crm"))
    if parts.scheme not in ("https", "http") or not parts.hostname or "@" in parts.netloc:
        raise ValueError(tr("must be written like https://crm.example/find?phone={e164}"))
    if "{" in parts.netloc:
        raise ValueError(tr("must not have a place in the name of the host"))
    if "{" not in text:
        raise ValueError(tr("must have a place for {what}", what=what))
    return text


def bound_in(query: str) -> frozenset[str]:
    """Return the parameters that a query names."""
    return frozenset(_BOUND.findall(query))


def query_of(*bound: str) -> Check:
    """Return a check for a query that is given these parameters, and reads."""

    def check(value: object) -> str:
        if not isinstance(value, str):
            raise ValueError(tr("must be a text in quotes"))
        text = value.strip()
        if any(ord(c) < 32 and c not in "\n\r\t" for c in text):
            raise ValueError(tr("must not hold control characters"))
        if not text:
            return ""
        if text.split(None, 1)[0].lower() not in ("select", "with"):
            raise ValueError("must begin with SELECT: nothing is written")
        given = ", ".join(f":{name}" for name in bound)
        used = bound_in(text)
        if not used:
            raise ValueError(tr("must ask for {given}", given=given))
        if unknown := sorted(used - {*bound}):
            raise ValueError(
                tr("has :{unknown}; there is only {given}", unknown=unknown[0], given=given)
            )
        return text

    return check


_HEADER = checks.matching(
    r"[A-Za-z0-9-]{1,60}", mark("must be the name of a header, like X-Api-Key")
)

CHECKS: Mapping[str, Mapping[str, Check]] = {
    "contacts": {"files": checks.as_texts(checks.check_contact_file), "pbx": checks.as_flag},
    "ldap": {
        "url": _as_ldap,
        "base": checks.as_text,
        "username": checks.as_text,
        "start_tls": checks.as_flag,
        "ca_file": checks.as_text,
    },
    "carddav": {"url": _as_book, "username": checks.as_text, "ca_file": checks.as_text},
    "database": {
        "url": database_url("database"),
        "query": query_of(*BOUND),
        "search": query_of("text"),
    },
    "crm": {
        "url": _as_service,
        "search": _as_search,
        "header": _HEADER,
        **dict.fromkeys(
            ("contacts", "name", "company", "number", "link", "picture", "ca_file"), checks.as_text
        ),
    },
}
