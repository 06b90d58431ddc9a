"""Builds the desktop program: every object once, wired to the others."""

import asyncio
import contextlib
import logging
import os
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from traydial.ami.recent import Recent
from traydial.app.after_answer import AfterAnswer
from traydial.app.always_record import AlwaysRecord
from traydial.app.announcing import Announcing
from traydial.app.callers import Callers
from traydial.app.check_desk import Desk as DeskState
from traydial.app.checks import check_connection
from traydial.app.core import Core
from traydial.app.examination import examine
from traydial.app.gestures import Gestures
from traydial.app.importing import Importing
from traydial.app.loop import Background
from traydial.app.own_settings import keep, load_all
from traydial.app.pairing import pair
from traydial.app.platform import Platform
from traydial.app.profile import Profile
from traydial.app.saving import save_story
from traydial.app.served import Served
from traydial.app.setting_up import SettingUp
from traydial.app.this_computer import ThisComputer
from traydial.app.when_free import WhenFree
from traydial.domain.connection import Connection, Link
from traydial.domain.diversions import Diversions
from traydial.domain.errors import (
    DesktopError,
    NotOpened,
    NotShown,
    SecretStoreError,
    SettingLocked,
    SettingsError,
)
from traydial.domain.health import Health
from traydial.domain.numbers import warm_up
from traydial.domain.pairing import PhoneFound, ToDial
from traydial.domain.presence import Colleagues
from traydial.domain.queues import Queues
from traydial.domain.setting_layers import Layered
from traydial.domain.settings import Settings, need_no_new_link
from traydial.domain.store import Store
from traydial.domain.wishes import Source
from traydial.platforms.local_server import LocalServer
from traydial.services.known_queues import FILE_NAME as KNOWN_QUEUES
from traydial.services.known_queues import KnownQueues
from traydial.services.secrets import Secrets, account_name, source_account
from traydial.ui.actions import Check
from traydial.ui.desk import Desk
from traydial.ui.error_words import error_words
from traydial.ui.layer_words import locked_words

log = logging.getLogger(__name__)


