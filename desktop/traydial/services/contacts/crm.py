"""Contacts of a web service that answers with JSON: a CRM, a helpdesk, one's own script."""

import asyncio
import base64
import json
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from traydial.domain.contacts import MOST_NUMBERS, Contact
from traydial.domain.errors import DesktopError, LookupFailed
from traydial.domain.language import mark, tr
from traydial.domain.settings import DialSettings
from traydial.domain.templates import NumberForms, filled, in_address
from traydial.domain.web_address import as_link
from traydial.services.contacts.trust import why_not_reached
from traydial.services.web import body_of, new_client

if TYPE_CHECKING:
    import httpx

WITHIN_S = 8.0
MAX_BYTES = 1 << 20
MOST_CONTACTS = 50
MOST_LETTERS = 200


@dataclass(frozen=True, slots=True)
class CrmPlaces:
    """Where the answer has what, as JMESPath: ``contacts[]``, ``name``, ``account.name``.

    ``each`` leads to the contacts, the others are read of each of them. Where ``number``
    is empty, whoever the service returns is believed to have the number asked for.
    """

    each: str = ""
    name: str = "name"
    company: str = ""
    number: str = ""
    link: str = ""
    picture: str = ""


_ANSWERED = mark("the web service answered {status}")
_REFUSALS: Mapping[int, str] = {
    **dict.fromkeys(
        range(301, 309), mark("the web service answered {status}: it leads to another address")
    ),
    HTTPStatus.UNAUTHORIZED: mark("the web service answered {status}: it does not accept the key"),
    HTTPStatus.FORBIDDEN: mark("the web service answered {status}: the key does not allow this"),
}


class CrmContacts:
    """Asks ``url``, a template, for one number at a time, ``search`` for names.

    Nothing is kept.
    """

    name = mark("Customer system")
    problem = ""

    def __init__(
        self,
        url: str,
        places: CrmPlaces,
        dialling: DialSettings,
        headers: Callable[[], Awaitable[Mapping[str, str]]],
        within_s: float = WITHIN_S,
        ca_file: str = "",
        search: str = "",
    ) -> None:
        """Take what is fixed; ``headers`` brings those with a secret when they are needed."""
        self._ca_file, self._search = ca_file, search
        self._url, self._places, self._dialling = url, places, dialling
        self._headers, self._within_s = headers, within_s
        self._client: httpx.AsyncClient | None = None
        self._making = asyncio.Lock()

    @property
    def by_name(self) -> bool:
        """Whether there is an address for names."""
        return bool(self._search)

    async def start(self) -> None:
        """Load nothing: it is asked call by call."""

    async def candidates(self, number: str) -> Sequence[Contact]:
        """Return who the service says it is."""
        values = NumberForms.of(number, self._dialling).places()
        answer = await self._get(filled(self._url, values, in_address))
        return read_contacts(answer, self._places, number, self.name)

    async def search(self, text: str, most: int) -> Sequence[Contact]:
        """Return who is called so, where there is an address for that."""
        if not self._search:
            return ()
        answer = await self._get(filled(self._search, {"text": text}, in_address))
        return read_contacts(answer, self._places, "", self.name)[:most]

    async def picture(self, contact: Contact) -> bytes:
        """Return a picture out of the answer, or from the service's own host and no other.

        Another host would learn who calls here, and might be given the key.
        """
        head, comma, encoded = contact.picture.partition(",")
        if head.startswith("data:image/"):
            try:
                is_coded = bool(comma) and head.endswith(";base64")
                return base64.b64decode(encoded, validate=True) if is_coded else b""
            except ValueError as error:
                raise LookupFailed(tr("the picture in the answer is broken")) from error
        address = urljoin(self._url, contact.picture)
        if urlsplit(address)[:2] != urlsplit(self._url)[:2]:
            raise LookupFailed(tr("the picture lies on another host"))
        status, body = await self._fetch(address, "image/*")
        if status != HTTPStatus.OK or len(body) > MAX_BYTES:
            raise LookupFailed(tr("the web service answered {status} or too much", status=status))
        return body

    async def aclose(self) -> None:
        """Close what is open."""
        if self._client is not None:
            await self._client.aclose()

    async def _get(self, url: str) -> Any:  # noqa: ANN401 - JSON
        return read_body(*await self._fetch(url, "application/json"))

    async def _fetch(self, url: str, accept: str) -> tuple[int, bytes]:
        """Return status and body; of one that is too long, its beginning."""
        async with self._making:
            if self._client is None:  # 200 ms, in which calls must go on
                self._client = await asyncio.to_thread(new_client, self._ca_file, self._within_s)
        import httpx

        try:
            headers = {"Accept": accept, **_sendable(await self._headers())}
            async with self._client.stream("GET", url, headers=headers) as response:
                status, body = response.status_code, await body_of(response, MAX_BYTES)
        except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
            raise LookupFailed(
                tr(
                    "the web service was not reached: {why}",
                    why=why_not_reached(error),
                )
            ) from error
        except DesktopError as error:  # the keyring
            raise LookupFailed(str(error)) from error
        return status, body


