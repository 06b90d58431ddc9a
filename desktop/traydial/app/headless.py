"""A verb in a process of its own: no Qt, its own session, ended by SIGINT or SIGTERM."""

import asyncio
import contextlib
import os
import signal
import sys
from collections.abc import Iterator

from traydial.app import exits
from traydial.app.commands import Request, complain, run, waiting_for_all
from traydial.app.core import Core, secrets_from
from traydial.app.logs import set_up_console
from traydial.app.own_settings import load_all
from traydial.app.profile import Profile
from traydial.domain.errors import DesktopError


class Terminal:
    """Results to standard output, notes to standard error, each at once."""

    def line(self, text: str) -> None:
        """Write one line of the result."""
        print(text, flush=True)  # noqa: T201

    def note(self, text: str) -> None:
        """Write one line for the person at the terminal."""
        print(f"traydial: {text}", file=sys.stderr, flush=True)  # noqa: T201


def run_headless(request: Request, profile: Profile) -> int:
    """Do one verb and return its exit code."""
    set_up_console()
    layers = load_all(profile)
    settings, output = layers.settings, Terminal()
    for problem in layers.problems:
        output.note(f"{profile.config_file.name}: {problem}")

    async def main() -> int:
        try:
            core = Core(settings, secrets_from(os.environ))
        except DesktopError as error:
            complain(error, output)
            return exits.exit_code(error)
        cancel = asyncio.Event()
        core.start()
        try:
            with set_on_signals(cancel):
                return await run(waiting_for_all(request), core, output, cancel)
        finally:
            await core.aclose()

    try:
        return asyncio.run(main())
    except BrokenPipeError:  # whoever read our lines has gone: that is an end, not a fault
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115, PTH123 - for the interpreter's last flush
        return exits.DONE


@contextlib.contextmanager
def set_on_signals(cancel: asyncio.Event) -> Iterator[None]:
    """Set the event when the person gives up (SIGINT, SIGTERM)."""
    loop = asyncio.get_running_loop()
    numbers = (signal.SIGINT, signal.SIGTERM)
    if sys.platform == "win32":  # the Proactor loop knows no signal handlers
        before = {
            n: signal.signal(n, lambda *_: loop.call_soon_threadsafe(cancel.set)) for n in numbers
        }
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)
        return
    for number in numbers:
        loop.add_signal_handler(number, cancel.set)
    try:
        yield
    finally:
        for number in numbers:
            loop.remove_signal_handler(number)