class App(Callers, ThisComputer, SettingUp):
    """The running program. Implements what the interface may ask for (``ui.actions``)."""

    def __init__(
        self,
        profile: Profile,
        layers: Layered,
        secrets: Secrets,
        platform: Platform,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._background = Background(self._failed)
        Callers.__init__(
            self,
            profile,
            layers.settings,
            secrets,
            platform.launcher,
            self._background.start,
            lambda error: self.desk.say(error),
            self._keep,
            clock,
        )
        self._profile, self._platform, self._clock = profile, platform, clock
        self._layers = layers
        self.colleagues: Store[Colleagues] = Store({})
        self.diversions = Store(Diversions())
        self.queues: Store[Queues] = Store({})
        self._health = Store(Health())
        self._story = Recent(clock)
        self._known_queues = KnownQueues(profile.data_dir / KNOWN_QUEUES)
        self.quit_wanted = asyncio.Event()
        hotkey_problems: Store[Mapping[str, str]] = Store({})
        self.desk = Desk(
            self,
            self.shown,
            self.connection,
            self.settings,
            self._background.start,
            [*layers.problems],
            hotkey_problems,
            self.colleagues,
            diversions=self.diversions,
            queues=self.queues,
            name_of=self.name_of,
            missed=self.missed,
            gaps=self.new_gaps,
            health=self._health,
            locked=lambda: self._layers.locked,
        )
        self._gestures = Gestures(
            self.need_core,
            self.desk,
            self.settings,
            self.shown,
            self._background.start,
            platform,
            self._pops.open_current,
            self.take_settings_file,
        )
        self.history_revision.subscribe(lambda _: self.desk.windows.history_changed())
        for store in (self.people, self.settings, self.pictures):
            # who has a page may be another now, and who has a picture
            store.subscribe(lambda _: self.desk.refresh())
        self._when_free = WhenFree(
            self.need_core, self._gestures.ask, self.dial, self._background.start
        )
        AfterAnswer(self.calls, self.remembered, self.send_digits, self._background.start)
        AlwaysRecord(self.settings, self.calls, self.record, self._background.start)
        self._gestures.hotkey_problems.subscribe(hotkey_problems.set)
        self._importing = Importing(
            profile, self._background.start, self.desk.windows.open_provision, self.desk.say
        )
        served = Served(
            self.need_core,
            self._background.start,
            self._gestures,
            self._take_secret,
            self.desk.open_dial_box,
            self.desk.say,
            self._reload,
            self.forget,
            self.quit,
            self.take_settings_file,
        )
        self._announcing = Announcing(self._health, self.desk.tell)
        self.server = LocalServer(profile.server, served.connected)
        self._wake = platform.wake(self._look_at_link)

    def start(self, *, at_login: bool = False) -> None:
        """Show the tray icon and begin to connect."""
        self._rebuild()
        self.desk.show(at_login=at_login)
        self._background.start(self._gestures.start())
        self._background.start(self._wake.start())
        self._contacts.open()
        self._background.start(self.open_history())
        self._background.start(self._watching.run())
        self._background.start(asyncio.to_thread(warm_up))

    async def aclose(self) -> None:
        """Stop listening, hide everything, log off, end all tasks."""
        self._watching.close()
        self._announcing.close()
        self.server.close()
        await asyncio.gather(self._gestures.aclose(), self._wake.aclose())
        self.desk.close()
        await self._background.aclose()
        if self.core is not None:
            await self.core.aclose()
        await self.close_callers()

    # -- ui.actions.Actions

    def wish(self, text: str, source: Source) -> None:
        """Take a text that was dropped."""
        self._gestures.text(text, source)

    async def dial_clipboard(self) -> None:
        """Take what was copied."""
        await self._gestures.dial_clipboard()

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

    async def examine(self, report: Callable[[Check], None]) -> None:
        """Look at everything there is, with the settings as they are."""

        async def look() -> DeskState:
            return DeskState(dict(self._gestures.hotkey_problems.value), self.desk.has_tray())

        layers = await asyncio.to_thread(load_all, self._profile)
        layers = replace(layers, settings=self.settings.value)
        await examine(self._profile, layers, self._secrets, os.environ, look, report)

    def take_settings_file(self, file: str) -> None:
        """Show what a file with settings would change."""
        self._importing.take(file)

    async def save_recent(self, folder: Path) -> Path:
        """Write down what passed between here and the PBX lately."""
        secret = ""
        with contextlib.suppress(DesktopError):
            secret = await self._secrets.get(account_name(self.settings.value.pbx))
        return await save_story(folder, self.settings.value, self._story, secret, self._clock())

    async def show_saved(self, file: Path) -> None:
        """Open what was saved."""
        try:
            await self._platform.launcher.open_page(file.as_uri())
        except NotOpened as error:
            raise NotShown(error.what, error.why) from error

    async def pair_phone(
        self, settings: Settings, secret: str | None, report: Callable[[ToDial], None]
    ) -> PhoneFound:
        """Find the user's phone by what is dialled on it."""
        known = secret or await self._secrets.get(account_name(settings.pbx))
        return await pair(settings, known, report)

    async def save_settings(
        self, settings: Settings, secret: str | None, passwords: Mapping[str, str]
    ) -> str:
        """Keep and use new settings; return a sentence on what could not be kept."""
        settings, refused = self._layers.kept_locked(settings)
        warning = locked_words(refused).sentence if refused else ""
        await self._keep(settings)
        wanted = {account_name(settings.pbx): secret} if secret else {}
        for section, password in passwords.items():
            if account := source_account(section, settings):
                wanted[account] = password
        for account, new in wanted.items():
            try:
                await self._secrets.set(account, new)
            except SecretStoreError as error:
                words = error_words(error)
                warning = f"{warning} {words.sentence} {words.remedy}".strip()
        await self._use(settings, anew=bool(secret))
        if passwords:
            self._contacts.open()
        return warning

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

    async def _keep(self, settings: Settings) -> None:
        if refused := self._layers.kept_locked(settings)[1]:
            raise SettingLocked(refused[0])
        try:
            await asyncio.to_thread(keep, self._profile, settings)
        except OSError as error:
            raise SettingsError(f"{self._profile.config_file}: {error.strerror}") from error

    def _look_at_link(self) -> None:
        if self.core is not None:
            self.core.supervisor.look_now()

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
                self._health,
                self._story,
            )
        except DesktopError as error:
            self.core, self.why_no_core = None, error
            self.connection.set(Connection(Link.REFUSED, self._clock(), problem=error))
            return
        self.core.start()

    def _reload(self) -> None:
        async def take() -> None:
            self._layers = await asyncio.to_thread(load_all, self._profile)
            await self._use(self._layers.settings)

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
