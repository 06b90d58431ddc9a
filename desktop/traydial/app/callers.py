"""Who the callers are, as the interface asks for it: contacts, pages, history, blocking."""

import logging
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from dataclasses import replace
from typing import Any

from traydial.app.blocking import Blocking
from traydial.app.calling import Calling
from traydial.app.contact_sources import ContactSources
from traydial.app.contact_trial import secret_of, try_sources
from traydial.app.forgetting import forget_kept, theirs, without
from traydial.app.memories import Memories
from traydial.app.named_calls import NamedCalls
from traydial.app.origin import OF_INPUT
from traydial.app.past_calls import PastCalls
from traydial.app.platform import start_command
from traydial.app.profile import Profile
from traydial.app.screen_pops import ScreenPops
from traydial.app.watching import FILE_NAME as WATCHED
from traydial.app.watching import Watching
from traydial.domain.blocking import can_be_blocked, is_blocked
from traydial.domain.calls import Call, Calls, Cause
from traydial.domain.connection import Connection
from traydial.domain.contacts import Contact
from traydial.domain.errors import DesktopError
from traydial.domain.history import Gap
from traydial.domain.privileges import Ability
from traydial.domain.settings import Settings
from traydial.domain.store import Store
from traydial.platforms import Launcher
from traydial.services.call_records import CallRecords
from traydial.services.contacts.directory import People
from traydial.services.contacts.pbx import PbxContacts
from traydial.services.origins import OriginFinder
from traydial.services.secrets import Secrets
from traydial.ui.actions import SourceAnswer

log = logging.getLogger(__name__)


class Callers(Calling, Memories, PastCalls):
    """The part of ``ui.actions.Actions`` that knows who calls, and called.

    ``named`` are all calls with what is known of their other parties, ``shown`` those of them
    that the desk may show.
    """

    def __init__(
        self,
        profile: Profile,
        settings: Settings,
        secrets: Secrets,
        launcher: Launcher,
        start: Callable[[Coroutine[Any, Any, None]], None],
        say: Callable[[DesktopError], None],
        keep_settings: Callable[[Settings], Awaitable[None]],
        clock: Callable[[], float],
    ) -> None:
        Calling.__init__(self, Store(settings))
        self._secrets, self._keep_settings = secrets, keep_settings
        self.calls: Store[Calls] = Store({})
        self.connection = Store(Connection())
        self.people: Store[People] = Store({})
        self._origins = OriginFinder([*start_command(profile), "origin", OF_INPUT], Store({}))
        names = NamedCalls(self.calls, self.people, self.settings, self._origins)
        self.name_of = names.name_of
        blocking = Blocking(names.named, self.settings, self._send_away, start, clock)
        self.named, self.shown = blocking.kept, blocking.shown
        Memories.__init__(self, profile.data_dir)
        PastCalls.__init__(self, profile.data_dir, self.settings, self.named, start, say, clock)
        self._watching = Watching(
            profile.data_dir / WATCHED,
            self.connection,
            lambda gap: start(self._fill(gap)),
            clock,
        )
        self._contacts = ContactSources(
            self.settings, self.calls, self.people, start, secrets, self._ask_pbx
        )
        self.pictures = self._contacts.pictures
        self._pops = ScreenPops(
            self.settings,
            self.shown,
            self.people,
            self._contacts.answered,
            start,
            launcher,
            say,
            clock,
        )

    async def close_callers(self) -> None:
        """End all lookups; write what is left. Nothing calls any more."""
        await self.close_history()  # first: a directory that hangs may take all the time there is
        await self._contacts.aclose()
        await self._origins.aclose()

    def contacts(self, text: str) -> list[Contact]:
        """Return who is called so in the user's contacts."""
        return self._contacts.search(text)

    def can_open(self, number: str) -> bool:
        """Tell whether a page belongs to a number."""
        return self._pops.can_open(number)

    async def open_contact(self, number: str) -> None:
        """Open the page of whoever has this number."""
        await self._pops.open_contact(number)

    async def try_page(self, settings: Settings, number: str) -> None:
        """Open what these settings would open for a number."""
        await self._pops.try_page(settings, number)

    async def try_command(self, settings: Settings, number: str) -> None:
        """Start what these settings would start for a number."""
        await self._pops.try_command(settings, number)

    async def ask_contacts(self, text: str) -> list[Contact]:
        """Return who is called so, of sources that have to be asked too."""
        return await self._contacts.ask(text)

    async def try_contacts(
        self,
        settings: Settings,
        passwords: Mapping[str, str],
        text: str,
        report: Callable[[SourceAnswer], None],
    ) -> None:
        """Ask all sources of these settings, without taking them over."""
        secret = secret_of(passwords, lambda s: self._secrets.of_source(s, settings))
        await try_sources(settings, secret, self._ask_pbx(settings), text, report)

    def picture_of(self, number: str) -> bytes:
        """Return the picture file of whoever has this number, empty where there is none."""
        return self._contacts.pictures.value.get(number, b"")

    def can_block(self, number: str) -> bool:
        """Tell whether a caller can be blocked who is not."""
        settings = self.settings.value
        return can_be_blocked(number, settings.dialling) and not is_blocked(
            number, settings.blocked, settings.dialling
        )

    async def block(self, number: str) -> None:
        """Show this caller no more."""
        before = self.settings.value
        numbers = (*before.blocked.numbers, number)
        after = replace(before, blocked=replace(before.blocked, numbers=numbers))
        await self._keep_settings(after)
        self.settings.set(after)  # the link has nothing to do with it

    async def forget(self, number: str) -> int:
        """Keep nothing of this number any more; return of how many calls."""
        is_theirs = theirs(number, self.settings.value.dialling)
        # the calls go first: those whose name changes would be written again
        left = {k: c for k, c in self.calls.value.items() if c.alive or not is_theirs(c.number)}
        self.calls.set(left)
        self._contacts.forget(is_theirs)
        origins = self._origins.origins
        origins.set(without(origins.value, is_theirs))
        await self.forget_unwritten(is_theirs)
        return await forget_kept(number, is_theirs, self.history, self)

    # -- within

    def _ask_pbx(self, settings: Settings) -> PbxContacts:
        return PbxContacts(
            lambda: self.need_core().supervisor.session,
            lambda: self.connection.value.may(Ability.NAMES),
            settings.dialling,
        )

    async def _fill(self, gap: Gap) -> None:
        """Learn of the calls of a time in which nobody watched, or note that nobody did."""
        settings = self.settings.value
        if settings.cdr.url and self.core is not None:
            records = CallRecords(settings.cdr, lambda: self._secrets.of_source("cdr", settings))
            try:
                calls = await records.fill(gap, self.core.phone.devices.known)
                await self.history.add_many(
                    replace(c, cause=Cause.BLOCKED)
                    if c.missed and is_blocked(c.number, settings.blocked, settings.dialling)
                    else c
                    for c in calls
                )
            except DesktopError as error:
                log.info("the call records were not read: %s", error)
            else:
                return
        await self.note_gap(gap)

    async def _send_away(self, call: Call) -> None:
        """Decline a blocked caller, or divert them to where the settings say."""
        blocked, phone = self.settings.value.blocked, self.need_core().phone
        if blocked.action == "divert" and blocked.divert_to:
            await phone.transfer(call.key, blocked.divert_to)
        else:
            await phone.hang_up(call.key)
