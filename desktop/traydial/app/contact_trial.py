"""Tries sources of contacts one by one: what each says, how long it takes, what is wrong."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence

from traydial.app.make_sources import pbx_source, sources_of
from traydial.domain.contacts import Contact, digits_of, match
from traydial.domain.errors import LookupFailed
from traydial.domain.language import tr
from traydial.domain.settings import Settings
from traydial.services.contacts import ContactSource
from traydial.services.contacts.carddav import CardDavContacts
from traydial.services.contacts.pbx import PbxContacts
from traydial.ui.actions import SourceAnswer

WITHIN_S = 30.0  # a book that is read for the first time takes its time
MOST = 5


async def try_sources(
    settings: Settings,
    secret: Callable[[str], Awaitable[str]],
    pbx: PbxContacts | None,
    text: str,
    report: Callable[[SourceAnswer], None],
    within_s: float = WITHIN_S,
) -> None:
    """Ask every source for a number or a name, all at once; report each as it answers."""
    sources = [*sources_of(settings, secret), *pbx_source(settings, pbx)]
    try:
        await asyncio.gather(
            *(_try(source, settings, text.strip(), report, within_s) for source in sources)
        )
    finally:
        await asyncio.gather(*(source.aclose() for source in sources))


def secret_of(
    typed: Mapping[str, str], kept: Callable[[str], Awaitable[str]]
) -> Callable[[str], Awaitable[str]]:
    """Return what brings the secrets that were typed just now, else those kept."""

    async def secret(section: str) -> str:
        return typed[section] if section in typed else await kept(section)

    return secret


async def _try(
    source: ContactSource,
    settings: Settings,
    text: str,
    report: Callable[[SourceAnswer], None],
    within_s: float,
) -> None:
    loop = asyncio.get_running_loop()
    began = loop.time()
    found: Sequence[Contact] = ()
    exact, why = True, ""
    try:
        async with asyncio.timeout(within_s):
            if isinstance(source, CardDavContacts):
                await source.refresh()  # by itself it says nothing of what goes wrong
            else:
                await source.start()
            if is_number(text):
                owners = match(text, await source.candidates(text), settings.dialling)
                found, exact = owners.contacts, owners.exact
            elif text:
                found = await source.search(text, MOST)
            why = "" if found else source.problem
    except TimeoutError:
        why = tr("no answer in time")
    except LookupFailed as error:
        why = str(error)
    known = tuple(found[:MOST])
    took, by_name = max(0.0, loop.time() - began), source.by_name or is_number(text)
    report(SourceAnswer(source.name, known, exact, why, took, by_name))


def is_number(text: str) -> bool:
    """Tell a number from a name."""
    return bool(digits_of(text)) and not any(c.isalpha() for c in text)
