"""Contacts of an LDAP directory, Active Directory among them (RFC 4511, RFC 4515)."""

import logging
import ssl
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from traydial.domain.contacts import MOST_NUMBERS, TAIL, Contact, digits_of
from traydial.domain.errors import DesktopError, LookupFailed
from traydial.domain.language import mark, tr
from traydial.services.contacts import PasswordRefused
from traydial.services.contacts.one_thread import OneThread
from traydial.services.contacts.trust import trusting, why_not_reached

if TYPE_CHECKING:
    from ldap3 import Connection, Tls

log = logging.getLogger(__name__)

WITHIN_S = 8
MOST_CONTACTS = 50
MOST_LETTERS = 200

REFUSED = "invalidCredentials"
_REFUSALS = {
    REFUSED: mark("the directory refuses user name or password (invalidCredentials)"),
    "insufficientAccessRights": mark(
        "the directory does not let this user look (insufficientAccessRights)"
    ),
    "noSuchObject": mark("the directory has no such branch, or does not show it to this user"),
    "confidentialityRequired": mark(
        "the directory wants an encrypted connection (confidentialityRequired)"
    ),
    "strongerAuthRequired": mark(
        "the directory wants an encrypted connection (strongerAuthRequired)"
    ),
}
NAMES = ("displayName", "cn")
COMPANIES = ("company", "o")  # Active Directory's, everybody else's
NUMBERS = ("telephoneNumber", "mobile", "homePhone", "ipPhone", "otherTelephone", "otherMobile")


@dataclass(frozen=True, slots=True)
class LdapPlace:
    """Where to look. ``url`` is ``ldaps://host`` or ``ldap://host``, with a port if need be.

    ``base`` is the branch that is searched; ``bind_dn`` who one is there, empty for nobody;
    ``start_tls`` asks for encryption on a plain port. ``ca_file`` is trusted beside the system's
    store.
    """

    url: str
    base: str
    bind_dn: str = ""
    start_tls: bool = False
    ca_file: str = ""


class LdapContacts:
    """Searches the directory for each number, and for names."""

    name = mark("Company directory")
    by_name = True

    def __init__(
        self, place: LdapPlace, password: Callable[[], Awaitable[str]], within_s: int = WITHIN_S
    ) -> None:
        """Take what is fixed; ``password`` brings the secret when it is needed."""
        self._place, self._password, self._within_s = place, password, within_s
        self._thread = OneThread("ldap")
        self._connection: Connection | None = None
        self.problem = self._refused = ""

    async def start(self) -> None:
        """Load nothing: it is asked call by call."""

    async def candidates(self, number: str) -> Sequence[Contact]:
        """Return who has a number with these last digits."""
        digits = digits_of(number).lstrip("+")[-TAIL:]
        if not digits.isdigit():
            return ()
        # people write blanks and dashes into a directory: any may stand between two digits
        return await self._search(_any_of(NUMBERS, f"*{'*'.join(digits)}"))

    async def search(self, text: str, most: int) -> Sequence[Contact]:
        """Return who is called so."""
        wanted = "".join(
            _any_of((*NAMES, *COMPANIES), f"*{escaped(word)}*") for word in text.split()[:5]
        )
        return (await self._search(f"(&{wanted})"))[:most] if wanted else ()

    async def aclose(self) -> None:
        """Log off."""
        connection = self._connection
        if connection is not None:
            try:
                await self._thread.run(connection.unbind)
            except (LookupFailed, OSError) as error:
                log.info("the directory was left: %s", error)
        self._thread.close()

    async def _search(self, wanted: str) -> list[Contact]:
        try:
            password = await self._password() if self._place.bind_dn else ""
        except DesktopError as error:  # the keyring
            raise LookupFailed(str(error)) from error
        return await self._thread.run(lambda: self._ask(wanted, password))

    # -- in the thread

    def _ask(self, wanted: str, password: str) -> list[Contact]:
        from ldap3.core.exceptions import LDAPException

        if self._refused == password and password:
            raise PasswordRefused(tr(_REFUSALS[REFUSED]))
        was_open = self._connection is not None and not self._connection.closed
        try:
            if not was_open:
                self._connect(password)
            assert self._connection is not None
            self._connection.search(
                self._place.base,
                wanted,
                attributes=[*NAMES, *COMPANIES, *NUMBERS],
                size_limit=MOST_CONTACTS,
                time_limit=self._within_s,
            )
            rows = self._connection.response or []
            told = str(self._connection.result["description"])
        except (LDAPException, OSError) as error:
            self._drop()
            if was_open:  # directories close what is idle for long, and do not say so
                return self._ask(wanted, password)
            if str(error) == REFUSED:
                self._refused = password
                raise PasswordRefused(_reason(error)) from None
            raise LookupFailed(_reason(error)) from None
        refused = told not in ("success", "sizeLimitExceeded", "timeLimitExceeded")
        self.problem = _refusal(told) if refused else ""
        found = (_contact(row, self.name) for row in rows[:MOST_CONTACTS])
        return [contact for contact in found if contact is not None]

    def _connect(self, password: str) -> None:
        from ldap3 import NONE, Connection, Server
        from ldap3.core.exceptions import LDAPBindError

        place = self._place
        tls = _verified(trusting(place.ca_file))
        server = Server(place.url, tls=tls, get_info=NONE, connect_timeout=self._within_s)
        self._drop()
        self._connection = connection = Connection(
            server,
            user=place.bind_dn or None,
            password=password or None,
            check_names=False,  # asking for the schema takes a directory seconds
            read_only=True,
            auto_referrals=False,  # elsewhere is where the password might go
            receive_timeout=self._within_s,
        )
        if place.start_tls:
            connection.start_tls(read_server_info=False)
        if not connection.bind(read_server_info=False):
            raise LDAPBindError(connection.result["description"])

    def _drop(self) -> None:
        """Close a connection that is of no use any more; it would not do so itself."""
        connection, self._connection = self._connection, None
        if connection is not None and connection.socket is not None:
            connection.socket.close()


