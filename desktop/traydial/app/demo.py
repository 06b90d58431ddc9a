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
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from pathlib import Path

from traydial.ami.story import Story, read_story
from traydial.ami.trace import MOST_CHARACTERS
from traydial.app.profile import Profile, find_profile
from traydial.demo.cards import CARDS
from traydial.demo.customers import Customers
from traydial.demo.past import past_calls, past_gap
from traydial.demo.replay import ReplayPbx
from traydial.demo.server import DemoPbx
from traydial.domain.contact_settings import ContactSettings
from traydial.domain.language import mark, tr
from traydial.domain.pop_settings import PopSettings
from traydial.domain.settings import DialSettings, Settings
from traydial.services.secrets import VARIABLE
from traydial.services.settings_file import save, write_private

CALLS_EVERY_S, TALK_FOR_S = 45.0, 60.0
START_WITHIN_S = 20.0
_OFFICE = mark("""The demo phone system is running; Ctrl+C ends it.
Calls come in now and then and are shown below. To call somebody yourself, in another terminal:

  {command}

7002 Bob answers, 7004 is busy, 7005 does not answer, 7006 declines.

""")
_PLAYED = mark("What was saved is played; Ctrl+C ends it. The calls in it are shown below.\n\n")

# yields the settings with which the program connects, and the password
PlayedPbx = contextlib.AbstractAsyncContextManager[tuple[Settings, str]]


class DemoThread:
    """Runs a PBX on a loop of its own: the program meets it over the network, as any PBX."""

    def __init__(self, pbx: PlayedPbx) -> None:
        self._pbx = pbx
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
        async with self._pbx as (self.settings, self.secret):
            self._ready.set()
            await self._stop.wait()


@contextlib.asynccontextmanager
async def office(calls_every: float | None) -> AsyncIterator[tuple[Settings, str]]:
    """Play an office with a customer database.

    Somebody calls in every so many seconds; with None nobody does.
    """
    async with (
        DemoPbx(calls_every=calls_every, talk_for=TALK_FOR_S) as pbx,
        Customers() as customers,
    ):
        pop = PopSettings(url=customers.template)
        yield replace(pbx.settings(), pop=pop, crm=customers.settings), pbx.secret


@contextlib.asynccontextmanager
async def replayed(story: Story) -> AsyncIterator[tuple[Settings, str]]:
    """Play what was saved."""

    def over() -> None:
        sys.stderr.write(tr("That was all of it. Quit Traydial to end.") + "\n")

    async with ReplayPbx(story, over=over) as pbx:
        yield pbx.settings, pbx.secret


def run_demo(
    headless: bool,
    as_json: bool,
    profile_root: str | None,
    calls_every: float | None,
    replay: str = "",
) -> int:
    """Start the demo PBX and the program on it; return the exit code.

    ``replay`` is a file that was saved when something was odd: it is played instead.
    """
    from traydial.app.handover import can_show_windows

    if not headless and not can_show_windows():
        sys.stderr.write(
            "traydial: "
            + tr(
                "There is no screen to show a window on. "
                "Try it in the terminal: traydial demo --headless"
            )
            + "\n"
        )
        return 2
    try:
        story = _story(Path(replay)) if replay else None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        told = tr("{file} cannot be played: {why}", file=replay, why=why)
        sys.stderr.write(f"traydial: {told}\n")
        return 2
    pbx = replayed(story) if story else office(calls_every or CALLS_EVERY_S)
    with _profile(profile_root) as profile, DemoThread(pbx) as demo:
        settings = demo.settings
        if story is None:
            settings = _with_cards(settings, profile.config_file.parent)
        save(profile.config_file, settings)
        # for this process and those it starts; the secret dies with the demo
        os.environ[VARIABLE] = demo.secret
        if headless:
            return _watch(profile, demo, as_json, _PLAYED if story else _OFFICE)
        from traydial.app.run import run_desktop

        if story is None:
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


def _story(file: Path) -> Story:
    if file.stat().st_size > MOST_CHARACTERS:
        raise ValueError("it is too long")
    with file.open(encoding="utf-8", errors="replace", newline="\n") as lines:
        return read_story(lines)


def _watch(profile: Profile, demo: DemoThread, as_json: bool, told: str) -> int:
    from traydial.app.commands import Request
    from traydial.app.headless import run_headless

    folder = profile.config_file.parent
    program = ["traydial"] if shutil.which("traydial") else [sys.executable, "-m", "traydial"]
    words = [*program, "--headless", "--profile", str(folder), "dial", "7002"]
    command = f"{VARIABLE}={demo.secret} {shlex.join(words)}"
    if sys.platform == "win32":  # as cmd.exe reads it
        command = f'set "{VARIABLE}={demo.secret}" && {subprocess.list2cmdline(words)}'
    sys.stderr.write(tr(told).format(command=command))
    return run_headless(Request("watch", (), as_json), profile)


@contextlib.contextmanager
def _profile(root: str | None) -> Iterator[Profile]:
    """Use the folder that was asked for, or one that goes with the demo."""
    if root is not None:
        yield _unmanaged(root)
        return
    with tempfile.TemporaryDirectory(prefix="traydial-demo-", ignore_cleanup_errors=True) as folder:
        yield _unmanaged(str(Path(folder)))


def _unmanaged(root: str) -> Profile:
    """Return a profile that no administrator's policy leads to the office's phone system."""
    return find_profile(root)._replace(administered="")
