"""Builds the desktop program: every object once, wired to the others."""

import asyncio
import logging
import os
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication

from traydial.app import crash
from traydial.app.after_answer import AfterAnswer
from traydial.app.always_record import AlwaysRecord
from traydial.app.blocking import Blocking
from traydial.app.calling import Calling
from traydial.app.checks import check_connection
from traydial.app.contact_sources import ContactSources
from traydial.app.contact_trial import secret_of, try_sources
from traydial.app.core import Core
from traydial.app.forgetting import forget_kept, theirs, without
from traydial.app.gestures import Gestures
from traydial.app.handover import ask, can_show_windows
from traydial.app.heap import give_back_large_blocks
from traydial.app.lifecycle import run_app
from traydial.app.logs import set_up_console, set_up_file
from traydial.app.loop import Background, QuitRequests, make_loop
from traydial.app.memories import Memories
from traydial.app.named_calls import NamedCalls
from traydial.app.origin import OF_INPUT
from traydial.app.pairing import pair
from traydial.app.past_calls import PastCalls
from traydial.app.platform import Platform, choose, start_command, tel_handler
from traydial.app.profile import Profile
from traydial.app.screen_pops import ScreenPops
from traydial.app.served import Served
from traydial.app.watching import FILE_NAME as WATCHED
from traydial.app.watching import Watching
from traydial.app.when_free import WhenFree
from traydial.domain.blocking import can_be_blocked, is_blocked
from traydial.domain.calls import Call, Calls, Cause
from traydial.domain.connection import Connection, Link
from traydial.domain.contacts import Contact
from traydial.domain.diversions import Diversions
from traydial.domain.errors import DesktopError, SecretStoreError, SettingsError
from traydial.domain.history import Gap
from traydial.domain.numbers import warm_up
from traydial.domain.pairing import PhoneFound, ToDial
from traydial.domain.presence import Colleagues
from traydial.domain.privileges import Ability
from traydial.domain.queues import Queues
from traydial.domain.settings import Problem, Settings, need_no_new_link
from traydial.domain.store import Store
from traydial.domain.wishes import Source
from traydial.platforms import APP_ID, TelHandler
from traydial.platforms.local_server import LocalServer
from traydial.services.call_records import CallRecords
from traydial.services.contacts.directory import People
from traydial.services.contacts.pbx import PbxContacts
from traydial.services.known_queues import FILE_NAME as KNOWN_QUEUES
from traydial.services.known_queues import KnownQueues
from traydial.services.origins import OriginFinder
from traydial.services.secrets import Secrets, account_name, source_account, taken_from
from traydial.services.settings_file import load, save
from traydial.ui.actions import Check, LinkHandler, SourceAnswer
from traydial.ui.desk import Desk
from traydial.ui.words import error_words

log = logging.getLogger(__name__)


