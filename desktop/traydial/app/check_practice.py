"""The doctor on good practice, where the account may read ``manager.conf`` (GetConfig).

Asked for two sections alone: the others hold the secrets of everybody else.
"""

import ipaddress
import re
from collections.abc import Callable, Mapping, Sequence

from traydial.ami.session import AmiSession
from traydial.domain.errors import ActionFailed, NotPermitted
from traydial.domain.language import tr
from traydial.ui import doctor_words as words
from traydial.ui.actions import Check

Section = Mapping[str, Sequence[str]]
_FILE = "manager.conf"
_LINE = re.compile(r"Line-\d{6}-\d{6}", re.IGNORECASE)
_PORT = re.compile(r"(?:^[^:]*|\]):(\d+)$")
_USUAL_PORTS = {"5038", "5039"}
_YES = {"yes", "true", "y", "t", "1", "on"}  # ast_true
_ANY_ADDRESS = {"0.0.0.0", "::"}  # noqa: S104 - compared, not bound


async def check_practice(
    session: AmiSession, username: str, report: Callable[[Check], None]
) -> None:
    """Report a line for each piece of good practice."""
    try:
        general = await _section(session, "general")
        account = await _section(session, username)
    except (ActionFailed, NotPermitted):
        report(Check(True, tr("manager.conf is not for this account to read"), key="manager_conf"))
        return
    for name, good in practices(general, account).items():
        if good:
            report(Check(True, tr(words.GOOD_PRACTICES[name]), key=f"manager_{name}"))
        else:
            advice, what = words.PRACTICES[name], tr(words.BAD_PRACTICES[name])
            report(Check(False, what, key=f"manager_{name}", words=advice, minor=True))


def practices(general: Section, account: Section) -> dict[str, bool]:
    """Tell of each practice whether it is followed."""
    secure = _yes(general, "tlsenable", default=False)
    plain = _last(general, "bindaddr", "0.0.0.0")  # noqa: S104
    plain_port = _last(general, "port", "5038")
    tls_port = _PORT.search(_last(general, "tlsbindaddr", ""))
    classes = {
        word.strip().lower()
        for kind in ("read", "write")
        for line in account.get(kind, ())
        for word in line.split(",")
    }
    many = _last(account, "allowmultiplelogin", _last(general, "allowmultiplelogin", "yes"))
    told = _last(account, "displayconnects", _last(general, "displayconnects", "yes"))
    reached = {tls_port[1] if tls_port else "5039"} if secure else set()
    if not _is_loopback(plain):
        reached.add(plain_port)
    return {
        "tls": secure,
        "plain": _is_loopback(plain),
        "permit": _is_held_to_addresses(account),
        "multiple": many.lower() not in _YES,
        "displayconnects": told.lower() in _YES,
        "port": not reached & _USUAL_PORTS,
        "classes": "all" not in classes,
        "eventfilter": any(name.startswith("eventfilter") for name in account),
    }


def read_section(headers: Sequence[tuple[str, str]]) -> dict[str, list[str]]:
    """Return the lines of an answer to GetConfig, less what is secret."""
    found: dict[str, list[str]] = {}
    for header, line in headers:
        if not _LINE.fullmatch(header):
            continue
        # of eventfilter(action(…),header(…))=text the name itself may hold no =
        name, _, value = line.partition("=")
        name = name.strip().lower()
        if name != "secret":
            found.setdefault(name, []).append(value.strip().removeprefix(">").strip())
    return found


async def _section(session: AmiSession, name: str) -> Section:
    answer = await session.perform("GetConfig", ("Filename", _FILE), ("Category", name))
    return read_section(answer.headers)


def _last(section: Section, name: str, default: str) -> str:
    return section[name][-1] if section.get(name) else default


def _yes(section: Section, name: str, *, default: bool) -> bool:
    return _last(section, name, "yes" if default else "no").lower() in _YES


def _is_loopback(bound: str) -> bool:
    host = bound.removeprefix("[").partition("]")[0]
    host = host.rpartition(":")[0] if host.count(":") == 1 else host
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _is_held_to_addresses(account: Section) -> bool:
    if account.get("acl"):
        return True
    allows = [line for line in account.get("permit", ()) if not _is_everybody(line)]
    # a permit alone lets everybody else in, too
    return bool(allows) and any(map(_is_everybody, account.get("deny", ())))


def _is_everybody(rule: str) -> bool:
    return any(part.strip().partition("/")[0] in _ANY_ADDRESS for part in rule.split(","))
