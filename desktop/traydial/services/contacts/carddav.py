"""Contacts of a CardDAV address book: Radicale, Nextcloud and others (RFC 6352).

The whole book is kept in memory; what changes is told by the entity tags of its cards, so
after the first time only new and changed cards travel.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import unquote, urljoin, urlsplit

from traydial.domain.contacts import Contact, ContactIndex
from traydial.domain.errors import DesktopError, LookupFailed
from traydial.domain.language import mark, tr
from traydial.services.contacts import PasswordRefused
from traydial.services.contacts.trust import trusting, why_not_reached
from traydial.services.web import body_of

if TYPE_CHECKING:
    import ssl
    from xml.etree.ElementTree import Element

    import httpx

Parsed = TypeVar("Parsed")
log = logging.getLogger(__name__)

WITHIN_S = 30.0
LOOK_EVERY_S = 900.0
AGAIN_AFTER_S = 60.0  # where it could not be reached
AT_ONCE = 100  # cards asked for in one request
MAX_BYTES = 100 << 20
DAV, CARD = "{DAV:}", "{urn:ietf:params:xml:ns:carddav}"

PROPFIND = (
    '<?xml version="1.0" encoding="utf-8"?><d:propfind xmlns:d="DAV:"><d:prop>'
    "<d:getetag/><d:resourcetype/></d:prop></d:propfind>"
)
MULTIGET = (
    '<?xml version="1.0" encoding="utf-8"?>'
    '<c:addressbook-multiget xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:carddav">'
    "<d:prop><d:getetag/><c:address-data/></d:prop>{hrefs}</c:addressbook-multiget>"
)


@dataclass(frozen=True, slots=True)
class _Card:
    etag: str
    contacts: tuple[Contact, ...]


class CardDavContacts:
    """One address book at ``url``. What cannot be reached leaves what is known."""

    name = mark("Address book")
    by_name = True

    def __init__(
        self,
        url: str,
        username: str,
        password: Callable[[], Awaitable[str]],
        *,
        within_s: float = WITHIN_S,
        look_every_s: float = LOOK_EVERY_S,
        again_after_s: float = AGAIN_AFTER_S,
        ca_file: str = "",
    ) -> None:
        """Take what is fixed; ``password`` brings the secret when it is needed."""
        self._url = url if url.endswith("/") else f"{url}/"
        self._username, self._password, self._ca_file = username, password, ca_file
        self._within_s, self._look_every_s = within_s, look_every_s
        self._again_after_s = again_after_s
        self._cards: dict[str, _Card] = {}
        self._index = ContactIndex()
        self.problem = ""
        self._first = asyncio.Event()
        self._keeping: asyncio.Task[None] | None = None
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="traydial-carddav")

    async def start(self) -> None:
        """Begin to load and to keep up."""
        self._keeping = asyncio.get_running_loop().create_task(self._keep_up())

    async def candidates(self, number: str) -> Sequence[Contact]:
        """Return who may have this number, once the book was asked for."""
        await self._first.wait()
        return self._index.candidates(number)

    async def search(self, text: str, most: int) -> Sequence[Contact]:
        """Return who is called so."""
        await self._first.wait()
        return self.known(text, most)

    def known(self, text: str, most: int) -> list[Contact]:
        """Return who is called so, of what is read by now."""
        return self._index.search(text, most)

    async def aclose(self) -> None:
        """Stop keeping up."""
        if self._keeping is not None:
            self._keeping.cancel()
            await asyncio.gather(self._keeping, return_exceptions=True)
        self._pool.shutdown(wait=True, cancel_futures=True)

    async def refresh(self) -> None:
        """Take what has changed. Raises LookupFailed."""
        # 200 ms the first time, in which calls must go on
        trust = await asyncio.get_running_loop().run_in_executor(self._pool, self._prepared)
        import httpx

        try:
            login = httpx.BasicAuth(self._username, await self._password())
            async with httpx.AsyncClient(
                auth=login,
                timeout=self._within_s,
                verify=trust,
                follow_redirects=False,
            ) as client:
                tags = await self._tags(client)
                old = {href: card for href, card in self._cards.items() if href in tags}
                wanted = [h for h, etag in tags.items() if h not in old or old[h].etag != etag]
                for at in range(0, len(wanted), AT_ONCE):
                    old |= await self._fetch(client, wanted[at : at + AT_ONCE])
        except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
            raise LookupFailed(
                tr(
                    "the address book was not reached: {why}",
                    why=why_not_reached(error),
                )
            ) from error
        except LookupFailed:
            raise
        except DesktopError as error:  # the keyring
            raise LookupFailed(str(error)) from error
        if wanted or len(old) != len(self._cards):
            self._cards = old
            self._index = ContactIndex(c for card in old.values() for c in card.contacts)
            log.info("%d contacts in the address book", len(self._index))
        self._first.set()

    async def _keep_up(self) -> None:
        while True:
            try:
                await self.refresh()
                self.problem = ""
                pause = self._look_every_s
            except LookupFailed as error:
                log.info("%s", error)
                self.problem = str(error)
                if isinstance(error, PasswordRefused):
                    break
                pause = self._again_after_s
            self._first.set()  # nobody waits for a server that is not there
            await asyncio.sleep(pause)
        self._first.set()

    def _prepared(self) -> "ssl.SSLContext":
        import httpx  # noqa: F401 - only those with such a book need it

        logging.getLogger("httpx").setLevel(logging.WARNING)  # its lines have whole addresses
        return trusting(self._ca_file)

    async def _tags(self, client: "httpx.AsyncClient") -> dict[str, str]:
        answer = await self._ask(client, "PROPFIND", PROPFIND, {"Depth": "1"})
        found = await self._parsed(answer, read_tags)
        own = unquote(urlsplit(self._url).path)
        return {href: etag for href, etag in found.items() if unquote(href) != own}

    async def _fetch(self, client: "httpx.AsyncClient", hrefs: Sequence[str]) -> dict[str, _Card]:
        from xml.sax.saxutils import escape

        body = MULTIGET.format(hrefs="".join(f"<d:href>{escape(h)}</d:href>" for h in hrefs))
        answer = await self._ask(client, "REPORT", body, {"Depth": "1"})
        return await self._parsed(answer, read_cards)

    async def _ask(
        self, client: "httpx.AsyncClient", method: str, body: str, headers: dict[str, str]
    ) -> bytes:
        kind = {"Content-Type": "application/xml; charset=utf-8"}
        url = urljoin(self._url, ".")
        async with client.stream(method, url, content=body, headers=headers | kind) as response:
            if response.status_code == HTTPStatus.UNAUTHORIZED:
                raise PasswordRefused(tr("the address book refuses user name or password"))
            if response.status_code != HTTPStatus.MULTI_STATUS:
                raise LookupFailed(
                    tr("the address book answered {status}", status=response.status_code)
                )
            data = await body_of(response, MAX_BYTES)
            if len(data) > MAX_BYTES:
                raise LookupFailed(tr("the address book answered with too much"))
        return data

    async def _parsed(self, answer: bytes, read: Callable[[bytes], Parsed]) -> Parsed:
        # a large book takes a while to be read
        return await asyncio.get_running_loop().run_in_executor(self._pool, read, answer)


def read_tags(answer: bytes) -> dict[str, str]:
    """Return the entity tag of each card by its address. Raises LookupFailed."""
    return {
        href: etag
        for href, found in _responses(answer)
        if found.find(f".//{DAV}collection") is None
        and (etag := (found.findtext(f".//{DAV}getetag") or "").strip())
    }


def read_cards(answer: bytes) -> dict[str, _Card]:
    """Return cards by their addresses, also those without a number. Raises LookupFailed."""
    from traydial.services.contacts.vcard import read_vcards

    cards = {}
    for href, found in _responses(answer):
        text = found.findtext(f".//{CARD}address-data")
        if text is not None:
            etag = (found.findtext(f".//{DAV}getetag") or "").strip()
            cards[href] = _Card(etag, tuple(read_vcards(text, CardDavContacts.name)))
    return cards


def _responses(answer: bytes) -> "list[tuple[str, Element]]":
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import ParseError, fromstring

    try:
        root = fromstring(answer)
    except (ParseError, DefusedXmlException, ValueError) as error:
        raise LookupFailed(tr("the address book answered something that is no XML")) from error
    rows = ((r.findtext(f"{DAV}href") or "", r) for r in root.iter(f"{DAV}response"))
    return [(href, row) for href, row in rows if href]
