"""Numbers in links: ``tel:`` (RFC 3966), ``callto:``, ``sip:``, ``traydial:``."""

import re
from urllib.parse import unquote

from traydial.domain.errors import NothingToDial
from traydial.domain.numbers.normal import MAX_AFTER, MAX_NUMBER, Written, bare, cleaned, is_vanity

_LINK = re.compile(r"(?P<scheme>tel|callto|sips?|traydial):(?P<rest>.*)", re.I | re.DOTALL)
_PAUSES = re.compile(rf"(?P<number>[^,pw]+)[,pw]+(?P<after>\d{{1,{MAX_AFTER}}})", re.I)
_PLAIN_USER = re.compile(r"\+?[0-9]+(?:[-.][0-9]+)*")


def is_link(text: str) -> bool:
    """Tell whether a text is a link of one of our schemes."""
    return _LINK.fullmatch(text.strip()) is not None


def read_link(text: str, *, vanity: bool = False) -> tuple[Written, str]:
    """Return the number of a link, and its ``phone-context`` (RFC 3966, section 5.1.5).

    Raises NothingToDial for what is no number and for every ``*`` and ``#``: a page must
    not switch features.
    """
    found = _LINK.fullmatch(text.strip())
    if found is None or len(text) > MAX_NUMBER * 3:  # percent-encoded, each takes three
        raise NothingToDial(text)
    body = unquote(found["rest"], errors="replace").lstrip("/").rstrip("/ ")
    parameters: list[str] = []
    if found["scheme"].lower().startswith("sip"):
        body = _user(body)
    body = body.partition("?")[0]
    body, *parameters = body.split(";")
    known = {
        name.strip().lower(): value.strip()
        for name, _, value in (parameter.partition("=") for parameter in parameters)
    }
    after = cleaned(known.get("ext", "") or known.get("postd", ""))
    body = cleaned(body).strip()
    if "\n" in body or re.search(r"[*#]", body + after):
        raise NothingToDial(text)
    if pauses := _PAUSES.fullmatch(body):
        body, after = pauses["number"], after or pauses["after"]
    if not vanity and is_vanity(body):
        raise NothingToDial(text)
    try:
        digits = bare(body, vanity=vanity)
    except NothingToDial:
        raise NothingToDial(text) from None
    after = re.sub(r"[-. pw,]", "", after)
    if not re.fullmatch(rf"\d{{0,{MAX_AFTER}}}", after):
        after = ""
    return Written(digits, after), "" if digits.startswith("+") else known.get("phone-context", "")


def _user(body: str) -> str:
    """Return the user part of a SIP address where it is a number."""
    address = body.partition("?")[0]
    user, at, rest = address.partition("@")
    if not at:
        raise NothingToDial(body)
    number = user.partition(":")[0]  # a password has no business here
    if "user=phone" not in rest.lower() and not _PLAIN_USER.fullmatch(number.partition(";")[0]):
        raise NothingToDial(body)
    return number
