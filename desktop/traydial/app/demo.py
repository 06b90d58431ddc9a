"""``traydial demo``: the program on the built-in demo PBX, which lives in a thread of its own."""

import asyncio
import contextlib
import os
import shlex
import shutil
import subprocess  # nosec B404 - its quoting alone
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from traydial.app.profile import Profile, find_profile
from traydial.demo.cards import CARDS
from traydial.demo.customers import Customers
from traydial.demo.past import past_calls, past_gap
from traydial.demo.server import DemoPbx
from traydial.domain.contact_settings import ContactSettings
from traydial.domain.pop_settings import PopSettings
from traydial.domain.settings import DialSettings, Settings
from traydial.services.secrets import VARIABLE
from traydial.services.settings_file import save, write_private

CALLS_EVERY_S, TALK_FOR_S = 45.0, 60.0
START_WITHIN_S = 20.0


class DemoThread:
    """Runs the demo PBX on its own loop: the program meets it over the network, as any PBX."""

    def __init__(self, calls_every: float | None) -> None:
        self._calls_every = calls_every
        self._ready = threading.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stop: asyncio.Event | None = None
        self._error: BaseException | None = None
        self._thread = threading.Thread(target=self._run, name="traydial-demo-pbx", daemon=True)
        self.settings = Settings()
        self.secret = ""

    def __enter__(self) -> "DemoThread":
        self._thread.start()
        self._ready.wait(START_WITHIN_S)
        if self._error is not None:
            raise self._error
        return self

    def __exit__(self, *_: object) -> None:
        if self._loop is not None and self._stop is not None:
            with contextlib.suppress(RuntimeError):  # it has ended already
                self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(5.0)

    def _run(self) -> None:
        try:
            asyncio.run(self._serve())
        except BaseException as error:
            self._error = error
        finally:
            self._ready.set()

    async def _serve(self) -> None:
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        async with (
            DemoPbx(calls_every=self._calls_every, talk_for=TALK_FOR_S) as pbx,
            Customers() as customers,
        ):
            pop = PopSettings(url=customers.template)
            self.settings = replace(pbx.settings(), pop=pop, crm=customers.settings)
            self.secret = pbx.secret
            self._ready.set()
            await self._stop.wait()


def run_demo(
    headless: bool, as_json: bool, profile_root: str | None, calls_every: float | None
) -> int:
    """Start the demo PBX and the program on it; return the exit code."""
    from traydial.app.handover import can_show_windows

    if not headless and not can_show_windows():
        sys.stderr.write(
            "traydial: There is no screen to show a window on. "
            "Try it in the terminal: traydial demo --headless\n"
        )
        return 2
    with _profile(profile_root) as profile, DemoThread(calls_every or CALLS_EVERY_S) as demo:
        save(profile.config_file, _with_cards(demo.settings, profile.config_file.parent))
        # for this process and those it starts; the secret dies with the demo
        os.environ[VARIABLE] = demo.secret
        if headless:
            return _watch(profile, demo, as_json)
        from traydial.app.run import run_desktop

        _remember(profile)
        return run_desktop(profile)


def _remember(profile: Profile) -> None:
    """Begin with some days of calls, where this profile has none."""
    from traydial.services.history import FILE_NAME
    from traydial.services.history.book import Book

    file = profile.data_dir / FILE_NAME
    if file.exists():
        return
    book, now = Book(file, DialSettings), time.time()
    book.put((past, False) for past in past_calls(now))
    book.note_gap(past_gap(now))
    book.close()


def _with_cards(settings: Settings, folder: Path) -> Settings:
    """Return the settings with an address book to search in."""
    cards = folder / "contacts.vcf"
    write_private(cards, CARDS)
    return replace(settings, contacts=ContactSettings((str(cards),)))


def _watch(profile: Profile, demo: DemoThread, as_json: bool) -> int:
    from traydial.app.commands import Request
    from traydial.app.headless import run_headless

    folder = profile.config_file.parent
    program = ["traydial"] if shutil.which("traydial") else [sys.executable, "-m", "traydial"]
    words = [*program, "--headless", "--profile", str(folder), "dial", "7002"]
    command = f"{VARIABLE}={demo.secret} {shlex.join(words)}"
    if sys.platform == "win32":  # as cmd.exe reads it
        command = f'set "{VARIABLE}={demo.secret}" && {subprocess.list2cmdline(words)}'
    sys.stderr.write(
        "The demo phone system is running; Ctrl+C ends it. Calls come in now and then and are\n"
        "shown below. To call somebody yourself, in another terminal:\n\n"
        f"  {command}\n\n"
        "7002 Bob answers, 7004 is busy, 7005 does not answer, 7006 declines.\n\n"
    )
    return run_headless(Request("watch", (), as_json), profile)


@contextlib.contextmanager
def _profile(root: str | None) -> Iterator[Profile]:
    """Use the folder that was asked for, or one that goes with the demo."""
    if root is not None:
        yield find_profile(root)
        return
    with tempfile.TemporaryDirectory(prefix="traydial-demo-", ignore_cleanup_errors=True) as folder:
        yield find_profile(str(Path(folder)))
