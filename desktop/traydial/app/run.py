"""Runs the desktop program: one copy a user and session, until it is asked to end."""

import asyncio
import os
import sys

from PySide6.QtWidgets import QApplication

from traydial.app import crash
from traydial.app.compose import App
from traydial.app.faults import Faults
from traydial.app.handover import ask, can_show_windows
from traydial.app.heap import give_back_large_blocks
from traydial.app.lifecycle import run_app
from traydial.app.logs import set_up_console, set_up_file
from traydial.app.loop import QuitRequests, make_loop
from traydial.app.own_settings import load_all
from traydial.app.platform import choose
from traydial.app.profile import Profile
from traydial.app.speech import dress, speak_as
from traydial.domain.language import tr
from traydial.domain.setting_layers import Layered
from traydial.domain.settings import Settings
from traydial.platforms import APP_ID
from traydial.services.secrets import Secrets, taken_from


def run_desktop(profile: Profile, *, quietly: bool = False) -> int:
    """Be the running copy, or show the one there is; return the exit code."""
    layers = load_all(profile)
    return run_with(profile, layers, taken_from(os.environ), is_handler=True, quietly=quietly)


def run_with(
    profile: Profile,
    layers: Layered,
    secrets: Secrets,
    *,
    is_handler: bool = False,
    quietly: bool = False,
) -> int:
    """Run the desktop program with these settings; return the exit code.

    ``is_handler``: this copy takes links that the desktop hands over. ``quietly``: nobody
    asked to see anything, so a copy that runs already is left alone.
    """
    language = layers.settings.display.language
    speak_as(language)  # once: what is chosen later counts from the next start
    set_up_console()
    if not can_show_windows():
        sys.stderr.write(
            "traydial: "
            + tr(
                "There is no screen to show a window on. "
                "Use --headless with a verb, or traydial demo --headless to try it."
            )
            + "\n"
        )
        return 2
    give_back_large_blocks()
    application = QApplication.instance() or QApplication(["traydial"])
    assert isinstance(application, QApplication)
    application.setApplicationName("traydial")
    application.setApplicationDisplayName("Traydial")
    application.setDesktopFileName(APP_ID)
    application.setQuitOnLastWindowClosed(False)
    dress(application, language)
    log_writer = set_up_file(profile.data_dir, hides_numbers=layers.settings.privacy.hide_numbers)
    crash.install()
    faults = Faults()
    faults.install()
    platform = choose(os.environ, application.platformName(), is_handler=is_handler)

    async def main() -> int:
        asyncio.get_running_loop().set_exception_handler(crash.on_loop_error)
        app = App(profile, layers, secrets, platform)

        def follow(new: Settings) -> None:
            log_writer.hides_numbers = new.privacy.hide_numbers

        app.settings.subscribe(follow)
        requests = QuitRequests(application, app.quit)
        try:
            if not app.server.take(profile.lock_folder):
                if quietly:
                    return 0
                sys.stderr.write("traydial: " + tr("Traydial is running already.") + "\n")
                return ask(profile.server, "show", [], as_json=False) or 0
            return await run_app(app, at_login=quietly)
        except OSError as error:
            sys.stderr.write(f"traydial: {error}\n")
            return 1
        finally:
            application.removeEventFilter(requests)
            await app.aclose()
            faults.end()

    with asyncio.Runner(loop_factory=lambda: make_loop(application)) as runner:
        return runner.run(main())
