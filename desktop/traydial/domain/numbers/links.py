"""Numbers in links: ``tel:`` (RFC 3966), ``callto:``, ``sip:``, ``traydial:``."""

import re
from urllib.parse import unquote

from traydial.domain.errors import NothingToDial
from traydial.domain.numbers.normal import (
    MAX_AFTER,
    MAX_NUMBER,
    Written,
    bare,
    cleaned,
    is_vanity,
    parted,
)
from traydial.domain.numbers.outside import is_valid, trunk_prefix, valid
from traydial.domain.numbers.short import is_emergency
from traydial.domain.settings import DialSettings

_LINK = re.compile(r"(?P<scheme>tel|callto|sips?|traydial):(?P<rest>.*)", re.I | re.DOTALL)
_PAUSES = re.compile(r"(?P<number>[^,pw]+?)[ ]*(?P<pause>[,pw]+)(?P<later>.*)", re.I)
_PLAIN_USER = re.compile(r"\+?[0-9]+(?:[-.][0-9]+)*")
_ANOTHER = re.compile(r"\s*(?:\+\d|0\d{6})")  # what follows is no extension but another number


def is_link(text: str) -> bool:
    """Tell whether a text is a link of one of our schemes."""
    return _LINK.fullmatch(text.strip()) is not None


def is_label(text: str) -> bool:
    """Tell whether ``Tel: 030 123456`` is what people write; a page may write it with a code."""
    return re.match(r"\s*tel:\s+[+(\d]", text, re.I) is not None and not {*"*#%;"} & {*text}


def read_link(text: str, settings: DialSettings) -> Written:
    """Return the number of a link, in E.164 where its ``phone-context`` tells that.

    Raises NothingToDial for what is no number and for every ``*`` and ``#`` in it: a page
    must not switch features.
    """
    found = _LINK.fullmatch(text.strip())
    if found is None or len(text) > MAX_NUMBER * 3:  # percent-encoded, each takes three
        raise NothingToDial(text[:MAX_NUMBER])
    body = unquote(found["rest"], errors="replace").lstrip("/").rstrip("/ \r\n")
    parameters: list[str] = []
    if found["scheme"].lower().startswith("sip"):
        body = _user(body)
    body, *parameters = body.partition("?")[0].split(";")
    known = {
        name.strip().lower(): value.strip()
        for name, _, value in (parameter.partition("=") for parameter in parameters)
    }
    body = cleaned(body).strip()
    later = known.get("ext", "") or known.get("postd", "")
    try:
        body, ext = parted(body)
    except NothingToDial:  # 12,34 has no digits to spare
        ext = ""
    later = later or ext
    letters = is_vanity(body)
    if not letters and (pauses := _PAUSES.fullmatch(body)):
        body, later = pauses["number"], later or pauses["later"]
        parameters.append(pauses["later"])
    elif not later and parameters and re.fullmatch(r"\d+#?", parameters[0].strip()):
        later = parameters[0]
    unreadable = "\ufffd" in unquote(found["rest"], errors="replace")
    several = any(_ANOTHER.match(parameter) or is_link(parameter) for parameter in parameters)
    if unreadable or several or re.search(r"[*#\n]", body) or (letters and not settings.vanity):
        raise NothingToDial(text)
    try:
        digits = bare(body, vanity=settings.vanity)
    except NothingToDial:
        raise NothingToDial(text) from None
    if not digits.startswith("+") and known.get("phone-context", "").startswith("+"):
        digits = _within(digits, known["phone-context"], settings)
    return Written(digits, _after(later))


def _after(later: str) -> str:
    """Return the digits that are keyed later; none where they could switch something."""
    digits = re.sub(r"[-. ()pw,;]", "", cleaned(later)).removesuffix("#")
    return digits if re.fullmatch(rf"\d{{1,{MAX_AFTER}}}", digits) else ""


def _within(digits: str, context: str, settings: DialSettings) -> str:
    """Return a local number of a ``phone-context`` in E.164 (RFC 3966, section 5.1.5).

    The context is the prefix within which it can be dialled, and may be longer than its
    area code: 863-1234 within +1-914-555 is +1-914-863-1234. Raises NothingToDial where that
    is no number, unless the office is in that country too.
    """
    import phonenumbers

    prefix = "+" + re.sub(r"\D", "", context)[:15]
    here = phonenumbers.country_code_for_region(settings.country) if settings.country else 0
    is_here = here != 0 and prefix.startswith(f"+{here}")
    if is_here and is_emergency(digits, settings.country):
        return digits
    code = next((prefix[1:n] for n in (2, 3, 4) if _is_code(prefix[1:n])), "")
    region = phonenumbers.region_code_for_country_code(int(code)) if code else None
    trunk = trunk_prefix(region or "")
    if region and trunk and digits.startswith(trunk) and (parsed := valid(digits, region)):
        return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
    for end in range(len(prefix), len(code), -1):
        if is_valid(prefix[:end] + digits):
            return prefix[:end] + digits
    if is_here:
        return digits
    raise NothingToDial(digits)


def _is_code(digits: str) -> bool:
    from phonenumbers import region_code_for_country_code

    return bool(digits) and region_code_for_country_code(int(digits)) != "ZZ"


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