def escaped(text: str) -> str:
    """Return a text that stands for itself in a filter (RFC 4515, section 3)."""
    from ldap3.utils.conv import escape_filter_chars

    return str(escape_filter_chars(text))


def _verified(context: ssl.SSLContext) -> "Tls":
    """Return encryption that looks at certificate and name as everything here does."""
    from ldap3 import Tls

    class Verified(Tls):  # type: ignore[misc,unused-ignore]
        def wrap_socket(self, connection: "Connection", do_handshake: bool = False) -> None:
            connection.socket = context.wrap_socket(
                connection.socket, server_hostname=connection.server.host
            )

    return Verified(validate=ssl.CERT_REQUIRED)


def _any_of(attributes: Sequence[str], pattern: str) -> str:
    return "(|" + "".join(f"({attribute}={pattern})" for attribute in attributes) + ")"


def _contact(row: Mapping[str, Any], source: str) -> Contact | None:
    held = {key.lower(): value for key, value in (row.get("attributes") or {}).items()}

    def texts(attributes: Sequence[str]) -> list[str]:
        found = []
        for attribute in attributes:
            value = held.get(attribute.lower()) or []
            for one in value if isinstance(value, list) else [value]:
                text = one.decode("utf-8", "replace") if isinstance(one, bytes) else str(one)
                found.append(" ".join(text.split())[:MOST_LETTERS])
        return [text for text in found if text]

    name, company = next(iter(texts(NAMES)), ""), next(iter(texts(COMPANIES)), "")
    numbers = tuple(texts(NUMBERS))[:MOST_NUMBERS]
    if not numbers or not (name or company):
        return None
    return Contact(name, company, numbers, source=source, ref=str(row.get("dn", "")))


def _reason(error: Exception) -> str:
    from ldap3.core.exceptions import LDAPBindError, LDAPOperationResult

    said = str(error).splitlines()[0][:MOST_LETTERS] if str(error) else type(error).__name__
    if isinstance(error, LDAPBindError | LDAPOperationResult):
        return _refusal(said)
    return tr("the directory was not reached: {why}", why=why_not_reached(error))


def _refusal(said: str) -> str:
    if said in _REFUSALS:
        return tr(_REFUSALS[said])
    return tr("the directory says: {what}", what=said)