class App(Calling, Memories, PastCalls):
    """The running program. Implements what the interface may ask for (``ui.actions``)."""

    def __init__(
        self,
        profile: Profile,
        settings: Settings,
        problems: list[Problem],
        secrets: Secrets,
        platform: Platform,
        clock: Callable[[], float] = time.time,
    ) -> None:
        Calling.__init__(self, Store(settings))
        self._profile, self._secrets, self._clock = profile, secrets, clock
        self.calls: Store[Calls] = Store({})
        self.connection = Store(Connection())
        self.colleagues: Store[Colleagues] = Store({})
        self.diversions = Store(Diversions())
        self.queues: Store[Queues] = Store({})
        self._known_queues = KnownQueues(profile.data_dir / KNOWN_QUEUES)
        self._background = Background(self._failed)
        self.people: Store[People] = Store({})
        self._origins = OriginFinder([*start_command(profile), "origin", OF_INPUT], Store({}))
        names = NamedCalls(self.calls, self.people, self.settings, self._origins)
        self._blocking = Blocking(
            names.named, self.settings, self._send_away, self._background.start, clock
        )
        self.named = self._blocking.kept
        Memories.__init__(self, profile.data_dir)
        PastCalls.__init__(
            self,
            profile.data_dir,
            self.settings,
            self.named,
            self._background.start,
            lambda trouble: self.desk.say(trouble),
            clock,
        )
        self._watching = Watching(
            profile.data_dir / WATCHED,
            self.connection,
            lambda gap: self._background.start(self._fill(gap)),
            clock,
        )
        self._contacts = ContactSources(
            self.settings,
            self.calls,
            self.people,
            self._background.start,
            secrets,
            self._ask_pbx,
        )
        self.quit_wanted = asyncio.Event()
        hotkey_problems: Store[Mapping[str, str]] = Store({})
        self.desk = Desk(
            self,
            self._blocking.shown,
            self.connection,
            self.settings,
            self._background.start,
            problems,
            hotkey_problems,
            self.colleagues,
            diversions=self.diversions,
            queues=self.queues,
            name_of=names.name_of,
            missed=self.missed,
            gaps=self.new_gaps,
        )
        self._pops = ScreenPops(
            self.settings,
            self._blocking.shown,
            self.people,
            self._contacts.answered,
            self._background.start,
            platform.launcher,
            self.desk.say,
            clock,
        )
        self._gestures = Gestures(
            self.need_core,
            self.desk,
            self.settings,
            self._blocking.shown,
            self._background.start,
            platform,
            self._pops.open_current,
        )
        self.history_revision.subscribe(lambda _: self.desk.history_changed())
        for store in (self.people, self.settings, self._contacts.pictures):
            # who has a page may be another now, and who has a picture
            store.subscribe(lambda _: self.desk.refresh())
        self._when_free = WhenFree(
            self.need_core, self._gestures.ask, self.dial, self._background.start
        )
        AfterAnswer(self.calls, self.remembered, self.send_digits, self._background.start)
        AlwaysRecord(self.settings, self.calls, self.record, self._background.start)
        self._gestures.hotkey_problems.subscribe(hotkey_problems.set)
        served = Served(
            self.need_core,
            self._background.start,
            self._gestures,
            self._take_secret,
            self.desk.open_dial_box,
            self.desk.say,
            self._reload,
            self.forget,
        )
        self.server = LocalServer(profile.server, served.connected)

    def start(self) -> None:
        """Show the tray icon and begin to connect."""
        self._rebuild()
        self.desk.show()
        self._background.start(self._gestures.start())
        self._contacts.open()
        self._background.start(self.open_history())
        self._background.start(self._watching.run())
        self._background.start(asyncio.to_thread(warm_up))

    async def aclose(self) -> None:
        """Stop listening, hide everything, log off, end all tasks."""
        self._watching.close()
        self.server.close()
        await self._gestures.aclose()
        self.desk.close()
        await self._background.aclose()
        await self._contacts.aclose()
        await self._origins.aclose()
        if self.core is not None:
            await self.core.aclose()
        await self.close_history()

    # -- ui.actions.Actions

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

    def wish(self, text: str, source: Source) -> None:
        """Take a text that was dropped."""
        self._gestures.text(text, source)

    async def dial_clipboard(self) -> None:
        """Take what was copied."""
        await self._gestures.dial_clipboard()

    async def link_handler(self) -> LinkHandler:
        """Look who opens phone links now."""
        handler = self._tel_handler()
        state = await asyncio.to_thread(handler.state)
        return LinkHandler(state.current.get("tel", ""), "tel" in state.ours, handler.why_not)

    async def open_links(self, on: bool) -> str:
        """Become the program that opens phone links, or stop."""
        handler = self._tel_handler()
        try:
            to_do = await asyncio.to_thread(handler.register if on else handler.unregister)
        except OSError as error:
            raise SettingsError(f"not written: {error}") from error
        if to_do:
            handler.open_settings()
        return to_do or ""

    def _ask_pbx(self, settings: Settings) -> PbxContacts:
        return PbxContacts(
            lambda: self.need_core().supervisor.session,
            lambda: self.connection.value.may(Ability.NAMES),
            settings.dialling,
        )

    def _tel_handler(self) -> TelHandler:
        return tel_handler(self._profile, os.environ, Path.home())

    async def test_connection(
        self, settings: Settings, secret: str | None, report: Callable[[Check], None]
    ) -> None:
        """Try these settings without taking them over."""
        try:
            known = secret or await self._secrets.get(account_name(settings.pbx))
        except DesktopError as error:
            report(Check(False, "Password", error))
            return
        await check_connection(settings, known, report)

    async def pair_phone(
        self, settings: Settings, secret: str | None, report: Callable[[ToDial], None]
    ) -> PhoneFound:
        """Find the user's phone by what is dialled on it."""
        known = secret or await self._secrets.get(account_name(settings.pbx))
        return await pair(settings, known, report)

    async def save_settings(
        self, settings: Settings, secret: str | None, passwords: Mapping[str, str]
    ) -> str:
        """Keep and use new settings; return a sentence when the secret cannot be kept."""
        try:
            await asyncio.to_thread(save, self._profile.config_file, settings)
        except OSError as error:
            raise SettingsError(f"{self._profile.config_file}: {error.strerror}") from error
        wanted = {account_name(settings.pbx): secret} if secret else {}
        for section, password in passwords.items():
            if account := source_account(section, settings):
                wanted[account] = password
        warning = ""
        for account, new in wanted.items():
            try:
                await self._secrets.set(account, new)
            except SecretStoreError as error:
                words = error_words(error)
                warning = f"{words.sentence} {words.remedy}"
        await self._use(settings, anew=bool(secret))
        if passwords:
            self._contacts.open()
        return warning

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
        await self._keep(after)
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

    def can_wait_for(self, number: str) -> bool:
        """Tell whether somebody is busy now whom one can wait for."""
        return self.core is not None and self._when_free.can_wait_for(number)

    def call_when_free(self, number: str) -> None:
        """Offer to call a colleague once they are free."""
        if self.core is not None:
            self._when_free.wait_for(number)

    def clock(self) -> float:
        """Return seconds since the epoch."""
        return self._clock()

    def quit(self) -> None:
        """Ask the program to end."""
        self.quit_wanted.set()

    # -- within

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

    async def _keep(self, settings: Settings) -> None:
        try:
            await asyncio.to_thread(save, self._profile.config_file, settings)
        except OSError as error:
            raise SettingsError(f"{self._profile.config_file}: {error.strerror}") from error

    async def _send_away(self, call: Call) -> None:
        """Decline a blocked caller, or divert them to where the settings say."""
        blocked, phone = self.settings.value.blocked, self.need_core().phone
        if blocked.action == "divert" and blocked.divert_to:
            await phone.transfer(call.key, blocked.divert_to)
        else:
            await phone.hang_up(call.key)

    def _rebuild(self) -> None:
        try:
            self.core = Core(
                self.settings.value,
                self._secrets,
                self.calls,
                self.connection,
                self.colleagues,
                self.diversions,
                self.queues,
                self._known_queues,
            )
        except DesktopError as error:
            self.core, self.why_no_core = None, error
            self.connection.set(Connection(Link.REFUSED, self._clock(), problem=error))
            return
        self.core.start()

    def _reload(self) -> None:
        async def take() -> None:
            settings, _ = await asyncio.to_thread(load, self._profile.config_file)
            await self._use(settings)

        self._background.start(take())

    async def _use(self, settings: Settings, *, anew: bool = False) -> None:
        stays = self.core is not None and need_no_new_link(self.settings.value, settings)
        self.settings.set(settings)
        if anew or not stays:
            await self._replace_core()

    async def _replace_core(self) -> None:
        old, self.core = self.core, None
        if old is not None:
            await old.aclose()
        self._rebuild()

    def _take_secret(self, section: str, secret: str) -> None:
        async def take() -> None:
            settings = self.settings.value
            if not section:
                account = account_name(settings.pbx)
            elif not (account := source_account(section, settings)):
                return
            try:
                await self._secrets.set(account, secret)
            except SecretStoreError as error:
                log.info("kept for this run only: %s", error)
            if section:
                self._contacts.open()
            else:
                self.retry_now()

        self._background.start(take())

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, DesktopError):
            self.desk.say(error)
        else:
            log.error("in the background", exc_info=error)