def _sendable(headers: Mapping[str, str]) -> Mapping[str, str]:
    """Return headers without blanks at the ends. Raises LookupFailed, without the value."""
    trimmed = {name: value.strip() for name, value in headers.items()}
    if all(value.isascii() and value.isprintable() for value in trimmed.values()):
        return trimmed
    raise LookupFailed(tr("the key has characters that cannot be sent"))


def read_body(status: int, body: bytes) -> Any:  # noqa: ANN401 - JSON
    """Return what a service answered; None where it knows nobody. Raises LookupFailed."""
    if status == HTTPStatus.NOT_FOUND:
        return None
    if status != HTTPStatus.OK:
        raise LookupFailed(tr(_REFUSALS.get(status, _ANSWERED), status=int(status)))
    if len(body) > MAX_BYTES:
        raise LookupFailed(tr("the web service answered with too much"))
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as error:
        raise LookupFailed(tr("the web service answered something that is no JSON")) from error


def read_contacts(
    answer: Any,  # noqa: ANN401 - JSON
    places: CrmPlaces,
    number: str,
    source: str,
) -> list[Contact]:
    """Read contacts out of an answer, whatever it is. Raises LookupFailed on a wrong place."""
    import jmespath
    from jmespath.exceptions import JMESPathError

    try:
        found = jmespath.search(places.each, answer) if places.each else answer
        rows = found if isinstance(found, list) else [found]
        return [
            contact
            for row in rows[:MOST_CONTACTS]
            if isinstance(row, dict)
            and (contact := _contact(row, places, number, source, jmespath.search)) is not None
        ]
    except JMESPathError as error:
        raise LookupFailed(
            tr("a place in the answer is not written well: {error}", error=error)
        ) from error


def _contact(
    row: dict[str, Any],
    places: CrmPlaces,
    number: str,
    source: str,
    search: Callable[[str, Any], Any],
) -> Contact | None:
    def texts(place: str) -> tuple[str, ...]:
        value = search(place, row) if place else None
        values = value if isinstance(value, list) else [value]
        plain = (str(one) for one in values if isinstance(one, (str, int)) and one is not True)
        short = (" ".join(text.split())[:MOST_LETTERS] for text in plain)
        return tuple(text for text in short if text)[:MOST_NUMBERS]

    name = " ".join(texts(places.name))[:MOST_LETTERS]
    company = next(iter(texts(places.company)), "")
    link = search(places.link, row) if places.link else None
    numbers = texts(places.number) if places.number else (number,)
    if not (name or company):
        return None
    picture = search(places.picture, row) if places.picture else ""
    is_text = isinstance(picture, str)
    return Contact(
        name, company, numbers, as_link(link), source, picture=picture if is_text else ""
    )