def run_desktop(profile: Profile, *, quietly: bool = False) -> int:
    """Be the running copy, or show the one there is; return the exit code."""
    settings, problems = load(profile.config_file)
    return run_with(
        profile, settings, problems, taken_from(os.environ), is_handler=True, quietly=quietly
    )


def run_with(
    profile: Profile,
    settings: Settings,
    problems: list[Problem],
    secrets: Secrets,
    *,
    is_handler: bool = False,
    quietly: bool = False,
) -> int:
    """Run the desktop program with these settings; return the exit code.

    ``is_handler``: this copy takes links that the desktop hands over. ``quietly``: nobody
    asked to see anything, so a copy that runs already is left alone.
    """
    set_up_console()
    if not can_show_windows():
        sys.stderr.write(
            "traydial: There is no screen to show a window on. "
            "Use --headless with a verb, or traydial demo --headless to try it.\n"
        )
        return 2
    give_back_large_blocks()
    application = QApplication.instance() or QApplication(["traydial"])
    assert isinstance(application, QApplication)
    application.setApplicationName("traydial")
    application.setApplicationDisplayName("Traydial")
    application.setDesktopFileName(APP_ID)
    application.setQuitOnLastWindowClosed(False)
    log_writer = set_up_file(profile.data_dir, hides_numbers=settings.privacy.hide_numbers)
    crash.install()
    platform = choose(os.environ, application.platformName(), is_handler=is_handler)

    async def main() -> int:
        asyncio.get_running_loop().set_exception_handler(crash.on_loop_error)
        app = App(profile, settings, problems, secrets, platform)

        def follow(new: Settings) -> None:
            log_writer.hides_numbers = new.privacy.hide_numbers

        app.settings.subscribe(follow)
        requests = QuitRequests(application, app.quit)
        try:
            if not app.server.take(profile.lock_folder):
                if quietly:
                    return 0
                sys.stderr.write("traydial: Traydial is running already.\n")
                return ask(profile.server, "show", [], as_json=False) or 0
            return await run_app(app)
        except OSError as error:
            sys.stderr.write(f"traydial: {error}\n")
            return 1
        finally:
            application.removeEventFilter(requests)
            await app.aclose()

    with asyncio.Runner(loop_factory=lambda: make_loop(application)) as runner:
        return runner.run(main())
